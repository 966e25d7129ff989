package org.bandung.api.json;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bandung.api.json.Shapes.Coded;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.Grouping;
import org.bandung.reference.Membership;
import org.jspecify.annotations.Nullable;

/// A grouping or institution of countries, with its members on one day.
///
/// @param on the day the members are told for
public record GroupingJson(
    String code,
    @Nullable String name,
    String acronym,
    Map<String, String> names,
    String kind,
    @Nullable String from,
    @Nullable String to,
    @Nullable Coded successor,
    @Nullable String website,
    String source,
    String note,
    String on,
    List<Member> members) {

  /// A grouping as a list shows it.
  public record Item(
      String code,
      @Nullable String name,
      String acronym,
      String kind,
      @Nullable String from,
      @Nullable String to,
      @Nullable Coded successor) {}

  /// A country in the grouping on that day.
  ///
  /// @param status `member`, `associate`, `observer`, `partner`, `suspended`, `claimed`,
  ///   `participant`
  public record Member(
      Coded country,
      String status,
      @Nullable String from,
      @Nullable String to,
      String certainty,
      String source,
      String note) {}

  public static Item renderItem(Grouping g, Speech speech) {
    return new Item(
        g.code(),
        speech.grouping(g.code()).name(),
        g.acronym(),
        g.kind(),
        g.from().map(PartialDate::toString).orElse(null),
        g.to().map(PartialDate::toString).orElse(null),
        g.successor().map(speech::grouping).orElse(null));
  }

  public static GroupingJson render(
      Grouping g, List<Membership> memberships, LocalDate on, Speech speech) {
    var item = renderItem(g, speech);
    return new GroupingJson(
        item.code(),
        item.name(),
        item.acronym(),
        g.name().byLanguage(),
        item.kind(),
        item.from(),
        item.to(),
        item.successor(),
        g.website().orElse(null),
        g.source(),
        g.note(),
        on.toString(),
        memberships.stream()
            .filter(m -> m.holdsOn(on))
            .sorted(Comparator.comparing(Membership::country))
            .map(m -> member(m, speech))
            .toList());
  }

  private static Member member(Membership m, Speech speech) {
    return new Member(
        speech.country(m.country()),
        m.status(),
        m.from().map(PartialDate::toString).orElse(null),
        m.to().map(PartialDate::toString).orElse(null),
        m.certainty(),
        m.source(),
        m.note());
  }
}
