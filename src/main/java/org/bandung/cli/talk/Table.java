package org.bandung.cli.talk;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;

/// Rows in columns: fitted to the terminal, or separated by tabs where a program reads them.
public final class Table {

  private static final int NARROWEST = 8;

  private final List<List<String>> rows = new ArrayList<>();

  public Table(List<String> heading) {
    rows.add(heading);
  }

  /// Adds a row.
  public void row(List<String> cells) {
    rows.add(cells);
  }

  /// Writes all rows.
  public void print(Talk talk) {
    if (!talk.terminal().out()) {
      rows.forEach(
          row -> talk.out().println(String.join("\t", row.stream().map(Table::oneLine).toList())));
      return;
    }
    var widths = fitted(talk.terminal().columns());
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        var cell = cut(oneLine(row.get(i)), widths[i]);
        line.append(cell).repeat(' ', widths[i] - width(cell) + 2);
      }
      talk.out().println(line.toString().stripTrailing());
    }
  }

  /// Widths of the columns; the widest give way until all fit.
  private int[] fitted(int columns) {
    var widths = new int[rows.getFirst().size()];
    for (var row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(oneLine(row.get(i))));
      }
    }
    while (total(widths) > columns) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        return widths;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int total(int[] widths) {
    int total = 2 * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    return total;
  }

  /// A cell holds no line break, tab or control character of a source's text.
  private static String oneLine(String cell) {
    return cell.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private static String cut(String cell, int room) {
    if (width(cell) <= room) {
      return cell;
    }
    var text = new StringBuilder();
    int used = 0;
    for (int i = 0; i < cell.length(); ) {
      int c = cell.codePointAt(i);
      if (used + width(c) > room - 1) {
        break;
      }
      text.appendCodePoint(c);
      used += width(c);
      i += Character.charCount(c);
    }
    return text.append('…').toString();
  }

  private static int width(String cell) {
    return cell.codePoints().map(Table::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    int wide = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
    return wide == UCharacter.EastAsianWidth.WIDE || wide == UCharacter.EastAsianWidth.FULLWIDTH
        ? 2
        : 1;
  }
}
