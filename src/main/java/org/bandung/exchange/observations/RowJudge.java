package org.bandung.exchange.observations;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bandung.exchange.observations.ObservationMapping.Forms;
import org.bandung.exchange.observations.Slots.Laid;
import org.bandung.exchange.observations.Slots.Reading;
import org.bandung.observations.Observation;
import org.bandung.observations.Observation.Figure;
import org.bandung.observations.ObservationSink;
import org.bandung.observations.Side;

/// Judges rows: what each of them observes goes on, what cannot be understood is told.
///
/// A row is taken or refused as a whole: half of a row that is wrong somewhere would be trusted. A
/// cell in which nothing is stated is no observation; a stated zero is one.
final class RowJudge {

  static final int FIRST_YEAR = 1800;
  static final int LAST_YEAR = 2200;
  private static final int LONGEST = 200;

  private final ObservationMapping mapping;
  private final Forms forms;
  private final Laid laid;
  private final CountryCodes countries;
  private final ObservationSink sink;
  private final Numbers numbers;
  private final Map<String, String> products = new HashMap<>();
  private final Observation[] found;
  private final boolean byRow;
  private final long[] leftOut;

  RowJudge(ObservationMapping mapping, Laid laid, CountryCodes countries, ObservationSink sink) {
    this.mapping = mapping;
    this.forms = mapping.forms();
    this.laid = laid;
    this.countries = countries;
    this.sink = sink;
    this.numbers = new Numbers(forms.decimal(), forms.grouping());
    this.found = new Observation[laid.readings().size()];
    this.byRow = laid.readings().stream().anyMatch(r -> r.year() == 0);
    this.leftOut = new long[laid.filters().size()];
  }

  /// What became of a row.
  ///
  /// @param code of the note of a row that was refused, or empty
  /// @param argument of that note
  record Judged(boolean taken, String code, String argument) {
    static final Judged TAKEN = new Judged(true, "", "");
    static final Judged LEFT_OUT = new Judged(false, "", "");

    boolean refused() {
      return !code.isEmpty();
    }
  }

  private static Judged refused(String code, String argument) {
    return new Judged(false, "bandung.observations-" + code, argument);
  }

  /// Judges a row.
  ///
  /// @param cells of the slots, stripped
  Judged judge(String[] cells) {
    for (int i = 0; i < leftOut.length; i++) {
      var filter = laid.filters().get(i);
      if (!filter.words().contains(filter.spot().in(cells))) {
        leftOut[i]++;
        return Judged.LEFT_OUT;
      }
    }
    for (int slot : laid.months().slots()) {
      if (isMonth(cells[slot])) {
        return refused("month", cells[slot]);
      }
    }
    var reporter = laid.reporter().in(cells);
    if (reporter.isEmpty()) {
      return refused("no-reporter", "");
    }
    var yearText = laid.year().in(cells);
    int year = year(yearText);
    if (year < 0 && byRow) {
      return refused("no-year", yearText);
    }
    int stated = 0;
    for (var reading : laid.readings()) {
      var judged = judge(cells, reading, reading.year() == 0 ? year : reading.year(), stated);
      if (judged.refused()) {
        return judged;
      }
      stated += judged.taken() ? 1 : 0;
    }
    for (int i = 0; i < stated; i++) {
      sink.add(found[i]);
    }
    return Judged.TAKEN;
  }

  /// How many rows each filter left out, the first that did.
  Map<String, Long> leftOut() {
    Map<String, Long> told = new LinkedHashMap<>();
    for (int i = 0; i < leftOut.length; i++) {
      if (leftOut[i] > 0) {
        told.put(laid.filters().get(i).column(), leftOut[i]);
      }
    }
    return told;
  }

  /// `202007`, or `1` to `12`; a year in the same column is none, nor the 52 of Comtrade for a
  /// whole one.
  private static boolean isMonth(String text) {
    boolean dated = text.length() == 6;
    if (text.isEmpty() || text.length() > 2 && !dated) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    int month = Integer.parseInt(dated ? text.substring(4) : text);
    return month >= 1 && month <= 12;
  }

  /// Judges one value and remembers what it observes as the next.
  private Judged judge(String[] cells, Reading reading, int year, int next) {
    var text = reading.value().in(cells);
    if (text.isEmpty() || forms.missing().contains(text)) {
      return Judged.LEFT_OUT;
    }
    int end = text.length();
    while (end > 0 && forms.marks().indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    double value = numbers.parse(end == text.length() ? text : text.substring(0, end).strip());
    if (Double.isNaN(value)) {
      return refused("no-number", text);
    }
    if (value < 0 && !forms.negative()) {
      return refused("negative", text);
    }
    if (value == 0 && reading.zeroIsNothing()) {
      return Judged.LEFT_OUT;
    }
    double quantity = quantity(laid.quantity().in(cells));
    if (Double.isInfinite(quantity)) {
      return refused("no-number", laid.quantity().in(cells));
    }
    return observed(cells, reading, year, next, new Figure(value, quantity, text.substring(end)));
  }

  private Judged observed(String[] cells, Reading reading, int year, int next, Figure figure) {
    var series = series(reading.series(), cells);
    if (series.isEmpty()) {
      return refused("no-series", "");
    }
    var reporter = laid.reporter().in(cells);
    var partner = laid.partner().in(cells);
    var product = reading.product().in(cells);
    if (Math.max(
            Math.max(series.length(), reporter.length()),
            Math.max(partner.length(), product.length()))
        > LONGEST) {
      return refused("too-long", String.valueOf(LONGEST));
    }
    found[next] =
        new Observation(
            year,
            series,
            countries.side(reporter, forms.reporters(), year),
            partner.isEmpty() || forms.nobody().contains(partner)
                ? Side.NONE
                : countries.side(partner, forms.partners(), year),
            product(product),
            figure);
    return Judged.TAKEN;
  }

  /// Empty where the row does not say it.
  private String series(String named, String[] cells) {
    boolean said = named.isEmpty() || named.contains(MappingParser.ROW);
    if (!said) {
      return named;
    }
    var published = laid.series().in(cells);
    var series = mapping.seriesNames().getOrDefault(published, published);
    return named.isEmpty() || series.isEmpty() ? series : named.replace(MappingParser.ROW, series);
  }

  /// NaN for none, infinite for what is no number.
  private double quantity(String text) {
    if (text.isEmpty() || forms.missing().contains(text)) {
      return Double.NaN;
    }
    double quantity = numbers.parse(text);
    return Double.isNaN(quantity) || quantity < 0 && !forms.negative()
        ? Double.POSITIVE_INFINITY
        : quantity;
  }

  private String product(String text) {
    if (text.isEmpty() || forms.nothing().contains(text)) {
      return "";
    }
    if (forms.digits() == 0 || text.length() >= forms.digits()) {
      return text;
    }
    return products.computeIfAbsent(text, this::padded);
  }

  private String padded(String code) {
    return code.chars().allMatch(c -> c >= '0' && c <= '9')
        ? "0".repeat(forms.digits() - code.length()) + code
        : code;
  }

  /// The year of a text, 0 if it says that none is known, below zero if it is none.
  private int year(String text) {
    if (forms.undated().contains(text)) {
      return 0;
    }
    // Spreadsheets make 2001 into 2001.0.
    var plain = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    if (plain.length() != 4) {
      return -1;
    }
    int year = 0;
    for (int i = 0; i < 4; i++) {
      char c = plain.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      year = year * 10 + (c - '0');
    }
    return year < FIRST_YEAR || year > LAST_YEAR ? -1 : year;
  }
}
