package org.bandung.web.substitution;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import org.bandung.web.frame.Words;

/// Figures of the economy as pages show them; what the data do not tell is said, and is no zero.
final class Numbers {

  private static final double LARGE = 100;

  private Numbers() {}

  static String none(Words words) {
    return words.text("economy.not-in-data");
  }

  /// A share in percent with one place.
  static String share(OptionalDouble share, Words words) {
    return share.isPresent() ? share(share.getAsDouble(), words) : none(words);
  }

  static String share(double share, Words words) {
    return words.text("figures.percent", words.decimal(rounded(100 * share, 1)));
  }

  /// A value of the data: whole from a hundred on, else with three digits that count.
  static String value(double value, Words words) {
    return words.decimal(
        Math.abs(value) >= LARGE || value == 0
            ? rounded(value, 0)
            : new BigDecimal(value).round(new MathContext(3)));
  }

  static String value(OptionalDouble value, Words words) {
    return value.isPresent() ? value(value.getAsDouble(), words) : none(words);
  }

  /// A ratio with two places.
  static String ratio(double value, Words words) {
    return words.decimal(rounded(value, 2));
  }

  static BigDecimal rounded(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
  }

  /// Without exponent, as tables of other programs read it.
  static BigDecimal exact(double value) {
    return new BigDecimal(BigDecimal.valueOf(value).toPlainString());
  }

  /// A unit as the data name it, in the reader's language where somebody has translated it.
  static String unit(String unit, Words words) {
    var key = "observed.unit." + unit.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return words.has(key) ? words.text(key) : unit;
  }
}
