package org.bandung.web.joint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bandung.access.fields.SensitiveField;
import org.bandung.reference.Reference;
import org.bandung.registry.joint.Beginning;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.Figure;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.Telling;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.bandung.web.joint.JointNames.Choice;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Fills the page of one initiative, whichever door leads to it.
@Component
final class JointModel {

  private final Reference reference;

  JointModel(Reference reference) {
    this.reference = reference;
  }

  static String state(JointInitiatives.View view) {
    return view.joint().closed() ? "closed" : view.joint().suspended() ? "suspended" : "running";
  }

  /// The codes of a scheme in their order.
  List<Choice> codes(String scheme, Words words) {
    return reference
        .findScheme(scheme)
        .map(s ->
            s.categories().keySet().stream()
                .map(c -> new Choice(c, words.label(scheme, c)))
                .toList())
        .orElse(List.of());
  }

  void fill(Model model, JointInitiatives.View view, Visit visit) {
    var j = view.joint();
    var names = new JointNames(visit.words(), j);
    model.addAttribute("view", view);
    model.addAttribute("j", j);
    model.addAttribute("heading", names.text(j.beginning().title()));
    model.addAttribute("state", state(view));
    model.addAttribute("page", JointOverview.of(view, visit.words()));
    model.addAttribute("names", names.parties());
    model.addAttribute("speaking", names.mine(view, Deed.SPEAKING));
    model.addAttribute("binding", names.mine(view, Deed.BINDING));
    model.addAttribute("opening", names.mine(view, Deed.OPENING));
    model.addAttribute("suspended", suspended(view, names, visit));
    model.addAttribute("resuming", names.names(j.course().resuming()));
    model.addAttribute("closing", names.names(j.course().closing()));
    model.addAttribute("tellings", tellings(view, names));
    model.addAttribute("key", UUID.randomUUID().toString());
    model.addAttribute("roles", roles(view, names, visit));
    model.addAttribute("units", codes("unit-of-quantity", visit.words()));
    model.addAttribute("agreed", agreed(j.beginning(), names, visit.words()));
    model.addAttribute("typed", Map.of());
    model.addAttribute("typedAt", "");
  }

  private static List<String> suspended(JointInitiatives.View view, JointNames names, Visit visit) {
    return view.joint().course().suspended().entrySet().stream()
        .map(e -> visit.words().text("joint.suspended.by", names.party(e.getKey()), e.getValue()))
        .toList();
  }

  /// What a party tells, as the page shows it.
  ///
  /// @param circles for whom single fields are, where they are for fewer than the rest
  record Told(
      String party,
      Map<String, String> texts,
      List<Telling.Picture> pictures,
      boolean isPublic,
      Map<String, String> circles) {}

  private static List<Told> tellings(JointInitiatives.View view, JointNames names) {
    var all = new ArrayList<Told>();
    view.joint()
        .told()
        .forEach((party, t) -> {
          var texts = new LinkedHashMap<String, String>();
          texts.put("results", names.text(t.results()));
          texts.put("lessons", names.text(t.lessons()));
          texts.put("gains", names.text(t.gains()));
          texts.put("story", names.text(t.story()));
          texts.values().removeIf(String::isEmpty);
          all.add(
              new Told(
                  names.party(party),
                  texts,
                  t.pictures(),
                  t.visibility() == org.bandung.registry.joint.Contribution.Visibility.PUBLIC,
                  narrowed(t)));
        });
    return all;
  }

  private static Map<String, String> narrowed(Telling t) {
    var narrowed = new HashMap<String, String>();
    SensitiveField.of("telling").values().stream()
        .filter(f -> t.circle(f) != f.circle(null, t.visibility().circle()))
        .forEach(f -> narrowed.put(f.field(), t.circle(f).code()));
    return narrowed;
  }

  /// Who takes part, by role.
  record Part(String role, String party) {}

  private static List<Part> roles(JointInitiatives.View view, JointNames names, Visit visit) {
    return view.joint().beginning().parties().stream()
        .map(p -> new Part(visit.words().role(p.role()), names.party(p.id())))
        .toList();
  }

  /// What a party was to give and gain, by the agreement.
  record Agreed(String party, List<String> lines) {}

  private static List<Agreed> agreed(Beginning beginning, JointNames names, Words words) {
    var all = new ArrayList<Agreed>();
    for (var share : beginning.shares()) {
      var lines = new ArrayList<String>();
      for (var gift : share.gives()) {
        var figure = new Figure(gift.money(), gift.inKind());
        lines.add(words.text("joint.agreed.gives", names.text(gift.what()), names.figure(figure)));
      }
      for (var gain : share.gains()) {
        lines.add(words.text("joint.agreed.gains", names.text(gain)));
      }
      all.add(new Agreed(names.party(share.party()), lines));
    }
    var budget = new ArrayList<String>();
    for (var line : beginning.budget()) {
      budget.add(
          words.text(
              "joint.agreed.budget",
              names.text(line.what()),
              words.amount(line.amount()),
              line.fundedBy() == null
                  ? words.text("joint.agreed.open")
                  : names.party(line.fundedBy())));
    }
    if (!budget.isEmpty()) {
      all.add(new Agreed(words.text("joint.agreed.costs"), budget));
    }
    var conditions =
        beginning.conditions().stream()
            .filter(c -> !c.text().isEmpty())
            .map(c -> names.text(c.text()))
            .toList();
    if (!conditions.isEmpty()) {
      all.add(new Agreed(words.text("joint.agreed.conditions"), conditions));
    }
    return all;
  }
}
