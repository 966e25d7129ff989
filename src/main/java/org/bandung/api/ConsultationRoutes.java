package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.ConsultationDocument;
import org.bandung.consultation.ConsultationOutcome;
import org.bandung.consultation.Consultations;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.Consultations.Invited;
import org.bandung.consultation.DecisionRule;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Consultations for programs that act for a body: what is on the table, and the party's own deeds.
/// Every deed carries a key of its own in the header `Idempotency-Key`, and the version it means.
@RestController
final class ConsultationRoutes {

  static final String PATH = Route.ROOT + "/consultations";
  static final String ONE = PATH + "/{id}";

  private final Consultations consultations;
  private final Programs programs;

  ConsultationRoutes(Consultations consultations, Programs programs) {
    this.consultations = consultations;
    this.programs = programs;
  }

  /// Says that something was refused, and why.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ConsultationOutcome why;

    Refused(ConsultationOutcome why) {
      super(null, null, false, false);
      this.why = why;
    }

    ConsultationOutcome why() {
      return why;
    }
  }

  /// What is private is kept by nobody on the way.
  private Account account(
      HttpServletRequest request, HttpServletResponse response, boolean writes) {
    response.setHeader("Cache-Control", "no-store");
    return programs.require(request, writes);
  }

  @GetMapping(PATH)
  Map<String, Object> list(HttpServletRequest request, HttpServletResponse response) {
    var items = new ArrayList<Object>();
    for (var listed : consultations.list(account(request, response, false))) {
      items.add(
          Map.of(
              "id", listed.consultation().id(),
              "party", listed.actor().party(),
              "title", listed.consultation().latest().proposal().title().byLanguage(),
              "version", listed.consultation().latest().number(),
              "silent", listed.consultation().silent().stream().map(Party::id).toList(),
              "concluded", listed.consultation().conclusion() != null));
    }
    return Map.of("items", items);
  }

  @GetMapping(ONE)
  Object find(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
    var account = account(request, response, false);
    return ConsultationDocument.of(require(id, seat(id, account)));
  }

  @GetMapping(ONE + "/events")
  Object events(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
    var account = account(request, response, false);
    return Map.of("items", ConsultationDocument.of(consultations.history(id, seat(id, account))));
  }

  /// A token is good for one body, which has one seat at a table.
  private As seat(String id, Account account) {
    return consultations.seats(account, Requests.id("id", id)).stream()
        .findFirst()
        .map(actor -> new As(account, actor.party()))
        .orElseThrow(() -> new NotFound(id));
  }

  private Consultation require(String id, As as) {
    return consultations.find(id, as).orElseThrow(() -> new NotFound(id));
  }

  @PostMapping(PATH)
  Object open(HttpServletRequest request, HttpServletResponse response) {
    var account = account(request, response, true);
    var sent = ConsultationBody.read(request, "party", "parties", "rule", "proposal");
    var party = sent.text("party");
    var outcome =
        consultations.open(
            new As(account, party),
            invited(sent),
            sent.text("rule").equals("no-objection")
                ? DecisionRule.NO_OBJECTION
                : DecisionRule.UNANIMITY,
            proposal(sent, List.of()),
            sent.key());
    var done = done(party, outcome);
    response.setStatus(HttpStatus.CREATED.value());
    response.setHeader("Location", PATH + "/" + done.id());
    return ConsultationDocument.of(done);
  }

  private static List<Invited> invited(ConsultationBody sent) {
    var invited = new ArrayList<Invited>();
    for (var one : sent.objects("parties")) {
      var role = String.valueOf(one.get("role"));
      try {
        invited.add(
            new Invited(
                String.valueOf(one.get("id")), Party.Role.valueOf(role.toUpperCase(Locale.ROOT))));
      } catch (IllegalArgumentException e) {
        throw ConsultationBody.fault(
            "parties/role", "not-one-of", "requesting, providing, dual, facilitating");
      }
    }
    return invited;
  }

  /// Annexes are sent at the desk; a program carries those on that an earlier version has.
  private static Proposal proposal(ConsultationBody sent, List<Proposal> before) {
    var proposal =
        ConsultationDocument.proposal(sent.object("proposal"))
            .orElseThrow(() -> ConsultationBody.fault("proposal", "not-a-proposal"));
    var known = before.stream().flatMap(p -> p.annexes().stream()).toList();
    if (!known.containsAll(proposal.annexes())) {
      throw ConsultationBody.fault("proposal/annexes", "not-a-proposal");
    }
    return proposal;
  }

  @PostMapping(ONE + "/versions")
  Object propose(
      @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
    var as = seat(id, account(request, response, true));
    var sent = ConsultationBody.read(request, "version", "proposal");
    var before = require(id, as).versions().stream().map(Consultation.Version::proposal).toList();
    return shown(
        id,
        consultations.propose(id, as, sent.number("version"), proposal(sent, before), sent.key()));
  }

  @PostMapping(ONE + "/replies")
  Object reply(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
    var as = seat(id, account(request, response, true));
    var sent = ConsultationBody.read(request, "version", "position");
    var position =
        ConsultationDocument.position(sent.object("position"))
            .orElseThrow(() ->
                ConsultationBody.fault("position", "not-one-of", "accepts, objects, abstains"));
    return shown(id, consultations.reply(id, as, sent.number("version"), position, sent.key()));
  }

  @PostMapping(ONE + "/departure")
  Object leave(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
    var as = seat(id, account(request, response, true));
    var sent = ConsultationBody.read(request, "reason");
    return shown(id, consultations.leave(id, as, sent.text("reason"), sent.key()));
  }

  @PostMapping(ONE + "/comments")
  Object comment(
      @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
    var as = seat(id, account(request, response, true));
    var sent = ConsultationBody.read(request, "version", "text");
    return shown(
        id, consultations.comment(id, as, sent.number("version"), sent.text("text"), sent.key()));
  }

  @PostMapping(ONE + "/notes")
  Object note(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
    var as = seat(id, account(request, response, true));
    var sent = ConsultationBody.read(request, "text");
    return shown(id, consultations.note(id, as, sent.text("text"), sent.key()));
  }

  @PostMapping(ONE + "/deadlines")
  Object deadline(
      @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
    var as = seat(id, account(request, response, true));
    var sent = ConsultationBody.read(request, "version", "until");
    Instant until;
    try {
      until = Instant.parse(sent.text("until"));
    } catch (DateTimeException e) {
      throw ConsultationBody.fault("until", "not-a-moment");
    }
    return shown(id, consultations.setDeadline(id, as, sent.number("version"), until, sent.key()));
  }

  @PostMapping(ONE + "/letter/confirmation")
  Object confirm(
      @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
    var as = seat(id, account(request, response, true));
    var sent = ConsultationBody.read(request, "version");
    return shown(id, consultations.confirmLetter(id, as, sent.number("version"), sent.key()));
  }

  @PostMapping(ONE + "/letter/disavowal")
  Object disown(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
    var as = seat(id, account(request, response, true));
    var sent = ConsultationBody.read(request, "version", "reason");
    return shown(
        id,
        consultations.disownLetter(
            id, as, sent.number("version"), sent.text("reason"), sent.key()));
  }

  private static Object shown(String id, Optional<? extends ConsultationOutcome> outcome) {
    return ConsultationDocument.of(done(id, outcome));
  }

  private static Consultation done(String id, Optional<? extends ConsultationOutcome> outcome) {
    var known = outcome.map(o -> (ConsultationOutcome) o).orElseThrow(() -> new NotFound(id));
    if (known instanceof ConsultationOutcome.Done done) {
      return done.after();
    }
    throw new Refused(known);
  }
}
