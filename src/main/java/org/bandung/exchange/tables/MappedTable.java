package org.bandung.exchange.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bandung.catalogue.Entry;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.rows.TableFile;
import org.bandung.exchange.rows.TableLimits;
import org.bandung.exchange.rows.TableRow;
import org.bandung.exchange.rows.TableSink;
import org.bandung.kernel.Closest;
import org.bandung.kernel.Note;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// One table read through a mapping: records one after the other, and what is to be said of its
/// columns. Every column is mapped, left out with a reason, or told to be unmapped.
public final class MappedTable {

  private static final int MOST_COLUMNS_TOLD = 2_000;
  private static final int MOST_IDENTITIES_WATCHED = 2_000_000;
  private static final int COLUMNS_IN_A_MESSAGE = 40;

  /// What became of a record; notes count lines from its own first one as 1.
  public sealed interface Reading {
    List<Note> notes();

    /// It was understood.
    record Taken(Statement statement) implements Reading {
      @Override
      public List<Note> notes() {
        return statement.notes();
      }
    }

    /// It was understood, as an entry of the catalogue.
    record Listed(Entry entry) implements Reading {
      @Override
      public List<Note> notes() {
        return entry.notes();
      }
    }

    /// It was not.
    record Refused(List<Note> notes) implements Reading {
      public Refused {
        notes = List.copyOf(notes);
      }
    }
  }

  /// A record before it is read, so that one that is known need not be.
  ///
  /// @param hash of the record and the mapping; empty if it is refused already
  public static final class Item {
    private final int line;
    private final String hash;
    private final @Nullable TableRow row;
    private final List<Note> notes;
    private final RowReader reader;

    Item(int line, String hash, @Nullable TableRow row, List<Note> notes, RowReader reader) {
      this.line = line;
      this.hash = hash;
      this.row = row;
      this.notes = notes;
      this.reader = reader;
    }

    public int line() {
      return line;
    }

    public String hash() {
      return hash;
    }

    /// What is to be said of the record's place in the file, with its line there.
    public List<Note> notes() {
      return notes;
    }

    public Reading read() {
      return row == null ? new Reading.Refused(List.of()) : reader.read(row, hash);
    }
  }

  /// Where the records go.
  public interface Sink {
    void record(Item item) throws IOException;
  }

  private final TableMapping mapping;
  private final TableGround ground;
  private final RowReader reader;
  private final TableLimits limits;
  private final List<Note> remarks = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private final Set<String> identities = new HashSet<>();
  private boolean lenient;
  private boolean stated;
  private boolean ended;

  public MappedTable(TableMapping mapping, TableGround ground) {
    this(mapping, ground, TableLimits.IMPORT);
  }

  /// A table that somebody sent: with narrow limits, and columns may be missing but for those that
  /// name a record.
  public static MappedTable ofVisitor(TableMapping mapping, TableGround ground) {
    var table = new MappedTable(mapping, ground, TableLimits.VISITOR);
    table.lenient = true;
    return table;
  }

  MappedTable(TableMapping mapping, TableGround ground, TableLimits limits) {
    this.mapping = mapping;
    this.ground = ground;
    this.limits = limits;
    this.reader = new RowReader(mapping, ground);
  }

  /// Changes when the same record could be read differently.
  public String fingerprint() {
    return reader.fingerprint();
  }

  /// Reads a table to its end.
  public void read(InputStream in, Sink sink) throws IOException {
    try {
      TableFile.read(in, mapping.format(), limits, new Rows(sink));
      ended = true;
    } finally {
      tellColumns();
    }
  }

  /// What is to be said of the file as a whole.
  public List<Note> remarks() {
    return List.copyOf(remarks);
  }

  /// Columns that the mapping says nothing of.
  public List<String> unmapped() {
    var needed = mapping.needed();
    return seen.stream()
        .filter(c -> !needed.contains(c) && !mapping.ignored().containsKey(c))
        .limit(MOST_COLUMNS_TOLD)
        .toList();
  }

  private void tellColumns() {
    var unmapped = unmapped();
    for (var column : seen) {
      var reason = mapping.ignored().get(column);
      if (reason != null) {
        remark(0, "bandung.column-ignored", column, column, reason);
      } else if (unmapped.contains(column)) {
        remark(0, "bandung.column-unmapped", column, column);
      }
    }
    if (ended && !stated && !seen.isEmpty()) {
      for (var column : mapping.needed()) {
        if (!seen.contains(column)) {
          remark(0, "bandung.column-never-seen", column, column, closest(column));
        }
      }
    }
  }

  private void remark(int line, String code, String path, String... arguments) {
    remarks.add(new Note(line, "", ground.severity(code), code, path, List.of(arguments)));
  }

  private String closest(String column) {
    return Closest.to(column, seen).orElse("-");
  }

  private void require(Iterable<String> columns) throws UnreadableInput {
    for (var column : columns) {
      if (!seen.contains(column)) {
        var all = seen.stream().limit(COLUMNS_IN_A_MESSAGE).toList();
        var more = seen.size() > all.size() ? ", …" : "";
        throw new UnreadableInput(
            "bandung.mapping-column-missing",
            column,
            closest(column),
            String.join(", ", all) + more);
      }
    }
  }

  private final class Rows implements TableSink {
    private final Sink sink;

    Rows(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void columns(List<String> columns) throws IOException {
      stated = true;
      seen.addAll(columns);
      require(lenient ? mapping.identity() : mapping.needed());
    }

    @Override
    public void row(TableRow row) throws IOException {
      boolean first = seen.isEmpty();
      if (!stated && seen.size() < MOST_COLUMNS_TOLD) {
        seen.addAll(row.cells().keySet());
      }
      if (first && !stated) {
        require(mapping.identity());
      }
      var notes = new ArrayList<Note>();
      var identity = reader.identifier(row);
      if (identities.size() < MOST_IDENTITIES_WATCHED
          && !identity.isEmpty()
          && !identities.add(identity)) {
        notes.add(
            new Note(
                row.line(),
                identity,
                ground.severity("bandung.identity-twice"),
                "bandung.identity-twice",
                "",
                List.of(identity)));
      }
      sink.record(new Item(row.line(), reader.hash(row), row, notes, reader));
    }

    @Override
    public void refused(int line, String code, String... arguments) throws IOException {
      var why = new Note(line, "", Note.Severity.REFUSED, code, "", List.of(arguments));
      sink.record(new Item(line, "", null, List.of(why), reader));
    }

    @Override
    public void remark(int line, String code, String... arguments) {
      MappedTable.this.remark(line, code, "", arguments);
    }
  }
}
