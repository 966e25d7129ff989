package org.bandung.api.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.ApiTokens;
import org.bandung.access.Body;
import org.bandung.access.Permission;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.BadQuery;
import org.bandung.api.frame.NotFound;
import org.bandung.api.frame.Refused;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.accord.AgreementDocument;
import org.bandung.consultation.accord.AgreementOutcome;
import org.bandung.consultation.accord.Agreements;
import org.bandung.consultation.accord.Agreements.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Agreements: what was agreed, and what the party of the token does about it. The tag of an
/// agreement is the revision of its text: what others sign meanwhile does not change it. Changes of
/// the text, extension, suspension and end come of consultations.
@RestController
@In(ApiTokens.Area.AGREEMENTS)
final class AgreementRoutes {

  static final String PATH = Addresses.ROOT + "/agreements";
  static final String ONE = PATH + "/{id}";

  private final Agreements agreements;
  private final Attachments attachments;
  private final OwnParty parties;
  private final DoneOnce once;

  AgreementRoutes(Agreements agreements, Attachments attachments, OwnParty parties, DoneOnce once) {
    this.agreements = agreements;
    this.attachments = attachments;
    this.parties = parties;
    this.once = once;
  }

  /// @param capacity the office in which she signs
  record Signature(String capacity) {}

  /// A signature made elsewhere, with the key of the party, under the statement.
  ///
  /// @param at as the statement says
  /// @param signature in base 64
  record Brought(String capacity, Instant at, String signature) {}

  record Notice(LocalDate on) {}

  record Leave(String reason, LocalDate on) {}

  record Instrument(Attachments.File file) {}

  /// @param party which nobody can act for here, and which has signed the original by hand
  record Attested(String party) {}

  record Disowned(String reason) {}

  /// @param party an institution whose country the body of the token is the authority of
  record Endorsed(String party) {}

  record NotEndorsed(String party, String reason) {}

  @GetMapping(PATH)
  @Told(value = "agreements", list = true)
  ResponseEntity<Object> list(Acting acting) {
    return DoneOnce.list(agreements.list(acting.account()).stream().map(this::shown).toList());
  }

  @GetMapping(ONE)
  @Told("agreement")
  ResponseEntity<Object> find(Acting acting, @PathVariable String id) {
    var found = require(acting, id);
    return new DoneOnce.Answer(200, null, tag(found), shown(found)).sent();
  }

  @GetMapping(ONE + "/events")
  @Told(value = "agreement-events", list = true)
  ResponseEntity<Object> events(Acting acting, @PathVariable String id) {
    return DoneOnce.list((List<?>) AgreementDocument.tree(require(acting, id).events()));
  }

  /// Byte for byte what is signed.
  @GetMapping(ONE + "/text")
  @Told("agreement-text")
  ResponseEntity<byte[]> text(Acting acting, @PathVariable String id) {
    var found = require(acting, id);
    return exact(found, found.document());
  }

  @GetMapping(ONE + "/bundle")
  @Told("agreement-bundle")
  ResponseEntity<byte[]> bundle(Acting acting, @PathVariable String id) {
    var found = require(acting, id);
    return exact(found, found.bundle().render());
  }

