package org.bandung.economy.network;

import java.util.Arrays;
import java.util.BitSet;

/// How the network holds together: circles, triangles, cores. Weights do not matter here.
public final class Cohesion {

  private Cohesion() {}

  /// **Strongly connected components**: nodes are in the same one if each reaches the other along
  /// arcs. For each node the number of its component, from 0, in the order of their first nodes.
  ///
  /// Source: R. Tarjan, 1972, for the notion; found here from what each node reaches.
  public static int[] components(Network network) {
    var reached = reached(network);
    var components = new int[network.size()];
    Arrays.fill(components, -1);
    var count = 0;
    for (var node = 0; node < components.length; node++) {
      if (components[node] >= 0) {
        continue;
      }
      for (var other = node; other < components.length; other++) {
        if (reached[node].get(other) && reached[other].get(node)) {
          components[other] = count;
        }
      }
      count++;
    }
    return components;
  }

  /// How many strongly connected components there are.
  public static int componentCount(Network network) {
    return Arrays.stream(components(network)).max().orElse(-1) + 1;
  }

  /// **Clustering coefficient** of each node `2 t / (k (k - 1))`: which part of the pairs of those
  /// it is linked with (either way) is linked, where t counts triangles and k neighbours.
  ///
  /// No unit. Range 0 to 1; 0 for nodes with fewer than two neighbours, as is usual. Source: D. J.
  /// Watts and S. H. Strogatz, "Collective dynamics of 'small-world' networks", 1998.
  public static double[] clustering(Network network) {
    var neighbours = network.neighbours();
    var result = new double[network.size()];
    for (var node = 0; node < result.length; node++) {
      var pairs = neighbours[node].length * (neighbours[node].length - 1.0);
      result[node] = pairs > 0 ? 2 * triangles(network, neighbours[node]) / pairs : 0;
    }
    return result;
  }

  /// **Average clustering**: the mean of the clustering coefficients of all nodes.
  ///
  /// No unit. Range 0 to 1. Undefined without nodes. Source: as of clustering.
  public static double averageClustering(Network network) {
    return Arrays.stream(clustering(network)).average().orElse(Double.NaN);
  }

  /// **Transitivity** `3 triangles / connected triples`: which part of all paths of two links
  /// closes.
  ///
  /// No unit. Range 0 to 1. Undefined without such paths. Source: M. E. J. Newman, "The structure
  /// and function of complex networks", 2003.
  public static double transitivity(Network network) {
    var closed = 0.0;
    var paths = 0.0;
    for (var neighbours : network.neighbours()) {
      closed += triangles(network, neighbours);
      paths += neighbours.length * (neighbours.length - 1.0) / 2;
    }
    return paths > 0 ? closed / paths : Double.NaN;
  }

  /// **Degree assortativity**: over all arcs the correlation of how many arcs leave their origin
  /// and how many reach their target.
  ///
  /// No unit. Range -1 to 1; above 0 the well linked link with the well linked. Undefined if one of
  /// the two does not vary. Source: M. E. J. Newman, "Mixing patterns in networks", 2003.
  public static double assortativity(Network network) {
    var out = network.successors();
    var in = network.predecessors();
    double count = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (var from = 0; from < out.length; from++) {
      for (var to : out[from]) {
        double leaving = out[from].length;
        double reaching = in[to].length;
        count++;
        x += leaving;
        y += reaching;
        xx += leaving * leaving;
        yy += reaching * reaching;
        xy += leaving * reaching;
      }
    }
    var spread = Math.sqrt(count * xx - x * x) * Math.sqrt(count * yy - y * y);
    return spread > 0 ? (count * xy - x * y) / spread : Double.NaN;
  }

  /// **Core number** of each node: the largest k for which it belongs to a set of nodes each of
  /// which is linked (either way) with at least k others of the set.
  ///
  /// Unit: links. Range 0 to n - 1. Source: S. B. Seidman, "Network structure and minimum degree",
  /// 1983.
  public static int[] cores(Network network) {
    var neighbours = network.neighbours();
    var degrees = Arrays.stream(neighbours).mapToInt(list -> list.length).toArray();
    var cores = new int[degrees.length];
    var gone = new BitSet(degrees.length);
    var core = 0;
    for (var step = 0; step < degrees.length; step++) {
      var least = -1;
      for (var node = gone.nextClearBit(0);
          node < degrees.length;
          node = gone.nextClearBit(node + 1)) {
        least = least < 0 || degrees[node] < degrees[least] ? node : least;
      }
      core = Math.max(core, degrees[least]);
      cores[least] = core;
      gone.set(least);
      for (var other : neighbours[least]) {
        degrees[other]--;
      }
    }
    return cores;
  }

  // How many pairs of these nodes are linked.
  private static int triangles(Network network, int[] nodes) {
    var linked = 0;
    for (var at = 0; at < nodes.length; at++) {
      for (var next = at + 1; next < nodes.length; next++) {
        linked += network.linked(nodes[at], nodes[next]) ? 1 : 0;
      }
    }
    return linked;
  }

  private static BitSet[] reached(Network network) {
    var successors = network.successors();
    var reached = new BitSet[successors.length];
    for (var start = 0; start < reached.length; start++) {
      var seen = new BitSet(reached.length);
      var queue = new int[reached.length];
      var end = 1;
      queue[0] = start;
      seen.set(start);
      for (var at = 0; at < end; at++) {
        for (var next : successors[queue[at]]) {
          if (!seen.get(next)) {
            seen.set(next);
            queue[end++] = next;
          }
        }
      }
      reached[start] = seen;
    }
    return reached;
  }
}
