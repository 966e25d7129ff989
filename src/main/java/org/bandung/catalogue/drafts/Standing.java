package org.bandung.catalogue.drafts;

import org.jspecify.annotations.Nullable;

/// How a draft stands: numbers of versions, 0 for none.
///
/// @param submitted the version last submitted
/// @param cleared the version the authority cleared
/// @param released the version that is public
/// @param takenBack whether it was public once and is not any more
/// @param closed why it is done with, if it is
public record Standing(
    int submitted, int cleared, int released, boolean takenBack, DraftDeed.@Nullable Why closed) {

  /// As everything begins.
  public static final Standing NEW = new Standing(0, 0, 0, false, null);

  public DraftState state() {
    if (closed != null) {
      return DraftState.CLOSED;
    }
    if (released > 0) {
      return DraftState.RELEASED;
    }
    if (submitted > 0) {
      return cleared == submitted ? DraftState.CLEARED : DraftState.SUBMITTED;
    }
    return takenBack ? DraftState.TAKEN_BACK : DraftState.PRIVATE;
  }

  /// Whether a wording waits to be released.
  public boolean pending() {
    return closed == null && submitted > released;
  }
}
