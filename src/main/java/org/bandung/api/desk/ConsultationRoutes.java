package org.bandung.api.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bandung.access.ApiTokens;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.BadQuery;
import org.bandung.api.frame.NotFound;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.ConsultationDocument;
import org.bandung.consultation.ConsultationEvent.LetterEntered;
import org.bandung.consultation.ConsultationOutcome;
import org.bandung.consultation.Consultations;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.Consultations.Invited;
import org.bandung.consultation.DecisionRule;
import org.bandung.consultation.Party;
import org.bandung.consultation.Position;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.Reply;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Consultations for programs that act for a body: what is on the table, and the party's own deeds.
/// Every deed carries a key, and the version it means: in its body or in `If-Match`. What is not
/// said is nothing, which the rules judge.
@RestController
@In(ApiTokens.Area.CONSULTATIONS)
final class ConsultationRoutes {

  static final String PATH = Addresses.ROOT + "/consultations";
  static final String ONE = PATH + "/{id}";

  private final Consultations consultations;
  private final Attachments attachments;
  private final Database database;

  ConsultationRoutes(Consultations consultations, Attachments attachments, Database database) {
    this.consultations = consultations;
    this.attachments = attachments;
    this.database = database;
  }

  /// @param role `requesting`, `providing`, `dual` or `facilitating`
  record Seat(String id, String role) {}

  /// @param rule `unanimity` or `no-objection`
  record Opened(
      @Nullable String party,
      List<Seat> parties,
      @Nullable String rule,
      Map<String, Object> proposal) {}

  record Amended(@Nullable Integer version, Map<String, Object> proposal) {}

  record Taken(@Nullable Integer version, Map<String, Object> position) {}

  record Because(@Nullable String reason) {}

  record Remark(@Nullable Integer version, @Nullable String text) {}

  record Note(@Nullable String text) {}

  record Deadline(@Nullable Integer version, @Nullable Instant until) {}

  record Confirmed(@Nullable Integer version) {}

  record Disowned(@Nullable Integer version, @Nullable String reason) {}

  /// @param party who replied by letter
  record Letter(
      @Nullable Integer version,
      @Nullable String party,
      Map<String, Object> position,
      @Nullable String reference,
      @Nullable LocalDate dated,
      Attachments.@Nullable File file) {}

  @GetMapping(PATH)
  @Told(value = "consultations", list = true)
  ResponseEntity<Object> list(Acting acting) {
    var items = new ArrayList<Object>();
    for (var listed : consultations.list(acting.account())) {
      items.add(
          Map.of(
              "id", listed.consultation().id(),
              "party", listed.actor().party(),
              "title", listed.consultation().latest().proposal().title().byLanguage(),
              "version", listed.consultation().latest().number(),
              "silent", listed.consultation().silent().stream().map(Party::id).toList(),
              "concluded", listed.consultation().conclusion() != null));
    }
    return DoneOnce.list(items);
  }

  @GetMapping(ONE)
  @Told("consultation")
  ResponseEntity<Object> find(Acting acting, @PathVariable String id) {
    return shown(require(id, seat(id, acting))).sent();
  }

  @GetMapping(ONE + "/events")
  @Told(value = "consultation-events", list = true)
  ResponseEntity<Object> events(Acting acting, @PathVariable String id) {
    return DoneOnce.list(
        (List<?>) ConsultationDocument.of(consultations.history(id, seat(id, acting))));
  }

  /// A token is good for one body, which has one seat at a table.
  private As seat(String id, Acting acting) {
    return consultations.seats(acting.account(), Addresses.id("id", id)).stream()
        .findFirst()
        .map(actor -> new As(acting.account(), actor.party()))
        .orElseThrow(() -> new NotFound(id));
  }

  private Consultation require(String id, As as) {
    return consultations.find(id, as).orElseThrow(() -> new NotFound(id));
  }

  private static DoneOnce.Answer shown(Consultation c) {
    return new DoneOnce.Answer(
        200, null, String.valueOf(c.latest().number()), ConsultationDocument.of(c));
  }

  @PostMapping(PATH)
  @Told(value = "consultations-open", status = 201)
  ResponseEntity<Object> open(Acting acting, Key key, @Sent Opened sent) {
    var party = said(sent.party());
    var outcome =
        consultations.open(
            new As(acting.account(), party),
            invited(sent),
            rule(said(sent.rule())),
            proposal(sent.proposal(), List.of()),
            key.word());
    var done = done(party, outcome);
    return new DoneOnce.Answer(
            201,
            PATH + "/" + done.id(),
            String.valueOf(done.latest().number()),
            ConsultationDocument.of(done))
        .sent();
  }

  /// Which rule holds is too much to be guessed.
  private static DecisionRule rule(String word) {
    return oneOf("rule", DecisionRule.values(), word);
  }

  private static List<Invited> invited(Opened sent) {
    return sent.parties().stream()
        .map(p -> new Invited(p.id(), oneOf("parties/role", Party.Role.values(), p.role())))
        .toList();
  }

