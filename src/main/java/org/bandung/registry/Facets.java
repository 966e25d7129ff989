package org.bandung.registry;

import java.util.List;

/// How the initiatives of a list fall; each row is a link that narrows the list further.
///
/// @param southSouth how many are of the South-South family
/// @param headline how many a party or publisher states, not only a compilation
/// @param signals how many declare South-South cooperation, by kind of signal
public record Facets(
    long total,
    long southSouth,
    long headline,
    List<Count> modalities,
    List<Count> countries,
    List<Count> roles,
    List<Count> sectors,
    List<Count> years,
    List<Count> sources,
    List<Count> signals) {

  /// A code and how many initiatives carry it.
  public record Count(String code, long initiatives) {}
}
