package org.bandung.linkage;

import java.util.OptionalDouble;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.money.Conversion;
import org.bandung.reference.money.ConversionResult.Converted;
import org.bandung.reference.money.ExchangeRates;
import org.bandung.reference.money.RateMethod;
import org.jspecify.annotations.Nullable;

/// Makes amounts comparable with the exchange rates of this node.
final class RateConverter implements Converter {

  private static final String COMMON = "USD";

  private final Conversion conversion;

  RateConverter(ExchangeRates rates) {
    this.conversion = new Conversion(rates, RateMethod.AVERAGE);
  }

  @Override
  public OptionalDouble inCommon(ReportedAmount amount, @Nullable PartialDate day) {
    return conversion.convert(amount, day, COMMON) instanceof Converted converted
        ? OptionalDouble.of(converted.amount().doubleValue())
        : OptionalDouble.empty();
  }
}
