package org.bandung.reference.money;

import java.math.BigDecimal;
import java.util.Locale;
import org.bandung.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/// What a conversion gives: an amount with all that explains it, or the reason why there is none.
public sealed interface ConversionResult {

  /// An amount in another currency.
  ///
  /// @param amount at the scale of the currency, rounded half to even once, at the end
  /// @param rate with its method, its sources and its date
  record Converted(BigDecimal amount, String currency, RateResult.Rate rate)
      implements ConversionResult {}

  /// A missing value.
  ///
  /// @param subject the currency it fails for; empty where none is named
  /// @param date null where the amount has none
  record NotConverted(Reason reason, String subject, @Nullable PartialDate date)
      implements ConversionResult {}

  /// Why an amount cannot be converted.
  enum Reason {
    /// Nobody said in which currency it is.
    NO_CURRENCY,
    /// Nobody said of when it is.
    NO_DATE,
    /// More digits than any amount of money has.
    TOO_LARGE,
    /// As [RateResult.Reason].
    UNKNOWN_CURRENCY,
    /// As [RateResult.Reason].
    NO_RATES_OF_CURRENCY,
    /// As [RateResult.Reason].
    NONE_AT_THAT_TIME,
    /// As [RateResult.Reason].
    NO_COMMON_CURRENCY;

    static Reason of(RateResult.Reason reason) {
      return switch (reason) {
        case UNKNOWN_CURRENCY -> UNKNOWN_CURRENCY;
        case NO_RATES_OF_CURRENCY -> NO_RATES_OF_CURRENCY;
        case NONE_AT_THAT_TIME -> NONE_AT_THAT_TIME;
        case NO_COMMON_CURRENCY -> NO_COMMON_CURRENCY;
      };
    }

    /// The word for it in addresses and bundles.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
