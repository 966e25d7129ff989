package org.bandung.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.kernel.LocalizedText;

/// Names of products that a node brings along, a file for each edition of a nomenclature:
/// `products/hs-2017.csv` among its reference data names the codes of data in `HS 2017`, and no
/// others, since editions give the same code to different goods.
///
/// A file has a column `code` (or `hscode`) and either `description` (taken for English) or columns
/// of languages; other columns are passed over. Nothing of it is shipped.
final class ProductNames {

  private static final String FOLDER = "products";
  private static final long LARGEST = 16L << 20;
  private static final int MOST = 50_000;
  private static final int LONGEST = 1_000;
  private static final List<String> LANGUAGES = List.of("en", "fr", "es", "pt", "ar", "zh", "ru");

  private ProductNames() {}

  /// By nomenclature, then by code.
  static Map<String, Map<String, LocalizedText>> read(DataFiles files) {
    var all = new HashMap<String, Map<String, LocalizedText>>();
    for (var path : files.own(FOLDER, LARGEST)) {
      var name = path.getFileName().toString();
      all.put(name.substring(0, name.length() - ".csv".length()), names(path, files));
    }
    return all;
  }

  private static Map<String, LocalizedText> names(Path path, DataFiles files) {
    var names = new LinkedHashMap<String, LocalizedText>();
    try (var csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofNamedCsvRecord(path, StandardCharsets.UTF_8)) {
      for (var row : csv) {
        if (names.size() >= MOST) {
          files.fault(path.toString(), row.getStartingLineNumber(), "more than " + MOST + " codes");
          break;
        }
        row(row, path, files, names);
      }
    } catch (CsvParseException e) {
      files.fault(path.toString(), 0, "it is no table: " + e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      files.fault(path.toString(), 0, "it cannot be read: " + e.getMessage());
    }
    return Collections.unmodifiableMap(names);
  }

  private static void row(
      NamedCsvRecord row, Path path, DataFiles files, Map<String, LocalizedText> names) {
    var code = row.findField("code").or(() -> row.findField("hscode")).orElse("").strip();
    var texts = new LinkedHashMap<String, String>();
    row.findField("description").map(String::strip).ifPresent(text -> texts.put("en", text));
    for (var language : LANGUAGES) {
      row.findField(language).map(String::strip).ifPresent(text -> texts.put(language, text));
    }
    texts.values().removeIf(String::isEmpty);
    long line = row.getStartingLineNumber();
    if (!code.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,19}")) {
      files.fault(path.toString(), line, "'" + code + "' in the column code is no code");
    } else if (texts.isEmpty()) {
      files.fault(path.toString(), line, "neither a description nor a name in any language");
    } else if (texts.values().stream().anyMatch(t -> t.length() > LONGEST)) {
      files.fault(path.toString(), line, "a name is longer than " + LONGEST + " characters");
    } else if (names.putIfAbsent(code, new LocalizedText(texts)) != null) {
      files.fault(path.toString(), line, "the code " + code + " stands twice");
    }
  }
}
