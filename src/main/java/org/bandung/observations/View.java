package org.bandung.observations;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is written again of a large year, for questions that its own file answers slowly: sums over
/// one side, and the rows in the order of their partners. All of it follows from the year's own
/// file and may be missing.
enum View {
  REPORTER_PARTNER(true, Dimension.REPORTER, Dimension.PARTNER),
  // The products first: one product of all reporters lies together.
  PRODUCT_REPORTER(true, Dimension.PRODUCT, Dimension.REPORTER),
  PRODUCT_PARTNER(true, Dimension.PRODUCT, Dimension.PARTNER),
  BY_PARTNER(false, Dimension.PARTNER, Dimension.PRODUCT, Dimension.REPORTER);

  private final boolean sums;
  private final List<Dimension> told;

  View(boolean sums, Dimension... told) {
    this.sums = sums;
    this.told = List.of(told);
  }

  /// The smallest one that answers a question; empty if only the year's own file does.
  static Optional<View> of(Selection selection) {
    if (selection.asPublished()) {
      return Optional.empty();
    }
    var needed = needed(selection);
    return Stream.of(values())
        .filter(v -> v.told.containsAll(needed))
        .filter(v -> v.sums || !selection.partners().isEmpty())
        .min(Comparator.naturalOrder());
  }

  /// The sides and products a question tells apart or narrows.
  static Set<Dimension> needed(Selection selection) {
    var needed = EnumSet.noneOf(Dimension.class);
    needed.addAll(selection.by());
    narrowed(needed, Dimension.REPORTER, selection.reporters());
    narrowed(needed, Dimension.PARTNER, selection.partners());
    narrowed(needed, Dimension.PRODUCT, selection.products());
    needed.remove(Dimension.YEAR);
    needed.remove(Dimension.SERIES);
    return needed;
  }

  private static void narrowed(Set<Dimension> needed, Dimension dimension, Collection<?> codes) {
    if (!codes.isEmpty()) {
      needed.add(dimension);
    }
  }

  List<Dimension> told() {
    return told;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The statement that writes it.
  ///
  /// @param year text of SQL that names the year's own file
  /// @param to the same for the new file
  String copy(String year, String to) {
    var columns =
        told.stream().map(d -> d.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    var rows =
        sums
            ? "select year, series, %s, fsum(value) as value, count(*)::int as n from read_parquet([%s]) group by all"
            : "select year, series, %s, value, 1::int as n from read_parquet([%s])";
    return "copy (select * from (%s) order by series%s, %s) to %s %s"
        .formatted(
            rows.formatted(columns, year),
            told.contains(Dimension.PRODUCT) ? PartWriter.TOTALS_FIRST : "",
            columns,
            to,
            PartWriter.WRITTEN);
  }
}
