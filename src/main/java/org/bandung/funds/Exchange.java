package org.bandung.funds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import org.bandung.funds.ledger.Money;

/// At what rate money of one currency was taken for money of another.
///
/// @param rate units of the currency it counts in, for one unit of the currency that was paid
/// @param source who stated it, such as the bank that exchanged
/// @param date of the rate
public record Exchange(BigDecimal rate, String source, LocalDate date) {

  /// What a payment counts as: amount times rate, rounded half to even once, to the smallest unit.
  Money of(Money paid, Currency into) {
    return new Money(
        paid.amount().multiply(rate).setScale(Money.scale(into), RoundingMode.HALF_EVEN), into);
  }
}
