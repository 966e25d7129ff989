package org.bandung.reference.money;

import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Codes of ISO 4217, those of the past among them, and the smallest unit of each.
public final class Currencies {

  private static final Map<String, Integer> DIGITS =
      Currency.getAvailableCurrencies().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

  /// Not money: no currency, and for tests.
  private static final Set<String> NONE = Set.of("XXX", "XTS");

  private static final int USUAL = 2;

  private Currencies() {}

  /// Whether ISO 4217 has or had it.
  public static boolean isKnown(String code) {
    return DIGITS.containsKey(code) && !NONE.contains(code);
  }

  /// How many decimals its smallest unit has: two where ISO 4217 gives none, as for the special
  /// drawing right.
  public static int decimals(String code) {
    int digits = DIGITS.getOrDefault(code, USUAL);
    return digits < 0 ? USUAL : digits;
  }
}
