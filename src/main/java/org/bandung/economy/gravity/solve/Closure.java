package org.bandung.economy.gravity.solve;

import java.util.Locale;

/// How the general equilibrium is closed where a country's spending is not its income.
public enum Closure {
  /// The procedure of the Advanced Guide as published: flows, incomes and prices are updated in
  /// turn until price changes of two rounds differ by less than 0.01. Its figures are those of the
  /// Guide; it stops before spending and income agree.
  GUIDE,
  /// Each country keeps its ratio of spending to income, scaled by one number so that the world
  /// spends what it earns; solved until all markets clear.
  BALANCED;

  /// As it is written in a specification.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
