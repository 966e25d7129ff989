package org.bandung.web.joint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bandung.access.fields.SensitiveField;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.Joint;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.JointInitiatives.View;
import org.bandung.registry.joint.JointOutcome;
import org.bandung.registry.joint.Plan;
import org.bandung.registry.joint.Report;
import org.bandung.registry.joint.Telling;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The forms of longer texts: another plan, a joint report, what a party tells.
@Controller
final class PlanPages {

  private static final int SPARE_LINES = 3;

  private final JointInitiatives initiatives;
  private final JointFiles files;

  PlanPages(JointInitiatives initiatives, JointFiles files) {
    this.initiatives = initiatives;
    this.files = files;
  }

  private View view(Visit visit, String id) {
    return initiatives.find(visit.requireAccount(), id).orElseThrow(Refusal.NotFound::new);
  }

  /// What all three forms need.
  ///
  /// @param latest what stands now, where somebody changed it meanwhile
  private record Filled(
      String template, Map<String, String> said, List<Said.Fault> faults, List<String> latest) {
    Filled again(List<Said.Fault> found) {
      return new Filled(template, said, found, List.of());
    }
  }

  private static String form(View view, String party, Filled filled, Visit visit, Model model) {
    var names = new JointNames(visit.words(), view.joint());
    model.addAttribute("id", view.joint().id());
    model.addAttribute("heading", names.text(view.joint().beginning().title()));
    model.addAttribute("party", party);
    model.addAttribute("partyName", names.party(party));
    model.addAttribute("names", names.parties());
    model.addAttribute("spoken", Messages.LANGUAGES);
    model.addAttribute("fields", SensitiveField.of("telling"));
    model.addAttribute("said", filled.said());
    model.addAttribute("faults", filled.faults());
    model.addAttribute("latest", filled.latest());
    model.addAttribute("key", filled.said().getOrDefault("key", UUID.randomUUID().toString()));
    model.addAttribute(
        "pictures",
        Optional.ofNullable(view.joint().told().get(party))
            .map(Telling::pictures)
            .orElse(List.of()));
    model.addAttribute("lines", view.joint().plan().items().size() + SPARE_LINES);
    model.addAttribute("plan", JointOverview.items(view.joint().plan(), names, visit.words()));
    return filled.template();
  }

  /// Done, or the form once more with everything typed.
  private String act(View view, String party, Deed deed, Filled filled, Visit visit, Model model) {
    var id = view.joint().id();
    var outcome =
        initiatives
            .act(visit.requireAccount(), id, party, deed, filled.said().getOrDefault("key", ""))
            .orElseThrow(Refusal.NotFound::new);
    var why =
        switch (outcome) {
          case JointOutcome.Done done -> {
            yield "";
          }
          case JointOutcome.Faulty(var notes) -> "faulty";
          case JointOutcome.NotAllowed not -> "not-allowed";
          case JointOutcome.NotNow(var reason) -> reason;
          case JointOutcome.KeyUsedOtherwise used -> "key";
          case JointOutcome.Stale stale -> "stale";
        };
    if (why.isEmpty()) {
      return "redirect:/desk/initiatives/" + id + "?said=" + deed.word();
    }
    return switch (outcome) {
      case JointOutcome.Faulty(var notes) ->
          form(view, party, filled.again(JointPages.faults(notes)), visit, model);
      case JointOutcome.Stale(long latest, var now) ->
          form(view, party, beside(filled, deed, latest, now, visit), visit, model);
      default ->
          form(view, party, filled.again(List.of(new Said.Fault("form-whole", why))), visit, model);
    };
  }

  /// The form beside what stands now; sent again, it is on top of that.
  private static Filled beside(Filled filled, Deed deed, long latest, Joint now, Visit visit) {
    var said = new HashMap<>(filled.said());
    said.put("basis", String.valueOf(latest));
    said.remove("key");
    var names = new JointNames(visit.words(), now);
    var lines =
        deed instanceof Deed.WriteReport(int number, int basis, var report)
            ? List.of(names.text(now.reports().get(number - 1).report().text()))
            : now.plan().items().stream().map(i -> names.text(i.what())).toList();
    return new Filled(filled.template(), said, List.of(new Said.Fault("basis", "stale")), lines);
  }

  @GetMapping("/desk/initiatives/{id}/plan")
  String plan(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String as,
      Visit visit,
      Model model) {
    var view = view(visit, id);
    var said = new HashMap<String, String>();
    said.put("basis", String.valueOf(view.joint().jointVersion()));
    var names = new JointNames(visit.words(), view.joint());
    int n = 0;
    for (var item : view.joint().plan().items()) {
      var p = "item-" + ++n + "-";
      said.put(p + "id", item.id());
      said.put(p + "what", names.text(item.what()));
      said.put(p + "kind", item.kind() == Plan.Kind.MILESTONE ? "milestone" : "activity");
      said.put(p + "due", item.due() == null ? "" : item.due().toString());
      said.put(p + "reached", item.reached() == null ? "" : item.reached().toString());
      said.put(p + "by", item.responsible() == null ? "" : item.responsible());
    }
    return form(
        view,
        ContributionPages.party(view, as),
        new Filled("joint-plan", said, List.of(), List.of()),
        visit,
        model);
  }

