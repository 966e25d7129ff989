package org.bandung.economy;

import static org.bandung.economy.Partners.known;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.TradeYears.Flows;
import org.bandung.economy.TradeYears.Structures;
import org.bandung.economy.indices.Grid;
import org.bandung.economy.indices.IntraIndustry;
import org.bandung.economy.indices.PairBias;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;
import org.bandung.reference.Reference;
import org.springframework.stereotype.Service;

/// Which countries complement each other, and how any two of them trade.
@Service
public final class Complementarities {

  private final EconomySources sources;
  private final TradeYears trade;
  private final Souths souths;
  private final Reference reference;

  Complementarities(EconomySources sources, TradeYears trade, Souths souths, Reference reference) {
    this.sources = sources;
    this.trade = trade;
    this.souths = souths;
    this.reference = reference;
  }

  /// How two countries fit each other; every figure is empty where the data do not tell it.
  ///
  /// @param partner code of the other country
  /// @param exports what the country sells it, in the data's unit
  /// @param imports what it buys from it
  /// @param fitOfExports Michaely's complementarity of the country's exports and the partner's
  ///   imports
  /// @param fitOfImports the same of the partner's exports and the country's imports
  /// @param similarity of what both export, Finger and Kreinin
  /// @param intensityOfExports Kojima's intensity of what the country sells the partner
  /// @param intensityOfImports the same of what the partner sells the country
  public record PairFit(
      String partner,
      OptionalDouble exports,
      OptionalDouble imports,
      OptionalDouble fitOfExports,
      OptionalDouble fitOfImports,
      OptionalDouble similarity,
      OptionalDouble intensityOfExports,
      OptionalDouble intensityOfImports) {}

  /// The partners of the South of a country.
  ///
  /// @param structure what fits and similarity rest on; empty where no products are held
  /// @param partners those whose imports its exports fit best first; then by code
  public record Fits(String country, Told told, Optional<Told> structure, List<PairFit> partners) {
    public Fits {
      partners = List.copyOf(partners);
    }
  }

  /// Two countries.
  ///
  /// @param told what values, intensities and years rest on
  /// @param structure what the figures by product rest on; empty where no products are held
  /// @param fit of the year
  /// @param grubelLloyd intra-industry trade; empty without trade by product
  /// @param adjusted the same, adjusted for what their trade as a whole is out of balance
  /// @param there why the country sells the partner as much as it does
  /// @param back the same of what the partner sells the country
  /// @param ties that make their trade easier
  /// @param years what they sold each other in all years held
  public record Pair(
      String country,
      Told told,
      Optional<Told> structure,
      PairFit fit,
      OptionalDouble grubelLloyd,
      OptionalDouble adjusted,
      PairBias there,
      PairBias back,
      Ties ties,
      List<Year> years) {
    public Pair {
      years = List.copyOf(years);
    }
  }

  /// What two countries sold each other in a year; empty where the data hold nothing.
  public record Year(int year, OptionalDouble exports, OptionalDouble imports) {}

  /// What the figures are calculated from: totals of a year and, where they are held, products.
  ///
  /// @param flows exports by exporter and importer
  /// @param products where products are from: the same dataset if it has some
  /// @param structures how exports and imports are made up; empty where no products are held
  private record Basis(
      Source source,
      int year,
      South south,
      Flows flows,
      Optional<Source> products,
      Optional<Structures> structures) {}

  /// How every country of the South fits a country.
  ///
  /// @return empty if nothing is held of its trade
  public Optional<Fits> of(String country, Wish wish) {
    return basis(country, wish)
        .map(b -> {
          var fits = new ArrayList<PairFit>();
          for (var partner : everyone(b)) {
            if (!partner.equals(country) && b.south().holds(partner, b.year())) {
              fits.add(fit(b, country, partner));
            }
          }
          fits.sort(
              Comparator.<PairFit>comparingDouble(f -> -f.fitOfExports().orElse(-1))
                  .thenComparing(PairFit::partner));
          return new Fits(country, told(b), structure(b), fits);
        });
  }

  private static TreeSet<String> everyone(Basis basis) {
    var all = new TreeSet<>(basis.flows().exports().rows());
    all.addAll(basis.flows().exports().columns());
    basis.structures().ifPresent(s -> all.addAll(s.exports().rows()));
    return all;
  }

  /// Two countries side by side.
  public Optional<Pair> pair(String country, String partner, Wish wish) {
    return basis(country, wish).map(b -> pair(b, country, partner));
  }

