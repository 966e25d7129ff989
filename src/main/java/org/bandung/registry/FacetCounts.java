package org.bandung.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Sorts counted tags into facets.
final class FacetCounts {

  private static final Comparator<Facets.Count> MOST_FIRST =
      Comparator.comparingLong(Facets.Count::initiatives)
          .reversed()
          .thenComparing(Facets.Count::code);

  private final List<Facets.Count> modalities = new ArrayList<>();
  private final List<Facets.Count> countries = new ArrayList<>();
  private final List<Facets.Count> countryRoles = new ArrayList<>();
  private final List<Facets.Count> roles = new ArrayList<>();
  private final List<Facets.Count> sectors = new ArrayList<>();
  private final List<Facets.Count> years = new ArrayList<>();
  private final List<Facets.Count> sources = new ArrayList<>();
  private final List<Facets.Count> signals = new ArrayList<>();
  private long southSouth;
  private long headline;

  void add(String tag, long count) {
    int colon = tag.indexOf(':');
    var value = tag.substring(colon + 1);
    switch (tag.substring(0, colon)) {
      case "m" -> modalities.add(new Facets.Count(value, count));
      case "c" -> countries.add(new Facets.Count(value, count));
      case "cr" -> countryRoles.add(new Facets.Count(value, count));
      case "r" -> roles.add(new Facets.Count(value, count));
      case "k" -> {
        if (value.startsWith("dac-sector-group:")) {
          sectors.add(new Facets.Count(value.substring("dac-sector-group:".length()), count));
        }
      }
      case "y" -> years.add(new Facets.Count(value, count));
      case "src" -> sources.add(new Facets.Count(value, count));
      case "sig" -> signals.add(new Facets.Count(value, count));
      case "ss" -> southSouth = count;
      case "h" -> headline = count;
      default -> {} // not a facet of the pages
    }
  }

  Facets facets(long total) {
    years.sort(Comparator.comparing(Facets.Count::code).reversed());
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
  List<Facets.Count> rolesOf(String country) {
    return countryRoles.stream()
        .filter(c -> c.code().startsWith(country + ":"))
        .map(c -> new Facets.Count(c.code().substring(4), c.initiatives()))
        .sorted(MOST_FIRST)
        .toList();
  }

  private static List<Facets.Count> sorted(List<Facets.Count> counts) {
    return counts.stream().sorted(MOST_FIRST).toList();
  }
}
