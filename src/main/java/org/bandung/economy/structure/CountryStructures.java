package org.bandung.economy.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.TradeGrids;
import org.bandung.economy.TradeGrids.Basis;
import org.bandung.economy.Wish;
import org.bandung.economy.indices.Advantage;
import org.bandung.economy.indices.Concentration;
import org.bandung.economy.indices.Grid;
import org.bandung.economy.structure.CountryStructure.Kind;
import org.bandung.economy.structure.CountryStructure.Line;
import org.bandung.economy.structure.CountryStructure.Measure;
import org.bandung.economy.structure.CountryStructure.Next;
import org.bandung.economy.structure.CountryStructure.Rarity;
import org.springframework.stereotype.Service;
import org.springframework.util.ConcurrentLruCache;

/// How the exports of countries are made up, from whatever trade by product this node holds.
@Service
public final class CountryStructures {

  // Two grids of 219 countries and 5,199 products each, 18 MB.
  private static final int YEARS = 3;

  private final TradeGrids trade;
  private final FoodGoods goods = FoodGoods.shipped();
  private final ConcurrentLruCache<Key, YearStructure> years;

  CountryStructures(TradeGrids trade) {
    this.trade = trade;
    years =
        new ConcurrentLruCache<>(
            YEARS, key -> YearStructure.of(trade.exports(key.source(), key.year())));
  }

  /// Known by what the dataset is made of, so that an import is seen at once.
  private record Key(Source source, int year) {}

  /// The structure of a country's exports.
  ///
  /// @param foodProduction what it makes of basic food, in the unit of the data, as whoever asks
  ///   states it; empty if nobody does
  /// @return empty if no exports by product of it are held
  public Optional<CountryStructure> of(String country, Wish wish, OptionalDouble foodProduction) {
    return trade.products(country, wish).map(b -> of(country, b, foodProduction));
  }

  private CountryStructure of(String country, Basis basis, OptionalDouble production) {
    var year = years.get(new Key(basis.source(), basis.year()));
    int row = year.exports().row(country);
    return new CountryStructure(
        country,
        basis.told(),
        year.countries(),
        year.products(),
        measures(year, row),
        lines(year, row),
        next(year, row),
        goods.know(basis.told().nomenclature())
            ? Optional.of(food(country, basis, year.exports(), production))
            : Optional.empty());
  }

  private FoodTrade food(String country, Basis basis, Grid exports, OptionalDouble production) {
    var bought = basis.byPartner() ? trade.bought(basis, country) : Grid.builder().build();
    return FoodTrade.of(basis, country, exports, bought, goods, production);
  }

  static List<Measure> measures(YearStructure year, int row) {
    var values = year.exports().rowValues(row);
    int exported = 0;
    for (double value : values) {
      exported += value > 0 ? 1 : 0;
    }
    var traded = new double[year.products()];
    int at = 0;
    for (int k = 0; k < values.length; k++) {
      if (year.world(k) > 0) {
        traded[at++] = values[k];
      }
    }
    return List.of(
        count("exported", exported, OptionalInt.empty()),
        count("diversification", year.diversification(row), year.diversificationRank(row)),
        count("equivalent-number", Concentration.equivalentNumber(traded), OptionalInt.empty()),
        plain("hhi", Concentration.hhi(traded)),
        plain("normalised-hhi", Concentration.normalisedHhi(traded)),
        plain("unctad-concentration", Concentration.unctad(traded)),
        plain("theil", Concentration.theil(traded)),
        new Measure(
            "top-three-products",
            Kind.SHARE,
            known(Concentration.top(3, traded)),
            OptionalInt.empty()),
        plain("unctad-diversification", Advantage.unctadDiversification(year.exports(), row)),
        new Measure("fitness", Kind.INDEX, known(year.fitness(row)), year.fitnessRank(row)),
        new Measure(
            "economic-complexity",
            Kind.INDEX,
            known(year.economicComplexity(row)),
            year.economicComplexityRank(row)));
  }

  private static Measure count(String code, double value, OptionalInt rank) {
    return new Measure(code, Kind.COUNT, known(value), rank);
  }

  private static Measure plain(String code, double value) {
    return new Measure(code, Kind.INDEX, known(value), OptionalInt.empty());
  }

  static List<Line> lines(YearStructure year, int row) {
    var exports = year.exports();
    double total = exports.rowSum(row);
    var lines = new ArrayList<Line>();
    for (int k = 0; k < exports.width(); k++) {
      double value = exports.get(row, k);
      if (value > 0) {
        double balassa = year.advantage().get(row, k);
        lines.add(
            new Line(
                exports.columns().get(k),
                value,
                value / total,
                value / year.world(k),
                balassa,
                Advantage.symmetric(balassa),
                rarity(year, k)));
      }
    }
    lines.sort(Comparator.comparingDouble(Line::balassa).reversed().thenComparing(Line::product));
    return lines;
  }

  static List<Next> next(YearStructure year, int row) {
    var exports = year.exports();
    var next = new ArrayList<Next>();
    for (int k = 0; k < exports.width(); k++) {
      double distance = year.distance(row, k);
      if (!(year.advantage().get(row, k) >= 1) && !Double.isNaN(distance)) {
        boolean told = exports.stated(row, k);
        next.add(
            new Next(
                exports.columns().get(k),
                distance,
                told ? OptionalDouble.of(exports.get(row, k)) : OptionalDouble.empty(),
                told ? known(year.advantage().get(row, k)) : OptionalDouble.empty(),
                year.world(k),
                rarity(year, k)));
      }
    }
    next.sort(Comparator.comparingDouble(Next::distance).thenComparing(Next::product));
    return next;
  }

  private static Rarity rarity(YearStructure year, int column) {
    return new Rarity(year.ubiquity(column), year.complexity(column), year.complexityRank(column));
  }

  private static OptionalDouble known(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
