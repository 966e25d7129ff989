package org.bandung.statistics.counting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Measure.Unit;
import org.jspecify.annotations.Nullable;

/// Answers a question from columns of facts.
///
/// An initiative counts once in every cell, row, column and total to which it belongs, however many
/// codes lead there; an amount falls apart over codes that its source gave percentages for,
/// exactly, and counts whole for each code otherwise. Amounts are added up as whole numbers of the
/// smallest unit, so the order in which they are added changes nothing.
final class Counter {

  /// A table beyond this many cells is read by nobody and would fill the memory.
  static final int LARGEST = 1_000_000;

  private final List<Segment> segments;
  private final Codes codes;
  private final Segment.Money money;
  private final String rates;

  /// @param rates fingerprint of what `money` converts with
  Counter(Collection<Segment> segments, Codes codes, Segment.Money money, String rates) {
    this.segments = List.copyOf(segments);
    this.codes = codes;
    this.money = money;
    this.rates = rates;
  }

  /// The figures; empty if the table would have more than [#LARGEST] cells.
  Optional<Answer> count(Question question) {
    var table = new Table(question, codes);
    if ((table.rowSize() + 1L) * (table.columnSize() + 1L) > LARGEST) {
      return Optional.empty();
    }
    int parts = Math.min(Runtime.getRuntime().availableProcessors(), Math.max(1, segments.size()));
    var sums =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(part -> new Pass(table, null).over(part, parts))
            .reduce(Sums::plus)
            .orElseThrow();
    return Optional.of(table.answer(sums, codes));
  }

  /// The ids of the initiatives behind the total of a question, in their order.
  List<String> records(Question question) {
    var table = new Table(question.total(), codes);
    var ids = new TreeSet<String>();
    new Pass(table, ids).over(0, 1);
    return List.copyOf(ids);
  }

  /// The contributions that a figure is the sum of, by initiative.
  List<Counted> contributions(Question question) {
    var table = new Table(question.total(), codes);
    var pass = new Pass(table, null);
    var counted = new ArrayList<Counted>();
    pass.listener = (segment, i, f, part) -> counted.add(counted(question, segment, i, f, part));
    pass.over(0, 1);
    counted.sort(Comparator.comparing(Counted::initiative));
    return counted;
  }

  private Counted counted(Question question, Segment s, int i, int f, long part) {
    boolean money = question.measure().unit() == Unit.MONEY;
    var reported = money ? s.amounts[f] : BigDecimal.valueOf(s.quantities[f], 3);
    return new Counted(
        s.ids[i],
        names(s, Dimension.CONTRIBUTION, f),
        names(s, Dimension.YEAR, f),
        names(s, Dimension.PROVIDER, f),
        names(s, Dimension.RECIPIENT, f),
        Objects.requireNonNull(reported),
        money ? codes.currencies().code(s.currencies[f]) : question.in(),
        BigDecimal.valueOf(part, money ? 2 : 3));
  }

  private String names(Segment s, Dimension dimension, int flow) {
    var column = s.flow(dimension).orElseThrow();
    var names = new StringJoiner("|");
    for (int at = column.from()[flow]; at < column.from()[flow + 1]; at++) {
      names.add(codes.of(dimension).code(column.codes()[at]));
    }
    return names.toString();
  }

  /// Hears of every contribution that counts.
  private interface Listener {
    void counts(Segment segment, int initiative, int flow, long part);
  }

  /// A question with its axes and sieve.
  private static final class Table {
    final Question question;
    final Sieve sieve;
    final @Nullable Axis rows;
    final @Nullable Axis columns;
    final Set<Dimension> axes = EnumSet.noneOf(Dimension.class);

    /// A provider and a recipient of one flow or initiative are two countries.
    final boolean pair;

    Table(Question question, Codes codes) {
      this.question = question;
      this.sieve = new Sieve(question, codes);
      this.rows = question.rows().map(d -> Axis.of(d, question.filters(), codes)).orElse(null);
      this.columns =
          question.columns().map(d -> Axis.of(d, question.filters(), codes)).orElse(null);
      question.rows().ifPresent(axes::add);
      question.columns().ifPresent(axes::add);
      this.pair = axes.containsAll(Set.of(Dimension.PROVIDER, Dimension.RECIPIENT));
    }

    int rowSize() {
      return rows == null ? 0 : rows.size;
    }

    int columnSize() {
      return columns == null ? 0 : columns.size;
    }

