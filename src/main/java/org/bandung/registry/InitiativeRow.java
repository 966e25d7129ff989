package org.bandung.registry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.reference.Reference;
import org.bandung.registry.counted.Contributions;
import org.bandung.registry.counted.Countable;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;

/// The stored reading of one initiative: what lists show and narrow by. Derived, can be rebuilt.
///
/// @param tags every code a list can be narrowed by; see [Facet]
/// @param organisations ids of those that take part, and each with its roles
record InitiativeRow(
    String id,
    String originalId,
    LocalizedText title,
    Period period,
    Derivation derivation,
    boolean compilationOnly,
    boolean withdrawn,
    Set<String> tags,
    Set<String> organisations,
    List<InitiativePage.CountryRole> countries) {

  /// Builds the reading.
  ///
  /// @param voices statements that still stand; all of them when every one was withdrawn
  /// @param currentYear the last year an ongoing initiative counts in
  static InitiativeRow of(
      String id,
      List<Heard> voices,
      boolean withdrawn,
      Derivations derivations,
      Reference reference,
      int currentYear) {
    var composed = Composition.compose(voices.stream().map(Heard::voice).toList()).content();
    var derivation = derivations.derive(composed);
    var period = period(composed);
    boolean compilationOnly =
        voices.stream()
            .map(Heard::voice)
            .filter(v -> !v.speaker().corrects(v.content()))
            .map(Composition.Voice::speaker)
            .distinct()
            .toList()
            .equals(List.of(Statement.Speaker.COMPILATION));
    var countries = countries(composed, derivation);
    var tags = new LinkedHashSet<String>();
    tags.add(Facet.MODALITY.tag(derivation.modality()));
    if (derivation.southSouth()) {
      tags.add(Facet.SOUTH_SOUTH);
    }
    tags.add(compilationOnly ? Facet.COMPILED : Facet.HEADLINE);
    derivation.scope().ifPresent(scope -> tags.add(Facet.SCOPE.tag(scope)));
    tags.addAll(Tags.countries(countries, reference));
    composed.participants().forEach(p -> tags.add(Facet.ROLE.tag(p.role().code())));
    tags.addAll(Tags.classifications(composed, reference));
    Tags.years(period, currentYear).forEach(year -> tags.add(Facet.YEAR.tag(String.valueOf(year))));
    composed.signals().forEach(signal -> tags.add(Facet.SIGNAL.tag(signal.kind())));
    voices.forEach(v -> tags.add(Facet.SOURCE.tag(v.sourceKey())));
    var ordered = Composition.ordered(voices.stream().map(Heard::voice).toList());
    // What is corrected keeps its name.
    var first =
        ordered.stream()
            .filter(v -> !v.speaker().corrects(v.content()))
            .findFirst()
            .orElse(ordered.getFirst());
    var originalId =
        voices.stream().filter(v -> v.voice().equals(first)).findFirst().orElseThrow().originalId();
    return new InitiativeRow(
        id,
        originalId,
        composed.title(),
        period,
        derivation,
        compilationOnly,
        withdrawn,
        tags,
        organisations(composed, derivations),
        countries);
  }

  private static Set<String> organisations(Content content, Derivations derivations) {
    var held = new LinkedHashSet<String>();
    for (var participant : content.participants()) {
      derivations
          .organisation(participant)
          .ifPresent(id -> {
            held.add(id);
            held.add(Facet.organisationInRole(id, participant.role().code()));
          });
    }
    return held;
  }

  /// A statement with where it came from.
  record Heard(String sourceKey, String originalId, Composition.Voice voice) {}

  /// Days since 1970 of the first day known; far in the past where none is.
  int sortDay() {
    var day = period.start() != null ? period.start() : period.end();
    return day == null ? Integer.MIN_VALUE : (int) day.earliest().toEpochDay();
  }

  private static Period period(Content content) {
    var actual = content.actual();
    var planned = content.planned();
    return new Period(
        actual.start() != null ? actual.start() : planned.start(),
        actual.end() != null || actual.ongoing() ? actual.end() : planned.end(),
        actual.ongoing() || planned.ongoing());
  }

  private static List<InitiativePage.CountryRole> countries(
      Content content, Derivation derivation) {
    var rows =
        new TreeSet<>(
            Comparator.comparing(InitiativePage.CountryRole::country)
                .thenComparing(InitiativePage.CountryRole::role));
    for (var participant : content.participants()) {
      if (participant.organisation() == null && participant.country() != null) {
        rows.add(new InitiativePage.CountryRole(participant.country(), participant.role()));
      }
    }
    for (var counted : derivation.counted()) {
      if (counted.country().isPresent()) {
        rows.add(new InitiativePage.CountryRole(counted.country().get(), actingAs(counted)));
      }
    }
    return List.copyOf(rows);
  }

  /// A country whose money it is acts as a provider; that is how lists should find it.
  private static Role actingAs(Derivation.CountedAs counted) {
    boolean provides = counted.side().equals("PS") || counted.side().equals("PN");
    return provides && counted.role() == Role.FUNDER ? Role.PROVIDER : counted.role();
  }

  /// The countries named in any role.
  Set<CountryCode> countryCodes() {
    var codes = new TreeSet<CountryCode>();
    countries.forEach(c -> codes.add(c.country()));
    return codes;
  }

  /// The initiative as statistics count it.
  ///
  /// @param voices statements that stand, at least one
  static Countable countable(
      String id,
      List<Heard> voices,
      Derivations derivations,
      Reference reference,
      int currentYear) {
    var row = of(id, voices, false, derivations, reference, currentYear);
    var heard =
        Composition.ordered(voices.stream().map(Heard::voice).toList()).stream()
            .map(v -> new Countable.Heard(sourceOf(voices, v), v.speaker(), v.content()))
            .toList();
    var composed = Composition.compose(voices.stream().map(Heard::voice).toList()).content();
    return new Countable(
        id,
        composed,
        new Countable.Reading(
            row.derivation.modality(),
            row.derivation.scope(),
            row.derivation.southSouth(),
            row.derivation.date(),
            row.period,
            row.tags),
        row.countries.stream().map(c -> new Countable.Side(c.country(), c.role())).toList(),
        heard.stream().map(Countable.Heard::reporter).distinct().toList(),
        Contributions.standing(heard),
        new Contributions(derivations::countryOf).of(heard));
  }

  private static String sourceOf(List<Heard> voices, Composition.Voice voice) {
    return voices.stream()
        .filter(v -> v.voice().equals(voice))
        .map(Heard::sourceKey)
        .findFirst()
        .orElseThrow();
  }

  /// Rows of existing initiatives, from what the database holds; of one that was merged into
  /// another, the row of that one.
  static List<InitiativeRow> build(
      RegistryImport.Tools tools, Collection<String> ids, Instant now) {
    if (ids.isEmpty()) {
      return List.of();
    }
    int year = now.atOffset(ZoneOffset.UTC).getYear();
    var rows = new ArrayList<InitiativeRow>();
    tools
        .statements()
        .voices(tools.initiatives().standing(ids))
        .forEach((id, voices) -> {
          boolean withdrawn = voices.stream().allMatch(StatementTable.StoredVoice::withdrawn);
          var standing =
              voices.stream()
                  .filter(v -> withdrawn || !v.withdrawn())
                  .map(StatementTable.StoredVoice::heard)
                  .toList();
          rows.add(
              InitiativeRow.of(
                  id, standing, withdrawn, tools.derivations(), tools.reference(), year));
        });
    return rows;
  }

  /// A statement just received, as the composition hears it.
  static InitiativeRow.Heard heard(Statement said) {
    var key = said.source().key();
    return new InitiativeRow.Heard(
        key,
        said.originalId(),
        new Composition.Voice(
            StatementTable.statementKey(key, said.originalId()),
            said.speaker(),
            StatementTable.rankDate(
                Optional.ofNullable(said.lastUpdated()), Optional.ofNullable(said.generated())),
            said.content()));
  }
}
