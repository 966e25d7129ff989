package org.bandung.economy.structure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.bandung.economy.Told;

/// How the exports of a country are made up, in what it has an advantage, and which products lie
/// nearest to what it exports already.
///
/// @param told what it rests on
/// @param countries how many are compared: all that export anything in the data of the year
/// @param products how many are compared: all that anybody exports
/// @param measures of the whole
/// @param lines what it exports, the greatest advantage first
/// @param next what it does not export with an advantage, the nearest first
/// @param food empty if the nomenclature of the data does not tell what is food
public record CountryStructure(
    String country,
    Told told,
    int countries,
    int products,
    List<Measure> measures,
    List<Line> lines,
    List<Next> next,
    Optional<FoodTrade> food) {

  public CountryStructure {
    measures = List.copyOf(measures);
    lines = List.copyOf(lines);
    next = List.copyOf(next);
  }

  /// What a measure is told in.
  public enum Kind {
    COUNT,
    SHARE,
    INDEX
  }

  /// A figure of the whole.
  ///
  /// @param rank its place among the countries compared, 1 the largest; empty where a place says
  ///   nothing
  public record Measure(String code, Kind kind, OptionalDouble value, OptionalInt rank) {}

  /// A product that is exported.
  ///
  /// @param value in the data's unit
  /// @param share of the country's exports
  /// @param ofWorld its share in the world's exports of the product
  /// @param balassa revealed comparative advantage
  /// @param symmetric the same between -1 and 1
  /// @param kind how common and how complex the product is
  public record Line(
      String product,
      double value,
      double share,
      double ofWorld,
      double balassa,
      double symmetric,
      Rarity kind) {}

  /// How common and how complex a product is.
  ///
  /// @param ubiquity how many countries export it with an advantage
  /// @param complexity by fitness and complexity, mean 1; empty if nobody has an advantage in it
  /// @param rank by complexity, 1 the most complex
  public record Rarity(int ubiquity, OptionalDouble complexity, OptionalInt rank) {}

  /// A product that could come next.
  ///
  /// @param distance which part of its neighbourhood the country lacks, 0 to 1
  /// @param exports of it so far; empty where the data tell nothing of it
  /// @param balassa of them; empty likewise
  /// @param world exports of all
  public record Next(
      String product,
      double distance,
      OptionalDouble exports,
      OptionalDouble balassa,
      double world,
      Rarity kind) {}

  /// A measure by its code.
  public Measure measure(String code) {
    return measures.stream().filter(m -> m.code().equals(code)).findFirst().orElseThrow();
  }
}
