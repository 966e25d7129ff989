package org.bandung.funds.netting;

import java.util.Arrays;

/// The cheapest largest flow through a network, exactly, in whole numbers: shortest paths by
/// Dijkstra over reduced costs, and along all of them at once a largest flow by levels (Dinic).
///
/// @see <a href="https://doi.org/10.1145/321694.321699">Edmonds and Karp 1972, costs made
///   non-negative by potentials</a>
final class CostFlow {

  /// More than any capacity that bounds something, small enough to be added without overflow.
  static final long ENDLESS = Long.MAX_VALUE / 4;

  private final int nodes;
  private final int[] first;
  private int[] next = new int[64];
  private int[] to = new int[64];
  private long[] left = new long[64];
  private long[] cost = new long[64];
  private int arcs;
  private final long[] potential;
  private final long[] distance;
  private final int[] level;
  private final int[] at;

  CostFlow(int nodes) {
    this.nodes = nodes;
    this.first = new int[nodes];
    Arrays.fill(first, -1);
    this.potential = new long[nodes];
    this.distance = new long[nodes];
    this.level = new int[nodes];
    this.at = new int[nodes];
  }

  /// Adds an arc.
  ///
  /// @param price of one unit, not below zero
  /// @return its number
  int arc(int from, int into, long capacity, long price) {
    if (capacity < 0 || price < 0) {
      throw new IllegalArgumentException("an arc has no negative capacity or price");
    }
    half(from, into, capacity, price);
    half(into, from, 0, -price);
    return arcs - 2;
  }

  private void half(int from, int into, long capacity, long price) {
    if (arcs == to.length) {
      next = Arrays.copyOf(next, 2 * arcs);
      to = Arrays.copyOf(to, 2 * arcs);
      left = Arrays.copyOf(left, 2 * arcs);
      cost = Arrays.copyOf(cost, 2 * arcs);
    }
    to[arcs] = into;
    left[arcs] = capacity;
    cost[arcs] = price;
    next[arcs] = first[from];
    first[from] = arcs++;
  }

  /// What flows along an arc.
  long along(int arc) {
    return left[arc ^ 1];
  }

  /// Sends as much as can be sent, at the least price.
  ///
  /// @return how much
  long send(int source, int sink) {
    long sent = 0;
    while (distances(source, sink)) {
      while (levels(source, sink)) {
        System.arraycopy(first, 0, at, 0, nodes);
        for (long more = push(source, sink, ENDLESS);
            more > 0;
            more = push(source, sink, ENDLESS)) {
          sent += more;
        }
      }
    }
    return sent;
  }

  /// Shortest distances by reduced cost; afterwards the arcs of reduced cost zero are those that
  /// lie on shortest paths.
  private boolean distances(int source, int sink) {
    Arrays.fill(distance, Long.MAX_VALUE);
    distance[source] = 0;
    var done = new boolean[nodes];
    while (true) {
      int u = nearest(done);
      if (u < 0) {
        break;
      }
      done[u] = true;
      for (int e = first[u]; e >= 0; e = next[e]) {
        if (left[e] > 0) {
          long through = distance[u] + cost[e] + potential[u] - potential[to[e]];
          if (through < distance[to[e]]) {
            distance[to[e]] = through;
          }
        }
      }
    }
    if (distance[sink] == Long.MAX_VALUE) {
      return false;
    }
    for (int v = 0; v < nodes; v++) {
      // Who lies farther than the sink, or cannot be reached, rises as far as the sink does:
      // reduced
      // costs stay non-negative.
      potential[v] += Math.min(distance[v], distance[sink]);
    }
    return true;
  }

  private int nearest(boolean[] done) {
    int best = -1;
    for (int v = 0; v < nodes; v++) {
      if (!done[v] && distance[v] < Long.MAX_VALUE && (best < 0 || distance[v] < distance[best])) {
        best = v;
      }
    }
    return best;
  }

  private boolean open(int from, int e) {
    return left[e] > 0 && cost[e] + potential[from] - potential[to[e]] == 0;
  }

  private boolean levels(int source, int sink) {
    Arrays.fill(level, -1);
    level[source] = 0;
    var queue = new int[nodes];
    int end = 1;
    queue[0] = source;
    for (int i = 0; i < end; i++) {
      for (int e = first[queue[i]]; e >= 0; e = next[e]) {
        if (level[to[e]] < 0 && open(queue[i], e)) {
          level[to[e]] = level[queue[i]] + 1;
          queue[end++] = to[e];
        }
      }
    }
    return level[sink] >= 0;
  }

  private long push(int from, int sink, long most) {
    if (from == sink) {
      return most;
    }
    for (; at[from] >= 0; at[from] = next[at[from]]) {
      int e = at[from];
      if (level[to[e]] == level[from] + 1 && open(from, e)) {
        long pushed = push(to[e], sink, Math.min(most, left[e]));
        if (pushed > 0) {
          left[e] -= pushed;
          left[e ^ 1] += pushed;
          return pushed;
        }
      }
    }
    return 0;
  }
}
