package org.bandung.exchange;

import java.util.Map;
import java.util.stream.Collectors;
import org.bandung.kernel.Note;

/// How much each note code of ours weighs, from `exchange/notes.csv`.
final class NoteCodes {

  private static final Map<String, Note.Severity> SEVERITIES =
      ExchangeTables.read("notes.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.getField("code"),
                  row -> Note.Severity.valueOf(row.getField("severity").toUpperCase(java.util.Locale.ROOT))));

  private NoteCodes() {}

  static Note.Severity severity(String code) {
    var severity = SEVERITIES.get(code);
    if (severity == null) {
      throw new IllegalStateException("notes.csv has no " + code);
    }
    return severity;
  }
}
