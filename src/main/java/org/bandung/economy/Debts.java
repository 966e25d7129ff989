package org.bandung.economy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.Owed.Creditor;
import org.bandung.observations.Cells;
import org.bandung.observations.Dataset;
import org.bandung.observations.Dimension;
import org.bandung.observations.Observations;
import org.bandung.observations.Selection;
import org.springframework.stereotype.Service;

/// Whom countries owe, what they pay, what was forgiven or put off.
@Service
public final class Debts {

  private static final String STOCK = "debt-stock";
  private static final String SERVICE = "debt-service";
  private static final String PANEL = "debt-panel";
  private static final String RELIEF = "relief";

  /// Under which events stand whose year nobody told.
  private static final int NO_YEAR = 0;

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
  /// @param told what the figures rest on, one for each dataset they come from, that of the
  ///   creditors first
  /// @param stocks by creditor and year, the earliest first; empty where none is held
  /// @param stock what was owed in the year that is wished, else in the last one; empty if none is
  ///   held of it
  /// @param otherStock the same under the other definition of the South
  /// @param service due by creditor and year, the earliest first
  /// @param panel other series, such as public debt as a share of output
  /// @param reliefs what was cancelled or restructured, the latest first
  public record Debt(
      String debtor,
      List<Told> told,
      List<Owed> stocks,
      Optional<Owed> stock,
      Optional<Owed> otherStock,
      List<Owed> service,
      List<Line> panel,
      List<Relief> reliefs) {
    public Debt {
      told = List.copyOf(told);
      stocks = List.copyOf(stocks);
      service = List.copyOf(service);
      panel = List.copyOf(panel);
      reliefs = List.copyOf(reliefs);
    }
  }

  /// A value of a series in a year.
  public record Line(String dataset, String series, String unit, int year, double value) {}

  /// Debt that was cancelled or restructured.
  ///
  /// @param kind the series that tells it, such as `amount-cancelled`; one that ends in `-repeated`
  ///   states an amount again that another event states
  /// @param year 0 if it is not known
  /// @param event its number in the data
  /// @param creditor who did it, as the data say
  /// @param value empty where the data know of it but not how much
  /// @param mark what the publisher put behind the value, such as `*` for an estimate; empty for
  ///   none
  public record Relief(
      String dataset,
      String kind,
      String unit,
      int year,
      String event,
      String creditor,
      OptionalDouble value,
      String mark) {}

  /// What countries owe in one year.
  ///
  /// @param debtors by code
  /// @param all of them together
  /// @param otherAll the same under the other definition of the South
  public record Overview(Told told, List<Debtor> debtors, Owed all, Owed otherAll) {
    public Overview {
      debtors = List.copyOf(debtors);
    }
  }

  /// What one of them owes.
  ///
  /// @param other the same under the other definition of the South
  public record Debtor(String country, Owed owed, Owed other) {}

  /// Years of one debtor, of one dataset.
  private record Years(Source source, List<Owed> years) {}

  /// Whom a country owes, in the year that is wished if that is held, else in the last one.
  ///
  /// @return empty if no stock by creditor is held of it
  public Optional<Partners> creditors(String debtor, South south, OptionalInt wished) {
    return sources.held(STOCK).stream()
        .map(s -> owed(s, Set.of(), south))
        .flatMap(all ->
            shown(all.getOrDefault(debtor, List.of()), wished)
                .or(() -> shown(all.getOrDefault(debtor, List.of()), OptionalInt.empty()))
                .stream()
                .map(o -> o.partners(south, creditors(all, o.year()))))
        .findFirst();
  }

  /// How many lend to anybody.
  private static int creditors(Map<String, List<Owed>> all, int year) {
    return (int)
        all.values().stream()
            .flatMap(List::stream)
            .filter(o -> o.year() == year)
            .flatMap(o -> o.claims().stream())
            .map(Owed.Claim::creditor)
            .distinct()
            .count();
  }

  /// The year that is wished, else the last one.
  private static Optional<Owed> shown(List<Owed> years, OptionalInt wished) {
    return years.reversed().stream()
        .filter(o -> wished.isEmpty() || o.year() == wished.getAsInt())
        .findFirst();
  }

