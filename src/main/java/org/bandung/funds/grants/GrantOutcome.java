package org.bandung.funds.grants;

import java.util.List;
import org.bandung.kernel.Note;

/// What became of a deed. Whoever may not see the grant gets none of these.
public sealed interface GrantOutcome {

  /// It is done.
  record Done(List<GrantEvent.Recorded> events, Grant after) implements GrantOutcome {
    public Done {
      events = List.copyOf(events);
    }
  }

  /// She sees it, and may not do this.
  ///
  /// @param needed word of the duty or permission
  record NotAllowed(String needed) implements GrantOutcome {}

  /// What was handed in cannot be taken.
  record Faulty(List<Note> faults) implements GrantOutcome {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /// As things stand it cannot be done.
  ///
  /// @param why `closed`, `no-milestone`, `reached`, `no-report`, `report-there`, `not-waiting`,
  ///   `own-report`, `no-tranche`, `no-partner`, `waits-for-milestone`, `waits-for-report`,
  ///   `waits-for-account`, `earlier-tranche`, `no-line`, `not-yours`, `above-tranche`,
  ///   `above-budget`, `no-request`, `request-there`, `own-request`, `own-approval`,
  ///   `not-approved`, `decided`, `partner-acts`, `more-than-open`, `earlier`, `after-end`,
  ///   `open-money`, `open-requests`, `open-reports`, `no-money` where the fund's accounts have not
  ///   enough, `period-closed`, `no-window`, `after-today`, `conflict`, `granted` where the
  ///   proposal was granted before, `not-approved-so`
  record NotNow(String why) implements GrantOutcome {}

  /// Another command came with this key.
  record KeyUsedOtherwise() implements GrantOutcome {}
}
