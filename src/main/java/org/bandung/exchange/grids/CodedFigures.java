package org.bandung.exchange.grids;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.exchange.files.InputFiles;
import org.bandung.exchange.files.InputSettings;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.rows.TableFile;
import org.bandung.exchange.rows.TableFormat;
import org.bandung.exchange.rows.TableLimits;

/// Reads figures by two codes from one table, packed or not: each row states a code, another code
/// and a value that is zero or more. Every row is judged by itself.
public final class CodedFigures {

  /// How large the grid of all codes may be, and how many rows the table has at most.
  public static final int MOST_CELLS = 4_000_000;

  public static final int MOST_ROWS = 5_000_000;

  private static final TableLimits LIMITS =
      new TableLimits(300, 10_000, 100_000, 64 << 20, 1L << 30);

  private CodedFigures() {}

  /// How the columns are called: of each the first name that the header has, without regard to
  /// capitals.
  public record Columns(List<String> first, List<String> second, List<String> value) {
    public Columns {
      first = List.copyOf(first);
      second = List.copyOf(second);
      value = List.copyOf(value);
    }
  }

  /// Where figures go.
  public interface Sink {
    void figure(String first, String second, double value);
  }

  /// Why a row was not taken, or what is to be said of the file.
  ///
  /// @param line in the file, from 1
  /// @param code of the message `note.<code>` of the bundle `exchange`
  public record Remark(int line, String code, List<String> arguments) {
    public Remark {
      arguments = List.copyOf(arguments);
    }
  }

  /// What became of the table.
  ///
  /// @param kept how many rows were taken
  /// @param refused how many were not
  /// @param remarks on the first of them, and on the file
  /// @param unreadable why the table, or its rest, cannot be read
  public record Outcome(int kept, int refused, List<Remark> remarks, Optional<Remark> unreadable) {
    public Outcome {
      remarks = List.copyOf(remarks);
    }
  }

  /// Reads a table to its end.
  ///
  /// @param input a file, an archive of one, or an address
  public static Outcome read(String input, Columns columns, Sink sink) {
    var one = new OneTable(columns, sink);
    try {
      new InputFiles(one, InputFiles.Wanted.TABLES, InputSettings.WEB_ONLY).read(List.of(input));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the input", e);
    }
    return one.rows.outcome(one.unreadable);
  }

  private static final class OneTable implements InputFiles.Sink {
    private final FigureRows rows;
    private final List<Remark> unreadable = new ArrayList<>();
    private boolean begun;

    OneTable(Columns columns, Sink sink) {
      this.rows = new FigureRows(columns, sink);
    }

    @Override
    public boolean file(String name, InputStream bytes) {
      if (begun) {
        // Which of them was meant, nobody can tell; their sum would be another figure.
        unreadable(name, "bandung.figures-more-tables", List.of());
        return false;
      }
      begun = true;
      try {
        TableFile.read(new BufferedInputStream(bytes, 1 << 16), TableFormat.SEEN, LIMITS, rows);
        return true;
      } catch (UnreadableInput e) {
        unreadable(name, e.code(), e.arguments());
      } catch (IOException e) {
        var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        unreadable(name, "bandung.unreadable-file", List.of(Printable.of(reason, 120)));
      }
      return false;
    }

    @Override
    public void unreadable(String name, String code, List<String> arguments) {
      unreadable.add(new Remark(0, code, arguments));
    }
  }
}
