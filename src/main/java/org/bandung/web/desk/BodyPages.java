package org.bandung.web.desk;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.access.Body;
import org.bandung.access.Delegations;
import org.bandung.access.Delegations.DelegateOutcome;
import org.bandung.access.Mandates;
import org.bandung.access.Mandates.AdmitOutcome;
import org.bandung.access.Mandates.PeopleOutcome;
import org.bandung.access.Role;
import org.bandung.access.signin.Sessions;
import org.bandung.kernel.Messages;
import org.bandung.post.Post;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Bodies: admitting them, letting people act for them, delegating sectors to them.
@Controller
final class BodyPages {

  private static final int LINES = 50;

  private final Mandates mandates;
  private final Delegations delegations;
  private final Sessions sessions;
  private final Post post;
  private final Dictionary dictionary;

  BodyPages(
      Mandates mandates,
      Delegations delegations,
      Sessions sessions,
      Post post,
      Dictionary dictionary) {
    this.mandates = mandates;
    this.delegations = delegations;
    this.sessions = sessions;
    this.post = post;
    this.dictionary = dictionary;
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
    model.addAttribute("delegates", delegations.may(account, body));
    model.addAttribute("delegated", delegations.sectors(body));
    model.addAttribute("sectors", dictionary.sectors(visit.words()));
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
          case PeopleOutcome.SessionsEnded() -> "sessions-ended";
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

  @PostMapping("/desk/bodies/{id}/people/{person}/sessions/end")
  String endSessions(
      @PathVariable String id, @PathVariable String person, Visit visit, Model model) {
    var body = body(visit, id);
    return show(body, visit, model, sessions.end(visit.requireAccount(), body, person));
  }

  private static Set<Role> roles(Set<String> codes) {
    var roles = EnumSet.noneOf(Role.class);
    codes.forEach(
        code -> roles.add(Role.ofCode(code).orElseThrow(() -> new Refusal.BadParameter("roles"))));
    return roles;
  }

  @PostMapping("/desk/bodies/{id}/sectors")
  String delegate(
      @PathVariable String id, @RequestParam(defaultValue = "") Set<String> sectors, Visit visit) {
    var body = body(visit, id);
    return switch (delegations.delegate(visit.requireAccount(), body, sectors)) {
      case DelegateOutcome.Delegated done -> "redirect:/desk/bodies/" + body.id() + "#sectors";
      case DelegateOutcome.NotAllowed() -> throw new Refusal.NotFound();
      case DelegateOutcome.Refused(var what) -> throw new Refusal.BadParameter("sectors");
    };
  }
}
