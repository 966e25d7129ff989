package org.bandung.economy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.Substitution.Supply;
import org.bandung.economy.indices.Complementarity;
import org.bandung.economy.indices.Grid;
import org.bandung.economy.indices.Intensity;
import org.bandung.economy.indices.Similarity;
import org.bandung.observations.Cells;
import org.bandung.observations.Dataset;
import org.bandung.observations.Dataset.Load;
import org.bandung.observations.Dimension;
import org.bandung.observations.Observations;
import org.bandung.observations.Selection;
import org.springframework.stereotype.Component;

/// The trade of a year as grids, kept in memory while they are asked for: a page reads them in
/// microseconds where the files of columns take a tenth of a second.
///
/// What is kept is known by the dataset's fingerprint, so an import is seen at once. A third of
/// Java's memory at most is kept, and each of it calculated once, however many ask at the same
/// time.
@Component
final class TradeYears {

  private static final int GROWTH_YEARS = (int) EconomySources.assumed("growth-years");
  private static final int GROWTH_REACH = (int) EconomySources.assumed("growth-reach");
  // A grid of 219 countries and 5,199 products takes 9 MB, all of a year some 60.
  private static final long ROOM = Runtime.getRuntime().maxMemory() / 3;

  private final Observations observations;
  private final Sums sums;
  private final Once kept = new Once(ROOM);

  TradeYears(Observations observations, Sums sums) {
    this.observations = observations;
    this.sums = sums;
  }

  /// @param rows whose codes are the rows: the exporters or the importers
  private record GridKey(
      String dataset, String fingerprint, String series, int year, Dimension rows) {}

  private record PairKey(
      String dataset, String fingerprint, String series, int first, int last, boolean published) {}

  private record NorthKey(GridKey grid, String south, Set<String> northern) {}

  /// @param country the exporter or importer, as `own` says
  /// @param product only this one; empty for all
  private record LinesKey(GridKey grid, String country, String product) {}

  /// How the trade of all countries in a year is made up, each pair compared once.
  ///
  /// @param exports by exporter and product, over the same products as the imports
  /// @param similarity of exports, by exporter and exporter
  /// @param fit of exports to imports, by exporter and importer
  record Structures(Grid exports, Grid similarity, Grid fit) {}

  /// Exports of a year and how intense they are.
  ///
  /// @param exports by exporter and importer; trade of a country with itself is left out
  /// @param intensity of the same pairs
  record Flows(Grid exports, Grid intensity) {}

  private static GridKey key(Source source, int year, Dimension rows) {
    return new GridKey(
        source.dataset().code(), fingerprint(source.dataset()), source.series(), year, rows);
  }

  /// Changes with every file that is taken in.
  private static String fingerprint(Dataset dataset) {
    return dataset.rows()
        + dataset.files().stream().map(Load::sha256).collect(Collectors.joining(" ", " ", ""));
  }

  /// Exports of a year by exporter and product.
  Grid exports(Source source, int year) {
    return grids(key(source, year, Dimension.REPORTER));
  }

  /// Imports of a year by importer and product.
  Grid imports(Source source, int year) {
    return grids(key(source, year, Dimension.PARTNER));
  }

  /// Exports of a year with their advantages, and those of an earlier year.
  Supply supply(Source source, int year) {
    return kept.get(
        Supply.class,
        key(source, year, Dimension.REPORTER),
        this::supply,
        supply -> bytes(supply.exports()));
  }

  /// Exports of all years by exporter and importer.
  ///
  /// @param published whether codes are those of the publisher, old ones unmapped
  Pairs pairs(Source source, boolean published) {
    var dataset = source.dataset();
    return kept.get(
        Pairs.class,
        new PairKey(
            dataset.code(),
            fingerprint(dataset),
            source.series(),
            dataset.firstYear(),
            dataset.lastYear(),
            published),
        this::pairs,
        pairs -> 2 * bytes(pairs.flows()));
  }

  /// What each country buys of each product from the North, by partner and product.
  Cells north(Source source, int year, South south) {
    var northern =
        exports(source, year).rows().stream()
            .filter(c -> south.side(c, year) == Side.NORTH)
            .collect(Collectors.toUnmodifiableSet());
    return kept.get(
        Cells.class,
        new NorthKey(key(source, year, Dimension.REPORTER), south.code(), northern),
        this::north,
        TradeYears::bytes);
  }

  /// Exports of a year by exporter and importer.
  Flows flows(Source source, int year) {
    return kept.get(
        Flows.class,
        key(source, year, Dimension.REPORTER),
        this::flows,
        flows -> 2 * bytes(flows.exports()));
  }

  /// How exports and imports of all countries are made up.
  Structures structures(Source source, int year) {
    return kept.get(
        Structures.class,
        key(source, year, Dimension.REPORTER),
        this::structures,
        s -> bytes(s.exports()) + bytes(s.similarity()) + bytes(s.fit()));
  }

  /// What one country buys, by product and exporter.
  ///
  /// @param product only this one; empty for all
  Cells bought(Source source, int year, String importer, String product) {
    return lines(source, year, Dimension.PARTNER, importer, product);
  }

  /// What one country sells, by product and importer.
  Cells sold(Source source, int year, String exporter) {
    return lines(source, year, Dimension.REPORTER, exporter, "");
  }

