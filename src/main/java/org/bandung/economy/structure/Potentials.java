package org.bandung.economy.structure;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bandung.economy.Partners;
import org.bandung.economy.Side;
import org.bandung.economy.Told;
import org.bandung.economy.TradeGrids;
import org.bandung.economy.TradeGrids.Basis;
import org.bandung.economy.Wish;
import org.bandung.economy.preferences.MarketPotential;
import org.springframework.stereotype.Service;

/// What a country could sell where, by its supply, the market's demand and how easily the two
/// trade: the export potential of the International Trade Centre without its projections.
@Service
public final class Potentials {

  private final TradeGrids trade;

  Potentials(TradeGrids trade) {
    this.trade = trade;
  }

  /// The export potential of a country.
  ///
  /// @param markets which were looked at: `south`, `north`, or empty for all
  /// @param found its lines, and its sums by market and product
  /// @param bySide what is unrealised in each market, by the definition of the South
  /// @param otherBySide the same by the other definition
  public record Found(
      String exporter,
      Told told,
      String markets,
      MarketPotential found,
      Partners bySide,
      Partners otherBySide) {}

  /// @param markets `south`, `north`, or empty for all
  /// @param most how many lines are told
  /// @return empty if no trade by product and partner of it is held
  public Optional<Found> of(String exporter, String markets, Wish wish, int most) {
    return trade.productsByPartner(exporter, wish).map(b -> of(exporter, markets, b, most));
  }

  private Found of(String exporter, String markets, Basis basis, int most) {
    Predicate<String> wanted =
        markets.isEmpty()
            ? importer -> true
            : importer ->
                basis.south().side(importer, basis.year())
                    == Side.valueOf(markets.toUpperCase(Locale.ROOT));
    var found =
        MarketPotential.of(
            trade.exports(basis),
            trade.imports(basis),
            trade.sold(basis, exporter),
            exporter,
            wanted,
            most);
    Map<String, Double> unrealised = new HashMap<>();
    found.markets().forEach(m -> unrealised.put(m.code(), m.unrealised()));
    return new Found(
        exporter,
        basis.told(),
        markets,
        found,
        Partners.of(basis.year(), unrealised, basis.south()),
        Partners.of(basis.year(), unrealised, basis.other()));
  }
}
