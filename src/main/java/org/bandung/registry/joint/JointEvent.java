package org.bandung.registry.joint;

import java.time.Instant;
import org.bandung.kernel.LocalizedText;

/// Something that happened in a joint initiative. The names are stored and never change.
public sealed interface JointEvent {

  /// An event in its place, which it keeps for ever.
  ///
  /// @param sequence from 1, without a gap
  /// @param party for which party it was done
  /// @param person id of the account that did it
  record Recorded(long sequence, Instant at, String party, String person, JointEvent event) {}

  /// It began.
  record Began(String id, Beginning beginning) implements JointEvent {}

  /// The party states a contribution, the first time or anew.
  record Stated(String contribution, Contribution said) implements JointEvent {}

  /// The party takes a contribution back that it stated.
  record Unsaid(String contribution, String reason) implements JointEvent {}

  /// The party replies to what another stated.
  record Replied(String contribution, int version, Reply reply) implements JointEvent {}

  /// The party takes over the figure with which the counterpart disputed.
  record FigureAccepted(String contribution, int version, String counterpart)
      implements JointEvent {}

  /// The party tells what came of it.
  record Told(Telling telling) implements JointEvent {}

  /// The party proposes another plan.
  record PlanProposed(int number, Plan plan, LocalizedText why) implements JointEvent {}

  /// The party consents to a proposed plan.
  record PlanConsented(int number) implements JointEvent {}

  /// The party does not.
  record PlanDeclined(int number, String reason) implements JointEvent {}

  /// All consented: follows the last consent at once.
  record PlanHolds(int number) implements JointEvent {}

  /// The party wrote a joint report or changed it.
  record ReportWritten(int number, Report report) implements JointEvent {}

  /// The party signed a version of a report off.
  record ReportSigned(int number, int version) implements JointEvent {}

  /// All signed it off: follows the last signature at once.
  record ReportHolds(int number, int version) implements JointEvent {}

  /// The party suspends its part.
  record Suspended(String reason) implements JointEvent {}

  /// The party agrees to go on.
  record ResumptionAgreed() implements JointEvent {}

  /// All agreed to go on.
  record Resumed() implements JointEvent {}

  /// Somebody looked at the whole.
  record Evaluated(Report.Evaluation evaluation) implements JointEvent {}

  /// The party agrees that it is done.
  record ClosureAgreed() implements JointEvent {}

  /// All agreed that it is done.
  record Closed() implements JointEvent {}

  /// What can be released. The words are stored and never change.
  enum Part {
    /// Title, plan, parties, state: what all own together.
    JOINT,
    /// The party's own statement.
    OWN
  }

  /// The party lets everybody read.
  ///
  /// @param of the version of the joint part, or the sequence up to which its own statement is
  ///   meant
  record Released(Part part, long of) implements JointEvent {}

  /// The party lets nobody but the parties read any more.
  record TakenBack(Part part) implements JointEvent {}
}
