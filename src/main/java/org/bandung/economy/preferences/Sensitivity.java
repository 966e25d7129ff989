package org.bandung.economy.preferences;

import java.util.ArrayList;
import java.util.List;

/// Which other elasticities a scenario is tried with, so that no result stands alone.
public record Sensitivity(Span demand, Span substitution, Span supply) {

  /// Half and double of each.
  public static final Sensitivity USUAL =
      new Sensitivity(new Span.Factors(0.5, 2), new Span.Factors(0.5, 2), new Span.Factors(0.5, 2));

  /// Two elasticities beside the one of the scenario, the one nearer to zero first.
  public sealed interface Span {
    /// Parts of the elasticity of the scenario.
    record Factors(double low, double high) implements Span {}

    /// Elasticities as they are.
    record Values(double low, double high) implements Span {}

    /// The one nearer to zero.
    default double low(double of) {
      return this instanceof Values(double low, double high) ? low : of * ((Factors) this).low();
    }

    /// The one farther from zero.
    default double high(double of) {
      return this instanceof Values(double low, double high) ? high : of * ((Factors) this).high();
    }
  }

  /// One way to choose the elasticities.
  ///
  /// @param code such as `demand-low`, `all-high`; `scenario` for those of the scenario
  record Choice(String code, int demand, int substitution, int supply) {

    Elasticities of(Elasticities base, Sensitivity spans) {
      return new Elasticities(
          chosen(demand, base.demand(), spans.demand),
          chosen(substitution, base.substitution(), spans.substitution),
          chosen(supply, base.supply(), spans.supply));
    }

    private static double chosen(int which, double base, Span span) {
      return which == 0 ? base : which < 0 ? span.low(base) : span.high(base);
    }
  }

  /// All choices, that of the scenario first; one elasticity at a time, then all together.
  List<Choice> choices(boolean infiniteSupply) {
    var choices =
        new ArrayList<>(
            List.of(
                new Choice("scenario", 0, 0, 0),
                new Choice("demand-low", -1, 0, 0),
                new Choice("demand-high", 1, 0, 0),
                new Choice("substitution-low", 0, -1, 0),
                new Choice("substitution-high", 0, 1, 0)));
    if (!infiniteSupply || supply instanceof Span.Values) {
      choices.add(new Choice("supply-low", 0, 0, -1));
      choices.add(new Choice("supply-high", 0, 0, 1));
    }
    choices.add(new Choice("all-low", -1, -1, -1));
    choices.add(new Choice("all-high", 1, 1, 1));
    return choices;
  }
}
