package org.bandung.exchange.skos;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.bandung.concepts.Concepts;

/// Makes a label of a foreign vocabulary one of ours: in one of the seven languages, on one line,
/// and safe to open in a spreadsheet.
final class SkosLabels {

  private SkosLabels() {}

  /// The language of ours that a tag means: `zh-Hans` is `zh`, `pt-BR` is `pt`.
  static Optional<String> language(String tag) {
    var primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return Concepts.languages().contains(primary) ? Optional.of(primary) : Optional.empty();
  }

  /// How well a tag stands for its language: plain before simplified characters before the rest.
  static int rank(String tag) {
    var small = tag.toLowerCase(Locale.ROOT).replace('_', '-');
    if (!small.contains("-")) {
      return 0;
    }
    return small.startsWith("zh-hans") || small.equals("zh-cn") ? 1 : 2;
  }

  /// Without what our files part labels by, or a spreadsheet runs.
  static String clean(String text) {
    var plain =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .replace('|', '/')
            .replaceAll("[\\p{Cc}\\p{Zs}\\p{Zl}\\p{Zp}]+", " ")
            .replaceAll("[\\p{Cf}\\p{Cs}&&[^\u200c\u200d]]", "");
    return plain.strip().replaceFirst("^[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\\s]+", "");
  }

  /// By which two labels are told to be the same: letters without case, accents and doubled space.
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
