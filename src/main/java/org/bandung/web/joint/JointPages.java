package org.bandung.web.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.kernel.StableId;
import org.bandung.registry.joint.Beginning;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.JointOutcome;
import org.bandung.registry.joint.JointParty;
import org.bandung.registry.joint.Plan;
import org.bandung.registry.said.Role;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The initiatives of somebody's bodies: the list, one of them, and how one begins.
@Controller
final class JointPages {

  private static final int MOST = 200;
  private static final int OTHERS = 5;
  private static final int ITEMS = 6;

  private final JointInitiatives initiatives;
  private final Mandates mandates;
  private final Dictionary dictionary;
  private final JointModel shown;

  JointPages(
      JointInitiatives initiatives, Mandates mandates, Dictionary dictionary, JointModel shown) {
    this.initiatives = initiatives;
    this.mandates = mandates;
    this.dictionary = dictionary;
    this.shown = shown;
  }

  /// An initiative in the list.
  record Row(
      String id, String title, String parties, String state, boolean isPublic, int waiting) {}

  @GetMapping("/desk/initiatives")
  String list(Visit visit, Model model) {
    var account = visit.requireAccount();
    var words = visit.words();
    model.addAttribute(
        "rows",
        initiatives.list(account, MOST).stream()
            .map(v -> {
              var names = new JointNames(words, v.joint());
              return new Row(
                  v.joint().id(),
                  names.text(v.joint().beginning().title()),
                  String.join(
                      words.text("list.comma"),
                      names.parties().stream().map(JointNames.Choice::name).toList()),
                  JointModel.state(v),
                  v.publicVersion() > 0,
                  JointOverview.of(v, words).waiting().size());
            })
            .toList());
    model.addAttribute("mayBegin", !own(account).isEmpty());
    return "joint-list";
  }

  /// The bodies for which somebody may begin one.
  private List<Body> own(Account account) {
    return account.mandates().stream()
        .map(m -> m.body())
        .filter(b -> b.kind() != Body.Kind.NODE)
        .filter(b -> Deed.SPEAKING.stream().anyMatch(p -> mandates.may(account, p, b)))
        .toList();
  }

  @GetMapping("/desk/initiatives/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String said,
      Visit visit,
      Model model) {
    var view = initiatives.find(visit.requireAccount(), id).orElseThrow(Refusal.NotFound::new);
    shown.fill(model, view, visit);
    model.addAttribute("said", said.matches("[a-z-]{1,40}") ? said : "");
    return "joint";
  }

  @GetMapping(value = "/desk/initiatives/new", params = "!agreement")
  String form(Visit visit, Model model) {
    return form(visit, model, Map.of(), List.of());
  }

  private String form(Visit visit, Model model, Map<String, String> said, List<Said.Fault> faults) {
    var own = own(visit.requireAccount());
    if (own.isEmpty()) {
      throw new Refusal.NotFound();
    }
    model.addAttribute("own", own);
    model.addAttribute("countries", dictionary.countries(visit.words()));
    model.addAttribute("sectors", dictionary.sectors(visit.words()));
    model.addAttribute("partyRoles", Role.values());
    model.addAttribute("spoken", Messages.LANGUAGES);
    model.addAttribute("others", OTHERS);
    model.addAttribute("items", ITEMS);
    model.addAttribute("said", said);
    model.addAttribute("faults", faults);
    model.addAttribute("key", said.getOrDefault("key", UUID.randomUUID().toString()));
    return "joint-new";
  }

  @PostMapping("/desk/initiatives/new")
  String begin(@RequestParam Map<String, String> typed, Visit visit, Model model) {
    var account = visit.requireAccount();
    var said = new Said(typed);
    var beginning = beginning(said, account);
    if (!said.faults().isEmpty()) {
      return form(visit, model, typed, said.faults());
    }
    var outcome =
        initiatives.begin(account, beginning, said.get("key")).orElseThrow(Refusal.NotFound::new);
    return switch (outcome) {
      case JointOutcome.Done done -> "redirect:/desk/initiatives/" + done.after().id();
      case JointOutcome.Faulty(var notes) -> form(visit, model, typed, faults(notes));
      case JointOutcome.NotAllowed(var needed) ->
          form(visit, model, typed, List.of(new Said.Fault("own", "not-allowed")));
      case JointOutcome.KeyUsedOtherwise used ->
          form(visit, model, typed, List.of(new Said.Fault("key", "key")));
      case JointOutcome.Stale stale -> throw new IllegalStateException("nothing was read");
      case JointOutcome.NotNow not -> throw new IllegalStateException(not.why());
    };
  }

  static List<Said.Fault> faults(List<org.bandung.kernel.Note> notes) {
    return notes.stream()
        .map(n -> new Said.Fault(n.path(), n.code().replace("bandung.", "")))
        .toList();
  }

  private Beginning beginning(Said said, Account account) {
    return new Beginning(
        new Beginning.Origin(null, said.given("number"), said.date("date"), said.given("request")),
        said.prose("title"),
        said.prose("objective"),
        said.prose("description"),
        parties(said, account),
        said.period(),
        plan(said),
        List.of(),
        List.of(),
        List.of(),
        said.given("sector") == null ? List.of() : List.of(said.get("sector")));
  }

  private List<JointParty> parties(Said said, Account account) {
    var parties = new ArrayList<JointParty>();
    own(account).stream()
        .filter(b -> b.id().equals(said.get("own")))
        .findFirst()
        .ifPresent(b -> parties.add(own(b, role(said, "role"))));
    for (int n = 1; n <= OTHERS; n++) {
      var country = said.get("country-" + n);
      var name = said.get("name-" + n);
      var role = role(said, "role-" + n);
      boolean known = CountryCode.isWellFormed(country);
      if (!name.isEmpty()) {
        var listed = mandates.list(account).stream().filter(b -> b.name().equals(name)).findFirst();
        parties.add(
            new JointParty(
                listed.map(Body::id).orElseGet(() -> StableId.of("party", country, name)),
                role,
                LocalizedText.of("und", name),
                known ? country : null));
      } else if (known) {
        parties.add(new JointParty(country, role, LocalizedText.of("und", country), country));
      }
    }
    return parties;
  }

  /// An authority acts for its country, which is the party.
  private static JointParty own(Body body, Role role) {
    boolean country = body.kind() == Body.Kind.AUTHORITY && body.country() != null;
    return new JointParty(
        country ? String.valueOf(body.country()) : body.id(),
        role,
        LocalizedText.of("und", body.name()),
        body.country());
  }

  private static Role role(Said said, String field) {
    for (var role : Role.values()) {
      if (role.code().equals(said.get(field))) {
        return role;
      }
    }
    return Role.DUAL;
  }

  private static Plan plan(Said said) {
    return PlanForm.read(said, ITEMS, Plan.EMPTY);
  }
}
