package org.bandung.consultation.accord;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.consultation.Actor;
import org.bandung.consultation.Conclusion;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.ConsultationEvent.Author;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Effect.Change;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.RemarkFaults;
import org.bandung.consultation.accord.Agreement.Status;
import org.bandung.consultation.accord.AgreementEvent.Recorded;
import org.bandung.consultation.accord.AgreementOutcome.CannotStandUnder;
import org.bandung.consultation.accord.AgreementOutcome.ChangeOutcome;
import org.bandung.consultation.accord.AgreementOutcome.Done;
import org.bandung.consultation.accord.AgreementOutcome.EndorseOutcome;
import org.bandung.consultation.accord.AgreementOutcome.LacksCapacity;
import org.bandung.consultation.accord.AgreementOutcome.MakeOutcome;
import org.bandung.consultation.accord.AgreementOutcome.NotAgreed;
import org.bandung.consultation.accord.AgreementOutcome.NotAllConsented;
import org.bandung.consultation.accord.AgreementOutcome.NotBound;
import org.bandung.consultation.accord.AgreementOutcome.OutOfPlace;
import org.bandung.consultation.accord.AgreementOutcome.SignOutcome;
import org.bandung.consultation.accord.AgreementOutcome.WithdrawOutcome;
import org.jspecify.annotations.Nullable;

/// What becomes of an agreement. Whatever touches all parties is consented to in a consultation;
/// what a party does here it does for itself alone. Days are those of universal time.
final class AgreementRules {

  private static final Set<Actor.Capacity> BINDING = Set.of(Actor.Capacity.SIGNATORY);

  private AgreementRules() {}

  /// @param above the agreement below which the proposal puts it, if it does
  static MakeOutcome make(
      String id, String number, Consultation c, Optional<Agreement> above, Instant now) {
    var agreed = agreed(c);
    if (agreed.isEmpty()
        || !(proposal(c, agreed.get()).effect() instanceof Effect.MakesAgreement made)) {
      return new NotAgreed();
    }
    var under = made.under();
    if (under != null && !standsUnder(made.kind(), under, above, day(now))) {
      return new CannotStandUnder(under);
    }
    var origin =
        new Agreement.Origin(
            number, made.kind(), made.entry(), under, c.id(), agreed.get().version());
    var parties =
        c.setup().parties().stream().filter(p -> agreed.get().bound().contains(p.id())).toList();
    var recorded =
        new Recorded(
            1, now, Author.CLOCK, new AgreementEvent.Made(id, origin, parties, made.until()));
    return new Done(List.of(recorded), AgreementHistory.fold(List.of(recorded)));
  }

  private static boolean standsUnder(
      Effect.Kind kind, String under, Optional<Agreement> above, LocalDate day) {
    return above
        .filter(a -> a.id().equals(under))
        .filter(a -> a.origin().kind().compareTo(kind) < 0)
        .filter(a -> !isOver(a, day))
        .isPresent();
  }

  /// A party signs the latest revision.
  static SignOutcome sign(Agreement a, Actor actor, String fingerprint, Instant now) {
    return refused(a, actor, a.latest().signatures(), now)
        .orElseGet(() ->
            done(
                a,
                actor.author(),
                now,
                new AgreementEvent.Signed(a.latest().number(), fingerprint)));
  }

  /// A party says that its own law is satisfied; of agreements that enter into force so.
  static SignOutcome giveNotice(Agreement a, Actor actor, LocalDate on, Instant now) {
    if (a.origin().entry() != Effect.Entry.ON_NOTIFICATION || on.isAfter(day(now))) {
      return new OutOfPlace(a.status(day(now)));
    }
    return refused(a, actor, a.latest().notices(), now)
        .orElseGet(() ->
            done(a, actor.author(), now, new AgreementEvent.Notified(a.latest().number(), on)));
  }

  /// The scanned original, which is then the legal instrument.
  static SignOutcome attachInstrument(Agreement a, Actor actor, Proposal.Annex file, Instant now) {
    return refused(a, actor, Map.of(), now)
        .orElseGet(() ->
            done(
                a,
                actor.author(),
                now,
                new AgreementEvent.InstrumentAttached(a.latest().number(), file)));
  }

  /// A party attests that another, which nobody can act for here, signed the original by hand.
  static SignOutcome attestPaper(Agreement a, Actor actor, String party, Instant now) {
    var refused = refused(a, actor, Map.of(), now);
    if (refused.isPresent()) {
      return refused.get();
    }
    var latest = a.latest();
    if (!isBound(a, party, day(now))) {
      return new NotBound();
    }
    return party.equals(actor.party()) || latest.signedBy(party) || latest.instruments().isEmpty()
        ? new OutOfPlace(a.status(day(now)))
        : done(
            a,
            actor.author(),
            now,
            new AgreementEvent.PaperAttested(
                latest.number(), party, latest.instruments().getLast().sha256()));
  }

