package org.bandung.web.joint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.registry.joint.Contribution.Visibility;
import org.bandung.registry.joint.Resource;
import org.bandung.registry.joint.Resources;
import org.bandung.web.frame.Numerals;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What facilitators and United Nations bodies put into South-South cooperation.
@Controller
final class ResourcePages {

  private static final int MOST = 500;

  private final Resources resources;
  private final Mandates mandates;
  private final JointModel shown;

  ResourcePages(Resources resources, Mandates mandates, JointModel shown) {
    this.resources = resources;
    this.mandates = mandates;
    this.shown = shown;
  }

  /// A resource in the list.
  record Row(
      String id,
      int version,
      String body,
      String year,
      String kind,
      String what,
      String figure,
      String initiative,
      boolean released,
      boolean editable,
      boolean releasable) {}

  @GetMapping("/desk/resources")
  String list(Visit visit, Model model) {
    return list(visit, model, Map.of(), List.of());
  }

  private String list(Visit visit, Model model, Map<String, String> said, List<Said.Fault> faults) {
    var account = visit.requireAccount();
    var words = visit.words();
    var bodies = mandates.list(account);
    model.addAttribute(
        "rows",
        resources.list(account, MOST).stream().map(h -> row(h, bodies, account, words)).toList());
    model.addAttribute("own", own(account));
    model.addAttribute("units", shown.codes("unit-of-quantity", words));
    model.addAttribute("spoken", Messages.LANGUAGES);
    model.addAttribute("said", said);
    model.addAttribute("faults", faults);
    model.addAttribute("key", said.getOrDefault("key", UUID.randomUUID().toString()));
    return "joint-resources";
  }

  private Row row(Resource.Held h, List<Body> bodies, Account account, Words words) {
    var said = h.said();
    var owner = bodies.stream().filter(b -> b.id().equals(h.body())).findFirst();
    var what = words.phrase(said.what());
    var figure = new java.util.ArrayList<String>();
    if (said.figure().quantity() != null) {
      figure.add(words.quantity(said.figure().quantity()));
    }
    if (said.figure().amount() != null) {
      figure.add(words.amount(said.figure().amount()));
    }
    return new Row(
        h.id(),
        h.version(),
        owner.map(Body::name).orElse(""),
        String.valueOf(said.year()),
        words.text("resources.kind." + said.kind().code()),
        what == null ? "" : what.text(),
        String.join(" · ", figure),
        said.initiative() == null ? "" : said.initiative(),
        h.released(),
        owner.filter(b -> mandates.may(account, Permission.WRITE_ENTRY, b)).isPresent(),
        owner.filter(b -> mandates.may(account, Permission.RELEASE, b)).isPresent()
            && said.visibility() == Visibility.PUBLIC
            && said.initiative() != null);
  }

  private List<Body> own(Account account) {
    return account.mandates().stream()
        .map(m -> m.body())
        .filter(b -> b.kind() != Body.Kind.NODE)
        .filter(b -> mandates.may(account, Permission.WRITE_ENTRY, b))
        .toList();
  }

  @GetMapping("/desk/resources/{id}")
  String change(@PathVariable String id, Visit visit, Model model) {
    var held = resources.find(visit.requireAccount(), id).orElseThrow(Refusal.NotFound::new);
    var said = new HashMap<String, String>();
    var r = held.said();
    said.put("id", id);
    said.put("basis", String.valueOf(held.version()));
    said.put("body", held.body());
    said.put("kind", r.kind().code());
    said.put("year", String.valueOf(r.year()));
    var what = visit.words().phrase(r.what());
    said.put("what", what == null ? "" : what.text());
    if (r.figure().quantity() != null) {
      said.put("quantity", Numerals.again(r.figure().quantity().number()));
      said.put("unit", r.figure().quantity().unit());
    }
    if (r.figure().amount() != null) {
      said.put("amount", Numerals.again(r.figure().amount().value()));
      said.put("currency", String.valueOf(r.figure().amount().currency()));
    }
    said.put("initiative", r.initiative() == null ? "" : r.initiative());
    said.put("visibility", r.visibility() == Visibility.PUBLIC ? "public" : "parties");
    return list(visit, model, said, List.of());
  }

  @PostMapping("/desk/resources")
  String enter(@RequestParam Map<String, String> typed, Visit visit, Model model) {
    var account = visit.requireAccount();
    var said = new Said(typed);
    var id = said.get("id");
    var before = id.isEmpty() ? LocalizedText.EMPTY : find(account, id).said().what();
    var resource = read(said, before);
    int basis = said.whole("basis", 0);
    if (!said.faults().isEmpty()) {
      return list(visit, model, typed, said.faults());
    }
    var outcome =
        id.isEmpty()
            ? resources.enter(account, said.get("body"), resource, said.get("key"))
            : resources.change(account, id, basis, resource);
    return answer(outcome, typed, visit, model);
  }

  private Resource.Held find(Account account, String id) {
    return resources.find(account, id).orElseThrow(Refusal.NotFound::new);
  }

  private static Resource read(Said said, LocalizedText before) {
    return new Resource(
        switch (said.get("kind")) {
          case "money" -> Resource.Kind.MONEY;
          case "time" -> Resource.Kind.TIME;
          default -> Resource.Kind.PEOPLE;
        },
        said.whole("year", 0),
        said.prose("what", before),
        said.figure(),
        said.given("initiative"),
        said.get("visibility").equals("public") ? Visibility.PUBLIC : Visibility.PARTIES);
  }

  @PostMapping("/desk/resources/{id}/{what}")
  String act(
      @PathVariable String id,
      @PathVariable String what,
      @RequestParam Map<String, String> typed,
      Visit visit,
      Model model) {
    var account = visit.requireAccount();
    int basis = new Said(typed).whole("basis", 0);
    var outcome =
        switch (what) {
          case "remove" -> resources.remove(account, id, basis);
          case "release" -> resources.release(account, id, basis);
          case "take-back" -> resources.takeBack(account, id, basis);
          default -> throw new Refusal.NotFound();
        };
    return answer(outcome, Map.of(), visit, model);
  }

  private String answer(
      Optional<Resources.Outcome> outcome, Map<String, String> typed, Visit visit, Model model) {
    return switch (outcome.orElseThrow(Refusal.NotFound::new)) {
      case Resources.Outcome.Done done -> "redirect:/desk/resources";
      case Resources.Outcome.Faulty(var notes) ->
          list(visit, model, typed, JointPages.faults(notes));
      case Resources.Outcome.NotAllowed not -> refused("not-allowed", typed, visit, model);
      case Resources.Outcome.Stale stale -> refused("stale", typed, visit, model);
      case Resources.Outcome.NotTied not -> refused("not-tied", typed, visit, model);
    };
  }

  private String refused(String why, Map<String, String> typed, Visit visit, Model model) {
    return list(visit, model, typed, List.of(new Said.Fault("form-whole", why)));
  }
}
