package org.bandung.statistics.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Development;
import org.bandung.reference.Reference;
import org.bandung.statistics.facts.Fact;

/// What a country was on a day: its regions, groupings, categories, development status.
final class CountryTraits {

  private final Reference reference;
  private final Map<Key, Traits> known = new ConcurrentHashMap<>();

  CountryTraits(Reference reference) {
    this.reference = reference;
  }

  private record Key(String country, int day) {}

  /// @param regions from the widest to the narrowest; the first is that of the first level
  record Traits(
      List<String> regions, List<String> groupings, List<String> categories, String development) {}

  /// @param day since 1970, or unknown: then only what never changes is told
  Traits of(String country, int day) {
    return known.computeIfAbsent(new Key(country, day), key -> look(country, day));
  }

  private Traits look(String alpha3, int day) {
    if (!CountryCode.isWellFormed(alpha3)) {
      return new Traits(List.of(), List.of(), List.of(), "");
    }
    var country = new CountryCode(alpha3);
    var regions = reference.regionsOf(country);
    if (day == Fact.UNKNOWN) {
      return new Traits(regions, List.of(), List.of(), "");
    }
    var on = LocalDate.ofEpochDay(day);
    var groupings = new ArrayList<String>();
    reference.membershipsOf(country).stream()
        .filter(m -> m.takesPart() && m.holdsOn(on))
        .forEach(m -> groupings.add(m.grouping()));
    var categories = new ArrayList<String>();
    reference.categories(country).stream()
        .filter(m -> m.holdsOn(on))
        .forEach(m -> categories.add(m.grouping()));
    var development = reference.development(country, on);
    return new Traits(
        regions,
        groupings.stream().distinct().toList(),
        categories.stream().distinct().toList(),
        development == Development.UNKNOWN ? "" : development.name().toLowerCase(Locale.ROOT));
  }
}
