package org.bandung.registry;

import java.util.List;

/// How the initiatives of a list fall; each row is a link that narrows the list further.
public record Facets(
    long total,
    List<Count> modalities,
    List<Count> countries,
    List<Count> roles,
    List<Count> sectors,
    List<Count> years,
    List<Count> sources) {

  /// A code and how many initiatives carry it.
  public record Count(String code, long initiatives) {}
}
