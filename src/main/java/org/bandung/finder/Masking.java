package org.bandung.finder;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.bandung.concepts.Concepts;
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
          "lac",
          "indien",
          "indienne",
          "indiens",
          "indiennes",
          "chinese",
          "chinois",
          "chinoise",
          "chinoises",
          "chino",
          "chinos",
          "chilien",
          "chilienne",
          "malian",
          "malians",
          "malien",
          "maliens",
          "malienne",
          "maliense",
          "omani",
          "greek",
          "spanish",
          "french",
          "british");
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
          "outlying",
          "ocean",
          "oceano",
          "indico",
          "oceanie",
          "oceania");

  /// Names whose beginning is that of quite other words: `Inde`, `independent`.
  private static final Set<String> ALSO_OTHER_WORDS = Set.of("inde", "cote", "mali", "oman");

  private static final int SHORTEST = 4;

  private final Set<String> codes = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();
  private final Set<String> whole = new HashSet<>(IRREGULAR);

  Masking(Reference reference) {
    for (var country : reference.countries()) {
      codes.add(country.code().alpha3());
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
      if (word.length() >= SHORTEST || !spaced) {
        whole.add(word);
      }
      if (spaced && word.length() >= SHORTEST && !ALSO_OTHER_WORDS.contains(word)) {
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
