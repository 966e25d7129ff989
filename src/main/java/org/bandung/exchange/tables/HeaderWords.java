package org.bandung.exchange.tables;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bandung.kernel.ShippedTable;

/// What columns are usually called, in seven languages: `exchange/header-words.csv`.
final class HeaderWords {

  private static final String FILE = "exchange/header-words.csv";

  private record Word(String folded, String meaning) {}

  private final List<Word> words = new ArrayList<>();

  HeaderWords() {
    for (var row : ShippedTable.read(FILE)) {
      var cells = row.getFields();
      for (var cell : cells.subList(1, cells.size())) {
        for (var word : cell.split(";")) {
          if (!word.isBlank()) {
            words.add(new Word(folded(word), cells.getFirst()));
          }
        }
      }
    }
  }

  /// The meaning whose longest word stands in the header, such as `country:provider`.
  Optional<String> meaning(String header) {
    var name = folded(header);
    Word best = null;
    for (var word : words) {
      boolean better = best == null || word.folded.length() > best.folded.length();
      if (better && holds(name, word.folded)) {
        best = word;
      }
    }
    return Optional.ofNullable(best).map(Word::meaning);
  }

  private static boolean holds(String name, String word) {
    boolean spaced = word.codePoints().allMatch(c -> !Character.isIdeographic(c));
    return spaced ? (" " + name + " ").contains(" " + word + " ") : name.contains(word);
  }

  /// Small letters without accents, everything else a blank; `startYear` is two words.
  static String folded(String text) {
    var parted = text.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
    var plain = Normalizer.normalize(parted, Normalizer.Form.NFKD).replaceAll("\\p{Mn}+", "");
    return plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip();
  }
}
