package org.bandung.observations;

/// One thing that was published: in a year, of a series, by or of whom, on what, how much.
///
/// @param partner [Side#NONE] where there is none
/// @param product empty where there is none
public record Observation(
    int year, String series, Side reporter, Side partner, String product, Figure figure) {

  /// How much.
  ///
  /// @param value in the unit of the series
  /// @param quantity in the unit of quantity, or NaN where none was stated
  /// @param mark what stood behind the number, such as `*`, or empty
  public record Figure(double value, double quantity, String mark) {

    /// A value and nothing else.
    public static Figure of(double value) {
      return new Figure(value, Double.NaN, "");
    }
  }
}
