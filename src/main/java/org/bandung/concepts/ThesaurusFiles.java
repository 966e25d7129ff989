package org.bandung.concepts;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bandung.kernel.ShippedTable;

/// Reads a thesaurus: one file of topics and one file of labels for each language, so that whoever
/// knows a language can review it alone. Ours comes with the program, others are plugged in
/// ([PluggedFiles]).
final class ThesaurusFiles {

  static final List<String> LANGUAGES = List.of("en", "fr", "es", "pt", "ar", "zh", "ru");

  /// Column -> the scheme of its codes.
  static final Map<String, String> SCHEMES =
      Map.of("crs", "dac-sector", "segib", "segib-sector", "sdg", "sdg");

  /// The rows of a file by the names of its columns.
  interface Source {
    void read(String file, Consumer<NamedCsvRecord> row);
  }

  private ThesaurusFiles() {}

  /// Our own topics.
  static List<Concept> concepts() {
    return concepts(ThesaurusFiles::read, "");
  }

  /// @param scheme of the codes in the column `code`, which ours has not
  static List<Concept> concepts(Source files, String scheme) {
    var labels = new HashMap<String, Map<String, List<String>>>();
    for (var language : LANGUAGES) {
      files.read(
          "labels-" + language + ".csv",
          row -> {
            var texts = new ArrayList<String>();
            texts.add(row.getField("preferred"));
            texts.addAll(split(row.getField("others"), "\\|"));
            labels
                .computeIfAbsent(row.getField("id"), id -> new LinkedHashMap<>())
                .put(language, texts);
          });
    }
    var concepts = new ArrayList<Concept>();
    files.read(
        "topics.csv",
        row -> {
          var codes = new HashMap<String, List<String>>();
          SCHEMES.forEach((column, of) -> put(codes, of, row.getField(column)));
          put(codes, scheme, row.findField("code").orElse(""));
          var id = row.getField("id");
          concepts.add(
              new Concept(
                  id,
                  labels.getOrDefault(id, Map.of()),
                  split(row.getField("broader"), " "),
                  split(row.getField("related"), " "),
                  codes,
                  row.findField("same").filter(same -> !same.isEmpty()).orElse(null)));
        });
    return concepts;
  }

  private static void put(Map<String, List<String>> codes, String scheme, String given) {
    var list = split(given, " ");
    if (!list.isEmpty()) {
      codes.put(scheme, list);
    }
  }

  /// Words of a language that have a stem of their own, with it.
  static Map<String, String> ownStems(String language) {
    var stems = new HashMap<String, String>();
    read(
        "own-stems.csv",
        row -> {
          if (row.getField("language").equals(language)) {
            split(row.getField("words"), " ").forEach(w -> stems.put(w, row.getField("stem")));
          }
        });
    return stems;
  }

  static Map<String, Set<String>> functionWords() {
    var words = new HashMap<String, Set<String>>();
    read(
        "function-words.csv",
        row ->
            words.put(row.getField("language"), new HashSet<>(split(row.getField("words"), " "))));
    return words;
  }

  private static List<String> split(String text, String by) {
    return Arrays.stream(text.split(by, -1)).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  private static void read(String file, Consumer<NamedCsvRecord> row) {
    ShippedTable.read("concepts/" + file).forEach(row);
  }
}
