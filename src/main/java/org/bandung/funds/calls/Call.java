package org.bandung.funds.calls;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.bandung.funds.rules.BookReader;
import org.bandung.funds.rules.RuleBook;

/// A call of a fund as it stands: the fold of its events.
///
/// @param rules the book as JSON; from the opening on it never changes
/// @param hash SHA-256 of it from the opening on; empty before
/// @param deadline as it was extended last
/// @param sequence of its last event
public record Call(
    String id,
    String fund,
    CallPlan plan,
    State state,
    String rules,
    String hash,
    LocalDateTime deadline,
    long sequence) {

  /// How far it is.
  public enum State {
    PLANNED,
    OPEN,
    CANCELLED
  }

  public ZoneId zone() {
    return ZoneId.of(plan.zone());
  }

  /// The last moment for submissions.
  public Instant deadlineAt() {
    return CallPlan.endOf(deadline, plan.zone());
  }

  /// Whether proposals are taken at a moment, by the clock of the node.
  public boolean takes(Instant now) {
    return state == State.OPEN && !now.isBefore(plan.opensAt()) && !now.isAfter(deadlineAt());
  }

  /// The rules; empty if they cannot be read, which only a planned call can have.
  public Optional<RuleBook> book() {
    return BookReader.read(rules) instanceof BookReader.Read.Taken(var book)
        ? Optional.of(book)
        : Optional.empty();
  }
}
