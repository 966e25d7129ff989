package org.bandung.consultation.accord;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bandung.consultation.ConsultationEvent;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.jspecify.annotations.Nullable;

/// Something that happened to an agreement. The names are stored and never change.
public sealed interface AgreementEvent {

  /// An event in its place, which it keeps for ever.
  ///
  /// @param sequence from 1, without a gap
  record Recorded(long sequence, Instant at, ConsultationEvent.Author by, AgreementEvent event) {}

  /// The parties had consented.
  record Made(String id, Agreement.Origin origin, List<Party> parties, @Nullable LocalDate until)
      implements AgreementEvent {
    public Made {
      parties = List.copyOf(parties);
    }
  }

  /// The author signed the text of a revision for her party.
  ///
  /// @param fingerprint SHA-256 of the public key
  record Signed(int revision, String fingerprint) implements AgreementEvent {}

  /// The author's party said that its own law is satisfied.
  record Notified(int revision, LocalDate on) implements AgreementEvent {}

  /// A revision came into force.
  record EnteredIntoForce(int revision, LocalDate on) implements AgreementEvent {}

  /// All whom it binds consented to a change, in that version of that consultation.
  record Changed(String consultation, int version, Effect.Change change)
      implements AgreementEvent {}

  /// A party disowned the letter on which its consent to a change rested: the change is undone.
  record Undone(String consultation, String reason) implements AgreementEvent {}

  /// The author's party leaves, for itself alone.
  ///
  /// @param on the last day on which it is bound
  record Withdrawn(String reason, LocalDate on) implements AgreementEvent {}

  /// The scanned original with its notes verbales; it is the legal instrument.
  record InstrumentAttached(int revision, Proposal.Annex file) implements AgreementEvent {}

  /// The author attests that a party which nobody can act for here signed the original by hand.
  ///
  /// @param file SHA-256 of the scanned original
  record PaperAttested(int revision, String party, String file) implements AgreementEvent {}

  /// The author's party, which can act for itself now, did not sign that original.
  record PaperDisowned(int revision, String reason) implements AgreementEvent {}

  /// The countries of these parties demand that their authorities endorse the revision.
  record EndorsementDemanded(int revision, List<String> parties) implements AgreementEvent {
    public EndorsementDemanded {
      parties = List.copyOf(parties);
    }
  }

  /// The authority of the party's country endorsed the revision for it.
  record Endorsed(int revision, String party) implements AgreementEvent {}

  /// The authority of the party's country does not endorse the revision.
  record EndorsementRefused(int revision, String party, String reason) implements AgreementEvent {}

  /// A party disowned the letter on which it rested: there was no agreement.
  record Annulled(String reason) implements AgreementEvent {}
}
