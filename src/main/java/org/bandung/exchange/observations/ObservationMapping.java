package org.bandung.exchange.observations;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.exchange.rows.TableFormat;
import org.bandung.observations.LoadedFile.Replacing;
import org.bandung.observations.Publication;

/// What each column of the files of a publisher is.
///
/// @param name as it is called for
/// @param sha256 of its text
/// @param measures what a row tells, one observation each
/// @param seriesNames what words of a column of series are called here
/// @param aliases countries by words that only this publisher uses
/// @param filters columns and the words that a row must have there to be wanted
/// @param filtersWhereThere the same for columns that a file need not have
/// @param ignored columns that are left out, each with the reason
public record ObservationMapping(
    String name,
    String sha256,
    Publication about,
    TableFormat format,
    Fields fields,
    List<Measure> measures,
    Map<String, String> seriesNames,
    Map<String, String> aliases,
    Map<String, Set<String>> filters,
    Map<String, Set<String>> filtersWhereThere,
    Map<String, String> ignored,
    Forms forms,
    Replacing replaces) {

  /// Where something stands: in the first of some columns that has something, in all of them
  /// together, or always the same.
  ///
  /// @param columns names; empty for a constant
  /// @param together whether what stands in the columns is put together, with hyphens between
  public record Place(List<String> columns, String constant, boolean together) {

    static Place column(String name) {
      return new Place(List.of(name), "", false);
    }

    boolean isNowhere() {
      return columns.isEmpty() && constant.isEmpty();
    }
  }

  /// What tells observations apart.
  ///
  /// @param months columns that a file need not have; a row that names a month there is refused
  public record Fields(
      Place year,
      Place series,
      Place reporter,
      Place partner,
      Place product,
      Place quantity,
      Place months) {}

  /// One observation of a row.
  ///
  /// @param series its code; empty if the row says it, `{series}` in it is what the row says
  /// @param value where it stands; for a column for each year, its name with `{year}`
  /// @param product where the product of this series stands, if not where that of the others does
  /// @param yearly whether there is a column for each year
  /// @param zeroIsNothing whether a zero says that there is nothing to observe
  public record Measure(
      String series, Place value, Place product, boolean yearly, boolean zeroIsNothing) {}

  /// How countries are written.
  public enum Codes {
    ALPHA_3,
    ALPHA_2,
    NUMERIC,
    NAME,
    ANY,
    /// No country stands there.
    NONE
  }

  /// How things are written.
  ///
  /// @param reporters how those are
  /// @param partners how those are
  /// @param nobody words for no partner
  /// @param nothing words for no product
  /// @param missing words for no value
  /// @param undated words for a year that is not known; it is kept as year 0
  /// @param marks characters that may stand behind a number
  /// @param decimal the character before the decimals
  /// @param grouping a character between digits, or 0
  /// @param negative whether values below zero are taken
  /// @param digits how many digits a product code of digits has at least
  public record Forms(
      Codes reporters,
      Codes partners,
      Set<String> nobody,
      Set<String> nothing,
      Set<String> missing,
      Set<String> undated,
      String marks,
      char decimal,
      char grouping,
      boolean negative,
      int digits) {}
}
