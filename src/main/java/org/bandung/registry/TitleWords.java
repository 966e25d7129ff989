package org.bandung.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.reference.Folding;

/// How titles are kept so that lists can be narrowed by words of them: without case and accents.
public final class TitleWords {

  private TitleWords() {}

  /// The titles of all languages, as the column `words` keeps them.
  public static String kept(LocalizedText title) {
    return Folding.fold(String.join(" ", title.byLanguage().values()));
  }

  /// Patterns for `like`, one for each word typed: only so can an index over letters help.
  public static List<String> patterns(Optional<String> typed) {
    return typed.stream()
        .flatMap(words -> Arrays.stream(Folding.fold(words).strip().split("\\s+")))
        .map(w -> "%" + w.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
        .toList();
  }
}
