package org.bandung.finder;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// How much each term of the score counts, and below which relevance evidence is weak.
///
/// @param byTerm term -> weight, not below 0
/// @param weak a partner whose closest record is below this is proposed as weak evidence only
record Weights(Map<Term, Double> byTerm, double weak) {

  Weights {
    byTerm = Map.copyOf(byTerm);
  }

  /// Those fitted on past initiatives.
  static Weights shipped() {
    var weights = new EnumMap<Term, Double>(Term.class);
    double weak = 0;
    var in = Objects.requireNonNull(Weights.class.getResourceAsStream("/finder/weights.csv"));
    try (var rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (var row : rows) {
        double value = Double.parseDouble(row.getField("weight"));
        if (row.getField("term").equals("weak-below")) {
          weak = value;
        } else {
          weights.put(Term.valueOf(row.getField("term").toUpperCase(java.util.Locale.ROOT)), value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the weights of the finder", e);
    }
    return new Weights(weights, weak);
  }

  /// What one term adds to a score.
  double value(Term term, Map<Term, Double> features, Map<String, Double> factors) {
    return byTerm.getOrDefault(term, 0.0)
        * features.getOrDefault(term, 0.0)
        * factors.getOrDefault(term.code(), 1.0);
  }

  double score(Map<Term, Double> features, Map<String, Double> factors) {
    double sum = 0;
    for (var term : Term.values()) {
      sum += value(term, features, factors);
    }
    return sum;
  }
}