  @PostMapping("/desk/initiatives/{id}/plan")
  String propose(
      @PathVariable String id, @RequestParam Map<String, String> typed, Visit visit, Model model) {
    var view = view(visit, id);
    var party = ContributionPages.party(view, typed.getOrDefault("as", ""));
    var said = new Said(typed);
    var plan =
        PlanForm.read(said, view.joint().plan().items().size() + SPARE_LINES, view.joint().plan());
    var why = said.prose("why");
    int basis = said.whole("basis", 0);
    var filled = new Filled("joint-plan", typed, List.of(), List.of());
    return said.faults().isEmpty()
        ? act(view, party, new Deed.ProposePlan(basis, plan, why), filled, visit, model)
        : form(view, party, filled.again(said.faults()), visit, model);
  }

  @GetMapping("/desk/initiatives/{id}/reports/{number}")
  String report(@PathVariable String id, @PathVariable String number, Visit visit, Model model) {
    var view = view(visit, id);
    var said = new HashMap<String, String>();
    var before = before(view, number);
    if (before != null) {
      var names = new JointNames(visit.words(), view.joint());
      var report = before.report();
      said.put("basis", String.valueOf(before.version()));
      said.put("text", names.text(report.text()));
      said.put("figures", names.text(report.figures()));
      said.put("from", report.period().start() == null ? "" : report.period().start().toString());
      said.put("to", report.period().end() == null ? "" : report.period().end().toString());
      report.milestones().forEach(m -> said.put("reached-" + m, "yes"));
    }
    model.addAttribute("number", number);
    return form(
        view,
        ContributionPages.party(view, ""),
        new Filled("joint-report", said, List.of(), List.of()),
        visit,
        model);
  }

  /// @return null where the report is new
  private static Joint.@Nullable JointReport before(View view, String number) {
    if (number.equals("new")) {
      return null;
    }
    return view.joint().reports().stream()
        .filter(r -> String.valueOf(r.number()).equals(number))
        .findFirst()
        .orElseThrow(Refusal.NotFound::new);
  }

  @PostMapping("/desk/initiatives/{id}/reports/{number}")
  String write(
      @PathVariable String id,
      @PathVariable String number,
      @RequestParam Map<String, String> typed,
      Visit visit,
      Model model) {
    var view = view(visit, id);
    var party = ContributionPages.party(view, typed.getOrDefault("as", ""));
    var before = before(view, number);
    var said = new Said(typed);
    var reached = new ArrayList<String>();
    for (var item : view.joint().plan().items()) {
      if (said.ticked("reached-" + item.id())) {
        reached.add(item.id());
      }
    }
    var report =
        new Report(
            said.period(),
            said.prose("text", before == null ? LocalizedText.EMPTY : before.report().text()),
            reached,
            said.prose(
                "figures", before == null ? LocalizedText.EMPTY : before.report().figures()));
    int basis = said.whole("basis", 0);
    model.addAttribute("number", number);
    var filled = new Filled("joint-report", typed, List.of(), List.of());
    var deed = new Deed.WriteReport(before == null ? 0 : before.number(), basis, report);
    return said.faults().isEmpty()
        ? act(view, party, deed, filled, visit, model)
        : form(view, party, filled.again(said.faults()), visit, model);
  }

  @GetMapping("/desk/initiatives/{id}/told")
  String telling(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String as,
      Visit visit,
      Model model) {
    var view = view(visit, id);
    var party = ContributionPages.party(view, as);
    var told = view.joint().told().get(party);
    var names = new JointNames(visit.words(), view.joint());
    var said =
        told == null ? Map.<String, String>of() : TellingForm.fill(told, names, visit.words());
    return form(view, party, new Filled("joint-told", said, List.of(), List.of()), visit, model);
  }

  @PostMapping("/desk/initiatives/{id}/told")
  String tell(
      @PathVariable String id,
      @RequestParam Map<String, String> typed,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Visit visit,
      Model model) {
    var view = view(visit, id);
    var party = ContributionPages.party(view, typed.getOrDefault("as", ""));
    var said = new Said(typed);
    var telling = TellingForm.read(said, view.joint().told().get(party), file, files);
    var filled = new Filled("joint-told", typed, said.faults(), List.of());
    if (!said.faults().isEmpty()) {
      return form(view, party, filled, visit, model);
    }
    return act(view, party, new Deed.Tell(telling), filled, visit, model);
  }
}
