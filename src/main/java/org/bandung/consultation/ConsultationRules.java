package org.bandung.consultation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.consultation.Actor.Capacity;
import org.bandung.consultation.Consultation.Deadline;
import org.bandung.consultation.Consultation.Setup;
import org.bandung.consultation.ConsultationEvent.Author;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.consultation.ConsultationOutcome.AlreadyConcluded;
import org.bandung.consultation.ConsultationOutcome.AlreadySaid;
import org.bandung.consultation.ConsultationOutcome.AnyOutcome;
import org.bandung.consultation.ConsultationOutcome.ConfirmOutcome;
import org.bandung.consultation.ConsultationOutcome.DeadlineOutcome;
import org.bandung.consultation.ConsultationOutcome.Done;
import org.bandung.consultation.ConsultationOutcome.Faulty;
import org.bandung.consultation.ConsultationOutcome.LacksCapacity;
import org.bandung.consultation.ConsultationOutcome.LeaveOutcome;
import org.bandung.consultation.ConsultationOutcome.LetterOutcome;
import org.bandung.consultation.ConsultationOutcome.NoLetterWaiting;
import org.bandung.consultation.ConsultationOutcome.NotLatest;
import org.bandung.consultation.ConsultationOutcome.NotTakingPart;
import org.bandung.consultation.ConsultationOutcome.OpenOutcome;
import org.bandung.consultation.ConsultationOutcome.ProposeOutcome;
import org.bandung.consultation.ConsultationOutcome.RemarkOutcome;
import org.bandung.consultation.ConsultationOutcome.ReplyOutcome;
import org.bandung.consultation.ConsultationOutcome.SpeaksForItself;
import org.bandung.consultation.Reply.Attested;
import org.bandung.consultation.Reply.Letter;
import org.bandung.consultation.Reply.Own;

/// What a party may do, and what comes of it. Every command acts for the actor's own party alone.
final class ConsultationRules {

  static final Set<Capacity> BINDING = EnumSet.of(Capacity.SIGNATORY);
  static final Set<Capacity> TALKING = EnumSet.of(Capacity.NEGOTIATOR, Capacity.SIGNATORY);
  static final Set<Capacity> REMARKING = EnumSet.allOf(Capacity.class);

  private ConsultationRules() {}

  static OpenOutcome open(String id, Setup setup, Proposal first, Actor actor, Instant now) {
    if (setup.parties().stream().noneMatch(p -> p.id().equals(actor.party()))) {
      return new NotTakingPart();
    }
    if (lacks(actor, TALKING)) {
      return new LacksCapacity(TALKING);
    }
    var faults = ProposalFaults.of(setup, first);
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    var opening = new Recorded(1, now, actor.author(), new ConsultationEvent.Opened(id, setup));
    var proposed = new Recorded(2, now, actor.author(), new ConsultationEvent.Proposed(1, first));
    var events = List.of(opening, proposed);
    return new Done(events, ConsultationHistory.fold(events));
  }

  /// @param basis the version that the proposer had before it; another one may have come since
  static ProposeOutcome propose(
      Consultation c, Actor actor, int basis, Proposal proposal, Instant now) {
    var refused = standing(c, actor, TALKING);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (c.conclusion() != null) {
      return new AlreadyConcluded(c.conclusion());
    }
    if (basis != c.latest().number()) {
      return new NotLatest(c.latest().number());
    }
    var faults = ProposalFaults.of(c.setup(), c.versions().size(), proposal);
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    if (proposal.equals(c.latest().proposal())) {
      return new AlreadySaid();
    }
    return done(c, actor, now, new ConsultationEvent.Proposed(basis + 1, proposal));
  }

  static ReplyOutcome accept(Consultation c, Actor actor, int version, Instant now) {
    return reply(c, actor, version, new Position.Accepts(), now);
  }

