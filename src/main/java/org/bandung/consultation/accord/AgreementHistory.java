package org.bandung.consultation.accord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.bandung.consultation.Effect.Change;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.accord.Agreement.Acts;
import org.bandung.consultation.accord.Agreement.Endorsement;
import org.bandung.consultation.accord.Agreement.Endorsement.Word;
import org.bandung.consultation.accord.Agreement.Made;
import org.bandung.consultation.accord.Agreement.Paper;
import org.bandung.consultation.accord.Agreement.Revision;
import org.bandung.consultation.accord.Agreement.Term;
import org.bandung.consultation.accord.AgreementEvent.Recorded;

/// From the events of an agreement to how it stands.
public final class AgreementHistory {

  private AgreementHistory() {}

  /// How it stands after these events.
  ///
  /// @throws IllegalStateException if they are not the whole history from its beginning
  public static Agreement fold(List<Recorded> events) {
    if (events.isEmpty()) {
      throw new IllegalStateException("an agreement begins with its making");
    }
    var state = begun(events.getFirst());
    for (var recorded : events.subList(1, events.size())) {
      state = after(state, recorded);
    }
    return state;
  }

  private static Agreement begun(Recorded recorded) {
    if (recorded.sequence() != 1 || !(recorded.event() instanceof AgreementEvent.Made made)) {
      throw new IllegalStateException("an agreement begins with its making");
    }
    var first =
        new Revision(
            1, made.origin().consultation(), made.origin().version(), Acts.NONE, null, List.of());
    return new Agreement(
        made.id(),
        made.origin(),
        made.parties(),
        List.of(first),
        new Term(made.until(), List.of(), null),
        Map.of(),
        1);
  }

  /// How it stands after one more event.
  static Agreement after(Agreement a, Recorded r) {
    if (r.sequence() != a.sequence() + 1) {
      throw new IllegalStateException(
          a.id() + ": event " + r.sequence() + " follows " + a.sequence());
    }
    var by = r.by().party();
    return switch (r.event()) {
      case AgreementEvent.Made made -> throw new IllegalStateException(a.id() + " was made before");
      case AgreementEvent.Signed(int revision, var fingerprint) ->
          revision(a, revision, l -> l.with(signed(l.acts(), by, fingerprint)));
      case AgreementEvent.Notified(int revision, var on) ->
          revision(a, revision, l -> l.with(notified(l.acts(), by, on)));
      case AgreementEvent.EndorsementDemanded(int revision, var parties) ->
          revision(a, revision, l -> l.with(said(l.acts(), parties, Word.AWAITED, "")));
      case AgreementEvent.Endorsed(int revision, var party) ->
          revision(a, revision, l -> l.with(said(l.acts(), List.of(party), Word.GIVEN, "")));
      case AgreementEvent.EndorsementRefused(int revision, var party, var reason) ->
          revision(a, revision, l -> l.with(said(l.acts(), List.of(party), Word.REFUSED, reason)));
      case AgreementEvent.EnteredIntoForce(int revision, var on) ->
          revision(a, revision, l -> entered(l, on));
      case AgreementEvent.InstrumentAttached(int revision, var file) ->
          revision(a, revision, l -> attached(l, file));
      case AgreementEvent.PaperAttested(int revision, var party, var file) ->
          revision(
              a,
              revision,
              l -> l.with(papers(l.acts(), put(l.papers(), party, new Paper(by, file)))));
      case AgreementEvent.PaperDisowned(int revision, var reason) ->
          revision(a, revision, l -> disowned(l, by));
      case AgreementEvent.Changed changed -> changed(a, changed);
      case AgreementEvent.Undone(var consultation, var reason) ->
          with(a, undone(a.term(), consultation, reason));
      case AgreementEvent.Withdrawn(var reason, var on) ->
          new Agreement(
              a.id(),
              a.origin(),
              a.parties(),
              a.revisions(),
              a.term(),
              put(a.withdrawals(), by, on),
              a.sequence() + 1);
      case AgreementEvent.Annulled(var reason) -> with(a, annulled(a.term(), reason));
    };
  }

