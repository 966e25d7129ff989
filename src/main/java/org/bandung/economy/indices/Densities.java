package org.bandung.economy.indices;

import java.util.stream.IntStream;

/// Densities of all countries and products, without the proximities of all pairs of products.
///
/// The proximity of k and l divides by the larger ubiquity. If products are walked in the order of
/// their ubiquity u, those before k divide by u_k and those after k by their own; and what k and l
/// have in common is a sum over the countries that hold k. So two tables of country by country are
/// enough: how many products before k two countries share, and the sum of 1 / u_l over the shared
/// products after k. A year of 219 countries and 5,199 products takes some 100 million steps
/// instead of 6 thousand million.
final class Densities {

  private final int countries;
  private final int products;
  private final int[] ubiquity;
  private final int[][] holders;
  // By country and product: the proximities to what the country holds; and to all products.
  private final double[] held;
  private final double[] all;

  private Densities(Grid balassa) {
    countries = balassa.height();
    products = balassa.width();
    ubiquity = Advantage.ubiquity(balassa);
    holders = Advantage.holders(balassa);
    held = new double[countries * products];
    all = new double[products];
  }

  static Grid all(Grid balassa) {
    var densities = new Densities(balassa);
    densities.walk();
    var result = densities.held;
    for (var at = 0; at < result.length; at++) {
      var whole = densities.all[at % densities.products];
      result[at] = whole > 0 ? result[at] / whole : Double.NaN;
    }
    return Grid.of(balassa.rows(), balassa.columns(), result);
  }

  // Up with counts, down with sums of 1 / u: nothing is ever taken away, so that nothing is left of
  // what was nothing.
  private void walk() {
    var order =
        IntStream.range(0, products)
            .filter(product -> ubiquity[product] > 0)
            .boxed()
            .sorted((a, b) -> Integer.compare(ubiquity[a], ubiquity[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    var before = new double[countries][countries];
    for (var product : order) {
      visit(product, before, 1.0 / ubiquity[product]);
      add(before, holders[product], 1);
    }
    var after = new double[countries][countries];
    for (var at = order.length - 1; at >= 0; at--) {
      visit(order[at], after, 1);
      add(after, holders[order[at]], 1.0 / ubiquity[order[at]]);
    }
  }

  private void visit(int product, double[][] shared, double factor) {
    var sums = new double[countries];
    for (var holder : holders[product]) {
      var row = shared[holder];
      all[product] += factor * row[holder];
      for (var country = 0; country < sums.length; country++) {
        sums[country] += row[country];
      }
    }
    for (var country = 0; country < sums.length; country++) {
      held[country * products + product] += factor * sums[country];
    }
  }

  private static void add(double[][] shared, int[] holders, double value) {
    for (var holder : holders) {
      var row = shared[holder];
      for (var other : holders) {
        row[other] += value;
      }
    }
  }
}
