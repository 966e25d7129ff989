package org.bandung.api.json;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bandung.observations.Dataset;

/// A dataset of series with where it is from.
public record DatasetJson(
    String code,
    Map<String, String> names,
    String unit,
    String nomenclature,
    String source,
    String licence,
    int firstYear,
    int lastYear,
    long observations,
    int reporters,
    List<Series> series,
    List<Load> files) {

  /// What is observed.
  public record Series(String code, String unit, int firstYear, int lastYear, long observations) {}

  /// A file that was taken in.
  public record Load(
      String file,
      String sha256,
      String mapping,
      Instant at,
      long kept,
      long refused,
      long leftOut,
      long replaced) {}

  public static DatasetJson render(Dataset dataset) {
    return new DatasetJson(
        dataset.code(),
        dataset.about().name().byLanguage(),
        dataset.unit(),
        dataset.nomenclature(),
        dataset.about().source(),
        dataset.about().licence(),
        dataset.firstYear(),
        dataset.lastYear(),
        dataset.rows(),
        dataset.reporters(),
        dataset.series().stream()
            .map(s -> new Series(s.code(), s.unit(), s.firstYear(), s.lastYear(), s.rows()))
            .toList(),
        dataset.files().stream()
            .map(f ->
                new Load(
                    f.file(),
                    f.sha256(),
                    f.mapping(),
                    f.at(),
                    f.kept(),
                    f.refused(),
                    f.leftOut(),
                    f.replaced()))
            .toList());
  }
}
