package org.bandung.observations;

import java.util.List;

/// A file as it was read.
///
/// @param name without folders
/// @param sha256 of its bytes, unpacked
/// @param mapping which one read it
/// @param mappingSha256 of that mapping
/// @param replaces what of earlier files gives way to it
/// @param kept rows of which something was taken
/// @param refused rows that could not be
/// @param leftOut rows that the mapping does not want
/// @param codes codes of countries that were not taken as they stood
public record LoadedFile(
    String name,
    String sha256,
    String mapping,
    String mappingSha256,
    Replacing replaces,
    long kept,
    long refused,
    long leftOut,
    List<OddCode> codes) {

  public LoadedFile {
    codes = List.copyOf(codes);
  }

  /// What of earlier files gives way to a later one.
  public enum Replacing {
    /// What is stated again: same year, series, reporter, partner and product.
    OBSERVATION,
    /// All that a reporter of the file had in a series in a year of the file: for datasets that are
    /// published whole, whose editions must not be mixed.
    REPORTER_YEAR
  }

  /// A code of a country that was not taken as it stood.
  ///
  /// @param taken the code it was taken for
  public record OddCode(String code, Meaning meaning, String taken, long times) {}

  /// What an odd code is.
  public enum Meaning {
    /// A code of earlier times, of one country of today.
    FORMER,
    /// A country of earlier times that several of today follow, or a union of several.
    SEVERAL,
    /// A region or another group.
    AGGREGATE,
    /// Nothing we know.
    UNKNOWN
  }
}
