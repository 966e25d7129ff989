package org.bandung.observations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;

/// A dataset of this node: what it is, what it covers, which files it was made of.
///
/// @param about as the mapping of its latest file says
/// @param firstYear that is known; 0 if none is
/// @param lastYear that is known; 0 if none is
/// @param rows observations, also those of no known year
/// @param reporters how many different ones
/// @param files the latest first
public record Dataset(
    Publication about,
    int firstYear,
    int lastYear,
    long rows,
    int reporters,
    List<Series> series,
    List<Load> files) {

  public Dataset {
    series = List.copyOf(series);
    files = List.copyOf(files);
  }

  /// Behind the name of a series: values that repeat those of the series and must not be added to
  /// them.
  public static final String REPEATED = "-repeated";

  /// Whether any observation has a year.
  public boolean yearKnown() {
    return lastYear > 0;
  }

  public String code() {
    return about.dataset();
  }

  /// In a language, or in another one it has.
  public String name(String language) {
    return about.name().in(language).map(LocalizedText.Spoken::text).orElse(code());
  }

  public String name() {
    return name("en");
  }

  public String unit() {
    return about.unit();
  }

  public String nomenclature() {
    return about.nomenclature();
  }

  /// A series of it.
  public Optional<Series> series(String code) {
    return series.stream().filter(s -> s.code().equals(code)).findFirst();
  }

  /// What is observed.
  ///
  /// @param firstYear that is known; 0 if none is
  /// @param lastYear that is known; 0 if none is
  public record Series(String code, String unit, int firstYear, int lastYear, long rows) {}

  /// A file that was taken in.
  ///
  /// @param replaced observations of earlier files that gave way to it
  public record Load(
      String file,
      String sha256,
      String mapping,
      Instant at,
      long kept,
      long refused,
      long leftOut,
      long observations,
      long replaced) {}
}
