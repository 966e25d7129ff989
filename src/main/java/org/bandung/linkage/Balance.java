package org.bandung.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which of several smaller amounts together make one larger: a programme of one partner told as
/// several projects by the other.
final class Balance {

  /// Rounding and rates may cost as much.
  private static final double TOLERANCE = 0.02;

  /// More than this are not tried in every combination; the likeliest are.
  private static final int TRIED = 14;

  private Balance() {}

  /// A part that could belong to the whole.
  ///
  /// @param number whose part it is
  record Part(int number, double amount, double weight) {}

  /// The parts that make the whole: at least two, within 2 per cent, the heaviest such set by
  /// weight; empty if none does.
  static List<Part> parts(double whole, List<Part> candidates) {
    var likeliest =
        candidates.stream()
            .filter(p -> p.amount() > 0 && p.amount() < whole)
            .sorted(
                Comparator.comparingDouble(Part::weight).reversed().thenComparingInt(Part::number))
            .limit(TRIED)
            .toList();
    int best = 0;
    double most = 0;
    for (int set = 1; set < 1 << likeliest.size(); set++) {
      if (Integer.bitCount(set) < 2) {
        continue;
      }
      double sum = 0;
      double weight = 0;
      for (int i = 0; i < likeliest.size(); i++) {
        if ((set >> i & 1) == 1) {
          sum += likeliest.get(i).amount();
          weight += likeliest.get(i).weight();
        }
      }
      if (Math.abs(sum - whole) <= TOLERANCE * whole && (best == 0 || weight > most)) {
        best = set;
        most = weight;
      }
    }
    var parts = new ArrayList<Part>();
    for (int i = 0; i < likeliest.size(); i++) {
      if ((best >> i & 1) == 1) {
        parts.add(likeliest.get(i));
      }
    }
    return parts;
  }
}
