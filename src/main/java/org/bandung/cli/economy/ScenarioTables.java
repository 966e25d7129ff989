package org.bandung.cli.economy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.cli.Rooms;
import org.bandung.economy.preferences.Flow;
import org.bandung.economy.preferences.Rate;
import org.bandung.economy.scenarios.Scenario;
import org.bandung.economy.scenarios.Scenario.Tariffs;
import org.bandung.economy.scenarios.Scenario.Trade;
import org.bandung.economy.scenarios.ScenarioFault;
import org.bandung.economy.scenarios.ScenarioLookup;
import org.bandung.economy.scenarios.ScenarioRows;
import org.bandung.exchange.rows.TableFile;
import org.bandung.exchange.rows.TableFormat;
import org.bandung.exchange.rows.TableLimits;
import org.bandung.exchange.rows.TableRow;
import org.bandung.exchange.rows.TableSink;
import org.bandung.reference.money.Conversion;

/// The tables and datasets a scenario names: files in its own folder, nothing else.
final class ScenarioTables {

  private static final TableLimits LIMITS = TableLimits.VISITOR;
  private static final long LARGEST = 16L << 20;

  private final Path folder;
  private final Rooms rooms;
  private final List<ScenarioFault> faults = new ArrayList<>();

  ScenarioTables(Path scenario, Rooms rooms) {
    var beside = scenario.toAbsolutePath().getParent();
    this.folder = beside == null ? Path.of("/") : beside.normalize();
    this.rooms = rooms;
  }

  List<ScenarioFault> faults() {
    return List.copyOf(faults);
  }

  /// The same scenario with its flows and tariffs in it; faults tell what could not be read.
  Scenario look(Scenario scenario) {
    var whole = scenario;
    if (whole.trade() instanceof Trade.InFile(var file)) {
      whole = whole.with(whole.about(), new Trade.Inline(flows(file)));
    }
    if (whole.tariffs() instanceof Tariffs.InFile(var file)) {
      whole = whole.with(whole.about(), new Tariffs.Inline(rates(file)));
    }
    if (ScenarioLookup.asksTheNode(whole)) {
      var looked = rooms.open(ScenarioLookup.class).look(whole);
      faults.addAll(looked.faults());
      whole = looked.scenario();
    }
    return whole;
  }

  private List<Flow> flows(String file) {
    var rows = new ScenarioRows();
    read(
        file,
        "/flows/file",
        rows,
        List.of("exporter", "importer", "value"),
        row ->
            number(row, "value", file, rows)
                .ifPresent(value ->
                    rows.flow(
                        place(file, row),
                        row.first("exporter"),
                        row.first("importer"),
                        row.first("product"),
                        Optional.of(value))));
    faults.addAll(rows.faults());
    return rows.flows();
  }

  private List<Rate> rates(String file) {
    var rows = new ScenarioRows();
    read(
        file,
        "/tariffs/file",
        rows,
        List.of("importer", "percent"),
        row ->
            number(row, "percent", file, rows)
                .ifPresent(percent ->
                    rows.rate(
                        place(file, row),
                        row.first("importer"),
                        row.first("exporter"),
                        row.first("product"),
                        percent)));
    faults.addAll(rows.faults());
    return rows.rates();
  }

  private static String place(String file, TableRow row) {
    return file + ":" + row.line();
  }

  /// Numbers with a point, as programs write them. A rate that is not there is not known.
  private static Optional<BigDecimal> number(
      TableRow row, String column, String file, ScenarioRows rows) {
    var text = row.first(column);
    if (text.isEmpty()) {
      if (column.equals("value")) {
        rows.fault(place(file, row), "row-no-value");
      }
      return Optional.empty();
    }
    try {
      var number = new BigDecimal(text);
      if (Conversion.isUsable(number)) {
        return Optional.of(number);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    rows.fault(
        place(file, row), "row-no-number", text.length() > 40 ? text.substring(0, 40) : text);
    return Optional.empty();
  }

  private interface Taker {
    void take(TableRow row);
  }

  private void read(
      String file, String pointer, ScenarioRows rows, List<String> demanded, Taker taker) {
    var path = folder.resolve(file).normalize();
    try {
      if (!folder.equals(path.getParent())
          || !Files.isRegularFile(path)
          || Files.size(path) > LARGEST) {
        faults.add(ScenarioFault.of(pointer, "file-missing", file));
        return;
      }
      try (var in = Files.newInputStream(path)) {
        TableFile.read(
            in, TableFormat.SEEN, LIMITS, new Rows(file, pointer, rows, demanded, taker));
      }
    } catch (IOException e) {
      faults.add(ScenarioFault.of(pointer, "file-unreadable", file));
    }
  }

  private record Rows(
      String file, String pointer, ScenarioRows rows, List<String> demanded, Taker taker)
      implements TableSink {

    @Override
    public void columns(List<String> columns) {
      for (var column : demanded) {
        if (!columns.contains(column)) {
          rows.fault(pointer, "file-columns", column);
        }
      }
    }

    @Override
    public void row(TableRow row) {
      if (rows.faults().stream().noneMatch(f -> f.code().equals("file-columns"))) {
        taker.take(row);
      }
    }

    @Override
    public void refused(int line, String code, String... arguments) {
      rows.fault(file + ":" + line, "file-unreadable", file);
    }

    @Override
    public void remark(int line, String code, String... arguments) {
      // what the reader remarks does not change numbers and codes
    }
  }
}
