package org.bandung.exchange.observations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportRequest;
import org.bandung.exchange.ImportSummary;
import org.bandung.exchange.files.InputSettings;
import org.bandung.kernel.Note;
import org.bandung.observations.ObservationSettings;
import org.bandung.observations.Observations;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.bandung.store.TestDatabase;

/// Imports of observations into a folder and a database of their own.
public final class ObservationsUnderTest implements AutoCloseable {

  private static final String TABLES =
      "observations_load, observations_code, observations_part, observations_series,"
          + " observations_coverage";

  private final TestDatabase database;
  private final boolean own;
  private final Observations observations;
  private final ObservationImports imports;

  /// Refusals of the last import, in their order.
  final List<Note> refusals = new ArrayList<>();

  /// Remarks on the files of the last import.
  List<Note> remarks = List.of();

  public ObservationsUnderTest(Path folder) {
    this(
        TestDatabase.create(),
        folder,
        Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad")),
        true);
  }

  /// In a database that is emptied first and is not closed afterwards.
  public ObservationsUnderTest(TestDatabase database, Path folder, Reference reference) {
    this(database, folder, reference, false);
    database.empty(TABLES);
  }

  private ObservationsUnderTest(
      TestDatabase database, Path folder, Reference reference, boolean own) {
    this.database = database;
    this.own = own;
    observations =
        new Observations(
            database.database(), database.changes(), ObservationSettings.in(folder, 512, 2));
    imports = new ObservationImports(observations, reference, InputSettings.WEB_ONLY);
  }

  public Observations observations() {
    return observations;
  }

  public ObservationImports imports() {
    return imports;
  }

  /// Imports files; the mapping must have no faults.
  public ImportSummary run(String mapping, Path... files) {
    return run(mapping, Optional.empty(), false, files);
  }

  ImportSummary run(String mapping, Optional<Path> report, boolean trial, Path... files) {
    var found = ObservationMappings.find(mapping);
    if (found.mapping().isEmpty()) {
      throw new IllegalArgumentException(
          found.faults().stream().map(f -> f.told("en")).toList().toString());
    }
    refusals.clear();
    var outcome =
        imports.importObservations(
            new ImportRequest(
                List.of(files).stream().map(Path::toString).toList(), trial, false, report, "en"),
            found.mapping().get(),
            new ImportProgress() {
              @Override
              public void at(Step step) {}

              @Override
              public void refused(String file, Note why) {
                refusals.add(why);
              }
            });
    remarks = outcome.remarks().stream().map(ObservationImports.Remark::note).toList();
    return outcome.summary();
  }

  @Override
  public void close() {
    observations.destroy();
    if (own) {
      database.close();
    }
  }
}
