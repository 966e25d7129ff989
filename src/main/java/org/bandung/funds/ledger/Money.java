package org.bandung.funds.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// An exact amount at the scale of its currency; nothing is ever rounded. The special drawing
/// right, for which Java knows no smallest unit, is kept to two decimals.
///
/// @param amount any sign, at the scale of the currency
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

  /// @throws ArithmeticException if the amount is finer than the currency's smallest unit
  public Money {
    amount = amount.setScale(scale(currency), RoundingMode.UNNECESSARY);
  }

  /// @param code of ISO 4217
  /// @throws IllegalArgumentException if there is no such currency
  /// @throws ArithmeticException if the amount is finer than the currency's smallest unit
  public static Money of(String amount, String code) {
    return new Money(new BigDecimal(amount), Currency.getInstance(code));
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /// How many decimals amounts of a currency have here.
  public static int scale(Currency currency) {
    var digits = currency.getDefaultFractionDigits();
    return digits < 0 ? 2 : digits;
  }

  /// @throws IllegalArgumentException if the currencies differ
  public Money plus(Money other) {
    return new Money(amount.add(same(other).amount), currency);
  }

  /// @throws IllegalArgumentException if the currencies differ
  public Money minus(Money other) {
    return new Money(amount.subtract(same(other).amount), currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  public int signum() {
    return amount.signum();
  }

  /// @throws IllegalArgumentException if the currencies differ
  @Override
  public int compareTo(Money other) {
    return amount.compareTo(same(other).amount);
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "different currencies: " + currency.getCurrencyCode() + " and " + other.code());
    }
    return other;
  }

  public String code() {
    return currency.getCurrencyCode();
  }

  @Override
  public String toString() {
    return code() + " " + amount.toPlainString();
  }
}
