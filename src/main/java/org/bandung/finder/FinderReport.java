package org.bandung.finder;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the replay shows.
///
/// @param weights fitted on all questions: what the data file should hold
/// @param largest set -> its largest provider, left out in the lines that say so
/// @param weakBelow below this relevance of the closest record fewer than one in two proposals with
///   a right answer lie
public record FinderReport(
    List<Line> lines,
    List<Exposure> exposures,
    Map<Term, Double> weights,
    Map<String, String> largest,
    double weakBelow) {

  public FinderReport {
    lines = List.copyOf(lines);
    exposures = List.copyOf(exposures);
  }

  /// One line of the report.
  ///
  /// @param group a set of questions, a set in one language, or all
  /// @param ranker who ranked
  /// @param records that asked: each counts once, whatever the number of its askers
  public record Line(
      String group,
      String ranker,
      int records,
      int questions,
      Figure mrr,
      Figure recall5,
      Figure recall10,
      Figure ndcg10) {}

  /// A mean with the interval in which 95 of 100 resampled means lie.
  public record Figure(double mean, double low, double high) {

    static Figure of(Metrics.Mean mean) {
      return new Figure(mean.mean(), mean.low(), mean.high());
    }
  }

  /// How visible a group of countries is.
  ///
  /// @param answers its share of the right answers
  /// @param proposed its share of the first ten places of the finder
  /// @param popular its share of the first ten places by popularity
  public record Exposure(String group, double answers, double proposed, double popular) {}

  /// The weights as the data file writes them.
  public Map<String, Double> file() {
    var file = new LinkedHashMap<String, Double>();
    new EnumMap<>(weights).forEach((term, weight) -> file.put(term.code(), weight));
    file.put("weak-below", weakBelow);
    return file;
  }
}