  private Pair pair(Basis b, String country, String partner) {
    var mutual = mutual(b, country, partner);
    return new Pair(
        country,
        told(b),
        structure(b),
        fit(b, country, partner),
        mutual
            .map(m -> known(IntraIndustry.grubelLloyd(m.sold(), m.bought())))
            .orElse(OptionalDouble.empty()),
        mutual
            .map(m -> known(IntraIndustry.adjustedGrubelLloyd(m.sold(), m.bought())))
            .orElse(OptionalDouble.empty()),
        bias(b, country, partner),
        bias(b, partner, country),
        Ties.between(reference, country, partner, b.year()),
        years(b.source(), country, partner));
  }

  /// By product only where the data tell who buys: of others the importers are not known.
  private PairBias bias(Basis b, String exporter, String importer) {
    var products =
        b.products().filter(p -> sources.find("trade", p.dataset().code(), b.year()).isPresent());
    return PairBias.of(
        b.flows().exports(),
        b.flows().intensity(),
        products
            .map(p ->
                PairBias.commodityBias(
                    trade.exports(p, b.year()), trade.imports(p, b.year()), exporter, importer))
            .orElse(OptionalDouble.empty()),
        exporter,
        importer);
  }

  private Optional<Basis> basis(String country, Wish wish) {
    return sources.held("totals").stream()
        .filter(s -> wish.dataset().isEmpty() || s.dataset().code().equals(wish.dataset()))
        .flatMap(s -> basis(country, s, wish).stream())
        .findFirst();
  }

  private Optional<Basis> basis(String country, Source source, Wish wish) {
    var pairs = trade.pairs(source, false);
    var found = Pairs.year(pairs.sold(country), pairs.bought(country), wish);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int year = found.getAsInt();
    var own = source.dataset().code();
    var products =
        sources
            .find("trade", own, year)
            .or(() -> sources.find("products", own, year))
            .or(() -> sources.find("trade", "", year))
            .or(() -> sources.find("products", "", year));
    return Optional.of(
        new Basis(
            source,
            year,
            souths.find(wish.south()).orElseGet(souths::usual),
            trade.flows(source, year),
            products,
            products.map(p -> trade.structures(p, year))));
  }

  private Optional<Told> structure(Basis basis) {
    return basis
        .products()
        .flatMap(p ->
            basis
                .structures()
                .map(s ->
                    Told.of(
                        p.dataset(),
                        basis.year(),
                        basis.south(),
                        souths.other(basis.south()),
                        s.exports().height())));
  }

  private Told told(Basis basis) {
    return Told.of(
        basis.source().dataset(),
        basis.year(),
        basis.south(),
        souths.other(basis.south()),
        basis.flows().exports().height());
  }

  private static PairFit fit(Basis b, String country, String partner) {
    return new PairFit(
        partner,
        b.flows().exports().find(country, partner),
        b.flows().exports().find(partner, country),
        told(b, Structures::fit, country, partner),
        told(b, Structures::fit, partner, country),
        told(b, Structures::similarity, country, partner),
        b.flows().intensity().find(country, partner),
        b.flows().intensity().find(partner, country));
  }

  private static OptionalDouble told(
      Basis b, Function<Structures, Grid> figures, String one, String other) {
    return b.structures()
        .map(s -> figures.apply(s).find(one, other))
        .orElse(OptionalDouble.empty());
  }

  /// What two countries sell each other, product by product in the same order.
  private record Mutual(double[] sold, double[] bought) {}

  private Optional<Mutual> mutual(Basis b, String country, String partner) {
    return sources
        .find("trade", b.source().dataset().code(), b.year())
        .or(() -> sources.find("trade", "", b.year()))
        .map(source -> {
          var both = new TreeMap<String, double[]>();
          add(trade.between(source, b.year(), country, partner), 0, both);
          add(trade.between(source, b.year(), partner, country), 1, both);
          return new Mutual(
              both.values().stream().mapToDouble(v -> v[0]).toArray(),
              both.values().stream().mapToDouble(v -> v[1]).toArray());
        });
  }

  private static void add(Cells flows, int side, Map<String, double[]> both) {
    for (int row = 0; row < flows.rows(); row++) {
      both.computeIfAbsent(flows.code(Dimension.PRODUCT, row), p -> new double[2])[side] +=
          flows.value(row);
    }
  }

  private List<Year> years(Source source, String country, String partner) {
    var pairs = trade.pairs(source, false);
    var sold = pairs.between(country, partner);
    var bought = pairs.between(partner, country);
    var years = new ArrayList<Year>();
    for (int year : pairs.years()) {
      var exports = found(sold, year);
      var imports = found(bought, year);
      if (exports.isPresent() || imports.isPresent()) {
        years.add(new Year(year, exports, imports));
      }
    }
    return years;
  }

  private static OptionalDouble found(Map<Integer, Double> values, int year) {
    var value = values.get(year);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
