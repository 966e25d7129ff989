package org.bandung.statistics.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Answer.Doubt;

/// Between which bounds figures lie while nobody knows whether some initiatives are one.
///
/// Each group of initiatives that may be one is counted apart, as it counts now, and as the one
/// initiative it would be by the rules of the registry. `least = now + Σ min(0, d)` and `most = now
/// + Σ max(0, d)`, with `d` what a figure changes if a group is one; groups are one or not
///   independently of each other. A mean has no bounds here.
///
/// Where some of a group were decided to be two, it is never one: it is counted in each way that
/// decisions could still tell it ([Worlds]), and `min d` and `max d` over these ways stand for `d`.
final class Doubts {

  /// Nothing is in doubt.
  static final Doubts NONE = new Doubts(List.of(), new Codes(), true);

  /// Groups by cells: beyond that a page would wait for its bounds, and says that it has none.
  private static final long MOST_WORK = 30_000_000;

  private final List<Group> groups;
  private final Codes codes;
  private final boolean looked;

  /// @param codes those with which the segments were built
  /// @param looked whether all groups are known
  Doubts(List<Group> groups, Codes codes, boolean looked) {
    this.looked = looked;
    this.groups = List.copyOf(groups);
    this.codes = codes;
  }

  /// Initiatives that may be one.
  ///
  /// @param apart the facts of each of them
  /// @param worlds the facts they would be in each way in which some of them are one; empty if
  ///   there are too many ways
  record Group(List<String> ids, Segment apart, List<Segment> worlds) {
    Group {
      worlds = List.copyOf(worlds);
    }
  }

  /// The same figures with their bounds.
  Answer over(Answer answer, Segment.Money money, String rates) {
    var question = answer.question();
    boolean mean = question.measure().unit() == Measure.Unit.DAYS;
    if (mean || (groups.isEmpty() && looked) || answer.coverage().considered() == 0) {
      return answer;
    }
    var concerned = groups.stream().filter(g -> concerned(g, question, money, rates)).toList();
    if (!looked || concerned.stream().anyMatch(g -> g.worlds().isEmpty())) {
      return answer.unbounded(new Doubt(concerned.size(), Answer.Bounds.NOT_LOOKED_AT));
    }
    if (concerned.isEmpty()) {
      return answer;
    }
    long cells = (size(question.rows()) + 1L) * (size(question.columns()) + 1L);
    if (cells * concerned.stream().mapToLong(g -> g.worlds().size()).sum() > MOST_WORK) {
      return answer.unbounded(new Doubt(concerned.size(), Answer.Bounds.TOO_WIDE));
    }
    var bounds = new Bounds();
    for (var group : concerned) {
      var apart = counted(group.apart(), question, money, rates);
      var one = new Bounds();
      for (var world : group.worlds()) {
        one.widen(apart, counted(world, question, money, rates));
      }
      bounds.add(one);
    }
    return bounds.on(answer).with(new Doubt(concerned.size(), Answer.Bounds.KNOWN));
  }

  private long size(java.util.Optional<Dimension> dimension) {
    return dimension.map(d -> codes.of(d).size()).orElse(0);
  }

  /// Whether any of the group is in what is asked.
  private boolean concerned(Group group, Question question, Segment.Money money, String rates) {
    var total = question.total();
    return Stream.concat(Stream.of(group.apart()), group.worlds().stream())
        .anyMatch(s -> counted(s, total, money, rates).coverage().considered() > 0);
  }

  private Answer counted(Segment segment, Question question, Segment.Money money, String rates) {
    return new Counter(List.of(segment), codes, money, rates).count(question).orElseThrow();
  }

  /// What every figure may lose or gain.
  private static final class Bounds {
    private final Map<String, Map<String, long[]>> cells = new HashMap<>();
    private final Map<String, long[]> rows = new HashMap<>();
    private final Map<String, long[]> columns = new HashMap<>();
    private final long[] total = new long[2];

    /// What they may lose or gain by another group besides.
    void add(Bounds other) {
      add(total, other.total);
      add(rows, other.rows);
      add(columns, other.columns);
      other.cells.forEach((row, of) -> add(cells.computeIfAbsent(row, k -> new HashMap<>()), of));
    }

    private static void add(Map<String, long[]> into, Map<String, long[]> other) {
      other.forEach((code, more) -> add(into.computeIfAbsent(code, k -> new long[2]), more));
    }

    private static void add(long[] into, long[] more) {
      into[0] += more[0];
      into[1] += more[1];
    }

    /// Another way in which the group may be told.
    void widen(Answer apart, Answer asOne) {
      widen(total, apart.total(), asOne.total());
      each(rows, apart.rowTotals(), asOne.rowTotals());
      each(columns, apart.columnTotals(), asOne.columnTotals());
      for (var row : both(apart.cells(), asOne.cells())) {
        each(
            cells.computeIfAbsent(row, k -> new HashMap<>()),
            apart.cells().getOrDefault(row, Map.of()),
            asOne.cells().getOrDefault(row, Map.of()));
      }
    }

    private static void each(
        Map<String, long[]> into, Map<String, Cell> apart, Map<String, Cell> asOne) {
      for (var code : both(apart, asOne)) {
        widen(
            into.computeIfAbsent(code, k -> new long[2]),
            apart.getOrDefault(code, Cell.NONE),
            asOne.getOrDefault(code, Cell.NONE));
      }
    }

    private static Iterable<String> both(Map<String, ?> one, Map<String, ?> other) {
      var codes = new TreeSet<>(one.keySet());
      codes.addAll(other.keySet());
      return codes;
    }

    private static void widen(long[] bounds, Cell apart, Cell asOne) {
      long change = asOne.value() - apart.value();
      bounds[0] = Math.min(bounds[0], change);
      bounds[1] = Math.max(bounds[1], change);
    }

    Answer on(Answer answer) {
      var within = new HashMap<String, Map<String, Cell>>();
      answer
          .cells()
          .forEach((row, ofRow) -> within.put(row, all(ofRow, cells.getOrDefault(row, Map.of()))));
      return new Answer(
          answer.question(),
          answer.rows(),
          answer.columns(),
          within,
          all(answer.rowTotals(), rows),
          all(answer.columnTotals(), columns),
          one(answer.total(), total),
          answer.coverage(),
          answer.doubt());
    }

    private static Map<String, Cell> all(Map<String, Cell> figures, Map<String, long[]> bounds) {
      var within = new HashMap<String, Cell>();
      figures.forEach(
          (code, cell) -> within.put(code, one(cell, bounds.getOrDefault(code, new long[2]))));
      return within;
    }

    private static Cell one(Cell cell, long[] bounds) {
      return cell.reported()
          ? new Cell(
              cell.value(),
              cell.records(),
              cell.missing(),
              cell.value() + bounds[0],
              cell.value() + bounds[1])
          : cell;
    }
  }

  /// The ids of all that may be one with another.
  List<String> ids() {
    var ids = new ArrayList<String>();
    groups.forEach(g -> ids.addAll(g.ids()));
    return ids;
  }
}
