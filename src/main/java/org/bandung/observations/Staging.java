package org.bandung.observations;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// The observations of one file while it is read: rows of numbers in a database file of their own,
/// and what the numbers stand for. Memory grows with the different codes, not with the rows.
final class Staging implements ObservationSink, AutoCloseable {

  private final DuckDBConnection connection;
  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<Side, Integer> sides = new HashMap<>();
  private final DuckDBAppender rows;
  private long count;

  /// @param file of the database, which must not exist
  Staging(Engine engine, Path file) throws SQLException {
    connection = engine.connect();
    try (var statement = connection.createStatement()) {
      statement.execute("attach " + Engine.quoted(file) + " as stage");
      statement.execute(
          """
          create table stage.observation (year smallint, series int, reporter int, partner int,
            product int, value double, quantity double, mark int)
          """);
      statement.execute("create table stage.word (id int, word varchar)");
      statement.execute("create table stage.side (id int, code varchar, published varchar)");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    rows = connection.createAppender("stage", "main", "observation");
  }

  DuckDBConnection connection() {
    return connection;
  }

  long count() {
    return count;
  }

  @Override
  public void add(Observation o) {
    try {
      rows.beginRow();
      rows.append((short) o.year());
      rows.append(word(o.series()));
      rows.append(side(o.reporter()));
      rows.append(side(o.partner()));
      rows.append(word(o.product()));
      var figure = o.figure();
      rows.append(figure.value());
      if (Double.isNaN(figure.quantity())) {
        rows.appendNull();
      } else {
        rows.append(figure.quantity());
      }
      rows.append(word(figure.mark()));
      rows.endRow();
      count++;
    } catch (SQLException e) {
      throw new IllegalStateException("an observation could not be put aside", e);
    }
  }

  private int word(String text) {
    return number(texts, text);
  }

  private int side(Side side) {
    return number(sides, side);
  }

  private static <K> int number(Map<K, Integer> known, K key) {
    var number = known.get(key);
    if (number == null) {
      if (known.size() >= TooManyCodes.MOST) {
        throw new TooManyCodes();
      }
      number = known.size();
      known.put(key, number);
    }
    return number;
  }

  /// Ends the reading: what the numbers stand for can be asked for.
  void finish() throws SQLException {
    rows.close();
    try (var words = connection.createAppender("stage", "main", "word")) {
      for (var entry : texts.entrySet()) {
        words.beginRow();
        words.append((int) entry.getValue());
        words.append(entry.getKey());
        words.endRow();
      }
    }
    try (var all = connection.createAppender("stage", "main", "side")) {
      for (var entry : sides.entrySet()) {
        all.beginRow();
        all.append((int) entry.getValue());
        all.append(entry.getKey().code());
        all.append(entry.getKey().published());
        all.endRow();
      }
    }
  }

  /// How many observations have the year, series, sides and product of another one.
  long twice() throws SQLException {
    var found = 0L;
    for (int year : years()) {
      // Of hashes, since ten million keys would not fit; of so many, one in a million years is
      // wrong.
      var question =
          "select count(*) - count(distinct hash(series, reporter, partner, product))"
              + " from stage.observation where year = ";
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(question + year)) {
        rows.next();
        found += rows.getLong(1);
      }
    }
    return found;
  }

  /// The years that occur.
  List<Integer> years() throws SQLException {
    var years = new ArrayList<Integer>();
    try (var statement = connection.createStatement();
        var found =
            statement.executeQuery("select distinct year from stage.observation order by year")) {
      while (found.next()) {
        years.add(found.getInt(1));
      }
    }
    return years;
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      rows.close();
      try (var statement = connection.createStatement()) {
        statement.execute("detach stage");
      }
    }
  }
}