  static ReplyOutcome object(Consultation c, Actor actor, int version, String reason, Instant now) {
    return reply(c, actor, version, new Position.Objects(reason), now);
  }

  static ReplyOutcome abstain(Consultation c, Actor actor, int version, Instant now) {
    return reply(c, actor, version, new Position.Abstains(), now);
  }

  private static ReplyOutcome reply(
      Consultation c, Actor actor, int version, Position position, Instant now) {
    var needed = position instanceof Position.Objects ? TALKING : BINDING;
    var refused = standing(c, actor, needed);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (c.conclusion() != null) {
      return new AlreadyConcluded(c.conclusion());
    }
    if (version != c.latest().number()) {
      return new NotLatest(c.latest().number());
    }
    var faults = RemarkFaults.of(position);
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    var before = c.latest().replies().get(actor.party());
    if (before != null && before.voice() instanceof Own && before.position().equals(position)) {
      return new AlreadySaid();
    }
    return done(c, actor, now, new ConsultationEvent.PositionTaken(version, position));
  }

  static LeaveOutcome leave(Consultation c, Actor actor, String reason, Instant now) {
    var refused = standing(c, actor, BINDING);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (c.conclusion() != null) {
      return new AlreadyConcluded(c.conclusion());
    }
    var faults = RemarkFaults.of("reason", reason);
    return faults.isEmpty()
        ? done(c, actor, now, new ConsultationEvent.Left(reason))
        : new Faulty(faults);
  }

  /// A reply by letter of a party that has not acted itself. The actor answers for what she enters.
  static LetterOutcome enterLetter(
      Consultation c, Actor actor, ConsultationEvent.LetterEntered entered, Instant now) {
    var refused = standing(c, actor, TALKING);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (c.conclusion() != null) {
      return new AlreadyConcluded(c.conclusion());
    }
    var party = c.remaining().stream().filter(p -> p.id().equals(entered.party())).findFirst();
    if (party.isEmpty()) {
      return new NotTakingPart();
    }
    if (!party.get().byLetter() || entered.party().equals(actor.party())) {
      return new SpeaksForItself(entered.party());
    }
    if (entered.version() != c.latest().number()) {
      return new NotLatest(c.latest().number());
    }
    var faults = RemarkFaults.of(entered.position(), entered.letter());
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    return said(c, entered.party(), entered.position(), entered.letter())
        ? new AlreadySaid()
        : done(c, actor, now, entered);
  }

  private static boolean said(Consultation c, String party, Position position, Letter letter) {
    var before = c.latest().replies().get(party);
    return before != null
        && before.position().equals(position)
        && before.voice() instanceof Attested attested
        && attested.letter().equals(letter);
  }

  /// The party says that a letter entered for it is its own; possible at any time.
  static ConfirmOutcome confirmLetter(Consultation c, Actor actor, int version, Instant now) {
    var refused = waiting(c, actor, version);
    return refused.isPresent()
        ? refused.get()
        : done(c, actor, now, new ConsultationEvent.LetterConfirmed(version));
  }

  /// The party says that a letter entered for it is not its own. What had come about on it never
  /// did: nobody is bound by another's word.
  static ConfirmOutcome disownLetter(
      Consultation c, Actor actor, int version, String reason, Instant now) {
    var refused = waiting(c, actor, version);
    if (refused.isPresent()) {
      return refused.get();
    }
    var faults = RemarkFaults.of("reason", reason);
    return faults.isEmpty()
        ? done(c, actor, now, new ConsultationEvent.LetterDisowned(version, reason))
        : new Faulty(faults);
  }

  private static Optional<ConfirmOutcome> waiting(Consultation c, Actor actor, int version) {
    var refused = standing(c, actor, BINDING);
    if (refused.isPresent()) {
      return Optional.of(refused.get());
    }
    if (version != c.latest().number()) {
      return Optional.of(new NotLatest(c.latest().number()));
    }
    var reply = c.latest().replies().get(actor.party());
    return reply != null && reply.restsOnAttestation()
        ? Optional.empty()
        : Optional.of(new NoLetterWaiting());
  }

