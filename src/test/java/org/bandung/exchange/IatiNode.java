package org.bandung.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.concepts.ConceptSettings;
import org.bandung.concepts.Concepts;
import org.bandung.exchange.files.InputSettings;
import org.bandung.exchange.iati.IatiExport;
import org.bandung.exchange.iati.LossReport;
import org.bandung.kernel.Note;
import org.bandung.parties.Parties;
import org.bandung.reference.CountryResolution;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.bandung.registry.ImportRun;
import org.bandung.registry.Registry;
import org.bandung.registry.TestRegistry;
import org.bandung.registry.published.Publications;
import org.bandung.registry.published.Selection;
import org.bandung.store.TestDatabase;

/// A node that takes in and writes out, on the real database engine, with the shipped schemes and
/// the countries of the invented world added.
final class IatiNode implements AutoCloseable {

  private static final List<String> WORLD =
      List.of(
          "countries",
          "country-names",
          "regions",
          "status",
          "groupings",
          "memberships",
          "categories");

  private static final String TABLES =
      "truncate registry_source, registry_initiative, registry_identifier,"
          + " registry_statement, registry_version, registry_judgement, registry_merged,"
          + " registry_participation, registry_run, registry_run_file, store_change,"
          + " registry_derived_with cascade";

  final TestDatabase store = TestDatabase.create();
  final Reference reference;
  final Registry registry;
  final Imports imports;
  final IatiExport export;
  LossReport report =
      new LossReport(java.util.Map.of(), java.util.Map.of(), java.util.Map.of(), List.of());

  IatiNode(Optional<Path> standard) {
    this(
        standard,
        Reference.shipped(new ReferenceSettings(Optional.of(world()), "world")),
        InventedWorld.folder("parties-world"));
  }

  private IatiNode(Optional<Path> standard, Reference reference, Path directory) {
    this.reference = reference;
    this.registry = TestRegistry.of(store, reference, directory);
    var parties = Parties.load(directory, store.database(), store.changes(), reference);
    var settings = new IatiSettings(standard);
    this.imports = new Imports(house(parties), settings, InputSettings.WEB_ONLY);
    this.export =
        new IatiExport(
            new Publications(registry, store.database()),
            reference,
            new Concepts(new ConceptSettings(Optional.empty())),
            settings);
  }

  /// One of the real world.
  static IatiNode real(Optional<Path> standard) {
    return new IatiNode(
        standard,
        Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad")),
        Path.of("src/main/resources/parties"));
  }

  private static Path world() {
    try {
      var from = InventedWorld.folder("reference-world");
      var folder = Files.createTempDirectory("bandung-world");
      for (var file : WORLD) {
        Files.copy(from.resolve(file + ".csv"), folder.resolve(file + ".csv"));
      }
      var schemes =
          Files.readString(from.resolve("status-schemes.csv")).replace(",true,", ",false,");
      Files.writeString(folder.resolve("status-schemes.csv"), schemes);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void empty() {
    store.database().sql().sql(TABLES).update();
  }

  String exported() {
    return exported(Selection.ALL);
  }

  String exported(Selection selection) {
    var bytes = new ByteArrayOutputStream();
    try {
      report = export.activities(selection, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  ImportSummary takeOver(String file) {
    return read(file, true);
  }

  ImportSummary read(String file, boolean asStated) {
    try {
      var path = Files.createTempFile("iati", ".xml");
      try {
        Files.writeString(path, file);
        var request =
            new ImportRequest(List.of(path.toString()), false, false, Optional.empty(), "en");
        return asStated
            ? imports.importStatements(request, ImportProgress.SILENT)
            : imports.importIati(request, ImportProgress.SILENT);
      } finally {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the official material says of each record of a file, as far as it is an error.
  static List<Note> errors(IatiJudge judge, String file) {
    var errors = new ArrayList<Note>();
    var reader =
        new IatiFileReader(piece -> {
          if (piece.refusal() != null) {
            errors.add(piece.refusal());
            return;
          }
          judge.judge(piece.slice()).notes().stream()
              .filter(
                  n -> n.severity() == Note.Severity.ERROR || n.severity() == Note.Severity.REFUSED)
              .filter(n -> !isInvented(n))
              .forEach(errors::add);
        });
    try {
      reader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return errors;
  }

  /// The countries of the invented world are in no list of the real one, nor is its money.
  private static boolean isInvented(Note note) {
    return note.arguments().stream().anyMatch(a -> a.matches("Q[M-Z]"));
  }

  /// Whether people here decided that whatever comes is two.
  boolean decidedOtherwise;

  private Imports.House house(Parties parties) {
    return new Imports.House() {
      @Override
      public boolean hasNoImports() {
        return false;
      }

      @Override
      public ImportRun beginImport(String channel, String description) {
        return registry.beginImport(channel, description);
      }

      @Override
      public java.util.Collection<String> knownOrganisations(java.util.Collection<String> hashes) {
        return parties.known(hashes);
      }

      @Override
      public List<Parties.Receipt> receiveOrganisations(
          List<Parties.OrganisationStatement> statements) {
        return parties.receive(statements);
      }

      @Override
      public org.bandung.catalogue.Catalogue catalogue() {
        throw new IllegalStateException("these files become initiatives");
      }

      @Override
      public CountryResolution resolveCountry(String codeOrName) {
        return reference.resolveCountry(codeOrName);
      }

      @Override
      public String referenceFingerprint() {
        return reference.fingerprint();
      }

      @Override
      public Set<String> ownVoices() {
        return registry.listSources(org.bandung.kernel.Reader.OPERATOR).stream()
            .filter(s -> s.channel().equals("desk"))
            .map(s -> s.key())
            .collect(java.util.stream.Collectors.toSet());
      }

      @Override
      public boolean decidedOtherwise(java.util.Collection<String> initiatives) {
        return decidedOtherwise;
      }

      @Override
      public void tellAsOne(java.util.Collection<String> initiatives) {
        registry.tellAsOne(initiatives);
      }

      @Override
      public <T> T inTransaction(java.util.function.Supplier<T> work) {
        return store.database().inTransaction(work);
      }
    };
  }

  @Override
  public void close() {
    store.close();
  }
}
