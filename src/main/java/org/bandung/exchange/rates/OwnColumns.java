package org.bandung.exchange.rates;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.exchange.rates.RateSheet.Cell;
import org.bandung.exchange.rows.TableRow;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.money.RateMethod;

/// A table of one's own: `currency`, one of `date`, `month`, `year`, then `rate` and `to`: one of
/// the currency is `rate` of `to`. A column `method` may say `end-of-period` instead of `average`.
final class OwnColumns implements RateColumns {

  private static final List<String> PERIODS = List.of("date", "month", "year");

  @Override
  public RateFormat format() {
    return RateFormat.TABLE;
  }

  @Override
  public boolean fits(Collection<String> columns) {
    return columns.containsAll(List.of("currency", "rate", "to"))
        && PERIODS.stream().anyMatch(columns::contains);
  }

  @Override
  public void row(TableRow row, RateSheet sheet) throws IOException {
    var period =
        PERIODS.stream()
            .filter(p -> !row.first(p).isEmpty())
            .findFirst()
            .flatMap(p -> RateSheet.period(row.first(p)));
    var method = method(row.first("method"), period);
    if (method.isEmpty()) {
      sheet.refuse(
          row.line(),
          "bandung.rate-method",
          row.first("method"),
          row.first("currency"),
          period.map(PartialDate::toString).orElse(""));
      return;
    }
    sheet.take(
        new Cell(
            row.line(),
            row.first("currency"),
            period,
            method.get(),
            row.first("to"),
            row.first("rate"),
            false));
  }

  private static Optional<RateMethod> method(String given, Optional<PartialDate> period) {
    boolean day = period.filter(p -> p.day() != 0).isPresent();
    return given.isEmpty()
        ? Optional.of(day ? RateMethod.FIXING : RateMethod.AVERAGE)
        : RateMethod.ofCode(given);
  }
}
