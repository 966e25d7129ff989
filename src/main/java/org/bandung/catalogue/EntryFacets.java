package org.bandung.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How the entries of a list fall; each row is a link that narrows the list further.
///
/// @param by the codes of each facet with their counts: years the latest first, others the most
///   first
public record EntryFacets(long total, Map<EntryFacet, List<Count>> by) {

  /// Nothing counted.
  public static final EntryFacets NONE = new EntryFacets(0, Map.of());

  private static final Comparator<Count> MOST_FIRST =
      Comparator.comparingLong(Count::entries).reversed().thenComparing(Count::code);
  private static final Comparator<Count> LATEST_FIRST =
      Comparator.comparing(Count::code).reversed();

  public EntryFacets {
    by = Map.copyOf(by);
  }

  /// A code and how many entries carry it.
  public record Count(String code, long entries) {}

  /// The counts of a facet; empty if no entry of the list carries a code of it.
  public List<Count> counts(EntryFacet facet) {
    return by.getOrDefault(facet, List.of());
  }

  /// The facets that counted tags make.
  static EntryFacets of(long total, Map<String, Long> tags) {
    var by = new EnumMap<EntryFacet, List<Count>>(EntryFacet.class);
    tags.forEach((tag, n) -> {
      for (var facet : EntryFacet.values()) {
        facet
            .counted(tag)
            .ifPresent(
                code -> by.computeIfAbsent(facet, f -> new ArrayList<>()).add(new Count(code, n)));
      }
    });
    by.forEach(
        (facet, counts) -> counts.sort(facet == EntryFacet.YEAR ? LATEST_FIRST : MOST_FIRST));
    return new EntryFacets(total, by);
  }
}
