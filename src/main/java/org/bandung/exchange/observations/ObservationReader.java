package org.bandung.exchange.observations;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bandung.exchange.files.PlainText;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.rows.TableFile;
import org.bandung.exchange.rows.TableLimits;
import org.bandung.exchange.rows.TableRow;
import org.bandung.exchange.rows.TableSink;
import org.bandung.kernel.Note;
import org.bandung.kernel.Note.Severity;
import org.bandung.observations.ObservationSink;
import org.jspecify.annotations.Nullable;

/// Reads one file through a mapping: text with delimiters on the fast way, workbooks and JSON on
/// the way of all tables.
final class ObservationReader {

  private static final int PEEK = 4096;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private final ObservationMapping mapping;
  private final CountryCodes countries;
  private final ObservationSink sink;
  private final Consumer<Note> told;
  private long kept;
  private long refused;
  private long leftOut;
  private List<String> unmapped = List.of();
  private List<String> absent = List.of();
  private @Nullable RowJudge judge;
  private int columns;

  ObservationReader(
      ObservationMapping mapping,
      CountryCodes countries,
      ObservationSink sink,
      Consumer<Note> told) {
    this.mapping = mapping;
    this.countries = countries;
    this.sink = sink;
    this.told = told;
  }

  long kept() {
    return kept;
  }

  long refused() {
    return refused;
  }

  long leftOut() {
    return leftOut;
  }

  long read() {
    return kept + refused + leftOut;
  }

  List<String> unmapped() {
    return unmapped;
  }

  /// Columns of filters that the file does not have.
  List<String> absent() {
    return absent;
  }

  /// How many rows each filter left out.
  Map<String, Long> byFilter() {
    var judging = judge;
    return judging == null ? Map.of() : judging.leftOut();
  }

  /// Reads a file to its end.
  ///
  /// @throws UnreadableInput if it is no table, or not one of this mapping
  void read(BufferedInputStream in) throws IOException {
    in.mark(PEEK);
    var head = in.readNBytes(PEEK);
    in.reset();
    if (head.length == 0) {
      throw new UnreadableInput("bandung.empty-file");
    }
    int first = head[0] & 0xff;
    boolean packed = first == 'P' && head.length > 1 && head[1] == 'K' || first == 0xD0;
    if (packed || first == '[' || first == '{' || first == '%' || first == '<') {
      TableFile.read(in, mapping.format(), TableLimits.IMPORT, new AnyTable());
    } else {
      text(in);
    }
  }

  private void text(BufferedInputStream in) throws IOException {
    var plain = new PlainText(in, mapping.format().encoding().orElse(null));
    var reader = new BufferedReader(plain, 1 << 16);
    reader.mark(PEEK);
    var chars = new char[PEEK];
    int length = 0;
    for (int read; length < PEEK && (read = reader.read(chars, length, PEEK - length)) > 0; ) {
      length += read;
    }
    reader.reset();
    var beginning = new String(chars, 0, length);
    if (beginning.isBlank()) {
      throw new UnreadableInput("bandung.empty-file");
    }
    if (beginning.indexOf('\0') >= 0) {
      throw new UnreadableInput("bandung.not-a-table");
    }
    ObservationText.read(
        reader,
        mapping.format().delimiter().orElseGet(() -> delimiter(beginning)),
        mapping.format().headerRow(),
        new TextTable());
    if (plain.mendedLine() > 0) {
      tell(plain.mendedLine(), Severity.WARNING, "bandung.transcoded", plain.mendedAs());
    }
  }

  /// The one that stands most often in the first line, outside quotes.
  private static char delimiter(String beginning) {
    int[] times = new int[DELIMITERS.length];
    boolean quoted = false;
    for (int i = 0; i < beginning.length(); i++) {
      char c = beginning.charAt(i);
      quoted ^= c == '"';
      if (!quoted && (c == '\n' || c == '\r')) {
        break;
      }
      for (int d = 0; d < DELIMITERS.length && !quoted; d++) {
        times[d] += c == DELIMITERS[d] ? 1 : 0;
      }
    }
    int best = 0;
    for (int d = 1; d < DELIMITERS.length; d++) {
      best = times[d] > times[best] ? d : best;
    }
    return DELIMITERS[best];
  }

  private Slots.Laid lay(List<String> names) throws UnreadableInput {
    var laid = Slots.over(names, mapping);
    judge = new RowJudge(mapping, laid, countries, sink);
    columns = names.size();
    unmapped = laid.unmapped();
    absent = laid.absent();
    return laid;
  }

  private void judge(long line, String[] cells) {
    var judged = java.util.Objects.requireNonNull(judge).judge(cells);
    if (judged.refused()) {
      refuse(line, judged.code(), judged.argument());
    } else if (judged.taken()) {
      kept++;
    } else {
      leftOut++;
    }
  }

  private void refuse(long line, String code, String... arguments) {
    refused++;
    tell(line, Severity.REFUSED, code, arguments);
  }

  private void tell(long line, Severity severity, String code, String... arguments) {
    var shown = new ArrayList<String>();
    for (var argument : arguments) {
      shown.add(Printable.of(argument, 80));
    }
    int at = (int) Math.min(Integer.MAX_VALUE, line);
    told.accept(new Note(at, "", severity, code, "", shown));
  }

  /// Rows of text.
  private final class TextTable implements ObservationText.Rows {
    @Override
    public int[] columns(List<String> names) throws UnreadableInput {
      return lay(names).fields();
    }

    @Override
    public void row(long line, String[] cells, int fields) {
      if (fields > columns) {
        // A separator too many moves every value behind it.
        refuse(
            line,
            "bandung.observations-row-longer",
            String.valueOf(fields),
            String.valueOf(columns));
      } else {
        judge(line, cells);
      }
    }
  }

  /// Rows of workbooks and JSON, which bring their columns' names along.
  private final class AnyTable implements TableSink {
    private List<String> needed = List.of();
    private boolean laid;

    @Override
    public void columns(List<String> names) throws UnreadableInput {
      var where = lay(names);
      var slots = new ArrayList<String>();
      for (int field : where.fields()) {
        slots.add(names.get(field));
      }
      needed = List.copyOf(slots);
      laid = true;
    }

    @Override
    public void row(TableRow row) throws IOException {
      if (!laid) {
        columns(List.copyOf(row.cells().keySet()));
      }
      var cells = new String[needed.size()];
      for (int slot = 0; slot < cells.length; slot++) {
        cells[slot] = row.first(needed.get(slot));
      }
      judge(row.line(), cells);
    }

    @Override
    public void refused(int line, String code, String... arguments) {
      refuse(line, code, arguments);
    }

    @Override
    public void remark(int line, String code, String... arguments) {
      tell(line, Severity.ADVISORY, code, arguments);
    }
  }
}
