package org.bandung.exchange.rates;

import java.io.IOException;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bandung.exchange.rates.RateSheet.Cell;
import org.bandung.exchange.rows.TableRow;
import org.bandung.reference.money.RateMethod;
import org.jspecify.annotations.Nullable;

/// Series of the International Monetary Fund: domestic currency per United States dollar or special
/// drawing right, or the other way round, averages and ends of months and years.
///
/// Two shapes: a row an observation (`TIME_PERIOD`, `OBS_VALUE`), a row a series (a column a
/// period). Two languages of codes: `ENDA_XDC_USD_RATE` of the former International Financial
/// Statistics, `XDC_USD` with `PA_RT` or `EOP_RT` of the data set ER. The domestic currency is that
/// of today, for so the Fund writes its series; of members of the euro area only the area's own is
/// read, because theirs change currency in the middle.
final class ImfColumns implements RateColumns {

  private static final Pattern OLD =
      Pattern.compile("E[NDS]{2}([AE])_(XDC|USD|XDR|EUR)_(XDC|USD|XDR|EUR)_RATE");
  private static final Pattern NEW = Pattern.compile("(XDC|USD|XDR|EUR)_(XDC|USD|XDR|EUR)");
  private static final Pattern PERIOD = Pattern.compile("[0-9]{4}(-?M[0-9]{1,2}|-[0-9]{2})?");
  private static final List<String> AREAS =
      List.of("REF_AREA", "COUNTRY", "COUNTRY.ID", "Country Code");
  private static final List<String> INDICATORS =
      List.of("INDICATOR", "INDICATOR.ID", "Indicator Code");
  private static final List<String> EURO_AREA = List.of("U2", "EMU", "EUR", "G163", "163");
  private static final Map<String, String> ALPHA_2 = new HashMap<>();

  static {
    for (var alpha2 : Locale.getISOCountries()) {
      ALPHA_2.put(Locale.of("", alpha2).getISO3Country(), alpha2);
    }
  }

  @Override
  public RateFormat format() {
    return RateFormat.IMF_SERIES;
  }

  @Override
  public boolean fits(Collection<String> columns) {
    boolean series =
        columns.contains("SERIES_CODE")
            || (AREAS.stream().anyMatch(columns::contains)
                && INDICATORS.stream().anyMatch(columns::contains));
    return series
        && (columns.contains("OBS_VALUE")
            || columns.stream().anyMatch(c -> PERIOD.matcher(c).matches()));
  }

  /// What a row is about.
  private record Series(String currency, String pivot, RateMethod method, boolean perPivot) {}

  @Override
  public void row(TableRow row, RateSheet sheet) throws IOException {
    var series = series(row, sheet);
    if (series == null) {
      return;
    }
    if (!row.first("OBS_VALUE").isEmpty()) {
      take(row, series, row.first("TIME_PERIOD"), row.first("OBS_VALUE"), sheet);
      return;
    }
    for (var column : row.cells().keySet()) {
      if (PERIOD.matcher(column).matches()) {
        take(row, series, column, row.first(column), sheet);
      }
    }
  }

  private static void take(
      TableRow row, Series series, String period, String value, RateSheet sheet)
      throws IOException {
    sheet.take(
        new Cell(
            row.line(),
            series.currency,
            RateSheet.period(period).filter(p -> p.day() == 0),
            series.method,
            series.pivot,
            value,
            series.perPivot));
  }

  /// Rows of other indicators are passed over: such a file holds many.
  private static @Nullable Series series(TableRow row, RateSheet sheet) {
    var parts = row.first("SERIES_CODE").split("\\.");
    var area = parts.length > 2 ? parts[0] : first(row, AREAS);
    var indicator = parts.length > 2 ? parts[1] : first(row, INDICATORS);
    var kind =
        parts.length > 2
            ? parts[2]
            : first(row, List.of("TYPE_OF_TRANSFORMATION", "TYPE_OF_TRANSFORMATION.ID"));
    var old = OLD.matcher(indicator);
    var fresh = NEW.matcher(indicator);
    RateMethod method;
    String one;
    String other;
    if (old.matches()) {
      method = old.group(1).equals("A") ? RateMethod.AVERAGE : RateMethod.END_OF_PERIOD;
      one = old.group(2);
      other = old.group(3);
    } else if (fresh.matches() && (kind.equals("PA_RT") || kind.equals("EOP_RT"))) {
      method = kind.equals("PA_RT") ? RateMethod.AVERAGE : RateMethod.END_OF_PERIOD;
      one = fresh.group(1);
      other = fresh.group(2);
    } else {
      return null;
    }
    boolean perPivot = one.equals("XDC");
    var pivot = perPivot ? other : one;
    var currency = currencyOf(area);
    if (currency.isEmpty() || one.equals(other)) {
      sheet.refuse(row.line(), "bandung.rate-no-currency", area);
      return null;
    }
    if (currency.get().equals(pivot)
        || (currency.get().equals("EUR") && !EURO_AREA.contains(area))) {
      return null;
    }
    return new Series(currency.get(), pivot, method, perPivot);
  }

  private static String first(TableRow row, List<String> columns) {
    return columns.stream().map(row::first).filter(t -> !t.isEmpty()).findFirst().orElse("");
  }

  private static Optional<String> currencyOf(String area) {
    if (EURO_AREA.contains(area)) {
      return Optional.of("EUR");
    }
    var alpha2 = ALPHA_2.getOrDefault(area, area);
    try {
      return Optional.ofNullable(Currency.getInstance(Locale.of("", alpha2)))
          .map(Currency::getCurrencyCode);
    } catch (IllegalArgumentException | MissingResourceException e) {
      return Optional.empty();
    }
  }
}
