package org.bandung.consultation;

import java.util.List;
import java.util.Set;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.kernel.Note;

/// What became of a command: done, or why not. Each command has its own list of what can happen.
public sealed interface ConsultationOutcome {

  /// Of opening a consultation.
  sealed interface OpenOutcome extends ConsultationOutcome {}

  /// Of proposing another version.
  sealed interface ProposeOutcome extends ConsultationOutcome {}

  /// Of accepting, objecting or abstaining.
  sealed interface ReplyOutcome extends ConsultationOutcome {}

  /// Of leaving.
  sealed interface LeaveOutcome extends ConsultationOutcome {}

  /// Of entering another party's letter.
  sealed interface LetterOutcome extends ConsultationOutcome {}

  /// Of confirming or disowning a letter.
  sealed interface ConfirmOutcome extends ConsultationOutcome {}

  /// Of a comment or a private note.
  sealed interface RemarkOutcome extends ConsultationOutcome {}

  /// Of setting a deadline.
  sealed interface DeadlineOutcome extends ConsultationOutcome {}

  /// What can become of every command.
  sealed interface AnyOutcome
      extends OpenOutcome,
          ProposeOutcome,
          ReplyOutcome,
          LeaveOutcome,
          LetterOutcome,
          ConfirmOutcome,
          RemarkOutcome,
          DeadlineOutcome {}

  /// It is done.
  ///
  /// @param events what happened, to be appended as they are
  /// @param after how things stand then
  record Done(List<Recorded> events, Consultation after) implements AnyOutcome {
    public Done {
      events = List.copyOf(events);
    }
  }

  /// The actor's party is none of the parties, or no longer.
  record NotTakingPart() implements AnyOutcome {}

  /// The party does not let this person do it.
  ///
  /// @param needed one of these would do
  record LacksCapacity(Set<Actor.Capacity> needed) implements AnyOutcome {
    public LacksCapacity {
      needed = Set.copyOf(needed);
    }
  }

  /// What was handed in cannot be taken.
  record Faulty(List<Note> faults) implements AnyOutcome {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /// The party has sent another command with this key.
  record KeyUsedOtherwise() implements AnyOutcome {}

  /// The talks have come to an end.
  record AlreadyConcluded(Conclusion conclusion)
      implements ProposeOutcome,
          ReplyOutcome,
          LeaveOutcome,
          LetterOutcome,
          RemarkOutcome,
          DeadlineOutcome {}

  /// What was meant is not the latest version.
  record NotLatest(int latest)
      implements ProposeOutcome,
          ReplyOutcome,
          LetterOutcome,
          ConfirmOutcome,
          RemarkOutcome,
          DeadlineOutcome {}

  /// The party has said exactly this before, or the proposal is the latest version word for word.
  record AlreadySaid() implements ProposeOutcome, ReplyOutcome, LetterOutcome, DeadlineOutcome {}

  /// The party speaks for itself: nobody enters letters for it.
  record SpeaksForItself(String party) implements LetterOutcome {}

  /// There is no letter of the party that waits to be confirmed.
  record NoLetterWaiting() implements ConfirmOutcome {}
}
