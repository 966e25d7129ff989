package org.bandung.web;

import java.util.ArrayList;
import java.util.List;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.said.Role;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// An initiative as a list shows it.
///
/// @param title null when no source gives one
public record InitiativeRow(
    String id,
    String originalId,
    Words.@Nullable Phrase title,
    String modality,
    String modalityCode,
    @Nullable String scope,
    String period,
    List<Side> sides,
    boolean compilationOnly) {

  private static final int NAMES = 6;

  /// The countries in one role; the rest of a long list is only counted.
  public record Side(String role, List<Named> countries, int more) {}

  /// A country by its code and name.
  public record Named(String code, String name) {}

  static List<InitiativeRow> of(InitiativePage page, Words words) {
    return page.items().stream().map(item -> of(item, words)).toList();
  }

  /// One initiative.
  public static InitiativeRow of(InitiativePage.Summary item, Words words) {
    return new InitiativeRow(
        item.id(),
        item.originalId(),
        words.phrase(item.title()),
        words.modality(item.modality()),
        item.modality(),
        item.scope().map(s -> words.label("scope", s)).orElse(null),
        words.period(item.period()),
        sides(item.countries(), words),
        item.compilationOnly());
  }

  private static List<Side> sides(List<InitiativePage.CountryRole> countries, Words words) {
    var sides = new ArrayList<Side>();
    for (var role : Role.values()) {
      var names =
          countries.stream()
              .filter(c -> c.role() == role)
              .map(InitiativePage.CountryRole::country)
              .distinct()
              .map(c -> new Named(c.alpha3(), words.country(c)))
              .toList();
      if (!names.isEmpty()) {
        int shown = Math.min(NAMES, names.size());
        sides.add(new Side(words.role(role), names.subList(0, shown), names.size() - shown));
      }
    }
    return sides;
  }
}
