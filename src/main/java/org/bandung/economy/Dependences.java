package org.bandung.economy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bandung.economy.EconomySources.Source;
import org.bandung.observations.Dimension;
import org.springframework.stereotype.Service;

/// How countries depend on others, from whatever trade this node holds.
@Service
public final class Dependences {

  private final EconomySources sources;
  private final TradeYears trade;
  private final Souths souths;
  private final Debts debts;

  Dependences(EconomySources sources, TradeYears trade, Souths souths, Debts debts) {
    this.sources = sources;
    this.trade = trade;
    this.souths = souths;
    this.debts = debts;
  }

  /// The dependence of a country.
  ///
  /// @return empty if no dataset that is held tells anything of it in the year
  public Optional<Dependence> of(String country, Wish wish) {
    return of(country, wish, true);
  }

  /// The same without products and creditors, for which more has to be read.
  public Optional<Dependence> inShort(String country, Wish wish) {
    return of(country, wish, false);
  }

  private Optional<Dependence> of(String country, Wish wish, boolean whole) {
    return sources.held("totals").stream()
        .filter(s -> wish.dataset().isEmpty() || s.dataset().code().equals(wish.dataset()))
        .flatMap(s -> of(country, s, wish, whole).stream())
        .findFirst();
  }

  private Optional<Dependence> of(String country, Source source, Wish wish, boolean whole) {
    var pairs = trade.pairs(source, false);
    var sold = pairs.sold(country);
    var bought = pairs.bought(country);
    var years = new TreeSet<>(sold.keySet());
    years.addAll(bought.keySet());
    if (years.isEmpty() || wish.year().isPresent() && !years.contains(wish.year().getAsInt())) {
      return Optional.empty();
    }
    // The last year that holds both sides, so that nobody seems to sell nothing.
    int year =
        wish.year()
            .orElseGet(() ->
                years.descendingSet().stream()
                    .filter(y -> sold.containsKey(y) && bought.containsKey(y))
                    .findFirst()
                    .orElse(years.getLast()));
    var south = souths.find(wish.south()).orElseGet(souths::usual);
    var other = souths.other(south);
    var markets = sold.getOrDefault(year, Map.of());
    var suppliers = bought.getOrDefault(year, Map.of());
    return Optional.of(
        new Dependence(
            country,
            Told.of(source.dataset(), year, south, other, pairs.reporters(year)),
            Partners.of(year, markets, south),
            Partners.of(year, suppliers, south),
            Partners.of(year, markets, other),
            Partners.of(year, suppliers, other),
            whole ? lines(source, year, country, Dimension.PARTNER, south) : Optional.empty(),
            whole ? lines(source, year, country, Dimension.REPORTER, south) : Optional.empty(),
            whole ? debts.creditors(country, south) : Optional.empty(),
            years.stream()
                .map(y ->
                    new Dependence.Year(
                        y,
                        Partners.of(y, sold.getOrDefault(y, Map.of()), south).northShare(),
                        Partners.of(y, bought.getOrDefault(y, Map.of()), south).northShare()))
                .toList()));
  }

  private Optional<ProductLines> lines(
      Source totals, int year, String country, Dimension side, South south) {
    return sources
        .find("trade", totals.dataset().code(), year)
        .map(s ->
            side == Dimension.REPORTER
                ? trade.bought(s, year, country, "")
                : trade.sold(s, year, country))
        .map(cells -> ProductLines.of(year, cells, side, south))
        .filter(lines -> !lines.lines().isEmpty());
  }
}
