package org.bandung.economy.indices;

import java.util.Collection;
import java.util.stream.IntStream;

/// How alike the export structures of two countries are: whether they compete or complete.
///
/// Grids hold exports, exporters as rows and products as columns, in any one unit.
public final class Similarity {

  private Similarity() {}

  /// **Export similarity of Finger and Kreinin** `S = sum over k of min(a_k / a, b_k / b)`.
  ///
  /// No unit. Range 0 (no product in common) to 1 (same structure). Symmetric; does not change with
  /// the size of either. Undefined if one of the two exports nothing. It falls with the detail of
  /// the nomenclature: only figures of the same one compare. Source: J. M. Finger and M. E.
  /// Kreinin, "A measure of 'export similarity' and its possible uses", 1979.
  public static double fingerKreinin(double[] a, double[] b) {
    var first = Shares.of(a);
    var second = Shares.of(b);
    return IntStream.range(0, first.length).mapToDouble(k -> Math.min(first[k], second[k])).sum();
  }

  public static double fingerKreinin(Grid exports, int row, int other) {
    return fingerKreinin(exports.rowValues(row), exports.rowValues(other));
  }

  /// The same of all pairs of exporters, by exporter and exporter; a country with itself is 1. Off
  /// by at most half of 2^-31 for each product, 1.3e-6 for 5,199, mostly by 2e-8.
  public static Grid fingerKreinin(Grid exports) {
    return Grid.of(
        exports.rows(),
        exports.rows(),
        MinimumSums.own(exports.cells(), exports.height(), exports.width()));
  }

  /// **Similarity within a grouping**: the mean of the similarities of all pairs of its members,
  /// and the same weighted by the product of the two members' exports.
  ///
  /// No unit. Range 0 to 1. Members without exports are left out and counted; undefined with fewer
  /// than two members that export. The weighted mean is our own: it says how alike the exports are
  /// that meet, where the plain one lets each pair of countries weigh the same.
  public static WithinGroup within(Grid exports, Grid similarities, Collection<String> members) {
    var rows =
        members.stream()
            .distinct()
            .mapToInt(exports::row)
            .filter(row -> row >= 0 && exports.rowSum(row) > 0)
            .toArray();
    var sum = 0.0;
    var weighted = 0.0;
    var weights = 0.0;
    for (var at = 0; at < rows.length; at++) {
      for (var next = at + 1; next < rows.length; next++) {
        var similarity = similarities.get(rows[at], rows[next]);
        var weight = exports.rowSum(rows[at]) * exports.rowSum(rows[next]);
        sum += similarity;
        weighted += similarity * weight;
        weights += weight;
      }
    }
    var pairs = rows.length * (rows.length - 1) / 2;
    return new WithinGroup(sum / pairs, weighted / weights, rows.length, pairs);
  }

  /// How alike the members of a grouping export.
  ///
  /// @param mean of all pairs
  /// @param weighted mean of all pairs, weighted by the product of their exports
  /// @param members how many of them export anything
  /// @param pairs how many pairs these make
  public record WithinGroup(double mean, double weighted, int members, int pairs) {}
}
