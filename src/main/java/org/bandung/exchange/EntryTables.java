package org.bandung.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.catalogue.Entry;
import org.bandung.catalogue.EntryKind;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.tables.MappedTable;
import org.bandung.exchange.tables.MappedTable.Reading;
import org.bandung.exchange.tables.Mappings;
import org.bandung.exchange.tables.TableMapping;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.reference.Reference;
import org.bandung.registry.said.Statement;
import org.springframework.stereotype.Service;

/// Reads small tables of entries that people send to their desks. Stores nothing.
@Service
public class EntryTables {

  /// Rows of one table that are read.
  public static final int MOST_ROWS = 500;

  private static final String REFUSED = "refused";
  private static final Set<String> NOT_TAKEN = Set.of(REFUSED, "faulty", "kept");

  private final TableImport.Ground ground;

  public EntryTables(Reference reference) {
    this.ground = new TableImport.Ground(reference::resolveCountry, reference::fingerprint);
  }

  /// A table as it was understood.
  ///
  /// @param remarks on its columns
  /// @param unreadable why it, or its rest, cannot be read
  public record Sheet(List<Row> rows, List<Note> remarks, Optional<Note> unreadable) {
    public Sheet {
      rows = List.copyOf(rows);
      remarks = List.copyOf(remarks);
    }

    /// What can be taken, in the order of the rows.
    public List<Entry> entries() {
      return rows.stream().flatMap(r -> r.entry().stream()).toList();
    }

    /// What is told of each row.
    ///
    /// @param fates what became of each of `entries()`
    public List<Told> told(List<String> fates) {
      var fate = fates.iterator();
      return rows.stream()
          .map(r ->
              r.entry()
                  .map(e ->
                      new Told(r.line(), Optional.of(e.content().title()), fate.next(), r.notes()))
                  .orElseGet(() -> new Told(r.line(), Optional.empty(), REFUSED, r.notes())))
          .toList();
    }
  }

  /// A row and what became of it.
  ///
  /// @param title nothing where the row cannot be read as an entry
  /// @param fate `created`, `updated`, `again`; `refused`, `faulty` or `kept` if it was not taken
  public record Told(int line, Optional<LocalizedText> title, String fate, List<Note> notes) {
    public Told {
      notes = List.copyOf(notes);
    }

    public boolean good() {
      return !NOT_TAKEN.contains(fate);
    }
  }

  /// A row.
  ///
  /// @param entry empty if it cannot be taken; its source means nothing
  public record Row(int line, Optional<Entry> entry, List<Note> notes) {
    public Row {
      notes = List.copyOf(notes);
    }
  }

  /// A table of initiatives as it was understood.
  ///
  /// @param remarks on its columns
  /// @param unreadable why it, or its rest, cannot be read
  public record Initiatives(List<Said> rows, List<Note> remarks, Optional<Note> unreadable) {
    public Initiatives {
      rows = List.copyOf(rows);
      remarks = List.copyOf(remarks);
    }
  }

  /// What a row says of an initiative.
  ///
  /// @param statement empty if it cannot be taken; its source means nothing
  public record Said(int line, Optional<Statement> statement, List<Note> notes) {
    public Said {
      notes = List.copyOf(notes);
    }
  }

  /// The first line of a table of this kind: the columns it can have.
  public String header(EntryKind kind) {
    return header(Mappings.ofDesk(kind));
  }

  /// The first line of a table of initiatives.
  public String headerOfInitiatives() {
    return header(Mappings.ofInitiatives());
  }

  private static String header(TableMapping mapping) {
    return mapping.columns().stream()
        .map(c -> '"' + c.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  /// Reads a table of entries of a kind.
  public Sheet read(InputStream in, EntryKind kind) throws IOException {
    var table = MappedTable.ofVisitor(Mappings.ofDesk(kind), ground);
    var rows = new ArrayList<Row>();
    var unreadable = read(in, table, item -> rows.add(row(item)), rows);
    return new Sheet(rows, table.remarks(), unreadable);
  }

  /// Reads a table of initiatives.
  public Initiatives readInitiatives(InputStream in) throws IOException {
    var table = MappedTable.ofVisitor(Mappings.ofInitiatives(), ground);
    var rows = new ArrayList<Said>();
    var unreadable = read(in, table, item -> rows.add(said(item)), rows);
    return new Initiatives(rows, table.remarks(), unreadable);
  }

  /// Reads until there are enough rows.
  ///
  /// @return why the table, or its rest, cannot be read
  private static Optional<Note> read(
      InputStream in, MappedTable table, MappedTable.Sink sink, List<?> rows) throws IOException {
    try {
      table.read(
          in,
          item -> {
            if (rows.size() == MOST_ROWS) {
              throw new Enough();
            }
            sink.record(item);
          });
      return Optional.empty();
    } catch (Enough e) {
      return Optional.of(refused("bandung.too-many-rows", List.of("" + MOST_ROWS)));
    } catch (UnreadableInput e) {
      return Optional.of(refused(e.code(), e.arguments()));
    }
  }

  private static Said said(MappedTable.Item item) {
    var notes = new ArrayList<>(item.notes());
    var reading = item.read();
    reading.notes().forEach(n -> notes.add(n.shifted(item.line() - 1)));
    return new Said(
        item.line(),
        reading instanceof Reading.Taken(var statement) && !twice(item)
            ? Optional.of(statement)
            : Optional.empty(),
        notes);
  }

  /// Whether a row before it has the same name.
  private static boolean twice(MappedTable.Item item) {
    return item.notes().stream().anyMatch(n -> n.code().equals("bandung.identity-twice"));
  }

  private static Note refused(String code, List<String> arguments) {
    return new Note(0, "", Note.Severity.REFUSED, code, "", arguments);
  }

  private static Row row(MappedTable.Item item) {
    var notes = new ArrayList<>(item.notes());
    var reading = item.read();
    reading.notes().forEach(n -> notes.add(n.shifted(item.line() - 1)));
    return new Row(
        item.line(),
        reading instanceof Reading.Listed(var entry) && !twice(item)
            ? Optional.of(entry)
            : Optional.empty(),
        notes);
  }

  /// The table has more rows than are read.
  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