  /// What one country sells another, by product.
  Cells between(Source source, int year, String exporter, String importer) {
    return sums.without(
        observations.cells(
            Selection.of(source.dataset().code(), source.series(), year, year, Dimension.PRODUCT)
                .from(Set.of(exporter))
                .to(Set.of(importer))));
  }

  /// Exports of one product in all years, by year and exporter.
  Cells product(Source source, String product) {
    var dataset = source.dataset();
    return sums.without(
        observations.cells(
            Selection.of(
                    dataset.code(),
                    source.series(),
                    dataset.firstYear(),
                    dataset.lastYear(),
                    Dimension.YEAR,
                    Dimension.REPORTER)
                .of(Set.of(product))));
  }

  private Grid grids(GridKey key) {
    return kept.get(Grid.class, key, this::grid, TradeYears::bytes);
  }

  private Cells lines(Source source, int year, Dimension side, String country, String product) {
    return kept.get(
        Cells.class,
        new LinesKey(key(source, year, side), country, product),
        this::lines,
        TradeYears::bytes);
  }

  private static long bytes(Grid grid) {
    return (Double.BYTES + 1L) * grid.height() * grid.width();
  }

  private static long bytes(Cells cells) {
    return (Double.BYTES + 4L * Integer.BYTES) * cells.rows();
  }

  private Grid grid(GridKey key) {
    var cells =
        sums.without(
            observations.cells(
                Selection.of(
                    key.dataset(),
                    key.series(),
                    key.year(),
                    key.year(),
                    key.rows(),
                    Dimension.PRODUCT)));
    var rows = new int[cells.rows()];
    Arrays.setAll(rows, row -> cells.position(key.rows(), row));
    var columns = new int[cells.rows()];
    Arrays.setAll(columns, row -> cells.position(Dimension.PRODUCT, row));
    var values = new double[cells.rows()];
    Arrays.setAll(values, cells::value);
    return Grid.of(cells.codes(key.rows()), cells.codes(Dimension.PRODUCT), rows, columns, values);
  }

  private Cells lines(LinesKey key) {
    var grid = key.grid();
    boolean sold = grid.rows() == Dimension.REPORTER;
    var selection =
        Selection.of(
            grid.dataset(),
            grid.series(),
            grid.year(),
            grid.year(),
            Dimension.PRODUCT,
            sold ? Dimension.PARTNER : Dimension.REPORTER);
    var own = Set.of(key.country());
    selection = sold ? selection.from(own) : selection.to(own);
    return sums.without(
        observations.cells(
            key.product().isEmpty() ? selection : selection.of(Set.of(key.product()))));
  }

  private Flows flows(GridKey key) {
    var dataset = observations.find(key.dataset()).orElseThrow();
    var exports = pairs(new Source(dataset, key.series()), false).grid(key.year());
    return new Flows(exports, Intensity.kojima(exports));
  }

  private Structures structures(GridKey key) {
    var exports = grids(key);
    var imports =
        grids(
            new GridKey(
                key.dataset(), key.fingerprint(), key.series(), key.year(), Dimension.PARTNER));
    var shared = new HashSet<>(exports.columns());
    shared.addAll(imports.columns());
    var sold = exports.over(exports.rows(), shared);
    var bought = imports.over(imports.rows(), shared);
    return new Structures(
        sold, Similarity.fingerKreinin(sold), Complementarity.michaely(sold, bought));
  }

  private Supply supply(GridKey key) {
    var dataset = observations.find(key.dataset()).orElseThrow();
    var source = new Source(dataset, key.series());
    var exports = exports(source, key.year());
    int before = earlier(observations.coverage(key.dataset()).reporters().keySet(), key.year());
    return new Supply(
        key.year(), exports, before, before == key.year() ? exports : exports(source, before));
  }

  /// Some years before if they are held, else the nearest earlier year within reach, else the year
  /// itself.
  private static int earlier(Set<Integer> years, int year) {
    return years.contains(year - GROWTH_YEARS)
        ? year - GROWTH_YEARS
        : years.stream()
            .filter(y -> y < year && y >= year - GROWTH_REACH)
            .mapToInt(Integer::intValue)
            .max()
            .orElse(year);
  }

  private Pairs pairs(PairKey key) {
    var selection =
        Selection.of(
            key.dataset(),
            key.series(),
            key.first(),
            key.last(),
            Dimension.YEAR,
            Dimension.REPORTER,
            Dimension.PARTNER);
    var wanted = key.published() ? selection.published() : selection;
    return new Pairs(
        sums.without(
            Sums.totals(
                observations.cells(wanted.of(Set.of(""))),
                observations.coverage(key.dataset()).reporters().size(),
                () -> observations.cells(wanted))));
  }

  private Cells north(NorthKey key) {
    if (key.northern().isEmpty()) {
      return sums.without(
          observations.cells(
              Selection.of(
                  key.grid().dataset(),
                  key.grid().series(),
                  1,
                  0,
                  Dimension.PARTNER,
                  Dimension.PRODUCT)));
    }
    return sums.without(
        observations.cells(
            Selection.of(
                    key.grid().dataset(),
                    key.grid().series(),
                    key.grid().year(),
                    key.grid().year(),
                    Dimension.PARTNER,
                    Dimension.PRODUCT)
                .from(key.northern())));
  }
}
