package org.bandung.observations;

import java.util.List;
import java.util.Map;

/// Sums of observations as columns: for each row a position in the list of codes of each dimension
/// that was asked for, the sum of the values and how many observations it is made of.
public final class Cells {

  private final Map<Dimension, List<String>> codes;
  private final Map<Dimension, int[]> positions;
  private final double[] values;
  private final int[] observations;
  private final Map<Integer, String> marks;

  /// @param codes for each dimension asked for its codes, sorted; a missing partner or product is
  ///   the empty code
  /// @param positions for each of them one position for each row; the arrays are not copied
  /// @param values sums, in the dataset's unit
  /// @param observations how many values went into each sum
  public Cells(
      Map<Dimension, List<String>> codes,
      Map<Dimension, int[]> positions,
      double[] values,
      int[] observations) {
    this(codes, positions, values, observations, Map.of());
  }

  private Cells(
      Map<Dimension, List<String>> codes,
      Map<Dimension, int[]> positions,
      double[] values,
      int[] observations,
      Map<Integer, String> marks) {
    this.codes = Map.copyOf(codes);
    this.positions = Map.copyOf(positions);
    this.values = values;
    this.observations = observations;
    this.marks = Map.copyOf(marks);
  }

  /// The same with what its publisher marks.
  ///
  /// @param marks by row; rows without one are left out
  Cells marked(Map<Integer, String> marks) {
    return new Cells(codes, positions, values, observations, marks);
  }

  public int rows() {
    return values.length;
  }

  /// The codes of a dimension, sorted.
  public List<String> codes(Dimension dimension) {
    return codes.getOrDefault(dimension, List.of());
  }

  /// Where in the codes of the dimension a row stands.
  public int position(Dimension dimension, int row) {
    var column = positions.get(dimension);
    if (column == null) {
      throw new IllegalArgumentException("not asked for: " + dimension);
    }
    return column[row];
  }

  public String code(Dimension dimension, int row) {
    return codes(dimension).get(position(dimension, row));
  }

  public double value(int row) {
    return values[row];
  }

  public int observations(int row) {
    return observations[row];
  }

  /// What its publisher put behind the number, such as `*` for an estimate; of a sum the marks of
  /// all its parts. Empty where there is none, or where marks were not asked for.
  public String mark(int row) {
    return marks.getOrDefault(row, "");
  }
}
