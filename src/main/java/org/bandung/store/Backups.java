package org.bandung.store;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bandung.store.kept.BackupFiles;
import org.bandung.store.kept.KeptFiles;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// Backup and restore of the whole database through COPY: one zip file, one entry per table, with
/// the version of the migrations it was made at. Works with an embedded and an external PostgreSQL.
public final class Backups {

  private static final String MANIFEST = "bandung-backup.txt";
  private static final String FORMAT = "bandung-backup 1";

  private final Database database;
  private final BackupFiles files;

  public Backups(Database database) {
    this(database, List.of());
  }

  /// @param files what lies beside the database and belongs to it
  public Backups(Database database, List<KeptFiles> files) {
    this.database = database;
    this.files = new BackupFiles(files);
  }

  /// What was saved or brought back.
  ///
  /// @param files how many that lie beside the database
  /// @param missing files that the database speaks of, but that are not there
  public record Summary(
      Path file, long bytes, Map<String, Long> rowsByTable, int files, List<String> missing) {
    public Summary {
      rowsByTable = Map.copyOf(rowsByTable);
      missing = List.copyOf(missing);
    }
  }

  private record Written(Map<String, Long> rows, BackupFiles.Tally files) {
    Summary summary(Path file) throws IOException {
      return new Summary(file, Files.size(file), rows, files.files(), files.missing());
    }
  }

  /// Saves one state of the database, while others go on reading and writing.
  public Summary backup(Path file) {
    var fresh = file.resolveSibling(file.getFileName() + ".part");
    try (var hold = files.hold()) {
      var written = database.reading(() -> write(fresh));
      try {
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      }
      return written.summary(file);
    } catch (IOException e) {
      throw new StoreException(
          "The backup could not be written to " + file + ": " + e.getMessage(), e);
    }
  }

  private Written write(Path file) {
    var rows = new LinkedHashMap<String, Long>();
    var connection = DataSourceUtils.getConnection(database.source());
    try (var zip = new ZipOutputStream(new BufferedOutputStream(ownersOnly(file)))) {
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      zip.setLevel(3);
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write((FORMAT + "\nversion " + version() + "\n").getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      for (var table : kept()) {
        zip.putNextEntry(new ZipEntry(table));
        var out = new KeptOpen(zip);
        var columns = columns(table);
        rows.put(table, copy.copyOut("copy " + table + " (" + columns + ") to stdout", out));
        out.flush();
        zip.closeEntry();
      }
      zip.putNextEntry(new ZipEntry("sequences"));
      for (var sequence : sequences()) {
        zip.write((sequence + "\n").getBytes(StandardCharsets.UTF_8));
      }
      zip.closeEntry();
      return new Written(rows, files.write(zip));
    } catch (SQLException | IOException e) {
      throw new StoreException("The backup could not be written: " + e.getMessage(), e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database.source());
    }
  }

  /// Only its owner reads a backup, where the file system knows owners.
  private static OutputStream ownersOnly(Path file) throws IOException {
    var out = Files.newOutputStream(file);
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rw-------"));
    }
    return out;
  }

  /// Brings a backup back, all of it or nothing.
  ///
  /// @param replace whether what the database holds may go
  public Summary restore(Path file, boolean replace) {
    try (var zip = new ZipFile(file.toFile());
        var taken = files.take()) {
      requireSameVersion(zip, file);
      // Files of a state that does not come to be are leftovers, which are cleared away.
      record Read(Map<String, Long> rows, int files) {}
      var read =
          database.inTransaction(() -> {
            var rows = read(zip, replace);
            taken.confirm();
            return new Read(rows, files.read(zip));
          });
      return new Written(read.rows(), new BackupFiles.Tally(read.files(), files.missing()))
          .summary(file);
    } catch (IOException e) {
      throw new StoreException(
          file + " is no backup that Bandung can read: " + e.getMessage() + ".", e);
    }
  }

  private void requireSameVersion(ZipFile zip, Path file) throws IOException {
    var entry = zip.getEntry(MANIFEST);
    if (entry == null) {
      throw new StoreException(file + " is not a backup made by Bandung.");
    }
    String text;
    try (var stream = zip.getInputStream(entry)) {
      text = new String(stream.readNBytes(1000), StandardCharsets.UTF_8);
    }
    if (!text.startsWith(FORMAT + "\n")) {
      throw new StoreException(file + " was made by a newer Bandung. Use that one to restore it.");
    }
    var made = text.lines().filter(l -> l.startsWith("version ")).findFirst().orElse("version ?");
    if (!made.equals("version " + version())) {
      throw new StoreException(
          "%s was made at database %s, this is version %s. Restore it with the Bandung that made it, then update."
              .formatted(file, made, version()));
    }
  }

