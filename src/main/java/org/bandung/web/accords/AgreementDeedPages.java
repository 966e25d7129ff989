package org.bandung.web.accords;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.bandung.access.Mandates;
import org.bandung.consultation.Actor;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.accord.AgreementOutcome;
import org.bandung.consultation.accord.Agreements;
import org.bandung.store.Files;
import org.bandung.store.KeepOutcome;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// What people do to agreements. Each answer leads back to the page, which says what became of it.
@Controller
final class AgreementDeedPages {

  private final Agreements agreements;
  private final Mandates mandates;
  private final Files files;

  AgreementDeedPages(Agreements agreements, Mandates mandates, Files files) {
    this.agreements = agreements;
    this.mandates = mandates;
    this.files = files;
  }

  private static As as(Visit visit, String party) {
    return new As(visit.requireAccount(), party);
  }

  /// Back to the page; nothing is known there of who may not see it.
  private static String back(String id, Optional<? extends AgreementOutcome> outcome) {
    var said =
        switch (outcome.orElseThrow(Refusal.NotFound::new)) {
          case AgreementOutcome.Done done -> "done";
          case AgreementOutcome.NotAgreed not -> "out-of-place";
          case AgreementOutcome.CannotStandUnder not -> "out-of-place";
          case AgreementOutcome.NotAllConsented not -> "out-of-place";
          case AgreementOutcome.NotBound not -> "not-bound";
          case AgreementOutcome.LacksCapacity not -> "lacks-capacity";
          case AgreementOutcome.OutOfPlace not -> "out-of-place";
          case AgreementOutcome.KeyUsedOtherwise not -> "out-of-place";
          case AgreementOutcome.Unfit unfit -> "unfit";
          case AgreementOutcome.KeyElsewhere not -> "key-elsewhere";
          case AgreementOutcome.BadSignature not -> "bad-signature";
        };
    return back(id, said);
  }

  private static String back(String id, String said) {
    return "redirect:/desk/agreements/" + id + "?said=" + said;
  }

  @PostMapping("/desk/agreements/{id}/sign")
  String sign(
      @PathVariable String id,
      @RequestParam String party,
      @RequestParam int revision,
      @RequestParam(defaultValue = "") String capacity,
      @RequestParam String key,
      Visit visit) {
    return back(id, agreements.sign(id, as(visit, party), revision, capacity, key));
  }

  @PostMapping("/desk/agreements/{id}/bring")
  String bring(
      @PathVariable String id,
      @RequestParam String party,
      @RequestParam int revision,
      @RequestParam(defaultValue = "") String capacity,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "") String signature,
      Visit visit) {
    Instant time;
    try {
      time = Instant.parse(at);
    } catch (DateTimeException e) {
      throw new Refusal.BadParameter("at");
    }
    // The signature itself is the key: brought twice, it is taken once.
    var brought = new Agreements.Brought(capacity, time, signature);
    var key = signature.length() > 100 ? signature.substring(0, 100) : signature;
    return back(id, agreements.bring(id, as(visit, party), revision, brought, key + "."));
  }

  @PostMapping("/desk/agreements/{id}/notice")
  String notice(
      @PathVariable String id,
      @RequestParam String party,
      @RequestParam String on,
      @RequestParam String key,
      Visit visit) {
    return back(id, agreements.giveNotice(id, as(visit, party), day(on), key));
  }

  @PostMapping("/desk/agreements/{id}/paper")
  String attestPaper(
      @PathVariable String id,
      @RequestParam String party,
      @RequestParam(defaultValue = "") String signed,
      @RequestParam String key,
      Visit visit) {
    return back(id, agreements.attestPaper(id, as(visit, party), signed, key));
  }

  @PostMapping("/desk/agreements/{id}/paper/disown")
  String disownPaper(
      @PathVariable String id,
      @RequestParam String party,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam String key,
      Visit visit) {
    return back(id, agreements.disownPaper(id, as(visit, party), reason, key));
  }

  @PostMapping("/desk/agreements/{id}/withdraw")
  String withdraw(
      @PathVariable String id,
      @RequestParam String party,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam String on,
      @RequestParam String key,
      Visit visit) {
    return back(id, agreements.withdraw(id, as(visit, party), reason, day(on), key));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Refusal.BadParameter("on");
    }
  }

  @PostMapping("/desk/agreements/{id}/instrument")
  String instrument(
      @PathVariable String id,
      @RequestParam String party,
      @RequestParam String key,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Visit visit)
      throws IOException {
    var account = visit.requireAccount();
    // Before the file is looked into and kept: nobody else's time and room go into it.
    var seat =
        agreements.find(id, account).stream()
            .flatMap(s -> agreements.seats(account, s.agreement()).stream())
            .filter(a -> a.party().equals(party))
            .findFirst()
            .orElseThrow(Refusal.NotFound::new);
    if (!seat.capacities().contains(Actor.Capacity.SIGNATORY)) {
      return back(id, "lacks-capacity");
    }
    if (file == null || file.isEmpty()) {
      return back(id, "file-empty");
    }
    if (file.getSize() > Files.LARGEST) {
      return back(id, "file-too-large");
    }
    var name = file.getOriginalFilename();
    return switch (files.keep(name == null ? "" : name, file.getBytes())) {
      case KeepOutcome.Refused(var why) -> back(id, "file-" + why);
      case KeepOutcome.Kept(var kept) -> {
        var annex = new Proposal.Annex(kept.name(), kept.sha256(), kept.bytes());
        yield back(id, agreements.attachInstrument(id, as(visit, party), annex, key));
      }
    };
  }

  @PostMapping("/desk/agreements/{id}/endorse")
  String endorse(
      @PathVariable String id, @RequestParam String party, @RequestParam String key, Visit visit) {
    return back(id, agreements.endorse(id, as(visit, party), key));
  }

  @PostMapping("/desk/agreements/{id}/refuse")
  String refuse(
      @PathVariable String id,
      @RequestParam String party,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam String key,
      Visit visit) {
    return back(id, agreements.refuseEndorsement(id, as(visit, party), reason, key));
  }

  @PostMapping("/desk/agreements/{id}/release")
  String release(
      @PathVariable String id,
      @RequestParam String body,
      @RequestParam(defaultValue = "yes") String released,
      Visit visit) {
    var account = visit.requireAccount();
    var found = mandates.find(account, body).orElseThrow(Refusal.NotFound::new);
    boolean may =
        agreements
            .release(id, account, found, released.equals("yes"))
            .orElseThrow(Refusal.NotFound::new);
    return back(id, may ? "done" : "lacks-capacity");
  }
}
