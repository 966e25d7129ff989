package org.bandung.web.substitution;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.bandung.economy.Debts.Line;
import org.bandung.economy.Owed;
import org.bandung.economy.Side;
import org.bandung.web.economy.Chart;
import org.bandung.web.economy.Chart.Point;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// What of a debt is drawn: whom it is owed to over the years, what falls due, public debt. The
/// table stands beneath each.
final class DebtCharts {

  private static final String OF_OUTPUT = "gov_debt_to_gdp_perc";

  private final Words words;

  DebtCharts(Words words) {
    this.words = words;
  }

  /// Shares of the South, of the North and of multilateral bodies; null if there is no line to
  /// draw.
  @Nullable Chart stocks(List<Owed> years) {
    return drawn(
        words.text("debt.chart.shares"),
        List.of(
            line("debt.chart.south", 1, years, o -> o.share(Side.SOUTH)),
            line("debt.chart.north", 2, years, o -> o.share(Side.NORTH)),
            line("debt.kind.multilateral", 3, years, o -> o.kindShare("multilateral"))),
        words::tick);
  }

  /// What falls due to each of them, in the unit of the data.
  @Nullable Chart service(List<Owed> years, String unit) {
    return drawn(
        words.text("debt.service", unit),
        List.of(
            line("debt.column.south", 1, years, o -> some(o, o.of("bilateral", Side.SOUTH))),
            line("debt.column.north", 2, years, o -> some(o, o.of("bilateral", Side.NORTH))),
            line("debt.kind.multilateral", 3, years, o -> some(o, o.of("multilateral")))),
        words::brief);
  }

  /// Public debt as a share of output.
  @Nullable Chart panel(List<Line> lines) {
    var years = new TreeMap<Integer, Double>();
    lines.stream()
        .filter(l -> l.series().equals(OF_OUTPUT))
        .forEach(l -> years.put(l.year(), l.value()));
    var points = new ArrayList<Point>();
    years.forEach((year, value) -> points.add(new Point(year, OptionalDouble.of(value))));
    var name = words.word("debt.series", OF_OUTPUT);
    return drawn(name, List.of(new Chart.Line(name, 1, points)), words::tick);
  }

  private static OptionalDouble some(Owed owed, double value) {
    return owed.claims().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private Chart.Line line(
      String key, int tone, List<Owed> years, Function<Owed, OptionalDouble> value) {
    return new Chart.Line(
        words.text(key),
        tone,
        years.stream().map(o -> new Point(o.year(), value.apply(o))).toList());
  }

  private static @Nullable Chart drawn(
      String name, List<Chart.Line> lines, java.util.function.DoubleFunction<String> format) {
    var chart = new Chart(name, lines, format);
    return chart.drawable() ? chart : null;
  }
}
