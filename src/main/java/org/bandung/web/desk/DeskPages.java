package org.bandung.web.desk;

import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.access.AccessSettings;
import org.bandung.access.ApiTokens;
import org.bandung.access.Body;
import org.bandung.access.Identities;
import org.bandung.access.Mandates;
import org.bandung.access.Mandates.AdmitOutcome;
import org.bandung.access.Mandates.PeopleOutcome;
import org.bandung.access.Permission;
import org.bandung.access.Role;
import org.bandung.kernel.Messages;
import org.bandung.post.Post;
import org.bandung.web.frame.Dictionary;
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

/// The desk: what somebody acts for, whom she lets in, her passkeys and tokens.
@Controller
final class DeskPages {

  private static final int LINES = 50;

  private final Mandates mandates;
  private final ApiTokens tokens;
  private final Post post;
  private final Dictionary dictionary;
  private final Identities identities;
  private final AccessSettings settings;
  private final PublicKeyCredentialUserEntityRepository owners;
  private final UserCredentialRepository passkeys;

  DeskPages(
      Mandates mandates,
      ApiTokens tokens,
      Post post,
      Dictionary dictionary,
      Identities identities,
      AccessSettings settings,
      PublicKeyCredentialUserEntityRepository owners,
      UserCredentialRepository passkeys) {
    this.mandates = mandates;
    this.tokens = tokens;
    this.post = post;
    this.dictionary = dictionary;
    this.identities = identities;
    this.settings = settings;
    this.owners = owners;
    this.passkeys = passkeys;
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
      Visit visit,
      Model model) {
    var account = visit.requireAccount();
    var made = tokens.make(account, body(visit, body), name, scopes);
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

  @GetMapping("/desk/bodies/new")
  String newBody(Visit visit, Model model) {
    return newBody(visit, model, Map.of(), "");
  }

  private String newBody(Visit visit, Model model, Map<String, String> said, String fault) {
    model.addAttribute("account", visit.requireAccount());
    model.addAttribute(
        "kinds",
        EnumSet.complementOf(EnumSet.of(Body.Kind.NODE)).stream().map(Body.Kind::code).toList());
    model.addAttribute("countries", dictionary.countries(visit.words()));
    model.addAttribute("groupings", dictionary.groupings(visit.words()));
    model.addAttribute("said", said);
    model.addAttribute("fault", fault);
    return "new-body";
  }

  @PostMapping("/desk/bodies/new")
  String admit(@RequestParam Map<String, String> said, Visit visit, Model model) {
    var kind = Body.Kind.ofCode(said.getOrDefault("kind", "")).orElse(Body.Kind.NODE);
    boolean ofCountry = kind == Body.Kind.AUTHORITY || kind == Body.Kind.ORGANISATION;
    var wanted =
        new Mandates.Wanted(
            kind,
            said.getOrDefault("name", ""),
            ofCountry ? given(said, "country") : null,
            kind == Body.Kind.SECRETARIAT ? given(said, "grouping") : null,
            null);
    return switch (mandates.admit(visit.requireAccount(), wanted)) {
      case AdmitOutcome.Admitted(var body) -> "redirect:/desk/bodies/" + body.id();
      case AdmitOutcome.NotAllowed() -> newBody(visit, model, said, "not-allowed");
      case AdmitOutcome.HasAuthority(var other) -> newBody(visit, model, said, "has-authority");
      case AdmitOutcome.Refused(var field) -> newBody(visit, model, said, field);
    };
  }

  private static @Nullable String given(Map<String, String> said, String field) {
    var value = said.getOrDefault(field, "").strip();
    return value.isEmpty() ? null : value;
  }

  @GetMapping("/desk/bodies/{id}")
  String show(@PathVariable String id, Visit visit, Model model) {
    return show(body(visit, id), visit, model, null);
  }

  private String show(Body body, Visit visit, Model model, @Nullable PeopleOutcome outcome) {
    var account = visit.requireAccount();
    model.addAttribute("account", account);
    model.addAttribute("body", body);
    model.addAttribute("manages", mandates.manages(account, body));
    model.addAttribute("admits", mandates.admits(account, body));
    model.addAttribute("people", mandates.people(account, body));
    model.addAttribute("log", log(visit, body));
    model.addAttribute(
        "roles", Arrays.stream(Role.values()).filter(mandates.givable(body)::contains).toList());
    model.addAttribute("spoken", Messages.LANGUAGES);
    model.addAttribute(
        "link", outcome instanceof PeopleOutcome.Invited(var link) && !post.leaves() ? link : "");
    model.addAttribute(
        "outcome",
        switch (outcome) {
          case null -> "";
          case PeopleOutcome.Invited invited -> post.leaves() ? "invited" : "hand-over";
          case PeopleOutcome.Changed() -> "changed";
          case PeopleOutcome.NotAllowed() -> "not-allowed";
          case PeopleOutcome.OwnRise() -> "own-rise";
          case PeopleOutcome.LastOne() -> "last-one";
          case PeopleOutcome.Refused(var field) -> "refused-" + field;
        });
    return "body";
  }

  /// A line of the log as the page shows it.
  record Deed(String when, String what, String who, String whom) {}

  private List<Deed> log(Visit visit, Body body) {
    return mandates.log(visit.requireAccount(), body, LINES).orElse(List.of()).stream()
        .map(line -> {
          var deed = line.deed();
          return new Deed(
              visit.words().moment(line.at()),
              deed.action(),
              deed.account() == null ? "" : mandates.nameOf(deed.account()).orElse(""),
              mandates.nameOf(deed.object()).orElse(""));
        })
        .toList();
  }

  @PostMapping("/desk/bodies/{id}/people")
  String invite(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") Set<String> roles,
      @RequestParam(defaultValue = "en") String language,
      Visit visit,
      Model model) {
    var body = body(visit, id);
    var account = visit.requireAccount();
    return show(body, visit, model, mandates.invite(account, body, email, roles(roles), language));
  }

  @PostMapping("/desk/bodies/{id}/suspended")
  String suspend(
      @PathVariable String id, @RequestParam(defaultValue = "yes") String suspended, Visit visit) {
    var body = body(visit, id);
    if (!mandates.suspend(visit.requireAccount(), body, suspended.equals("yes"))) {
      throw new Refusal.NotFound();
    }
    return "redirect:/desk/bodies/" + body.id();
  }

  @PostMapping("/desk/bodies/{id}/people/{person}")
  String change(
      @PathVariable String id,
      @PathVariable String person,
      @RequestParam(defaultValue = "") Set<String> roles,
      Visit visit,
      Model model) {
    var body = body(visit, id);
    var outcome = mandates.change(visit.requireAccount(), body, person, roles(roles));
    return show(body, visit, model, outcome);
  }

  private static Set<Role> roles(Set<String> codes) {
    var roles = EnumSet.noneOf(Role.class);
    codes.forEach(
        code -> roles.add(Role.ofCode(code).orElseThrow(() -> new Refusal.BadParameter("roles"))));
    return roles;
  }
}
