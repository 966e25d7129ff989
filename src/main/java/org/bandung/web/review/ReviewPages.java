package org.bandung.web.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bandung.access.Role;
import org.bandung.kernel.ReportedAmount;
import org.bandung.linkage.LinkProposals;
import org.bandung.linkage.LinkReasons;
import org.bandung.linkage.Proposal;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.Registry;
import org.bandung.registry.decisions.Decision;
import org.bandung.registry.decisions.Decisions;
import org.bandung.registry.decisions.Verdict;
import org.bandung.web.Comparison;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Initiatives that may be one: what is proposed, side by side, and what was decided.
@Controller
final class ReviewPages {

  private static final int MOST = 100;
  private static final String HOME = "/desk/review";

  private final LinkProposals proposals;
  private final Decisions decisions;
  private final Registry registry;

  ReviewPages(LinkProposals proposals, Decisions decisions, Registry registry) {
    this.proposals = proposals;
    this.decisions = decisions;
    this.registry = registry;
  }

  /// A pair in a list.
  record Row(
      String left,
      String right,
      Words.@Nullable Phrase leftTitle,
      Words.@Nullable Phrase rightTitle,
      String what,
      List<String> why) {}

  @GetMapping(HOME)
  String list(@RequestParam(defaultValue = "") String said, Visit visit, Model model) {
    visit.requireAccount();
    var current = proposals.current();
    var decided = decisions.standing();
    var open = mine(visit, current.open(), decided);
    model.addAttribute("said", Verdict.ofCode(said).map(Verdict::code).orElse(""));
    model.addAttribute("made", current.at().map(visit.words()::moment).orElse(""));
    model.addAttribute("tooMany", current.tooMany());
    model.addAttribute("open", open.stream().limit(MOST).map(o -> row(o, visit)).toList());
    model.addAttribute("more", Math.max(0, open.size() - MOST));
    model.addAttribute("decided", decided(visit, decided));
    return "review";
  }

  /// Those on which she may decide and nobody has.
  private List<LinkProposals.Open> mine(
      Visit visit, List<LinkProposals.Open> open, List<Decision> decided) {
    var account = visit.requireAccount();
    if (account.bodiesAs(Role.AUTHORITY).isEmpty()) {
      return List.of();
    }
    return open.stream()
        .filter(o -> decided.stream().noneMatch(d -> d.concerns(o.left(), o.right())))
        .filter(o -> decisions.decidesFor(account, o.countries()).isPresent())
        .toList();
  }

  private record Pair(InitiativeView left, InitiativeView right) {}

  /// Two initiatives that stand for themselves.
  private Optional<Pair> pair(Visit visit, String left, String right) {
    return registry
        .find(visit.reader(), left)
        .filter(v -> v.id().equals(left))
        .flatMap(one ->
            registry
                .find(visit.reader(), right)
                .filter(v -> v.id().equals(right))
                .map(other -> new Pair(one, other)));
  }

  private Row row(LinkProposals.Open open, Visit visit) {
    var summaries = registry.summaries(visit.reader(), List.of(open.left(), open.right()));
    var language = visit.words().language();
    return new Row(
        open.left(),
        open.right(),
        title(summaries.get(open.left()), visit),
        title(summaries.get(open.right()), visit),
        LinkReasons.name(open.proposal().outcome(), language),
        open.proposal().reasons().stream()
            .limit(3)
            .map(r -> LinkReasons.text(r, language))
            .toList());
  }

  private static Words.@Nullable Phrase title(
      InitiativePage.@Nullable Summary summary, Visit visit) {
    return summary == null ? null : visit.words().phrase(summary.title());
  }

  /// A decision in a list.
  record Taken(
      String left,
      String right,
      Words.@Nullable Phrase leftTitle,
      Words.@Nullable Phrase rightTitle,
      String what,
      String who,
      String when,
      String reason) {}

  private List<Taken> decided(Visit visit, List<Decision> decided) {
    var bodies = visit.requireAccount().mandates().stream().map(m -> m.body().id()).toList();
    var mine =
        decided.reversed().stream().filter(d -> bodies.contains(d.bodyId())).limit(MOST).toList();
    var titles =
        OwnTitles.of(
            registry,
            visit,
            mine.stream().flatMap(d -> Stream.of(d.left(), d.right())).distinct().toList());
    return mine.stream().map(d -> taken(d, titles, visit)).toList();
  }

