package org.bandung.exchange.rates;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.exchange.rates.RateSheet.Cell;
import org.bandung.exchange.rows.TableRow;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.money.RateMethod;

/// Averages of months in special drawing rights per unit, from the International Monetary Fund's
/// pages, as IATI.cloud keeps them.
final class IatiCloudColumns implements RateColumns {

  private static final List<String> COLUMNS = List.of("year", "month", "currency_id", "value");

  @Override
  public RateFormat format() {
    return RateFormat.IATI_CLOUD;
  }

  @Override
  public boolean fits(Collection<String> columns) {
    return columns.containsAll(COLUMNS);
  }

  @Override
  public void row(TableRow row, RateSheet sheet) throws IOException {
    sheet.take(
        new Cell(
            row.line(),
            row.first("currency_id"),
            month(row.first("year"), row.first("month")),
            RateMethod.AVERAGE,
            "XDR",
            row.first("value"),
            false));
  }

  private static Optional<PartialDate> month(String year, String month) {
    return PartialDate.parse(year + "-" + (month.length() == 1 ? "0" + month : month))
        .filter(d -> d.day() == 0 && d.month() != 0);
  }
}
