package org.bandung.economy.gravity.solve;

import java.util.List;

/// Variances of coefficients that hold without equal variances or independence within clusters.
///
/// For several clusters those of every combination are added and taken away in turn (Cameron,
/// Gelbach, Miller 2011), each with its own count of groups.
public final class Sandwich {

  private Sandwich() {}

  /// The variance matrix of the coefficients.
  ///
  /// @param parameters how many coefficients and effects were estimated
  public static double[][] variance(Fit fit, Errors errors, int parameters) {
    int k = fit.coefficients().length;
    if (k == 0) {
      return new double[0][0];
    }
    var bread = Dense.inverse(Dense.products(fit.left(), fit.left(), fit.weights()));
    double n = fit.rows().length;
    double[][] meat;
    if (!errors.clustered()) {
      double factor =
          switch (errors) {
            case HC0_N -> n / (n - 1);
            case HC1 -> n / (n - parameters);
            default -> 1;
          };
      meat = new double[k][k];
      add(meat, fit, Groups.single(fit.rows().length), factor);
    } else {
      meat = clustered(fit, errors, errors == Errors.CLUSTER_N ? (n - 1) / (n - parameters) : 1);
    }
    return Dense.times(Dense.times(bread, meat), bread);
  }

  private static double[][] clustered(Fit fit, Errors errors, double factor) {
    int k = fit.coefficients().length;
    var meat = new double[k][k];
    List<Groups> clusters = fit.model().clusters();
    for (int some = 1; some < 1 << clusters.size(); some++) {
      Groups groups = null;
      for (int c = 0; c < clusters.size(); c++) {
        if ((some >> c & 1) == 1) {
          groups = groups == null ? clusters.get(c) : groups.and(clusters.get(c));
        }
      }
      if (groups == null) {
        continue;
      }
      double g = groups.count();
      double own = errors == Errors.CLUSTER_PLAIN ? 1 : g / (g - 1);
      double sign = Integer.bitCount(some) % 2 == 1 ? 1 : -1;
      add(meat, fit, groups, sign * factor * own);
    }
    return meat;
  }

  private static void add(double[][] meat, Fit fit, Groups groups, double factor) {
    int k = meat.length;
    var sums = new double[groups.count()][k];
    var flow = fit.model().flow().values();
    for (int i = 0; i < flow.length; i++) {
      double off = flow[i] - fit.fitted()[i];
      double[] sum = sums[groups.of(i)];
      for (int a = 0; a < k; a++) {
        sum[a] += off * fit.left().get(a)[i];
      }
    }
    for (double[] sum : sums) {
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          meat[a][b] += factor * sum[a] * sum[b];
        }
      }
    }
  }
}
