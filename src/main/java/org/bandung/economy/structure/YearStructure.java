package org.bandung.economy.structure;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bandung.economy.indices.Advantage;
import org.bandung.economy.indices.Complexity;
import org.bandung.economy.indices.Complexity.Fitness;
import org.bandung.economy.indices.Grid;
import org.bandung.economy.indices.ProductSpace;

/// How the exports of all countries in one year are made up, worked out once for all of them: whose
/// advantage lies in what, how fit countries and how complex products are, how near each product is
/// to what each country exports already.
final class YearStructure {

  /// What the published figures of fitness have; it is told with every figure.
  static final int UPDATES = 19;

  private final Grid exports;
  private final Grid advantage;
  private final Grid distance;
  private final Fitness fitness;
  private final double[] economicComplexity;
  private final int[] diversification;
  private final int[] ubiquity;
  private final double[] world;
  private final int[] complexityRanks;

  private YearStructure(Grid exports) {
    this.exports = exports;
    advantage = Advantage.balassa(exports);
    distance = ProductSpace.distance(ProductSpace.density(advantage));
    fitness = Complexity.fitness(advantage, UPDATES);
    economicComplexity = Complexity.economicComplexity(advantage);
    diversification = Advantage.diversification(advantage);
    ubiquity = Advantage.ubiquity(advantage);
    world = exports.columnSums();
    complexityRanks =
        ranks(IntStream.range(0, exports.width()).mapToDouble(fitness::ofProduct).toArray());
  }

  /// @param exports by exporter and product
  static YearStructure of(Grid exports) {
    return new YearStructure(exports);
  }

  Grid exports() {
    return exports;
  }

  Grid advantage() {
    return advantage;
  }

  /// How many countries export anything.
  int countries() {
    return (int) Arrays.stream(exports.rowSums()).filter(v -> v > 0).count();
  }

  /// How many products anybody exports.
  int products() {
    return (int) Arrays.stream(world).filter(v -> v > 0).count();
  }

  double fitness(int row) {
    return fitness.ofCountry(row);
  }

  OptionalInt fitnessRank(int row) {
    return rank(
        IntStream.range(0, exports.height()).mapToDouble(fitness::ofCountry).toArray(), row);
  }

  double economicComplexity(int row) {
    return economicComplexity[row];
  }

  OptionalInt economicComplexityRank(int row) {
    return rank(economicComplexity, row);
  }

  int diversification(int row) {
    return diversification[row];
  }

  OptionalInt diversificationRank(int row) {
    return rank(Arrays.stream(diversification).asDoubleStream().toArray(), row);
  }

  int ubiquity(int column) {
    return ubiquity[column];
  }

  double world(int column) {
    return world[column];
  }

  OptionalDouble complexity(int column) {
    return known(fitness.ofProduct(column));
  }

  /// 1 is the most complex product; empty if nobody has an advantage in it.
  OptionalInt complexityRank(int column) {
    return complexityRanks[column] > 0
        ? OptionalInt.of(complexityRanks[column])
        : OptionalInt.empty();
  }

  /// Which part of a product's neighbourhood a country lacks; not a number without neighbours.
  double distance(int row, int column) {
    return distance.get(row, column);
  }

  /// The place of one of them, the largest first; equal ones share the better place.
  private static OptionalInt rank(double[] values, int at) {
    return Double.isNaN(values[at])
        ? OptionalInt.empty()
        : OptionalInt.of(1 + (int) Arrays.stream(values).filter(v -> v > values[at]).count());
  }

  /// The places of all, 0 for what is not defined.
  private static int[] ranks(double[] values) {
    var sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    var ranks = new int[values.length];
    for (int at = 0; at < values.length; at++) {
      if (!Double.isNaN(values[at])) {
        ranks[at] = 1 + sorted.length - upTo(sorted, values[at]);
      }
    }
    return ranks;
  }

  /// How many are not larger.
  private static int upTo(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static OptionalDouble known(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
