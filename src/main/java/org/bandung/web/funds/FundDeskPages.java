package org.bandung.web.funds;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.funds.FundOutcome;
import org.bandung.funds.Funds;
import org.bandung.funds.Funds.Seen;
import org.bandung.web.frame.Fields.Fault;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The funds somebody has to do with: the list, how one is opened, and one as its people see it.
@Controller
final class FundDeskPages {

  static final String PATH = "/desk/funds";

  private final Funds funds;
  private final Mandates mandates;
  private final FundModel shown;
  private final FundQuestions questions;

  FundDeskPages(Funds funds, Mandates mandates, FundModel shown, FundQuestions questions) {
    this.funds = funds;
    this.mandates = mandates;
    this.shown = shown;
    this.questions = questions;
  }

  @GetMapping(PATH)
  String list(Visit visit, Model model) {
    var account = visit.requireAccount();
    model.addAttribute(
        "rows",
        funds.list(account).stream()
            .map(s -> FundPages.row(s.fund(), mandates, visit.words()))
            .toList());
    model.addAttribute("mayOpen", !bodies(account).isEmpty());
    return "desk-funds";
  }

  /// The bodies that somebody binds.
  private List<Body> bodies(Account account) {
    return account.mandates().stream()
        .map(m -> m.body())
        .filter(b -> mandates.mayAsOwn(account, Permission.SIGN, b))
        .toList();
  }

  @GetMapping(PATH + "/new")
  String form(Visit visit, Model model) {
    var said = new HashMap<String, String>();
    said.put("in", visit.words().language());
    said.put("since", LocalDate.now(ZoneOffset.UTC).toString());
    return form(said, List.of(), visit, model);
  }

  private String form(Map<String, String> said, List<Fault> faults, Visit visit, Model model) {
    var bodies = bodies(visit.requireAccount());
    if (bodies.isEmpty()) {
      throw new Refusal.NotFound();
    }
    FundDeedPages.fill(
        model, "new", PATH + "/new", questions.opening(bodies, visit.words()), said, faults);
    model.addAttribute("key", said.getOrDefault("key", UUID.randomUUID().toString()));
    return "fund-form";
  }

  @PostMapping(PATH + "/new")
  String open(@RequestParam Map<String, String> fields, Visit visit, Model model) {
    var account = visit.requireAccount();
    var typed = new FundTyped(fields);
    var bodies = bodies(account);
    var body = bodies.size() == 1 ? bodies.getFirst().id() : typed.get("body");
    var terms = FundReading.terms(typed, null);
    if (!typed.faults().isEmpty()) {
      return form(fields, typed.faults(), visit, model);
    }
    var outcome =
        funds.open(account, body, terms, typed.get("key")).orElseThrow(Refusal.NotFound::new);
    return outcome instanceof FundOutcome.Done done
        ? "redirect:" + PATH + "/" + done.after().id() + "?said=open"
        : form(fields, FundVoice.faults(outcome), visit, model);
  }

  @GetMapping(PATH + "/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String said,
      @RequestParam(defaultValue = "1") String page,
      Visit visit,
      Model model) {
    var seen = funds.find(visit.requireAccount(), id).orElseThrow(Refusal.NotFound::new);
    model.addAttribute("refused", "");
    return show(seen, said.matches("[a-z-]{1,40}") ? said : "", page, visit, model);
  }

  String show(Seen seen, String said, String page, Visit visit, Model model) {
    shown.fill(model, seen.fund(), FundPages.number(page), visit);
    model.addAttribute("said", said);
    model.addAttribute("people", shown.people(seen.fund(), visit.words()));
    model.addAttribute("duties", seen.duties().stream().sorted().map(d -> d.code()).toList());
    model.addAttribute("binds", seen.binds());
    model.addAttribute("manages", FundForm.WINDOW.may(seen));
    model.addAttribute("keepsMoney", FundForm.PLEDGE.may(seen));
    model.addAttribute("key", UUID.randomUUID().toString());
    return "desk-fund";
  }
}
