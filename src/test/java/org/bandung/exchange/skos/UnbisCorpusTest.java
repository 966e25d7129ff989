package org.bandung.exchange.skos;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.concepts.ConceptSettings;
import org.bandung.concepts.Concepts;
import org.bandung.exchange.files.InputSettings;
import org.bandung.kernel.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// A thesaurus of the size and shape that nodes will plug in: made SKOS in a temporary folder,
/// imported, and used. Nothing of it is kept.
@Tag("corpus")
class UnbisCorpusTest {

  private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar", "zh", "ru");
  private static final String AT = "https://unbis.invalid/";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aWholeThesaurusIsPluggedIn(SkosFormat format) throws IOException {
    var rows = rows();
    var file = folder.resolve("unbis." + format);
    try (var out = Files.newOutputStream(file)) {
      SkosWriter.render(converted(rows), out, format);
    }
    var settings = new ConceptSettings(Optional.of(folder.resolve("concepts")));
    var plugged =
        new Vocabularies(new Concepts(settings), InputSettings.WEB_ONLY)
            .plug(file.toString(), "unbis", Optional.of(format), false);

    assertThat(plugged.whole()).isTrue();
    assertThat(plugged.topics()).isEqualTo(rows.size() + topicsAbove().size());
    for (var language : LANGUAGES) {
      assertThat(plugged.labels().getOrDefault(language, 0)).isGreaterThanOrEqualTo(7_300);
    }
    assertThat(plugged.byLabel()).isGreaterThanOrEqualTo(250);
    var concepts = new Concepts(settings);
    aTopicThatWeHaveNotIsFoundInSixLanguages(concepts, rows);
    aTopicThatWeHaveCountsAsOurs(concepts, rows);
    assertThat(concepts.fingerprint()).isNotEqualTo(new Concepts().fingerprint());
  }

  private static void aTopicThatWeHaveNotIsFoundInSixLanguages(
      Concepts concepts, List<NamedCsvRecord> rows) {
    var row = row(rows, "1000000");
    for (var language : LANGUAGES) {
      assertThat(concepts.tag(row.getField(language), language).counts())
          .as(language)
          .containsKey("unbis:1000000");
    }
  }

  private static void aTopicThatWeHaveCountsAsOurs(Concepts concepts, List<NamedCsvRecord> rows) {
    int tied = 0;
    int found = 0;
    for (var concept : concepts.all()) {
      if (concept.same() != null && concept.labels().containsKey("en")) {
        tied++;
        var counts = concepts.tag(concept.labels().get("en").getFirst(), "en").counts();
        found += counts.containsKey(concept.same()) ? 1 : 0;
      }
    }
    assertThat(tied).isGreaterThanOrEqualTo(250);
    assertThat((double) found / tied).isGreaterThan(0.9);
    var agroforestry = rows.stream().filter(r -> r.getField("en").equals("AGROFORESTRY"));
    var id = "unbis:" + agroforestry.findFirst().orElseThrow().getField("id");
    assertThat(concepts.find(id))
        .hasValueSatisfying(c -> assertThat(c.same()).isEqualTo("agroforestry"));
  }

  private static NamedCsvRecord row(List<NamedCsvRecord> rows, String id) {
    return rows.stream().filter(r -> r.getField("id").equals(id)).findFirst().orElseThrow();
  }

  private static List<NamedCsvRecord> rows() throws IOException {
    try (var rows =
        CsvReader.builder()
            .ofNamedCsvRecord(Corpus.data("data/vocabularies/UNBIS_labels_6lang.csv"))) {
      return rows.stream().toList();
    }
  }

  /// Key -> label of the two levels of subjects.
  private static Map<String, String> topicsAbove() throws IOException {
    var file = Corpus.data("data/vocabularies/UNBIS_hierarchy.json");
    var topics = new HashMap<String, String>();
    for (var node : JsonMapper.shared().readTree(Files.readString(file)).get("nodes")) {
      topics.put(node.get("key").asString(), node.get("attributes").get("label").asString());
    }
    return topics;
  }

  /// The rows below their subjects: a related id of six digits is a subject, `01.02.03`.
  private static SkosScheme converted(List<NamedCsvRecord> rows) throws IOException {
    var above = topicsAbove();
    var ids = new HashSet<String>();
    rows.forEach(r -> ids.add(r.getField("id")));
    var concepts = new ArrayList<SkosConcept>();
    above.forEach((key, label) -> {
      var parent = key.length() > 2 ? List.of(AT + key.substring(0, 2)) : List.<String>of();
      concepts.add(concept(key, Map.of("en", List.of(label)), parent, List.of()));
    });
    for (var row : rows) {
      var labels = new HashMap<String, List<String>>();
      for (var language : LANGUAGES) {
        if (!row.getField(language).isBlank()) {
          labels.put(language, List.of(row.getField(language)));
        }
      }
      var broader = new ArrayList<String>();
      var related = new ArrayList<String>();
      for (var other : row.getField("related").split(";", -1)) {
        var subject = other.replaceFirst("^(\\d\\d)(\\d\\d)(\\d\\d)$", "$1.$2.$3");
        if (above.containsKey(subject)) {
          broader.add(AT + subject);
        } else if (ids.contains(other)) {
          related.add(AT + other);
        }
      }
      concepts.add(concept(row.getField("id"), labels, broader, related));
    }
    return new SkosScheme(AT, Map.of("en", "UNBIS"), concepts);
  }

  private static SkosConcept concept(
      String id, Map<String, List<String>> labels, List<String> broader, List<String> related) {
    return new SkosConcept(
        AT + id, List.of(id), labels, broader, related, List.of(), List.of(), Map.of());
  }
}
