package org.bandung.economy.structure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.bandung.economy.Told;

/// How the trade of a grouping, or of the South, with itself holds together.
///
/// @param grouping its code; empty for the South
/// @param members of the year
/// @param reporting how many of them have exports in the data
/// @param largest the member that trades most with the others; empty without trade inside
/// @param views the same statistics of several cuts of the network
/// @param nodes the members in the data, by what they sell inside
/// @param triads how many sets of three members have which of the 16 kinds of links, of the markets
///   that matter
public record TradeNetwork(
    String grouping,
    Told told,
    Set<String> members,
    int reporting,
    Optional<String> largest,
    List<View> views,
    List<Node> nodes,
    Map<String, Long> triads) {

  /// An exporter's markets matter from this share of all its exports on.
  public static final double MATTERS = 0.01;

  /// The statistics, in the order they are told.
  public static final List<String> STATISTICS =
      List.of(
          "nodes",
          "arcs",
          "density",
          "reciprocity",
          "reciprocity-beyond-density",
          "weighted-reciprocity",
          "strong-components",
          "clustering",
          "transitivity",
          "assortativity",
          "largest-core",
          "partner-concentration",
          "intra-share",
          "homogeneous-intensity",
          "introversion");

  /// All flows between members.
  public static final String ALL = "all";

  /// The same without the largest member.
  public static final String ALL_WITHOUT = "all-without-largest";

  /// Only markets that matter to the exporter.
  public static final String MARKETS = "markets";

  /// The same without the largest member.
  public static final String MARKETS_WITHOUT = "markets-without-largest";

  /// Markets that matter, under the other definition of the South.
  public static final String OTHER = "markets-other-south";

  public TradeNetwork {
    members = Set.copyOf(members);
    views = List.copyOf(views);
    nodes = List.copyOf(nodes);
  }

  /// One cut of the network.
  ///
  /// @param statistics by code; what is not defined is missing
  public record View(String code, Map<String, Double> statistics) {
    public View {
      statistics = Map.copyOf(statistics);
    }

    public OptionalDouble get(String statistic) {
      var value = statistics.get(statistic);
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
  }

  /// A member.
  ///
  /// @param sells to the others, in the data's unit
  /// @param buys of the others
  /// @param place how it stands in the network
  public record Node(String country, double sells, double buys, Place place) {}

  /// How a member stands in the network.
  ///
  /// @param markets how many members matter to it as markets
  /// @param suppliers to how many members it matters as a market
  /// @param core largest k for which it belongs to a set linked with at least k others of the set
  /// @param clustering which part of the pairs of those it is linked with is linked
  /// @param betweenness on how many shortest ways between others it lies, 0 to 1
  /// @param closeness in how few steps the others reach it, 0 to 1
  /// @param pageRank where a dollar that keeps being spent on imports would be found; sum 1
  /// @param eigenvector how much reaches it of those that are reached themselves
  /// @param concentration of its sales inside; empty if it sells nothing there
  public record Place(
      int markets,
      int suppliers,
      int core,
      double clustering,
      double betweenness,
      double closeness,
      double pageRank,
      OptionalDouble eigenvector,
      OptionalDouble concentration) {}

  /// A cut by its code.
  public Optional<View> view(String code) {
    return views.stream().filter(v -> v.code().equals(code)).findFirst();
  }
}
