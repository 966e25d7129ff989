package org.bandung.exchange.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.rows.TableFile;
import org.bandung.exchange.rows.TableFormat;
import org.bandung.exchange.rows.TableLimits;
import org.bandung.exchange.rows.TableRow;
import org.bandung.exchange.rows.TableSink;
import org.bandung.exchange.tables.ColumnGuess.Guess;
import org.bandung.exchange.tables.TableProposal.Column;
import org.bandung.exchange.tables.TableProposal.Row;
import org.bandung.exchange.tables.TableProposal.Who;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;

/// Proposes a mapping for an unknown table from its header and a sample of its values.
public final class Proposer {

  private static final int SAMPLE = 300;
  private static final int SHOWN = 20;

  private final TableGround ground;
  private final Function<Content, String> modality;
  private final HeaderWords words = new HeaderWords();

  /// @param modality what the registry would derive, a code of the scheme `modality`
  public Proposer(TableGround ground, Function<Content, String> modality) {
    this.ground = ground;
    this.modality = modality;
  }

  /// Looks at a table that an operator named.
  public TableProposal propose(InputStream in) throws IOException {
    return propose(in, TableLimits.IMPORT);
  }

  /// Looks at a table that anybody sent: with narrow limits.
  public TableProposal proposeToVisitor(InputStream in) throws IOException {
    return propose(in, TableLimits.VISITOR);
  }

  private TableProposal propose(InputStream in, TableLimits limits) throws IOException {
    var sample = new Sample(limits.columns());
    Note unreadable = null;
    try {
      TableFile.read(in, TableFormat.SEEN, limits, sample);
    } catch (Enough e) {
      // the sample is full
    } catch (UnreadableInput e) {
      unreadable = new Note(0, "", Note.Severity.REFUSED, e.code(), "", e.arguments());
    }
    var guesses = new LinkedHashMap<String, Guess>();
    var guess = new ColumnGuess(words, ground);
    for (var column : sample.columns) {
      guesses.put(column, guess.guess(column, sample.values(column), sample.rows.size()));
    }
    var draft = new MappingDraft(guesses, sample.lists);
    var columns = new ArrayList<Column>();
    guesses.forEach((name, g) -> columns.add(column(name, g, draft, sample)));
    return new TableProposal(
        columns,
        draft.text(),
        rows(draft, sample),
        sample.rows.size(),
        sample.notes,
        Optional.ofNullable(unreadable));
  }

  private static Column column(String name, Guess guess, MappingDraft draft, Sample sample) {
    var values = sample.values(name);
    boolean identity = draft.identity().equals(name);
    var becomes = draft.becomes(name);
    var reason = identity && becomes.isEmpty() ? "identity" : guess.reason();
    if (identity) {
      becomes = becomes.isEmpty() ? "identity" : "identity; " + becomes;
    }
    // Contact details are not shown back, not even to whoever sent them.
    boolean shown = !values.isEmpty() && !guess.meaning().equals("personal");
    return new Column(
        name, becomes, reason, guess.arguments(), shown ? Printable.of(values.getFirst(), 60) : "");
  }

  private List<Row> rows(MappingDraft draft, Sample sample) throws IOException {
    var bytes = draft.text().getBytes(StandardCharsets.UTF_8);
    var read = MappingReader.read("proposed", new ByteArrayInputStream(bytes));
    if (!(read instanceof MappingReader.Reading.Read(var mapping))) {
      return List.of();
    }
    var reader = new RowReader(mapping, ground);
    return sample.rows.stream().limit(SHOWN).map(row -> row(reader, row)).toList();
  }

  private Row row(RowReader reader, TableRow row) {
    return switch (reader.read(row, "")) {
      case MappedTable.Reading.Refused(var notes) ->
          new Row(row.line(), LocalizedText.EMPTY, Period.UNKNOWN, List.of(), "", notes);
      case MappedTable.Reading.Taken(var statement) ->
          row(row.line(), statement.content(), statement.notes());
      case MappedTable.Reading.Listed(var entry) -> row(row.line(), entry.content(), entry.notes());
    };
  }

  private Row row(int line, Content content, List<Note> notes) {
    return new Row(
        line,
        content.title(),
        content.actual().equals(Period.UNKNOWN) ? content.planned() : content.actual(),
        content.participants().stream()
            .filter(p -> p.organisation() == null)
            .map(Proposer::who)
            .toList(),
        modality.apply(content),
        notes);
  }

  private static Who who(Participant participant) {
    var country = participant.country();
    var reported = participant.countryAsReported();
    var name = country != null ? country.alpha3() : reported == null ? "" : reported;
    return new Who(participant.role().code(), name);
  }

  /// The sample is full; nothing more need be read.
  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final class Sample implements TableSink {
    private final Set<String> columns = new LinkedHashSet<>();
    private final Set<String> lists = new LinkedHashSet<>();
    private final List<TableRow> rows = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    List<String> values(String column) {
      return values.getOrDefault(column, List.of());
    }

    /// Records of JSON may each bring columns of their own.
    private final int most;

    Sample(int most) {
      this.most = most;
    }

    @Override
    public void columns(List<String> names) {
      columns.addAll(names);
    }

    @Override
    public void row(TableRow row) throws IOException {
      long more = row.cells().keySet().stream().filter(c -> !columns.contains(c)).count();
      if (columns.size() + more > most) {
        throw new UnreadableInput(
            "bandung.too-many-columns",
            String.valueOf(columns.size() + more),
            String.valueOf(most));
      }
      rows.add(row);
      row.cells()
          .forEach((name, cells) -> {
            columns.add(name);
            if (cells.size() > 1) {
              lists.add(name);
            }
            var present = cells.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
            values.computeIfAbsent(name, k -> new ArrayList<>()).addAll(present);
          });
      if (rows.size() >= SAMPLE) {
        throw new Enough();
      }
    }

    @Override
    public void refused(int line, String code, String... arguments) {
      note(line, Note.Severity.REFUSED, code, arguments);
    }

    @Override
    public void remark(int line, String code, String... arguments) {
      note(line, ground.severity(code), code, arguments);
    }

    private void note(int line, Note.Severity severity, String code, String... arguments) {
      if (notes.size() < SHOWN) {
        notes.add(new Note(line, "", severity, code, "", List.of(arguments)));
      }
    }
  }
}
