package org.bandung.economy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bandung.economy.EconomySources.Source;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;
import org.bandung.observations.Observations;
import org.bandung.observations.Selection;
import org.springframework.stereotype.Service;

/// Whom countries owe, what they pay, what was forgiven or put off.
@Service
public final class Debts {

  private final EconomySources sources;
  private final Observations observations;
  private final Souths souths;

  Debts(EconomySources sources, Observations observations, Souths souths) {
    this.sources = sources;
    this.observations = observations;
    this.souths = souths;
  }

  /// The debt of one country.
  ///
  /// @param debtor its code
  /// @param told what the stock by creditor rests on
  /// @param stock by creditor in the last year it is held for
  /// @param otherStock the same under the other definition of the South
  /// @param stocks by year
  /// @param service due by creditor, by year
  /// @param panel other series, such as public debt as a share of output
  /// @param reliefs what was cancelled or restructured, the latest first
  public record Debt(
      String debtor,
      Told told,
      Partners stock,
      Partners otherStock,
      List<Partners> stocks,
      List<Partners> service,
      List<Line> panel,
      List<Relief> reliefs) {
    public Debt {
      stocks = List.copyOf(stocks);
      service = List.copyOf(service);
      panel = List.copyOf(panel);
      reliefs = List.copyOf(reliefs);
    }
  }

  /// A value of a series in a year.
  public record Line(String dataset, String series, String unit, int year, double value) {}

  /// Debt that was cancelled or restructured in a year.
  ///
  /// @param creditor who did it, as the data say
  public record Relief(
      String dataset, String kind, String unit, int year, String creditor, double value) {}

  /// Whom a country owes, in the last year of the data.
  ///
  /// @return empty if no stock by creditor is held of it
  public Optional<Partners> creditors(String debtor, South south) {
    return sources.held("debt-stock").stream()
        .map(s -> partners(s, debtor, south))
        .filter(years -> !years.isEmpty())
        .map(List::getLast)
        .findFirst();
  }

  /// Everything that is held of a country's debt.
  ///
  /// @return empty if nothing is
  public Optional<Debt> of(String debtor, Wish wish) {
    var south = souths.find(wish.south()).orElseGet(souths::usual);
    var other = souths.other(south);
    return sources.held("debt-stock").stream()
        .flatMap(s -> of(debtor, s, south, other).stream())
        .findFirst();
  }

  private Optional<Debt> of(String debtor, Source source, South south, South other) {
    var stocks = partners(source, debtor, south);
    var service =
        sources.held("debt-service").stream()
            .map(s -> partners(s, debtor, south))
            .filter(years -> !years.isEmpty())
            .findFirst()
            .orElse(List.of());
    var panel = panel(debtor);
    var reliefs = reliefs(debtor);
    if (stocks.isEmpty() && service.isEmpty() && panel.isEmpty() && reliefs.isEmpty()) {
      return Optional.empty();
    }
    var nothing = Partners.of(source.dataset().lastYear(), Map.of(), south);
    var otherStocks = partners(source, debtor, other);
    var last = stocks.isEmpty() ? nothing : stocks.getLast();
    return Optional.of(
        new Debt(
            debtor,
            Told.of(source.dataset(), last.year(), south, other, source.dataset().reporters()),
            last,
            otherStocks.isEmpty() ? nothing : otherStocks.getLast(),
            stocks,
            service,
            panel,
            reliefs));
  }

  private Cells cells(Source source, String debtor, Dimension... by) {
    var dataset = source.dataset();
    return observations.cells(
        Selection.of(dataset.code(), source.series(), dataset.firstYear(), dataset.lastYear(), by)
            .from(Set.of(debtor)));
  }

  private List<Partners> partners(Source source, String debtor, South south) {
    var cells = cells(source, debtor, Dimension.YEAR, Dimension.PARTNER);
    var years = new TreeMap<Integer, Map<String, Double>>();
    for (int row = 0; row < cells.rows(); row++) {
      years
          .computeIfAbsent(Integer.parseInt(cells.code(Dimension.YEAR, row)), y -> new HashMap<>())
          .merge(cells.code(Dimension.PARTNER, row), cells.value(row), Double::sum);
    }
    return years.entrySet().stream()
        .map(y -> Partners.of(y.getKey(), y.getValue(), south))
        .toList();
  }

  private List<Line> panel(String debtor) {
    return sources.held("debt-panel").stream()
        .flatMap(source -> {
          var cells = cells(source, debtor, Dimension.SERIES, Dimension.YEAR);
          return IntStream.range(0, cells.rows())
              .mapToObj(row ->
                  new Line(
                      source.dataset().code(),
                      cells.code(Dimension.SERIES, row),
                      unit(source, cells.code(Dimension.SERIES, row)),
                      Integer.parseInt(cells.code(Dimension.YEAR, row)),
                      cells.value(row)));
        })
        .toList();
  }

  private List<Relief> reliefs(String debtor) {
    return sources.held("relief").stream()
        .flatMap(source -> {
          var cells = cells(source, debtor, Dimension.SERIES, Dimension.YEAR, Dimension.PARTNER);
          return IntStream.range(0, cells.rows())
              .mapToObj(row ->
                  new Relief(
                      source.dataset().code(),
                      cells.code(Dimension.SERIES, row),
                      unit(source, cells.code(Dimension.SERIES, row)),
                      Integer.parseInt(cells.code(Dimension.YEAR, row)),
                      cells.code(Dimension.PARTNER, row),
                      cells.value(row)));
        })
        .sorted(Comparator.comparingInt(Relief::year).reversed())
        .toList();
  }

  private static String unit(Source source, String series) {
    return source.dataset().series(series).map(s -> s.unit()).orElse(source.dataset().unit());
  }
}