    Answer answer(Sums sums, Codes codes) {
      var rowTotals = new HashMap<String, Cell>();
      var columnTotals = new HashMap<String, Cell>();
      var cells = new HashMap<String, Map<String, Cell>>();
      for (int c = 0; c < columnSize(); c++) {
        name(sums, rowSize(), c)
            .ifPresent(put(columnTotals, question.columns().orElseThrow(), c, codes));
      }
      for (int r = 0; r < rowSize(); r++) {
        name(sums, r, columnSize())
            .ifPresent(put(rowTotals, question.rows().orElseThrow(), r, codes));
        var row = new HashMap<String, Cell>();
        for (int c = 0; c < columnSize(); c++) {
          name(sums, r, c).ifPresent(put(row, question.columns().orElseThrow(), c, codes));
        }
        if (!row.isEmpty()) {
          cells.put(codes.of(question.rows().orElseThrow()).code(r), Map.copyOf(row));
        }
      }
      return new Answer(
          question,
          List.copyOf(rowTotals.keySet()),
          List.copyOf(columnTotals.keySet()),
          cells,
          rowTotals,
          columnTotals,
          name(sums, rowSize(), columnSize()).orElse(Cell.NONE),
          new Answer.Coverage(sums.considered, sums.withoutFigure, sums.notConverted));
    }

    private static java.util.function.Consumer<Cell> put(
        Map<String, Cell> into, Dimension dimension, int number, Codes codes) {
      return cell -> into.put(codes.of(dimension).code(number), cell);
    }

    private static Optional<Cell> name(Sums sums, int row, int column) {
      int at = sums.cell(row, column);
      return sums.records(at) == 0 && sums.missing(at) == 0
          ? Optional.empty()
          : Optional.of(new Cell(sums.value(at), sums.records(at), sums.missing(at)));
    }
  }

  /// One walk over some of the segments.
  private final class Pass {
    private final Table table;
    private final Sums sums;
    private final @Nullable Collection<String> ids;
    private final Places rows;
    private final Places columns;
    private @Nullable Listener listener;
    private int record;

    /// Whether the contribution at hand has been told as one without a rate.
    private boolean missed;

    Pass(Table table, @Nullable Collection<String> ids) {
      this.table = table;
      this.ids = ids;
      this.sums = new Sums(table.rowSize(), table.columnSize());
      this.rows = new Places(table.rows, table.rowSize());
      this.columns = new Places(table.columns, table.columnSize());
    }

    Sums over(int part, int parts) {
      for (int s = part; s < segments.size(); s += parts) {
        var segment = segments.get(s);
        var sieve = table.sieve.at(segment);
        rows.enter(segment);
        columns.enter(segment);
        var amounts = amounts(segment);
        for (int i = 0; i < segment.size(); i++) {
          if (sieve.looksAt(i)) {
            record++;
            if (table.question.measure().ofFlows()) {
              flows(segment, sieve, amounts, i);
            } else {
              initiative(segment, i);
            }
          }
        }
      }
      return sums;
    }

    private long[] amounts(Segment segment) {
      return switch (table.question.measure().unit()) {
        case MONEY -> segment.amounts(table.question.in(), rates, money, codes);
        case QUANTITY -> segment.quantities(codes.units().find(table.question.in()));
        default -> new long[0];
      };
    }

    private void found(Segment segment, int i) {
      sums.considered++;
      if (ids != null) {
        ids.add(segment.ids[i]);
      }
    }

    private void initiative(Segment segment, int i) {
      rows.ofRecord(i);
      columns.ofRecord(i);
      if (rows.nowhere() || columns.nowhere()) {
        return;
      }
      found(segment, i);
      int days =
          switch (table.question.measure()) {
            case DURATION -> segment.durations[i];
            case DELAY -> segment.delays[i];
            default -> 0;
          };
      if (table.question.measure().unit() == Unit.DAYS && days == Integer.MIN_VALUE) {
        sums.withoutFigure++;
        spread(Segment.NONE);
      } else {
        spread(table.question.measure().unit() == Unit.DAYS ? days : 1);
      }
    }

    /// Counts a value at every place of an initiative; [Segment#NONE] is a figure that is missing.
    private void spread(long value) {
      boolean missing = value == Segment.NONE;
      for (int r = 0; r <= rows.size; r++) {
        int row = sums.cell(rows.at[r], 0);
        for (int c = 0; c <= columns.size; c++) {
          if (same(r, c)) {
            continue;
          }
          int cell = sums.beside(row, columns.at[c]);
          if (missing) {
            sums.miss(cell, record);
          } else {
            sums.add(cell, value, record);
          }
        }
      }
    }

    private boolean same(int r, int c) {
      return table.pair && r < rows.size && rows.at[r] == columns.at[c];
    }

    private void put(int row, int column, long value) {
      int cell = sums.cell(row, column);
      if (value == Segment.NONE) {
        sums.miss(cell, record);
      } else {
        sums.add(cell, value, record);
      }
    }

