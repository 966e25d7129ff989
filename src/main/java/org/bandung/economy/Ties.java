package org.bandung.economy;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Country;
import org.bandung.reference.Grouping;
import org.bandung.reference.Membership;
import org.bandung.reference.Reference;

/// What makes trade between two countries easier or harder, as far as reference data say.
///
/// @param distanceKm between their markers on the map; empty if one of them has none
/// @param languages official languages that both have, BCP 47
/// @param agreements codes of the trade areas and regional communities both take part in
public record Ties(OptionalDouble distanceKm, List<String> languages, List<String> agreements) {

  /// Half the way round the Earth: no two places are farther apart.
  public static final double FARTHEST_KM = 20_015.1;

  private static final double EARTH_RADIUS_KM = 6_371.0088;

  private static final Set<String> EASING = Set.of("trade-area", "regional-community");

  public Ties {
    languages = List.copyOf(languages);
    agreements = List.copyOf(agreements);
  }

  /// The ties of two countries on the last day of a year; none for codes that are no countries.
  public static Ties between(Reference reference, String one, String other, int year) {
    var a = country(reference, one);
    var b = country(reference, other);
    if (a.isEmpty() || b.isEmpty()) {
      return new Ties(OptionalDouble.empty(), List.of(), List.of());
    }
    var first = a.getFirst();
    var second = b.getFirst();
    return new Ties(
        OptionalDouble.of(kilometres(first, second)),
        first.languages().stream().filter(second.languages()::contains).toList(),
        shared(reference, first.code(), second.code(), LocalDate.of(year, 12, 31)));
  }

  private static List<Country> country(Reference reference, String code) {
    return CountryCode.isWellFormed(code)
        ? reference.findCountry(new CountryCode(code)).stream().toList()
        : List.of();
  }

  private static List<String> shared(
      Reference reference, CountryCode one, CountryCode other, LocalDate on) {
    var theirs =
        reference.membershipsOf(other).stream()
            .filter(m -> m.takesPart() && m.holdsOn(on))
            .map(Membership::grouping)
            .toList();
    return reference.membershipsOf(one).stream()
        .filter(m -> m.takesPart() && m.holdsOn(on) && theirs.contains(m.grouping()))
        .map(Membership::grouping)
        .filter(code ->
            reference.findGrouping(code).map(Grouping::kind).filter(EASING::contains).isPresent())
        .distinct()
        .sorted()
        .toList();
  }

  private static double kilometres(Country one, Country other) {
    return kilometres(one.latitude(), one.longitude(), other.latitude(), other.longitude());
  }

  /// Great-circle distance between two places.
  ///
  /// `2 R asin sqrt(sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2))` with R = 6,371.0088 km
  ///
  /// @param latitude decimal degrees, as all four
  /// @return kilometres, between 0 and 20,015; the Earth is taken for a ball, off by at most 0.6 %
  /// @see <a href="https://doi.org/10.1007/s001900050278">Moritz 2000 for the mean radius</a>
  public static double kilometres(
      double latitude, double longitude, double otherLatitude, double otherLongitude) {
    double phi = Math.toRadians(latitude);
    double otherPhi = Math.toRadians(otherLatitude);
    double up = Math.sin((otherPhi - phi) / 2);
    double along = Math.sin(Math.toRadians(otherLongitude - longitude) / 2);
    double h = up * up + Math.cos(phi) * Math.cos(otherPhi) * along * along;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
