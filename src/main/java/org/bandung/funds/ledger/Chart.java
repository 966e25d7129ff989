package org.bandung.funds.ledger;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.ShippedTable;

/// The chart of accounts: which kinds there are. A data file; what was true of a kind stays with
/// the accounts that were opened under it.
public final class Chart {

  static final String CASH = "cash";
  static final String CONVERSION = "conversion";
  static final String EXCHANGE_DIFFERENCE = "exchange-difference";
  static final String OPENING = "opening";

  private static final Map<String, AccountKind> KINDS = read();

  private Chart() {}

  /// All kinds, in the order of the file.
  public static List<AccountKind> kinds() {
    return List.copyOf(KINDS.values());
  }

  /// The kind with this code.
  public static Optional<AccountKind> find(String code) {
    return Optional.ofNullable(KINDS.get(code));
  }

  private static Map<String, AccountKind> read() {
    var kinds = new LinkedHashMap<String, AccountKind>();
    for (var row : ShippedTable.read("funds/ledger/chart.csv")) {
      var floor = row.getField("floor");
      kinds.put(
          row.getField("kind"),
          new AccountKind(
              row.getField("kind"),
              row.getField("group").equals("memorandum"),
              row.getField("side").equals("debit"),
              floor.isEmpty() ? null : new BigDecimal(floor),
              row.getField("meaning")));
    }
    return kinds;
  }
}
