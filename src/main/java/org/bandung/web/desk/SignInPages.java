package org.bandung.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.bandung.access.AccessSettings;
import org.bandung.access.Accounts;
import org.bandung.access.Accounts.MakeOutcome;
import org.bandung.access.Accounts.Opened;
import org.bandung.access.Recovery;
import org.bandung.access.signin.BrowserMarks;
import org.bandung.access.signin.DoorLog;
import org.bandung.access.signin.Identities;
import org.bandung.kernel.Messages;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// How somebody comes in: signing in, taking up an invitation, coming back with another password.
@Controller
final class SignInPages {

  private static final Set<String> SAID =
      Set.of("wrong", "out", "made", "changed", "unknown", "weak");

  private final Accounts accounts;
  private final Recovery recovery;
  private final AccessSettings settings;
  private final BrowserMarks marks;
  private final DoorLog log;

  SignInPages(
      Accounts accounts,
      Recovery recovery,
      AccessSettings settings,
      BrowserMarks marks,
      DoorLog log) {
    this.marks = marks;
    this.accounts = accounts;
    this.recovery = recovery;
    this.settings = settings;
    this.log = log;
  }

  @GetMapping("/sign-in")
  String signIn(@RequestParam Map<String, String> parameters, Visit visit, Model model) {
    model.addAttribute(
        "said", parameters.keySet().stream().filter(SAID::contains).findFirst().orElse(""));
    model.addAttribute(
        "ministry", settings.ministry().map(AccessSettings.Ministry::name).orElse(""));
    return "sign-in";
  }

  /// Somebody who came in through the ministry has signed out here, and can do so there.
  @PostMapping("/sign-in/left")
  String left(
      @RequestAttribute(name = Identities.LEAVING, required = false) @Nullable URI onward,
      Visit visit,
      Model model) {
    if (onward == null) {
      return "redirect:/sign-in?out";
    }
    model.addAttribute("onward", onward.toString());
    model.addAttribute(
        "ministry", settings.ministry().map(AccessSettings.Ministry::name).orElse(""));
    return "left";
  }

  @GetMapping("/invitation/{word}")
  String invitation(@PathVariable String word, Visit visit, Model model) {
    return switch (accounts.open(word)) {
      case Opened.Invitation invitation ->
          show(
              word,
              invitation,
              new Accounts.Newcomer("", "", visit.words().language(), "", ""),
              Map.of(),
              model);
      case Opened.Recovery other -> throw new Refusal.NotFound();
      case Opened.Gone() -> gone();
    };
  }

  private static String show(
      String word,
      Opened.Invitation invitation,
      Accounts.Newcomer said,
      Map<String, String> faults,
      Model model) {
    model.addAttribute("word", word);
    model.addAttribute("invitation", invitation);
    model.addAttribute("picture", QrPicture.of(invitation.address()));
    model.addAttribute("said", said);
    model.addAttribute("faults", faults);
    model.addAttribute("spoken", Messages.LANGUAGES);
    return "invitation";
  }

  @PostMapping("/invitation/{word}")
  String make(
      @PathVariable String word,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "en") String language,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code,
      Visit visit,
      Model model) {
    var newcomer = new Accounts.Newcomer(email, name, language, password, code);
    return switch (accounts.make(word, newcomer)) {
      case MakeOutcome.Made made -> "redirect:/sign-in?made";
      case MakeOutcome.LinkGone() -> gone();
      case MakeOutcome.Refused(var faults) ->
          accounts.open(word) instanceof Opened.Invitation invitation
              ? show(word, invitation, newcomer, faults, model)
              : gone();
    };
  }

  /// Somebody who has an account takes up an invitation.
  @PostMapping("/desk/invitation/{word}")
  String accept(@PathVariable String word, Visit visit) {
    return accounts.accept(word, visit.requireAccount().id()) ? "redirect:/desk" : gone();
  }

  private String gone() {
    log.note("link-refused", "-", null);
    return "link-gone";
  }

  @GetMapping("/recovery")
  String forgotten(Visit visit) {
    return "recovery";
  }

  @PostMapping("/recovery")
  String send(@RequestParam(defaultValue = "") String email, Visit visit, Model model) {
    recovery.forgottenByAndBy(email);
    model.addAttribute("sent", true);
    return "recovery";
  }

  @GetMapping("/recovery/{word}")
  String recovery(@PathVariable String word, Visit visit, Model model) {
    if (!(accounts.open(word) instanceof Opened.Recovery)) {
      return gone();
    }
    model.addAttribute("word", word);
    model.addAttribute("faults", Map.of());
    return "recovery";
  }

  @PostMapping("/recovery/{word}")
  String recover(
      @PathVariable String word,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      Visit visit,
      Model model) {
    var wanted = new Accounts.Proof(password, code, marks.of(request));
    return switch (recovery.recover(word, wanted)) {
      case MakeOutcome.Made made -> "redirect:/sign-in?changed";
      case MakeOutcome.LinkGone() -> gone();
      case MakeOutcome.Refused(var faults) -> {
        model.addAttribute("word", word);
        model.addAttribute("faults", faults);
        yield "recovery";
      }
    };
  }
}
