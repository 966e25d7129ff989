package org.bandung.economy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.CountryResolution.Aggregate;
import org.bandung.reference.CountryResolution.Found;
import org.bandung.reference.CountryResolution.Several;
import org.bandung.reference.CountryResolution.Unknown;
import org.bandung.reference.Development;
import org.bandung.reference.Reference;

/// A definition of the South: which countries belong to it in a year. Every figure about the South
/// names the one it was calculated with.
public sealed interface South {

  /// Its name in addresses and files, such as `unctad`, `m49-2021`, `G77`.
  String code();

  /// Where a country stands on the last day of the year.
  ///
  /// @param country a code as it stands in the data; an old one counts as what it became, if all
  ///   that came of it stand on one side
  Side side(String country, int year);

  default boolean holds(String country, int year) {
    return side(country, year) == Side.SOUTH;
  }

  /// A classification of development status, dated.
  static South scheme(Reference reference, String scheme) {
    return new Scheme(reference, scheme);
  }

  /// Those who take part in a grouping at the time are the South; whoever does not, and is
  /// developed under the classification, is the North.
  static South grouping(Reference reference, String grouping, String scheme) {
    return new Gathered(reference, grouping, scheme);
  }

  /// Exactly these codes are the South in every year, all others are the North.
  static South listed(String code, Collection<String> countries) {
    return new Listed(code, Set.copyOf(countries));
  }

  /// By a classification of development status.
  ///
  /// @param code of the classification
  record Scheme(Reference reference, String code) implements South {
    @Override
    public Side side(String country, int year) {
      var on = LocalDate.of(year, 12, 31);
      return common(
          meant(reference, country).stream()
              .map(c -> side(reference.development(c, on, code)))
              .toList());
    }

    private static Side side(Development development) {
      return switch (development) {
        case SOUTH -> Side.SOUTH;
        case NORTH -> Side.NORTH;
        case TRANSITION, UNKNOWN -> Side.OTHER;
      };
    }
  }

  /// By a grouping that speaks for the South.
  ///
  /// @param code of the grouping
  /// @param scheme that says who of the others is developed
  record Gathered(Reference reference, String code, String scheme) implements South {
    @Override
    public Side side(String country, int year) {
      var on = LocalDate.of(year, 12, 31);
      return common(
          meant(reference, country).stream()
              .map(c ->
                  takesPart(c, on)
                      ? Side.SOUTH
                      : reference.development(c, on, scheme) == Development.NORTH
                          ? Side.NORTH
                          : Side.OTHER)
              .toList());
    }

    private boolean takesPart(CountryCode country, LocalDate on) {
      return reference.membershipsOf(country).stream()
          .anyMatch(m -> m.grouping().equals(code) && m.takesPart() && m.holdsOn(on));
    }
  }

  /// By a list that somebody gives.
  ///
  /// @param countries codes as they stand in the data
  record Listed(String code, Set<String> countries) implements South {

    public Listed {
      countries = Set.copyOf(countries);
    }

    @Override
    public Side side(String country, int year) {
      return countries.contains(country) ? Side.SOUTH : Side.NORTH;
    }
  }

  private static List<CountryCode> meant(Reference reference, String country) {
    return switch (reference.resolveCountry(country)) {
      case Found(var found) -> List.of(found);
      case Several(var code, var countries) -> countries;
      case Aggregate aggregate -> List.of();
      case Unknown unknown -> List.of();
    };
  }

  private static Side common(List<Side> sides) {
    return !sides.isEmpty() && sides.stream().distinct().count() == 1
        ? sides.getFirst()
        : Side.OTHER;
  }
}
