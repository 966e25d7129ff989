package org.bandung.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How the initiatives of a list fall; each row is a link that narrows the list further.
///
/// @param southSouth how many are of the South-South family
/// @param headline how many a party or publisher states, not only a compilation
/// @param by the codes of each facet with their counts: years the latest first, others the most
///   first
public record Facets(long total, long southSouth, long headline, Map<Facet, List<Count>> by) {

  /// Nothing counted.
  public static final Facets NONE = new Facets(0, 0, 0, Map.of());

  public Facets {
    by = Map.copyOf(by);
  }

  /// The counts of a facet; empty if no initiative of the list carries a code of it.
  public List<Count> counts(Facet facet) {
    return by.getOrDefault(facet, List.of());
  }

  /// A code and how many initiatives carry it.
  public record Count(String code, long initiatives) {}

  /// Sorts counted tags into facets.
  static final class Counting {

    private static final Comparator<Count> MOST_FIRST =
        Comparator.comparingLong(Count::initiatives).reversed().thenComparing(Count::code);

    private final Map<Facet, List<Count>> by = new EnumMap<>(Facet.class);
    private final List<Count> countryRoles = new ArrayList<>();
    private long southSouth;
    private long headline;

    void add(String tag, long count) {
      if (tag.equals(Facet.SOUTH_SOUTH)) {
        southSouth = count;
      } else if (tag.equals(Facet.HEADLINE)) {
        headline = count;
      } else if (tag.startsWith(Facet.COUNTRY_ROLE)) {
        countryRoles.add(new Count(tag.substring(3), count));
      } else {
        for (var facet : Facet.values()) {
          facet
              .counted(tag)
              .ifPresent(code ->
                  by.computeIfAbsent(facet, f -> new ArrayList<>()).add(new Count(code, count)));
        }
      }
    }

    Facets facets(long total) {
      var sorted = new EnumMap<Facet, List<Count>>(Facet.class);
      by.forEach((facet, counts) ->
          sorted.put(
              facet,
              counts.stream()
                  .sorted(
                      facet == Facet.YEAR
                          ? Comparator.comparing(Count::code).reversed()
                          : MOST_FIRST)
                  .toList()));
      return new Facets(total, southSouth, headline, sorted);
    }

    /// The roles in which one country takes part.
    List<Count> rolesOf(String country) {
      return countryRoles.stream()
          .filter(c -> c.code().startsWith(country + ":"))
          .map(c -> new Count(c.code().substring(4), c.initiatives()))
          .sorted(MOST_FIRST)
          .toList();
    }
  }
}
