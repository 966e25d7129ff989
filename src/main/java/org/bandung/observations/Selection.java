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
public record Selection(
    String dataset,
    Set<String> series,
    int firstYear,
    int lastYear,
    Set<String> reporters,
    Set<String> partners,
    Set<String> products,
    List<Dimension> by) {

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
        dataset, Set.of(series), firstYear, lastYear, Set.of(), Set.of(), Set.of(), List.of(by));
  }

  public Selection from(Set<String> someReporters) {
    return new Selection(
        dataset, series, firstYear, lastYear, someReporters, partners, products, by);
  }

  public Selection to(Set<String> somePartners) {
    return new Selection(
        dataset, series, firstYear, lastYear, reporters, somePartners, products, by);
  }

  public Selection of(Set<String> someProducts) {
    return new Selection(
        dataset, series, firstYear, lastYear, reporters, partners, someProducts, by);
  }
}
