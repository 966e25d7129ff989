package org.bandung.web.joint;

import java.util.Map;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.JointEvent.Part;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.JointOutcome;
import org.bandung.registry.joint.Reply;
import org.bandung.registry.joint.Report;
import org.bandung.store.StoredFile;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// What can be done with one press of a button on the page of an initiative, or with a short form
/// on it.
@Controller
final class JointDeeds {

  private final JointInitiatives initiatives;
  private final JointModel shown;
  private final JointFiles files;

  JointDeeds(JointInitiatives initiatives, JointModel shown, JointFiles files) {
    this.initiatives = initiatives;
    this.files = files;
    this.shown = shown;
  }

  /// One address for all of them: which deed it is, the path says.
  @PostMapping("/desk/initiatives/{id}/do/{what}")
  String act(
      @PathVariable String id,
      @PathVariable String what,
      @RequestParam Map<String, String> typed,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Visit visit,
      Model model) {
    var account = visit.requireAccount();
    // Who may not see it gets the answer of what does not exist, whatever she asks.
    var view = initiatives.find(account, id).orElseThrow(Refusal.NotFound::new);
    var said = new Said(typed);
    // Files stay, so only one that belongs to a deed of hers is taken in.
    boolean takes = what.equals("evaluate") && view.may(said.get("as"), Deed.SPEAKING);
    var kept = files.keep(takes ? file : null, said).map(StoredFile::sha256).orElse(null);
    var deed = deed(what, said, kept);
    if (!said.faults().isEmpty()) {
      return again(view, said, typed, "fault-" + said.faults().getFirst().why(), visit, model);
    }
    var outcome =
        initiatives
            .act(account, id, said.get("as"), deed, said.get("key"))
            .orElseThrow(Refusal.NotFound::new);
    return switch (outcome) {
      case JointOutcome.Done done ->
          "redirect:/desk/initiatives/" + id + "?said=" + deed.word() + anchor(said);
      case JointOutcome.NotAllowed(var needed) ->
          again(view, said, typed, "not-allowed", visit, model);
      case JointOutcome.Faulty(var notes) ->
          again(
              view,
              said,
              typed,
              "fault-" + notes.getFirst().code().replace("bandung.", ""),
              visit,
              model);
      case JointOutcome.Stale stale ->
          again(
              initiatives.find(account, id).orElseThrow(Refusal.NotFound::new),
              said,
              typed,
              "stale",
              visit,
              model);
      case JointOutcome.NotNow(var why) -> again(view, said, typed, "not-now-" + why, visit, model);
      case JointOutcome.KeyUsedOtherwise used ->
          again(view, said, typed, "not-now-key", visit, model);
    };
  }

  private static String anchor(Said said) {
    return said.get("contribution").matches("[a-z0-9]{1,40}")
        ? "#c-" + said.get("contribution")
        : "";
  }

  /// The page once more, with what was typed where it was typed.
  private String again(
      JointInitiatives.View view,
      Said said,
      Map<String, String> typed,
      String refused,
      Visit visit,
      Model model) {
    shown.fill(model, view, visit);
    model.addAttribute("said", "");
    model.addAttribute("refused", refused);
    model.addAttribute("typed", typed);
    model.addAttribute("typedAt", said.get("contribution"));
    return "joint";
  }

  private static Deed deed(String what, Said said, @Nullable String file) {
    return switch (what) {
      case "confirm" ->
          new Deed.Answer(said.get("contribution"), version(said), new Reply.Confirms());
      case "dispute" ->
          new Deed.Answer(
              said.get("contribution"),
              version(said),
              new Reply.Disputes(said.figure(), said.get("reason")));
      case "accept" ->
          new Deed.AcceptFigure(said.get("contribution"), version(said), said.get("counterpart"));
      case "unsay" -> new Deed.Unsay(said.get("contribution"), version(said), said.get("reason"));
      case "consent-plan" -> new Deed.ConsentPlan(said.whole("number", 0));
      case "decline-plan" -> new Deed.DeclinePlan(said.whole("number", 0), said.get("reason"));
      case "sign-report" -> new Deed.SignReport(said.whole("number", 0), version(said));
      case "suspend" -> new Deed.Suspend(said.get("reason"));
      case "resume" -> new Deed.Resume();
      case "close" -> new Deed.Close();
      case "evaluate" ->
          new Deed.Evaluate(
              new Report.Evaluation(
                  said.date("date"), said.get("by"), said.prose("findings"), file));
      case "release-joint" -> new Deed.Release(Part.JOINT, version(said));
      case "release-own" -> new Deed.Release(Part.OWN, version(said));
      case "take-back-joint" -> new Deed.TakeBack(Part.JOINT);
      case "take-back-own" -> new Deed.TakeBack(Part.OWN);
      default -> throw new Refusal.NotFound();
    };
  }

  private static int version(Said said) {
    return said.whole("version", 0);
  }
}
