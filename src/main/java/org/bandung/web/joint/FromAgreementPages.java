package org.bandung.web.joint;

import org.bandung.consultation.accord.Agreements;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.JointOutcome;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An agreement becomes an initiative in one step.
@Controller
final class FromAgreementPages {

  private final Agreements agreements;
  private final JointInitiatives initiatives;

  FromAgreementPages(Agreements agreements, JointInitiatives initiatives) {
    this.agreements = agreements;
    this.initiatives = initiatives;
  }

  @GetMapping(value = "/desk/initiatives/new", params = "agreement")
  String ask(@RequestParam String agreement, Visit visit, Model model) {
    var account = visit.requireAccount();
    var shown = agreements.find(agreement, account).orElseThrow(Refusal.NotFound::new);
    var begun = initiatives.ofAgreement(account, agreement);
    return begun.isEmpty()
        ? ask(shown, "", visit, model)
        : "redirect:/desk/initiatives/" + begun.getFirst();
  }

  private static String ask(Agreements.Shown shown, String refused, Visit visit, Model model) {
    var title = visit.words().phrase(shown.proposal().title());
    model.addAttribute("agreement", shown.agreement().id());
    model.addAttribute("heading", title == null ? "" : title.text());
    model.addAttribute("number", shown.agreement().origin().number());
    model.addAttribute("refused", refused);
    return "joint-from-agreement";
  }

  /// The key follows from the agreement, so that pressing twice begins one.
  @PostMapping("/desk/initiatives/from-agreement")
  String begin(@RequestParam String agreement, Visit visit, Model model) {
    var account = visit.requireAccount();
    var shown = agreements.find(agreement, account).orElseThrow(Refusal.NotFound::new);
    var begun = initiatives.ofAgreement(account, agreement);
    if (!begun.isEmpty()) {
      return "redirect:/desk/initiatives/" + begun.getFirst();
    }
    if (shown.agreement().term().annulled() != null) {
      return ask(shown, "annulled", visit, model);
    }
    var outcome =
        initiatives
            .begin(
                account,
                FromAgreement.of(shown.agreement(), shown.proposal()),
                "agreement " + agreement)
            .orElseThrow(Refusal.NotFound::new);
    return switch (outcome) {
      case JointOutcome.Done done -> "redirect:/desk/initiatives/" + done.after().id();
      case JointOutcome.NotAllowed not -> ask(shown, "not-allowed", visit, model);
      case JointOutcome.Faulty(var notes) ->
          ask(shown, JointPages.faults(notes).getFirst().why(), visit, model);
      case JointOutcome.Stale stale -> ask(shown, "stale", visit, model);
      case JointOutcome.NotNow(var why) -> ask(shown, why, visit, model);
      case JointOutcome.KeyUsedOtherwise used -> ask(shown, "key", visit, model);
    };
  }
}
