package org.bandung.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText.Spoken;
import org.bandung.reference.CountryFiles.Countries;
import org.bandung.reference.CountryResolution.Found;
import org.bandung.reference.CountryResolution.Unknown;
import org.bandung.reference.GroupingFiles.Groupings;
import org.bandung.reference.SchemeFiles.Schemes;
import org.bandung.reference.SchemeFiles.Step;
import org.bandung.reference.StatusFiles.Statuses;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The one entrance to reference data; in memory, immutable, safe for all threads.
@Service
public final class Reference {

  private final Countries countries;
  private final Statuses statuses;
  private final Groupings groupings;
  private final Schemes schemes;
  private final String defaultStatusScheme;
  private final String fingerprint;
  private volatile @Nullable CountryNames names;

  @Autowired
  Reference(ReferenceSettings settings) {
    this(
        DataFiles.onClassPath("/reference", settings.overrides()),
        Optional.of(settings.statusScheme()));
  }

  private Reference(DataFiles files, Optional<String> statusScheme) {
    countries = CountryFiles.read(files);
    var codes = countries.byCode().keySet();
    statuses = StatusFiles.read(files, codes);
    groupings = GroupingFiles.read(files, codes);
    schemes = SchemeFiles.read(files);
    defaultStatusScheme = statusScheme.orElseGet(this::markedDefault);
    if (!statuses.schemes().containsKey(defaultStatusScheme)) {
      files.fault(
          "status-schemes.csv",
          0,
          "the default classification '"
              + defaultStatusScheme
              + "' is none of "
              + statuses.schemes().keySet());
    }
    files.refuseFaults();
    fingerprint = files.fingerprint() + ":" + defaultStatusScheme;
  }

  /// Reads a whole set of files from a folder, such as that of an invented world.
  ///
  /// @throws BadDataException if any file had a fault
  public static Reference load(Path folder) {
    return load(folder, Optional.empty());
  }

  /// Reads a folder and lays the files of a node over it.
  ///
  /// @throws BadDataException if any file had a fault
  public static Reference load(Path folder, Optional<Path> overrides) {
    return new Reference(DataFiles.in(folder, overrides), Optional.empty());
  }

  /// Reads the shipped files with a node's settings.
  ///
  /// @throws BadDataException if any file had a fault
  public static Reference shipped(ReferenceSettings settings) {
    return new Reference(settings);
  }

  private String markedDefault() {
    return statuses.schemes().values().stream()
        .filter(StatusScheme::isDefault)
        .map(StatusScheme::code)
        .findFirst()
        .orElse("");
  }

  /// All countries and areas, by code.
  public Collection<Country> countries() {
    return Collections.unmodifiableCollection(countries.byCode().values());
  }

  public Optional<Country> findCountry(CountryCode code) {
    return Optional.ofNullable(countries.byCode().get(code));
  }

  /// What a code (alpha-2, alpha-3, former, aggregate) or a name in any of the languages means. A
  /// former code that was given twice means its last use.
  public CountryResolution resolveCountry(String codeOrName) {
    var text = codeOrName.strip();
    if (text.length() <= 4) {
      var code = resolveCode(text.toUpperCase(Locale.ROOT));
      if (code != null) {
        return code;
      }
    }
    return resolveCountryName(text);
  }

  /// What a name in any of the languages means; never takes it for a code.
  public CountryResolution resolveCountryName(String name) {
    var index = names;
    if (index == null) {
      index = countries.index();
      names = index; // two threads may both build it: the result is the same
    }
    return index.find(name).orElseGet(() -> new Unknown(name));
  }

  private @Nullable CountryResolution resolveCode(String code) {
    if (CountryCode.isWellFormed(code)) {
      var alpha3 = countries.byCode().get(new CountryCode(code));
      if (alpha3 != null) {
        return new Found(alpha3.code());
      }
    }
    var alpha2 = countries.byAlpha2().get(code);
    return alpha2 != null ? new Found(alpha2) : countries.former().get(code);
  }

