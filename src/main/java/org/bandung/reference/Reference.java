package org.bandung.reference;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.CountryCode;

/// The one entrance to reference data; in memory, immutable, safe for all threads.
public interface Reference {

  /// All countries and areas, by code.
  Collection<Country> countries();

  Optional<Country> findCountry(CountryCode code);

  /// What a code (alpha-2, alpha-3, former, aggregate) or a name in any of the languages means.
  CountryResolution resolveCountry(String codeOrName);

  /// The name for a reader of the language; the code itself if the country is not known.
  String countryName(CountryCode code, String language);

  Optional<Region> findRegion(String m49);

  /// The status under the default classification.
  Development development(CountryCode country, LocalDate on);

  Development development(CountryCode country, LocalDate on, String scheme);

  /// The classification used when nobody names one.
  String defaultStatusScheme();

  /// Names of the classifications of development status, by their code.
  List<StatusScheme> statusSchemes();

  /// Dated rows of every classification of development status for a country.
  List<Membership> statusHistory(CountryCode country);

  /// Dated rows of LDC, LLDC, SIDS and crisis lists for a country, those to come included.
  List<Membership> categories(CountryCode country);

  Collection<Grouping> groupings();

  Optional<Grouping> findGrouping(String code);

  /// Dated rows of a country's groupings.
  List<Membership> membershipsOf(CountryCode country);

  /// Dated rows of a grouping's members.
  List<Membership> membersOf(String grouping);

  /// Whether the country is a full member of the grouping on the day.
  boolean isMember(String grouping, CountryCode country, LocalDate on);

  Collection<Scheme> schemes();

  Optional<Scheme> findScheme(String code);

  /// The name of a code for a reader of the language; the code itself if it is not known.
  String label(String scheme, String code, String language);

  /// Codes of `toScheme` that a code of `fromScheme` leads to.
  List<String> crosswalk(String fromScheme, String fromCode, String toScheme);

  /// Changes when any file of reference data changes, so that what was derived can be derived
  /// again.
  String fingerprint();
}
