package org.bandung.economy.network;

import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bandung.economy.indices.Grid;

/// Flows between countries as a network: an arc wherever something flows, weighted by how much.
///
/// Flows of a country with itself are left out, and so are flows of nothing. A network in which
/// every arc has its opposite of the same weight is undirected.
public final class Network {

  private final List<String> nodes;
  private final double[] weights;

  private Network(List<String> nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /// All flows of a grid, from its rows to its columns; the nodes are the codes of both.
  public static Network of(Grid flows) {
    var codes = new TreeSet<>(flows.rows());
    codes.addAll(flows.columns());
    var nodes = List.copyOf(codes);
    var weights = new double[nodes.size() * nodes.size()];
    for (var row = 0; row < flows.height(); row++) {
      var from = Collections.binarySearch(nodes, flows.rows().get(row));
      for (var column = 0; column < flows.width(); column++) {
        var to = Collections.binarySearch(nodes, flows.columns().get(column));
        if (from != to && flows.get(row, column) > 0) {
          weights[from * nodes.size() + to] = flows.get(row, column);
        }
      }
    }
    return new Network(nodes, weights);
  }

  /// Only the arcs that carry at least a share of all that leaves their origin: of an exporter the
  /// markets that matter to it. The nodes and the weights of these arcs stay.
  ///
  /// @param share 0.01 is 1 %
  public Network atLeast(double share) {
    var kept = new double[weights.length];
    for (var from = 0; from < size(); from++) {
      var least = share * outStrength(from);
      for (var to = 0; to < size(); to++) {
        kept[from * size() + to] = weight(from, to) >= least ? weight(from, to) : 0;
      }
    }
    return new Network(nodes, kept);
  }

  /// The codes of the nodes, sorted.
  public List<String> nodes() {
    return nodes;
  }

  public int size() {
    return nodes.size();
  }

  /// Where a code stands; negative if it is no node.
  public int node(String code) {
    return Collections.binarySearch(nodes, code);
  }

  public double weight(int from, int to) {
    return weights[from * nodes.size() + to];
  }

  /// Whether anything flows this way.
  public boolean arc(int from, int to) {
    return weights[from * nodes.size() + to] > 0;
  }

  /// Whether anything flows either way.
  public boolean linked(int one, int other) {
    return arc(one, other) || arc(other, one);
  }

  public int arcs() {
    return (int) IntStream.range(0, weights.length).filter(at -> weights[at] > 0).count();
  }

  /// All that leaves a node.
  public double outStrength(int node) {
    return IntStream.range(0, size()).mapToDouble(to -> weight(node, to)).sum();
  }

  /// All that reaches a node.
  public double inStrength(int node) {
    return IntStream.range(0, size()).mapToDouble(from -> weight(from, node)).sum();
  }

  /// For each node the nodes its arcs lead to.
  int[][] successors() {
    return lists(this::arc);
  }

  /// For each node the nodes whose arcs lead to it.
  int[][] predecessors() {
    return lists((node, other) -> arc(other, node));
  }

  /// For each node the nodes it is linked with either way.
  int[][] neighbours() {
    return lists(this::linked);
  }

  private int[][] lists(Relation relation) {
    return IntStream.range(0, size())
        .mapToObj(node -> IntStream.range(0, size()).filter(o -> relation.holds(node, o)).toArray())
        .toArray(int[][]::new);
  }

  private interface Relation {
    boolean holds(int node, int other);
  }
}
