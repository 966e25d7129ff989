package org.bandung.web.rounds;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.collection.CollectionRounds;
import org.bandung.collection.RoundOutcome;
import org.bandung.collection.RoundPlan;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
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

/// The rounds of somebody's bodies: the list, how one is opened, and one as its authority sees it.
@Controller
final class RoundPages {

  static final String PATH = "/desk/rounds";

  private static final int MOST = 200;
  private static final int DAYS_TO_ANSWER = 30;

  private final CollectionRounds rounds;
  private final RoundModel shown;

  RoundPages(CollectionRounds rounds, RoundModel shown) {
    this.rounds = rounds;
    this.shown = shown;
  }

  /// A round in the list of who opened it, or of who is asked.
  ///
  /// @param path where it is shown
  /// @param badge key of the word for how it stands
  record Row(
      String path,
      Words.@Nullable Phrase name,
      String body,
      String due,
      String badge,
      boolean late) {}

  @GetMapping(PATH)
  String list(Visit visit, Model model) {
    var account = visit.requireAccount();
    var words = visit.words();
    var today = LocalDate.now(ZoneOffset.UTC);
    model.addAttribute(
        "asked",
        rounds.listMine(account, MOST).stream()
            .map(m ->
                new Row(
                    PATH + "/" + m.id() + "/mine?body=" + m.body().id(),
                    words.phrase(m.plan().title()),
                    m.authority(),
                    words.day(m.due()),
                    "rounds.standing." + m.asked().standing().word(),
                    m.late()))
            .toList());
    model.addAttribute(
        "own",
        rounds.list(account, MOST).stream()
            .map(o ->
                new Row(
                    PATH + "/" + o.round().id(),
                    words.phrase(o.round().plan().title()),
                    o.body().name(),
                    words.day(o.round().due()),
                    "rounds.state." + o.round().state().word(),
                    o.round().asked().values().stream()
                        .anyMatch(a -> a.late(today, o.round().due()))))
            .toList());
    model.addAttribute("mayOpen", !rounds.openableFor(account).isEmpty());
    return "rounds";
  }

  @GetMapping(PATH + "/new")
  String form(Visit visit, Model model) {
    var today = LocalDate.now(ZoneOffset.UTC);
    var year = String.valueOf(today.getYear());
    return form(
        Map.of(
            "from", year + "-01-01",
            "to", year + "-12-31",
            "due", today.plusDays(DAYS_TO_ANSWER).toString()),
        List.of(),
        visit,
        model);
  }

  private String form(
      Map<String, String> said, List<Typed.Fault> faults, Visit visit, Model model) {
    var bodies = rounds.openableFor(visit.requireAccount());
    if (bodies.isEmpty()) {
      throw new Refusal.NotFound();
    }
    model.addAttribute("bodies", bodies);
    model.addAttribute("spoken", Messages.LANGUAGES);
    model.addAttribute("usual", usual());
    model.addAttribute("said", said);
    model.addAttribute("faults", faults);
    model.addAttribute("key", said.getOrDefault("key", UUID.randomUUID().toString()));
    return "round-new";
  }

  private static String usual() {
    return String.join(" ", RoundPlan.USUAL.stream().map(String::valueOf).toList());
  }

  @PostMapping(PATH + "/new")
  String open(@RequestParam Map<String, String> fields, Visit visit, Model model) {
    var account = visit.requireAccount();
    var typed = new Typed(fields);
    var plan = plan(typed);
    if (!typed.faults().isEmpty()) {
      return form(fields, typed.faults(), visit, model);
    }
    var outcome =
        rounds
            .open(account, body(typed, account), plan, typed.get("key"))
            .orElseThrow(Refusal.NotFound::new);
    return switch (outcome) {
      case RoundOutcome.Done done -> "redirect:" + PATH + "/" + done.after().id();
      case RoundOutcome.Faulty(var notes) -> form(fields, Typed.faults(notes), visit, model);
      case RoundOutcome.NotAllowed(var needed) ->
          form(fields, List.of(new Typed.Fault("body", "not-allowed")), visit, model);
      case RoundOutcome.KeyUsedOtherwise used ->
          form(fields, List.of(new Typed.Fault("name", "key")), visit, model);
      case RoundOutcome.NotNow(var why) -> throw new IllegalStateException(why);
    };
  }

  private String body(Typed typed, Account account) {
    var bodies = rounds.openableFor(account);
    return bodies.size() == 1 ? bodies.getFirst().id() : typed.get("body");
  }

  private static RoundPlan plan(Typed typed) {
    var name = typed.get("name");
    if (name.isEmpty()) {
      typed.fault("name", "text-missing");
    }
    return new RoundPlan(
        "",
        "",
        null,
        name.isEmpty() ? LocalizedText.EMPTY : LocalizedText.of(typed.language("in"), name),
        typed.day("from", LocalDate.EPOCH),
        typed.day("to", LocalDate.EPOCH),
        typed.day("due", LocalDate.EPOCH),
        reminders(typed));
  }

  private static List<Integer> reminders(Typed typed) {
    try {
      return Arrays.stream(typed.get("reminders").replace('−', '-').split("[\\s,;،；，]+"))
          .filter(t -> !t.isEmpty())
          .map(Integer::valueOf)
          .toList();
    } catch (NumberFormatException e) {
      typed.fault("reminders", "number");
      return List.of();
    }
  }

  /// To its authority the whole, to an institution its own part.
  @GetMapping(PATH + "/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String said,
      Visit visit,
      Model model) {
    var account = visit.requireAccount();
    var overview = rounds.find(account, id);
    if (overview.isEmpty()) {
      if (rounds.findMine(account, id).isEmpty()) {
        throw new Refusal.NotFound();
      }
      return "redirect:" + PATH + "/" + id + "/mine";
    }
    shown.fill(model, overview.get(), visit);
    model.addAttribute("said", said.matches("[a-z-]{1,40}") ? said : "");
    return "round";
  }

  /// Whether a body asks others; shown as a kind.
  static boolean isAuthority(Body body) {
    return body.kind() == Body.Kind.AUTHORITY;
  }
}
