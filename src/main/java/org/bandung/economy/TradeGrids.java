package org.bandung.economy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.indices.Grid;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;
import org.bandung.observations.Observations;
import org.springframework.stereotype.Component;

/// The trade of one year as grids, for the sub-packages that read them: which data answer a
/// question, and what they hold.
@Component
public final class TradeGrids {

  private final EconomySources sources;
  private final TradeYears trade;
  private final Souths souths;
  private final Observations observations;

  TradeGrids(EconomySources sources, TradeYears trade, Souths souths, Observations observations) {
    this.sources = sources;
    this.trade = trade;
    this.souths = souths;
    this.observations = observations;
  }

  /// What an answer is calculated from.
  ///
  /// @param byPartner whether the data tell who buys what of whom; else only who exports what
  public record Basis(
      Source source, int year, boolean byPartner, South south, South other, Told told) {}

  /// Exports by product in which a country has some: of the data that hold the most countries, the
  /// year that is wished for or the last one with exports of it.
  ///
  /// @return empty if nothing of the kind is held
  public Optional<Basis> products(String exporter, Wish wish) {
    var found = new ArrayList<>(sources.held("trade", wish));
    int byPartner = found.size();
    found.addAll(sources.held("products", wish));
    return found.stream()
        .sorted(Comparator.comparing(s -> s.dataset().reporters() < EconomySources.WHOLE))
        .flatMap(s -> productBasis(s, found.indexOf(s) < byPartner, exporter, wish).stream())
        .findFirst();
  }

  /// The same, only of data that tell who buys what of whom.
  public Optional<Basis> productsByPartner(String exporter, Wish wish) {
    return sources.held("trade", wish).stream()
        .flatMap(s -> productBasis(s, true, exporter, wish).stream())
        .findFirst();
  }

  private Optional<Basis> productBasis(
      Source source, boolean byPartner, String exporter, Wish wish) {
    var year = year(source, exporter, wish);
    if (year.isEmpty()) {
      return Optional.empty();
    }
    var exports = trade.exports(source, year.getAsInt());
    int row = exports.row(exporter);
    return row >= 0 && exports.rowSum(row) > 0
        ? Optional.of(basis(source, year.getAsInt(), byPartner, wish, exporting(exports)))
        : Optional.empty();
  }

  private OptionalInt year(Source source, String exporter, Wish wish) {
    var coverage = observations.coverage(source.dataset().code());
    return coverage.reporters().keySet().stream()
        .filter(y -> wish.year().isEmpty() || y == wish.year().getAsInt())
        .filter(y -> coverage.in(y).contains(exporter))
        .mapToInt(Integer::intValue)
        .max();
  }

  private static int exporting(Grid exports) {
    return (int) Arrays.stream(exports.rowSums()).filter(v -> v > 0).count();
  }

  /// Exports by exporter and importer, of the first choice that holds the year.
  ///
  /// @return empty if nothing of the kind is held
  public Optional<Basis> totals(Wish wish) {
    return sources
        .find("totals", wish)
        .map(s -> {
          int year = wish.year().orElse(s.dataset().lastYear());
          return basis(s, year, true, wish, exporting(trade.flows(s, year).exports()));
        });
  }

  private Basis basis(Source source, int year, boolean byPartner, Wish wish, int reporters) {
    var south = souths.find(wish.south()).orElseGet(souths::usual);
    var other = souths.other(south);
    return new Basis(
        source,
        year,
        byPartner,
        south,
        other,
        Told.of(source.dataset(), year, south, other, reporters));
  }

  /// By exporter and product.
  public Grid exports(Basis basis) {
    return exports(basis.source(), basis.year());
  }

  /// The same of a year that the source holds.
  public Grid exports(Source source, int year) {
    return trade.exports(source, year);
  }

  /// By importer and product, of data that tell who buys.
  public Grid imports(Basis basis) {
    return trade.imports(basis.source(), basis.year());
  }

  /// By exporter and importer; a country's trade with itself is left out.
  public Grid flows(Basis basis) {
    return flows(basis.source(), basis.year());
  }

  /// The same of a year that the source holds.
  public Grid flows(Source source, int year) {
    return trade.flows(source, year).exports();
  }

  /// What a country sells, by importer and product.
  public Grid sold(Basis basis, String exporter) {
    return grid(trade.sold(basis.source(), basis.year(), exporter), Dimension.PARTNER);
  }

  /// What a country buys, by exporter and product.
  public Grid bought(Basis basis, String importer) {
    return grid(trade.bought(basis.source(), basis.year(), importer, ""), Dimension.REPORTER);
  }

  private static Grid grid(Cells cells, Dimension rows) {
    var builder = Grid.builder();
    for (int row = 0; row < cells.rows(); row++) {
      builder.add(cells.code(rows, row), cells.code(Dimension.PRODUCT, row), cells.value(row));
    }
    return builder.build();
  }

  /// Everybody who sells or buys anything of anybody, as the data name them.
  public Set<String> traders(Basis basis) {
    var flows = flows(basis);
    var all = new TreeSet<>(flows.rows());
    all.addAll(flows.columns());
    return all;
  }

  /// The rows of a data file of this module, by their heads.
  public static List<NamedCsvRecord> shipped(String file) {
    return EconomySources.shipped(file);
  }
}
