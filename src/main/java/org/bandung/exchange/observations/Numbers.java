package org.bandung.exchange.observations;

/// Numbers as publishers write them.
final class Numbers {

  /// What is no number.
  static final double NONE = Double.NaN;

  private static final int LONGEST = 40;
  private static final int EXACT_DIGITS = 15;
  private static final double[] POWERS = new double[23];

  static {
    double power = 1;
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = power;
      power *= 10;
    }
  }

  private final char decimal;
  private final char grouping;

  Numbers(char decimal, char grouping) {
    this.decimal = decimal;
    this.grouping = grouping;
  }

  /// The number of a text, or [#NONE]: digits with at most one decimal sign, perhaps a sign before
  /// and an exponent behind. Neither `NaN` nor `Infinity`, no hexadecimal, no letters behind.
  double parse(String text) {
    int length = text.length();
    if (length == 0 || length > LONGEST) {
      return NONE;
    }
    int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    long digits = 0;
    int count = 0;
    int behind = 0;
    boolean point = false;
    boolean any = false;
    for (; at < length; at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        any = true;
        digits = digits * 10 + (c - '0');
        count += digits == 0 ? 0 : 1;
        behind += point ? 1 : 0;
        if (count > EXACT_DIGITS) {
          return slow(text);
        }
      } else if (c == decimal && !point) {
        point = true;
      } else if (grouping != 0 && c == grouping && any && !point) {
        continue;
      } else if ((c == 'e' || c == 'E') && any) {
        return slow(text);
      } else {
        return NONE;
      }
    }
    if (!any || behind >= POWERS.length) {
      return any ? slow(text) : NONE;
    }
    // Both are exact, so the quotient is the double nearest to the decimal number.
    double value = behind == 0 ? digits : digits / POWERS[behind];
    return text.charAt(0) == '-' ? -value : value;
  }

  private double slow(String text) {
    var plain = new StringBuilder(text.length());
    boolean exponent = false;
    boolean point = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean sign =
          (c == '-' || c == '+') && (i == 0 || Character.toLowerCase(text.charAt(i - 1)) == 'e');
      if (c >= '0' && c <= '9' || sign) {
        plain.append(c);
      } else if (c == decimal && !point && !exponent) {
        point = true;
        plain.append('.');
      } else if ((c == 'e' || c == 'E') && !exponent) {
        exponent = true;
        plain.append('e');
      } else if (grouping == 0 || c != grouping || point || exponent) {
        return NONE;
      }
    }
    try {
      double value = Double.parseDouble(plain.toString());
      return Double.isInfinite(value) ? NONE : value;
    } catch (NumberFormatException e) {
      return NONE;
    }
  }
}
