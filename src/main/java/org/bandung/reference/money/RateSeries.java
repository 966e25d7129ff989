package org.bandung.reference.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bandung.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/// The rates of one currency, of one source, to one pivot, of one kind: sixteen bytes a rate.
final class RateSeries {

  /// What fits a long; no central bank writes more.
  private static final MathContext DIGITS = new MathContext(18, RoundingMode.HALF_EVEN);

  /// Enough to see what is missing.
  private static final int MOST_MISSING = 1_000;

  final String currency;
  final String pivot;
  final String source;
  final SeriesKind kind;
  final boolean perPivot;

  // A period is year * 10000 + month * 100 + day, with 0 for what it does not have.
  private final int[] periods;
  private final long[] digits;
  private final int[] scales;

  private RateSeries(Quote like, int[] periods, long[] digits, int[] scales) {
    this.currency = like.currency();
    this.pivot = like.pivot();
    this.source = like.source();
    this.kind = like.kind();
    this.perPivot = like.perPivot();
    this.periods = periods;
    this.digits = digits;
    this.scales = scales;
  }

  /// A number of a series, or the mean of several, as an exact quotient.
  ///
  /// @param ratio in the words of the series: per pivot or per currency
  record Found(Ratio ratio, int of, RateBasis basis, PartialDate period) {}

  int size() {
    return periods.length;
  }

  static int key(PartialDate date) {
    return date.year() * 10_000 + date.month() * 100 + date.day();
  }

  private static PartialDate period(int key) {
    return new PartialDate(key / 10_000, key / 100 % 100, key % 100);
  }

  private BigDecimal value(int at) {
    return BigDecimal.valueOf(digits[at], scales[at]);
  }

  /// The number of exactly this period.
  @Nullable Found at(PartialDate period, RateBasis basis) {
    int at = Arrays.binarySearch(periods, key(period));
    return at < 0 ? null : new Found(Ratio.of(value(at)), 1, basis, period);
  }

  /// The mean of the numbers inside a month or a year.
  ///
  /// @param with take only the periods that this one has too
  @Nullable Found mean(PartialDate whole, RateBasis basis, @Nullable RateSeries with) {
    int first = key(whole);
    int last = first + (whole.month() == 0 ? 9_999 : 99);
    int at = Arrays.binarySearch(periods, first);
    var sum = BigDecimal.ZERO;
    int count = 0;
    for (int i = at < 0 ? -at - 1 : at; i < periods.length && periods[i] <= last; i++) {
      if (with == null || Arrays.binarySearch(with.periods, periods[i]) >= 0) {
        sum = sum.add(value(i));
        count++;
      }
    }
    return count == 0
        ? null
        : new Found(new Ratio(sum, BigDecimal.valueOf(count)), count, basis, whole);
  }

  Coverage coverage() {
    return new Coverage(
        currency,
        pivot,
        source,
        kind.method(),
        kind.unit(),
        period(periods[0]),
        period(periods[periods.length - 1]),
        periods.length,
        missing());
  }

  private List<PartialDate> missing() {
    var missing = new ArrayList<PartialDate>();
    if (kind == SeriesKind.DAY) {
      return missing;
    }
    for (int i = 1; i < periods.length && missing.size() < MOST_MISSING; i++) {
      for (var next = after(period(periods[i - 1]));
          key(next) < periods[i] && missing.size() < MOST_MISSING;
          next = after(next)) {
        missing.add(next);
      }
    }
    return missing;
  }

  private static PartialDate after(PartialDate period) {
    if (period.month() == 0) {
      return PartialDate.ofYear(period.year() + 1);
    }
    var next = LocalDate.of(period.year(), period.month(), 1).plusMonths(1);
    return new PartialDate(next.getYear(), next.getMonthValue(), 0);
  }

  /// Collects the numbers of one series, in any order; of one period, the last one counts.
  static final class Builder {
    private final Quote first;
    private int[] periods = new int[16];
    private long[] digits = new long[16];
    private int[] scales = new int[16];
    private int size;
    private boolean sorted = true;

    Builder(Quote first) {
      this.first = first;
    }

    void add(Quote quote) {
      if (size == periods.length) {
        periods = Arrays.copyOf(periods, size * 2);
        digits = Arrays.copyOf(digits, size * 2);
        scales = Arrays.copyOf(scales, size * 2);
      }
      var value =
          quote.perPivot() == first.perPivot()
              ? quote.value().round(DIGITS)
              : BigDecimal.ONE.divide(quote.value(), DIGITS);
      periods[size] = key(quote.period());
      digits[size] = value.unscaledValue().longValueExact();
      scales[size] = value.scale();
      sorted &= size == 0 || periods[size - 1] < periods[size];
      size++;
    }

    RateSeries build() {
      var order = new ArrayList<Integer>();
      for (int i = 0; i < size; i++) {
        order.add(i);
      }
      if (!sorted) {
        order.sort((a, b) -> Integer.compare(periods[a], periods[b]));
        for (int i = order.size() - 1; i > 0; i--) {
          if (periods[order.get(i)] == periods[order.get(i - 1)]) {
            order.remove(i - 1);
          }
        }
      }
      return new RateSeries(
          first,
          order.stream().mapToInt(i -> periods[i]).toArray(),
          order.stream().mapToLong(i -> digits[i]).toArray(),
          order.stream().mapToInt(i -> scales[i]).toArray());
    }
  }
}