  /// Everything that is held of a country's debt, of one dataset if one is wished.
  ///
  /// @return empty if nothing is
  public Optional<Debt> of(String debtor, Wish wish) {
    var south = souths.find(wish.south()).orElseGet(souths::usual);
    var other = souths.other(south);
    var stocks = first(STOCK, debtor, wish, south);
    var service = first(SERVICE, debtor, wish, south);
    var panel = panel(debtor, wish);
    var reliefs = reliefs(debtor, wish);
    if (stocks.isEmpty() && service.isEmpty() && panel.isEmpty() && reliefs.isEmpty()) {
      return Optional.empty();
    }
    var used = new LinkedHashMap<String, Integer>();
    stocks.ifPresent(s -> used.put(s.source().dataset().code(), year(s, wish)));
    service.ifPresent(
        s -> used.putIfAbsent(s.source().dataset().code(), s.years().getLast().year()));
    var last = new LinkedHashMap<String, Integer>();
    panel.forEach(l -> last.merge(l.dataset(), l.year(), Math::max));
    reliefs.forEach(r -> last.merge(r.dataset(), r.year(), Math::max));
    last.forEach(used::putIfAbsent);
    return Optional.of(
        new Debt(
            debtor,
            told(used, south),
            stocks.map(Years::years).orElse(List.of()),
            stocks.flatMap(s -> shown(s.years(), wish.year())),
            first(STOCK, debtor, wish, other).flatMap(s -> shown(s.years(), wish.year())),
            service.map(Years::years).orElse(List.of()),
            panel,
            reliefs));
  }

  private static int year(Years stocks, Wish wish) {
    return shown(stocks.years(), wish.year()).orElse(stocks.years().getLast()).year();
  }

  /// @param used the datasets of the figures, each with the year that is told of it
  private List<Told> told(Map<String, Integer> used, South south) {
    return used.entrySet().stream()
        .flatMap(u ->
            observations.find(u.getKey()).stream()
                .map(d -> Told.of(d, u.getValue(), south, souths.other(south), d.reporters())))
        .toList();
  }

  /// What all countries owe in the last year, or in the one that is wished.
  ///
  /// @return empty if no stock by creditor is held for the year
  public Optional<Overview> overview(Wish wish) {
    var south = souths.find(wish.south()).orElseGet(souths::usual);
    var other = souths.other(south);
    return sources.held(STOCK).stream()
        .filter(s -> wish.dataset().isEmpty() || s.dataset().code().equals(wish.dataset()))
        .flatMap(s -> overview(s, wish, south, other).stream())
        .findFirst();
  }

  private Optional<Overview> overview(Source source, Wish wish, South south, South other) {
    var owed = owed(source, Set.of(), south);
    var others = owed(source, Set.of(), other);
    var years = owed.values().stream().flatMap(List::stream).mapToInt(Owed::year);
    int year = wish.year().orElse(years.max().orElse(0));
    var debtors =
        owed.keySet().stream()
            .sorted()
            .flatMap(code ->
                in(year, owed.getOrDefault(code, List.of())).stream()
                    .map(o ->
                        new Debtor(
                            code, o, in(year, others.getOrDefault(code, List.of())).orElse(o))))
            .toList();
    if (debtors.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Overview(
            Told.of(source.dataset(), year, south, other, debtors.size()),
            debtors,
            Owed.sum(year, debtors.stream().map(Debtor::owed).toList()),
            Owed.sum(year, debtors.stream().map(Debtor::other).toList())));
  }

  private static Optional<Owed> in(int year, List<Owed> years) {
    return years.stream().filter(o -> o.year() == year && o.total() > 0).findFirst();
  }

