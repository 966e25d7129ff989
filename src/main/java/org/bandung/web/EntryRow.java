package org.bandung.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.bandung.catalogue.EntryFacet;
import org.bandung.catalogue.EntryPage;
import org.bandung.kernel.Period;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// An entry of the catalogue as a list shows it.
///
/// @param title null when its source gives none
/// @param period null where nobody expects one and none is reported
/// @param stale whether nobody has confirmed it for a year
/// @param more how many countries beside those named
record EntryRow(
    String id,
    String kindCode,
    String kind,
    Words.@Nullable Phrase title,
    @Nullable String period,
    List<InitiativeRow.Named> countries,
    int more,
    List<String> languages,
    boolean stale) {

  private static final int NAMES = 8;

  static List<EntryRow> of(List<EntryPage.Summary> items, Words words) {
    return items.stream().map(item -> of(item, words)).toList();
  }

  static EntryRow of(EntryPage.Summary item, Words words) {
    var countries =
        item.countries().stream()
            .map(c -> c.country())
            .distinct()
            .map(c -> new InitiativeRow.Named(c.alpha3(), words.country(c)))
            .toList();
    int shown = Math.min(NAMES, countries.size());
    return new EntryRow(
        item.id(),
        item.kind().code(),
        words.label("entry-kind", item.kind().code()),
        words.phrase(item.title()),
        item.kind().isDated() || !item.period().equals(Period.UNKNOWN)
            ? words.period(item.period())
            : null,
        countries.subList(0, shown),
        countries.size() - shown,
        item.languages().stream().map(words::languageName).sorted(words.collator()).toList(),
        item.stale(LocalDate.now(ZoneOffset.UTC)));
  }

  /// What a code of a facet is called.
  static String name(EntryFacet facet, String code, Words words) {
    return switch (facet) {
      case KIND -> words.label("entry-kind", code);
      case LANGUAGE -> words.languageName(code);
      default -> facet.shared().map(shared -> words.code(shared, code)).orElse(code);
    };
  }
}
