package org.bandung.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.Grouping;
import org.bandung.reference.Membership;
import org.bandung.reference.Reference;
import org.bandung.registry.CountryTies;
import org.bandung.registry.Registry;
import org.bandung.web.economy.EconomyBrief;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Groupings of countries, and one of them: its members on a day, who works with whom in and around
/// it.
@Controller
final class GroupingPages {

  private static final int SHOWN = 40;
  private static final String[] COLUMNS = {
    "code",
    "acronym",
    "name",
    "kind",
    "kind_name",
    "from",
    "to",
    "members_today",
    "website",
    "source"
  };
  private static final String[] MEMBER_COLUMNS = {
    "grouping",
    "country",
    "country_name",
    "status",
    "status_name",
    "from",
    "to",
    "day",
    "state",
    "certainty",
    "source",
    "note"
  };

  private final Registry registry;
  private final Reference reference;
  private final EconomyBrief economy;

  GroupingPages(Registry registry, Reference reference, EconomyBrief economy) {
    this.registry = registry;
    this.economy = economy;
    this.reference = reference;
  }

  /// A grouping in the list.
  ///
  /// @param reported whether anything is known of its countries
  record Row(String code, String name, long members, boolean reported, String note) {}

  /// Two members, or one country around the grouping, and what they share.
  record Pair(String one, String other, String name, long initiatives) {}

  /// A membership with the country's name.
  record Member(String code, CountryStatus.Line line) {}

  @GetMapping("/groupings")
  String list(Visit visit, Model model) {
    var words = visit.words();
    var today = LocalDate.now(ZoneOffset.UTC);
    var kinds = new LinkedHashMap<String, List<Row>>();
    reference.groupings().stream()
        .map(Grouping::kind)
        .distinct()
        .sorted(Comparator.comparing(k -> words.word("grouping-kind", k), words.collator()))
        .forEach(kind -> kinds.put(kind, rows(kind, today, words)));
    model.addAttribute("kinds", kinds);
    model.addAttribute("total", reference.groupings().size());
    return "groupings";
  }

  private List<Row> rows(String kind, LocalDate today, Words words) {
    return reference.groupings().stream()
        .filter(g -> g.kind().equals(kind))
        .map(g -> row(g, today, words))
        .sorted(Comparator.comparing(Row::name, words.collator()))
        .toList();
  }

  private Row row(Grouping grouping, LocalDate today, Words words) {
    var members =
        reference.membersOf(grouping.code()).stream()
            .filter(m -> m.holdsOn(today))
            .map(Membership::country)
            .distinct()
            .count();
    boolean reported = !reference.membersOf(grouping.code()).isEmpty();
    var until = grouping.to().map(words::date).map(d -> words.text("status.until", d)).orElse("");
    return new Row(grouping.code(), words.grouping(grouping.code()), members, reported, until);
  }

  @GetMapping("/groupings.csv")
  void download(Visit visit, HttpServletResponse response) throws IOException {
    var words = visit.words();
    var today = LocalDate.now(ZoneOffset.UTC);
    try (var table = Download.table(response, "groupings", COLUMNS)) {
      for (var grouping : reference.groupings()) {
        var row = row(grouping, today, words);
        table.row(
            grouping.code(),
            grouping.acronym(),
            row.name(),
            grouping.kind(),
            words.text("grouping-kind." + grouping.kind()),
            text(grouping.from()),
            text(grouping.to()),
            row.reported() ? row.members() : null,
            grouping.website().orElse(""),
            grouping.source());
      }
    }
  }

  /// The members of a grouping, of all times, as a file.
  @GetMapping("/groupings/{code:[A-Za-z0-9-]{1,40}}.csv")
  void members(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String on,
      Visit visit,
      HttpServletResponse response)
      throws IOException {
    var grouping = reference.findGrouping(code).orElseThrow(Refusal.NotFound::new);
    var words = visit.words();
    var day = on.isBlank() ? LocalDate.now(ZoneOffset.UTC) : day(on);
    try (var table = Download.table(response, "members-" + grouping.code(), MEMBER_COLUMNS)) {
      for (var member : reference.membersOf(code)) {
        table.row(
            grouping.code(),
            member.country().alpha3(),
            words.country(member.country()),
            member.status(),
            words.word("membership", member.status()),
            text(member.from()),
            text(member.to()),
            day.toString(),
            CountryStatus.when(member, day).name().toLowerCase(Locale.ROOT),
            member.certainty(),
            member.source(),
            member.note());
      }
    }
  }

  private static String text(Optional<PartialDate> date) {
    return date.map(PartialDate::toString).orElse("");
  }

  @GetMapping("/groupings/{code}")
  String show(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String on,
      Visit visit,
      Model model) {
    var grouping = reference.findGrouping(code).orElseThrow(Refusal.NotFound::new);
    var words = visit.words();
    var today = LocalDate.now(ZoneOffset.UTC);
    var day = on.isBlank() ? today : day(on);
    var ties = registry.groupingTies(visit.reader(), code);
    model.addAttribute("grouping", grouping);
    model.addAttribute("day", day);
    model.addAttribute("members", members(code, day, words));
    model.addAttribute("predecessors", predecessors(code));
    model.addAttribute("ties", ties);
    model.addAttribute("inside", pairs(ties, words));
    model.addAttribute("moreInside", Math.max(0, ties.inside().size() - SHOWN));
    model.addAttribute("outside", countries(ties, words));
    model.addAttribute("list", ListAddress.none().with("grouping", code).under("/initiatives"));
    model.addAttribute("brief", economy.grouping(code, words).orElse(null));
    return "grouping";
  }

  /// The pairs with the most initiatives, in the order of their names: no ranking is meant.
  private static List<Pair> pairs(CountryTies.OfGrouping ties, Words words) {
    return ties.inside().stream()
        .limit(SHOWN)
        .map(p ->
            new Pair(
                p.one().alpha3(),
                p.other().alpha3(),
                words.text("grouping.pair", words.country(p.one()), words.country(p.other())),
                p.initiatives()))
        .sorted(Comparator.comparing(Pair::name, words.collator()))
        .toList();
  }

  private static List<Pair> countries(CountryTies.OfGrouping ties, Words words) {
    return ties.outside().stream()
        .map(c -> new Pair(c.code(), "", words.country(c.code()), c.initiatives()))
        .sorted(Comparator.comparing(Pair::name, words.collator()))
        .toList();
  }

  private static LocalDate day(String text) {
    return PartialDate.parse(text.strip())
        .map(PartialDate::earliest)
        .orElseThrow(() -> new Refusal.BadParameter("on"));
  }

  /// Those who are in on the day first, then those to come, then those who left.
  private Map<CountryStatus.When, List<Member>> members(String code, LocalDate day, Words words) {
    var members = new LinkedHashMap<CountryStatus.When, List<Member>>();
    for (var when : CountryStatus.When.values()) {
      var those =
          reference.membersOf(code).stream()
              .filter(m -> CountryStatus.when(m, day) == when)
              .map(m ->
                  new Member(
                      m.country().alpha3(),
                      CountryStatus.line(m, day, words, words.country(m.country()), "membership")))
              .sorted(Comparator.comparing(m -> m.line().name(), words.collator()))
              .toList();
      if (!those.isEmpty()) {
        members.put(when, those);
      }
    }
    return members;
  }

  private List<String> predecessors(String code) {
    return reference.groupings().stream()
        .filter(g -> g.successor().filter(code::equals).isPresent())
        .map(Grouping::code)
        .toList();
  }
}
