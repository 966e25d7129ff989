package org.bandung.web.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bandung.collection.Addition;
import org.bandung.collection.Answer;
import org.bandung.collection.Correction;
import org.bandung.collection.Round.Asked;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.InitiativePage.CountryRole;
import org.bandung.registry.InitiativePage.Summary;
import org.bandung.registry.said.Content;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// The initiatives on an institution's list and those it added, as pages show them.
final class ItemLines {

  private ItemLines() {}

  /// An initiative on a list.
  ///
  /// @param hash as it was listed; goes with what is confirmed
  /// @param title nothing if the initiative is gone
  /// @param answer word of the answer; `unanswered` if there is none
  /// @param details what the answer says beyond its word
  record Line(
      String id,
      String hash,
      Words.@Nullable Phrase title,
      String when,
      String who,
      String answer,
      List<String> details) {}

  /// Something an institution added.
  record Added(String key, Words.@Nullable Phrase title, String when, String who, boolean sheet) {}

  static List<Line> lines(Asked asked, Map<String, Summary> known, Words words) {
    var lines = new ArrayList<Line>();
    for (var item : asked.items().values()) {
      var summary = known.get(item.id());
      var answer = asked.answers().get(item.id());
      lines.add(
          new Line(
              item.id(),
              item.hash(),
              summary == null ? null : phrase(summary.title(), summary.originalId(), words),
              summary == null ? "" : words.period(summary.period()),
              summary == null ? "" : who(summary.countries(), words),
              answer == null ? "unanswered" : answer.word(),
              answer == null ? List.of() : details(answer, words)));
    }
    return lines;
  }

  private static Words.@Nullable Phrase phrase(LocalizedText title, String id, Words words) {
    var phrase = words.phrase(title);
    return phrase == null ? new Words.Phrase(id, null) : phrase;
  }

  private static String who(List<CountryRole> countries, Words words) {
    return countries.stream()
        .map(c -> words.country(c.country()) + " (" + words.role(c.role()) + ")")
        .distinct()
        .collect(Collectors.joining(words.text("list.comma")));
  }

  private static List<String> details(Answer answer, Words words) {
    return switch (answer) {
      case Answer.Confirmed c -> List.of();
      case Answer.Corrected c -> details(c.correction(), words);
      case Answer.Refused c -> c.reason().isEmpty() ? List.of() : List.of(c.reason());
    };
  }

  private static List<String> details(Correction c, Words words) {
    var details = new ArrayList<String>();
    c.title().byLanguage().values().forEach(t -> details.add(field("title", t, words)));
    if (c.start() != null) {
      details.add(field("start", words.date(c.start()), words));
    }
    if (c.end() != null) {
      details.add(field("end", words.date(c.end()), words));
    }
    if (c.amount() != null) {
      details.add(field("amount", words.amount(c.amount()), words));
    }
    if (!c.note().isBlank()) {
      details.add(c.note());
    }
    return details;
  }

  private static String field(String name, String value, Words words) {
    return words.text("rounds.label." + name) + words.text("list.colon") + value;
  }

  static List<Added> added(Asked asked, Words words) {
    return asked.additions().values().stream().map(a -> added(a, words)).toList();
  }

  private static Added added(Addition a, Words words) {
    var said = a.said();
    return new Added(
        a.key(),
        words.phrase(said.title()),
        words.period(said.actual()),
        who(said, words),
        a.sheet());
  }

  /// The countries that a content names, with their roles.
  static String who(Content said, Words words) {
    return said.participants().stream()
        .filter(p -> p.country() != null)
        .map(p -> words.country(p.country()) + " (" + words.role(p.role()) + ")")
        .distinct()
        .collect(Collectors.joining(words.text("list.comma")));
  }
}
