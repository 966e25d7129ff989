package org.bandung.finder;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.bandung.concepts.Concepts;
import org.bandung.reference.Country;
import org.bandung.reference.Folding;
import org.bandung.reference.Reference;

/// Takes the names of countries and their people out of a text, so that it asks without saying who
/// answered.
///
/// A word goes if it begins like a word of a country's name in any of the seven languages, all but
/// the last letters of it (`Meridia`, `Meridian`, `meridiano`), or is one of the names of peoples
/// that look like nothing of the kind. Too much is taken rather than too little.
final class Masking {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Set<String> IRREGULAR =
      Set.of(
          "thai",
          "thais",
          "filipino",
          "filipina",
          "filipinos",
          "burkinabe",
          "burkinabes",
          "ivorian",
          "ivorians",
          "ivoirien",
          "ivoirienne",
          "marfilense",
          "malagasy",
          "malgache",
          "khmer",
          "emirati",
          "emirates",
          "saudi",
          "saudis",
          "congolese",
          "congolais",
          "congoleno",
          "batswana",
          "basotho",
          "swazi",
          "dutch",
          "swiss",
          "turk",
          "turks",
          "turkish",
          "kiwi",
          "lao",
          "laotian",
          "salvadoran",
          "salvadoreno",
          "tico",
          "brasil",
          "brasileiro",
          "brasileira",
          "brasileno",
          "uk",
          "usa",
          "drc",
          "rdc",
          "prc",
          "roc",
          "png",
          "uae",
          "car",
          "rok",
          "dprk",
          "lac");
  private static final Set<String> TOO_COMMON =
      Set.of(
          "republic",
          "republique",
          "republica",
          "democratic",
          "democratique",
          "democratica",
          "people",
          "peoples",
          "populaire",
          "popular",
          "state",
          "states",
          "etats",
          "estados",
          "united",
          "unis",
          "unidos",
          "unidas",
          "islands",
          "island",
          "iles",
          "islas",
          "ilhas",
          "saint",
          "sainte",
          "santa",
          "north",
          "south",
          "east",
          "west",
          "nord",
          "norte",
          "kingdom",
          "royaume",
          "reino",
          "federated",
          "federation",
          "central",
          "centrale",
          "guinee",
          "new",
          "nueva",
          "nouvelle",
          "nova",
          "nuevo",
          "arab",
          "arabe",
          "plurinational",
          "plurinacional",
          "bolivarian",
          "islamic",
          "islamique",
          "islamica",
          "territory",
          "territoire",
          "and",
          "the",
          "of",
          "les",
          "des",
          "del",
          "los",
          "las",
          "dos",
          "das",
          "minor",
          "outlying");
  private static final int SHORTEST = 4;

  private final Set<String> beginnings = new HashSet<>();
  private final Set<String> whole = new HashSet<>(IRREGULAR);

  Masking(Reference reference) {
    for (var country : reference.countries()) {
      whole.add(country.code().alpha3().toLowerCase(Locale.ROOT));
      for (var language : Concepts.languages()) {
        learn(country, reference, language);
      }
    }
  }

  private void learn(Country country, Reference reference, String language) {
    for (var word : Folding.fold(reference.countryName(country.code(), language)).split(" ", -1)) {
      boolean spaced = !language.equals("zh");
      if (word.isEmpty() || TOO_COMMON.contains(word)) {
        continue;
      }
      whole.add(word);
      if (spaced && word.length() >= SHORTEST) {
        beginnings.add(word.substring(0, Math.max(SHORTEST - 1, word.length() - 2)));
      }
    }
  }

  /// The text without them.
  String mask(String text) {
    return WORD.matcher(text).replaceAll(match -> isName(match.group()) ? " " : match.group());
  }

  private boolean isName(String word) {
    var folded = Folding.fold(word);
    if (whole.contains(folded)) {
      return true;
    }
    for (int end = SHORTEST - 1; end <= folded.length(); end++) {
      if (end >= SHORTEST && beginnings.contains(folded.substring(0, end))
          || end == SHORTEST - 1
              && folded.length() <= 7
              && beginnings.contains(folded.substring(0, end))) {
        return true;
      }
    }
    return false;
  }
}
