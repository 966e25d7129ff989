package org.bandung.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;

/// Cells written down in a test, one line each: codes in the order of the dimensions, then the
/// value.
final class SomeCells {

  private SomeCells() {}

  static Cells of(List<Dimension> by, String lines) {
    var rows = lines.lines().map(String::strip).filter(l -> !l.isEmpty()).map(l -> l.split("\\s+"));
    var table = rows.toList();
    Map<Dimension, List<String>> codes = new EnumMap<>(Dimension.class);
    Map<Dimension, int[]> positions = new EnumMap<>(Dimension.class);
    for (int d = 0; d < by.size(); d++) {
      int column = d;
      var known = new ArrayList<>(table.stream().map(r -> r[column]).distinct().sorted().toList());
      codes.put(by.get(d), known);
      positions.put(by.get(d), table.stream().mapToInt(r -> known.indexOf(r[column])).toArray());
    }
    var values = table.stream().mapToDouble(r -> Double.parseDouble(r[by.size()])).toArray();
    var observations = new int[values.length];
    Arrays.fill(observations, 1);
    return new Cells(codes, positions, values, observations);
  }

  /// Rows of given codes, which may be empty texts, all of one value.
  static Cells rows(List<Dimension> by, List<List<String>> rows, double value) {
    Map<Dimension, List<String>> codes = new EnumMap<>(Dimension.class);
    Map<Dimension, int[]> positions = new EnumMap<>(Dimension.class);
    for (int d = 0; d < by.size(); d++) {
      int column = d;
      var known = rows.stream().map(r -> r.get(column)).distinct().sorted().toList();
      codes.put(by.get(d), known);
      positions.put(by.get(d), rows.stream().mapToInt(r -> known.indexOf(r.get(column))).toArray());
    }
    var values = new double[rows.size()];
    Arrays.fill(values, value);
    var observations = new int[rows.size()];
    Arrays.fill(observations, 1);
    return new Cells(codes, positions, values, observations);
  }
}
