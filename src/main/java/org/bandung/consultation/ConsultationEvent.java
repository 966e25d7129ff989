package org.bandung.consultation;

import java.time.Instant;
import java.util.List;

/// Something that happened in a consultation. The names are stored and never change.
public sealed interface ConsultationEvent {

  /// An event in its place, which it keeps for ever.
  ///
  /// @param sequence from 1, without a gap
  record Recorded(long sequence, Instant at, Author by, ConsultationEvent event) {}

  /// A person, for a party. Both are empty where the clock did it.
  record Author(String party, String person) {
    /// Nobody: time went by.
    public static final Author CLOCK = new Author("", "");
  }

  /// It began.
  record Opened(String id, Consultation.Setup setup) implements ConsultationEvent {}

  /// A version was put forward, the first one or an amendment.
  record Proposed(int version, Proposal proposal) implements ConsultationEvent {}

  /// The author's party took a position.
  record PositionTaken(int version, Position position) implements ConsultationEvent {}

  /// A party without an account replied by letter; the author attests it.
  record LetterEntered(String party, int version, Position position, Reply.Letter letter)
      implements ConsultationEvent {}

  /// The author's party said that the letter's reply is its own.
  record LetterConfirmed(int version) implements ConsultationEvent {}

  /// The author's party said that the letter's reply is not its own: it never replied.
  record LetterDisowned(int version, String reason) implements ConsultationEvent {}

  /// The author's party left, for itself alone.
  record Left(String reason) implements ConsultationEvent {}

  /// The author said something to all parties.
  record Commented(int version, String text) implements ConsultationEvent {}

  /// The author wrote something down for her own party.
  record Noted(String text) implements ConsultationEvent {}

  /// Replies are asked for by a time.
  record DeadlineSet(int version, Instant until) implements ConsultationEvent {}

  /// The time went by. It means nothing but that.
  ///
  /// @param silent who had not replied
  record DeadlineLapsed(int version, Instant until, List<String> silent)
      implements ConsultationEvent {
    public DeadlineLapsed {
      silent = List.copyOf(silent);
    }
  }

  /// It came to an end: follows the event that brought it about at once.
  record Concluded(Conclusion conclusion) implements ConsultationEvent {}
}
