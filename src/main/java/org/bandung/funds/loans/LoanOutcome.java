package org.bandung.funds.loans;

import java.util.List;
import org.bandung.access.Permission;
import org.bandung.kernel.Note;

/// What became of a deed. Whoever may not see the loan gets none of these.
public sealed interface LoanOutcome {

  /// It is done.
  record Done(LoanFile after) implements LoanOutcome {}

  /// She sees it, and may not do this.
  record NotAllowed(Permission needed) implements LoanOutcome {}

  /// What was handed in cannot be taken.
  record Faulty(List<Note> faults) implements LoanOutcome {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /// As things stand it cannot be done.
  ///
  /// @param why `not-agreed`, `not-proposed`, `same-side`, `same-person`, `not-yours`, `waiting`,
  ///   `no-change`, `another-proposal`, `not-possible`, `more-than-owed`, `changed`, `full`
  record NotNow(String why) implements LoanOutcome {}

  /// Another command came with this key.
  record KeyUsedOtherwise() implements LoanOutcome {}
}
