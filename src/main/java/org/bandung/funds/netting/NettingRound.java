package org.bandung.funds.netting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How a round stands: the fold of what happened.
///
/// @param owner the body that opened it
/// @param version of the last calculation; 0 if nothing was calculated
/// @param participants who is in now: all of the plan but those that declined
/// @param asked who has to accept what was calculated: whoever has something cleared
/// @param accepted who did, by body, with the person; of the last version only
/// @param declined who did not, with the reason
/// @param pools what was calculated last
/// @param settled the day of the settlement
/// @param sequence of the last event
public record NettingRound(
    String id,
    String owner,
    NettingPlan plan,
    State state,
    int version,
    SortedSet<String> participants,
    SortedSet<String> asked,
    Map<String, String> accepted,
    Map<String, String> declined,
    List<Clearing.Pool> pools,
    @Nullable LocalDate settled,
    long sequence) {

  public NettingRound {
    participants = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(participants));
    asked = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(asked));
    accepted = Map.copyOf(accepted);
    declined = Map.copyOf(declined);
    pools = List.copyOf(pools);
  }

  /// Where a round stands.
  public enum State {
    /// Obligations are entered and confirmed.
    OPEN,
    /// Calculated: obligations stand still, each is asked whether it accepts.
    CALCULATED,
    /// All have accepted.
    AGREED,
    /// Settlement entries are posted; nothing changes any more.
    SETTLED,
    /// Given up, or nobody is left to clear with; nothing is owed less than before.
    ENDED
  }

  /// The ledger's book of the round.
  public String book() {
    return "netting:" + id;
  }
}
