package org.bandung.catalogue;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.parties.Identity;
import org.bandung.reference.Reference;
import org.bandung.registry.InitiativePage.CountryRole;
import org.bandung.registry.Tags;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;

/// What lists show of an entry and narrow by: derived, can be rebuilt.
///
/// @param tags every code a list can be narrowed by
/// @param organisations ids of those it names, and each with its role
record EntryReading(
    EntryKind kind,
    LocalizedText title,
    Period period,
    List<CountryRole> countries,
    Set<String> tags,
    Set<String> organisations) {

  /// Before all days, where nothing is reported.
  static final int ALWAYS = Integer.MIN_VALUE;

  /// After all days, where nothing is reported.
  static final int FOREVER = Integer.MAX_VALUE;

  /// Reads an entry.
  ///
  /// @param identify who an organisation is that a source mentions
  /// @param currentYear the last year that an entry without an end counts in
  static EntryReading of(
      EntryKind kind,
      String source,
      Content content,
      Reference reference,
      Function<Participant, Identity> identify,
      int currentYear) {
    var organisations = new LinkedHashSet<String>();
    var through = new LinkedHashSet<CountryRole>();
    for (var participant : content.participants()) {
      if (participant.organisation() != null) {
        var identity = identify.apply(participant);
        identity
            .organisation()
            .ifPresent(id -> {
              organisations.add(id);
              organisations.add(id + ":" + participant.role().code());
            });
        identity.country().ifPresent(c -> through.add(new CountryRole(c, kind.usualRole())));
      }
    }
    var countries = countries(content);
    if (countries.isEmpty()) {
      countries = List.copyOf(through);
    }
    var tags = new LinkedHashSet<String>();
    tags.add(EntryFacet.KIND.tag(kind.code()));
    tags.addAll(Tags.countries(countries, reference));
    tags.addAll(Tags.classifications(content, reference));
    Tags.years(content.actual(), currentYear)
        .forEach(year -> tags.add(EntryFacet.YEAR.tag(String.valueOf(year))));
    tags.add(EntryFacet.SOURCE.tag(source));
    return new EntryReading(
        kind, content.title(), content.actual(), countries, tags, organisations);
  }

  private static List<CountryRole> countries(Content content) {
    var countries =
        new TreeSet<>(Comparator.comparing(CountryRole::country).thenComparing(CountryRole::role));
    for (var participant : content.participants()) {
      if (participant.country() != null) {
        countries.add(new CountryRole(participant.country(), participant.role()));
      }
    }
    return List.copyOf(countries);
  }

  /// Days since 1970 of the first day on which it holds.
  int validFrom() {
    var start = period.start();
    return start == null ? ALWAYS : (int) start.earliest().toEpochDay();
  }

  /// Days since 1970 of the last day on which it holds.
  int validUntil() {
    var end = period.end();
    if (end == null && kind == EntryKind.EVENT && !period.ongoing()) {
      end = period.start(); // an event of which only the beginning is told lasts that day
    }
    return end == null ? FOREVER : (int) end.latest().toEpochDay();
  }

  /// Lists are newest first; what has no date comes last.
  int sortDay() {
    return validFrom();
  }

  /// What it says beside its title, all in one, language by language.
  static LocalizedText text(Content content, Details details) {
    var texts = new TreeMap<String, String>();
    Stream.concat(Stream.of(content.description()), said(details))
        .forEach(said ->
            said.byLanguage()
                .forEach(
                    (language, text) -> texts.merge(language, text, (a, b) -> a + "\n\n" + b)));
    return new LocalizedText(texts);
  }

  private static Stream<LocalizedText> said(Details details) {
    return switch (details) {
      case Details.Need(var plan, var _, var _) -> Stream.of(plan);
      case Details.Offer(var terms, var _) -> Stream.of(terms);
      case Details.Solution(
              var problem,
              var done,
              var result,
              var evidence,
              var conditions,
              var _) ->
          Stream.of(problem, done, result, evidence, conditions);
      case Details.Expert(var _, var _) -> Stream.empty();
      case Details.Institution() -> Stream.empty();
      case Details.Event(var _, var venue, var _, var _) -> Stream.of(venue);
    };
  }
}
