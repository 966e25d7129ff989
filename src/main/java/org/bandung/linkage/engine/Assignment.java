package org.bandung.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Gives each record at most one partner, so that the weights kept are greatest together.
///
/// Pairs hang together in small groups; each is solved exactly (the Hungarian method, as shortest
/// augmenting paths). A group with more than `EXACT` records on a side is taken greedily, heaviest
/// pair first: at least half the best sum.
///
/// @see <a href="https://doi.org/10.1007/BF02278710">Jonker and Volgenant 1987</a>
public final class Assignment {

  private static final int EXACT = 300;

  /// A pair that could be kept; records of the left and of the right side are numbered apart.
  ///
  /// @param weight only pairs above 0 are kept
  public record Edge(int left, int right, double weight) {}

  private Assignment() {}

  /// The edges kept, in the order given.
  public static List<Edge> oneToOne(List<Edge> edges) {
    var kept = new LinkedHashSet<Edge>();
    for (var group : groups(edges)) {
      var best = group.size() == 1 ? group : solve(group);
      kept.addAll(best);
    }
    return edges.stream().filter(kept::contains).toList();
  }

  /// The edges above 0 that hang together by common records.
  public static List<List<Edge>> groups(List<Edge> edges) {
    int rights = 1 + edges.stream().mapToInt(e -> Math.max(e.left(), e.right())).max().orElse(0);
    var above = new int[2 * rights];
    Arrays.setAll(above, i -> i);
    for (var edge : edges) {
      if (edge.weight() > 0) {
        above[root(above, edge.left())] = root(above, rights + edge.right());
      }
    }
    var groups = new LinkedHashMap<Integer, List<Edge>>();
    for (var edge : edges) {
      if (edge.weight() > 0) {
        groups.computeIfAbsent(root(above, edge.left()), r -> new ArrayList<>()).add(edge);
      }
    }
    return List.copyOf(groups.values());
  }

  private static int root(int[] above, int node) {
    int n = node;
    while (above[n] != n) {
      above[n] = above[above[n]];
      n = above[n];
    }
    return n;
  }

  private static List<Edge> solve(List<Edge> group) {
    var lefts = numbered(group.stream().map(Edge::left).distinct().toList());
    var rights = numbered(group.stream().map(Edge::right).distinct().toList());
    if (lefts.size() > EXACT || rights.size() > EXACT) {
      return greedy(group);
    }
    // Each left record may also stay alone, at weight 0, in a column of its own.
    var gain = new double[lefts.size()][rights.size() + lefts.size()];
    var edges = new Edge[lefts.size()][rights.size()];
    for (var edge : group) {
      int l = lefts.getOrDefault(edge.left(), 0);
      int r = rights.getOrDefault(edge.right(), 0);
      if (edge.weight() > gain[l][r]) {
        gain[l][r] = edge.weight();
        edges[l][r] = edge;
      }
    }
    int[] column = best(gain);
    var kept = new ArrayList<Edge>();
    for (int l = 0; l < edges.length; l++) {
      if (column[l] < edges[l].length && edges[l][column[l]] != null) {
        kept.add(edges[l][column[l]]);
      }
    }
    return kept;
  }

  private static Map<Integer, Integer> numbered(List<Integer> records) {
    var numbers = new LinkedHashMap<Integer, Integer>();
    records.forEach(r -> numbers.put(r, numbers.size()));
    return numbers;
  }

  private static List<Edge> greedy(List<Edge> group) {
    var taken = new LinkedHashSet<Integer>();
    var takenRight = new LinkedHashSet<Integer>();
    var kept = new ArrayList<Edge>();
    for (var edge :
        group.stream().sorted(Comparator.comparingDouble(Edge::weight).reversed()).toList()) {
      if (!taken.contains(edge.left()) && !takenRight.contains(edge.right())) {
        taken.add(edge.left());
        takenRight.add(edge.right());
        kept.add(edge);
      }
    }
    return kept;
  }

  /// For each row the column it gets so that the sum of gains is greatest; columns are at least as
  /// many as rows.
  static int[] best(double[][] gain) {
    int columns = gain.length == 0 ? 0 : gain[0].length;
    var rowOf = new int[columns + 1];
    var rowPrice = new double[gain.length + 1];
    var columnPrice = new double[columns + 1];
    for (int row = 1; row <= gain.length; row++) {
      augment(gain, row, rowOf, rowPrice, columnPrice);
    }
    var column = new int[gain.length];
    for (int c = 1; c <= columns; c++) {
      if (rowOf[c] > 0) {
        column[rowOf[c] - 1] = c - 1;
      }
    }
    return column;
  }

  /// Finds the cheapest alternating path from a new row to a free column; rows and columns count
  /// from 1.
  private static void augment(
      double[][] gain, int row, int[] rowOf, double[] rowPrice, double[] columnPrice) {
    var least = new double[rowOf.length];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    var from = new int[rowOf.length];
    var done = new boolean[rowOf.length];
    rowOf[0] = row;
    int at = 0;
    while (rowOf[at] != 0) {
      done[at] = true;
      double delta = Double.POSITIVE_INFINITY;
      int next = 0;
      for (int c = 1; c < rowOf.length; c++) {
        if (!done[c]) {
          double cost = -gain[rowOf[at] - 1][c - 1] - rowPrice[rowOf[at]] - columnPrice[c];
          if (cost < least[c]) {
            least[c] = cost;
            from[c] = at;
          }
          if (least[c] < delta) {
            delta = least[c];
            next = c;
          }
        }
      }
      for (int c = 0; c < rowOf.length; c++) {
        if (done[c]) {
          rowPrice[rowOf[c]] += delta;
          columnPrice[c] -= delta;
        } else {
          least[c] -= delta;
        }
      }
      at = next;
    }
    while (at != 0) {
      rowOf[at] = rowOf[from[at]];
      at = from[at];
    }
  }
}
