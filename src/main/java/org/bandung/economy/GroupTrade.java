package org.bandung.economy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;

/// What the members of a grouping trade with each other in one year.
///
/// @param year of the data
/// @param members those of that year
/// @param reporting those of them for which the data hold exports above zero
/// @param exports of the members to all, in the data's unit; a country's trade with itself is left
///   out
/// @param imports of the members from all
/// @param intra exports of members to other members
/// @param world exports of all to all
public record GroupTrade(
    int year,
    Set<String> members,
    Set<String> reporting,
    double exports,
    double imports,
    double intra,
    double world) {

  public GroupTrade {
    members = Set.copyOf(members);
    reporting = Set.copyOf(reporting);
  }

  /// Intra-group share of the group's exports.
  ///
  /// `intra / exports`
  ///
  /// @return between 0 and 1; empty if the group exports nothing
  public OptionalDouble ofExports() {
    return exports > 0 ? OptionalDouble.of(intra / exports) : OptionalDouble.empty();
  }

  /// Intra-group share of the group's imports.
  ///
  /// `intra / imports`
  ///
  /// @return between 0 and 1; empty if the group imports nothing, or no member reports what it
  ///   sells to others
  public OptionalDouble ofImports() {
    return imports > 0 && !reporting.isEmpty()
        ? OptionalDouble.of(intra / imports)
        : OptionalDouble.empty();
  }

  /// Exports, if a member reports any.
  public OptionalDouble toldExports() {
    return reporting.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(exports);
  }

  /// Imports, if anybody reports to have sold to a member.
  public OptionalDouble toldImports() {
    return imports > 0 ? OptionalDouble.of(imports) : OptionalDouble.empty();
  }

  /// What members sell each other, if a member reports exports: else nobody knows, and it is not
  /// zero.
  public OptionalDouble toldIntra() {
    return reporting.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(intra);
  }

  /// Intra-regional trade intensity: how much more the members trade with each other than the
  /// group's weight in world trade would let one expect.
  ///
  /// `(intra / exports) / (imports / world)`
  ///
  /// @return at least 0, 1 where geography is neutral; empty if a denominator is zero
  ///
  ///   Source: Anderson and Norheim 1993, after Kojima and Drysdale.
  public OptionalDouble intensity() {
    return exports > 0 && imports > 0 && world > 0
        ? OptionalDouble.of(intra / exports / (imports / world))
        : OptionalDouble.empty();
  }

  /// The trade of a group in every year of the data.
  ///
  /// @param flows told apart by year, reporter (the exporter) and partner (the importer)
  /// @param membersIn who belongs to it in a year, as codes that stand in the data
  public static List<GroupTrade> of(Cells flows, IntFunction<Set<String>> membersIn) {
    var years = flows.codes(Dimension.YEAR).stream().mapToInt(Integer::parseInt).toArray();
    var members = IntStream.of(years).mapToObj(membersIn).toList();
    var reporting = IntStream.of(years).mapToObj(y -> new TreeSet<String>()).toList();
    var sums = new double[years.length][4];
    for (int row = 0; row < flows.rows(); row++) {
      int year = flows.position(Dimension.YEAR, row);
      var exporter = flows.code(Dimension.REPORTER, row);
      var importer = flows.code(Dimension.PARTNER, row);
      if (exporter.equals(importer)) {
        continue;
      }
      boolean from = members.get(year).contains(exporter);
      boolean to = members.get(year).contains(importer);
      double value = flows.value(row);
      sums[year][3] += value;
      if (from) {
        if (value > 0) {
          reporting.get(year).add(exporter);
        }
        sums[year][0] += value;
      }
      if (to) {
        sums[year][1] += value;
      }
      if (from && to) {
        sums[year][2] += value;
      }
    }
    return IntStream.range(0, years.length)
        .mapToObj(y ->
            new GroupTrade(
                years[y],
                members.get(y),
                reporting.get(y),
                sums[y][0],
                sums[y][1],
                sums[y][2],
                sums[y][3]))
        .toList();
  }
}
