package org.bandung.funds.calls;

import java.time.Instant;
import java.util.List;

/// Something that happened in a meeting of a board. The words are stored and never change.
public sealed interface MeetingEvent {

  /// @param agenda ids of proposals
  record Convened(String fund, String title, Instant on, List<String> agenda)
      implements MeetingEvent {}

  /// A member is there.
  record Attended() implements MeetingEvent {}

  /// A member says what should become of a proposal.
  record Voted(String proposal, ProposalEvent.Decision choice, String reason)
      implements MeetingEvent {}

  /// The board came to a decision.
  record Concluded(String proposal, ProposalEvent.Decision decision, int votes, int counted)
      implements MeetingEvent {}

  /// It is over.
  record Closed(String minutes) implements MeetingEvent {}
}
