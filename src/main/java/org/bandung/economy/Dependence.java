package org.bandung.economy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How a country's economy depends: on whom for markets and sources, on what.
///
/// @param country its code
/// @param told what the figures rest on
/// @param markets whom it sells to
/// @param sources whom it buys from
/// @param otherMarkets the same under the other definition of the South
/// @param otherSources the same under the other definition of the South
/// @param sold what it sells, line by line; empty where the data tell no products
/// @param bought what it buys, line by line; empty where the data tell no products
/// @param otherBought the same under the other definition of the South
/// @param creditors whom it owes; empty where no data on debt are held
/// @param otherCreditors the same under the other definition of the South
/// @param years shares of earlier years, the earliest first
public record Dependence(
    String country,
    Told told,
    Partners markets,
    Partners sources,
    Partners otherMarkets,
    Partners otherSources,
    Optional<ProductLines> sold,
    Optional<ProductLines> bought,
    Optional<ProductLines> otherBought,
    Optional<Partners> creditors,
    Optional<Partners> otherCreditors,
    List<Year> years) {

  public Dependence {
    years = List.copyOf(years);
  }

  /// The shares of the North in one year.
  ///
  /// @param markets in what it sells; empty if it sold nothing
  /// @param sources in what it buys; empty if it bought nothing
  public record Year(int year, OptionalDouble markets, OptionalDouble sources) {}

  /// One line of the vulnerability table.
  ///
  /// @param code such as `north-markets`
  /// @param value a share or an index between 0 and 1; empty where the data say nothing
  /// @param other the same under the other definition of the South; empty where the data say
  ///   nothing or it does not depend on a definition
  /// @param bySouth whether it depends on who is of the South
  /// @param year of the data: that of creditors is mostly another one than that of trade
  public record Exposure(
      String code, OptionalDouble value, OptionalDouble other, boolean bySouth, int year) {}

  private Exposure split(String code, OptionalDouble value, OptionalDouble other) {
    return new Exposure(code, value, other, true, told.year());
  }

  private Exposure whole(String code, OptionalDouble value) {
    return new Exposure(code, value, OptionalDouble.empty(), false, told.year());
  }

  /// The vulnerability table: nine measures, each the more exposed the nearer it is to 1. They are
  /// shown side by side and never added up: there is no weight of one against the other.
  public List<Exposure> exposures() {
    var none = OptionalDouble.empty();
    return List.of(
        split("north-markets", markets.northShare(), otherMarkets.northShare()),
        split("north-sources", sources.northShare(), otherSources.northShare()),
        new Exposure(
            "north-creditors",
            creditors.map(Partners::northShare).orElse(none),
            otherCreditors.map(Partners::northShare).orElse(none),
            true,
            creditors.map(Partners::year).orElse(told.year())),
        whole("market-concentration", markets.hhi()),
        whole("source-concentration", sources.hhi()),
        whole("product-concentration", sold.map(ProductLines::hhi).orElse(none)),
        whole("top-three-products", sold.map(ProductLines::topThree).orElse(none)),
        whole("single-source-imports", bought.map(ProductLines::singleShare).orElse(none)),
        split(
            "northern-imports",
            bought.map(ProductLines::allNorthernShare).orElse(none),
            otherBought.map(ProductLines::allNorthernShare).orElse(none)));
  }
}
