package org.bandung.web.frame;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers as people type them into forms: digits of any script, groups of three only by spaces.
public final class Numerals {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,25}([.,]\\d{1,6})?");

  /// A rate of exchange, which needs more digits behind the point than an amount.
  private static final Pattern RATE = Pattern.compile("\\d{1,12}([.,]\\d{1,20})?");

  /// A point or comma that may stand between thousands or before a fraction.
  private static final Pattern TWO_WAYS = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

  /// What [#again] writes.
  private static final Pattern TOLD_APART = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}0");

  /// The sign that Arabic writes before a fraction, and never between thousands.
  private static final char ARABIC_POINT = '٫';

  private Numerals() {}

  /// Why a text is no number that can be taken: `number`, or `number-two-ways` where it could be a
  /// thousand times as much; null if it can be taken.
  public static @Nullable String fault(String typed) {
    return fault(typed, NUMBER);
  }

  /// The same of a rate of exchange.
  public static @Nullable String rateFault(String typed) {
    return fault(typed, RATE);
  }

  private static @Nullable String fault(String typed, Pattern form) {
    var digits = latin(typed);
    if (!form.matcher(digits).matches()) {
      return "number";
    }
    return typed.indexOf(ARABIC_POINT) < 0 && TWO_WAYS.matcher(digits).matches()
        ? "number-two-ways"
        : null;
  }

  /// The number that a text without fault means.
  public static BigDecimal value(String typed) {
    var digits = latin(typed).replace(',', '.');
    return new BigDecimal(
        TOLD_APART.matcher(digits).matches() ? digits.substring(0, digits.length() - 1) : digits);
  }

  /// A number as a form shows it to be typed again: never one that can be read in two ways.
  public static String again(BigDecimal number) {
    var text = number.toPlainString();
    return TWO_WAYS.matcher(text).matches() ? text + "0" : text;
  }

  /// Digits of every script as those of the first, without spaces.
  public static String latin(String typed) {
    var out = new StringBuilder();
    typed
        .replaceAll("[\\s\\u00a0\\u202f]", "")
        .codePoints()
        .forEach(c -> {
          int digit = Character.digit(c, 10);
          if (digit >= 0) {
            out.append(digit);
          } else {
            out.appendCodePoint(c == ARABIC_POINT ? '.' : c);
          }
        });
    return out.toString();
  }
}
