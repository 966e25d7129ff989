package org.bandung.reference.money;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bandung.kernel.Once;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.money.FixedRates.Form;
import org.bandung.reference.money.RateResult.Exact;
import org.bandung.reference.money.RateResult.NoRate;
import org.bandung.reference.money.RateResult.Rate;
import org.bandung.reference.money.RateResult.Reason;

/// Dated exchange rates of several sources; immutable, safe for all threads.
///
/// A rate between two currencies is told by one source in one pivot (`cross`), or over a currency
/// that two sources share. How it is looked for, in this order: the exact day (only if a fixing is
/// asked for); the average of the month as a source tells it, else of its days that have a rate;
/// the average of the year as a source tells it, else of its months, or of its days. The end of a
/// period is never replaced by an average. A neighbouring month or year is never taken. Within one
/// step a single source comes before two, sources by their keys. What is fixed by law or treaty
/// ([FixedRates]) is applied first.
public final class ExchangeRates {

  /// What is remembered of answers: the same months are asked for again and again.
  private static final int REMEMBERED = 10_000;

  private final FixedRates fixed;
  private final List<RateSeries> series;
  private final RateBook book;
  private final Set<String> currencies;
  private final Once<List<Coverage>> coverage;
  private final Map<Asked, RateResult> answered = new ConcurrentHashMap<>();

  private ExchangeRates(FixedRates fixed, List<RateSeries> series) {
    this.fixed = fixed;
    this.series = series;
    this.book = new RateBook(series);
    this.coverage = Once.of(() -> coverage(series));
    this.currencies = new TreeSet<>(fixed.currencies());
    series.forEach(s -> {
      currencies.add(s.currency);
      currencies.add(s.pivot);
    });
  }

  /// Nobody has told any rate.
  public static ExchangeRates none(FixedRates fixed) {
    return new ExchangeRates(fixed, List.of());
  }

  /// Rates handed over one by one, so that they never lie in memory twice.
  ///
  /// @param quotes hands every rate to whoever asks
  public static ExchangeRates of(FixedRates fixed, Consumer<Consumer<Quote>> quotes) {
    Map<List<Object>, RateSeries.Builder> builders = new LinkedHashMap<>();
    quotes.accept(quote ->
        builders
            .computeIfAbsent(
                List.of(quote.source(), quote.currency(), quote.pivot(), quote.kind()),
                key -> new RateSeries.Builder(quote))
            .add(quote));
    return new ExchangeRates(
        fixed, builders.values().stream().map(RateSeries.Builder::build).toList());
  }

  private record Asked(String from, String to, PartialDate date, RateMethod method) {}

  /// How many of `to` one of `from` was worth.
  ///
  /// @param date a day, a month or a year; of a month and a year, its average or its end
  public RateResult rate(String from, String to, PartialDate date, RateMethod method) {
    var asked = new Asked(from, to, date, method);
    var known = answered.get(asked);
    if (known != null) {
      return known;
    }
    var answer = search(asked);
    if (answered.size() >= REMEMBERED) {
      answered.clear();
    }
    answered.put(asked, answer);
    return answer;
  }

  private RateResult search(Asked asked) {
    for (var code : List.of(asked.from, asked.to)) {
      if (!isKnown(code)) {
        return new NoRate(Reason.UNKNOWN_CURRENCY, code, asked.date);
      }
    }
    if (asked.from.equals(asked.to)) {
      return new Rate(new Exact(Ratio.ONE), RateBasis.SAME, asked.date, List.of());
    }
    var froms = fixed.forms(asked.from, asked.date);
    var tos = fixed.forms(asked.to, asked.date);
    return onlyFixed(froms, tos, asked.date, false)
        .or(() -> told(asked, froms, tos))
        .or(() -> onlyFixed(froms, tos, asked.date, true))
        .orElseGet(() -> reason(asked, froms, tos));
  }

  private static Optional<RateResult> onlyFixed(
      List<Form> froms, List<Form> tos, PartialDate date, boolean pegs) {
    for (var a : froms) {
      for (var b : tos) {
        if (a.code().equals(b.code()) && pegs == (a.peg() || b.peg())) {
          return Optional.of(joined(a, List.of(), b, date));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<RateResult> told(Asked asked, List<Form> froms, List<Form> tos) {
    for (var level : RateLevel.of(asked.method, asked.date)) {
      for (var a : froms) {
        for (var b : tos) {
          var legs =
              a.code().equals(b.code())
                  ? List.<RateBook.Leg>of()
                  : book.cross(a.code(), b.code(), level);
          if (!legs.isEmpty()) {
            return Optional.of(joined(a, legs, b, level.period()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Rate joined(Form a, List<RateBook.Leg> legs, Form b, PartialDate date) {
    var ratio = a.ratio().times(b.ratio().inverse());
    var steps = new ArrayList<>(a.steps());
    var method = RateBasis.FIXED;
    for (var leg : legs) {
      ratio = ratio.times(leg.ratio());
      steps.add(leg.step());
      method = method.compareTo(leg.step().method()) >= 0 ? method : leg.step().method();
    }
    for (int i = b.steps().size() - 1; i >= 0; i--) {
      steps.add(b.steps().get(i).turned());
    }
    return new Rate(new Exact(ratio), method, date, steps);
  }

  private NoRate reason(Asked asked, List<Form> froms, List<Form> tos) {
    record Side(String code, List<Form> forms) {}
    var sides = List.of(new Side(asked.from, froms), new Side(asked.to, tos));
    for (var side : sides) {
      if (side.forms.stream().noneMatch(f -> book.holds(f.code()))) {
        return new NoRate(Reason.NO_RATES_OF_CURRENCY, side.code, asked.date);
      }
    }
    var levels = RateLevel.of(asked.method, asked.date);
    for (var side : sides) {
      if (levels.stream()
          .noneMatch(l -> side.forms.stream().anyMatch(f -> book.holdsAt(f.code(), l)))) {
        return new NoRate(Reason.NONE_AT_THAT_TIME, side.code, asked.date);
      }
    }
    return new NoRate(Reason.NO_COMMON_CURRENCY, asked.from, asked.date);
  }

  /// Whether a code is a currency's: of ISO 4217, or one that occurs here.
  public boolean isKnown(String code) {
    return currencies.contains(code) || Currencies.isKnown(code);
  }

  /// The codes of all currencies that have a rate or are fixed to another.
  public Set<String> currencies() {
    return Collections.unmodifiableSet(currencies);
  }

  /// What each source tells, by currency, source and length of period.
  public List<Coverage> coverage() {
    return coverage.get();
  }

  private static List<Coverage> coverage(List<RateSeries> series) {
    return series.stream()
        .map(RateSeries::coverage)
        .sorted(
            Comparator.comparing(Coverage::currency)
                .thenComparing(Coverage::source)
                .thenComparing(Coverage::unit)
                .thenComparing(Coverage::method)
                .thenComparing(Coverage::pivot))
        .toList();
  }

  /// How many rates these are.
  public int size() {
    return series.stream().mapToInt(RateSeries::size).sum();
  }
}
