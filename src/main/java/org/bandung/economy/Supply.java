package org.bandung.economy;

import java.util.OptionalDouble;
import org.bandung.economy.indices.Advantage;
import org.bandung.economy.indices.Grid;

/// What all countries export of all products in one year, and in an earlier one.
final class Supply {

  private final int year;
  private final Grid exports;
  private final Grid advantage;
  private final int yearBefore;
  private final Grid before;

  /// @param exports by exporter and product
  /// @param yearBefore the earlier year; the same as `year` if there is none
  /// @param before exports of that year
  Supply(int year, Grid exports, int yearBefore, Grid before) {
    this.year = year;
    this.exports = exports;
    this.yearBefore = yearBefore;
    this.before = before;
    advantage = Advantage.balassa(exports);
  }

  int year() {
    return year;
  }

  /// The earlier year that growth is told from; the same as the year if there is none.
  int yearBefore() {
    return yearBefore;
  }

  Grid exports() {
    return exports;
  }

  Grid advantage() {
    return advantage;
  }

  /// What a country exported of a product in the earlier year; empty if that year is not held or
  /// holds nothing of it.
  OptionalDouble before(String country, String product) {
    return yearBefore == year ? OptionalDouble.empty() : before.find(country, product);
  }
}