    private void flows(Segment segment, Sieve.At sieve, long[] amounts, int i) {
      boolean any = false;
      for (int f = segment.flowsFrom[i]; f < segment.flowsFrom[i + 1]; f++) {
        missed &= !segment.begins(f);
        if (sieve.counts(f)) {
          any |= flow(segment, sieve, i, f, amounts[f]);
        }
      }
      boolean belongs = sieve.fits(i);
      if (belongs) {
        rows.ofRecord(i);
        columns.ofRecord(i);
        belongs = !rows.nowhere() && !columns.nowhere();
      }
      if (belongs) {
        spread(Segment.NONE); // wherever it has no figure
      }
      if (any || belongs) {
        found(segment, i);
        sums.withoutFigure += any ? 0 : 1;
      }
    }

    /// @return whether it is a figure that counts somewhere
    private boolean flow(Segment segment, Sieve.At sieve, int i, int f, long amount) {
      long share = sieve.share(f, amount == Segment.NONE ? 0 : amount, table.axes);
      if (share == Segment.NONE) {
        return false;
      }
      rows.ofFlow(i, f);
      columns.ofFlow(i, f);
      if (rows.nowhere() || columns.nowhere()) {
        return false;
      }
      if (amount == Segment.NONE) {
        boolean money = table.question.measure().unit() == Unit.MONEY;
        if (money && segment.amounts[f] != null && !missed) {
          sums.notConverted++; // once, on however many countries it falls
          missed = true;
        }
        return false;
      }
      fall(share);
      if (listener != null) {
        listener.counts(segment, i, f, share);
      }
      return true;
    }

    /// Lets an amount fall on the places of a flow.
    private void fall(long amount) {
      if (rows.whole() && columns.whole()) {
        spread(amount); // the usual case: nothing falls apart
        return;
      }
      if (rows.axis == null) {
        put(table.rowSize(), table.columnSize(), amount);
        return;
      }
      long all = 0;
      for (int r = 0; r < rows.size; r++) {
        long row = across(rows.part(amount, r), r);
        put(rows.at[r], table.columnSize(), row);
        all = rows.parts ? all + row : row;
      }
      down(amount);
      put(table.rowSize(), table.columnSize(), all);
    }

    /// @return what of a row's part falls on any column
    private long across(long part, int r) {
      if (columns.axis == null) {
        return part;
      }
      long sum = 0;
      for (int c = 0; c < columns.size; c++) {
        long cell = columns.part(part, c);
        sum = columns.parts ? sum + cell : cell;
        if (!same(r, c)) {
          put(rows.at[r], columns.at[c], cell);
        }
      }
      return sum;
    }

    private void down(long amount) {
      for (int c = 0; c < columns.size; c++) {
        long sum = 0;
        for (int r = 0; r < rows.size; r++) {
          long cell = columns.part(rows.part(amount, r), c);
          sum = rows.parts ? sum + cell : cell;
        }
        put(table.rowSize(), columns.at[c], sum);
      }
    }
  }

  /// Where on an axis something counts.
  private static final class Places {
    final @Nullable Axis axis;

    /// The numbers on the axis, and behind them the one that stands for all.
    final int[] at;

    private final int[] index;
    private final int all;
    int size;

    /// Whether an amount falls apart over the places.
    boolean parts;

    private @Nullable Column records;
    private @Nullable Column flows;
    private @Nullable Column column;
    private int row;

    Places(@Nullable Axis axis, int most) {
      this.axis = axis;
      this.all = most;
      this.at = new int[most + 1];
      this.index = new int[most + 1];
      at[0] = all;
    }

    /// Whether an amount counts whole wherever it counts.
    boolean whole() {
      return axis == null || !parts;
    }

    boolean nowhere() {
      return axis != null && size == 0;
    }

    void enter(Segment segment) {
      if (axis != null) {
        records = axis.records(segment);
        flows = axis.flows(segment).orElse(null);
      }
    }

    void ofRecord(int i) {
      if (axis != null && records != null) {
        read(axis, records, i);
      }
    }

    /// @param i the initiative whose codes the flow takes over if it has none of its own
    void ofFlow(int i, int flow) {
      if (axis != null && flows != null) {
        read(axis, flows, flow);
      } else {
        ofRecord(i);
      }
    }

    private void read(Axis axis, Column column, int row) {
      this.column = column;
      this.row = row;
      if (column.single() && column.upTo() == null) {
        int number = axis.number(column.codes()[row]);
        parts = false;
        at[0] = number;
        size = number >= 0 ? 1 : 0;
        at[size] = all;
        return;
      }
      this.parts = column.parts(row);
      size = 0;
      for (int k = column.from()[row]; k < column.from()[row + 1]; k++) {
        int number = axis.number(column.codes()[k]);
        if (number >= 0) {
          at[size] = number;
          index[size++] = k;
        }
      }
      at[size] = all;
    }

    long part(long amount, int place) {
      return parts && column != null ? column.part(amount, row, index[place]) : amount;
    }
  }
}
