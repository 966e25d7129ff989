package org.bandung.economy.indices;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Fitness of countries and complexity of products, and the index of economic complexity.
///
/// Both read the matrix M of advantages: 1 where Balassa's index is at least 1, else 0. Countries
/// and products without any are left out beforehand: of them nothing is defined.
public final class Complexity {

  private Complexity() {}

  /// **Fitness and complexity** of Tacchella et al. From ones, at each update `F_c = sum over k of
  /// M_ck Q_k` and `Q_k = 1 / (sum over c of M_ck / F_c)`, both from the values before, then each
  /// divided by its mean.
  ///
  /// No unit; the mean over all is 1. Range above 0. Countries or products without an advantage are
  /// `NaN`. The values depend on the number of updates, which is part of the result; some countries
  /// tend to zero as it grows. Source: A. Tacchella, M. Cristelli, G. Caldarelli, A. Gabrielli and
  /// L. Pietronero, "A new metrics for countries' fitness and products' complexity", 2012.
  ///
  /// @param balassa Balassa's index by country and product
  /// @param updates how many; 19 is what the published file has
  public static Fitness fitness(Grid balassa, int updates) {
    var held = Advantage.held(balassa);
    return Fitness.of(balassa, held, updates);
  }

  /// **Economic complexity index** of Hidalgo and Hausmann: the second eigenvector of `W_cc' = (sum
  /// over k of M_ck M_c'k / u_k) / d_c`, where d is diversification and u ubiquity, less its mean
  /// and over its standard deviation (of the population), with the sign of its correlation with
  /// diversification.
  ///
  /// No unit; mean 0, standard deviation 1. Countries without an advantage are `NaN`. Source: C. A.
  /// Hidalgo and R. Hausmann, 2009; R. Hausmann et al., *The Atlas of Economic Complexity*, 2014.
  public static double[] economicComplexity(Grid balassa) {
    return SecondEigenvector.standardised(balassa);
  }

  /// Fitness of each country and complexity of each product after some updates.
  public static final class Fitness {
    private final Grid balassa;
    private final double[] fitness;
    private final double[] complexity;
    private final int updates;
    private final int advantages;

    private Fitness(
        Grid balassa, double[] fitness, double[] complexity, int updates, int advantages) {
      this.balassa = balassa;
      this.fitness = fitness;
      this.complexity = complexity;
      this.updates = updates;
      this.advantages = advantages;
    }

    /// Of the country in this row of the grid.
    public double ofCountry(int row) {
      return fitness[row];
    }

    /// Of the product in this column of the grid.
    public double ofProduct(int column) {
      return complexity[column];
    }

    public List<String> countries() {
      return balassa.rows();
    }

    public List<String> products() {
      return balassa.columns();
    }

    public int updates() {
      return updates;
    }

    /// How many cells have an advantage.
    public int advantages() {
      return advantages;
    }

    private static Fitness of(Grid balassa, BitSet held, int updates) {
      var width = balassa.width();
      var cells = held.stream().toArray();
      var fitness = ones(balassa.height(), Arrays.stream(cells).map(cell -> cell / width));
      var complexity = ones(width, Arrays.stream(cells).map(cell -> cell % width));
      for (var update = 0; update < updates; update++) {
        var next = new double[fitness.length];
        var inverse = new double[complexity.length];
        for (var cell : cells) {
          next[cell / width] += complexity[cell % width];
          inverse[cell % width] += 1 / fitness[cell / width];
        }
        for (var k = 0; k < inverse.length; k++) {
          inverse[k] = 1 / inverse[k];
        }
        fitness = overMean(next, fitness);
        complexity = overMean(inverse, complexity);
      }
      return new Fitness(balassa, fitness, complexity, updates, cells.length);
    }

    private static double[] ones(int size, IntStream present) {
      var ones = new double[size];
      Arrays.fill(ones, Double.NaN);
      present.forEach(at -> ones[at] = 1);
      return ones;
    }

    // Who was not defined before is not now.
    private static double[] overMean(double[] values, double[] before) {
      var sum = 0.0;
      var count = 0;
      for (var at = 0; at < values.length; at++) {
        if (!Double.isNaN(before[at])) {
          sum += values[at];
          count++;
        }
      }
      for (var at = 0; at < values.length; at++) {
        values[at] = Double.isNaN(before[at]) ? Double.NaN : values[at] * count / sum;
      }
      return values;
    }
  }
}
