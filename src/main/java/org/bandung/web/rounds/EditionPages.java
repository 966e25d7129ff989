package org.bandung.web.rounds;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bandung.collection.Edition;
import org.bandung.collection.EditionDifference;
import org.bandung.collection.Editions;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Period;
import org.bandung.kernel.ReportedAmount;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.FileAnswer;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Editions, for everybody once released: what was frozen, and what is otherwise now.
@Controller
final class EditionPages {

  private static final String PATH = "/editions/{number}";
  private static final int ON_A_PAGE = 100;
  private static final int MOST_DIFFERENCES = 200;

  private final Editions editions;

  EditionPages(Editions editions) {
    this.editions = editions;
  }

  /// An edition in the list.
  record Listed(
      String number,
      Words.@Nullable Phrase name,
      String authority,
      String period,
      String released,
      int initiatives) {}

  @GetMapping("/editions")
  String list(Visit visit, Model model) {
    var words = visit.words();
    model.addAttribute(
        "rows",
        editions.list().stream()
            .map(l ->
                new Listed(
                    l.number(),
                    words.phrase(l.title()),
                    l.authority(),
                    words.text("period.both", words.day(l.from()), words.day(l.to())),
                    words.day(l.released()),
                    l.initiatives()))
            .toList());
    return "editions";
  }

  private static String period(Edition e, Words words) {
    return words.text("period.both", words.day(e.from()), words.day(e.to()));
  }

  private Editions.View require(String number, Visit visit) {
    return editions.find(visit.account(), number).orElseThrow(Refusal.NotFound::new);
  }

  /// A row of an edition.
  record Line(
      @Nullable String initiative,
      Words.@Nullable Phrase name,
      String when,
      String modality,
      String who,
      String money,
      String word,
      String by) {}

  /// A difference: each field as it was and as it is.
  record Difference(Words.@Nullable Phrase name, String word, List<Field> fields) {}

  /// @param name key of the label
  record Field(String name, String before, String after) {}

  /// A figure with what it counts.
  ///
  /// @param query of the page of the rows behind it
  record Figure(String name, String value, String query) {}

  /// What the rows are narrowed to: a kind of figure and its code; nothing for all.
  record Narrowed(String by, String code) {

    boolean holds(Edition.Row r, @Nullable String country) {
      return switch (by) {
        case "answer" -> r.word().equals(code);
        case "modality" -> r.modality().equals(code);
        case "role" -> r.countries().contains(country + " " + code);
        case "money" ->
            r.money().stream().anyMatch(m -> (m.kind() + " " + m.currency()).equals(code));
        default -> true;
      };
    }

    String query() {
      return by.isEmpty() ? "" : "by=" + by + "&code=" + code.replace(" ", "+") + "&";
    }
  }

  @GetMapping(PATH)
  String show(
      @PathVariable String number,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String code,
      Visit visit,
      Model model) {
    var view = require(number, visit);
    var words = visit.words();
    var e = view.edition();
    if (!code.matches("[A-Za-z -]{0,60}") || !by.matches("[a-z]{0,10}")) {
      throw new Refusal.BadParameter("code");
    }
    var narrowed = new Narrowed(by, code);
    var all = e.rows().stream().filter(r -> narrowed.holds(r, e.country())).toList();
    int pages = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
    int at = Math.clamp(page, 1, pages);
    var differences = editions.differences(view);
    model.addAttribute("view", view);
    model.addAttribute("e", e);
    model.addAttribute("name", words.phrase(e.title()));
    model.addAttribute("period", period(e, words));
    model.addAttribute("frozen", words.day(e.frozenAt()));
    model.addAttribute("signed", words.day(e.signedAt()));
    model.addAttribute("released", view.released().map(words::day).orElse(""));
    model.addAttribute(
        "rows",
        all.subList((at - 1) * ON_A_PAGE, Math.min(all.size(), at * ON_A_PAGE)).stream()
            .map(r -> line(r, words))
            .toList());
    model.addAttribute("page", at);
    model.addAttribute("pages", pages);
    var figures = figures(e, words);
    model.addAttribute("figures", figures);
    model.addAttribute("query", narrowed.query());
    model.addAttribute(
        "narrowed",
        figures.stream()
            .filter(f -> !f.query().isEmpty() && f.query().equals(narrowed.query()))
            .map(Figure::name)
            .findFirst()
            .orElse(""));
    model.addAttribute("changed", differences.size());
    model.addAttribute(
        "differences",
        differences.stream().limit(MOST_DIFFERENCES).map(d -> difference(d, words)).toList());
    return "edition";
  }

  private static Line line(Edition.Row r, Words words) {
    return new Line(
        r.inRegistry() ? r.key() : null,
        words.phrase(r.title()),
        r.start() == null && r.end() == null
            ? words.text("rounds.undated")
            : words.period(new Period(r.start(), r.end(), false)),
        words.modality(r.modality()),
        who(r, words),
        words.text("rounds.label.money") + words.text("list.colon") + money(r.money(), words),
        r.word(),
        r.said().stream()
            .filter(s -> s.word().equals(r.word()))
            .map(Edition.Said::name)
            .distinct()
            .collect(Collectors.joining(words.text("list.comma"))));
  }

