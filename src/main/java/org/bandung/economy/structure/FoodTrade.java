package org.bandung.economy.structure;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.bandung.economy.Partners;
import org.bandung.economy.TradeGrids.Basis;
import org.bandung.economy.indices.Food;
import org.bandung.economy.indices.Grid;

/// What a country sells and buys of basic food, and how far it feeds itself where its production is
/// stated. Values are in the data's unit.
///
/// @param exports of basic food; empty if the data hold none
/// @param imports of basic food; empty if the data hold none
/// @param allExports of the country
/// @param allImports of the country; empty if the data do not tell who buys
/// @param sources from whom the imports come, by the definition of the South
/// @param otherSources the same by the other definition
/// @param production as whoever asks states it, in the same unit; empty if nobody does
public record FoodTrade(
    OptionalDouble exports,
    OptionalDouble imports,
    OptionalDouble allExports,
    OptionalDouble allImports,
    Partners sources,
    Partners otherSources,
    OptionalDouble production) {

  /// More than any country makes, in any unit.
  public static final double MOST_PRODUCTION = 1e15;

  /// @param exports by exporter and product
  /// @param bought by exporter and product; no rows if the data do not tell who buys
  static FoodTrade of(
      Basis basis,
      String country,
      Grid exports,
      Grid bought,
      FoodGoods goods,
      OptionalDouble production) {
    var nomenclature = basis.told().nomenclature();
    int row = exports.row(country);
    double sold = 0;
    boolean said = false;
    for (int k = 0; row >= 0 && k < exports.width(); k++) {
      if (exports.stated(row, k) && goods.isFood(nomenclature, exports.columns().get(k))) {
        sold += exports.get(row, k);
        said = true;
      }
    }
    Map<String, Double> from = new HashMap<>();
    double all = 0;
    for (int k = 0; k < bought.width(); k++) {
      boolean food = goods.isFood(nomenclature, bought.columns().get(k));
      for (int i = 0; i < bought.height(); i++) {
        if (bought.stated(i, k) && !bought.rows().get(i).equals(country)) {
          all += bought.get(i, k);
          if (food) {
            from.merge(bought.rows().get(i), bought.get(i, k), Double::sum);
          }
        }
      }
    }
    return new FoodTrade(
        said ? OptionalDouble.of(sold) : OptionalDouble.empty(),
        from.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(from.values().stream().mapToDouble(v -> v).sum()),
        row < 0 ? OptionalDouble.empty() : OptionalDouble.of(exports.rowSum(row)),
        bought.height() == 0 ? OptionalDouble.empty() : OptionalDouble.of(all),
        Partners.of(basis.year(), from, basis.south()),
        Partners.of(basis.year(), from, basis.other()),
        production);
  }

  /// Food in what the country exports.
  ///
  /// `exports of food / all exports`, 0 to 1
  public OptionalDouble shareOfExports() {
    return ratio(exports, allExports);
  }

  /// Food in what the country imports.
  ///
  /// `imports of food / all imports`, 0 to 1
  public OptionalDouble shareOfImports() {
    return ratio(imports, allImports);
  }

  /// What part of its food imports its food exports would pay.
  ///
  /// `exports of food / imports of food`, 0 upward; above 1 it sells more food than it buys
  public OptionalDouble cover() {
    return ratio(exports, imports);
  }

  /// How far it feeds itself, see [Food#selfSufficiency]; only with a production that is stated.
  public OptionalDouble selfSufficiency() {
    return whole()
        ? known(
            Food.selfSufficiency(
                production.getAsDouble(), imports.getAsDouble(), exports.getAsDouble()))
        : OptionalDouble.empty();
  }

  /// How far its food is imported, see [Food#importDependence]; only with a production that is
  /// stated.
  public OptionalDouble importDependence() {
    return whole()
        ? known(
            Food.importDependence(
                production.getAsDouble(), imports.getAsDouble(), exports.getAsDouble()))
        : OptionalDouble.empty();
  }

  private boolean whole() {
    return production.isPresent() && imports.isPresent() && exports.isPresent();
  }

  private static OptionalDouble ratio(OptionalDouble part, OptionalDouble whole) {
    return part.isPresent() && whole.isPresent() && whole.getAsDouble() > 0
        ? OptionalDouble.of(part.getAsDouble() / whole.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble known(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
