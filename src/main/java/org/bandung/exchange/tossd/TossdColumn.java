package org.bandung.exchange.tossd;

import java.util.List;
import org.bandung.kernel.Once;
import org.bandung.kernel.ShippedTable;

/// A column of a TOSSD activity file, in the order of that file.
///
/// @param needed whether a row says little without it; our reading of the field, not confirmed by
///   the reporting instructions
/// @param held whether this program holds anything that belongs there
public record TossdColumn(String name, boolean needed, boolean held) {

  private static final Once<List<TossdColumn>> ALL =
      Once.of(() ->
          ShippedTable.read("exchange/tossd/columns.csv").stream()
              .map(r ->
                  new TossdColumn(
                      r.getField("column"),
                      r.getField("needed").equals("yes"),
                      r.getField("held").equals("yes")))
              .toList());

  /// All of them.
  public static List<TossdColumn> all() {
    return ALL.get();
  }

  /// Their names.
  public static List<String> names() {
    return all().stream().map(TossdColumn::name).toList();
  }
}
