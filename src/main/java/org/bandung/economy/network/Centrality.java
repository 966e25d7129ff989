package org.bandung.economy.network;

import java.util.Arrays;
import org.bandung.economy.indices.Concentration;

/// How central each node is, in several senses; the results stand in the order of the nodes.
///
/// Rankings of countries by such figures say little by themselves; they describe a network.
public final class Centrality {

  private static final int ROUNDS = 100_000;
  private static final double ENOUGH = 1e-15;

  private Centrality() {}

  /// **PageRank**, weighted: the stationary distribution of a walk that follows arcs in proportion
  /// to their weights and jumps to any node with probability `1 - damping`, and from nodes without
  /// arcs.
  ///
  /// No unit. Range `(1 - damping) / n` to 1; the sum is 1. Source: S. Brin and L. Page, 1998.
  ///
  /// @param damping usually 0.85
  public static double[] pageRank(Network network, double damping) {
    var size = network.size();
    var strengths = new double[size];
    Arrays.setAll(strengths, network::outStrength);
    var rank = new double[size];
    Arrays.fill(rank, 1.0 / size);
    for (var round = 0; round < ROUNDS; round++) {
      var stuck = 0.0;
      for (var node = 0; node < size; node++) {
        stuck += strengths[node] > 0 ? 0 : rank[node];
      }
      var next = new double[size];
      Arrays.fill(next, (1 - damping + damping * stuck) / size);
      for (var from = 0; from < size; from++) {
        if (strengths[from] > 0) {
          for (var to = 0; to < size; to++) {
            next[to] += damping * rank[from] * network.weight(from, to) / strengths[from];
          }
        }
      }
      var change = change(rank, next);
      rank = next;
      if (change < ENOUGH) {
        break;
      }
    }
    return rank;
  }

  /// **Eigenvector centrality**, weighted, by what reaches a node: `l x_j = sum over i of w_ij x_i`
  /// for the largest l, of Euclidean length 1.
  ///
  /// No unit. Range 0 to 1. Undefined (all `NaN`) without arcs; nodes outside the strongest
  /// component can be 0. Source: P. Bonacich, "Power and centrality", 1987.
  public static double[] eigenvector(Network network) {
    var size = network.size();
    var vector = new double[size];
    Arrays.fill(vector, 1 / Math.sqrt(size));
    var scale = largestWeight(network);
    for (var round = 0; round < ROUNDS; round++) {
      // Each round adds the vector itself, so that no network makes it swing to and fro.
      var next = vector.clone();
      for (var from = 0; from < size; from++) {
        for (var to = 0; to < size; to++) {
          next[to] += network.weight(from, to) / scale * vector[from];
        }
      }
      var length = Math.sqrt(Arrays.stream(next).map(value -> value * value).sum());
      for (var node = 0; node < size; node++) {
        next[node] /= length;
      }
      var change = change(vector, next);
      vector = next;
      if (change < ENOUGH) {
        break;
      }
    }
    return vector;
  }

  /// **Betweenness**: over all ordered pairs of other nodes, the part of their shortest paths along
  /// arcs that leads through a node, divided by `(n - 1) (n - 2)`. Every arc is one step.
  ///
  /// No unit. Range 0 to 1. Undefined for fewer than three nodes. Source: L. C. Freeman, 1977;
  /// algorithm U. Brandes, "A faster algorithm for betweenness centrality", 2001.
  public static double[] betweenness(Network network) {
    var size = network.size();
    var successors = network.successors();
    var result = new double[size];
    for (var start = 0; start < size; start++) {
      ShortestPaths.from(start, successors).addDependencies(result);
    }
    var pairs = (size - 1.0) * (size - 2.0);
    Arrays.setAll(result, node -> pairs > 0 ? result[node] / pairs : Double.NaN);
    return result;
  }

  /// **Closeness** by what reaches a node, after Wasserman and Faust `((r - 1) / sum of distances)
  /// ((r - 1) / (n - 1))`, where r nodes (itself included) reach it and distances are steps along
  /// arcs to it.
  ///
  /// No unit. Range 0 (nobody reaches it) to 1 (all do in one step). Source: S. Wasserman and K.
  /// Faust, *Social Network Analysis*, 1994, formula 5.22.
  public static double[] closeness(Network network) {
    var size = network.size();
    var predecessors = network.predecessors();
    var result = new double[size];
    for (var node = 0; node < size; node++) {
      var paths = ShortestPaths.from(node, predecessors);
      var others = paths.reached() - 1.0;
      result[node] = others > 0 ? others / paths.distances() * (others / (size - 1)) : 0;
    }
    return result;
  }

  /// **Concentration by partner**: the Herfindahl-Hirschman index of what leaves each node, by
  /// where it goes. Unit, range and source as of `Concentration.hhi`; undefined for nodes nothing
  /// leaves.
  public static double[] partnerConcentration(Network network) {
    var result = new double[network.size()];
    for (var from = 0; from < result.length; from++) {
      var weights = new double[result.length];
      for (var to = 0; to < weights.length; to++) {
        weights[to] = network.weight(from, to);
      }
      result[from] = Concentration.hhi(weights);
    }
    return result;
  }

  private static double largestWeight(Network network) {
    var largest = Double.NaN;
    for (var node = 0; node < network.size(); node++) {
      for (var other = 0; other < network.size(); other++) {
        if (network.arc(node, other) && !(network.weight(node, other) <= largest)) {
          largest = network.weight(node, other);
        }
      }
    }
    return largest;
  }

  private static double change(double[] before, double[] after) {
    var change = 0.0;
    for (var at = 0; at < before.length; at++) {
      change += Math.abs(after[at] - before[at]);
    }
    return change;
  }
}
