package org.bandung.funds;

import java.util.List;
import org.bandung.kernel.Note;

/// What became of a deed. Whoever may not see the fund gets none of these.
public sealed interface FundOutcome {

  /// It is done.
  record Done(List<FundEvent.Recorded> events, Fund after) implements FundOutcome {
    public Done {
      events = List.copyOf(events);
    }
  }

  /// She sees it, and may not do this.
  ///
  /// @param needed word of the duty or permission
  record NotAllowed(String needed) implements FundOutcome {}

  /// What was handed in cannot be taken.
  record Faulty(List<Note> faults) implements FundOutcome {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /// As things stand it cannot be done.
  ///
  /// @param why `same`, `no-window`, `window-closed`, `no-contribution`, `contribution-there`,
  ///   `in-kind`, `in-money`, `delivered`, `other-currency`, `same-currency`, `more-than-promised`,
  ///   `above-fee`, `no-fee`, `auditor`, `appointed`, `not-appointed`, `full`, `before-start`,
  ///   `no-money` where an account would go below its floor, `period-closed`
  record NotNow(String why) implements FundOutcome {}

  /// Another command came with this key.
  record KeyUsedOtherwise() implements FundOutcome {}
}
