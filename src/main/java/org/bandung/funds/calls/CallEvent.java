package org.bandung.funds.calls;

import java.time.LocalDateTime;

/// Something that happened to a call. The words are stored and never change.
public sealed interface CallEvent {

  /// It is prepared, or prepared anew.
  record Planned(String fund, CallPlan plan) implements CallEvent {}

  /// From here on its rules stand as they are.
  ///
  /// @param hash SHA-256 of the book of rules
  record Opened(String hash) implements CallEvent {}

  /// There is more time.
  record Extended(LocalDateTime deadline, String reason) implements CallEvent {}

  /// It is called off.
  record Cancelled(String reason) implements CallEvent {}
}
