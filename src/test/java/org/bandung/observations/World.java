package org.bandung.observations;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bandung.kernel.LocalizedText;
import org.bandung.observations.LoadedFile.Replacing;
import org.bandung.observations.Observation.Figure;

/// Observations of an invented world.
final class World {

  static final Publication TRADE =
      new Publication(
          "world-trade",
          LocalizedText.of("en", "Trade of the invented world"),
          "thousand USD",
          Map.of(),
          "tonnes",
          "HS 2017",
          "nobody",
          "CC0-1.0");

  /// All tables, to be emptied between tests.
  static final String TABLES =
      "observations_load, observations_code, observations_part, observations_series,"
          + " observations_coverage";

  private World() {}

  static Observations in(org.bandung.store.TestDatabase store, Path folder) {
    return new Observations(
        store.database(), store.changes(), ObservationSettings.in(folder, 256, 2));
  }

  /// Where every year counts as large.
  static Observations ofLargeYears(org.bandung.store.TestDatabase store, Path folder) {
    return new Observations(
        store.database(), store.changes(), new ObservationSettings(folder, 256, 2, 100_000, 1));
  }

  static Observation trade(int year, String from, String to, String product, double value) {
    return new Observation(
        year, "exports", new Side(from, from), new Side(to, to), product, Figure.of(value));
  }

  static LoadedFile file(String name, Replacing replacing) {
    return new LoadedFile(name, name + "-hash", "trade", "m", replacing, 1, 0, 0, List.of());
  }

  /// Takes a file in.
  static Received load(
      Observations to, String file, Replacing replacing, List<Observation> observations) {
    return to.receive(
        TRADE,
        sink -> {
          observations.forEach(sink::add);
          return file(file, replacing);
        },
        false);
  }

  static double sum(Observations in, Selection selection) {
    var cells = in.cells(selection);
    double sum = 0;
    for (int i = 0; i < cells.rows(); i++) {
      sum += cells.value(i);
    }
    return sum;
  }
}
