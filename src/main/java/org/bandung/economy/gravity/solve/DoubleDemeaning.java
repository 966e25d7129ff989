package org.bandung.economy.gravity.solve;

import java.util.ArrayList;
import java.util.List;

/// Double demeaning (Head and Mayer 2014) as the R package gravity computes it.
///
/// `v - mean(v) of the exporter - mean(v) of the importer + grand mean`, then least squares without
/// a constant. On an unbalanced panel this is not the same as taking both effects out. Two habits
/// of the package are kept, so that its figures come out: the flow and the first regressor (the
/// logarithm of distance) get their own grand mean, all others the grand mean of them together.
///
/// @see <a href="https://cran.r-project.org/package=gravity">R package gravity, function ddm</a>
public final class DoubleDemeaning {

  private DoubleDemeaning() {}

  /// Estimates.
  ///
  /// @param given with two effects, of the exporter and of the importer
  public static Fit fit(Model given) {
    var columns = new ArrayList<Model.Column>();
    double together = grand(given.columns().stream().skip(1).toList());
    for (int k = 0; k < given.regressors().size(); k++) {
      var column = given.regressors().get(k);
      columns.add(demeaned(given, column, k == 0 ? grand(List.of(column.values())) : together));
    }
    var flow = given.flow();
    var demeaned = demeaned(given, flow, grand(List.of(flow.values())));
    return LeastSquares.fit(new Model(demeaned, columns, List.of(), given.clusters()));
  }

  private static Model.Column demeaned(Model model, Model.Column column, double grand) {
    var values = column.values();
    var demeaned = values.clone();
    for (var effect : model.effects()) {
      var sums = effect.sums(values);
      var sizes = effect.sizes();
      for (int i = 0; i < values.length; i++) {
        demeaned[i] -= sums[effect.of(i)] / sizes[effect.of(i)];
      }
    }
    for (int i = 0; i < values.length; i++) {
      demeaned[i] += grand;
    }
    return new Model.Column(column.name(), demeaned);
  }

  private static double grand(List<double[]> columns) {
    double sum = 0;
    long count = 0;
    for (var column : columns) {
      for (double value : column) {
        sum += value;
      }
      count += column.length;
    }
    return count == 0 ? 0 : sum / count;
  }
}
