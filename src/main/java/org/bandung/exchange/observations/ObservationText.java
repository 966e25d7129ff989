package org.bandung.exchange.observations;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.observations.TooManyCodes;
import org.jspecify.annotations.Nullable;

/// Text with delimiters, read for millions of rows: only the cells that are needed become texts,
/// and those that come again and again, such as codes, only once.
///
/// A quote that is never closed swallows what stands behind it; beyond sixteen million characters
/// the file ends there, and what came before is kept.
final class ObservationText {

  private static final int BUFFER = 16 << 20;

  /// Where rows go.
  interface Rows {
    /// The names of the columns.
    ///
    /// @return which of them are needed, each at its slot
    int[] columns(List<String> names) throws IOException;

    /// A row.
    ///
    /// @param cells of the slots, stripped; reused for the next row
    /// @param fields how many cells the row has
    void row(long line, String[] cells, int fields) throws IOException;
  }

  private ObservationText() {}

  /// Reads a table to its end.
  ///
  /// @param header the row with the names, from 1
  static void read(BufferedReader reader, char delimiter, int header, Rows rows)
      throws IOException {
    var handler = new Handler(header, rows);
    try {
      var records =
          CsvReader.builder()
              .fieldSeparator(delimiter)
              .maxBufferSize(BUFFER)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .build(handler, (Reader) reader)
              .iterator();
      while (records.hasNext()) {
        records.next();
      }
    } catch (CsvParseException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      switch (cause) {
        case UnreadableInput unreadable -> throw unreadable;
        case TooManyCodes many -> throw many;
        default -> {
          // the text itself
        }
      }
      throw new UnreadableInput(
          "bandung.text-broken", Printable.of(String.valueOf(cause.getMessage()), 160));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (handler.slots == null) {
      throw new UnreadableInput("bandung.empty-file");
    }
  }

  private static final class Handler extends AbstractBaseCsvCallbackHandler<Boolean> {
    private static final int LONGEST_CELL = 10_000;
    private static final int MOST_COLUMNS = 2_000;

    private final int header;
    private final Rows rows;
    private final Words words = new Words();
    private final List<String> names = new ArrayList<>();
    private int record;
    private boolean blank;
    private String[] cells = new String[0];

    /// Of a field its slot, or -1; null until the names are read.
    private int @Nullable [] slots;

    Handler(int header, Rows rows) {
      this.header = header;
      this.rows = rows;
    }

    @Override
    protected void handleBegin(long line) {
      record++;
      blank = true;
      Arrays.fill(cells, "");
      names.clear();
    }

    @Override
    protected void handleField(int field, char[] text, int from, int length, boolean quoted) {
      while (length > 0 && text[from] <= ' ') {
        from++;
        length--;
      }
      while (length > 0 && text[from + length - 1] <= ' ') {
        length--;
      }
      blank &= length == 0;
      var laid = slots;
      if (laid == null) {
        if (record >= header && names.size() <= MOST_COLUMNS) {
          names.add(Printable.of(new String(text, from, length).replaceAll("\\s+", " "), 200));
        }
      } else if (field < laid.length && laid[field] >= 0) {
        // A longer cell is none of a table of figures; the judge refuses what is left of it.
        cells[laid[field]] = words.of(text, from, Math.min(length, LONGEST_CELL));
      }
    }

    @Override
    protected Boolean buildRecord() {
      try {
        if (slots == null) {
          header();
        } else if (!blank) {
          rows.row(getStartingLineNumber(), cells, getFieldCount());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return true;
    }

    private void header() throws IOException {
      if (record < header || blank) {
        return;
      }
      if (names.size() > MOST_COLUMNS) {
        throw new UnreadableInput(
            "bandung.too-many-columns", String.valueOf(names.size()), String.valueOf(MOST_COLUMNS));
      }
      if (!names.isEmpty() && names.getFirst().startsWith("\ufeff")) {
        names.set(0, names.getFirst().substring(1));
      }
      var needed = rows.columns(told());
      var laid = new int[names.size()];
      Arrays.fill(laid, -1);
      for (int slot = 0; slot < needed.length; slot++) {
        laid[needed[slot]] = slot;
      }
      slots = laid;
      cells = new String[needed.length];
    }

    /// Each with one name of its own.
    private List<String> told() {
      var told = new LinkedHashSet<String>();
      for (int i = 0; i < names.size(); i++) {
        var name = names.get(i).isEmpty() ? "column " + (i + 1) : names.get(i);
        var own = name;
        for (int number = 2; !told.add(own); number++) {
          own = name + " (" + number + ")";
        }
      }
      return List.copyOf(told);
    }
  }

  /// Texts that were made lately, so that a code is one text and not ten million.
  private static final class Words {
    private static final int SIZE = 1 << 15;
    private final String[] known = new String[SIZE];

    String of(char[] text, int from, int length) {
      if (length == 0) {
        return "";
      }
      int hash = 0;
      boolean storable = true;
      for (int i = 0; i < length; i++) {
        char c = text[from + i];
        hash = 31 * hash + c;
        storable &= c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
      }
      int at = (hash ^ hash >>> 15) & SIZE - 1;
      var word = known[at];
      if (word != null && equal(word, text, from, length)) {
        return word;
      }
      var plain = new String(text, from, length);
      var made = storable ? plain : Printable.storable(plain);
      known[at] = made;
      return made;
    }

    private static boolean equal(String word, char[] text, int from, int length) {
      if (word.length() != length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (word.charAt(i) != text[from + i]) {
          return false;
        }
      }
      return true;
    }
  }
}