  /// The party itself says that it did not sign that original.
  static SignOutcome disownPaper(Agreement a, Actor actor, String reason, Instant now) {
    var refused = refused(a, actor, Map.of(), now);
    if (refused.isPresent()) {
      return refused.get();
    }
    var attested =
        a.revisions().reversed().stream()
            .filter(r -> a.stands(r) && r.papers().containsKey(actor.party()))
            .findFirst();
    return attested.isEmpty() || !RemarkFaults.of("reason", reason).isEmpty()
        ? new OutOfPlace(a.status(day(now)))
        : append(
            a,
            actor.author(),
            now,
            new AgreementEvent.PaperDisowned(attested.get().number(), reason));
  }

  private static Optional<SignOutcome> refused(
      Agreement a, Actor actor, Map<String, ?> before, Instant now) {
    if (!isBound(a, actor.party(), day(now))) {
      return Optional.of(new NotBound());
    }
    if (!actor.capacities().contains(Actor.Capacity.SIGNATORY)) {
      return Optional.of(new LacksCapacity(BINDING));
    }
    return before.containsKey(actor.party()) || isOver(a, day(now))
        ? Optional.of(new OutOfPlace(a.status(day(now))))
        : Optional.empty();
  }

  /// Says for which parties the authorities of their countries must endorse the latest revision.
  static Agreement demandEndorsement(
      Agreement a, List<String> parties, Instant now, List<Recorded> events) {
    if (parties.isEmpty()) {
      return a;
    }
    var done =
        append(
            a,
            Author.CLOCK,
            now,
            new AgreementEvent.EndorsementDemanded(a.latest().number(), parties));
    events.addAll(done.events());
    return done.after();
  }

  /// The authority of a party's country endorses the latest revision. Whether the author speaks for
  /// that authority has been judged before.
  static EndorseOutcome endorse(Agreement a, Author by, String party, Instant now) {
    var refused = refusedEndorsement(a, party, now);
    return refused.isPresent()
        ? refused.get()
        : done(a, by, now, new AgreementEvent.Endorsed(a.latest().number(), party));
  }

  /// The authority of a party's country does not endorse the latest revision.
  static EndorseOutcome refuseEndorsement(
      Agreement a, Author by, String party, String reason, Instant now) {
    if (!RemarkFaults.of("reason", reason).isEmpty()) {
      return new OutOfPlace(a.status(day(now)));
    }
    var refused = refusedEndorsement(a, party, now);
    return refused.isPresent()
        ? refused.get()
        : append(
            a, by, now, new AgreementEvent.EndorsementRefused(a.latest().number(), party, reason));
  }

  private static Optional<EndorseOutcome> refusedEndorsement(
      Agreement a, String party, Instant now) {
    var asked = a.latest().endorsements().get(party);
    if (!isBound(a, party, day(now)) || asked == null) {
      return Optional.of(new NotBound());
    }
    return asked.given() || a.latest().inForce() != null || isOver(a, day(now))
        ? Optional.of(new OutOfPlace(a.status(day(now))))
        : Optional.empty();
  }

  /// A change to which a consultation has come, if all whom the agreement binds stand in it.
  static ChangeOutcome change(Agreement a, Consultation c, Instant now) {
    var agreed = agreed(c);
    if (agreed.isEmpty()
        || !(proposal(c, agreed.get()).effect()
            instanceof Effect.ChangesAgreement(var agreement, var change))
        || !agreement.equals(a.id())) {
      return new NotAgreed();
    }
    var lacking =
        a.boundOn(day(now)).stream()
            .map(Party::id)
            .filter(p -> !agreed.get().bound().contains(p))
            .toList();
    if (!lacking.isEmpty()) {
      return new NotAllConsented(lacking);
    }
    if (a.term().holds(c.id()) || !hasPlace(a, change, day(now))) {
      return new OutOfPlace(a.status(day(now)));
    }
    return append(
        a, Author.CLOCK, now, new AgreementEvent.Changed(c.id(), agreed.get().version(), change));
  }

  private static boolean hasPlace(Agreement a, Change change, LocalDate today) {
    if (isOver(a, today)) {
      return false;
    }
    return switch (change) {
      case Change.Amend() -> true;
      case Change.Extend(var until) -> {
        var now = a.term().until();
        yield now != null && until.isAfter(now);
      }
      case Change.Suspend(var from) ->
          a.revisionOn(today).isPresent() && resting(a) == null && !from.isBefore(today);
      case Change.Resume(var from) -> {
        var since = resting(a);
        yield since != null && !from.isBefore(since) && !from.isBefore(today);
      }
      case Change.Terminate(var on) -> !on.isBefore(today);
    };
  }

  /// Since when it rests with no end in sight.
  private static @Nullable LocalDate resting(Agreement a) {
    var pauses = a.term().pauses();
    return pauses.isEmpty() || pauses.getLast().to() != null ? null : pauses.getLast().from();
  }

