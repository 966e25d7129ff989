package org.bandung.exchange.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.bandung.kernel.Once;
import org.bandung.kernel.ShippedTable;

/// A table of the package: its columns, what tells its rows apart, what they point to.
///
/// @param key the columns that tell a row apart
record PackageTable(String name, String description, List<String> key, List<Column> columns) {

  private static final Once<List<PackageTable>> ALL = Once.of(PackageTable::read);

  PackageTable {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
  }

  /// A column.
  ///
  /// @param reference `table.column` that its values are found in, or empty
  /// @param scheme of which its values are codes, or empty
  record Column(
      String name,
      String type,
      boolean needed,
      String reference,
      String scheme,
      String description) {}

  /// All tables, in the order of the package.
  static List<PackageTable> all() {
    return ALL.get();
  }

  /// The names of the columns.
  List<String> header() {
    return columns.stream().map(Column::name).toList();
  }

  private static List<PackageTable> read() {
    var tables = new LinkedHashMap<String, PackageTable>();
    for (var row : ShippedTable.read("exchange/package/columns.csv")) {
      var name = row.getField("table");
      if (row.getField("column").isEmpty()) {
        var key = List.of(row.getField("needed").split("[|]"));
        tables.put(name, new PackageTable(name, row.getField("description"), key, List.of()));
      } else {
        var column =
            new Column(
                row.getField("column"),
                row.getField("type"),
                row.getField("needed").equals("yes"),
                row.getField("reference"),
                row.getField("scheme"),
                row.getField("description"));
        tables.computeIfPresent(name, (n, table) -> table.with(column));
      }
    }
    return List.copyOf(tables.values());
  }

  private PackageTable with(Column column) {
    var more = new ArrayList<>(columns);
    more.add(column);
    return new PackageTable(name, description, key, more);
  }
}
