package org.bandung.web.economy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A table as a page shows it and a file has it.
///
/// Rows are written out when they are needed: a country buys five thousand products, a page shows
/// fifteen of them, and numbers in the forms of a language are slow to make.
///
/// @param lines makes each row; a page shows the first ones
/// @param shown how many a page shows
record EconomyTable(List<Column> columns, List<Supplier<List<Cell>>> lines, int shown) {

  /// A file need not say more digits than the data have.
  private static final MathContext EXACT = new MathContext(12);

  private static final int WHOLE = 100;

  EconomyTable {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /// All rows.
  List<List<Cell>> rows() {
    return lines.stream().map(Supplier::get).toList();
  }

  /// How many rows there are.
  public int size() {
    return lines.size();
  }

  /// What a column holds.
  enum Kind {
    /// What the row is about.
    HEAD,
    TEXT,
    NUMBER,
    /// A code that only files have.
    CODE
  }

  /// A column.
  ///
  /// @param code its head in a file
  /// @param name its head on a page
  record Column(String code, String name, Kind kind) {}

  /// What stands in a cell.
  ///
  /// @param text null if the data do not tell it
  /// @param number exact; null if it is none
  /// @param href what it opens to; null if nothing
  /// @param detail a line below it; null if none
  /// @param bar length of a bar beneath it in hundredths; negative for none
  /// @param tone which colour the bar has
  record Cell(
      @Nullable String text,
      @Nullable BigDecimal number,
      @Nullable String href,
      @Nullable String detail,
      int bar,
      String tone) {

    static final Cell UNKNOWN = new Cell(null, null, null, null, -1, "");

    static Cell of(String text) {
      return new Cell(text, null, null, null, -1, "");
    }

    static Cell of(String text, double number) {
      return new Cell(text, exact(number), null, null, -1, "");
    }

    Cell to(String address) {
      return new Cell(text, number, address, detail, bar, tone);
    }

    Cell with(String line) {
      return new Cell(text, number, href, line.isEmpty() ? null : line, bar, tone);
    }

    /// With a bar as long as the share.
    Cell drawn(OptionalDouble share, String colour) {
      return share.isEmpty()
          ? this
          : new Cell(
              text,
              number,
              href,
              detail,
              (int) Math.round(Math.clamp(share.getAsDouble(), 0, 1) * WHOLE),
              colour);
    }

    private static BigDecimal exact(double number) {
      var rounded = new BigDecimal(number).round(EXACT).stripTrailingZeros();
      return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /// As a file has it: what the data do not tell stays empty.
    @Nullable Object plain() {
      return number != null ? number : text;
    }
  }

  /// The columns of a page: files have more.
  public List<Column> heads() {
    return columns.stream().filter(c -> c.kind() != Kind.CODE).toList();
  }

  /// The rows of a page, as long as its columns.
  public List<List<Cell>> first() {
    var seen =
        IntStream.range(0, columns.size())
            .filter(c -> columns.get(c).kind() != Kind.CODE)
            .toArray();
    return lines.stream()
        .limit(shown)
        .map(Supplier::get)
        .map(row -> IntStream.of(seen).mapToObj(row::get).toList())
        .toList();
  }

  /// How many rows only files have.
  public int more() {
    return Math.max(0, lines.size() - shown);
  }

  /// Rows as programs read them.
  List<Map<String, @Nullable Object>> plain() {
    var plain = new ArrayList<Map<String, @Nullable Object>>();
    for (var row : rows()) {
      var values = new LinkedHashMap<String, @Nullable Object>();
      for (int c = 0; c < columns.size(); c++) {
        values.put(columns.get(c).code(), row.get(c).plain());
      }
      plain.add(values);
    }
    return plain;
  }

  /// Collects rows.
  static final class Maker {
    private final List<Column> columns = new ArrayList<>();
    private final List<Supplier<List<Cell>>> lines = new ArrayList<>();

    Maker code(String code) {
      columns.add(new Column(code, code, Kind.CODE));
      return this;
    }

    Maker head(String code, String name) {
      columns.add(new Column(code, name, Kind.HEAD));
      return this;
    }

    Maker word(String code, String name) {
      columns.add(new Column(code, name, Kind.TEXT));
      return this;
    }

    Maker number(String code, String name) {
      columns.add(new Column(code, name, Kind.NUMBER));
      return this;
    }

    void row(Cell... cells) {
      if (cells.length != columns.size()) {
        throw new IllegalArgumentException(cells.length + " cells in " + columns.size());
      }
      var row = List.of(cells);
      lines.add(() -> row);
    }

    /// A row that is made when it is needed.
    void later(Supplier<List<Cell>> row) {
      lines.add(row);
    }

    EconomyTable show(int most) {
      return new EconomyTable(columns, lines, most);
    }
  }
}