  /// A party leaves, on a day not in the past; the others stay bound while two sides are left.
  static WithdrawOutcome withdraw(
      Agreement a, Actor actor, String reason, LocalDate on, Instant now) {
    if (!isBound(a, actor.party(), day(now))) {
      return new NotBound();
    }
    if (!actor.capacities().contains(Actor.Capacity.SIGNATORY)) {
      return new LacksCapacity(BINDING);
    }
    if (isOver(a, day(now))
        || a.withdrawals().containsKey(actor.party())
        || on.isBefore(day(now))
        || !RemarkFaults.of("reason", reason).isEmpty()) {
      return new OutOfPlace(a.status(day(now)));
    }
    return append(a, actor.author(), now, new AgreementEvent.Withdrawn(reason, on));
  }

  /// The consultation has not come to this agreement after all, since a party disowned a letter.
  static ChangeOutcome annul(Agreement a, Consultation c, String reason, Instant now) {
    boolean stands = agreed(c).filter(x -> x.version() == a.origin().version()).isPresent();
    if (!c.id().equals(a.origin().consultation()) || stands) {
      return new NotAgreed();
    }
    return a.term().annulled() != null
        ? new OutOfPlace(Status.ANNULLED)
        : append(a, Author.CLOCK, now, new AgreementEvent.Annulled(reason));
  }

  /// The consultation has not come to its change of this agreement after all, since a party
  /// disowned a letter.
  static ChangeOutcome undo(Agreement a, Consultation c, String reason, Instant now) {
    var agreed = agreed(c);
    boolean fallen =
        a.term().changes().stream()
            .filter(m -> m.consultation().equals(c.id()) && m.undone() == null)
            .anyMatch(m -> agreed.filter(x -> x.version() == m.version()).isEmpty());
    return fallen
        ? append(a, Author.CLOCK, now, new AgreementEvent.Undone(c.id(), reason))
        : new NotAgreed();
  }

  private static Optional<Conclusion.Agreed> agreed(Consultation c) {
    return c.conclusion() instanceof Conclusion.Agreed agreed
        ? Optional.of(agreed)
        : Optional.empty();
  }

  private static Proposal proposal(Consultation c, Conclusion.Agreed agreed) {
    return c.versions().get(agreed.version() - 1).proposal();
  }

  private static boolean isBound(Agreement a, String party, LocalDate day) {
    return a.boundOn(day).stream().anyMatch(p -> p.id().equals(party));
  }

  private static boolean isOver(Agreement a, LocalDate day) {
    return switch (a.status(day)) {
      case EXPIRED, TERMINATED, ANNULLED -> true;
      case NOT_IN_FORCE, IN_FORCE, SUSPENDED -> false;
    };
  }

  /// The event, and the entry into force if it was the last that this needed.
  private static Done done(Agreement a, Author by, Instant now, AgreementEvent event) {
    var one = append(a, by, now, event);
    var entry = entry(one.after(), by, now);
    if (entry.isEmpty()) {
      return one;
    }
    var events = new ArrayList<>(one.events());
    events.addAll(entry.get().events());
    return new Done(events, entry.get().after());
  }

  /// Brings the latest revision into force where nothing is lacking any more, since whoever had not
  /// signed is no longer bound.
  static Optional<Done> enterIntoForce(Agreement a, Instant now) {
    return isOver(a, day(now)) ? Optional.empty() : entry(a, Author.CLOCK, now);
  }

  private static Optional<Done> entry(Agreement a, Author by, Instant now) {
    var latest = a.latest();
    var needed = a.boundOn(day(now)).stream().map(Party::id).toList();
    boolean onNotice = a.origin().entry() == Effect.Entry.ON_NOTIFICATION;
    boolean complete =
        needed.stream().allMatch(latest::signedBy)
            && (!onNotice || needed.stream().allMatch(p -> hasNotified(latest, p)))
            && needed.stream().allMatch(p -> isEndorsed(latest, p));
    return latest.inForce() == null && complete
        ? Optional.of(
            append(a, by, now, new AgreementEvent.EnteredIntoForce(latest.number(), day(now))))
        : Optional.empty();
  }

  /// An original that was signed by hand comes with its note verbale.
  private static boolean hasNotified(Agreement.Revision revision, String party) {
    return revision.notices().containsKey(party) || revision.papers().containsKey(party);
  }

  private static boolean isEndorsed(Agreement.Revision revision, String party) {
    var endorsement = revision.endorsements().get(party);
    return endorsement == null || endorsement.given();
  }

  private static Done append(Agreement a, Author by, Instant now, AgreementEvent event) {
    var recorded = new Recorded(a.sequence() + 1, now, by, event);
    return new Done(List.of(recorded), AgreementHistory.after(a, recorded));
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
