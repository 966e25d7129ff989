package org.bandung.economy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bandung.economy.EconomySources.Source;
import org.bandung.observations.Cells;
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
    var found = Pairs.year(sold, bought, wish);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int year = found.getAsInt();
    var years = new TreeSet<>(sold.keySet());
    years.addAll(bought.keySet());
    var south = souths.find(wish.south()).orElseGet(souths::usual);
    var other = souths.other(south);
    var markets = sold.getOrDefault(year, Map.of());
    var suppliers = bought.getOrDefault(year, Map.of());
    int buyers = pairs.markets(year, country);
    int sellers = pairs.sources(year, country);
    var products = whole ? products(source, year, country) : Optional.<Products>empty();
    return Optional.of(
        new Dependence(
            country,
            Told.of(source.dataset(), year, south, other, pairs.reporters(year)),
            Partners.of(year, markets, south, buyers),
            Partners.of(year, suppliers, south, sellers),
            Partners.of(year, markets, other, buyers),
            Partners.of(year, suppliers, other, sellers),
            products.flatMap(p -> p.sold(south)),
            products.flatMap(p -> p.bought(south)),
            products.flatMap(p -> p.bought(other)),
            whole ? debts.creditors(country, south, wish.year()) : Optional.empty(),
            whole ? debts.creditors(country, other, wish.year()) : Optional.empty(),
            years.stream()
                .map(y ->
                    new Dependence.Year(
                        y,
                        Partners.of(y, sold.getOrDefault(y, Map.of()), south).northShare(),
                        Partners.of(y, bought.getOrDefault(y, Map.of()), south).northShare()))
                .toList()));
  }

  /// What a country trades product by product.
  ///
  /// @param traded how many products anybody trades
  private record Products(int year, Cells sells, Cells buys, int traded) {

    Optional<ProductLines> sold(South south) {
      return some(ProductLines.of(year, sells, Dimension.PARTNER, south, traded));
    }

    Optional<ProductLines> bought(South south) {
      return some(ProductLines.of(year, buys, Dimension.REPORTER, south, traded));
    }

    private static Optional<ProductLines> some(ProductLines lines) {
      return lines.lines().isEmpty() ? Optional.empty() : Optional.of(lines);
    }
  }

  private Optional<Products> products(Source totals, int year, String country) {
    return sources
        .find("trade", totals.dataset().code(), year)
        .map(s ->
            new Products(
                year,
                trade.sold(s, year, country),
                trade.bought(s, year, country, ""),
                (int)
                    Arrays.stream(trade.exports(s, year).columnSums()).filter(v -> v > 0).count()));
  }
}
