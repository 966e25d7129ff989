package org.bandung.exchange.rates;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.bandung.exchange.rates.RateSheet.Cell;
import org.bandung.exchange.rows.TableRow;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.money.RateMethod;

/// The European Central Bank's table of reference rates: so many of each currency are one euro.
final class EcbColumns implements RateColumns {

  private static final String DATE = "Date";

  /// The file of the last day writes it out, that of all days does not.
  private static final DateTimeFormatter WRITTEN_OUT =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  @Override
  public RateFormat format() {
    return RateFormat.ECB_CSV;
  }

  @Override
  public boolean fits(Collection<String> columns) {
    return columns.contains(DATE)
        && columns.size() > 1
        && columns.stream()
            .allMatch(c -> c.equals(DATE) || c.matches("[A-Z]{3}") || c.startsWith("column "));
  }

  @Override
  public void row(TableRow row, RateSheet sheet) throws IOException {
    var date = date(row.first(DATE));
    for (var column : row.cells().keySet()) {
      if (column.matches("[A-Z]{3}")) {
        sheet.take(
            new Cell(row.line(), column, date, RateMethod.FIXING, "EUR", row.first(column), true));
      }
    }
  }

  private static Optional<PartialDate> date(String text) {
    try {
      return PartialDate.parse(text)
          .filter(d -> d.day() != 0)
          .or(() -> Optional.of(PartialDate.of(LocalDate.parse(text, WRITTEN_OUT))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
