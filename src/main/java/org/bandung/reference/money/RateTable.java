package org.bandung.reference.money;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bandung.kernel.PartialDate;
import org.bandung.store.CopyRows;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;

/// The SQL of rates and deflators.
final class RateTable {

  private static final int BATCH = 5_000;

  private final Database database;

  RateTable(Database database) {
    this.database = database;
  }

  /// A word for what is stored: equal words, equal rates.
  String state() {
    return database
        .sql()
        .sql(
            """
            select count(*) || ':' || coalesce(max(id), 0) || ':' || coalesce(
              (select sha256 from reference_rate_file order by id desc limit 1), '')
            from reference_rate_file
            """)
        .query(String.class)
        .single();
  }

  /// How many rates there are, history included.
  long size() {
    return database.sql().sql("select count(*) from reference_rate").query(Long.class).single();
  }

  List<RateFile> files() {
    return database
        .sql()
        .sql(
            """
            select kind, source, format, name, sha256, imported_at, written, refused
            from reference_rate_file order by id desc
            """)
        .query((row, n) ->
            new RateFile(
                row.getString("kind").equals("deflator"),
                row.getString("source"),
                row.getString("format"),
                row.getString("name"),
                row.getString("sha256"),
                row.getTimestamp("imported_at").toInstant(),
                row.getInt("written"),
                row.getInt("refused")))
        .list();
  }

  /// Whether this very file was taken in before.
  boolean isKnown(RateFile file) {
    return database
        .sql()
        .sql(
            """
            select exists (select from reference_rate_file
              where kind = :kind and source = :source and sha256 = :sha256)
            """)
        .param("kind", kind(file))
        .param("source", file.source())
        .param("sha256", file.sha256())
        .query(Boolean.class)
        .single();
  }

  private static String kind(RateFile file) {
    return file.deflator() ? "deflator" : "rates";
  }

  private long addFile(RateFile file, int written) {
    return database
        .sql()
        .sql(
            """
            insert into reference_rate_file (kind, source, format, name, sha256, written, refused)
            values (:kind, :source, :format, :name, :sha256, :written, :refused) returning id
            """)
        .param("kind", kind(file))
        .param("source", file.source())
        .param("format", file.format())
        .param("name", file.name())
        .param("sha256", file.sha256())
        .param("written", written)
        .param("refused", file.refused())
        .query(Long.class)
        .single();
  }

  /// Where the rates of a file wait until it is read to its end; inside one transaction.
  Waiting waiting() {
    database
        .sql()
        .sql(
            """
            create temporary table reference_waiting (
              seq bigint, currency text, pivot text, kind text, period int, value text,
              per_pivot boolean) on commit drop
            """)
        .update();
    return new Waiting();
  }

  /// The rates of a file that is being read.
  final class Waiting implements Consumer<Quote> {
    private CopyRows rows = fresh();
    private long seq;

    private static CopyRows fresh() {
      return new CopyRows(
          "reference_waiting", "seq, currency, pivot, kind, period, value, per_pivot");
    }

    @Override
    public void accept(Quote quote) {
      rows.row(
          seq++,
          quote.currency(),
          quote.pivot(),
          quote.kind().code(),
          RateSeries.key(quote.period()),
          quote.value().toString(),
          quote.perPivot());
      if (rows.size() >= BATCH) {
        flush();
      }
    }

    private void flush() {
      database.copy(rows);
      rows = fresh();
    }

    /// Takes in what is new or different; of a period that a file tells twice, the later row.
    Received take(RateFile file) {
      flush();
      if (seq == 0) {
        return new Received(0, 0, 0, false);
      }
      if (isKnown(file)) {
        return new Received(0, 0, Math.toIntExact(seq), true);
      }
      var received = compare(file.source());
      write(addFile(file, received.written()), file.source());
      return received;
    }

    private Received compare(String source) {
      return database
          .sql()
          .sql(
              COMPARED
                  + """
                  select count(*) filter (where held is null) as created,
                    count(*) filter (where held is not null and differs) as updated
                  from compared
                  """)
          .param("source", source)
          .query((row, n) -> {
            int created = row.getInt("created");
            int updated = row.getInt("updated");
            return new Received(created, updated, Math.toIntExact(seq) - created - updated, false);
          })
          .single();
    }

    private void write(long file, String source) {
      database
          .sql()
          .sql(
              COMPARED
                  + """
                  insert into reference_rate
                    (source, currency, pivot, kind, period, file, value, per_pivot)
                  select :source, currency, pivot, kind, period, :file, value, per_pivot
                  from compared where held is null or differs
                  """)
          .param("source", source)
          .param("file", file)
          .update();
    }
  }

