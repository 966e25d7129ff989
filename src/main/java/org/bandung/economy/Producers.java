package org.bandung.economy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.economy.EconomySources.Source;
import org.bandung.kernel.CountryCode;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;
import org.bandung.reference.Reference;
import org.springframework.stereotype.Service;

/// Who exports a product, and what members of a producers' organisation hold of it.
@Service
public final class Producers {

  private final EconomySources sources;
  private final TradeYears trade;
  private final Souths souths;
  private final Reference reference;

  Producers(EconomySources sources, TradeYears trade, Souths souths, Reference reference) {
    this.sources = sources;
    this.trade = trade;
    this.souths = souths;
    this.reference = reference;
  }

  /// What the members of a producers' organisation hold of the world's exports of a product in one
  /// year, and whether they could move its price if they acted as one.
  ///
  /// @param year of the data
  /// @param members exports of the members, in the data's unit
  /// @param world exports of all
  /// @param reporting how many members have exports in the data
  /// @param belonging how many members the organisation had
  public record MarketPower(int year, double members, double world, int reporting, int belonging) {

    /// Share of world exports.
    ///
    /// `members / world`
    ///
    /// @return between 0 and 1; empty if nobody exports
    public OptionalDouble share() {
      return world > 0 ? OptionalDouble.of(members / world) : OptionalDouble.empty();
    }

    /// Lerner index of a dominant group: by what part of the price it could stand above its cost.
    ///
    /// `L = s / (|demand| + (1 - s) supply)`, at most 1
    ///
    /// An upper bound: members compete, and exports are not all that is produced.
    ///
    /// @param demand elasticity of the world's demand, taken without sign, above 0
    /// @param supply elasticity of what others offer, at least 0
    /// @return between 0 (takes the price as it is) and 1; empty if nobody exports
    /// @see <a href="https://doi.org/10.2307/1340687">Landes and Posner 1981</a>
    public OptionalDouble lerner(double demand, double supply) {
      if (!(Math.abs(demand) > 0) || !(supply >= 0)) {
        throw new IllegalArgumentException("no elasticities: " + demand + ", " + supply);
      }
      return share().stream()
          .map(s -> Math.min(1, s / (Math.abs(demand) + (1 - s) * supply)))
          .findFirst();
    }

    /// The same for elasticities that are not well known: as given, twice as large, half as large.
    public Power power(Elasticities given) {
      return new Power(
          lerner(given.demand(), given.supply()),
          lerner(2 * given.demand(), 2 * given.supply()),
          lerner(given.demand() / 2, given.supply() / 2));
    }
  }

  /// How the world's demand and what others offer answer to the price, both without sign.
  ///
  /// @param demand above 0
  /// @param supply at least 0
  public record Elasticities(double demand, double supply) {

    /// What is taken where nothing better is known of a product: both answer as the price moves.
    public static final Elasticities USUAL =
        new Elasticities(
            EconomySources.assumed("market-demand"), EconomySources.assumed("market-supply"));
  }

  /// The Lerner index of a group with its range.
  ///
  /// @param value under the elasticities as given
  /// @param low under twice as large ones
  /// @param high under half as large ones
  public record Power(OptionalDouble value, OptionalDouble low, OptionalDouble high) {

    private static final double MOVES = EconomySources.assumed("price-taker");

    /// Whether the group takes the price as it is (`taker`), could move it (`maker`), or it depends
    /// on how elastic demand and supply are (`depends`): which side of a tenth of the price both
    /// ends of the range lie on. Empty if nobody exports.
    public Optional<String> verdict() {
      if (low.isEmpty() || high.isEmpty()) {
        return Optional.empty();
      }
      if (high.getAsDouble() < MOVES) {
        return Optional.of("taker");
      }
      return Optional.of(low.getAsDouble() >= MOVES ? "maker" : "depends");
    }
  }

  /// The exporters of a product.
  ///
  /// @param product code of the data's nomenclature
  /// @param exporters in the year asked for
  /// @param otherExporters the same under the other definition of the South
  /// @param years share of the South in every year, the earliest first
  /// @param otherYears the same under the other definition of the South
  /// @param members what a grouping holds of it, year by year; empty if none was asked for
  public record Product(
      String product,
      Told told,
      Partners exporters,
      Partners otherExporters,
      List<Partners> years,
      List<Partners> otherYears,
      List<MarketPower> members) {
    public Product {
      years = List.copyOf(years);
      otherYears = List.copyOf(otherYears);
      members = List.copyOf(members);
    }
  }

  /// What the world exports, product by product.
  ///
  /// @param lines all products, the largest first
  public record Products(Told told, List<Line> lines) {
    public Products {
      lines = List.copyOf(lines);
    }
  }

