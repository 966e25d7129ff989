package org.bandung.exchange.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bandung.exchange.rows.CsvTable;
import org.bandung.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/// The tables of a package as files in a folder of their own, while they are written: a ZIP holds
/// one file after the other, but an initiative has a row in many.
final class PackageFolder implements RowSink, AutoCloseable {

  /// The columns that hold codes of a scheme, by table.
  private static final Map<String, List<PackageTable.Column>> CODED =
      PackageTable.all().stream()
          .collect(
              Collectors.toMap(
                  PackageTable::name,
                  t -> t.columns().stream().filter(c -> !c.scheme().isEmpty()).toList()));

  private final Path folder;
  private final Map<String, CsvTable> open = new LinkedHashMap<>();
  private final Map<String, Long> rows = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> columns = new HashMap<>();
  private final TreeSet<String> countries = new TreeSet<>();
  private final TreeMap<String, TreeSet<String>> codes = new TreeMap<>();
  private final TreeSet<Money> money =
      new TreeSet<>(Comparator.comparing(Money::currency).thenComparing(Money::date));

  /// A currency at a date: what a rate is needed for.
  record Money(String currency, PartialDate date) {}

  /// @param folder empty, and nobody else's
  PackageFolder(Path folder) throws IOException {
    this.folder = folder;
    for (var table : PackageTable.all()) {
      open.put(table.name(), CsvTable.file(file(table.name()), table.header()));
      rows.put(table.name(), 0L);
      var places = new HashMap<String, Integer>();
      for (int i = 0; i < table.columns().size(); i++) {
        places.put(table.columns().get(i).name(), i);
      }
      columns.put(table.name(), places);
    }
  }

  /// The file of a table.
  Path file(String table) {
    return folder.resolve(table + ".csv");
  }

  @Override
  public void row(String table, @Nullable Object... cells) {
    var places = Objects.requireNonNull(columns.get(table), table);
    if (cells.length != places.size()) {
      throw new IllegalArgumentException(table + " has " + places.size() + " columns");
    }
    Objects.requireNonNull(open.get(table)).row(cells);
    rows.merge(table, 1L, Long::sum);
    note(table, places, cells);
  }

  /// Remembers what codes and rates are needed to read the row.
  private void note(String table, Map<String, Integer> places, @Nullable Object[] cells) {
    CODED
        .getOrDefault(table, List.of())
        .forEach(column -> code(column.scheme(), at(places, cells, column.name())));
    switch (table) {
      case "sides", "participants" -> country(at(places, cells, "country"));
      case "sectors", "classifications" ->
          code(at(places, cells, "scheme"), at(places, cells, "code"));
      case "shares" -> {
        if (at(places, cells, "scheme").equals("recipient")) {
          country(at(places, cells, "code"));
        } else {
          code(at(places, cells, "scheme"), at(places, cells, "code"));
        }
      }
      case "contributions" -> {
        country(at(places, cells, "provider"));
        country(at(places, cells, "recipient"));
        if (cells[place(places, "amount")] instanceof BigDecimal
            && cells[place(places, "rate_date")] instanceof PartialDate date) {
          money.add(new Money(at(places, cells, "currency"), date));
        }
      }
      default -> {
        // names nothing
      }
    }
  }

  private static int place(Map<String, Integer> places, String column) {
    return Objects.requireNonNull(places.get(column), column);
  }

  private static String at(Map<String, Integer> places, @Nullable Object[] cells, String column) {
    var cell = cells[place(places, column)];
    return cell == null ? "" : cell.toString();
  }

  private void country(String code) {
    if (!code.isEmpty()) {
      countries.add(code);
    }
  }

  private void code(String scheme, String code) {
    if (!code.isEmpty()) {
      codes.computeIfAbsent(scheme, s -> new TreeSet<>()).add(code);
    }
  }

  /// The countries that were named so far.
  List<String> countries() {
    return List.copyOf(countries);
  }

  /// The codes that were named so far, by scheme.
  Map<String, TreeSet<String>> codes() {
    return codes;
  }

  /// What rates are needed for.
  List<Money> money() {
    return List.copyOf(money);
  }

  /// How many rows each table has.
  Map<String, Long> counted() {
    return new LinkedHashMap<>(rows);
  }

  /// Ends the tables; what is in the files then is all.
  void finish() {
    open.values().forEach(CsvTable::close);
    open.clear();
  }

  /// Leaves nothing behind.
  @Override
  public void close() {
    finish();
    try (var files = Files.list(folder)) {
      for (var file : new ArrayList<>(files.toList())) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