  private static Acts signed(Acts acts, String party, String fingerprint) {
    return new Acts(
        put(acts.signatures(), party, fingerprint),
        acts.papers(),
        acts.notices(),
        acts.endorsements());
  }

  private static Acts papers(Acts acts, Map<String, Paper> papers) {
    return new Acts(acts.signatures(), papers, acts.notices(), acts.endorsements());
  }

  private static Acts notified(Acts acts, String party, LocalDate on) {
    return new Acts(
        acts.signatures(), acts.papers(), put(acts.notices(), party, on), acts.endorsements());
  }

  private static Acts said(Acts acts, List<String> parties, Word word, String reason) {
    var endorsements = acts.endorsements();
    for (var party : parties) {
      endorsements = put(endorsements, party, new Endorsement(word, reason));
    }
    return new Acts(acts.signatures(), acts.papers(), acts.notices(), endorsements);
  }

  /// What came into force on a signature that was none has not, unless the party signed itself.
  private static Revision disowned(Revision l, String party) {
    var papers = new LinkedHashMap<>(l.papers());
    papers.remove(party);
    var inForce = l.signatures().containsKey(party) ? l.inForce() : null;
    return new Revision(
        l.number(),
        l.consultation(),
        l.version(),
        papers(l.acts(), papers),
        inForce,
        l.instruments());
  }

  private static Revision entered(Revision l, LocalDate on) {
    return new Revision(l.number(), l.consultation(), l.version(), l.acts(), on, l.instruments());
  }

  private static Revision attached(Revision l, Proposal.Annex file) {
    var instruments = new ArrayList<>(l.instruments());
    instruments.add(file);
    return new Revision(
        l.number(), l.consultation(), l.version(), l.acts(), l.inForce(), instruments);
  }

  private static Term annulled(Term t, String reason) {
    return new Term(t.agreed(), t.changes(), reason);
  }

  private static Term undone(Term t, String consultation, String reason) {
    var changes =
        t.changes().stream()
            .map(m ->
                m.consultation().equals(consultation) && m.undone() == null
                    ? new Made(m.consultation(), m.version(), m.change(), reason)
                    : m)
            .toList();
    return new Term(t.agreed(), changes, t.annulled());
  }

  private static Agreement changed(Agreement a, AgreementEvent.Changed changed) {
    var t = a.term();
    var changes = new ArrayList<>(t.changes());
    changes.add(new Made(changed.consultation(), changed.version(), changed.change(), null));
    var after = with(a, new Term(t.agreed(), changes, t.annulled()));
    return changed.change() instanceof Change.Amend ? amended(after, changed) : after;
  }

  /// Another text: nobody has signed it yet.
  private static Agreement amended(Agreement a, AgreementEvent.Changed changed) {
    var revisions = new ArrayList<>(a.revisions());
    revisions.add(
        new Revision(
            revisions.size() + 1,
            changed.consultation(),
            changed.version(),
            Acts.NONE,
            null,
            List.of()));
    return new Agreement(
        a.id(), a.origin(), a.parties(), revisions, a.term(), a.withdrawals(), a.sequence());
  }

  private static Agreement revision(Agreement a, int number, UnaryOperator<Revision> change) {
    var revisions = new ArrayList<>(a.revisions());
    revisions.set(number - 1, change.apply(revisions.get(number - 1)));
    return new Agreement(
        a.id(), a.origin(), a.parties(), revisions, a.term(), a.withdrawals(), a.sequence() + 1);
  }

  private static Agreement with(Agreement a, Term term) {
    return new Agreement(
        a.id(), a.origin(), a.parties(), a.revisions(), term, a.withdrawals(), a.sequence() + 1);
  }

  private static <T> Map<String, T> put(Map<String, T> map, String key, T value) {
    var larger = new LinkedHashMap<>(map);
    larger.put(Objects.requireNonNull(key), value);
    return larger;
  }
}
