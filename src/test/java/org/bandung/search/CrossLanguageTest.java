package org.bandung.search;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.Corpus;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An indicator of the Sustainable Development Goals in one language finds its target in another,
/// by topics alone, in the index that searches use.
@Tag("corpus")
class CrossLanguageTest {

  private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar", "zh", "ru");
  private static final int FOUND_WITHIN = 10;

  private static final Reference REFERENCE =
      Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad"));

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
      Map<String, String> right)
      throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      index(directory, targets, to);
      try (var reader = DirectoryReader.open(directory)) {
        var searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Fields.similarity());
        int found = 0;
        for (var question : right.entrySet()) {
          var text = indicators.getOrDefault(question.getKey(), Map.of()).getOrDefault(from, "");
          var asked = Queries.topics(concepts.tag(text, from).counts().keySet());
          for (var hit : searcher.search(asked, FOUND_WITHIN).scoreDocs) {
            var id = searcher.storedFields().document(hit.doc).get(Fields.ID);
            found += question.getValue().equals(id) ? 1 : 0;
          }
        }
        return (double) found / right.size();
      }
    }
  }

  private void index(Directory directory, Map<String, Map<String, String>> targets, String to)
      throws IOException {
    var documents = new IndexedRecord(concepts, REFERENCE, new Directions(Optional.empty()));
    var config = new IndexWriterConfig(Fields.analyzer());
    config.setSimilarity(Fields.similarity());
    try (var writer = new IndexWriter(directory, config)) {
      for (var target : new TreeMap<>(targets).entrySet()) {
        var document = new Document();
        document.add(new StringField(Fields.ID, target.getKey(), Field.Store.YES));
        var text = target.getValue().getOrDefault(to, "");
        documents.name(document, concepts.tag(text, to).counts());
        writer.addDocument(document);
      }
    }
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