  static RemarkOutcome comment(Consultation c, Actor actor, int version, String text, Instant now) {
    var refused = standing(c, actor, REMARKING);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (c.conclusion() != null) {
      return new AlreadyConcluded(c.conclusion());
    }
    if (version < 1 || version > c.latest().number()) {
      return new NotLatest(c.latest().number());
    }
    var faults = RemarkFaults.of(text, c.talk().comments().size());
    return faults.isEmpty()
        ? done(c, actor, now, new ConsultationEvent.Commented(version, text))
        : new Faulty(faults);
  }

  /// For the actor's own party; also after the end.
  static RemarkOutcome note(Consultation c, Actor actor, String text, Instant now) {
    var refused = standing(c, actor, REMARKING);
    if (refused.isPresent()) {
      return refused.get();
    }
    long own = c.talk().notes().stream().filter(n -> n.by().party().equals(actor.party())).count();
    var faults = RemarkFaults.of(text, own);
    return faults.isEmpty()
        ? done(c, actor, now, new ConsultationEvent.Noted(text))
        : new Faulty(faults);
  }

  static DeadlineOutcome setDeadline(
      Consultation c, Actor actor, int version, Instant until, Instant now) {
    var refused = standing(c, actor, TALKING);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (c.conclusion() != null) {
      return new AlreadyConcluded(c.conclusion());
    }
    if (version != c.latest().number()) {
      return new NotLatest(c.latest().number());
    }
    var faults = RemarkFaults.of(until, now, c.talk().deadlines().size());
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    return c.talk().deadlines().contains(new Deadline(version, until, false))
        ? new AlreadySaid()
        : done(c, actor, now, new ConsultationEvent.DeadlineSet(version, until));
  }

  /// Writes down which deadlines of the latest version have gone by, and who was silent then.
  static List<Recorded> lapse(Consultation c, Instant now) {
    var events = new ArrayList<Recorded>();
    if (c.conclusion() == null) {
      var silent = c.silent().stream().map(Party::id).toList();
      for (var deadline : c.talk().deadlines()) {
        if (!deadline.lapsed()
            && deadline.version() == c.latest().number()
            && !deadline.until().isAfter(now)) {
          events.add(
              new Recorded(
                  c.sequence() + events.size() + 1,
                  now,
                  Author.CLOCK,
                  new ConsultationEvent.DeadlineLapsed(
                      deadline.version(), deadline.until(), silent)));
        }
      }
    }
    return List.copyOf(events);
  }

  /// Whether the actor may do such a thing at all.
  private static Optional<AnyOutcome> standing(Consultation c, Actor actor, Set<Capacity> needed) {
    if (c.remaining().stream().noneMatch(p -> p.id().equals(actor.party()))) {
      return Optional.of(new NotTakingPart());
    }
    return lacks(actor, needed) ? Optional.of(new LacksCapacity(needed)) : Optional.empty();
  }

  private static boolean lacks(Actor actor, Set<Capacity> needed) {
    return needed.stream().noneMatch(actor.capacities()::contains);
  }

  /// The event, and the end of the talks if it brings that about.
  private static Done done(Consultation c, Actor actor, Instant now, ConsultationEvent event) {
    var events = new ArrayList<Recorded>();
    var first = new Recorded(c.sequence() + 1, now, actor.author(), event);
    events.add(first);
    var after = ConsultationHistory.after(c, first);
    if (after.conclusion() == null) {
      var conclusion = Consent.conclusion(after);
      if (conclusion.isPresent()) {
        var end =
            new Recorded(
                after.sequence() + 1,
                now,
                actor.author(),
                new ConsultationEvent.Concluded(conclusion.get()));
        events.add(end);
        after = ConsultationHistory.after(after, end);
      }
    }
    return new Done(events, after);
  }
}
