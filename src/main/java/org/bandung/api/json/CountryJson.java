package org.bandung.api.json;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bandung.api.json.Shapes.Coded;
import org.bandung.kernel.PartialDate;
import org.bandung.parties.Organisation;
import org.bandung.reference.Country;
import org.bandung.reference.Membership;
import org.bandung.registry.CountryTies;
import org.jspecify.annotations.Nullable;

/// A country or area with its dated status and groupings, and whom it works with.
///
/// @param names by language
/// @param status under every classification of development status
/// @param categories LDC, LLDC, SIDS and crisis lists
public record CountryJson(
    String code,
    @Nullable String name,
    Map<String, String> names,
    String alpha2,
    @Nullable String m49,
    String kind,
    @Nullable Coded region,
    @Nullable Coded subregion,
    @Nullable Coded intermediateRegion,
    @Nullable String currency,
    List<String> languages,
    double latitude,
    double longitude,
    List<Dated> status,
    List<Dated> categories,
    List<Dated> memberships,
    Ties ties,
    List<Coded> coordinatingAgencies) {

  /// A country as a list shows it.
  ///
  /// @param development its status today under the default classification
  public record Item(
      String code,
      @Nullable String name,
      String alpha2,
      @Nullable String m49,
      String kind,
      @Nullable Coded region,
      @Nullable Coded subregion,
      String development) {}

  /// A stretch of time in a status, category or grouping.
  ///
  /// @param of the classification, category or grouping
  /// @param to the first day on which it no longer holds; null when none is known
  /// @param certainty `confirmed`, `scheduled` or `unsure`
  /// @param holdsToday whether it holds on the day of the answer
  public record Dated(
      Coded of,
      String status,
      @Nullable String from,
      @Nullable String to,
      String certainty,
      boolean holdsToday,
      String source,
      String note) {}

  /// Whom the country works with, in which role.
  public record Ties(
      long initiatives,
      List<Speech.Tally> byRole,
      List<Speech.Tally> byModality,
      List<Speech.Tally> bySector,
      List<Tie> partners) {}

  /// What binds it to one partner: counts of initiatives.
  public record Tie(Coded partner, long provided, long received, long together, long southSouth) {}

  public static Item renderItem(Country country, Speech speech, LocalDate today) {
    var coded = speech.country(country.code());
    return new Item(
        coded.code(),
        coded.name(),
        country.alpha2(),
        country.m49().orElse(null),
        word(country.kind()),
        speech.region(country.region()),
        speech.region(country.subregion()),
        word(speech.reference().development(country.code(), today)));
  }

  public static CountryJson render(
      Country country,
      CountryTies ties,
      List<Organisation> agencies,
      Speech speech,
      LocalDate today) {
    var reference = speech.reference();
    var code = country.code();
    var schemes =
        reference.statusSchemes().stream()
            .collect(Collectors.toMap(s -> s.code(), s -> s.name(), (one, other) -> one));
    return new CountryJson(
        code.alpha3(),
        speech.country(code).name(),
        country.name().byLanguage(),
        country.alpha2(),
        country.m49().orElse(null),
        word(country.kind()),
        speech.region(country.region()),
        speech.region(country.subregion()),
        speech.region(country.intermediateRegion()),
        country.currency().orElse(null),
        country.languages(),
        country.latitude(),
        country.longitude(),
        reference.statusHistory(code).stream()
            .map(m -> {
              var name = schemes.get(m.grouping());
              var spoken = name == null ? null : speech.text(name);
              return dated(
                  new Coded(m.grouping(), spoken == null ? null : spoken.text()), m, today);
            })
            .toList(),
        rendered(reference.categories(code), speech, today),
        rendered(reference.membershipsOf(code), speech, today),
        render(ties, speech),
        agencies.stream()
            .map(o -> {
              var name = speech.text(o.name());
              return new Coded(o.id(), name == null ? null : name.text());
            })
            .toList());
  }

  private static List<Dated> rendered(List<Membership> rows, Speech speech, LocalDate today) {
    return rows.stream()
        .sorted(
            Comparator.comparing(Membership::grouping)
                .thenComparing(m -> m.from().map(PartialDate::toString).orElse("")))
        .map(m -> dated(category(m.grouping(), speech), m, today))
        .toList();
  }

  /// LDC, LLDC, SIDS and FCS are no groupings: their names are words of this door.
  private static Coded category(String code, Speech speech) {
    var key = "category." + code;
    return StatusJson.WORDS.has(key)
        ? new Coded(code, StatusJson.WORDS.text(speech.language(), key))
        : speech.grouping(code);
  }

  static Dated dated(Coded of, Membership m, LocalDate today) {
    return new Dated(
        of,
        m.status(),
        m.from().map(PartialDate::toString).orElse(null),
        m.to().map(PartialDate::toString).orElse(null),
        m.certainty(),
        m.holdsOn(today),
        m.source(),
        m.note());
  }

  private static Ties render(CountryTies ties, Speech speech) {
    return new Ties(
        ties.initiatives(),
        speech.tallies("participant-role", ties.byRole()),
        speech.tallies("modality", ties.byModality()),
        speech.sectorTallies(ties.bySector()),
        ties.partners().stream()
            .map(t ->
                new Tie(
                    speech.country(t.partner()),
                    t.provided(),
                    t.received(),
                    t.together(),
                    t.southSouth()))
            .toList());
  }

  /// The word of an enum constant: `member-state`.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
