package org.bandung.observations;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/// One question to files of columns. What a caller names is only ever a parameter; the text of a
/// statement is made of our own words.
final class CellQuestion {

  private final DuckDBConnection connection;
  private final Selection selection;
  private final String where;
  private final List<Object> parameters = new ArrayList<>();
  private final int most;
  // What tells one row of the files from another, most of the time.
  private final Set<Dimension> told = EnumSet.of(Dimension.YEAR, Dimension.SERIES);

  /// Where a question is answered from.
  ///
  /// @param own files of years
  /// @param again files of other years in which they are written again
  record Source(List<Path> own, List<Path> again, Optional<View> view) {
    boolean isEmpty() {
      return own.isEmpty() && again.isEmpty();
    }
  }

  CellQuestion(DuckDBConnection connection, Selection selection, Source source, int most)
      throws SQLException {
    this.connection = connection;
    this.selection = selection;
    this.most = most;
    told.addAll(
        source.own().isEmpty()
            ? source.view().map(View::told).orElse(List.of())
            : List.of(Dimension.values()));
    var rows = new ArrayList<String>();
    // Marks stand in files of years only; where nobody asks for them they are not read.
    from(source.own(), "1", source.again().isEmpty(), rows);
    from(source.again(), "n", false, rows);
    var text = " from (" + String.join(" union all ", rows) + ") t";
    var conditions = new StringBuilder(" where t.year between ? and ?");
    parameters.add(selection.firstYear());
    parameters.add(selection.lastYear());
    narrow(conditions, Dimension.SERIES, selection.series());
    narrow(conditions, Dimension.REPORTER, selection.reporters());
    narrow(conditions, Dimension.PARTNER, selection.partners());
    narrow(conditions, Dimension.PRODUCT, selection.products());
    this.where = text + "%s" + conditions;
  }

  private void from(List<Path> files, String count, boolean marks, List<String> rows)
      throws SQLException {
    if (!files.isEmpty()) {
      var columns =
          View.needed(selection).stream().map(d -> ", " + column(d)).collect(Collectors.joining());
      rows.add(
          "select year, series%s, value, %s::int as n%s from read_parquet(?)"
              .formatted(columns, count, marks ? ", mark" : ""));
      parameters.add(
          connection.createArrayOf(
              "varchar", files.stream().map(Path::toString).toArray(String[]::new)));
    }
  }

  private void narrow(StringBuilder conditions, Dimension dimension, Collection<String> codes) {
    if (!codes.isEmpty()) {
      conditions
          .append(" and ")
          .append("t.")
          .append(column(dimension))
          .append(" in (")
          .append(String.join(", ", codes.stream().map(c -> "?").toList()))
          .append(')');
      codes.stream().sorted().forEach(parameters::add);
    }
  }

  private String column(Dimension dimension) {
    boolean published =
        selection.asPublished()
            && (dimension == Dimension.REPORTER || dimension == Dimension.PARTNER);
    return dimension.name().toLowerCase(Locale.ROOT) + (published ? "_published" : "");
  }

  /// The answer where nothing is there.
  static Cells none(Selection selection) {
    Map<Dimension, List<String>> codes = new EnumMap<>(Dimension.class);
    Map<Dimension, int[]> positions = new EnumMap<>(Dimension.class);
    for (var dimension : selection.by()) {
      codes.put(dimension, List.of());
      positions.put(dimension, new int[0]);
    }
    return new Cells(codes, positions, new double[0], new int[0]);
  }

