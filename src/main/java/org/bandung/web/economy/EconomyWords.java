package org.bandung.web.economy;

import java.util.Locale;
import java.util.OptionalDouble;
import org.bandung.economy.Side;
import org.bandung.economy.Souths;
import org.bandung.kernel.CountryCode;
import org.bandung.observations.Observations;
import org.bandung.reference.Reference;
import org.bandung.web.economy.EconomyTable.Cell;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// How the pages of the economy speak in one language.
record EconomyWords(Words words, Reference reference, Observations observations, Souths souths) {

  private static final double THOUSAND = 1_000;
  private static final double MILLION = 1_000_000;

  String say(String key, Object... arguments) {
    return words.text("economy." + key, arguments);
  }

  /// A value with its unit in few signs: 1.24M USD.
  String value(double value, String unit) {
    double times =
        unit.startsWith("thousand ") ? THOUSAND : unit.startsWith("million ") ? MILLION : 1;
    return words.brief(value * times) + '\u00a0' + bare(unit);
  }

  /// The unit of values that are told in ones; what else is said of it stands where the figures
  /// rest.
  private static String bare(String unit) {
    return unit.replaceFirst("^(thousand|million) ", "").replaceFirst(",.*", "");
  }

  /// Says what a unit is: thousand US dollars.
  String unit(String unit) {
    return words
            .word("economy.unit", unit.replace(' ', '-').toLowerCase(Locale.ROOT))
            .equals(unit.replace(' ', '-').toLowerCase(Locale.ROOT))
        ? unit
        : words.word("economy.unit", unit.replace(' ', '-').toLowerCase(Locale.ROOT));
  }

  /// A share, or null if the data do not tell it.
  @Nullable String share(OptionalDouble share) {
    return share.isPresent() ? words.percent(share.getAsDouble()) : null;
  }

  /// A measure, or null if the data do not tell it.
  @Nullable String measure(OptionalDouble value) {
    return value.isPresent() ? words.measure(value.getAsDouble()) : null;
  }

  Cell shareCell(OptionalDouble share) {
    return share.isPresent()
        ? Cell.of(words.percent(share.getAsDouble()), share.getAsDouble())
        : Cell.UNKNOWN;
  }

  Cell measureCell(OptionalDouble value) {
    return value.isPresent()
        ? Cell.of(words.measure(value.getAsDouble()), value.getAsDouble())
        : Cell.UNKNOWN;
  }

  Cell valueCell(OptionalDouble value, String unit) {
    return value.isPresent() ? valueCell(value.getAsDouble(), unit) : Cell.UNKNOWN;
  }

  Cell valueCell(double value, String unit) {
    return Cell.of(value(value, unit), value);
  }

  Cell numberCell(long value) {
    return Cell.of(words.number(value), value);
  }

  static Cell yearCell(int year) {
    return Cell.of(Integer.toString(year), year);
  }

  /// The name of a country; the code itself where the data know one that we do not.
  String country(String code) {
    return words.country(code);
  }

  /// Whether it has a page.
  boolean known(String code) {
    return CountryCode.isWellFormed(code)
        && reference.findCountry(new CountryCode(code)).isPresent();
  }

  /// A country as the head of a row, with a door.
  Cell countryCell(String code, String address) {
    var cell = Cell.of(country(code));
    return known(code) ? cell.to(address) : cell;
  }

  String side(Side side) {
    return say("side." + side.name().toLowerCase(Locale.ROOT));
  }

  static String tone(Side side) {
    return switch (side) {
      case NORTH -> "m2";
      case SOUTH -> "m1";
      case OTHER -> "m0";
    };
  }

  /// The name of a definition of the South.
  String south(String code) {
    return reference.findGrouping(code).isPresent()
        ? words.grouping(code)
        : words.statusScheme(code);
  }

  String dataset(String code) {
    return observations.find(code).map(d -> d.name(words.language())).orElse(code);
  }

  /// The name of a product, with its code.
  String product(String nomenclature, String code) {
    var scheme = nomenclature.toLowerCase(Locale.ROOT).replace(' ', '-');
    var name = words.label(scheme, code);
    if (name.equals(code) && scheme.startsWith("hs-") && code.length() > 2) {
      name = words.label("hs-chapter", code.substring(0, 2));
      return name.equals(code.substring(0, 2)) ? code : code + " · " + name;
    }
    return name.equals(code) ? code : code + " · " + name;
  }

  /// Names in a row, as a sentence has them.
  String listed(java.util.List<String> names) {
    return String.join(words.text("list.comma"), names);
  }
}
