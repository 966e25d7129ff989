package org.bandung.web.substitution;

import java.util.List;
import java.util.OptionalInt;
import org.bandung.economy.South;
import org.bandung.economy.Souths;
import org.bandung.economy.Wish;
import org.bandung.reference.CountryResolution.Found;
import org.bandung.reference.Reference;
import org.bandung.web.frame.Dictionary.Choice;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Words;

/// Reads what an address asks of the economy, and refuses what means nothing.
record Asking(Reference reference, Souths souths) {

  private static final int LONGEST = 100;

  /// Alpha-3 of a country by code or name; empty if none is given.
  String country(String parameter, String given) {
    if (given.isBlank()) {
      return "";
    }
    if (given.length() <= LONGEST
        && reference.resolveCountry(given.strip()) instanceof Found(var country)) {
      return country.alpha3();
    }
    throw new Refusal.BadParameter(parameter);
  }

  /// Which data, of which year, under which definition of the South.
  Wish wish(String dataset, String year, String south) {
    if (!dataset.isBlank() && !dataset.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new Refusal.BadParameter("dataset");
    }
    if (!year.isBlank() && !year.matches("(19|20)[0-9]{2}")) {
      throw new Refusal.BadParameter("year");
    }
    if (!south.isBlank() && souths.find(south).isEmpty()) {
      throw new Refusal.BadParameter("south");
    }
    return new Wish(
        dataset.strip(),
        year.isBlank() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year)),
        south.strip());
  }

  /// A code of products; empty if none is given.
  static String product(String given) {
    var code = given.strip();
    if (!code.isEmpty() && !code.matches("[A-Za-z0-9.]{1,12}")) {
      throw new Refusal.BadParameter("product");
    }
    return code;
  }

  static boolean flag(String parameter, String given) {
    return switch (given) {
      case "", "false" -> false;
      case "true" -> true;
      default -> throw new Refusal.BadParameter(parameter);
    };
  }

  /// The definitions of the South by name.
  List<Choice> definitions(Words words) {
    return souths.all().stream()
        .map(South::code)
        .map(code -> new Choice(code, definition(code, words)))
        .toList();
  }

  /// What a definition of the South is called.
  static String definition(String code, Words words) {
    var scheme = words.statusScheme(code);
    return scheme.equals(code) ? words.grouping(code) : scheme;
  }
}
