package org.bandung.web.scenarios;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.economy.preferences.Flow;
import org.bandung.economy.preferences.Tariffs;
import org.bandung.economy.scenarios.ScenarioRows;
import org.bandung.web.frame.Numerals;

/// Trade and tariffs as people type or paste them, a flow in a line: exporter, importer, product,
/// value, tariff, new tariff, parted by tabulators, semicolons or spaces. A hyphen stands for
/// nothing; `*` in place of the exporter states a rate for all.
final class ScenarioLines {

  /// Lines of one page; more go through the command line.
  static final int MOST = 300;

  private static final int LEAST_COLUMNS = 4;
  private static final int MOST_COLUMNS = 6;
  private static final Set<String> NOTHING = Set.of("", "-", "–", "—");

  private final ScenarioRows rows = new ScenarioRows();
  private boolean changes;

  private ScenarioLines() {}

  static ScenarioLines read(String text) {
    var lines = new ScenarioLines();
    int number = 0;
    int taken = 0;
    for (var line : text.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      if (++taken > MOST) {
        lines.rows.fault(Integer.toString(number), "too-many", MOST);
        break;
      }
      lines.take(Integer.toString(number), columns(line));
    }
    return lines;
  }

  ScenarioRows rows() {
    return rows;
  }

  /// Whether any line states a new tariff.
  boolean changes() {
    return changes;
  }

  private static List<String> columns(String line) {
    var separator = line.indexOf('\t') >= 0 ? "\t" : line.indexOf(';') >= 0 ? ";" : "\\s+";
    return Arrays.stream(line.strip().split(separator, -1)).map(String::strip).toList();
  }

  private void take(String place, List<String> cells) {
    if (cells.size() < LEAST_COLUMNS || cells.size() > MOST_COLUMNS) {
      rows.fault(place, "row-columns", cells.size());
      return;
    }
    var exporter = cells.get(0);
    var importer = cells.get(1);
    var product = NOTHING.contains(cells.get(2)) ? "" : cells.get(2);
    boolean all = exporter.equals("*");
    var value = all ? Optional.<BigDecimal>empty() : number(place, cells.get(3));
    if (!all) {
      if (value.isEmpty() && !NOTHING.contains(cells.get(3))) {
        return;
      }
      rows.flow(place, exporter, importer, product, value);
    }
    if (cells.size() > 4) {
      number(place, cells.get(4))
          .ifPresent(rate -> rows.rate(place, importer, exporter, product, rate));
    }
    if (cells.size() > 5) {
      number(place, cells.get(5))
          .ifPresent(rate -> {
            changes = true;
            rows.after(place, importer, exporter, product, rate);
          });
    }
  }

  private Optional<BigDecimal> number(String place, String cell) {
    if (NOTHING.contains(cell)) {
      return Optional.empty();
    }
    var text = cell.endsWith("%") ? cell.substring(0, cell.length() - 1) : cell;
    var fault = Numerals.fault(text);
    if (fault != null) {
      rows.fault(
          place,
          fault.equals("number") ? "row-no-number" : "row-two-ways",
          cell.length() > 40 ? cell.substring(0, 40) + "…" : cell);
      return Optional.empty();
    }
    return Optional.of(Numerals.value(text));
  }

  /// Flows as lines, with the tariffs that are known; others are to be completed.
  static String of(List<Flow> flows, Tariffs tariffs) {
    var lines = new ArrayList<String>();
    for (var flow : flows) {
      var rate = tariffs.against(flow);
      lines.add(
          String.join(
                  " ",
                  flow.exporter(),
                  flow.importer(),
                  flow.product().isEmpty() ? "-" : flow.product(),
                  typed(flow.value()),
                  rate.isPresent() ? typed(rate.getAsDouble()) : "")
              .strip());
    }
    return String.join("\n", lines);
  }

  private static String typed(double number) {
    var value =
        BigDecimal.valueOf(number)
            .setScale(3, java.math.RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    return Numerals.again(value.scale() < 0 ? value.setScale(0) : value);
  }
}
