package org.bandung.finder;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Country;
import org.bandung.reference.Development;
import org.bandung.reference.Membership;
import org.bandung.reference.Reference;

/// What the finder knows of countries on a day: who belongs to the South, whose situation is alike.
final class Traits {

  private static final Set<String> SITUATIONS = Set.of("LDC", "LLDC", "SIDS");

  private final Map<CountryCode, Trait> all;

  /// @param situations the lists of LDC, LLDC and SIDS it stands in
  /// @param regions M49 codes, the narrowest the last
  record Trait(boolean south, Set<String> situations, Set<String> languages, Set<String> regions) {}

  private Traits(Map<CountryCode, Trait> all) {
    this.all = all;
  }

  static Traits on(LocalDate day, Reference reference) {
    var all = new LinkedHashMap<CountryCode, Trait>();
    for (var country : reference.countries()) {
      all.put(country.code(), trait(country, day, reference));
    }
    return new Traits(all);
  }

  private static Trait trait(Country country, LocalDate day, Reference reference) {
    var situations =
        reference.categories(country.code()).stream()
            .filter(m -> SITUATIONS.contains(m.grouping()) && m.holdsOn(day))
            .map(Membership::grouping)
            .collect(Collectors.toSet());
    return new Trait(
        reference.development(country.code(), day) == Development.SOUTH
            && country.kind() != Country.Kind.TERRITORY,
        situations,
        Set.copyOf(country.languages()),
        new HashSet<>(reference.regionsOf(country.code())));
  }

  /// Countries of the South that can be a partner.
  Set<CountryCode> south() {
    return all.entrySet().stream()
        .filter(e -> e.getValue().south())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  Trait of(CountryCode country) {
    return all.getOrDefault(country, new Trait(false, Set.of(), Set.of(), Set.of()));
  }
}
