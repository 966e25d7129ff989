package org.bandung.funds.calls;

import java.util.List;
import org.bandung.funds.rules.BookFault;
import org.bandung.funds.rules.Verdict;
import org.bandung.kernel.Note;

/// What became of a deed with a call, a proposal or a meeting. Whoever may not see the thing gets
/// none of these.
public sealed interface CallsOutcome {

  /// It is done.
  ///
  /// @param id of the thing
  /// @param sequence of its last event then
  /// @param notes what to put right before submission, after saving
  /// @param verdicts what the rules say, after saving and submitting
  record Done(String id, long sequence, List<Note> notes, List<Verdict> verdicts)
      implements CallsOutcome {
    public Done {
      notes = List.copyOf(notes);
      verdicts = List.copyOf(verdicts);
    }

    Done(String id, long sequence) {
      this(id, sequence, List.of(), List.of());
    }
  }

  /// She sees it, and may not do this.
  ///
  /// @param needed a permission, a duty, or `no-conflict`
  record NotAllowed(String needed) implements CallsOutcome {}

  /// What was handed in cannot be taken.
  record Faulty(List<Note> faults) implements CallsOutcome {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /// The rules of a call cannot be taken.
  record FaultyRules(List<BookFault> faults) implements CallsOutcome {
    public FaultyRules {
      faults = List.copyOf(faults);
    }
  }

  /// Rules of the call refuse the proposal.
  ///
  /// @param verdicts those that refuse it
  record Ineligible(List<Verdict> verdicts) implements CallsOutcome {
    public Ineligible {
      verdicts = List.copyOf(verdicts);
    }
  }

  /// As things stand it cannot be done.
  ///
  /// @param why a word such as `late`, `early`, `open`, `cancelled`, `submitted`, `not-submitted`,
  ///   `not-eligible`, `not-assigned`, `assigned`, `reviewed`, `same`, `earlier`, `not-agreed`,
  ///   `decided`, `closed`, `not-on-agenda`, `not-attending`, `quorum`, `no-majority`, `full`
  record NotNow(String why) implements CallsOutcome {}

  /// Another command came with this key.
  record KeyUsedOtherwise() implements CallsOutcome {}
}
