package org.bandung.observations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.observations.LoadedFile.Replacing;
import org.duckdb.DuckDBConnection;

/// Writes a year of a dataset as a file of columns: what was put aside, and of the file that
/// counted before what does not give way.
final class PartWriter {

  /// What is stated as a total lies before all lines of products, so that neither is read for the
  /// other.
  static final String TOTALS_FIRST = ", product <> ''";

  /// In the order of the questions: what one reporter states lies together. For one partner, and
  /// for sums of all, large years have a [View].
  private static final String ORDER =
      "order by series" + TOTALS_FIRST + ", reporter, product, partner";

  static final String WRITTEN = "(format parquet, compression zstd)";

  private static final String STAGED =
      """
      select o.year::int as year, s.word as series, r.code as reporter, p.code as partner,
        c.word as product, o.value, o.quantity, m.word as mark,
        r.published as reporter_published, p.published as partner_published
      from stage.observation o
        join stage.word s on s.id = o.series join stage.word c on c.id = o.product
        join stage.word m on m.id = o.mark
        join stage.side r on r.id = o.reporter join stage.side p on p.id = o.partner
      where o.year = %d
      """;

  private final DuckDBConnection connection;

  PartWriter(DuckDBConnection connection) {
    this.connection = connection;
  }

  /// What a year holds once it is written.
  record Part(
      int year,
      Path file,
      long bytes,
      long rows,
      long replaced,
      List<Count> series,
      List<Count> reporters) {}

  /// How often something occurs, by how many reporters.
  record Count(String code, long rows, int reporters) {}

  /// Writes a year.
  ///
  /// @param before the file that counts until now
  /// @param file where to
  /// @param lost where what gives way is kept
  Part write(int year, Optional<Path> before, Path file, Path lost, Replacing replacing)
      throws SQLException, IOException {
    var staged = STAGED.formatted(year);
    long replaced = 0;
    try (var statement = connection.createStatement()) {
      if (before.isEmpty()) {
        statement.execute(copy(staged, file));
      } else {
        var old = "read_parquet([" + Engine.quoted(before.get()) + "])";
        var same = "from " + old + " o %s join (" + keys(staged, replacing) + ") n using (%s)";
        var using = columns(replacing);
        statement.execute(
            copy(staged + " union all by name select o.* " + same.formatted("anti", using), file));
        statement.execute(copy("select o.* " + same.formatted("semi", using), lost));
        replaced = count(lost);
        if (replaced == 0) {
          Files.delete(lost);
        }
      }
    }
    return new Part(
        year,
        file,
        Files.size(file),
        count(file),
        replaced,
        counts(file, "series"),
        counts(file, "reporter"));
  }

  private static String copy(String rows, Path file) {
    return "copy (select * from (%s) %s) to %s %s"
        .formatted(rows, ORDER, Engine.quoted(file), WRITTEN);
  }

  private static String columns(Replacing replacing) {
    return switch (replacing) {
      case OBSERVATION -> "series, reporter, partner, product";
      case REPORTER_YEAR -> "series, reporter";
    };
  }

  private static String keys(String staged, Replacing replacing) {
    return "select distinct " + columns(replacing) + " from (" + staged + ")";
  }

  private long count(Path file) throws SQLException {
    try (var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select count(*) from read_parquet([" + Engine.quoted(file) + "])")) {
      found.next();
      return found.getLong(1);
    }
  }

  /// @param column one of ours
  private List<Count> counts(Path file, String column) throws SQLException {
    var counts = new ArrayList<Count>();
    var question =
        """
        select %s, count(*), count(distinct reporter) from read_parquet([%s])
        group by 1 order by 1
        """;
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(question.formatted(column, Engine.quoted(file)))) {
      while (found.next()) {
        counts.add(new Count(found.getString(1), found.getLong(2), found.getInt(3)));
      }
    }
    return counts;
  }
}
