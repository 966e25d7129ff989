package org.bandung.web.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Codes;
import org.bandung.web.pictures.Picture.Look;

/// Codes of a dimension that are drawn as one: mostly one, or all that are too small to be told
/// apart.
record Group(List<String> codes, Look look) {

  Group {
    codes = List.copyOf(codes);
  }

  private static Group one(String code) {
    return new Group(List.of(code), unknown(code) ? Look.UNKNOWN : Look.ORDINARY);
  }

  private static boolean unknown(String code) {
    return code.isEmpty() || code.equals(Codes.NOT_SPLIT);
  }

  /// The code of a group that is one.
  String code() {
    return codes.getFirst();
  }

  boolean single() {
    return look != Look.OTHERS;
  }

  /// The largest, the others together, what nobody reported or split.
  ///
  /// @param totals figures by code
  /// @param most how many are drawn by themselves
  static List<Group> largest(Map<String, Cell> totals, int most) {
    var order =
        Comparator.comparingLong((String code) -> totals.getOrDefault(code, Cell.NONE).value())
            .thenComparingInt(code -> totals.getOrDefault(code, Cell.NONE).records())
            .thenComparingInt(code -> totals.getOrDefault(code, Cell.NONE).missing())
            .reversed()
            .thenComparing(Comparator.naturalOrder());
    var known = totals.keySet().stream().filter(c -> !unknown(c)).sorted(order).toList();
    return together(known, totals, known.size() > most + 1 ? most : known.size());
  }

  /// Some codes in their order, the others together, what nobody reported or split.
  static List<Group> listed(Map<String, Cell> totals, List<String> order) {
    var known = new ArrayList<>(order.stream().filter(totals::containsKey).toList());
    int most = known.size();
    totals.keySet().stream()
        .filter(c -> !unknown(c) && !known.contains(c))
        .sorted()
        .forEach(known::add);
    return together(known, totals, known.size() > most + 1 ? most : known.size());
  }

  private static List<Group> together(List<String> known, Map<String, Cell> totals, int most) {
    var groups = new ArrayList<Group>();
    known.subList(0, most).forEach(code -> groups.add(one(code)));
    if (most < known.size()) {
      groups.add(new Group(known.subList(most, known.size()), Look.OTHERS));
    }
    totals.keySet().stream().filter(Group::unknown).sorted().forEach(c -> groups.add(one(c)));
    return groups;
  }

  /// The earlier years together, the latest ones with the gaps between them, those without a year.
  static List<Group> years(Map<String, Cell> totals, int most) {
    var known = totals.keySet().stream().filter(c -> c.matches("[0-9]{4}")).sorted().toList();
    var groups = new ArrayList<Group>();
    if (!known.isEmpty()) {
      int last = Integer.parseInt(known.getLast());
      int first = Math.max(Integer.parseInt(known.getFirst()), last - most + 1);
      var earlier = known.stream().filter(y -> Integer.parseInt(y) < first).toList();
      if (!earlier.isEmpty()) {
        groups.add(new Group(earlier, Look.OTHERS));
      }
      for (int year = first; year <= last; year++) {
        groups.add(one(Integer.toString(year)));
      }
    }
    totals.keySet().stream().filter(Group::unknown).sorted().forEach(c -> groups.add(one(c)));
    return groups;
  }
}
