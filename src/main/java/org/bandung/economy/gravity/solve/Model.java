package org.bandung.economy.gravity.solve;

import java.util.Arrays;
import java.util.List;

/// What is estimated, as columns: flows, regressors and the groups whose effects are taken out.
///
/// @param flow what is explained
/// @param regressors one column each; the arrays are not copied
/// @param effects fixed effects
/// @param clusters groups within which errors may go together; empty for none
public record Model(
    Column flow, List<Column> regressors, List<Groups> effects, List<Groups> clusters) {

  public Model {
    regressors = List.copyOf(regressors);
    effects = List.copyOf(effects);
    clusters = List.copyOf(clusters);
  }

  /// A name and one number for each row.
  @SuppressWarnings("ArrayRecordComponent") // columns of numbers are what this package counts with
  public record Column(String name, double[] values) {

    public Column at(int[] rows) {
      var some = new double[rows.length];
      Arrays.setAll(some, i -> values[rows[i]]);
      return new Column(name, some);
    }
  }

  public int rows() {
    return flow.values().length;
  }

  /// Some of the rows, in the order given.
  public Model at(int[] rows) {
    return new Model(
        flow.at(rows),
        regressors.stream().map(c -> c.at(rows)).toList(),
        effects.stream().map(g -> g.at(rows)).toList(),
        clusters.stream().map(g -> g.at(rows)).toList());
  }

  /// The same with some of the regressors.
  Model with(List<Integer> kept) {
    return new Model(flow, kept.stream().map(regressors::get).toList(), effects, clusters);
  }

  public List<double[]> columns() {
    return regressors.stream().map(Column::values).toList();
  }
}
