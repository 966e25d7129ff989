package org.bandung.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.LocalizedText.Spoken;
import org.bandung.kernel.Once;
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

  private static final List<String> FILES =
      List.of(
          "countries.csv",
          "country-names.csv",
          "names-extra.csv",
          "regions.csv",
          "former-codes.csv",
          "status-schemes.csv",
          "status.csv",
          "categories.csv",
          "groupings.csv",
          "memberships.csv",
          "schemes.csv",
          "crosswalks.csv");

  private final Countries countries;
  private final Statuses statuses;
  private final String defaultStatusScheme;
  // Half of all bytes; a command that needs none of them does not wait for them.
  private final Once<Groupings> groupings;
  private final Once<Schemes> schemes;
  private final Map<String, Map<String, LocalizedText>> products;
  private final Once<CountryNames> names;
  private final Once<String> fingerprint;

  @Autowired
  Reference(ReferenceSettings settings) {
    this(
        () -> DataFiles.onClassPath("/reference", settings.overrides()),
        Optional.of(settings.statusScheme()),
        false);
  }

  // The build has checked the shipped files; those of a node are checked before the first use.
  private Reference(Supplier<DataFiles> reading, Optional<String> statusScheme, boolean checkAll) {
    var files = reading.get();
    countries = CountryFiles.read(files);
    var codes = countries.byAlpha3();
    statuses = StatusFiles.read(files, codes);
    defaultStatusScheme = statusScheme.orElseGet(this::markedDefault);
    checkDefaultStatusScheme(files);
    products = ProductNames.read(files);
    if (checkAll || files.hasOverrides()) {
      var allGroupings = GroupingFiles.read(files, codes);
      var allSchemes = SchemeFiles.read(files);
      groupings = Once.of(() -> allGroupings);
      schemes = Once.of(() -> allSchemes);
      files.refuseUnknownFiles();
    } else {
      groupings = Once.of(() -> sound(reading.get(), f -> GroupingFiles.read(f, codes)));
      schemes = Once.of(() -> sound(reading.get(), SchemeFiles::read));
    }
    files.refuseFaults();
    names = Once.of(countries::index);
    fingerprint = Once.of(() -> fingerprint(reading.get()));
  }

  private static <T> T sound(DataFiles files, Function<DataFiles, T> reader) {
    var read = reader.apply(files);
    files.refuseFaults();
    return read;
  }

  private String fingerprint(DataFiles files) {
    var all = new ArrayList<>(FILES);
    SchemeFiles.codes(files).forEach(code -> all.add("schemes/" + code + ".csv"));
    products.keySet().forEach(nomenclature -> all.add("products/" + nomenclature + ".csv"));
    return files.fingerprint(all) + ":" + defaultStatusScheme;
  }

  private void checkDefaultStatusScheme(DataFiles files) {
    var known = statuses.schemes().keySet();
    if (!known.contains(defaultStatusScheme)) {
      files.fault(
          "status-schemes.csv",
          0,
          "the default classification '" + defaultStatusScheme + "' is none of " + known);
    }
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
    return new Reference(() -> DataFiles.in(folder, overrides), Optional.empty(), true);
  }

  /// Reads and checks all shipped files, with a node's settings.
  ///
  /// @throws BadDataException if any file had a fault
  public static Reference shipped(ReferenceSettings settings) {
    return new Reference(
        () -> DataFiles.onClassPath("/reference", settings.overrides()),
        Optional.of(settings.statusScheme()),
        true);
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

  /// Codes that name no country of today, in the order of the time they came into use; a code may
  /// have been given twice.
  public List<FormerCode> formerCodes() {
    return countries.formerCodes();
  }

  /// What a name in any of the languages means; never takes it for a code.
  public CountryResolution resolveCountryName(String name) {
    return names.get().find(name).orElseGet(() -> new Unknown(name));
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

  /// The regions of M49 of every level.
  public Collection<Region> regions() {
    return Collections.unmodifiableCollection(countries.regions().values());
  }

  /// The regions a country lies in, the widest first, the world left out; none where M49 gives
  /// none.
  public List<String> regionsOf(CountryCode country) {
    return findCountry(country).stream()
        .flatMap(c -> Stream.of(c.region(), c.subregion(), c.intermediateRegion()))
        .flatMap(Optional::stream)
        .toList();
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
    return Collections.unmodifiableCollection(groupings.get().byCode().values());
  }

  public Optional<Grouping> findGrouping(String code) {
    return Optional.ofNullable(groupings.get().byCode().get(code));
  }

  /// Dated rows of a country's groupings.
  public List<Membership> membershipsOf(CountryCode country) {
    return groupings.get().byCountry().getOrDefault(country, List.of());
  }

  /// Dated rows of a grouping's members.
  public List<Membership> membersOf(String grouping) {
    return groupings.get().byGrouping().getOrDefault(grouping, List.of());
  }

  /// The codes of everything that gathers countries: groupings, and categories such as `SIDS`.
  public List<String> gatherings() {
    return Stream.concat(
            groupings.get().byCode().keySet().stream(),
            statuses.categories().values().stream().flatMap(List::stream).map(Membership::grouping))
        .distinct()
        .sorted()
        .toList();
  }

  /// The countries that take part in a grouping, or are in a category, on the day.
  public List<CountryCode> gatheredIn(String code, LocalDate day) {
    var rows =
        findGrouping(code).isPresent()
            ? membersOf(code)
            : statuses.categories().values().stream().flatMap(List::stream).toList();
    return rows.stream()
        .filter(m -> m.grouping().equals(code) && m.takesPart() && m.holdsOn(day))
        .map(Membership::country)
        .distinct()
        .sorted()
        .toList();
  }

  /// Whether the country is a full member of the grouping on the day.
  public boolean isMember(String grouping, CountryCode country, LocalDate on) {
    for (var row : membershipsOf(country)) {
      if (row.grouping().equals(grouping) && row.isFull() && row.holdsOn(on)) {
        return true;
      }
    }
    return false;
  }

  public Collection<Scheme> schemes() {
    return Collections.unmodifiableCollection(schemes.get().byCode().values());
  }

  public Optional<Scheme> findScheme(String code) {
    return Optional.ofNullable(schemes.get().byCode().get(code));
  }

  /// The name of a code for a reader of the language; the code itself if it is not known.
  public String label(String scheme, String code, String language) {
    var known = schemes.get().byCode().get(scheme);
    var category = known == null ? null : known.categories().get(code);
    return category == null ? code : category.name().in(language).map(Spoken::text).orElse(code);
  }

  /// The name of a product, where the node has brought names of that edition along.
  ///
  /// @param nomenclature with its edition, as data tell it: `HS 2017`
  public Optional<String> productName(String nomenclature, String code, String language) {
    var edition = nomenclature.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    return Optional.ofNullable(products.getOrDefault(edition, Map.of()).get(code))
        .flatMap(name -> name.in(language))
        .map(Spoken::text);
  }

  /// Codes of `toScheme` that a code of `fromScheme` leads to.
  public List<String> crosswalk(String fromScheme, String fromCode, String toScheme) {
    return schemes
        .get()
        .crosswalks()
        .getOrDefault(new Step(fromScheme, fromCode, toScheme), List.of());
  }

  /// Changes when any file of reference data or the default classification changes, so that what
  /// was derived can be derived again.
  public String fingerprint() {
    return fingerprint.get();
  }
}
