package org.bandung.reference.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bandung.kernel.ReportedAmount;

/// Amounts of different years in the prices of one.
///
/// `constant = amount × D(base) / D(year)`, in the currency of the deflator, rounded half to even
/// to its smallest unit. The base year is the asker's; the year in which a series is 100 plays no
/// part. Missing where the deflator has no level for one of the two years; a neighbouring year is
/// never taken. Amounts in other currencies are converted first, at the rates of their own year,
/// then deflated: the other way round gives another figure.
///
/// Source: OECD-DAC, deflators for converting current to constant prices; the same quotient as any
/// index of Laspeyres' or Paasche's kind.
public final class Deflators {

  private final SortedMap<String, Deflator> byName;

  private Deflators(SortedMap<String, Deflator> byName) {
    this.byName = byName;
  }

  public static Deflators of(Collection<Deflator> all) {
    var byName = new TreeMap<String, Deflator>();
    all.forEach(d -> byName.put(d.name(), d));
    return new Deflators(Collections.unmodifiableSortedMap(byName));
  }

  /// All of them, by name.
  public Collection<Deflator> all() {
    return byName.values();
  }

  /// What deflating gives.
  public sealed interface Result {

    /// An amount in prices of the base year.
    record Constant(
        BigDecimal amount, String currency, int year, int baseYear, String name, String source)
        implements Result {}

    /// A missing value.
    ///
    /// @param subject the name, year or currency it fails for
    record NotDeflated(Reason reason, String subject) implements Result {}
  }

  /// Why an amount cannot be deflated.
  public enum Reason {
    /// No deflator has that name.
    UNKNOWN_DEFLATOR,
    /// Nobody said in which currency the amount is.
    NO_CURRENCY,
    /// The deflator is for another currency.
    OTHER_CURRENCY,
    /// The deflator has no level for that year.
    NO_SUCH_YEAR,
    /// More digits than any amount of money has.
    TOO_LARGE;

    /// The word for it in addresses and bundles.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The amount of a year in prices of another.
  ///
  /// @param name of the deflator
  public Result constantPrices(ReportedAmount amount, int year, int baseYear, String name) {
    var deflator = byName.get(name);
    if (deflator == null) {
      return new Result.NotDeflated(Reason.UNKNOWN_DEFLATOR, name);
    }
    var currency = amount.currency();
    if (currency == null) {
      return new Result.NotDeflated(Reason.NO_CURRENCY, "");
    }
    if (!currency.equals(deflator.currency())) {
      return new Result.NotDeflated(Reason.OTHER_CURRENCY, currency);
    }
    if (!Conversion.isUsable(amount.value())) {
      return new Result.NotDeflated(Reason.TOO_LARGE, currency);
    }
    var then = deflator.index().get(year);
    var base = deflator.index().get(baseYear);
    if (then == null || base == null) {
      return new Result.NotDeflated(
          Reason.NO_SUCH_YEAR, String.valueOf(then == null ? year : baseYear));
    }
    var constant =
        amount
            .value()
            .multiply(base)
            .divide(then, Currencies.decimals(currency), RoundingMode.HALF_EVEN);
    return new Result.Constant(constant, currency, year, baseYear, name, deflator.source());
  }
}
