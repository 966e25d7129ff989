package org.bandung.exchange.grids;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.grids.CodedFigures.Columns;
import org.bandung.exchange.grids.CodedFigures.Outcome;
import org.bandung.exchange.grids.CodedFigures.Remark;
import org.bandung.exchange.rows.TableRow;
import org.bandung.exchange.rows.TableSink;

/// Judges row by row.
final class FigureRows implements TableSink {

  private static final int MOST_REMARKS = 20;
  private static final int LONGEST_CODE = 100;
  private static final int SHOWN = 60;
  private static final double LARGEST = 1e30;
  private static final Pattern NUMBER =
      Pattern.compile("\\+?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][+-]?\\d{1,3})?");

  private final Columns wanted;
  private final CodedFigures.Sink sink;
  private final List<Remark> remarks = new ArrayList<>();
  private final Set<String> firsts = new HashSet<>();
  private final Set<String> seconds = new HashSet<>();
  private String first = "";
  private String second = "";
  private String value = "";
  private List<String> known = List.of();
  private int kept;
  private int refused;

  FigureRows(Columns wanted, CodedFigures.Sink sink) {
    this.wanted = wanted;
    this.sink = sink;
  }

  Outcome outcome(List<Remark> unreadable) {
    return new Outcome(kept, refused, remarks, unreadable.stream().findFirst());
  }

  @Override
  public void columns(List<String> columns) throws IOException {
    known = columns;
    first = require(wanted.first());
    second = require(wanted.second());
    value = require(wanted.value());
  }

  private String require(List<String> names) throws UnreadableInput {
    return find(names)
        .orElseThrow(() ->
            new UnreadableInput(
                "bandung.figures-column-missing",
                String.join(", ", names),
                Printable.of(String.join(", ", known), 300)));
  }

  private Optional<String> find(List<String> names) {
    return names.stream()
        .flatMap(name -> known.stream().filter(column -> column.equalsIgnoreCase(name)))
        .findFirst();
  }

  @Override
  public void row(TableRow row) throws IOException {
    if (value.isEmpty() && !named(row)) {
      return;
    }
    if (kept + refused >= CodedFigures.MOST_ROWS) {
      throw new UnreadableInput("bandung.figures-too-many", String.valueOf(CodedFigures.MOST_ROWS));
    }
    var one = row.first(first);
    var other = row.first(second);
    var written = row.first(value);
    var number = number(written);
    if (one.isEmpty() || other.isEmpty()) {
      refused(row.line(), "bandung.figures-no-code", one.isEmpty() ? first : second);
    } else if (one.length() > LONGEST_CODE || other.length() > LONGEST_CODE) {
      refused(row.line(), "bandung.figures-long-code", String.valueOf(LONGEST_CODE));
    } else if (written.isEmpty()) {
      refused(row.line(), "bandung.figures-no-value");
    } else if (number.isEmpty()) {
      refused(row.line(), "bandung.figures-not-usable", Printable.of(written, SHOWN));
    } else {
      keep(one, other, number.getAsDouble());
    }
  }

  // JSON names its columns in every record: the first that has all of them tells which they are.
  private boolean named(TableRow row) throws IOException {
    try {
      columns(List.copyOf(row.cells().keySet()));
      return true;
    } catch (UnreadableInput e) {
      refused(row.line(), e.code(), e.arguments().toArray(String[]::new));
      return false;
    }
  }

  private void keep(String one, String other, double number) throws IOException {
    firsts.add(one);
    seconds.add(other);
    if ((long) firsts.size() * seconds.size() > CodedFigures.MOST_CELLS) {
      throw new UnreadableInput(
          "bandung.figures-too-wide",
          String.valueOf(firsts.size()),
          String.valueOf(seconds.size()),
          String.valueOf(CodedFigures.MOST_CELLS));
    }
    sink.figure(one, other, number);
    kept++;
  }

  private static OptionalDouble number(String written) {
    if (!NUMBER.matcher(written).matches()) {
      return OptionalDouble.empty();
    }
    var number = Double.parseDouble(written);
    return number <= LARGEST ? OptionalDouble.of(number) : OptionalDouble.empty();
  }

  @Override
  public void refused(int line, String code, String... arguments) {
    refused++;
    remark(line, code, arguments);
  }

  @Override
  public void remark(int line, String code, String... arguments) {
    if (remarks.size() < MOST_REMARKS) {
      remarks.add(new Remark(line, code, List.of(arguments)));
    }
  }
}
