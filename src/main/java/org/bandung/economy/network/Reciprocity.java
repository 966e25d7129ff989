package org.bandung.economy.network;

/// How far flows are answered by flows the other way.
public final class Reciprocity {

  private Reciprocity() {}

  /// **Density** `m / (n (n - 1))`: which part of all possible arcs there is.
  ///
  /// No unit. Range 0 to 1. Undefined for fewer than two nodes. Source: S. Wasserman and K. Faust,
  /// *Social Network Analysis*, 1994.
  public static double density(Network network) {
    var n = (double) network.size();
    return n < 2 ? Double.NaN : network.arcs() / (n * (n - 1));
  }

  /// **Binary reciprocity** `r`: which part of the arcs has an opposite.
  ///
  /// No unit. Range 0 to 1; that of an arbitrary network is its density. Undefined without arcs.
  /// Source: as above.
  public static double binary(Network network) {
    var answered = 0;
    for (var from = 0; from < network.size(); from++) {
      for (var to = 0; to < network.size(); to++) {
        answered += network.arc(from, to) && network.arc(to, from) ? 1 : 0;
      }
    }
    var arcs = network.arcs();
    return arcs == 0 ? Double.NaN : (double) answered / arcs;
  }

  /// **Reciprocity of Garlaschelli and Loffredo** `(r - d) / (1 - d)`, where r is the binary
  /// reciprocity and d the density: reciprocity beyond what the number of arcs brings about.
  ///
  /// No unit. Range `-d / (1 - d)` to 1; 0 is that of an arbitrary network, below 0 arcs avoid
  /// being answered. Undefined without arcs or if all arcs are there. Source: D. Garlaschelli and
  /// M. I. Loffredo, "Patterns of link reciprocity in directed networks", 2004.
  public static double beyondDensity(Network network) {
    var density = density(network);
    return density < 1 ? (binary(network) - density) / (1 - density) : Double.NaN;
  }

  /// **Weighted reciprocity of Squartini et al.** `sum of min(w_ij, w_ji) / sum of w_ij` over all
  /// ordered pairs: which part of all that flows is balanced by the opposite flow.
  ///
  /// No unit. Range 0 (one way only) to 1 (all balanced). Undefined without flows. Source: T.
  /// Squartini, F. Picciolo, F. Ruzzenenti and D. Garlaschelli, "Reciprocity of weighted networks",
  /// 2013.
  public static double weighted(Network network) {
    var balanced = 0.0;
    var all = 0.0;
    for (var from = 0; from < network.size(); from++) {
      for (var to = 0; to < network.size(); to++) {
        balanced += Math.min(network.weight(from, to), network.weight(to, from));
        all += network.weight(from, to);
      }
    }
    return all > 0 ? balanced / all : Double.NaN;
  }
}
