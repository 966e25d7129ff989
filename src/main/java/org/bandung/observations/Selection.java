package org.bandung.observations;

import java.util.List;
import java.util.Set;

/// Which observations of a dataset are wanted, and by what their values are summed.
///
/// @param dataset its code
/// @param series which ones; empty means all
/// @param firstYear the first year that is wanted
/// @param lastYear the last year that is wanted
/// @param reporters codes; empty means all
/// @param partners codes; empty means all
/// @param products codes; empty means all
/// @param by what the answer tells apart, in this order
/// @param asPublished whether reporters and partners are told and narrowed by the codes that stood
///   in the files; else by those they mean now, in alpha-3 where they are known
public record Selection(
    String dataset,
    Set<String> series,
    int firstYear,
    int lastYear,
    Set<String> reporters,
    Set<String> partners,
    Set<String> products,
    List<Dimension> by,
    boolean asPublished) {

  public Selection {
    series = Set.copyOf(series);
    reporters = Set.copyOf(reporters);
    partners = Set.copyOf(partners);
    products = Set.copyOf(products);
    by = List.copyOf(by);
  }

  /// All observations of a series of a dataset in a span of years.
  public static Selection of(
      String dataset, String series, int firstYear, int lastYear, Dimension... by) {
    return new Selection(
        dataset,
        Set.of(series),
        firstYear,
        lastYear,
        Set.of(),
        Set.of(),
        Set.of(),
        List.of(by),
        false);
  }

  public Selection from(Set<String> someReporters) {
    return new Selection(
        dataset, series, firstYear, lastYear, someReporters, partners, products, by, asPublished);
  }

  public Selection to(Set<String> somePartners) {
    return new Selection(
        dataset, series, firstYear, lastYear, reporters, somePartners, products, by, asPublished);
  }

  public Selection of(Set<String> someProducts) {
    return new Selection(
        dataset, series, firstYear, lastYear, reporters, partners, someProducts, by, asPublished);
  }

  /// The same with the codes of countries as they stood in the files, before any of them was
  /// mapped: former countries, unions and regions of the publisher then stand by themselves.
  public Selection published() {
    return new Selection(
        dataset, series, firstYear, lastYear, reporters, partners, products, by, true);
  }
}
