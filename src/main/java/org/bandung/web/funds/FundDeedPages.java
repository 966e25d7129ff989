package org.bandung.web.funds;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bandung.access.Accounts;
import org.bandung.funds.Duty;
import org.bandung.funds.FundDeed;
import org.bandung.funds.FundOutcome;
import org.bandung.funds.Funds;
import org.bandung.funds.Funds.Seen;
import org.bandung.funds.Window;
import org.bandung.kernel.LocalizedText;
import org.bandung.web.frame.Fields.Fault;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is done with a fund, each by a form of its own.
@Controller
final class FundDeedPages {

  private static final String DEED = FundDeskPages.PATH + "/{id}/do/{what}";

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s\\p{Cntrl}@]{1,120}@[^\\s\\p{Cntrl}@]{1,120}");

  private final Funds funds;
  private final FundDeskPages desk;
  private final FundQuestions questions;
  private final FundReading reading;
  private final Accounts accounts;
  private final AppointmentTries tries;

  FundDeedPages(
      Funds funds,
      FundDeskPages desk,
      FundQuestions questions,
      FundReading reading,
      Accounts accounts,
      AppointmentTries tries) {
    this.funds = funds;
    this.desk = desk;
    this.questions = questions;
    this.reading = reading;
    this.accounts = accounts;
    this.tries = tries;
  }

  private Seen seen(Visit visit, String id) {
    return funds.find(visit.requireAccount(), id).orElseThrow(Refusal.NotFound::new);
  }

  private static FundForm form(String what) {
    return FundForm.ofWord(what).orElseThrow(Refusal.NotFound::new);
  }

  @GetMapping(DEED)
  String ask(
      @PathVariable String id,
      @PathVariable String what,
      @RequestParam(defaultValue = "") String of,
      Visit visit,
      Model model) {
    var seen = seen(visit, id);
    var form = form(what);
    if (form == FundForm.DISMISS || !form.may(seen) || !form.applies(seen, of)) {
      throw new Refusal.NotFound();
    }
    return form(form, seen, begun(form, seen, of, visit), List.of(), visit, model);
  }

  /// The form as it is filled before anything is typed.
  private Map<String, String> begun(FundForm form, Seen seen, String of, Visit visit) {
    var fund = seen.fund();
    var words = visit.words();
    var said = new HashMap<String, String>();
    said.put("in", words.language());
    said.put("on", LocalDate.now(ZoneOffset.UTC).toString());
    said.put("currency", fund.terms().currency());
    said.put("of", of);
    switch (form) {
      case RESTATE -> said.putAll(FundReading.fill(fund.terms(), words));
      case SHOW -> said.put("everybody", fund.shown() ? "no" : "yes");
      case WINDOW -> {
        var window = fund.windows().get(of);
        said.put("open", "yes");
        if (window != null) {
          said.putAll(reading.fill(window, words));
        }
      }
      case RECEIVE, LET_GO, DELIVER -> {
        var contribution = fund.contributions().get(of);
        if (contribution != null) {
          said.putAll(FundReading.fill(contribution));
        }
      }
      case APPOINT, DISMISS, PLEDGE, PLEDGE_IN_KIND, INTEREST, FEE -> {}
    }
    return said;
  }

  private String form(
      FundForm form,
      Seen seen,
      Map<String, String> said,
      List<Fault> faults,
      Visit visit,
      Model model) {
    var of = said.getOrDefault("of", "");
    var fields = questions.of(form, seen.fund(), of.isEmpty(), visit.words());
    var id = seen.fund().id();
    var word = form == FundForm.SHOW && seen.fund().shown() ? "hide" : form.word();
    fill(model, word, FundDeskPages.PATH + "/" + id + "/do/" + form.word(), fields, said, faults);
    model.addAttribute("fundId", id);
    model.addAttribute("fundName", visit.words().phrase(seen.fund().terms().title()));
    model.addAttribute("of", of);
    var contribution = seen.fund().contributions().get(of);
    var outstanding = contribution == null ? null : contribution.outstanding();
    model.addAttribute("whose", contribution == null ? "" : contribution.contributor().name());
    model.addAttribute(
        "outstanding", outstanding == null ? "" : FundModel.text(outstanding, visit.words()));
    model.addAttribute("key", said.getOrDefault("key", UUID.randomUUID().toString()));
    return "fund-form";
  }

  /// What every form has.
  ///
  /// @param word end of the keys of its heading and of its button
  static void fill(
      Model model,
      String word,
      String address,
      List<FundField> fields,
      Map<String, String> said,
      List<Fault> faults) {
    var wrong = new HashMap<String, String>();
    faults.forEach(f -> wrong.putIfAbsent(f.field(), f.why()));
    model.addAttribute("word", word);
    model.addAttribute("address", address);
    model.addAttribute("fields", fields);
    model.addAttribute("typed", said);
    model.addAttribute("wrong", wrong);
    model.addAttribute(
        "labels",
        fields.stream()
            .filter(f -> f.kind() != FundField.Kind.HIDDEN)
            .collect(Collectors.toMap(FundField::name, FundField::label)));
    model.addAttribute("faults", faults);
    model.addAttribute("fundId", "");
    model.addAttribute("of", "");
    model.addAttribute("whose", "");
  }

  @PostMapping(DEED)
  String act(
      @PathVariable String id,
      @PathVariable String what,
      @RequestParam MultiValueMap<String, String> sent,
      Visit visit,
      HttpServletResponse response,
      Model model) {
    var seen = seen(visit, id);
    var form = form(what);
    var said = new HashMap<String, String>();
    sent.forEach((name, values) -> said.put(name, String.join("\n", values)));
    var typed = new FundTyped(said);
    if (!form.may(seen)) {
      return refused(form, seen, typed, visit, response, model);
    }
    if (!form.applies(seen, typed.get("of"))) {
      throw new Refusal.NotFound();
    }
    var person = form == FundForm.APPOINT ? person(typed, visit) : "";
    var deed = reading.deed(form, seen.fund(), typed, person, visit.words());
    var faults = typed.faults();
    if (faults.isEmpty()) {
      var outcome =
          funds
              .act(visit.requireAccount(), id, deed, typed.get("key"))
              .orElseThrow(Refusal.NotFound::new);
      faults = FundVoice.faults(outcome);
      if (faults.isEmpty()) {
        var done = deed instanceof FundDeed.Show(boolean all) && !all ? "hide" : form.word();
        return "redirect:" + FundDeskPages.PATH + "/" + id + "?said=" + done;
      }
    }
    return form(form, seen, said, faults, visit, model);
  }

  /// Whose account has the address. Only who may appoint her is told, and not many in an hour.
  private String person(FundTyped typed, Visit visit) {
    var email = typed.must("email");
    if (email.isEmpty()) {
      return "";
    }
    if (!EMAIL.matcher(email).matches()) {
      typed.fault("email", "email");
      return "";
    }
    if (!tries.take(visit.requireAccount().id())) {
      typed.fault("email", "too-often");
      return "";
    }
    var found = accounts.findByEmail(email);
    if (found.isEmpty()) {
      typed.fault("email", "nobody");
    }
    return found.map(a -> a.id()).orElse("");
  }

  /// Lets the fund itself refuse, so that it stands in the log; whatever was sent, this deed would
  /// change nothing even if she were trusted meanwhile.
  private String refused(
      FundForm form,
      Seen seen,
      FundTyped typed,
      Visit visit,
      HttpServletResponse response,
      Model model) {
    var outcome =
        funds
            .act(visit.requireAccount(), seen.fund().id(), harmless(form.duty()), typed.get("key"))
            .orElseThrow(Refusal.NotFound::new);
    if (outcome instanceof FundOutcome.NotAllowed) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    }
    model.addAttribute("refused", "not-allowed");
    return desk.show(seen, "", "1", visit, model);
  }

  private static FundDeed harmless(@Nullable Duty duty) {
    if (duty == null) {
      return new FundDeed.Dismiss("-", Duty.AUDITOR);
    }
    return duty == Duty.MANAGER
        ? new FundDeed.SetWindow(
            new Window("-", LocalizedText.EMPTY, Set.of(), Set.of(), null, null, true))
        : new FundDeed.Deliver("-", LocalDate.EPOCH);
  }
}
