package org.bandung.economy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bandung.economy.EconomySources.Source;
import org.bandung.reference.Reference;
import org.springframework.stereotype.Service;

/// What could be bought and sold in the South instead, from the trade by product this node holds.
@Service
public final class Substitutions {

  private final EconomySources sources;
  private final TradeYears trade;
  private final Souths souths;
  private final Reference reference;
  private final SubstitutionRules rules;

  Substitutions(EconomySources sources, TradeYears trade, Souths souths, Reference reference) {
    this.sources = sources;
    this.trade = trade;
    this.souths = souths;
    this.reference = reference;
    rules = new SubstitutionRules(weights());
  }

  private static Map<String, Double> weights() {
    return EconomySources.shipped("substitution.csv").stream()
        .collect(
            Collectors.toMap(r -> r.getField("term"), r -> Double.valueOf(r.getField("weight"))));
  }

  /// A shortlist with what it rests on.
  ///
  /// @param product the only one that was asked for; empty for all
  public record Found(Told told, String product, Shortlist shortlist) {}

  /// Where else the South buys from the North what a country exports well.
  ///
  /// @param yearBefore the earlier year that growth is told from; the same as the year if there is
  ///   none
  public record Opened(
      String exporter, Told told, int yearBefore, List<Shortlist.Opening> openings) {
    public Opened {
      openings = List.copyOf(openings);
    }
  }

  /// The weights of the terms, by name.
  public Map<String, Double> terms() {
    return rules.weights();
  }

  /// What a country buys from the North that a country of the South exports with an advantage.
  ///
  /// @param product only this one; empty for all
  /// @return empty if no trade by product is held for the year, or none of the importer
  public Optional<Found> of(String importer, String product, Wish wish, Shortlist.Wish size) {
    return source(wish)
        .flatMap(source -> {
          int year = wish.year().orElse(source.dataset().lastYear());
          var south = south(wish);
          var bought = trade.bought(source, year, importer, product);
          if (bought.rows() == 0) {
            return Optional.empty();
          }
          var list = over(source, year, south).of(importer, bought, size);
          return Optional.of(new Found(told(source, year, south), product, list));
        });
  }

  /// The mirror of it, for an exporter.
  ///
  /// @param product only this one; empty for all
  /// @return empty if no trade by product is held for the year
  public Optional<Opened> openings(String exporter, String product, Wish wish, int limit) {
    return source(wish)
        .map(source -> {
          int year = wish.year().orElse(source.dataset().lastYear());
          var south = south(wish);
          var openings =
              over(source, year, south)
                  .openings(
                      exporter,
                      product,
                      trade.north(source, year, south),
                      trade.sold(source, year, exporter),
                      limit);
          return new Opened(
              exporter,
              told(source, year, south),
              trade.supply(source, year).yearBefore(),
              openings);
        });
  }

  private Optional<Source> source(Wish wish) {
    return sources.find("trade", wish);
  }

  private South south(Wish wish) {
    return souths.find(wish.south()).orElseGet(souths::usual);
  }

  private Substitution over(Source source, int year, South south) {
    return new Substitution(
        trade.supply(source, year),
        south,
        (importer, exporter) -> Ties.between(reference, importer, exporter, year),
        rules);
  }

  private Told told(Source source, int year, South south) {
    return Told.of(
        source.dataset(), year, south, souths.other(south), trade.exports(source, year).height());
  }
}
