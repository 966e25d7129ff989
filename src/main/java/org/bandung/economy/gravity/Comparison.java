package org.bandung.economy.gravity;

import java.util.List;

/// What would be otherwise in the case asked for: by country, with how far other assumptions move
/// it.
///
/// @param sigma elasticity of substitution
/// @param reference the country whose consumer prices are the measure
/// @param closure `guide` or `balanced`
/// @param measure `change` (the other case over the present) or `contribution` (the present over
///   the other case)
/// @param changed what differs between the cases
/// @param filledPairs pairs whose costs were told by other terms, because flows tell nothing
/// @param solved whether the equilibrium was found
public record Comparison(
    Estimate estimate,
    int baseYear,
    double sigma,
    String reference,
    String closure,
    String measure,
    List<String> changed,
    int filledPairs,
    boolean solved,
    List<Country> countries,
    List<Alternative> sensitivity) {

  public Comparison {
    changed = List.copyOf(changed);
    countries = List.copyOf(countries);
    sensitivity = List.copyOf(sensitivity);
  }

  /// Percent, but for the base year's flows.
  ///
  /// @param output what the country makes, in the unit of the flows
  /// @param exports what it sells abroad, as fitted, in the unit of the flows
  /// @param exportsConditional when only costs change
  /// @param exportsFull when prices and incomes follow
  /// @param price of what the country makes
  /// @param inwardResistance the consumer's price
  /// @param outwardResistance the producer's
  /// @param realIncome price over consumer's price
  /// @param realIncomeLow lowest under all alternatives and the main assumptions
  /// @param realIncomeHigh highest
  public record Country(
      String country,
      double output,
      double exports,
      double exportsConditional,
      double exportsFull,
      double price,
      double inwardResistance,
      double outwardResistance,
      double realIncome,
      double realIncomeLow,
      double realIncomeHigh) {}

  /// The same under one other assumption.
  ///
  /// @param kind `sigma`, `coefficient` or `closure`
  /// @param name the term, or empty
  /// @param value of sigma or of the coefficient; that of sigma where the closure is another
  public record Alternative(
      String kind, String name, double value, boolean solved, List<Moved> countries) {
    public Alternative {
      countries = List.copyOf(countries);
    }
  }

  /// Percent.
  public record Moved(
      String country, double exportsConditional, double exportsFull, double realIncome) {}
}
