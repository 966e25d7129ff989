package org.bandung.reference.money;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.bandung.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/// What asking for a rate gives: the rate with all that explains it, or the reason why there is
/// none.
public sealed interface RateResult {

  /// A rate.
  ///
  /// @param exact the rate as a quotient that nobody has rounded
  /// @param method how it came about; of several steps, the least exact
  /// @param date the day, month or year it is of
  /// @param via its steps, from the first currency to the last; none between equal currencies
  record Rate(Exact exact, RateBasis method, PartialDate date, List<Step> via)
      implements RateResult {
    public Rate {
      via = List.copyOf(via);
    }

    /// How many of the second currency are one of the first, to sixteen digits.
    public BigDecimal value() {
      return exact.ratio().shown();
    }

    /// What an amount is multiplied with, before it is divided by [#denominator()].
    public BigDecimal numerator() {
      return exact.ratio().numerator();
    }

    /// What an amount is divided by, after it was multiplied with [#numerator()].
    public BigDecimal denominator() {
      return exact.ratio().denominator();
    }

    /// The keys of the sources, each once, in the order of the steps.
    public List<String> sources() {
      return via.stream().map(Step::source).distinct().toList();
    }

    /// The keys of the sources in one word.
    public String source() {
      return sources().stream().collect(Collectors.joining(" + "));
    }

    /// An amount in the second currency, rounded half to even only here.
    public BigDecimal times(BigDecimal amount, int scale) {
      return exact.ratio().of(amount, scale);
    }
  }

  /// A quotient that only this package builds.
  final class Exact {
    private final Ratio ratio;

    Exact(Ratio ratio) {
      this.ratio = ratio;
    }

    Ratio ratio() {
      return ratio;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Exact o
          && ratio
                  .numerator()
                  .multiply(o.ratio.denominator())
                  .compareTo(o.ratio.numerator().multiply(ratio.denominator()))
              == 0;
    }

    @Override
    public int hashCode() {
      return ratio.shown().hashCode();
    }

    @Override
    public String toString() {
      return ratio.shown().toPlainString();
    }
  }

  /// One step from a currency to the next.
  ///
  /// @param quoted the number as its source has it, or the mean of several to sixteen digits
  /// @param perFrom whether `quoted` of `to` are one of `from`; else `quoted` of `from` are one of
  ///   `to`
  /// @param of how many numbers it is the mean of; 1 if of none
  /// @param source the key of the source; for what is fixed, who fixed it
  record Step(
      String from,
      String to,
      BigDecimal quoted,
      boolean perFrom,
      RateBasis method,
      PartialDate date,
      int of,
      String source) {

    /// The same step in the other direction.
    Step turned() {
      return new Step(to, from, quoted, !perFrom, method, date, of, source);
    }
  }

  /// No rate.
  ///
  /// @param currency the one it fails for; of two, the first
  record NoRate(Reason reason, String currency, PartialDate date) implements RateResult {}

  /// Why there is no rate.
  enum Reason {
    /// The code is none of ISO 4217 and occurs in no table of rates.
    UNKNOWN_CURRENCY,
    /// No source has any rate of the currency.
    NO_RATES_OF_CURRENCY,
    /// There are rates of the currency, but none of that time; another year's is not taken.
    NONE_AT_THAT_TIME,
    /// Both have rates of that time, but no currency in which both are told.
    NO_COMMON_CURRENCY;

    /// The word for it in addresses and bundles.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