  private static Taken taken(Decision d, Map<String, Words.Phrase> titles, Visit visit) {
    return new Taken(
        d.left(),
        d.right(),
        titles.get(d.left()),
        titles.get(d.right()),
        visit.words().text("review.verdict." + d.verdict().code()),
        d.body(),
        visit.words().moment(d.at()),
        d.reason());
  }

  @GetMapping(HOME + "/{left}/{right}")
  String pair(
      @PathVariable String left,
      @PathVariable String right,
      @RequestParam(defaultValue = "") String fault,
      Visit visit,
      Model model) {
    var account = visit.requireAccount();
    var pair = pair(visit, left, right).orElseThrow(Refusal.NotFound::new);
    if (decisions.decidesFor(account, decisions.countriesOfBoth(left, right)).isEmpty()) {
      throw new Refusal.NotFound();
    }
    var statements =
        Stream.concat(pair.left().statements().stream(), pair.right().statements().stream())
            .filter(s -> s.withdrawn().isEmpty())
            .toList();
    model.addAttribute("left", left);
    model.addAttribute("right", right);
    model.addAttribute("leftTitle", visit.words().phrase(pair.left().composed().title()));
    model.addAttribute("rightTitle", visit.words().phrase(pair.right().composed().title()));
    model.addAttribute("comparison", Comparison.of(statements, visit.words()));
    model.addAttribute("reasons", reasons(left, right, visit));
    model.addAttribute("effect", effect(left, right, visit));
    model.addAttribute("verdicts", verdicts());
    model.addAttribute("fault", fault.equals("contradicts") || fault.equals("faulty") ? fault : "");
    return "review-pair";
  }

  private static List<String> verdicts() {
    return Stream.of(Verdict.values()).filter(v -> v != Verdict.UNDONE).map(Verdict::code).toList();
  }

  private List<String> reasons(String left, String right, Visit visit) {
    return proposals.current().open().stream()
        .filter(o ->
            o.left().equals(left) && o.right().equals(right)
                || o.left().equals(right) && o.right().equals(left))
        .map(LinkProposals.Open::proposal)
        .map(Proposal::reasons)
        .flatMap(List::stream)
        .map(r -> LinkReasons.text(r, visit.words().language()))
        .toList();
  }

  /// Amounts put in as they count now, and as they would; null if nothing can be said.
  private @Nullable Shown effect(String left, String right, Visit visit) {
    var ids = List.of(left, right);
    return registry
        .countableAsOne(ids)
        .map(one -> Effect.of(registry.countable(ids), one))
        .map(e -> new Shown(told(e.apart(), visit), told(e.asOne(), visit)))
        .orElse(null);
  }

  /// An effect in words.
  record Shown(String apart, String asOne) {}

  private static String told(Map<String, BigDecimal> sums, Visit visit) {
    return sums.isEmpty()
        ? visit.words().text("not-reported")
        : sums.entrySet().stream()
            .map(e -> visit.words().amount(new ReportedAmount(e.getValue(), e.getKey())))
            .collect(Collectors.joining(visit.words().text("list.semicolon")));
  }

  @PostMapping(HOME)
  String decide(
      @RequestParam String left,
      @RequestParam String right,
      @RequestParam String verdict,
      @RequestParam(defaultValue = "") String reason,
      Visit visit) {
    var decided = Verdict.ofCode(verdict).orElseThrow(() -> new Refusal.BadParameter("verdict"));
    var outcome =
        decisions
            .decide(visit.requireAccount(), left, right, decided, reason)
            .orElseThrow(Refusal.NotFound::new);
    return switch (outcome) {
      case Decisions.Outcome.Taken() -> "redirect:" + HOME + "?said=" + decided.code();
      case Decisions.Outcome.Contradicts() -> back(left, right, "contradicts");
      case Decisions.Outcome.Faulty() ->
          decided == Verdict.UNDONE ? "redirect:" + HOME : back(left, right, "faulty");
    };
  }

  private static String back(String left, String right, String fault) {
    return "redirect:" + HOME + "/" + left + "/" + right + "?fault=" + fault;
  }
}
