package org.bandung.web.desk;

import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.access.AccessSettings;
import org.bandung.access.Account;
import org.bandung.access.ApiTokens;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.access.Role;
import org.bandung.access.signin.Identities;
import org.bandung.notices.Notices;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The desk: what somebody acts for, her passkeys and tokens.
@Controller
final class DeskPages {

  private final Mandates mandates;
  private final Notices notices;
  private final ApiTokens tokens;
  private final Identities identities;
  private final AccessSettings settings;
  private final PublicKeyCredentialUserEntityRepository owners;
  private final UserCredentialRepository passkeys;

  DeskPages(
      Mandates mandates,
      Notices notices,
      ApiTokens tokens,
      Identities identities,
      AccessSettings settings,
      PublicKeyCredentialUserEntityRepository owners,
      UserCredentialRepository passkeys) {
    this.mandates = mandates;
    this.notices = notices;
    this.tokens = tokens;
    this.identities = identities;
    this.settings = settings;
    this.owners = owners;
    this.passkeys = passkeys;
  }

  /// Where somebody works.
  ///
  /// @param name key of what it is called
  /// @param count of what is new there
  record Door(String path, String name, int count) {}

  private List<Door> doors(Account account) {
    return List.of(
        new Door("notices", "notices.heading", notices.unread(account)),
        new Door("entries", "draft.entries", 0),
        new Door("matches", "matches.heading", 0),
        new Door("talks", "talks.heading", 0),
        new Door("agreements", "agreements.heading", 0),
        new Door("initiatives", "joint.heading", 0),
        new Door("review", "review.heading", 0),
        new Door("rounds", "rounds.heading", 0),
        new Door("funds", "funds.heading", 0),
        new Door("resources", "resources.heading", 0),
        new Door("commitments", "commitments.heading", 0));
  }

  /// A passkey in a list.
  record Passkey(String id, String label, String made) {}

  @GetMapping("/desk")
  String desk(Visit visit, Model model) {
    return desk(visit, model, null);
  }

  private String desk(Visit visit, Model model, ApiTokens.@Nullable MakeOutcome made) {
    var account = visit.requireAccount();
    model.addAttribute("account", account);
    model.addAttribute("doors", doors(account));
    model.addAttribute("bodies", mandates.list(account));
    model.addAttribute(
        "mayAdmit",
        account.bodiesAs(Role.AUTHORITY, Role.ADMINISTRATOR).stream()
            .anyMatch(b -> b.kind() == Body.Kind.AUTHORITY || b.kind() == Body.Kind.NODE));
    model.addAttribute("tokens", tokens.list(account));
    model.addAttribute(
        "tokenBodies",
        account.mandates().stream()
            .map(m -> m.body())
            .filter(b -> mandates.may(account, Permission.MAKE_TOKENS, b))
            .toList());
    model.addAttribute(
        "tokenAreas", Arrays.stream(ApiTokens.Area.values()).map(ApiTokens.Area::word).toList());
    model.addAttribute(
        "newToken", made instanceof ApiTokens.MakeOutcome.Made(var word, var token) ? word : "");
    model.addAttribute(
        "tokenFault", made instanceof ApiTokens.MakeOutcome.Refused(var field) ? field : "");
    model.addAttribute("passkeys", passkeys(account.id(), visit));
    model.addAttribute(
        "ministry", settings.ministry().map(AccessSettings.Ministry::name).orElse(""));
    model.addAttribute("connected", identities.connected(account));
    return "desk";
  }

  private List<Passkey> passkeys(String account, Visit visit) {
    var owner = owners.findByUsername(account);
    if (owner == null) {
      return List.of();
    }
    return passkeys.findByUserId(owner.getId()).stream()
        .map(p ->
            new Passkey(
                p.getCredentialId().toBase64UrlString(),
                p.getLabel(),
                visit.words().day(p.getCreated())))
        .toList();
  }

  /// Shows the way to the ministry's identity provider, from where she comes back connected. It is
  /// a link and no redirect: browsers let no form of ours lead to another site.
  @PostMapping("/desk/ministry")
  String connect(Visit visit, HttpSession session, Model model) {
    visit.requireAccount();
    session.setAttribute(Identities.CONNECTING, true);
    model.addAttribute("onward", true);
    return desk(visit, model);
  }

  @PostMapping("/desk/ministry/end")
  String disconnect(Visit visit) {
    identities.disconnect(visit.requireAccount());
    return "redirect:/desk";
  }

  @PostMapping("/desk/tokens")
  String makeToken(
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") Set<String> scopes,
      @RequestParam(defaultValue = "") String area,
      Visit visit,
      Model model) {
    var account = visit.requireAccount();
    var wanted =
        scopes.stream()
            .map(verb -> area.isEmpty() ? verb : verb + ":" + area)
            .collect(Collectors.toSet());
    var made = tokens.make(account, body(visit, body), name, wanted);
    if (made instanceof ApiTokens.MakeOutcome.NotAllowed) {
      throw new Refusal.NotFound();
    }
    return desk(visit, model, made);
  }

  @PostMapping("/desk/tokens/{id}/end")
  String endToken(@PathVariable String id, Visit visit) {
    tokens.revoke(visit.requireAccount(), id);
    return "redirect:/desk#tokens";
  }

  private Body body(Visit visit, String id) {
    return mandates.find(visit.requireAccount(), id).orElseThrow(Refusal.NotFound::new);
  }
}
