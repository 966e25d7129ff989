package org.bandung.economy.network;

import java.util.Arrays;

/// All shortest paths from one node, every arc one step.
final class ShortestPaths {

  private final int[][] arcs;
  private final int[] order;
  private final int reached;
  private final int[] distances;
  private final double[] paths;

  private ShortestPaths(int[][] arcs, int[] order, int reached, int[] distances, double[] paths) {
    this.arcs = arcs;
    this.order = order;
    this.reached = reached;
    this.distances = distances;
    this.paths = paths;
  }

  static ShortestPaths from(int start, int[][] arcs) {
    var order = new int[arcs.length];
    var distances = new int[arcs.length];
    var paths = new double[arcs.length];
    Arrays.fill(distances, -1);
    distances[start] = 0;
    paths[start] = 1;
    order[0] = start;
    var end = 1;
    for (var at = 0; at < end; at++) {
      var node = order[at];
      for (var next : arcs[node]) {
        if (distances[next] < 0) {
          distances[next] = distances[node] + 1;
          order[end++] = next;
        }
        if (distances[next] == distances[node] + 1) {
          paths[next] += paths[node];
        }
      }
    }
    return new ShortestPaths(arcs, order, end, distances, paths);
  }

  /// How many nodes are reached, the start included.
  int reached() {
    return reached;
  }

  /// The sum of the steps to all of them.
  int distances() {
    var sum = 0;
    for (var at = 0; at < reached; at++) {
      sum += distances[order[at]];
    }
    return sum;
  }

  /// Adds to each node between, over all ends, the part of the paths to that end that pass it.
  void addDependencies(double[] result) {
    var dependencies = new double[arcs.length];
    for (var at = reached - 1; at > 0; at--) {
      var node = order[at];
      for (var next : arcs[node]) {
        if (distances[next] == distances[node] + 1) {
          dependencies[node] += paths[node] / paths[next] * (1 + dependencies[next]);
        }
      }
      result[node] += dependencies[node];
    }
  }
}
