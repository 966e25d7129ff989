package org.bandung.consultation.differences;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/// A stretch of two lists: what stays, or what goes and what comes at one place.
record Run<T>(List<T> stays, List<T> goes, List<T> comes) {

  /// The runs of both lists in their order; two neighbours never both change something.
  static <T> List<Run<T>> of(List<T> before, List<T> after) {
    var runs = new ArrayList<Run<T>>();
    var goes = new ArrayList<T>();
    var comes = new ArrayList<T>();
    // The library tells a change as something that comes and something that goes.
    var patch = DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<T>(), null, true);
    for (var delta : patch.getDeltas()) {
      if (delta.getType() == DeltaType.EQUAL) {
        close(runs, goes, comes);
        runs.add(new Run<>(List.copyOf(delta.getSource().getLines()), List.of(), List.of()));
      } else {
        goes.addAll(delta.getSource().getLines());
        comes.addAll(delta.getTarget().getLines());
      }
    }
    close(runs, goes, comes);
    return runs;
  }

  private static <T> void close(List<Run<T>> runs, List<T> goes, List<T> comes) {
    if (!goes.isEmpty() || !comes.isEmpty()) {
      runs.add(new Run<>(List.of(), List.copyOf(goes), List.copyOf(comes)));
      goes.clear();
      comes.clear();
    }
  }
}