  private static ResponseEntity<byte[]> exact(Shown found, String text) {
    return ResponseEntity.ok()
        .eTag(Version.quoted(tag(found)))
        .contentType(MediaType.APPLICATION_JSON)
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  /// What is to be signed elsewhere; the signature must come back within a week.
  @GetMapping(ONE + "/statement")
  @Told("agreement-statement")
  ResponseEntity<Object> statement(
      Acting acting, @PathVariable String id, @RequestParam(defaultValue = "") String capacity) {
    if (capacity.isBlank() || capacity.length() > Addresses.LONGEST) {
      throw new BadQuery(List.of(new BadQuery.Fault("capacity", "missing")));
    }
    var found = require(acting, id);
    var at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var statement =
        agreements
            .statement(id, as(acting), capacity, at)
            .orElseThrow(() -> Refused.conflict("no-key"));
    return new DoneOnce.Answer(
            200, null, tag(found), Map.of("at", at.toString(), "statement", statement))
        .sent();
  }

  private Shown require(Acting acting, String id) {
    return agreements
        .find(Addresses.id("id", id), acting.account())
        .orElseThrow(() -> new NotFound(id));
  }

  private As as(Acting acting) {
    return new As(acting.account(), parties.of(acting));
  }

  private static String tag(Shown shown) {
    return String.valueOf(shown.agreement().latest().number());
  }

  private Map<String, Object> shown(Shown shown) {
    var a = shown.agreement();
    var told = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) AgreementDocument.tree(a))
        .forEach((name, value) -> {
          if (value != null) {
            told.put(String.valueOf(name), value);
          }
        });
    told.put("title", shown.proposal().title().byLanguage());
    told.put("revision", a.latest().number());
    told.put("status", a.status(LocalDate.now(ZoneOffset.UTC)).name());
    told.put("released", agreements.released(a).stream().map(Body::id).sorted().toList());
    told.put("public", agreements.isPublic(a));
    return told;
  }

  /// One deed on the revision that was read.
  private interface Deed {
    Optional<? extends AgreementOutcome> on(int revision);
  }

  private ResponseEntity<Object> act(On on, Deed deed) {
    return once.done(
        on.acting(),
        on.key(),
        () -> {
          var before = require(on.acting(), on.id());
          on.version().require(tag(before));
          done(on.id(), deed.on(before.agreement().latest().number()));
          var after = require(on.acting(), on.id());
          return new DoneOnce.Answer(200, null, tag(after), shown(after));
        });
  }

  @PostMapping(ONE + "/signatures")
  @Told(value = "agreement-signatures", signs = true)
  ResponseEntity<Object> sign(On on, @Sent Signature sent) {
    return act(
        on,
        revision ->
            agreements.sign(on.id(), as(on.acting()), revision, sent.capacity(), on.key().word()));
  }

  @PostMapping(ONE + "/signatures-brought")
  @Told(value = "agreement-signatures-brought", signs = true)
  ResponseEntity<Object> bring(On on, @Sent Brought sent) {
    var brought = new Agreements.Brought(sent.capacity(), sent.at(), sent.signature());
    return act(
        on,
        revision -> agreements.bring(on.id(), as(on.acting()), revision, brought, on.key().word()));
  }

  @PostMapping(ONE + "/notices")
  @Told(value = "agreement-notices", signs = true)
  ResponseEntity<Object> notice(On on, @Sent Notice sent) {
    return act(
        on,
        revision -> agreements.giveNotice(on.id(), as(on.acting()), sent.on(), on.key().word()));
  }

  @PostMapping(ONE + "/instruments")
  @Told(value = "agreement-instruments", signs = true)
  ResponseEntity<Object> instrument(On on, @Sent(files = true) Instrument sent) {
    return act(
        on,
        revision -> {
          var kept = attachments.keep("file", sent.file());
          var annex = new Proposal.Annex(kept.name(), kept.sha256(), kept.bytes());
          return agreements.attachInstrument(on.id(), as(on.acting()), annex, on.key().word());
        });
  }

  @PostMapping(ONE + "/attestations")
  @Told(value = "agreement-attestations", signs = true)
  ResponseEntity<Object> attest(On on, @Sent Attested sent) {
    return act(
        on,
        revision ->
            agreements.attestPaper(on.id(), as(on.acting()), sent.party(), on.key().word()));
  }

  @PostMapping(ONE + "/attestations-disowned")
  @Told(value = "agreement-attestations-disowned", signs = true)
  ResponseEntity<Object> disown(On on, @Sent Disowned sent) {
    return act(
        on,
        revision ->
            agreements.disownPaper(on.id(), as(on.acting()), sent.reason(), on.key().word()));
  }

  @PostMapping(ONE + "/withdrawal")
  @Told(value = "agreement-withdrawal", signs = true)
  ResponseEntity<Object> withdraw(On on, @Sent Leave sent) {
    return act(
        on,
        revision ->
            agreements.withdraw(
                on.id(), as(on.acting()), sent.reason(), sent.on(), on.key().word()));
  }

  @PostMapping(ONE + "/endorsement")
  @Told(value = "agreement-endorsement", signs = true)
  ResponseEntity<Object> endorse(On on, @Sent Endorsed sent) {
    var as = new As(on.acting().account(), sent.party());
    return act(on, revision -> agreements.endorse(on.id(), as, on.key().word()));
  }

  @PostMapping(ONE + "/endorsement-refusal")
  @Told(value = "agreement-endorsement-refusal", signs = true)
  ResponseEntity<Object> refuse(On on, @Sent NotEndorsed sent) {
    var as = new As(on.acting().account(), sent.party());
    return act(
        on, revision -> agreements.refuseEndorsement(on.id(), as, sent.reason(), on.key().word()));
  }

  @PostMapping(ONE + "/release")
  @Told("agreement-release")
  ResponseEntity<Object> release(On on) {
    return release(on, true);
  }

  @PostMapping(ONE + "/take-back")
  @Told("agreement-take-back")
  ResponseEntity<Object> takeBack(On on) {
    return release(on, false);
  }

  private ResponseEntity<Object> release(On on, boolean released) {
    return once.done(
        on.acting(),
        on.key(),
        () -> {
          on.version().require(tag(require(on.acting(), on.id())));
          boolean may =
              agreements
                  .release(on.id(), on.acting().account(), on.acting().body(), released)
                  .orElseThrow(() -> new NotFound(on.id()));
          if (!may) {
            throw Refusals.notAllowed(Permission.RELEASE);
          }
          var after = require(on.acting(), on.id());
          return new DoneOnce.Answer(200, null, tag(after), shown(after));
        });
  }

  private static void done(String id, Optional<? extends AgreementOutcome> outcome) {
    AgreementOutcome known =
        outcome.map(o -> (AgreementOutcome) o).orElseThrow(() -> new NotFound(id));
    @Nullable Refused refused =
        switch (known) {
          case AgreementOutcome.Done done -> null;
          case AgreementOutcome.LacksCapacity lacks -> Refusals.notAllowed(Permission.SIGN);
          case AgreementOutcome.OutOfPlace(var status) ->
              Refused.conflict("out-of-place, " + status.name());
          case AgreementOutcome.NotBound not -> Refused.conflict("not-bound");
          case AgreementOutcome.KeyUsedOtherwise used -> Refused.conflict("key-used-otherwise");
          case AgreementOutcome.KeyElsewhere elsewhere -> Refused.conflict("key-elsewhere");
          case AgreementOutcome.BadSignature bad -> fault("signature", "bad-signature");
          case AgreementOutcome.Unfit(var field) -> fault(field, "unfit");
          case AgreementOutcome.NotAgreed not -> Refused.conflict("not-agreed");
          case AgreementOutcome.CannotStandUnder not -> Refused.conflict("cannot-stand-under");
          case AgreementOutcome.NotAllConsented not -> Refused.conflict("not-all-consented");
        };
    if (refused != null) {
      throw refused;
    }
  }

  private static Refused fault(String place, String word) {
    return Refusals.faulty(List.of(Refusals.fault(place, "agreement-said." + word)));
  }
}