  /// One product in one year.
  ///
  /// @param total exports of all, in the data's unit
  /// @param south of it by the South
  public record Line(String product, double total, double south) {

    /// Share of the South.
    ///
    /// `south / total`
    ///
    /// @return between 0 and 1; empty if nobody exports
    public OptionalDouble southShare() {
      return total > 0 ? OptionalDouble.of(south / total) : OptionalDouble.empty();
    }
  }

  /// All products that are exported.
  ///
  /// @return empty if no exports by product are held for the year
  public Optional<Products> all(Wish wish) {
    return sources.find("products", wish).map(s -> all(s, wish)).filter(p -> !p.lines().isEmpty());
  }

  private Products all(Source source, Wish wish) {
    int year = wish.year().orElse(source.dataset().lastYear());
    var south = souths.find(wish.south()).orElseGet(souths::usual);
    var exports = trade.exports(source, year);
    var southern = exports.rows().stream().map(c -> south.holds(c, year)).toList();
    double[] ofSouth = new double[exports.width()];
    double[] totals = exports.columnSums();
    for (int row = 0; row < exports.height(); row++) {
      for (int column = 0; southern.get(row) && column < ofSouth.length; column++) {
        ofSouth[column] += exports.get(row, column);
      }
    }
    var lines = new ArrayList<Line>();
    for (int column = 0; column < totals.length; column++) {
      lines.add(new Line(exports.columns().get(column), totals[column], ofSouth[column]));
    }
    lines.sort(Comparator.comparingDouble(Line::total).reversed().thenComparing(Line::product));
    return new Products(
        Told.of(source.dataset(), year, south, souths.other(south), exports.height()), lines);
  }

  /// Who exports a product.
  ///
  /// @param grouping whose members' share is told too; empty for none
  /// @return empty if nothing of it is held
  public Optional<Product> of(String product, String grouping, Wish wish) {
    return sources.held("products").stream()
        .filter(s -> wish.dataset().isEmpty() || s.dataset().code().equals(wish.dataset()))
        .flatMap(s -> of(product, grouping, s, wish).stream())
        .findFirst();
  }

  private Optional<Product> of(String product, String grouping, Source source, Wish wish) {
    var cells = trade.product(source, product);
    var byYear = byYear(cells);
    var years = byYear.keySet().stream().sorted().toList();
    if (years.isEmpty() || wish.year().isPresent() && !years.contains(wish.year().getAsInt())) {
      return Optional.empty();
    }
    int year = wish.year().orElse(years.getLast());
    var south = souths.find(wish.south()).orElseGet(souths::usual);
    var other = souths.other(south);
    var exporters = byYear.getOrDefault(year, Map.of());
    int all = (int) Arrays.stream(trade.exports(source, year).rowSums()).filter(v -> v > 0).count();
    return Optional.of(
        new Product(
            product,
            Told.of(source.dataset(), year, south, other, all),
            Partners.of(year, exporters, south, all),
            Partners.of(year, exporters, other, all),
            each(byYear, years, south),
            each(byYear, years, other),
            grouping.isEmpty() ? List.of() : power(byYear, years, grouping)));
  }

  private static List<Partners> each(
      Map<Integer, Map<String, Double>> byYear, List<Integer> years, South south) {
    return years.stream()
        .map(y -> Partners.of(y, byYear.getOrDefault(y, Map.of()), south))
        .toList();
  }

  private static Map<Integer, Map<String, Double>> byYear(Cells cells) {
    var byYear = new HashMap<Integer, Map<String, Double>>();
    for (int row = 0; row < cells.rows(); row++) {
      byYear
          .computeIfAbsent(Integer.parseInt(cells.code(Dimension.YEAR, row)), y -> new HashMap<>())
          .merge(cells.code(Dimension.REPORTER, row), cells.value(row), Double::sum);
    }
    return byYear;
  }

  private List<MarketPower> power(
      Map<Integer, Map<String, Double>> byYear, List<Integer> years, String grouping) {
    var power = new ArrayList<MarketPower>();
    for (int year : years) {
      var members =
          reference.gatheredIn(grouping, LocalDate.of(year, 12, 31)).stream()
              .map(CountryCode::alpha3)
              .collect(Collectors.toUnmodifiableSet());
      power.add(power(year, byYear.getOrDefault(year, Map.of()), members));
    }
    return power;
  }

  static MarketPower power(int year, Map<String, Double> exporters, Set<String> members) {
    double all = 0;
    double theirs = 0;
    var reporting = new HashSet<String>();
    for (var exporter : exporters.entrySet()) {
      all += exporter.getValue();
      if (members.contains(exporter.getKey())) {
        theirs += exporter.getValue();
        reporting.add(exporter.getKey());
      }
    }
    return new MarketPower(year, theirs, all, reporting.size(), members.size());
  }
}
