package org.bandung.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.bandung.access.Accounts.Proof;
import org.bandung.access.OwnAccount;
import org.bandung.access.OwnAccount.OwnOutcome;
import org.bandung.access.signin.BrowserMarks;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Somebody's own account: proving again who she is, password, sessions, closing.
@Controller
final class AccountPages {

  private final OwnAccount own;
  private final BrowserMarks marks;

  AccountPages(OwnAccount own, BrowserMarks marks) {
    this.own = own;
    this.marks = marks;
  }

  /// What she typed into one of the forms, and the browser it comes from.
  private Proof proof(HttpServletRequest request, String password, String code) {
    return new Proof(password, code, marks.of(request));
  }

  /// A session as the page shows it.
  record Shown(String id, String began, String last, boolean here) {}

  @GetMapping("/desk/account")
  String show(
      @RequestParam(required = false) String prove,
      @RequestParam(required = false) String changed,
      HttpSession session,
      Visit visit,
      Model model) {
    return show(prove != null ? "prove" : changed != null ? "changed" : "", session, visit, model);
  }

  private String show(String said, HttpSession session, Visit visit, Model model) {
    var account = visit.requireAccount();
    var words = visit.words();
    List<Shown> sessions =
        own.sessions(account).stream()
            .map(s ->
                new Shown(
                    s.id(),
                    words.moment(s.began()),
                    words.moment(s.last()),
                    s.session().equals(session.getId())))
            .toList();
    model.addAttribute("account", account);
    model.addAttribute("sessions", sessions);
    model.addAttribute("browsers", own.knownBrowsers(account));
    model.addAttribute("said", said);
    return "account";
  }

  @PostMapping("/desk/account/prove")
  String prove(
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpSession session,
      Visit visit,
      Model model) {
    var outcome = own.prove(visit.requireAccount(), proof(request, password, code));
    if (outcome instanceof OwnOutcome.Done) {
      session.setAttribute(OwnAccount.PROVED, System.currentTimeMillis());
      return "redirect:/desk";
    }
    return told(outcome, session, visit, model);
  }

  @PostMapping("/desk/account/password")
  String change(
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String wanted,
      HttpServletRequest request,
      Visit visit,
      Model model) {
    var session = request.getSession();
    var proof = proof(request, password, code);
    var outcome = own.changePassword(visit.requireAccount(), proof, wanted, session.getId());
    return outcome instanceof OwnOutcome.Done
        ? "redirect:/desk/account?changed"
        : told(outcome, session, visit, model);
  }

  @PostMapping("/desk/account/sessions/{id}/end")
  String end(@PathVariable String id, Visit visit) {
    own.endSession(visit.requireAccount(), id);
    return "redirect:/desk/account";
  }

  @PostMapping("/desk/account/sessions/end-others")
  String endOthers(HttpServletRequest request, HttpSession session, Visit visit) {
    own.endOtherSessions(visit.requireAccount(), session.getId(), marks.of(request));
    return "redirect:/desk/account";
  }

  @PostMapping("/desk/account/close")
  String close(
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpSession session,
      Visit visit,
      Model model) {
    var outcome = own.close(visit.requireAccount(), proof(request, password, code));
    if (outcome instanceof OwnOutcome.Done) {
      session.invalidate();
      return "redirect:/sign-in?out";
    }
    return told(outcome, session, visit, model);
  }

  private String told(OwnOutcome outcome, HttpSession session, Visit visit, Model model) {
    return switch (outcome) {
      case OwnOutcome.Done() -> show("", session, visit, model);
      case OwnOutcome.NotProved() -> show("not-proved", session, visit, model);
      case OwnOutcome.Refused(var why) -> show("password." + why, session, visit, model);
      case OwnOutcome.LastOne(var body) -> show("last-one", session, visit, model);
    };
  }
}
