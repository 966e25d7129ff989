package org.bandung.exchange.rates;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.kernel.Note;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.money.Currencies;
import org.bandung.reference.money.Quote;
import org.bandung.reference.money.RateMethod;

/// The rates of one file: judges each, hands the good ones on, tells of the others.
final class RateSheet {

  /// What one file may hold: all that the European Central Bank ever set is a third of it.
  static final int MOST = 1_000_000;

  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
  private static final Pattern NUMBER =
      Pattern.compile("[0-9]{1,25}(\\.[0-9]{1,25})?([eE][+-]?[0-9]{1,2})?");
  private static final Pattern MONTH = Pattern.compile("([0-9]{4})-?M([0-9]{1,2})");

  /// What means that there is no rate.
  private static final Set<String> NOTHING = Set.of("", "N/A", "NA", "n/a", "n.a.", "..", "...");

  private final String source;
  private final Consumer<Quote> taken;
  private final Consumer<Note> told;
  private final Set<String> unknown = new HashSet<>();
  private int read;
  private int refused;
  private int noted;

  /// @param taken where the good ones go
  /// @param told hears every remark
  RateSheet(String source, Consumer<Quote> taken, Consumer<Note> told) {
    this.source = source;
    this.taken = taken;
    this.told = told;
  }

  /// One rate as the file has it.
  ///
  /// @param perPivot `value` of the currency are one of the pivot
  record Cell(
      int line,
      String currency,
      Optional<PartialDate> period,
      RateMethod method,
      String pivot,
      String value,
      boolean perPivot) {}

  int read() {
    return read;
  }

  int refused() {
    return refused;
  }

  int noted() {
    return noted;
  }

  /// Judges a rate; an empty one is none.
  void take(Cell cell) throws IOException {
    var text = cell.value.strip();
    if (NOTHING.contains(text)) {
      return;
    }
    if (read == MOST) {
      throw new UnreadableInput("bandung.rates-too-many", String.valueOf(MOST));
    }
    read++;
    var currency = cell.currency.strip().toUpperCase(Locale.ROOT);
    var pivot = cell.pivot.strip().toUpperCase(Locale.ROOT);
    if (!CODE.matcher(currency).matches() || !CODE.matcher(pivot).matches()) {
      refuse(
          cell.line,
          "bandung.rate-no-currency",
          CODE.matcher(currency).matches() ? cell.pivot : cell.currency);
    } else if (currency.equals(pivot)) {
      refuse(cell.line, "bandung.rate-to-itself", currency);
    } else if (cell.period.isEmpty()) {
      refuse(cell.line, "bandung.rate-no-period", currency);
    } else {
      judged(cell, currency, pivot, text, cell.period.get());
    }
  }

  private void judged(Cell cell, String currency, String pivot, String text, PartialDate period) {
    var value = number(text);
    if (value.isEmpty()) {
      refuse(cell.line, "bandung.rate-not-usable", text, currency, period.toString());
      return;
    }
    if ((period.day() != 0) != (cell.method == RateMethod.FIXING)) {
      refuse(cell.line, "bandung.rate-method", cell.method.code(), currency, period.toString());
      return;
    }
    for (var code : List.of(currency, pivot)) {
      if (!Currencies.isKnown(code) && unknown.add(code)) {
        remark(cell.line, "bandung.rate-currency-unknown", Note.Severity.WARNING, code);
      }
    }
    taken.accept(
        new Quote(currency, period, cell.method, pivot, value.get(), cell.perPivot, source));
  }

  /// A number above zero that can be a rate.
  static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text)).filter(Quote::isUsable)
        : Optional.empty();
  }

  /// `2024-05-03`, `2024-05`, `2024`, `2024M5`, `2024-M05`.
  static Optional<PartialDate> period(String text) {
    var month = MONTH.matcher(text.strip());
    if (!month.matches()) {
      return PartialDate.parse(text);
    }
    var number = month.group(2).length() == 1 ? "0" + month.group(2) : month.group(2);
    return PartialDate.parse(month.group(1) + "-" + number);
  }

  void refuse(int line, String code, String... arguments) {
    refused++;
    remark(line, code, Note.Severity.REFUSED, arguments);
  }

  void remark(int line, String code, Note.Severity severity, String... arguments) {
    noted++;
    var shown = List.of(arguments).stream().map(a -> Printable.of(a, 60)).toList();
    told.accept(new Note(line, "", severity, code, "", shown));
  }
}
