package org.bandung.observations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bandung.observations.Dataset.Load;
import org.bandung.observations.Dataset.Series;
import org.bandung.observations.PartWriter.Part;
import org.bandung.store.CopyRows;
import org.bandung.store.Database;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of loads, and of what the files of columns hold.
final class ObservationTable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Database database;

  ObservationTable(Database database) {
    this.database = database;
  }

  /// A file that counts.
  record Current(int year, String token, long rows) {}

  /// Whether this very file was taken in before by this very mapping.
  boolean isKnown(String dataset, LoadedFile file) {
    return database
        .sql()
        .sql(
            """
            select exists (select from observations_load
              where dataset = :dataset and sha256 = :sha256 and mapping_sha256 = :mapping)
            """)
        .param("dataset", dataset)
        .param("sha256", file.sha256())
        .param("mapping", file.mappingSha256())
        .query(Boolean.class)
        .single();
  }

  /// The files of a dataset that count.
  List<Current> current(String dataset) {
    return database
        .sql()
        .sql(
            """
            select p.year, l.token, p.rows from observations_part p join observations_load l on l.id = p.load
            where p.dataset = :dataset order by p.year
            """)
        .param("dataset", dataset)
        .query((row, n) -> new Current(row.getInt(1), row.getString(2), row.getLong(3)))
        .list();
  }

  List<String> datasets() {
    return database
        .sql()
        .sql("select distinct dataset from observations_load order by dataset")
        .query(String.class)
        .list();
  }

  List<String> tokens() {
    return database.sql().sql("select token from observations_load").query(String.class).list();
  }

  /// Writes down that a file was taken in, and what its years hold now.
  void write(
      Publication about, String token, LoadedFile file, long observations, List<Part> parts) {
    long replaced = parts.stream().mapToLong(Part::replaced).sum();
    long load = insert(about, token, file, observations, replaced);
    var codes = new CopyRows("observations_code", "load, code, meaning, taken, times");
    file.codes()
        .forEach(c ->
            codes.row(
                load, c.code(), c.meaning().name().toLowerCase(Locale.ROOT), c.taken(), c.times()));
    database.copy(codes);
    var series = new CopyRows("observations_series", "dataset, year, series, rows, reporters");
    var coverage = new CopyRows("observations_coverage", "dataset, year, reporter, rows");
    for (var part : parts) {
      place(about.dataset(), load, part);
      part.series()
          .forEach(
              s -> series.row(about.dataset(), part.year(), s.code(), s.rows(), s.reporters()));
      part.reporters().forEach(r -> coverage.row(about.dataset(), part.year(), r.code(), r.rows()));
    }
    database.copy(series);
    database.copy(coverage);
  }

  private long insert(
      Publication about, String token, LoadedFile file, long observations, long replaced) {
    return database
        .sql()
        .sql(
            """
            insert into observations_load (dataset, token, file, sha256, mapping, mapping_sha256,
              about, kept, refused, left_out, observations, replaced)
            values (:dataset, :token, :file, :sha256, :mapping, :mapping_sha256,
              cast(:about as jsonb), :kept, :refused, :left_out, :observations, :replaced)
            returning id
            """)
        .param("dataset", about.dataset())
        .param("token", token)
        .param("file", file.name())
        .param("sha256", file.sha256())
        .param("mapping", file.mapping())
        .param("mapping_sha256", file.mappingSha256())
        .param("about", JSON.writeValueAsString(about))
        .param("kept", file.kept())
        .param("refused", file.refused())
        .param("left_out", file.leftOut())
        .param("observations", observations)
        .param("replaced", replaced)
        .query(Long.class)
        .single();
  }

  private void place(String dataset, long load, Part part) {
    for (var table : List.of("observations_series", "observations_coverage")) {
      database
          .sql()
          .sql("delete from " + table + " where dataset = :dataset and year = :year")
          .param("dataset", dataset)
          .param("year", part.year())
          .update();
    }
    database
        .sql()
        .sql(
            """
            insert into observations_part (dataset, year, load, rows, bytes)
            values (:dataset, :year, :load, :rows, :bytes)
            on conflict (dataset, year)
              do update set load = excluded.load, rows = excluded.rows, bytes = excluded.bytes
            """)
        .param("dataset", dataset)
        .param("year", part.year())
        .param("load", load)
        .param("rows", part.rows())
        .param("bytes", part.bytes())
        .update();
  }

  Optional<Dataset> find(String code) {
    var loads = new ArrayList<Load>();
    var latest = new ArrayList<Publication>();
    database
        .sql()
        .sql(
            """
            select about, file, sha256, mapping, loaded_at, kept, refused, left_out, observations,
              replaced
            from observations_load where dataset = :dataset order by id desc
            """)
        .param("dataset", code)
        .query(row -> {
          if (latest.isEmpty()) {
            latest.add(JSON.readValue(row.getString("about"), Publication.class));
          }
          loads.add(
              new Load(
                  row.getString("file"),
                  row.getString("sha256"),
                  row.getString("mapping"),
                  row.getTimestamp("loaded_at").toInstant(),
                  row.getLong("kept"),
                  row.getLong("refused"),
                  row.getLong("left_out"),
                  row.getLong("observations"),
                  row.getLong("replaced")));
        });
    return latest.stream().findFirst().map(about -> summed(about, loads));
  }

  private Dataset summed(Publication about, List<Load> loads) {
    var series =
        database
            .sql()
            .sql(
                """
                select series, coalesce(min(nullif(year, 0)), 0), max(year), sum(rows)::bigint
                from observations_series
                where dataset = :dataset group by series order by series
                """)
            .param("dataset", about.dataset())
            .query((row, n) ->
                new Series(
                    row.getString(1),
                    about.unitOf(row.getString(1)),
                    row.getInt(2),
                    row.getInt(3),
                    row.getLong(4)))
            .list();
    return database
        .sql()
        .sql(
            """
            select coalesce(min(nullif(year, 0)), 0), coalesce(max(year), 0), coalesce(sum(rows), 0)::bigint,
              count(distinct reporter)::int
            from observations_coverage where dataset = :dataset
            """)
        .param("dataset", about.dataset())
        .query((row, n) ->
            new Dataset(
                about, row.getInt(1), row.getInt(2), row.getLong(3), row.getInt(4), series, loads))
        .single();
  }

  SortedMap<Integer, List<String>> coverage(String dataset) {
    SortedMap<Integer, List<String>> byYear = new TreeMap<>();
    database
        .sql()
        .sql(
            """
            select year, reporter from observations_coverage where dataset = :dataset and year > 0
            order by year, reporter collate "C"
            """)
        .param("dataset", dataset)
        .query(row -> {
          byYear.computeIfAbsent(row.getInt(1), y -> new ArrayList<>()).add(row.getString(2));
        });
    return byYear;
  }

  /// Odd codes of all files of a dataset, the most frequent first.
  List<Map.Entry<String, LoadedFile.OddCode>> codes(String dataset) {
    return database
        .sql()
        .sql(
            """
            select l.file, c.code, c.meaning, c.taken, c.times
            from observations_code c join observations_load l on l.id = c.load
            where l.dataset = :dataset order by c.times desc, c.code collate "C", l.id desc
            """)
        .param("dataset", dataset)
        .query((row, n) ->
            Map.entry(
                row.getString(1),
                new LoadedFile.OddCode(
                    row.getString(2),
                    LoadedFile.Meaning.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                    row.getString(4),
                    row.getLong(5))))
        .list();
  }
}
