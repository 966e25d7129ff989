package org.bandung.registry;

import java.util.ArrayList;
import java.util.Comparator;
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

  /// Sorts counted tags into facets.
  static final class Counting {

    private static final Comparator<Count> MOST_FIRST =
        Comparator.comparingLong(Count::initiatives).reversed().thenComparing(Count::code);

    private final List<Count> modalities = new ArrayList<>();
    private final List<Count> countries = new ArrayList<>();
    private final List<Count> countryRoles = new ArrayList<>();
    private final List<Count> roles = new ArrayList<>();
    private final List<Count> sectors = new ArrayList<>();
    private final List<Count> years = new ArrayList<>();
    private final List<Count> sources = new ArrayList<>();
    private final List<Count> signals = new ArrayList<>();
    private long southSouth;
    private long headline;

    void add(String tag, long count) {
      int colon = tag.indexOf(':');
      var value = tag.substring(colon + 1);
      switch (tag.substring(0, colon)) {
        case "m" -> modalities.add(new Count(value, count));
        case "c" -> countries.add(new Count(value, count));
        case "cr" -> countryRoles.add(new Count(value, count));
        case "r" -> roles.add(new Count(value, count));
        case "k" -> {
          if (value.startsWith("dac-sector-group:")) {
            sectors.add(new Count(value.substring("dac-sector-group:".length()), count));
          }
        }
        case "y" -> years.add(new Count(value, count));
        case "src" -> sources.add(new Count(value, count));
        case "sig" -> signals.add(new Count(value, count));
        case "ss" -> southSouth = count;
        case "h" -> headline = count;
        default -> {} // not a facet of the pages
      }
    }

    Facets facets(long total) {
      years.sort(Comparator.comparing(Count::code).reversed());
      return new Facets(
          total,
          southSouth,
          headline,
          sorted(modalities),
          sorted(countries),
          sorted(roles),
          sorted(sectors),
          List.copyOf(years),
          sorted(sources),
          sorted(signals));
    }

    /// The roles in which one country takes part.
    List<Count> rolesOf(String country) {
      return countryRoles.stream()
          .filter(c -> c.code().startsWith(country + ":"))
          .map(c -> new Count(c.code().substring(4), c.initiatives()))
          .sorted(MOST_FIRST)
          .toList();
    }

    private static List<Count> sorted(List<Count> counts) {
      return counts.stream().sorted(MOST_FIRST).toList();
    }
  }
}
