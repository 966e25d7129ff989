package org.bandung.economy.context;

import java.util.OptionalDouble;

/// Units of money that can be set beside each other without a rate: dollars of the day, in ones,
/// thousands, millions. Dollars of a year, of purchasing power or of another currency cannot.
public final class Units {

  private Units() {}

  /// How many dollars of the day one of a unit is; empty if it is something else.
  public static OptionalDouble dollars(String unit) {
    return switch (unit) {
      case "USD" -> OptionalDouble.of(1);
      case "thousand USD" -> OptionalDouble.of(1e3);
      case "million USD" -> OptionalDouble.of(1e6);
      case "billion USD" -> OptionalDouble.of(1e9);
      default -> OptionalDouble.empty();
    };
  }
}
