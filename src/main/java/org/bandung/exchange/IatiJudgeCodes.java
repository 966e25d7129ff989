package org.bandung.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bandung.kernel.Note;
import org.bandung.kernel.Note.Severity;

/// Bandung's own codes of notes in this module, from the data file `exchange/notes.csv`.
final class IatiJudgeCodes {

  private static final String FILE = "/exchange/notes.csv";

  private final Map<String, Severity> severities = new HashMap<>();

  private IatiJudgeCodes() {}

  static IatiJudgeCodes load() {
    var codes = new IatiJudgeCodes();
    var stream = IatiJudgeCodes.class.getResourceAsStream(FILE);
    if (stream == null) {
      throw new IllegalStateException("missing on the class path: " + FILE);
    }
    try (var rows =
        CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      rows.forEach(row ->
          codes.severities.put(row.getField("code"), Severity.valueOf(row.getField("severity"))));
      return codes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /// A note of ours with the severity of its code.
  Note note(String code, int line, String record, String path, String... arguments) {
    var severity = severities.get(code);
    if (severity == null) {
      throw new IllegalArgumentException(FILE + " does not list " + code);
    }
    return new Note(line, record, severity, code, path, List.of(arguments));
  }
}