  /// The answer with the marks of its publisher: what one part of a sum bears, the sum bears.
  Cells marked() throws SQLException {
    var cells = answer();
    var by = selection.by();
    var places = new HashMap<List<Integer>, Integer>();
    for (int row = 0; row < cells.rows(); row++) {
      places.put(place(cells, row), row);
    }
    var joins = new StringBuilder();
    var positions = new StringBuilder();
    for (int i = 0; i < by.size(); i++) {
      joins.append(" join d%d on d%d.code = %s".formatted(i, i, text(by.get(i))));
      positions.append("d%d.position, ".formatted(i));
    }
    var group = by.isEmpty() ? "" : " group by " + positions.substring(0, positions.length() - 2);
    var marks = new HashMap<Integer, String>();
    try (var statement =
        connection.prepare(
            "select "
                + positions
                + "string_agg(distinct t.mark, ' ' order by t.mark)"
                + where.formatted(joins)
                + " and t.mark <> ''"
                + group)) {
      bind(statement);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var place = new ArrayList<Integer>();
          for (int i = 1; i <= by.size(); i++) {
            place.add(rows.getInt(i));
          }
          var mark = rows.getString(by.size() + 1);
          var row = places.get(place);
          if (row != null && mark != null) {
            marks.put(row, mark);
          }
        }
      }
    }
    return cells.marked(marks);
  }

  private List<Integer> place(Cells cells, int row) {
    return selection.by().stream().map(d -> cells.position(d, row)).toList();
  }

  /// The answer, in the order of the codes.
  Cells answer() throws SQLException {
    var by = selection.by();
    if (new HashSet<>(by).size() != by.size()) {
      throw new IllegalArgumentException("a dimension twice: " + by);
    }
    Map<Dimension, List<String>> codes = new EnumMap<>(Dimension.class);
    var joins = new StringBuilder();
    var positions = new StringBuilder();
    for (int i = 0; i < by.size(); i++) {
      var dimension = by.get(i);
      var found = codes(dimension);
      codes.put(dimension, found);
      list("d" + i, found);
      joins.append(" join d%d on d%d.code = %s".formatted(i, i, text(dimension)));
      positions.append("d%d.position, ".formatted(i));
    }
    var found = where.formatted(joins);
    if (isTold(by)) {
      try {
        return read("select " + positions + "t.value, t.n" + found).cells(by, codes);
      } catch (TooManyCells e) {
        // Rows of the same sum may be many; added up they may still find room.
        return summed(positions, found).cells(by, codes);
      }
    }
    return summed(positions, found).cells(by, codes);
  }

  /// Whether every row is mostly a sum of its own: then adding them up here takes a fraction of
  /// what the engine takes to look for those that belong together.
  private boolean isTold(List<Dimension> by) {
    return told.stream().allMatch(d -> by.contains(d) || isOne(d));
  }

  private boolean isOne(Dimension dimension) {
    return switch (dimension) {
      case YEAR -> selection.firstYear() == selection.lastYear();
      case SERIES -> selection.series().size() == 1;
      case REPORTER -> selection.reporters().size() == 1;
      case PARTNER -> selection.partners().size() == 1;
      case PRODUCT -> selection.products().size() == 1;
    };
  }

  private CellColumns summed(StringBuilder positions, String found) throws SQLException {
    var group =
        positions.isEmpty() ? "" : " group by " + positions.substring(0, positions.length() - 2);
    return read(
        "select " + positions + "fsum(t.value), coalesce(sum(t.n), 0)::int" + found + group);
  }

  private String text(Dimension dimension) {
    return dimension == Dimension.YEAR ? "t.year::varchar" : "t." + column(dimension);
  }

  private List<String> codes(Dimension dimension) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement =
        connection.prepare("select distinct " + text(dimension) + where.formatted(""))) {
      bind(statement);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    found.sort(null);
    return found;
  }

  private void list(String name, List<String> codes) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("create temp table " + name + " (code varchar, position int)");
    }
    try (var appender = connection.createAppender("temp", "main", name)) {
      for (int i = 0; i < codes.size(); i++) {
        appender.beginRow();
        appender.append(codes.get(i));
        appender.append(i);
        appender.endRow();
      }
    }
  }

  private CellColumns read(String question) throws SQLException {
    int dimensions = selection.by().size();
    var growing = new CellColumns(dimensions);
    try (var statement = connection.prepare(question)) {
      bind(statement);
      try (var result = statement.query()) {
        while (result.nextChunk()) {
          var chunk = result.chunk();
          int rows = Math.toIntExact(chunk.rowCount());
          if (growing.rows + (long) rows > most) {
            throw new TooManyCells(most);
          }
          growing.reserve(rows);
          for (int d = 0; d < dimensions; d++) {
            var vector = chunk.vector(d);
            for (int i = 0; i < rows; i++) {
              growing.positions[d][growing.rows + i] = vector.getInt(i);
            }
          }
          var values = chunk.vector(dimensions);
          var counts = chunk.vector(dimensions + 1L);
          for (int i = 0; i < rows; i++) {
            growing.values[growing.rows + i] = values.isNull(i) ? 0 : values.getDouble(i);
            growing.counts[growing.rows + i] = counts.getInt(i);
          }
          // Without dimensions there is an answer even of nothing; that is none, and not zero.
          boolean nothing = dimensions == 0 && rows == 1 && counts.getInt(0) == 0;
          growing.rows += nothing ? 0 : rows;
        }
      }
    }
    return growing;
  }

  private void bind(java.sql.PreparedStatement statement) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
  }
}