  private Map<String, Long> read(ZipFile zip, boolean replace) {
    var tables = tables();
    if (!replace && tables.stream().anyMatch(this::hasRows)) {
      throw new StoreException(
          "The database is not empty. Say --replace if what it holds may be replaced.");
    }
    var rows = new LinkedHashMap<String, Long>();
    var connection = DataSourceUtils.getConnection(database.source());
    try {
      // The log of deeds lets itself be emptied by nobody else.
      database
          .sql()
          .sql("select set_config('bandung.restoring', 'yes', true)")
          .query(String.class)
          .single();
      // Followers start anew: their places in the log mean nothing in another database.
      database.sql().sql("truncate store_cursor, " + String.join(", ", tables)).update();
      new ChangeLog(database).beginEpoch();
      for (var table : kept()) {
        var entry = zip.getEntry(table);
        if (entry == null) {
          throw new StoreException("The backup lacks the table " + table + "; it is damaged.");
        }
        try (var stream = zip.getInputStream(entry)) {
          rows.put(table, copyIn(connection, table, stream));
        }
      }
      restoreSequences(zip);
    } catch (SQLException | IOException e) {
      throw new StoreException("The backup could not be read: " + e.getMessage(), e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database.source());
    }
    return rows;
  }

  private long copyIn(Connection connection, String table, InputStream stream)
      throws SQLException, IOException {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(
            "copy " + table + " (" + columns(table) + ") from stdin",
            new FilterInputStream(stream) {},
            1 << 16);
  }

  private void restoreSequences(ZipFile zip) throws IOException {
    var known = new HashMap<String, Boolean>();
    sequences().forEach(s -> known.put(s.substring(0, s.indexOf(' ')), true));
    try (var stream = zip.getInputStream(zip.getEntry("sequences"))) {
      for (var line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        int space = line.indexOf(' ');
        var name = line.substring(0, space);
        if (known.containsKey(name)) {
          database
              .sql()
              .sql("select setval(cast(:name as regclass), :value)")
              .param("name", name)
              .param("value", Long.parseLong(line.substring(space + 1)))
              .query(Long.class)
              .single();
        }
      }
    }
  }

  private boolean hasRows(String table) {
    return database
        .sql()
        .sql("select exists (select from " + table + ")")
        .query(Boolean.class)
        .single();
  }

  private String version() {
    return database
        .sql()
        .sql("select max(version) from flyway_schema_history where success")
        .query(String.class)
        .single();
  }

  /// The tables a backup holds. What only passes, such as sessions and links that open doors, says
  /// so in its comment: it is no fact, and must not come back to life.
  private List<String> kept() {
    var passing =
        database
            .sql()
            .sql(
                """
                select c.relname from pg_class c
                where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
                  and obj_description(c.oid, 'pg_class') = 'passing'
                """)
            .query(String.class)
            .set();
    return tables().stream().filter(t -> !passing.contains(t)).toList();
  }

  /// All tables of ours, those referred to before those that refer to them.
  private List<String> tables() {
    Set<String> all =
        new LinkedHashSet<>(
            database
                .sql()
                .sql(
                    """
                    select table_name from information_schema.tables
                    where table_schema = current_schema() and table_type = 'BASE TABLE'
                      and table_name not in ('flyway_schema_history', 'store_cursor', 'store_epoch')
                    order by table_name
                    """)
                .query(String.class)
                .list());
    record Arrow(String from, String to) {}
    var arrows =
        database
            .sql()
            .sql(
                """
                select r.conrelid::regclass::text as from_table, r.confrelid::regclass::text as to_table
                from pg_constraint r
                where r.contype = 'f' and r.connamespace = current_schema()::regnamespace
                """)
            .query((row, n) -> new Arrow(row.getString(1), row.getString(2)))
            .list();
    var ordered = new ArrayList<String>();
    while (ordered.size() < all.size()) {
      int before = ordered.size();
      for (var table : all) {
        boolean ready =
            arrows.stream()
                .filter(a -> a.from.equals(table) && !a.to.equals(table))
                .allMatch(a -> ordered.contains(a.to));
        if (ready && !ordered.contains(table)) {
          ordered.add(table);
        }
      }
      if (ordered.size() == before) {
        throw new IllegalStateException("foreign keys in a circle");
      }
    }
    return ordered;
  }

  private String columns(String table) {
    return String.join(
        ", ",
        database
            .sql()
            .sql(
                """
                select quote_ident(column_name) from information_schema.columns
                where table_schema = current_schema() and table_name = :table
                  and not (table_name = 'store_change' and column_name = 'xid')
                order by ordinal_position
                """)
            .param("table", table)
            .query(String.class)
            .list());
  }

  private List<String> sequences() {
    return database
        .sql()
        .sql(
            """
            select quote_ident(sequencename) || ' ' || coalesce(last_value, start_value)
            from pg_sequences where schemaname = current_schema() order by sequencename
            """)
        .query(String.class)
        .list();
  }

  /// COPY closes what it writes to; the zip file stays open for the next table.
  private static final class KeptOpen extends FilterOutputStream {
    KeptOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
