package org.bandung.web.drafts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.access.Account;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.drafts.DraftDeed;
import org.bandung.catalogue.drafts.DraftOutcome;
import org.bandung.catalogue.drafts.DraftState;
import org.bandung.catalogue.drafts.DraftView;
import org.bandung.catalogue.drafts.Drafts;
import org.bandung.catalogue.drafts.WordingFaults;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What somebody has written or decides on: the list, one entry with what can be done with it.
@Controller
final class DraftPages {

  static final String PATH = "/desk/entries";

  /// What waits for somebody, in the order in which it is shown.
  private static final List<String> WAITING = List.of("cleared", "released");

  private final Drafts drafts;

  DraftPages(Drafts drafts) {
    this.drafts = drafts;
  }

  /// Entries under one heading.
  record Group(String key, List<DraftView.Summary> entries) {}

  @GetMapping(PATH)
  String list(@RequestParam(defaultValue = "") String done, Visit visit, Model model) {
    var account = visit.requireAccount();
    var all = drafts.list(account);
    var groups = new LinkedHashMap<String, List<DraftView.Summary>>();
    for (var one : all) {
      groups.computeIfAbsent(group(one), g -> new ArrayList<>()).add(one);
    }
    var shown = new ArrayList<Group>();
    for (var key : order()) {
      if (groups.containsKey(key)) {
        shown.add(new Group(key, groups.get(key)));
      }
    }
    model.addAttribute("groups", shown);
    model.addAttribute("kinds", Drafts.KINDS.stream().map(EntryKind::code).toList());
    model.addAttribute("writes", !drafts.writableFor(account).isEmpty());
    model.addAttribute("done", known(done));
    return "drafts";
  }

  private static List<String> order() {
    var order = new ArrayList<String>();
    WAITING.forEach(w -> order.add("wait-" + w));
    order.add("wait-confirmed");
    for (var state : DraftState.values()) {
      order.add("own-" + state.code());
    }
    order.add("others");
    return order;
  }

  /// Under which heading an entry stands: first what waits for her.
  private static String group(DraftView.Summary one) {
    for (var waits : WAITING) {
      if (one.can().contains(waits)) {
        return "wait-" + waits;
      }
    }
    if ((one.stale() || one.soon()) && one.can().contains("confirmed")) {
      return "wait-confirmed";
    }
    return one.own() ? "own-" + one.state().code() : "others";
  }

  @GetMapping(PATH + "/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done,
      Visit visit,
      Model model) {
    return show(view(id, visit), known(done), List.of(), visit, model);
  }

  /// A word of a deed that is shown back, or nothing.
  private static String known(String done) {
    return done.matches("submitted|recalled|returned|cleared|released|taken-back|closed|confirmed")
        ? done
        : "";
  }

  private DraftView view(String id, Visit visit) {
    return drafts.find(visit.requireAccount(), id).orElseThrow(Refusal.NotFound::new);
  }

  /// @param said what became of a deed
  private String show(
      DraftView view, String said, List<WordingFaults.Fault> faults, Visit visit, Model model) {
    var words = visit.words();
    var form = EntryForm.of(view.wording(), words.language());
    model.addAttribute("view", view);
    model.addAttribute("heading", words.phrase(view.wording().content().title()));
    var rows = EntryShown.rows(form, words);
    model.addAttribute("rows", rows);
    model.addAttribute("hidden", rows.stream().anyMatch(EntryShown.Row::hidden));
    model.addAttribute("said", said);
    model.addAttribute("faults", faults);
    model.addAttribute(
        "whys", List.of(DraftDeed.Why.values()).stream().map(DraftDeed.Why::code).toList());
    return "draft";
  }

  @PostMapping(PATH + "/{id}")
  String act(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String deed,
      @RequestParam(defaultValue = "0") String seen,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String reason,
      Visit visit,
      Model model) {
    Account account = visit.requireAccount();
    var asked = deed(deed, seen, why, reason);
    return switch (drafts.act(account, id, asked).orElseThrow(Refusal.NotFound::new)) {
      case DraftOutcome.Done done ->
          "redirect:"
              + PATH
              + (drafts.find(account, id).isPresent() ? "/" + id : "")
              + "?done="
              + asked.code();
      case DraftOutcome.NotAllowed() ->
          show(view(id, visit), "not-allowed", List.of(), visit, model);
      case DraftOutcome.NotNow(var state) ->
          show(view(id, visit), "not-now", List.of(), visit, model);
      case DraftOutcome.Moved() -> show(view(id, visit), "moved", List.of(), visit, model);
      case DraftOutcome.Faulty(var faults) -> show(view(id, visit), "faulty", faults, visit, model);
    };
  }

  private static DraftDeed deed(String word, String seen, String why, String reason) {
    int number = seen.matches("[0-9]{1,8}") ? Integer.parseInt(seen) : 0;
    DraftDeed deed =
        switch (word) {
          case "submitted" -> new DraftDeed.Submit(number);
          case "recalled" -> new DraftDeed.Recall();
          case "returned" -> new DraftDeed.Return(number, reason.strip());
          case "cleared" -> new DraftDeed.Clear(number);
          case "released" -> new DraftDeed.Release(number);
          case "taken-back" -> new DraftDeed.TakeBack(reason.strip());
          case "closed" -> new DraftDeed.Close(why(why), reason.strip());
          case "confirmed" -> new DraftDeed.Confirm();
          default -> throw new Refusal.BadParameter("deed");
        };
    return deed;
  }

  private static DraftDeed.Why why(String code) {
    return DraftDeed.Why.ofCode(code).orElseThrow(() -> new Refusal.BadParameter("why"));
  }

  /// The faults of a form, by field, as its page shows them.
  static Map<String, String> byField(List<WordingFaults.Fault> faults, Map<String, String> known) {
    var all = new LinkedHashMap<>(known);
    faults.forEach(f -> all.putIfAbsent(f.field(), f.code()));
    return all;
  }
}
