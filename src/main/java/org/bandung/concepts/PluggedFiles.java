package org.bandung.concepts;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Vocabularies plugged in beside our own, each in a folder that bears its key, in the form of our
/// own files with two more columns: its `code`, and the topic of ours that it is the `same` as.
///
/// A folder that cannot be read is told in the log and left out: a node never fails for it.
final class PluggedFiles {

  /// What a vocabulary may be called, and its folder.
  private static final String KEY = "[a-z][a-z0-9-]{0,29}";

  private static final Logger LOG = LoggerFactory.getLogger(PluggedFiles.class);
  private static final List<String> COLUMNS =
      List.of("id", "broader", "related", "crs", "segib", "sdg", "same", "code");

  private final Optional<Path> home;

  PluggedFiles(Optional<Path> home) {
    this.home = home;
  }

  static boolean isKey(String key) {
    return key.matches(KEY) && !ThesaurusFiles.SCHEMES.containsValue(key);
  }

  /// The keys of all, in their order.
  List<String> keys() {
    if (home.filter(Files::isDirectory).isEmpty()) {
      return List.of();
    }
    try (var folders = Files.list(home.get())) {
      return folders
          .filter(f -> Files.exists(f.resolve("topics.csv")))
          .map(f -> f.getFileName().toString())
          .filter(PluggedFiles::isKey)
          .sorted()
          .toList();
    } catch (IOException e) {
      LOG.warn("No vocabulary is plugged in, {} cannot be read: {}", home.get(), e.toString());
      return List.of();
    }
  }

  /// The topics of all that can be read.
  List<Concept> concepts() {
    var all = new ArrayList<Concept>();
    for (var key : keys()) {
      var folder = home.orElseThrow().resolve(key);
      try {
        ThesaurusFiles.concepts((file, row) -> read(folder.resolve(file), row), key).stream()
            .filter(c -> c.id().startsWith(key + ":"))
            .forEach(all::add);
      } catch (RuntimeException e) {
        LOG.warn("The vocabulary in {} is left out; import it again: {}", folder, e.toString());
      }
    }
    return all;
  }

  private static void read(Path file, Consumer<NamedCsvRecord> row) {
    if (!Files.exists(file)) {
      return; // a vocabulary need not speak all languages
    }
    try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      rows.forEach(row);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /// Writes a vocabulary, in the place of an earlier one with its key: all of it, or nothing.
  Path write(String key, List<Concept> concepts) {
    if (!isKey(key)) {
      throw new IllegalArgumentException("no key of a vocabulary: " + key);
    }
    var plugged = home.orElseThrow();
    var folder = plugged.resolve(key);
    try {
      Files.createDirectories(plugged);
      // No key can be called so: what a killed import leaves is never read.
      var made = Files.createTempDirectory(plugged, ".new-");
      writeTopics(made.resolve("topics.csv"), key, concepts);
      for (var language : ThesaurusFiles.LANGUAGES) {
        writeLabels(made.resolve("labels-" + language + ".csv"), language, concepts);
      }
      if (Files.exists(folder)) {
        var before = Files.createTempDirectory(plugged, ".old-");
        Files.move(folder, before.resolve(key));
        Files.move(made, folder);
        delete(before);
      } else {
        Files.move(made, folder);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }

  private static void writeTopics(Path file, String key, List<Concept> concepts)
      throws IOException {
    try (var csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(COLUMNS);
      for (var concept : concepts) {
        csv.writeRecord(
            concept.id(),
            String.join(" ", concept.broader()),
            String.join(" ", concept.related()),
            String.join(" ", concept.codes("dac-sector")),
            String.join(" ", concept.codes("segib-sector")),
            String.join(" ", concept.codes("sdg")),
            concept.same() == null ? "" : concept.same(),
            String.join(" ", concept.codes(key)));
      }
    }
  }

  private static void writeLabels(Path file, String language, List<Concept> concepts)
      throws IOException {
    try (var csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("id", "preferred", "others");
      for (var concept : concepts) {
        var labels = concept.labels().getOrDefault(language, List.of());
        if (!labels.isEmpty()) {
          csv.writeRecord(
              concept.id(),
              labels.getFirst(),
              String.join(" | ", labels.subList(1, labels.size())));
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
