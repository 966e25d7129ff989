package org.bandung.economy.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bandung.economy.indices.Grid;
import org.bandung.economy.indices.Intensity;
import org.bandung.economy.network.Centrality;
import org.bandung.economy.network.Cohesion;
import org.bandung.economy.network.Network;
import org.bandung.economy.network.Reciprocity;
import org.bandung.economy.network.Triads;
import org.bandung.economy.structure.TradeNetwork.Node;
import org.bandung.economy.structure.TradeNetwork.Place;
import org.bandung.economy.structure.TradeNetwork.View;

/// The trade of some countries with each other as a network, from the flows of all.
final class NetworkOfMembers {

  private static final double DAMPING = 0.85;
  // Members of three at least: with fewer there is no triangle, no way between others.
  private static final int TRIAD = 3;

  private final Grid flows;
  private final List<String> known;
  private final List<String> members;
  private final Network all;
  private final Network markets;

  /// @param flows of all countries, by exporter and importer
  /// @param members those of them that export anything in the data are the nodes: whom the others
  ///   sell to nobody knows, which is not the same as nobody
  NetworkOfMembers(Grid flows, Collection<String> members) {
    this.flows = flows;
    known = List.copyOf(new TreeSet<>(members));
    this.members = known.stream().filter(this::exports).toList();
    all = network(0);
    markets = network(TradeNetwork.MATTERS);
  }

  private boolean exports(String member) {
    int row = flows.row(member);
    return row >= 0 && flows.rowSum(row) > 0;
  }

  /// Only flows that are at least a share of all that the exporter sells, to whomever.
  private Network network(double share) {
    int n = members.size();
    var cells = new double[n * n];
    for (int i = 0; i < n; i++) {
      int row = flows.row(members.get(i));
      double least = share * flows.rowSum(row);
      for (int j = 0; j < n; j++) {
        int column = flows.column(members.get(j));
        double value = column < 0 ? 0 : flows.get(row, column);
        cells[i * n + j] = value >= least ? value : 0;
      }
    }
    return Network.of(Grid.of(members, members, cells));
  }

  int reporting() {
    return members.size();
  }

  /// Who trades most with the others.
  Optional<String> largest() {
    return IntStream.range(0, members.size())
        .boxed()
        .filter(i -> all.outStrength(i) + all.inStrength(i) > 0)
        .max(
            Comparator.<Integer>comparingDouble(i -> all.outStrength(i) + all.inStrength(i))
                .thenComparing(i -> -i))
        .map(members::get);
  }

  NetworkOfMembers without(String member) {
    return new NetworkOfMembers(flows, known.stream().filter(m -> !m.equals(member)).toList());
  }

  /// How inward the trade is, is told of all members: what the others buy is known.
  View all(String code) {
    var statistics = statistics(all);
    var columns = known.stream().mapToInt(flows::column).filter(at -> at >= 0).toArray();
    double inside =
        members.stream()
            .mapToInt(flows::row)
            .mapToDouble(row -> IntStream.of(columns).mapToDouble(c -> flows.get(row, c)).sum())
            .sum();
    double exports = sum(members.stream().mapToInt(flows::row), flows.rowSums());
    double imports = sum(known.stream().mapToInt(flows::column), flows.columnSums());
    double world = flows.total();
    put(statistics, "intra-share", exports > 0 ? inside / exports : Double.NaN);
    put(
        statistics,
        "homogeneous-intensity",
        Intensity.homogeneous(inside, exports, imports, world));
    put(statistics, "introversion", Intensity.introversion(inside, exports, imports, world));
    return new View(code, statistics);
  }

  View markets(String code) {
    return new View(code, statistics(markets));
  }

  private static double sum(IntStream places, double[] sums) {
    return places.filter(at -> at >= 0).mapToDouble(at -> sums[at]).sum();
  }

  private static Map<String, Double> statistics(Network network) {
    var statistics = new HashMap<String, Double>();
    put(statistics, "nodes", network.size());
    put(statistics, "arcs", network.arcs());
    put(statistics, "density", Reciprocity.density(network));
    put(statistics, "reciprocity", Reciprocity.binary(network));
    put(statistics, "reciprocity-beyond-density", Reciprocity.beyondDensity(network));
    put(statistics, "weighted-reciprocity", Reciprocity.weighted(network));
    if (network.arcs() > 0) {
      put(statistics, "strong-components", Cohesion.componentCount(network));
      put(statistics, "clustering", Cohesion.averageClustering(network));
      put(statistics, "transitivity", Cohesion.transitivity(network));
      put(statistics, "assortativity", Cohesion.assortativity(network));
      put(statistics, "largest-core", Arrays.stream(Cohesion.cores(network)).max().orElse(0));
      put(
          statistics,
          "partner-concentration",
          Arrays.stream(Centrality.partnerConcentration(network))
              .filter(Double::isFinite)
              .average()
              .orElse(Double.NaN));
    }
    return statistics;
  }

  private static void put(Map<String, Double> statistics, String code, double value) {
    if (Double.isFinite(value)) {
      statistics.put(code, value);
    }
  }

  /// All members in the data, by what they sell inside.
  List<Node> nodes() {
    if (all.arcs() == 0) {
      return List.of();
    }
    var cores = Cohesion.cores(markets);
    var clustering = Cohesion.clustering(markets);
    var betweenness = Centrality.betweenness(markets);
    var closeness = Centrality.closeness(markets);
    var pageRank = Centrality.pageRank(all, DAMPING);
    var eigenvector = Centrality.eigenvector(all);
    var concentration = Centrality.partnerConcentration(all);
    var nodes = new ArrayList<Node>();
    for (int i = 0; i < members.size(); i++) {
      int at = i;
      nodes.add(
          new Node(
              members.get(i),
              all.outStrength(i),
              all.inStrength(i),
              new Place(
                  (int) range().filter(j -> markets.arc(at, j)).count(),
                  (int) range().filter(j -> markets.arc(j, at)).count(),
                  cores[i],
                  clustering[i],
                  betweenness[i],
                  closeness[i],
                  pageRank[i],
                  known(eigenvector[i]),
                  known(concentration[i]))));
    }
    nodes.sort(Comparator.comparingDouble(Node::sells).reversed().thenComparing(Node::country));
    return nodes;
  }

  Map<String, Long> triads() {
    return members.size() < TRIAD ? Map.of() : Triads.census(markets);
  }

  private IntStream range() {
    return IntStream.range(0, members.size());
  }

  private static OptionalDouble known(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
