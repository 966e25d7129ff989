package org.bandung.catalogue.drafts;

import java.util.List;

/// What becomes of what somebody does with a draft; one type for each command. A draft that she may
/// not see is no draft to her: commands on it are answered with nothing.
public interface DraftOutcome {

  /// Of making one.
  sealed interface Make {}

  /// Of writing on one.
  sealed interface Save {}

  /// Of every other deed.
  sealed interface Deed {}

  /// It was made, or had been by the same command.
  record Made(String id, int revision) implements Make {}

  /// It is stored.
  record Saved(int revision) implements Save {}

  /// Somebody else has written on it since: nothing was stored, both wordings are there to compare.
  record Conflict(String id, int revision, Wording theirs, String by) implements Make, Save {}

  /// It cannot be stored, or not be submitted, as it is.
  record Faulty(List<WordingFaults.Fault> faults) implements Make, Save, Deed {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /// It was done.
  record Done(DraftState state) implements Deed {}

  /// She may see it, but not do that.
  record NotAllowed() implements Make, Save, Deed {}

  /// It cannot be done as things stand.
  record NotNow(DraftState state) implements Save, Deed {}

  /// What she decided on is not what stands there any more.
  record Moved() implements Deed {}
}
