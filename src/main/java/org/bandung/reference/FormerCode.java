package org.bandung.reference;

import java.util.List;
import org.bandung.kernel.CountryCode;

/// A code that names no country of today: of earlier times, of a group, or of somebody's own.
///
/// @param aggregate whether it names a region or another group
/// @param successors countries of today that follow it, or have another code
/// @param firstYear in which it was used, or the lowest number if it is not known
/// @param lastYear in which it was used, or the highest number
public record FormerCode(
    String code, boolean aggregate, List<CountryCode> successors, int firstYear, int lastYear) {

  public FormerCode {
    successors = List.copyOf(successors);
  }

  /// Whether it was in use in a year.
  public boolean in(int year) {
    return firstYear <= year && year <= lastYear;
  }
}
