package org.bandung.statistics.counting;

import java.math.BigDecimal;

/// Takes amounts in the currency asked for and no others.
final class SameCurrency implements Segment.Money {
  @Override
  public long convert(BigDecimal amount, String currency, int date, String to) {
    return currency.equals(to)
        ? amount.movePointRight(2).setScale(0, java.math.RoundingMode.HALF_EVEN).longValue()
        : Segment.NONE;
  }
}
