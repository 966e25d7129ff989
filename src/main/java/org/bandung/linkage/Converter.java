package org.bandung.linkage;

import java.util.OptionalDouble;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ReportedAmount;
import org.jspecify.annotations.Nullable;

/// Makes amounts in different currencies and years comparable.
@FunctionalInterface
public interface Converter {

  /// Knows no rates: only amounts in one currency are compared.
  Converter NONE = (amount, day) -> OptionalDouble.empty();

  /// The amount in one unit that is the same for all, or nothing where no rate is known.
  ///
  /// @param day whose rate the source means; null when not reported
  OptionalDouble inCommon(ReportedAmount amount, @Nullable PartialDate day);
}
