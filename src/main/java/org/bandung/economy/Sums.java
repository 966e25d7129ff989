package org.bandung.economy;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;
import org.bandung.reference.CountryResolution.Aggregate;
import org.bandung.reference.Reference;
import org.springframework.stereotype.Component;

/// Tells rows that are sums of other rows from those that are parts, so that nothing is added up
/// twice: the world and regions among countries, totals among products.
///
/// What is traded with nobody in particular (bunkers, free zones, areas not specified) is a part of
/// the whole and stays; `residuals.csv` lists its codes. A code that nobody knows stays too.
@Component
public final class Sums {

  private final Reference reference;
  private final Set<String> residuals = residuals();

  Sums(Reference reference) {
    this.reference = reference;
  }

  private static Set<String> residuals() {
    return EconomySources.shipped("residuals.csv").stream()
        .map(r -> r.getField("code"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a code stands for a sum of countries.
  boolean isSum(String country) {
    return !residuals.contains(country) && reference.resolveCountry(country) instanceof Aggregate;
  }

  /// The rows that are no sums of countries, and of products only lines where products are told.
  public Cells without(Cells cells) {
    return kept(cells, Set.of(Dimension.REPORTER, Dimension.PARTNER, Dimension.PRODUCT));
  }

  private Cells kept(Cells cells, Set<Dimension> judged) {
    var dropped = new EnumMap<Dimension, boolean[]>(Dimension.class);
    for (var dimension : judged) {
      var codes = cells.codes(dimension);
      var drop = new boolean[codes.size()];
      boolean any = false;
      for (int i = 0; i < drop.length; i++) {
        drop[i] = dimension == Dimension.PRODUCT ? codes.get(i).isEmpty() : isSum(codes.get(i));
        any |= drop[i];
      }
      if (any) {
        dropped.put(dimension, drop);
      }
    }
    if (dropped.isEmpty()) {
      return cells;
    }
    var gone = new BitSet(cells.rows());
    dropped.forEach((dimension, drop) -> {
      for (int row = 0; row < cells.rows(); row++) {
        if (drop[cells.position(dimension, row)]) {
          gone.set(row);
        }
      }
    });
    gone.flip(0, cells.rows());
    return picked(cells, gone.stream().toArray());
  }

  private static Cells picked(Cells cells, int[] rows) {
    Map<Dimension, List<String>> codes = new EnumMap<>(Dimension.class);
    Map<Dimension, int[]> positions = new EnumMap<>(Dimension.class);
    for (var dimension : Dimension.values()) {
      var before = cells.codes(dimension);
      if (before.isEmpty()) {
        continue;
      }
      var left = new BitSet(before.size());
      var column = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        column[i] = cells.position(dimension, rows[i]);
        left.set(column[i]);
      }
      var place = new int[before.size()];
      int next = 0;
      for (int old = left.nextSetBit(0); old >= 0; old = left.nextSetBit(old + 1)) {
        place[old] = next++;
      }
      for (int i = 0; i < rows.length; i++) {
        column[i] = place[column[i]];
      }
      codes.put(dimension, left.stream().mapToObj(before::get).toList());
      positions.put(dimension, column);
    }
    return new Cells(
        codes,
        positions,
        IntStream.of(rows).mapToDouble(cells::value).toArray(),
        IntStream.of(rows).map(cells::observations).toArray());
  }

  /// Totals where a year states them, else the sums of its lines: never both.
  ///
  /// @param stated the rows of totals, told apart by year and others
  /// @param held how many years the dataset has
  /// @param everything the rows of totals and lines together, told apart by the same
  public static Cells totals(Cells stated, int held, Supplier<Cells> everything) {
    var years = Set.copyOf(stated.codes(Dimension.YEAR));
    if (years.size() == held) {
      return stated;
    }
    var all = everything.get();
    if (years.isEmpty()) {
      return all;
    }
    var others =
        IntStream.range(0, all.rows())
            .filter(row -> !years.contains(all.code(Dimension.YEAR, row)))
            .toArray();
    return others.length == 0 ? stated : joined(stated, picked(all, others));
  }

  private static Cells joined(Cells one, Cells other) {
    Map<Dimension, List<String>> codes = new EnumMap<>(Dimension.class);
    Map<Dimension, int[]> positions = new EnumMap<>(Dimension.class);
    int rows = one.rows() + other.rows();
    for (var dimension : Dimension.values()) {
      if (one.codes(dimension).isEmpty()) {
        continue;
      }
      var both = new TreeSet<>(one.codes(dimension));
      both.addAll(other.codes(dimension));
      var sorted = List.copyOf(both);
      var place =
          IntStream.range(0, sorted.size()).boxed().collect(Collectors.toMap(sorted::get, i -> i));
      var column = new int[rows];
      for (int row = 0; row < rows; row++) {
        column[row] =
            place.getOrDefault(
                row < one.rows()
                    ? one.code(dimension, row)
                    : other.code(dimension, row - one.rows()),
                0);
      }
      codes.put(dimension, sorted);
      positions.put(dimension, column);
    }
    return new Cells(
        codes,
        positions,
        IntStream.range(0, rows)
            .mapToDouble(r -> r < one.rows() ? one.value(r) : other.value(r - one.rows()))
            .toArray(),
        IntStream.range(0, rows)
            .map(r -> r < one.rows() ? one.observations(r) : other.observations(r - one.rows()))
            .toArray());
  }
}
