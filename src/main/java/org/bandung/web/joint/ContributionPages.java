package org.bandung.web.joint;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bandung.access.fields.SensitiveField;
import org.bandung.kernel.Messages;
import org.bandung.kernel.StableId;
import org.bandung.registry.joint.Contribution;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.Joint.Stated;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.JointInitiatives.View;
import org.bandung.registry.joint.JointOutcome;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form in which a party states what it gave or received.
@Controller
final class ContributionPages {

  private final JointInitiatives initiatives;
  private final JointModel shown;

  ContributionPages(JointInitiatives initiatives, JointModel shown) {
    this.initiatives = initiatives;
    this.shown = shown;
  }

  /// A form as it is filled.
  ///
  /// @param latest what stands now, where somebody changed it meanwhile
  private record Filled(
      String party,
      String contribution,
      Map<String, String> said,
      List<Said.Fault> faults,
      List<String> latest) {}

  @GetMapping("/desk/initiatives/{id}/contributions/new")
  String fresh(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String as,
      Visit visit,
      Model model) {
    var view = view(visit, id);
    var party = party(view, as);
    return form(
        view, new Filled(party, "", Map.of("kind", "in-kind"), List.of(), List.of()), visit, model);
  }

  @GetMapping("/desk/initiatives/{id}/contributions/{contribution}")
  String change(
      @PathVariable String id, @PathVariable String contribution, Visit visit, Model model) {
    var view = view(visit, id);
    var stated = stated(view, contribution);
    var said = ContributionForm.fill(stated.said(), stated.by(), visit.words());
    said.put("basis", String.valueOf(stated.version()));
    return form(
        view, new Filled(stated.by(), contribution, said, List.of(), List.of()), visit, model);
  }

  private View view(Visit visit, String id) {
    return initiatives.find(visit.requireAccount(), id).orElseThrow(Refusal.NotFound::new);
  }

  /// A contribution that she may change.
  private static Stated stated(View view, String contribution) {
    var stated = view.joint().stated().get(contribution);
    if (stated == null || !view.may(stated.by(), Deed.SPEAKING)) {
      throw new Refusal.NotFound();
    }
    return stated;
  }

  /// The party she speaks for: the one asked for, else the first.
  static String party(View view, String as) {
    return view.joint().beginning().parties().stream()
        .map(p -> p.id())
        .filter(p -> view.may(p, Deed.SPEAKING) && (as.isEmpty() || p.equals(as)))
        .findFirst()
        .orElseThrow(Refusal.NotFound::new);
  }

  private String form(View view, Filled filled, Visit visit, Model model) {
    var words = visit.words();
    var names = new JointNames(words, view.joint());
    model.addAttribute("id", view.joint().id());
    model.addAttribute("heading", names.text(view.joint().beginning().title()));
    model.addAttribute("party", filled.party());
    model.addAttribute("partyName", names.party(filled.party()));
    model.addAttribute("contribution", filled.contribution());
    model.addAttribute(
        "others", names.parties().stream().filter(p -> !p.code().equals(filled.party())).toList());
    model.addAttribute("said", filled.said());
    model.addAttribute("faults", filled.faults());
    model.addAttribute("latest", filled.latest());
    model.addAttribute("key", filled.said().getOrDefault("key", UUID.randomUUID().toString()));
    model.addAttribute("spoken", Messages.LANGUAGES);
    model.addAttribute("fields", SensitiveField.of("contribution"));
    model.addAttribute("components", ContributionForm.COMPONENTS);
    for (var scheme :
        List.of("cooperation-form", "unit-of-quantity", "valuation-method", "cost-component")) {
      model.addAttribute(scheme.replace("-", ""), shown.codes(scheme, words));
    }
    return "joint-contribution";
  }

  @PostMapping("/desk/initiatives/{id}/contributions/new")
  String state(
      @PathVariable String id, @RequestParam Map<String, String> typed, Visit visit, Model model) {
    var view = view(visit, id);
    var party = party(view, typed.getOrDefault("as", ""));
    var contribution = StableId.of("contribution", id, party, typed.getOrDefault("key", ""));
    return state(
        view, new Filled(party, "", typed, List.of(), List.of()), contribution, visit, model);
  }

  @PostMapping("/desk/initiatives/{id}/contributions/{contribution}")
  String restate(
      @PathVariable String id,
      @PathVariable String contribution,
      @RequestParam Map<String, String> typed,
      Visit visit,
      Model model) {
    var view = view(visit, id);
    var stated = stated(view, contribution);
    return state(
        view,
        new Filled(stated.by(), contribution, typed, List.of(), List.of()),
        contribution,
        visit,
        model);
  }

  private String state(View view, Filled filled, String contribution, Visit visit, Model model) {
    var said = new Said(filled.said());
    var before = view.joint().stated().get(filled.contribution());
    var read = ContributionForm.read(said, filled.party(), before == null ? null : before.said());
    int basis = said.whole("basis", 0);
    if (!said.faults().isEmpty()) {
      return again(view, filled, said.faults(), null, visit, model);
    }
    var outcome =
        initiatives
            .act(
                visit.requireAccount(),
                view.joint().id(),
                filled.party(),
                new Deed.State(contribution, basis, read),
                said.get("key"))
            .orElseThrow(Refusal.NotFound::new);
    return switch (outcome) {
      case JointOutcome.Done done ->
          "redirect:/desk/initiatives/" + view.joint().id() + "#c-" + contribution;
      case JointOutcome.Faulty(var notes) ->
          again(view, filled, JointPages.faults(notes), null, visit, model);
      case JointOutcome.NotAllowed(var needed) ->
          refused(view, filled, "not-allowed", visit, model);
      case JointOutcome.Stale(long latest, var now) ->
          again(
              view,
              filled,
              List.of(new Said.Fault("basis", "stale")),
              now.stated().get(contribution),
              visit,
              model);
      case JointOutcome.NotNow(var why) -> refused(view, filled, why, visit, model);
      case JointOutcome.KeyUsedOtherwise used -> refused(view, filled, "key", visit, model);
    };
  }

  private String refused(View view, Filled filled, String why, Visit visit, Model model) {
    return again(view, filled, List.of(new Said.Fault("form-whole", why)), null, visit, model);
  }

  /// The form once more with everything typed; where somebody was faster, beside what stands now.
  private String again(
      View view,
      Filled filled,
      List<Said.Fault> faults,
      @Nullable Stated latest,
      Visit visit,
      Model model) {
    var names = new JointNames(visit.words(), view.joint());
    var said = new java.util.HashMap<>(filled.said());
    List<String> lines = List.of();
    if (latest != null) {
      lines = lines(names, latest.said());
      said.put("basis", String.valueOf(latest.version()));
      said.remove("key");
    }
    return form(
        view, new Filled(filled.party(), filled.contribution(), said, faults, lines), visit, model);
  }

  private static List<String> lines(JointNames names, Contribution c) {
    var lines = new java.util.ArrayList<String>();
    lines.add(names.text(c.what()));
    lines.add(names.figure(c.figure()));
    lines.addAll(names.details(c));
    return lines;
  }
}
