package org.bandung.web.accords;

import java.util.Map;
import org.bandung.access.Body;
import org.bandung.access.CountryRules;
import org.bandung.access.CountryRules.Demands;
import org.bandung.access.Mandates;
import org.bandung.consultation.accord.SigningKeyRing;
import org.bandung.consultation.accord.SigningKeyRing.KeyOutcome;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The keys with which bodies sign, for everybody and at the desk; and what a country demands of
/// its institutions.
@Controller
final class KeyPages {

  private final SigningKeyRing keys;
  private final Mandates mandates;
  private final CountryRules rules;

  KeyPages(SigningKeyRing keys, Mandates mandates, CountryRules rules) {
    this.keys = keys;
    this.mandates = mandates;
    this.rules = rules;
  }

  @GetMapping("/keys")
  String published(Visit visit, Model model) {
    model.addAttribute("keys", keys.published());
    return "keys";
  }

  private Body body(String id, Visit visit) {
    return mandates
        .find(visit.requireAccount(), id)
        .filter(b -> b.kind() != Body.Kind.NODE)
        .orElseThrow(Refusal.NotFound::new);
  }

  @GetMapping("/desk/bodies/{id}/keys")
  String own(@PathVariable String id, Visit visit, Model model) {
    return show(body(id, visit), "", Map.of(), visit, model);
  }

  private String show(Body body, String said, Map<String, String> typed, Visit visit, Model model) {
    var account = visit.requireAccount();
    model.addAttribute("body", body);
    model.addAttribute("may", keys.may(account, body));
    model.addAttribute("keys", keys.of(account, body));
    model.addAttribute("said", said);
    model.addAttribute("typed", typed);
    return "body-keys";
  }

  @PostMapping("/desk/bodies/{id}/keys")
  String rotate(@PathVariable String id, Visit visit, Model model) {
    var body = body(id, visit);
    return answer(body, keys.rotate(visit.requireAccount(), body), Map.of(), visit, model);
  }

  @PostMapping("/desk/bodies/{id}/keys/own")
  String bring(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String publicKey,
      @RequestParam(defaultValue = "") String proof,
      Visit visit,
      Model model) {
    var body = body(id, visit);
    var typed = Map.of("publicKey", publicKey, "proof", proof);
    return answer(
        body, keys.bring(visit.requireAccount(), body, publicKey, proof), typed, visit, model);
  }

  private String answer(
      Body body, KeyOutcome outcome, Map<String, String> typed, Visit visit, Model model) {
    return switch (outcome) {
      case KeyOutcome.Changed changed -> "redirect:/desk/bodies/" + body.id() + "/keys";
      case KeyOutcome.NotAllowed not -> show(body, "not-allowed", typed, visit, model);
      case KeyOutcome.NoKey not -> show(body, "no-key", typed, visit, model);
      case KeyOutcome.Taken not -> show(body, "taken", typed, visit, model);
      case KeyOutcome.NoProof(var text) -> {
        model.addAttribute("proofText", text);
        boolean first = typed.getOrDefault("proof", "").isBlank();
        yield show(body, first ? "prove" : "no-proof", typed, visit, model);
      }
    };
  }

  @PostMapping("/desk/bodies/{id}/keys/{fingerprint}")
  String publish(
      @PathVariable String id,
      @PathVariable String fingerprint,
      @RequestParam(defaultValue = "yes") String published,
      Visit visit) {
    var body = body(id, visit);
    if (!keys.publish(visit.requireAccount(), body, fingerprint, published.equals("yes"))) {
      throw new Refusal.NotFound();
    }
    return "redirect:/desk/bodies/" + body.id() + "/keys";
  }

  @GetMapping("/desk/bodies/{id}/rules")
  String rules(@PathVariable String id, Visit visit, Model model) {
    var body = authority(id, visit);
    model.addAttribute("body", body);
    model.addAttribute("demands", rules.of(String.valueOf(body.country())));
    model.addAttribute("may", rules.maySet(visit.requireAccount(), body));
    return "country-rules";
  }

  private Body authority(String id, Visit visit) {
    var body = body(id, visit);
    if (body.kind() != Body.Kind.AUTHORITY) {
      throw new Refusal.NotFound();
    }
    return body;
  }

  @PostMapping("/desk/bodies/{id}/rules")
  String setRules(
      @PathVariable String id,
      @RequestParam(defaultValue = "no") String agreements,
      @RequestParam(defaultValue = "no") String needs,
      Visit visit) {
    var body = authority(id, visit);
    var demands = new Demands(agreements.equals("yes"), needs.equals("yes"));
    if (!rules.set(visit.requireAccount(), body, demands)) {
      throw new Refusal.NotFound();
    }
    return "redirect:/desk/bodies/" + body.id() + "/rules";
  }
}
