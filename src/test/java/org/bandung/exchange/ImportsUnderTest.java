package org.bandung.exchange;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bandung.exchange.files.InputSettings;
import org.bandung.exchange.tables.TableMapping;
import org.bandung.parties.Parties;
import org.bandung.parties.Parties.OrganisationStatement;
import org.bandung.reference.CountryResolution;
import org.bandung.registry.ImportRun;

/// The imports of a node whose facts are kept in memory.
final class ImportsUnderTest {

  final FakeRegistry registry = new FakeRegistry();
  final FakeParties parties = new FakeParties();
  final Imports imports =
      new Imports(new House(), new IatiSettings(Optional.empty()), InputSettings.WEB_ONLY);
  private final FakeReference reference = new FakeReference();
  private final Function<String, CountryResolution> countries;

  ImportsUnderTest() {
    this.countries = reference::resolve;
  }

  ImportsUnderTest(Function<String, CountryResolution> countries) {
    this.countries = countries;
  }

  private final class House implements Imports.House {

    @Override
    public org.bandung.catalogue.Catalogue catalogue() {
      throw new IllegalStateException("these tables become initiatives");
    }

    @Override
    public boolean hasNoImports() {
      return registry.runs.isEmpty();
    }

    @Override
    public ImportRun beginImport(String channel, String description) {
      return registry.beginImport(channel, description);
    }

    @Override
    public Collection<String> knownOrganisations(Collection<String> hashes) {
      return parties.known(hashes);
    }

    @Override
    public List<Parties.Receipt> receiveOrganisations(List<OrganisationStatement> statements) {
      return parties.receive(statements);
    }

    @Override
    public CountryResolution resolveCountry(String codeOrName) {
      return countries.apply(codeOrName);
    }

    @Override
    public java.util.Set<String> ownVoices() {
      return java.util.Set.of();
    }

    @Override
    public boolean decidedOtherwise(Collection<String> initiatives) {
      return false;
    }

    @Override
    public void tellAsOne(Collection<String> initiatives) {}

    @Override
    public String referenceFingerprint() {
      return reference.fingerprint();
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
      var undo = registry.savepoint();
      try {
        return work.get();
      } catch (RuntimeException e) {
        undo.run();
        throw e;
      }
    }
  }

  ImportSummary run(String... inputs) {
    return run(false, false, inputs);
  }

  ImportSummary run(boolean dryRun, boolean complete, String... inputs) {
    return imports.importIati(
        new ImportRequest(List.of(inputs), dryRun, complete, Optional.empty(), "en"),
        ImportProgress.SILENT);
  }

  ImportSummary table(TableMapping mapping, String... inputs) {
    return imports.importTable(
        new ImportRequest(List.of(inputs), false, false, Optional.empty(), "en"),
        mapping,
        ImportProgress.SILENT);
  }

  ImportSummary report(Path report, String input) {
    return imports.importIati(
        new ImportRequest(List.of(input), false, false, Optional.of(report), "en"),
        ImportProgress.SILENT);
  }

  List<String> codes() {
    return registry.reports.stream()
        .flatMap(r -> r.notes().stream())
        .map(n -> n.code())
        .distinct()
        .toList();
  }
}
