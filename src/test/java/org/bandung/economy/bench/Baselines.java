package org.bandung.economy.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bandung.economy.bench.Clock.Took;
import org.bandung.economy.indices.Advantage;
import org.bandung.economy.indices.Complementarity;
import org.bandung.economy.indices.Grid;
import org.bandung.economy.indices.Similarity;
import org.bandung.economy.indices.TradeYear;
import org.duckdb.DuckDBConnection;

/// The same figures by SQL in DuckDB and by R's base functions, on the same data in the same run;
/// and whether they agree.
final class Baselines {

  private static final String ADVANTAGE =
      """
      create or replace table advantage as
      with c as (select i, k, sum(v) as v from flows group by i, k)
      select i, k, v / sum(v) over (partition by i)
        / (sum(v) over (partition by k) / sum(v) over ()) as a
      from c
      """;
  private static final String SHARES =
      """
      create or replace table %1$s as
      select %2$s as c, k, sum(v) / sum(sum(v)) over (partition by %2$s) as s
      from flows group by %2$s, k
      """;
  private static final String SIMILARITY =
      """
      create or replace table similarity as
      select a.c as i, b.c as j, sum(least(a.s, b.s)) as s
      from x a join x b on a.k = b.k where a.c < b.c group by a.c, b.c
      """;
  private static final String COMPLEMENTARITY =
      """
      create or replace table complementarity as
      select a.c as i, b.c as j, sum(least(a.s, b.s)) as s
      from x a join m b on a.k = b.k group by a.c, b.c
      """;
  private static final String MUTUAL =
      """
      create or replace table mutual as
      select a.i, a.j, 2 * sum(least(a.v, b.v)) as both
      from flows a join flows b on a.i = b.j and a.j = b.i and a.k = b.k
      where a.i < a.j group by a.i, a.j
      """;

  private Baselines() {}

  static void duckDb(TradeYear year, Took advantage, Took similarity, Took michaely, Took mutual)
      throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
      load(connection, year);
      compare("DuckDB: advantage of all cells", time(connection, ADVANTAGE), advantage);
      run(connection, SHARES.formatted("x", "i"));
      run(connection, SHARES.formatted("m", "j"));
      var first = time(connection, SIMILARITY);
      compare("DuckDB: Finger-Kreinin, half of all pairs", first, similarity);
      var second = time(connection, COMPLEMENTARITY);
      compare("DuckDB: Michaely, all pairs", second, michaely);
      compare("DuckDB: Grubel-Lloyd of all pairs", time(connection, MUTUAL), mutual);
      var exports = year.exports();
      difference(
          connection, "advantage", "select i, k, a from advantage", Advantage.balassa(exports));
      difference(
          connection,
          "similarity",
          "select i, j, s from similarity",
          Similarity.fingerKreinin(exports));
      difference(
          connection,
          "complementarity",
          "select i, j, s from complementarity",
          Complementarity.michaely(exports, year.imports()));
    }
  }

  static void r(TradeYear year, Took similarity, Took michaely, Took fitness, Took proximity)
      throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("bandung-bench");
    try {
      write(folder.resolve("exports.bin"), year.exports());
      write(folder.resolve("imports.bin"), year.imports());
      var script = Path.of("bench/economy/indices.R").toAbsolutePath().toString();
      var process =
          new ProcessBuilder("Rscript", script, folder.toString())
              .redirectErrorStream(true)
              .start();
      var lines = process.inputReader().lines().toList();
      if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
        System.out.println("R: not measured: " + String.join(" ", lines));
        return;
      }
      Map<String, Took> ours = new HashMap<>();
      ours.put("Finger-Kreinin, all pairs", similarity);
      ours.put("Michaely, all pairs", michaely);
      ours.put("fitness, 19 updates", fitness);
      ours.put("proximity of all products", proximity);
      for (var line : lines) {
        var cells = line.split("\t");
        if (ours.containsKey(cells[0])) {
          var clock = Double.parseDouble(cells[1]);
          var processor = Double.parseDouble(cells[2]);
          compare("R: " + cells[0], new Took(clock, clock, processor), ours.get(cells[0]));
        } else {
          System.out.println("R: " + line);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "ours: sums %.6f %.6f%n",
          sum(Similarity.fingerKreinin(year.exports())),
          sum(Complementarity.michaely(year.exports(), year.imports())));
    } finally {
      Files.deleteIfExists(folder.resolve("exports.bin"));
      Files.deleteIfExists(folder.resolve("imports.bin"));
      Files.delete(folder);
    }
  }

  private static double sum(Grid grid) {
    var sum = 0.0;
    for (var row = 0; row < grid.height(); row++) {
      for (var value : grid.rowValues(row)) {
        sum += Double.isNaN(value) ? 0 : value;
      }
    }
    return sum;
  }

  private static void compare(String name, Took theirs, Took ours) {
    Clock.print(
        name,
        theirs,
        String.format(
            Locale.ROOT,
            "%.0f times ours by the clock, %.0f by the processor",
            theirs.median() / ours.median(),
            theirs.processor() / ours.processor()));
  }

  private static void load(Connection connection, TradeYear year) throws SQLException {
    run(connection, "create table flows (i integer, j integer, k integer, v double)");
    run(connection, "set threads to 2");
    try (var appender = connection.unwrap(DuckDBConnection.class).createAppender("main", "flows")) {
      for (var flow = 0; flow < year.flows(); flow++) {
        appender.beginRow();
        appender.append(year.exporter(flow));
        appender.append(year.importer(flow));
        appender.append(year.product(flow));
        appender.append(year.value(flow));
        appender.endRow();
      }
    }
  }

  private static Took time(Connection connection, String sql) throws Exception {
    return Clock.time(
        1,
        3,
        () -> {
          run(connection, sql);
          return sql;
        });
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void difference(Connection connection, String name, String sql, Grid ours)
      throws SQLException {
    var largest = 0.0;
    var count = 0;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        var theirs = rows.getDouble(3);
        var own = ours.get(rows.getInt(1), rows.getInt(2));
        largest = Math.max(largest, Math.abs(theirs - own) / Math.max(1, theirs));
        count++;
      }
    }
    System.out.printf(
        Locale.ROOT, "%s: %,d figures differ by at most %.1e%n", name, count, largest);
  }

  // Column by column, as R keeps matrices: products as rows, countries as columns.
  private static void write(Path file, Grid grid) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (var row = 0; row < grid.height(); row++) {
        var bytes = ByteBuffer.allocate(grid.width() * 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(grid.rowValues(row));
        out.write(bytes.array());
      }
    }
  }
}