  private static String who(Edition.Row r, Words words) {
    return r.countries().stream()
        .map(c -> {
          int space = c.indexOf(' ');
          return words.text(
              "rounds.in-role",
              words.country(new CountryCode(c.substring(0, space))),
              words.label("participant-role", c.substring(space + 1)));
        })
        .collect(Collectors.joining(words.text("list.comma")));
  }

  private static String money(List<Edition.Sum> sums, Words words) {
    return sums.isEmpty()
        ? words.text("not-reported")
        : sums.stream()
            .map(s -> sum(s, words))
            .collect(Collectors.joining(words.text("list.comma")));
  }

  private static String sum(Edition.Sum s, Words words) {
    return words.label("contribution-kind", s.kind())
        + words.text("list.colon")
        + words.amount(new ReportedAmount(s.amount(), s.currency()));
  }

  private static List<Figure> figures(Edition e, Words words) {
    var f = e.figures();
    var figures = new ArrayList<Figure>();
    figures.add(figure(words.text("nav.initiatives"), f.initiatives(), "", "", words));
    for (var word : Edition.WORDS) {
      if (f.byAnswer().containsKey(word)) {
        var name = words.text("rounds.answer." + word);
        figures.add(figure(name, f.byAnswer().getOrDefault(word, 0), "answer", word, words));
      }
    }
    f.byModality()
        .forEach((m, n) -> figures.add(figure(words.modality(m), n, "modality", m, words)));
    var country = e.country();
    if (country != null) {
      var named = words.country(new CountryCode(country)) + words.text("list.colon");
      f.byRole()
          .forEach((role, n) ->
              figures.add(
                  figure(named + words.label("participant-role", role), n, "role", role, words)));
    }
    for (var s : f.money()) {
      figures.add(
          new Figure(
              words.label("contribution-kind", s.kind()),
              words.amount(new ReportedAmount(s.amount(), s.currency())),
              new Narrowed("money", s.kind() + " " + s.currency()).query()));
    }
    return figures;
  }

  private static Figure figure(String name, int count, String by, String code, Words words) {
    return new Figure(name, words.number(count), new Narrowed(by, code).query());
  }

  private static Difference difference(EditionDifference d, Words words) {
    var before = d.before();
    var after = d.after();
    var fields =
        before == null || after == null
            ? List.<Field>of()
            : d.fields().stream()
                .map(f -> new Field(f, value(f, before, words), value(f, after, words)))
                .toList();
    return new Difference(words.phrase(d.row().title()), d.word(), fields);
  }

  private static String value(String field, Edition.Row r, Words words) {
    return switch (field) {
      case "title" -> {
        var phrase = words.phrase(r.title());
        yield phrase == null ? "" : phrase.text();
      }
      case "start" -> r.start() == null ? words.text("not-reported") : words.date(r.start());
      case "end" -> r.end() == null ? words.text("not-reported") : words.date(r.end());
      case "modality" -> words.modality(r.modality());
      case "countries" -> who(r, words);
      default -> money(r.money(), words);
    };
  }

  @GetMapping(PATH + "/initiatives.csv")
  void csv(@PathVariable String number, Visit visit, HttpServletResponse response)
      throws IOException {
    var view = require(number, visit);
    var language = visit.words().language();
    try (var table =
        Download.table(
            response,
            "edition-" + view.edition().number(),
            "edition",
            "sha256",
            "key",
            "original_id",
            "title",
            "start",
            "end",
            "modality",
            "countries",
            "sectors",
            "money",
            "answer",
            "reported_by",
            "corrected")) {
      for (var r : view.edition().rows()) {
        table.row(
            view.edition().number(),
            view.hash(),
            r.key(),
            r.originalId(),
            r.title().in(language).map(s -> s.text()).orElse(""),
            text(r.start()),
            text(r.end()),
            r.modality(),
            String.join("; ", r.countries()),
            String.join("; ", r.sectors()),
            r.money().stream()
                .map(s -> s.kind() + " " + s.amount().toPlainString() + " " + s.currency())
                .collect(Collectors.joining("; ")),
            r.word(),
            r.said().stream()
                .map(s -> s.name() + ": " + s.word())
                .collect(Collectors.joining("; ")),
            String.join("; ", r.corrected()));
      }
    }
  }

  private static String text(@Nullable Object date) {
    return date == null ? "" : date.toString();
  }

  /// The canonical text, whose SHA-256 is printed on the page.
  @GetMapping(PATH + "/edition.json")
  void json(@PathVariable String number, Visit visit, HttpServletResponse response)
      throws IOException {
    var view = require(number, visit);
    FileAnswer.send(
        response,
        "application/json",
        "edition-" + view.edition().number() + ".json",
        view.text().getBytes(StandardCharsets.UTF_8));
  }
}
