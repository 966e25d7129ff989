package org.bandung.reference.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// An exact quotient, so that a chain of rates is rounded once, at its end.
record Ratio(BigDecimal numerator, BigDecimal denominator) {

  static final Ratio ONE = new Ratio(BigDecimal.ONE, BigDecimal.ONE);

  static Ratio of(BigDecimal value) {
    return new Ratio(value, BigDecimal.ONE);
  }

  Ratio inverse() {
    return new Ratio(denominator, numerator);
  }

  Ratio times(Ratio other) {
    return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /// Rounded half to even, as banks do.
  BigDecimal of(BigDecimal amount, int scale) {
    return amount.multiply(numerator).divide(denominator, scale, RoundingMode.HALF_EVEN);
  }

  /// To sixteen digits, to be looked at.
  BigDecimal shown() {
    var value = numerator.divide(denominator, MathContext.DECIMAL64).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0, RoundingMode.UNNECESSARY) : value;
  }
}
