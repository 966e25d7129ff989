package org.bandung.finder;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.ShippedTable;
import org.bandung.reference.Country;
import org.bandung.reference.Folding;
import org.bandung.reference.Reference;

/// Takes the names of countries and their people out of a text, so that it asks without saying who
/// answered.
///
/// A word goes if it begins like a word of a country's name in any of the seven languages, of a
/// long one all but the last letters (`Meridia`, `Meridian`, `meridiano`), or is one of the names
/// of peoples that look like nothing of the kind. Too much is taken rather than too little.
final class Masking {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final String FILE = "finder/masking.csv";
  private static final int SHORTEST = 4;

  private final Set<String> common = words("common");
  private final Set<String> alsoOther = words("also-other");
  private final Set<String> codes = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();
  private final Set<String> whole = new HashSet<>(words("people"));

  Masking(Reference reference) {
    for (var country : reference.countries()) {
      codes.add(country.code().alpha3());
      for (var language : Concepts.languages()) {
        learn(country, reference, language);
      }
    }
  }

  private static Set<String> words(String kind) {
    return ShippedTable.read(FILE).stream()
        .filter(row -> row.getField("kind").equals(kind))
        .flatMap(row -> Stream.of(row.getField("words").split(" ")))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void learn(Country country, Reference reference, String language) {
    for (var word : Folding.fold(reference.countryName(country.code(), language)).split(" ", -1)) {
      boolean spaced = !language.equals("zh");
      if (word.isEmpty() || common.contains(word)) {
        continue;
      }
      if (word.length() >= SHORTEST || !spaced) {
        whole.add(word);
      }
      if (spaced && word.length() >= SHORTEST && !alsoOther.contains(word)) {
        beginnings.add(word.substring(0, kept(word.length())));
      }
    }
  }

  /// How much of a name its people's share: all of a short one, so that `Chile` does not take
  /// `child` along.
  private static int kept(int length) {
    return length <= 5 ? length : length == 6 ? 5 : length - 2;
  }

  /// The text without them.
  String mask(String text) {
    return WORD.matcher(text).replaceAll(match -> isName(match.group()) ? " " : match.group());
  }

  private boolean isName(String word) {
    var folded = Folding.fold(word);
    if (codes.contains(word) || whole.contains(folded)) {
      return true;
    }
    for (int end = SHORTEST; end <= folded.length(); end++) {
      if (beginnings.contains(folded.substring(0, end))) {
        return true;
      }
    }
    return false;
  }
}
