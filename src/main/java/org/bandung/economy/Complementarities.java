package org.bandung.economy;

import static org.bandung.economy.Partners.known;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.indices.Complementarity;
import org.bandung.economy.indices.Grid;
import org.bandung.economy.indices.Intensity;
import org.bandung.economy.indices.IntraIndustry;
import org.bandung.economy.indices.Similarity;
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

  Complementarities(
      EconomySources sources, TradeYears trade, Souths souths, Reference reference) {
    this.sources = sources;
    this.trade = trade;
    this.souths = souths;
    this.reference = reference;
  }

  /// The partners of the South of a country.
  ///
  /// @param partners those whose imports its exports fit best first; then by code
  public record Fits(String country, Told told, List<PairFit> partners) {
    public Fits {
      partners = List.copyOf(partners);
    }
  }

  /// Two countries.
  ///
  /// @param told what the figures by product rest on
  /// @param fit of the year
  /// @param grubelLloyd intra-industry trade; empty without trade by product
  /// @param ties that make their trade easier
  /// @param years what they sold each other in all years held
  public record Pair(
      String country,
      Told told,
      PairFit fit,
      OptionalDouble grubelLloyd,
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
  /// @param exports by exporter and product; empty where none are held
  /// @param imports by importer and the same products; empty where none are held
  private record Basis(
      Source source,
      int year,
      South south,
      Grid flows,
      Optional<Grid> exports,
      Optional<Grid> imports) {}

  /// How every country of the South fits a country.
  ///
  /// @return empty if nothing is held of its trade
  public Optional<Fits> of(String country, Wish wish) {
    return basis(country, wish)
        .map(
            b -> {
              var fits = new ArrayList<PairFit>();
              for (var partner : everyone(b)) {
                if (!partner.equals(country) && b.south().holds(partner, b.year())) {
                  fits.add(fit(b, country, partner));
                }
              }
              fits.sort(
                  Comparator.<PairFit>comparingDouble(f -> -f.fitOfExports().orElse(-1))
                      .thenComparing(PairFit::partner));
              return new Fits(country, told(b), fits);
            });
  }

  private static TreeSet<String> everyone(Basis basis) {
    var all = new TreeSet<>(basis.flows().rows());
    all.addAll(basis.flows().columns());
    basis.exports().ifPresent(g -> all.addAll(g.rows()));
    return all;
  }

  /// Two countries side by side.
  public Optional<Pair> pair(String country, String partner, Wish wish) {
    return basis(country, wish)
        .map(
            b ->
                new Pair(
                    country,
                    told(b),
                    fit(b, country, partner),
                    mutual(b, country, partner),
                    Ties.between(reference, country, partner, b.year()),
                    years(b.source(), country, partner)));
  }

  private Optional<Basis> basis(String country, Wish wish) {
    return sources.held("totals").stream()
        .filter(s -> wish.dataset().isEmpty() || s.dataset().code().equals(wish.dataset()))
        .flatMap(s -> basis(country, s, wish).stream())
        .findFirst();
  }

  private Optional<Basis> basis(String country, Source source, Wish wish) {
    var pairs = trade.pairs(source, false);
    var years = new TreeSet<>(pairs.sold(country).keySet());
    years.addAll(pairs.bought(country).keySet());
    if (years.isEmpty() || wish.year().isPresent() && !years.contains(wish.year().getAsInt())) {
      return Optional.empty();
    }
    int year = wish.year().orElse(years.getLast());
    var products = sources.find("trade", "", year);
    var exports = products.or(() -> sources.find("products", "", year)).map(p -> trade.exports(p, year));
    var imports = products.map(p -> trade.imports(p, year));
    var shared = new HashSet<String>();
    exports.ifPresent(g -> shared.addAll(g.columns()));
    imports.ifPresent(g -> shared.addAll(g.columns()));
    return Optional.of(
        new Basis(
            source,
            year,
            souths.find(wish.south()).orElseGet(souths::usual),
            pairs.grid(year),
            exports.map(g -> g.over(g.rows(), shared)),
            imports.map(g -> g.over(g.rows(), shared))));
  }

  private Told told(Basis basis) {
    return Told.of(
        basis.source().dataset(),
        basis.year(),
        basis.south(),
        souths.other(basis.south()),
        basis.flows().height());
  }

  private static PairFit fit(Basis b, String country, String partner) {
    return new PairFit(
        partner,
        b.flows().find(country, partner),
        b.flows().find(partner, country),
        michaely(b, country, partner),
        michaely(b, partner, country),
        similarity(b, country, partner),
        intensity(b.flows(), country, partner),
        intensity(b.flows(), partner, country));
  }

  private static OptionalDouble michaely(Basis b, String exporter, String importer) {
    if (b.exports().isEmpty() || b.imports().isEmpty()) {
      return OptionalDouble.empty();
    }
    int row = b.exports().get().row(exporter);
    int other = b.imports().get().row(importer);
    return row < 0 || other < 0
        ? OptionalDouble.empty()
        : known(Complementarity.michaely(b.exports().get(), row, b.imports().get(), other));
  }

  private static OptionalDouble similarity(Basis b, String country, String partner) {
    if (b.exports().isEmpty()) {
      return OptionalDouble.empty();
    }
    int row = b.exports().get().row(country);
    int other = b.exports().get().row(partner);
    return row < 0 || other < 0
        ? OptionalDouble.empty()
        : known(Similarity.fingerKreinin(b.exports().get(), row, other));
  }

  private static OptionalDouble intensity(Grid flows, String exporter, String importer) {
    int row = flows.row(exporter);
    int column = flows.column(importer);
    if (row < 0 || column < 0) {
      return OptionalDouble.empty();
    }
    int own = flows.column(exporter);
    double others = flows.total() - (own < 0 ? 0 : flows.columnSum(own));
    return known(
        Intensity.kojima(
            flows.get(row, column), flows.rowSum(row), flows.columnSum(column), others));
  }

  private OptionalDouble mutual(Basis b, String country, String partner) {
    return sources
        .find("trade", "", b.year())
        .map(
            source -> {
              var sold = trade.between(source, b.year(), country, partner);
              var bought = trade.between(source, b.year(), partner, country);
              var both = new TreeMap<String, double[]>();
              for (int row = 0; row < sold.rows(); row++) {
                both.computeIfAbsent(sold.code(Dimension.PRODUCT, row), p -> new double[2])[0] +=
                    sold.value(row);
              }
              for (int row = 0; row < bought.rows(); row++) {
                both.computeIfAbsent(bought.code(Dimension.PRODUCT, row), p -> new double[2])[1] +=
                    bought.value(row);
              }
              return known(
                  IntraIndustry.grubelLloyd(
                      both.values().stream().mapToDouble(v -> v[0]).toArray(),
                      both.values().stream().mapToDouble(v -> v[1]).toArray()));
            })
        .orElse(OptionalDouble.empty());
  }

  private List<Year> years(Source source, String country, String partner) {
    var pairs = trade.pairs(source, false);
    var sold = pairs.sold(country);
    var bought = pairs.bought(country);
    var years = new ArrayList<Year>();
    for (int year : pairs.years()) {
      var exports = found(sold.getOrDefault(year, Map.of()), partner);
      var imports = found(bought.getOrDefault(year, Map.of()), partner);
      if (exports.isPresent() || imports.isPresent()) {
        years.add(new Year(year, exports, imports));
      }
    }
    return years;
  }

  private static OptionalDouble found(Map<String, Double> values, String partner) {
    var value = values.get(partner);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