  private static final String COMPARED =
      """
      with told as (
        select distinct on (currency, pivot, kind, period)
          currency, pivot, kind, period, value::numeric as value, per_pivot
        from reference_waiting order by currency, pivot, kind, period, seq desc
      ), compared as (
        select told.*, held.value as held,
          (held.value, held.per_pivot) is distinct from (told.value, told.per_pivot) as differs
        from told left join lateral (
          select r.value, r.per_pivot from reference_rate r
          where r.source = :source and r.currency = told.currency and r.pivot = told.pivot
            and r.kind = told.kind and r.period = told.period
          order by r.file desc limit 1) held on true
      )
      """;

  /// Hands over the rates that count now, a currency of a source at a time.
  void read(Consumer<Quote> to) {
    record Part(String source, String currency) {}
    var parts =
        database
            .sql()
            .sql("select distinct source, currency from reference_rate order by source, currency")
            .query((row, n) -> new Part(row.getString("source"), row.getString("currency")))
            .list();
    for (var part : parts) {
      database
          .sql()
          .sql(
              """
              select distinct on (pivot, kind, period) *
              from reference_rate where source = :source and currency = :currency
              order by pivot, kind, period, file desc
              """)
          .param("source", part.source)
          .param("currency", part.currency)
          .query(row -> {
            to.accept(quote(row));
          });
    }
  }

  private static Quote quote(ResultSet row) throws SQLException {
    int period = row.getInt("period");
    var kind = SeriesKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
    return new Quote(
        row.getString("currency"),
        new PartialDate(period / 10_000, period / 100 % 100, period % 100),
        kind.method(),
        row.getString("pivot"),
        row.getBigDecimal("value"),
        row.getBoolean("per_pivot"),
        row.getString("source"));
  }

  /// Takes in a deflator; what it no longer tells stays as it was told before.
  Received take(RateFile file, Deflator deflator) {
    if (isKnown(file)) {
      return new Received(0, 0, deflator.index().size(), true);
    }
    var held = new LinkedHashMap<Integer, BigDecimal>();
    var currencies = new ArrayList<String>();
    deflators().stream()
        .filter(d -> d.name().equals(deflator.name()))
        .forEach(d -> {
          held.putAll(d.index());
          currencies.add(d.currency());
        });
    boolean other = !currencies.isEmpty() && !currencies.contains(deflator.currency());
    var changed = new LinkedHashMap<>(deflator.index());
    changed.entrySet().removeIf(e -> !other && isEqual(held.get(e.getKey()), e.getValue()));
    int created = (int) changed.keySet().stream().filter(y -> !held.containsKey(y)).count();
    int updated = changed.size() - created;
    long id = addFile(file, changed.size());
    changed.forEach((year, level) -> addLevel(deflator, id, year, level));
    return new Received(created, updated, deflator.index().size() - changed.size(), false);
  }

  private static boolean isEqual(@Nullable BigDecimal held, BigDecimal told) {
    return held != null && held.compareTo(told) == 0;
  }

  private void addLevel(Deflator deflator, long file, int year, BigDecimal level) {
    database
        .sql()
        .sql(
            """
            insert into reference_deflator (name, year, file, currency, level, source)
            values (:name, :year, :file, :currency, :level, :source)
            """)
        .param("name", deflator.name())
        .param("year", year)
        .param("file", file)
        .param("currency", deflator.currency())
        .param("level", level)
        .param("source", deflator.source())
        .update();
  }

  /// The deflators as they count now; the latest file says the currency and the source.
  List<Deflator> deflators() {
    record Level(String name, int year, long file, String currency, BigDecimal level, String by) {}
    var levels =
        database
            .sql()
            .sql(
                """
                select distinct on (name, year) name, year, file, currency, level, source
                from reference_deflator order by name, year, file desc
                """)
            .query((row, n) ->
                new Level(
                    row.getString("name"),
                    row.getInt("year"),
                    row.getLong("file"),
                    row.getString("currency"),
                    row.getBigDecimal("level"),
                    row.getString("source")))
            .list();
    Map<String, List<Level>> byName = new TreeMap<>();
    levels.forEach(l -> byName.computeIfAbsent(l.name, n -> new ArrayList<>()).add(l));
    var deflators = new ArrayList<Deflator>();
    byName.forEach((name, those) -> {
      var last = those.stream().max(Comparator.comparingLong(Level::file)).orElseThrow();
      var index = new TreeMap<Integer, BigDecimal>();
      those.stream()
          .filter(l -> l.currency.equals(last.currency))
          .forEach(l -> index.put(l.year, l.level));
      deflators.add(new Deflator(name, last.currency, last.by, index));
    });
    return deflators;
  }
}
