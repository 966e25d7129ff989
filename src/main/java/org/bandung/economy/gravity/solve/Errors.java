package org.bandung.economy.gravity.solve;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which errors of coefficients are counted.
///
/// With `bread = (X' W X)^-1` of regressors without effects and `score_i = x_i (flow_i -
/// fitted_i)`: `V = c bread (sum of squared scores) bread`, squares of rows or of sums by cluster.
public enum Errors {
  /// Robust to unequal variance (White 1980): `c = 1`.
  HC0,
  /// The same with `c = n / (n - 1)`, as the Advanced Guide's PPML programs have it.
  HC0_N,
  /// The same with `c = n / (n - k)`, `k` counting coefficients and effects.
  HC1,
  /// By cluster (Liang, Zeger 1986), `c = 1`.
  CLUSTER_PLAIN,
  /// By cluster with `c = G / (G - 1)`.
  CLUSTER,
  /// By cluster with `c = G / (G - 1) * (n - 1) / (n - k)`.
  CLUSTER_N;

  /// As it is written in a specification.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Errors> ofCode(String code) {
    return List.of(values()).stream().filter(e -> e.code().equals(code)).findFirst();
  }

  public boolean clustered() {
    return this == CLUSTER || this == CLUSTER_N || this == CLUSTER_PLAIN;
  }
}
