package org.bandung.web.accords;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.accord.Agreements;
import org.bandung.consultation.accord.Agreements.Shown;
import org.bandung.store.Files;
import org.bandung.web.frame.FileAnswer;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What of an agreement is taken home: the bundle with its signatures, the text to print, the
/// statement to sign elsewhere, the files that belong to it.
@Controller
final class AgreementFiles {

  private final Agreements agreements;
  private final Files files;

  AgreementFiles(Agreements agreements, Files files) {
    this.agreements = agreements;
    this.files = files;
  }

  private Shown own(String id, Visit visit) {
    return agreements.find(id, visit.requireAccount()).orElseThrow(Refusal.NotFound::new);
  }

  private Shown open(String id) {
    return agreements.findPublic(id).orElseThrow(Refusal.NotFound::new);
  }

  @GetMapping("/desk/agreements/{id}/bundle.json")
  void bundle(@PathVariable String id, Visit visit, HttpServletResponse response)
      throws IOException {
    bundle(own(id, visit), response);
  }

  @GetMapping("/agreements/{id}/bundle.json")
  void bundle(@PathVariable String id, HttpServletResponse response) throws IOException {
    bundle(open(id), response);
  }

  private static void bundle(Shown shown, HttpServletResponse response) throws IOException {
    FileAnswer.send(
        response,
        "application/json",
        "agreement-" + shown.agreement().origin().number() + ".json",
        shown.bundle().render().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/desk/agreements/{id}/text")
  String text(@PathVariable String id, Visit visit, Model model) {
    return text(own(id, visit), visit, model, "/desk/agreements/");
  }

  @GetMapping("/agreements/{id}/text")
  String textPublic(@PathVariable String id, Visit visit, Model model) {
    return text(open(id), visit, model, "/agreements/");
  }

  private static String text(Shown shown, Visit visit, Model model, String path) {
    model.addAttribute("show", AgreementShow.of(shown, visit.words()));
    model.addAttribute("a", shown.agreement());
    model.addAttribute("document", shown.document());
    model.addAttribute(
        "sha256",
        org.bandung.consultation.signing.SigningKeys.sha256(
            shown.document().getBytes(StandardCharsets.UTF_8)));
    model.addAttribute("path", path);
    return "agreement-text";
  }

  /// The statement to sign with a key that is not here, and how.
  @GetMapping("/desk/agreements/{id}/statement")
  String statement(
      @PathVariable String id,
      @RequestParam String party,
      @RequestParam(defaultValue = "") String capacity,
      Visit visit,
      Model model) {
    if (capacity.isBlank() || capacity.length() > 200) {
      return "redirect:/desk/agreements/" + id + "?said=unfit";
    }
    var shown = own(id, visit);
    var at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var statement =
        agreements
            .statement(id, new As(visit.requireAccount(), party), capacity, at)
            .orElseThrow(Refusal.NotFound::new);
    model.addAttribute("a", shown.agreement());
    model.addAttribute("party", party);
    model.addAttribute("capacity", capacity);
    model.addAttribute("at", at.toString());
    model.addAttribute("statement", statement);
    return "agreement-statement";
  }

  @GetMapping("/desk/agreements/{id}/statement.txt")
  void statement(
      @PathVariable String id,
      @RequestParam String party,
      @RequestParam String capacity,
      @RequestParam String at,
      Visit visit,
      HttpServletResponse response)
      throws IOException {
    Instant time;
    try {
      time = Instant.parse(at);
    } catch (DateTimeException e) {
      throw new Refusal.BadParameter("at");
    }
    var statement =
        agreements
            .statement(id, new As(visit.requireAccount(), party), capacity, time)
            .orElseThrow(Refusal.NotFound::new);
    FileAnswer.send(
        response, "text/plain", "statement.txt", statement.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/desk/agreements/{id}/files/{sha256}")
  void file(
      @PathVariable String id,
      @PathVariable String sha256,
      Visit visit,
      HttpServletResponse response)
      throws IOException {
    file(own(id, visit), sha256, response);
  }

  @GetMapping("/agreements/{id}/files/{sha256}")
  void filePublic(
      @PathVariable String id, @PathVariable String sha256, HttpServletResponse response)
      throws IOException {
    file(open(id), sha256, response);
  }

  /// Only what this agreement holds, whatever else is kept under some hash.
  private void file(Shown shown, String sha256, HttpServletResponse response) throws IOException {
    var annex =
        Stream.concat(
                shown.agreement().revisions().stream().flatMap(r -> r.instruments().stream()),
                shown.proposal().annexes().stream())
            .filter(f -> f.sha256().equals(sha256))
            .map(Proposal.Annex::name)
            .findFirst()
            .orElseThrow(Refusal.NotFound::new);
    var file = files.find(sha256).orElseThrow(Refusal.NotFound::new);
    FileAnswer.send(response, file, annex, files.read(sha256));
  }
}
