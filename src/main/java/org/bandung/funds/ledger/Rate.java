package org.bandung.funds.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;

/// An exchange rate as it was used.
///
/// @param perUnit how much of `to` one unit of `from` is; above zero, at most 40 digits
/// @param source who said so
/// @param day of which day it is
public record Rate(Currency from, Currency to, BigDecimal perUnit, String source, LocalDate day) {

  private static final int MOST_DIGITS = 40;

  public Rate {
    perUnit = perUnit.stripTrailingZeros();
    if (perUnit.signum() <= 0
        || perUnit.precision() > MOST_DIGITS
        || Math.abs(perUnit.scale()) > MOST_DIGITS) {
      throw new IllegalArgumentException("no exchange rate: " + perUnit);
    }
    perUnit = perUnit.scale() < 0 ? perUnit.setScale(0, RoundingMode.UNNECESSARY) : perUnit;
    if (from.equals(to)) {
      throw new IllegalArgumentException("a rate of a currency to itself");
    }
    LedgerText.required(source);
  }

  /// What an amount is worth at this rate, rounded half to even to the currency's smallest unit.
  ///
  /// `worth = amount × perUnit`
  ///
  /// @param amount in `from`
  /// @return in `to`
  /// @throws IllegalArgumentException if the amount is in another currency
  public Money worth(Money amount) {
    if (!amount.currency().equals(from)) {
      throw new IllegalArgumentException("the rate is for " + from + ", not for " + amount);
    }
    return new Money(
        amount.amount().multiply(perUnit).setScale(Money.scale(to), RoundingMode.HALF_EVEN), to);
  }
}