  /// The name for a reader of the language; the code itself if the country is not known.
  public String countryName(CountryCode code, String language) {
    var country = countries.byCode().get(code);
    return country == null
        ? code.alpha3()
        : country.name().in(language).map(Spoken::text).orElse(code.alpha3());
  }

  public Optional<Region> findRegion(String m49) {
    return Optional.ofNullable(countries.regions().get(m49));
  }

  /// The status under the default classification.
  public Development development(CountryCode country, LocalDate on) {
    return development(country, on, defaultStatusScheme);
  }

  /// The status under a classification; unknown too if there is no such classification.
  public Development development(CountryCode country, LocalDate on, String scheme) {
    var byCountry = statuses.byScheme().get(scheme);
    if (byCountry == null) {
      return Development.UNKNOWN;
    }
    for (var row : byCountry.getOrDefault(country, List.of())) {
      if (row.holdsOn(on)) {
        return switch (row.status()) {
          case "south" -> Development.SOUTH;
          case "north" -> Development.NORTH;
          case "transition" -> Development.TRANSITION;
          default -> Development.UNKNOWN;
        };
      }
    }
    return Development.UNKNOWN;
  }

  /// The classification used when nobody names one.
  public String defaultStatusScheme() {
    return defaultStatusScheme;
  }

  /// The classifications of development status.
  public List<StatusScheme> statusSchemes() {
    return List.copyOf(statuses.schemes().values());
  }

  /// Dated rows of every classification of development status for a country.
  public List<Membership> statusHistory(CountryCode country) {
    return statuses.schemes().keySet().stream().flatMap(code -> statusRows(code, country)).toList();
  }

  private Stream<Membership> statusRows(String scheme, CountryCode country) {
    var byCountry = statuses.byScheme().get(scheme);
    return byCountry == null
        ? Stream.of()
        : byCountry.getOrDefault(country, List.<Membership>of()).stream();
  }

  /// Dated rows of LDC, LLDC, SIDS and crisis lists for a country, those to come included.
  public List<Membership> categories(CountryCode country) {
    return statuses.categories().getOrDefault(country, List.of());
  }

  public Collection<Grouping> groupings() {
    return Collections.unmodifiableCollection(groupings.byCode().values());
  }

  public Optional<Grouping> findGrouping(String code) {
    return Optional.ofNullable(groupings.byCode().get(code));
  }

  /// Dated rows of a country's groupings.
  public List<Membership> membershipsOf(CountryCode country) {
    return groupings.byCountry().getOrDefault(country, List.of());
  }

  /// Dated rows of a grouping's members.
  public List<Membership> membersOf(String grouping) {
    return groupings.byGrouping().getOrDefault(grouping, List.of());
  }

  /// Whether the country is a full member of the grouping on the day.
  public boolean isMember(String grouping, CountryCode country, LocalDate on) {
    for (var row : membershipsOf(country)) {
      if (row.grouping().equals(grouping) && row.status().equals("member") && row.holdsOn(on)) {
        return true;
      }
    }
    return false;
  }

  public Collection<Scheme> schemes() {
    return Collections.unmodifiableCollection(schemes.byCode().values());
  }

  public Optional<Scheme> findScheme(String code) {
    return Optional.ofNullable(schemes.byCode().get(code));
  }

  /// The name of a code for a reader of the language; the code itself if it is not known.
  public String label(String scheme, String code, String language) {
    var known = schemes.byCode().get(scheme);
    var category = known == null ? null : known.categories().get(code);
    return category == null ? code : category.name().in(language).map(Spoken::text).orElse(code);
  }

  /// Codes of `toScheme` that a code of `fromScheme` leads to.
  public List<String> crosswalk(String fromScheme, String fromCode, String toScheme) {
    return schemes.crosswalks().getOrDefault(new Step(fromScheme, fromCode, toScheme), List.of());
  }

  /// Changes when any file of reference data or the default classification changes, so that what
  /// was derived can be derived again.
  public String fingerprint() {
    return fingerprint;
  }
}
