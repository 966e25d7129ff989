package org.bandung.reference.money;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.money.RateSeries.Found;
import org.jspecify.annotations.Nullable;

/// Finds the steps from one currency to another on one level of exactness.
final class RateBook {

  /// A step and what it multiplies by.
  record Leg(RateResult.Step step, Ratio ratio) {}

  /// What one source tells in one pivot: currency -> its rows.
  private record Page(
      String source, String pivot, Map<String, EnumMap<SeriesKind, RateSeries>> rows) {

    boolean has(String currency) {
      return pivot.equals(currency) || rows.containsKey(currency);
    }
  }

  private final List<Page> pages;
  private final Collection<String> pivots = new TreeSet<>();

  RateBook(Collection<RateSeries> series) {
    var byPlace = new TreeMap<String, Page>();
    for (var one : series) {
      byPlace
          .computeIfAbsent(
              one.source + '\0' + one.pivot,
              key -> new Page(one.source, one.pivot, new TreeMap<>()))
          .rows
          .computeIfAbsent(one.currency, c -> new EnumMap<>(SeriesKind.class))
          .put(one.kind, one);
      pivots.add(one.pivot);
    }
    this.pages = List.copyOf(byPlace.values());
  }

  boolean holds(String currency) {
    return pages.stream().anyMatch(p -> p.has(currency));
  }

  /// Whether a currency has a rate on the level, or others have one to it.
  boolean holdsAt(String currency, RateLevel level) {
    return pages.stream()
        .anyMatch(p ->
            p.rows.containsKey(currency)
                ? leg(p, currency, level, null) != null
                : p.pivot.equals(currency)
                    && p.rows.keySet().stream().anyMatch(c -> leg(p, c, level, null) != null));
  }

  /// The steps between two different currencies; none if there are none on this level.
  List<Leg> cross(String from, String to, RateLevel level) {
    var within = within(from, to, level);
    if (!within.isEmpty()) {
      return within;
    }
    for (var middle : pivots) {
      if (!middle.equals(from) && !middle.equals(to)) {
        var first = within(from, middle, level);
        var second = first.isEmpty() ? first : within(middle, to, level);
        if (!second.isEmpty()) {
          var both = new ArrayList<>(first);
          both.addAll(second);
          return both;
        }
      }
    }
    return List.of();
  }

  /// The steps inside one source, a direct rate before one over the pivot.
  private List<Leg> within(String from, String to, RateLevel level) {
    return pages.stream()
        .filter(p -> p.has(from) && p.has(to))
        .sorted(Comparator.comparing(p -> !p.pivot.equals(to) && !p.pivot.equals(from)))
        .map(p -> onPage(p, from, to, level))
        .filter(legs -> !legs.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<Leg> onPage(Page page, String from, String to, RateLevel level) {
    if (page.pivot.equals(to)) {
      var leg = leg(page, from, level, null);
      return leg == null ? List.of() : List.of(leg);
    }
    if (page.pivot.equals(from)) {
      var leg = leg(page, to, level, null);
      return leg == null ? List.of() : List.of(turned(leg));
    }
    // Means are made of the periods in which both have a rate, else they are not of the same time.
    var first = leg(page, from, level, to);
    var second = leg(page, to, level, from);
    return first == null || second == null ? List.of() : List.of(first, turned(second));
  }

  private static @Nullable Leg leg(
      Page page, String currency, RateLevel level, @Nullable String with) {
    var rows = page.rows.get(currency);
    if (rows == null) {
      return null;
    }
    var others = with == null ? null : page.rows.get(with);
    var found = found(rows, others, level);
    if (found == null) {
      return null;
    }
    var any = rows.values().iterator().next();
    boolean perPivot = found.series.perPivot;
    var ratio = perPivot ? found.found.ratio().inverse() : found.found.ratio();
    return new Leg(
        new RateResult.Step(
            currency,
            any.pivot,
            found.found.ratio().shown(),
            !perPivot,
            found.found.basis(),
            found.found.period(),
            found.found.of(),
            page.source),
        ratio);
  }

  private record In(RateSeries series, Found found) {}

  private static @Nullable In found(
      Map<SeriesKind, RateSeries> rows,
      @Nullable Map<SeriesKind, RateSeries> others,
      RateLevel level) {
    var period = level.period();
    return switch (level.span()) {
      case DAY -> at(rows, SeriesKind.DAY, period, RateBasis.DAY);
      case MONTH_END -> at(rows, SeriesKind.MONTH_END, period, RateBasis.MONTH_END);
      case YEAR_END -> at(rows, SeriesKind.YEAR_END, period, RateBasis.YEAR_END);
      case MONTH_AS_TOLD -> at(rows, SeriesKind.MONTH_AVERAGE, period, RateBasis.MONTH_AVERAGE);
      case YEAR_AS_TOLD -> at(rows, SeriesKind.YEAR_AVERAGE, period, RateBasis.YEAR_AVERAGE);
      case MONTH ->
          first(
              at(rows, SeriesKind.MONTH_AVERAGE, period, RateBasis.MONTH_AVERAGE),
              mean(rows, others, SeriesKind.DAY, period, RateBasis.MONTH_OF_DAYS));
      case YEAR ->
          first(
              at(rows, SeriesKind.YEAR_AVERAGE, period, RateBasis.YEAR_AVERAGE),
              first(
                  mean(rows, others, SeriesKind.MONTH_AVERAGE, period, RateBasis.YEAR_OF_MONTHS),
                  mean(rows, others, SeriesKind.DAY, period, RateBasis.YEAR_OF_DAYS)));
    };
  }

  private static @Nullable In first(@Nullable In one, @Nullable In other) {
    return one != null ? one : other;
  }

  private static @Nullable In at(
      Map<SeriesKind, RateSeries> rows, SeriesKind kind, PartialDate period, RateBasis basis) {
    var series = rows.get(kind);
    var found = series == null ? null : series.at(period, basis);
    return series == null || found == null ? null : new In(series, found);
  }

  private static @Nullable In mean(
      Map<SeriesKind, RateSeries> rows,
      @Nullable Map<SeriesKind, RateSeries> others,
      SeriesKind kind,
      PartialDate whole,
      RateBasis basis) {
    var series = rows.get(kind);
    if (series == null) {
      return null;
    }
    var found = series.mean(whole, basis, others == null ? null : others.get(kind));
    return found == null ? null : new In(series, found);
  }

  private static Leg turned(Leg leg) {
    return new Leg(leg.step.turned(), leg.ratio.inverse());
  }
}
