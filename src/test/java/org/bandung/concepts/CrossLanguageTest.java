package org.bandung.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bandung.kernel.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An indicator of the Sustainable Development Goals in one language finds its target in another,
/// by topics alone.
@Tag("corpus")
class CrossLanguageTest {

  private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar", "zh", "ru");
  private static final int FOUND_WITHIN = 10;

  private final Concepts concepts = new Concepts();

  @Test
  void anIndicatorFindsItsTargetInEveryOtherLanguage() throws IOException {
    var targets = texts("data/vocabularies/sdg_targets_7lang.csv", "target");
    var indicators = texts("data/vocabularies/sdg_indicators_6lang.csv", "indicator");
    var right = relevant();
    var report = new StringBuilder("recall@10, indicator in row, target in column\n");
    double across = 0;
    double same = 0;
    for (var from : LANGUAGES) {
      report.append(from);
      for (var to : LANGUAGES) {
        double recall = recall(indicators, from, targets, to, right);
        report.append(" %s %.2f".formatted(to, recall));
        if (from.equals(to)) {
          same += recall / LANGUAGES.size();
        } else {
          across += recall / (LANGUAGES.size() * (LANGUAGES.size() - 1));
        }
      }
      report.append('\n');
    }
    report.append("across %.3f same %.3f%n".formatted(across, same));
    System.out.println(report);

    assertThat(across).as(report.toString()).isGreaterThanOrEqualTo(0.6);
  }

  private double recall(
      Map<String, Map<String, String>> indicators,
      String from,
      Map<String, Map<String, String>> targets,
      String to,
      Map<String, String> right) {
    var profiles = new HashMap<String, Profile>();
    targets.forEach((id, texts) -> profiles.put(id, profile(texts, to)));
    var rarity = new HashMap<String, Double>();
    profiles
        .values()
        .forEach(p -> p.weights().keySet().forEach(c -> rarity.merge(c, 1.0, Double::sum)));
    rarity.replaceAll((c, n) -> Math.log(1 + profiles.size() / n));
    int found = 0;
    for (var question : right.entrySet()) {
      var asked = profile(indicators.getOrDefault(question.getKey(), Map.of()), from);
      var ranked = new ArrayList<>(profiles.keySet());
      var scores = new HashMap<String, Double>();
      profiles.forEach((id, p) -> scores.put(id, asked.likeness(p, rarity)));
      ranked.sort(
          Comparator.comparingDouble((String id) -> -scores.getOrDefault(id, 0.0))
              .thenComparing(id -> id));
      if (ranked.subList(0, FOUND_WITHIN).contains(question.getValue())
          && scores.getOrDefault(question.getValue(), 0.0) > 0) {
        found++;
      }
    }
    return (double) found / right.size();
  }

  private Profile profile(Map<String, String> texts, String language) {
    return concepts.profile(concepts.tag(texts.getOrDefault(language, ""), language));
  }

  private static Map<String, Map<String, String>> texts(String file, String key)
      throws IOException {
    var all = new HashMap<String, Map<String, String>>();
    try (var rows = CsvReader.builder().ofNamedCsvRecord(Corpus.data(file))) {
      for (NamedCsvRecord row : rows) {
        all.put(row.getField(key), new HashMap<>(row.getFieldsAsMap()));
      }
    }
    return all;
  }

  private static Map<String, String> relevant() throws IOException {
    var right = new HashMap<String, String>();
    for (var line :
        Files.readAllLines(Corpus.data("data/text/qrels_sdg_indicator_to_target.tsv"))) {
      var parts = line.split("\t");
      right.put(parts[0], parts[2]);
    }
    return right;
  }
}