  private static <E extends Enum<E>> E oneOf(String place, E[] known, String word) {
    return Arrays.stream(known)
        .filter(e -> word(e).equals(word))
        .findFirst()
        .orElseThrow(() -> {
          var words =
              Arrays.stream(known).map(ConsultationRoutes::word).collect(Collectors.joining(", "));
          return fault(place, "not-one-of", words);
        });
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static BadQuery fault(String place, String code, String... arguments) {
    return new BadQuery(List.of(new BadQuery.Fault(place, code, arguments)));
  }

  /// Annexes are sent at the desk; a program carries those on that an earlier version has.
  private static Proposal proposal(Map<String, Object> sent, List<Proposal> before) {
    var proposal =
        ConsultationDocument.proposal(sent).orElseThrow(() -> fault("proposal", "not-a-proposal"));
    var known = before.stream().flatMap(p -> p.annexes().stream()).toList();
    if (!known.containsAll(proposal.annexes())) {
      throw fault("proposal/annexes", "not-a-proposal");
    }
    return proposal;
  }

  private static Position position(Map<String, Object> sent) {
    return ConsultationDocument.position(sent)
        .orElseThrow(() -> fault("position", "not-one-of", "accepts, objects, abstains"));
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text;
  }

  @PostMapping(ONE + "/versions")
  @Told("consultation-versions")
  ResponseEntity<Object> propose(
      Acting acting, @PathVariable String id, Key key, Version.Perhaps read, @Sent Amended sent) {
    var as = seat(id, acting);
    var before = require(id, as).versions().stream().map(Consultation.Version::proposal).toList();
    return shown(
        id,
        read,
        consultations.propose(
            id, as, read.number(sent.version()), proposal(sent.proposal(), before), key.word()));
  }

  @PostMapping(ONE + "/replies")
  @Told("consultation-replies")
  ResponseEntity<Object> reply(
      Acting acting, @PathVariable String id, Key key, Version.Perhaps read, @Sent Taken sent) {
    var as = seat(id, acting);
    var position = position(sent.position());
    return shown(
        id, read, consultations.reply(id, as, read.number(sent.version()), position, key.word()));
  }

  @PostMapping(ONE + "/departure")
  @Told("consultation-departure")
  ResponseEntity<Object> leave(
      Acting acting, @PathVariable String id, Key key, @Sent Because sent) {
    return shown(id, consultations.leave(id, seat(id, acting), said(sent.reason()), key.word()));
  }

  @PostMapping(ONE + "/comments")
  @Told("consultation-comments")
  ResponseEntity<Object> comment(
      Acting acting, @PathVariable String id, Key key, Version.Perhaps read, @Sent Remark sent) {
    var as = seat(id, acting);
    return shown(
        id,
        read,
        consultations.comment(id, as, read.number(sent.version()), said(sent.text()), key.word()));
  }

  @PostMapping(ONE + "/notes")
  @Told("consultation-notes")
  ResponseEntity<Object> note(Acting acting, @PathVariable String id, Key key, @Sent Note sent) {
    return shown(id, consultations.note(id, seat(id, acting), said(sent.text()), key.word()));
  }

  @PostMapping(ONE + "/deadlines")
  @Told("consultation-deadlines")
  ResponseEntity<Object> deadline(
      Acting acting, @PathVariable String id, Key key, Version.Perhaps read, @Sent Deadline sent) {
    var as = seat(id, acting);
    var until = sent.until();
    if (until == null) {
      throw fault("until", "not-a-moment");
    }
    return shown(
        id,
        read,
        consultations.setDeadline(id, as, read.number(sent.version()), until, key.word()));
  }

  @PostMapping(ONE + "/letters")
  @Told("consultation-letters")
  ResponseEntity<Object> letter(
      Acting acting,
      @PathVariable String id,
      Key key,
      Version.Perhaps read,
      @Sent(files = true) Letter sent) {
    var as = seat(id, acting);
    var dated = sent.dated();
    if (dated == null) {
      throw fault("dated", "not-a-date");
    }
    var position = position(sent.position());
    // In one transaction: a letter that is refused leaves no file behind.
    return database.inTransaction(() -> {
      var kept = attachments.keep("file", sent.file());
      var letter = new Reply.Letter(said(sent.reference()), dated, kept.name(), kept.sha256());
      return shown(
          id,
          read,
          consultations.enterLetter(
              id,
              as,
              new LetterEntered(said(sent.party()), read.number(sent.version()), position, letter),
              key.word()));
    });
  }

  @PostMapping(ONE + "/letter/confirmation")
  @Told("consultation-letter-confirmation")
  ResponseEntity<Object> confirm(
      Acting acting, @PathVariable String id, Key key, Version.Perhaps read, @Sent Confirmed sent) {
    var as = seat(id, acting);
    return shown(
        id, read, consultations.confirmLetter(id, as, read.number(sent.version()), key.word()));
  }

  @PostMapping(ONE + "/letter/disavowal")
  @Told("consultation-letter-disavowal")
  ResponseEntity<Object> disown(
      Acting acting, @PathVariable String id, Key key, Version.Perhaps read, @Sent Disowned sent) {
    var as = seat(id, acting);
    return shown(
        id,
        read,
        consultations.disownLetter(
            id, as, read.number(sent.version()), said(sent.reason()), key.word()));
  }

  private static ResponseEntity<Object> shown(
      String id, Optional<? extends ConsultationOutcome> outcome) {
    return shown(done(id, outcome)).sent();
  }

  /// Whoever named the version in the header is answered as headers are.
  private static ResponseEntity<Object> shown(
      String id, Version.Perhaps read, Optional<? extends ConsultationOutcome> outcome) {
    if (read.tag() != null
        && outcome.orElse(null) instanceof ConsultationOutcome.NotLatest(int latest)) {
      throw Version.stale(String.valueOf(latest));
    }
    return shown(id, outcome);
  }

  private static Consultation done(String id, Optional<? extends ConsultationOutcome> outcome) {
    var known = outcome.map(o -> (ConsultationOutcome) o).orElseThrow(() -> new NotFound(id));
    if (known instanceof ConsultationOutcome.Done done) {
      return done.after();
    }
    throw ConsultationRefusals.of(known);
  }
}
