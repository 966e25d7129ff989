package org.bandung.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Role;

/// One page of a list of initiatives.
///
/// @param next the cursor of the page after this one
public record InitiativePage(List<Summary> items, Optional<String> next) {

  public InitiativePage {
    items = List.copyOf(items);
  }

  /// An initiative as a list shows it.
  ///
  /// @param originalId of the statement that speaks first
  /// @param modality code of the scheme `modality`
  /// @param compilationOnly only a third party's compilation states it
  public record Summary(
      String id,
      String originalId,
      LocalizedText title,
      Period period,
      String modality,
      Optional<String> scope,
      List<CountryRole> countries,
      List<String> sectors,
      List<String> sources,
      boolean compilationOnly) {

    public Summary {
      countries = List.copyOf(countries);
      sectors = List.copyOf(sectors);
      sources = List.copyOf(sources);
    }
  }

  /// An initiative as an index keeps it.
  ///
  /// @param text what it is about, beside the title
  /// @param tags every code a list can be narrowed by, to be compared with a [Narrowing]
  /// @param organisations those that take part: ids, and ids with a role
  /// @param sortDay days since 1970 of the first day known; lists show the latest first
  public record Entry(
      Summary summary,
      LocalizedText text,
      Set<String> tags,
      Set<String> organisations,
      int sortDay,
      String owner,
      String audience) {

    public Entry {
      tags = Set.copyOf(tags);
      organisations = Set.copyOf(organisations);
    }
  }

  /// A filter in the words of [Entry]: an initiative fits that carries all of `tags`, at least one
  /// of each group of `anyOf`, and all of `organisations`.
  public record Narrowing(Set<String> tags, List<Set<String>> anyOf, Set<String> organisations) {

    public Narrowing {
      tags = Set.copyOf(tags);
      anyOf = List.copyOf(anyOf);
      organisations = Set.copyOf(organisations);
    }
  }

  /// A country and the role in which it takes part, itself or through its organisations.
  public record CountryRole(CountryCode country, Role role) {

    /// What a tag says of a country in a role; empty if it says something else.
    public static Optional<CountryRole> ofTag(String tag) {
      return tag.startsWith(Facet.COUNTRY_ROLE)
          ? Optional.of(
              new CountryRole(
                  new CountryCode(tag.substring(3, 6)),
                  Role.valueOf(tag.substring(7).toUpperCase(Locale.ROOT))))
          : Optional.empty();
    }

    /// The tag of an initiative in which the country has the role.
    public String tag() {
      return Facet.countryInRole(country.alpha3(), role.code());
    }
  }
}
