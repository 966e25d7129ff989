package org.bandung.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// Statements side by side: one column a statement, one row a field, differences marked.
public record Comparison(List<InitiativeView.StatementView> columns, List<Row> rows) {

  private static final int LONGEST = 300;
  private static final int LINES = 12;

  /// One field as every statement gives it; no lines where it does not.
  ///
  /// @param differs statements that give it disagree
  public record Row(String field, List<List<String>> cells, boolean differs) {}

  /// Compares statements.
  public static Comparison of(List<InitiativeView.StatementView> statements, Words words) {
    var rows = new ArrayList<Row>();
    add(rows, "title", statements, c -> phrase(c.title(), words));
    add(rows, "description", statements, c -> phrase(c.description(), words));
    add(rows, "kind", statements, c -> code(c.kind(), k -> words.word("kind-of-initiative", k)));
    add(
        rows,
        "status",
        statements,
        c -> code(c.status(), s -> words.label("iati-activity-status", s)));
    add(rows, "planned", statements, c -> period(c.planned(), words));
    add(rows, "actual", statements, c -> period(c.actual(), words));
    add(rows, "participants", statements, c -> participants(c, words));
    add(rows, "classifications", statements, c -> classifications(c, words));
    add(rows, "contributions", statements, c -> contributions(c, words));
    add(rows, "results", statements, c -> count(c.results().size(), words));
    add(rows, "places", statements, c -> count(c.places().size(), words));
    add(rows, "links", statements, c -> count(c.links().size(), words));
    return new Comparison(List.copyOf(statements), List.copyOf(rows));
  }

  private static void add(
      List<Row> rows,
      String field,
      List<InitiativeView.StatementView> statements,
      Function<Content, Stream<String>> lines) {
    var cells = statements.stream().map(s -> lines.apply(s.content()).distinct().toList()).toList();
    boolean differs = cells.stream().filter(c -> !c.isEmpty()).distinct().count() > 1;
    if (cells.stream().anyMatch(c -> !c.isEmpty())) {
      rows.add(new Row(field, cells.stream().map(Comparison::shortened).toList(), differs));
    }
  }

  private static List<String> shortened(List<String> lines) {
    return Stream.concat(
            lines.stream()
                .limit(LINES)
                .map(l -> l.length() > LONGEST ? l.substring(0, LONGEST) + "…" : l),
            lines.size() > LINES ? Stream.of("…") : Stream.empty())
        .toList();
  }

  private static Stream<String> phrase(org.bandung.kernel.LocalizedText text, Words words) {
    var phrase = words.phrase(text);
    return phrase == null ? Stream.empty() : Stream.of(phrase.text().strip());
  }

  private static Stream<String> code(@Nullable String code, Function<String, String> name) {
    return code == null ? Stream.empty() : Stream.of(name.apply(code));
  }

  private static Stream<String> period(org.bandung.kernel.Period period, Words words) {
    return period.start() == null && period.end() == null
        ? Stream.empty()
        : Stream.of(words.period(period));
  }

  private static Stream<String> count(int items, Words words) {
    return items == 0 ? Stream.empty() : Stream.of(words.number(items));
  }

  private static Stream<String> participants(Content content, Words words) {
    return content.participants().stream()
        .map(p -> words.text("compare.participant", words.role(p.role()), name(p, words)))
        .sorted(words.collator());
  }

  private static String name(Participant participant, Words words) {
    var organisation = participant.organisation();
    var name = organisation == null ? null : InitiativePages.nameOf(organisation, words);
    var country = participant.country();
    if (country != null) {
      return name == null ? words.country(country) : name + " (" + words.country(country) + ")";
    }
    var reported = participant.countryAsReported();
    return name != null ? name : reported != null ? reported : words.text("not-reported");
  }

  private static Stream<String> classifications(Content content, Words words) {
    return content.classifications().stream()
        .map(c -> c.code() + " " + words.label(c.scheme(), c.code()))
        .sorted();
  }

  /// Amounts by kind and currency; currencies are never added to one another.
  private static Stream<String> contributions(Content content, Words words) {
    var sums = new TreeMap<String, TreeMap<String, BigDecimal>>();
    for (var contribution : content.contributions()) {
      var amount = contribution.amount();
      if (amount != null) {
        sums.computeIfAbsent(contribution.kind(), k -> new TreeMap<>())
            .merge(
                amount.currency() == null ? "" : amount.currency(),
                amount.value(),
                BigDecimal::add);
      }
    }
    var kept =
        content.contributions().stream().anyMatch(c -> c.notPublished().contains("amount"))
            ? Stream.of(words.text("compare.not-published"))
            : Stream.<String>empty();
    return Stream.concat(kept, sums(sums, words));
  }

  private static Stream<String> sums(
      TreeMap<String, TreeMap<String, BigDecimal>> sums, Words words) {
    return sums.entrySet().stream()
        .flatMap(kind ->
            kind.getValue().entrySet().stream()
                .map(sum ->
                    words.text(
                        "compare.participant",
                        words.word("contribution-kind", kind.getKey()),
                        words.amount(reported(sum.getValue(), sum.getKey())))));
  }

  private static ReportedAmount reported(BigDecimal value, String currency) {
    return new ReportedAmount(value, currency.isEmpty() ? null : currency);
  }
}
