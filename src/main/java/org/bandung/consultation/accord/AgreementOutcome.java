package org.bandung.consultation.accord;

import java.util.List;
import java.util.Set;
import org.bandung.consultation.Actor;
import org.bandung.consultation.accord.AgreementEvent.Recorded;

/// What became of a command on an agreement.
public sealed interface AgreementOutcome {

  /// Of making an agreement of a consultation.
  sealed interface MakeOutcome extends AgreementOutcome {}

  /// Of signing, giving notice, attaching an original.
  sealed interface SignOutcome extends AgreementOutcome {}

  /// Of changing it by what a consultation came to.
  sealed interface ChangeOutcome extends AgreementOutcome {}

  /// Of leaving it.
  sealed interface WithdrawOutcome extends AgreementOutcome {}

  /// Of what the authority of a party's country says.
  sealed interface EndorseOutcome extends AgreementOutcome {}

  /// It is done.
  record Done(List<Recorded> events, Agreement after)
      implements MakeOutcome, SignOutcome, ChangeOutcome, WithdrawOutcome, EndorseOutcome {
    public Done {
      events = List.copyOf(events);
    }
  }

  /// The consultation has not come to such an agreement or change.
  record NotAgreed() implements MakeOutcome, ChangeOutcome {}

  /// It cannot stand below that one: wrong in kind, or that one is over.
  record CannotStandUnder(String agreement) implements MakeOutcome {}

  /// These parties are bound by it and have not consented to the change.
  record NotAllConsented(List<String> parties) implements ChangeOutcome {
    public NotAllConsented {
      parties = List.copyOf(parties);
    }
  }

  /// The party is not bound by it.
  record NotBound() implements SignOutcome, WithdrawOutcome, EndorseOutcome {}

  /// The party does not let this person do it.
  record LacksCapacity(Set<Actor.Capacity> needed) implements SignOutcome, WithdrawOutcome {
    public LacksCapacity {
      needed = Set.copyOf(needed);
    }
  }

  /// As things stand it has no place: done before, over, not in force, or an earlier day.
  record OutOfPlace(Agreement.Status status)
      implements SignOutcome, ChangeOutcome, WithdrawOutcome, EndorseOutcome {}

  /// The key of a command has been used for another one.
  record KeyUsedOtherwise() implements SignOutcome, WithdrawOutcome, EndorseOutcome {}

  /// A field says nothing, or more than fits.
  record Unfit(String field) implements SignOutcome, WithdrawOutcome, EndorseOutcome {}

  /// The party signs with a key of its own, which is not here.
  record KeyElsewhere() implements SignOutcome {}

  /// What was brought is no signature of the party's key under the statement.
  record BadSignature() implements SignOutcome {}
}