  /// The years of the first choice that holds the one that is wished, else of the first choice.
  private Optional<Years> first(String question, String debtor, Wish wish, South south) {
    var all =
        held(question, wish)
            .map(s -> new Years(s, owed(s, Set.of(debtor), south).getOrDefault(debtor, List.of())))
            .filter(y -> !y.years().isEmpty())
            .toList();
    return all.stream()
        .filter(y -> shown(y.years(), wish.year()).isPresent())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private Stream<Source> held(String question, Wish wish) {
    return sources.held(question).stream()
        .filter(s -> wish.dataset().isEmpty() || s.dataset().code().equals(wish.dataset()));
  }

  private Cells cells(Source source, String series, Set<String> debtors, Dimension... by) {
    return cells(source, series, source.dataset().firstYear(), debtors, by);
  }

  private Cells cells(
      Source source, String series, int first, Set<String> debtors, Dimension... by) {
    return observations.cells(selection(source, series, first, debtors, by));
  }

  private static Selection selection(
      Source source, String series, int first, Set<String> debtors, Dimension... by) {
    var dataset = source.dataset();
    return new Selection(
        dataset.code(),
        series.isEmpty() ? Set.of() : Set.of(series),
        first,
        dataset.lastYear(),
        debtors,
        Set.of(),
        Set.of(),
        List.of(by),
        false);
  }

  private Map<String, List<Owed>> owed(Source source, Set<String> debtors, South south) {
    var cells =
        cells(
            source,
            source.series(),
            debtors,
            Dimension.REPORTER,
            Dimension.YEAR,
            Dimension.PARTNER,
            Dimension.PRODUCT);
    var values = new TreeMap<String, TreeMap<Integer, Map<Creditor, Double>>>();
    for (int row = 0; row < cells.rows(); row++) {
      values
          .computeIfAbsent(cells.code(Dimension.REPORTER, row), d -> new TreeMap<>())
          .computeIfAbsent(Integer.parseInt(cells.code(Dimension.YEAR, row)), y -> new HashMap<>())
          .merge(
              new Creditor(cells.code(Dimension.PARTNER, row), cells.code(Dimension.PRODUCT, row)),
              cells.value(row),
              Double::sum);
    }
    var owed = new TreeMap<String, List<Owed>>();
    values.forEach((debtor, years) ->
        owed.put(
            debtor,
            years.entrySet().stream().map(y -> Owed.of(y.getKey(), y.getValue(), south)).toList()));
    return owed;
  }

  private List<Line> panel(String debtor, Wish wish) {
    return held(PANEL, wish)
        .flatMap(source -> {
          var cells = cells(source, "", Set.of(debtor), Dimension.SERIES, Dimension.YEAR);
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

  /// An event of the data is told by its number; what it came to stands in the source's series, how
  /// often it is named in others.
  private List<Relief> reliefs(String debtor, Wish wish) {
    return held(RELIEF, wish)
        .flatMap(source -> reliefs(source, debtor).stream())
        .sorted(Comparator.comparingInt(Relief::year).reversed().thenComparing(Relief::event))
        .toList();
  }

  private List<Relief> reliefs(Source source, String debtor) {
    var cells =
        observations.marked(
            selection(
                source,
                "",
                NO_YEAR,
                Set.of(debtor),
                Dimension.SERIES,
                Dimension.YEAR,
                Dimension.PARTNER,
                Dimension.PRODUCT));
    var events = new TreeMap<String, Relief>();
    for (int row = 0; row < cells.rows(); row++) {
      var event = cells.code(Dimension.PRODUCT, row);
      int year = Integer.parseInt(cells.code(Dimension.YEAR, row));
      var series = cells.code(Dimension.SERIES, row);
      boolean repeated = series.equals(source.series() + Dataset.REPEATED);
      boolean amount = repeated || series.equals(source.series());
      var relief =
          new Relief(
              source.dataset().code(),
              repeated ? series : source.series(),
              unit(source, source.series()),
              year,
              event,
              cells.code(Dimension.PARTNER, row),
              amount ? OptionalDouble.of(cells.value(row)) : OptionalDouble.empty(),
              amount ? cells.mark(row) : "");
      events.merge(year + "\n" + event, relief, (a, b) -> a.value().isPresent() ? a : b);
    }
    return List.copyOf(events.values());
  }

  private static String unit(Source source, String series) {
    return source.dataset().series(series).map(s -> s.unit()).orElse(source.dataset().unit());
  }
}
