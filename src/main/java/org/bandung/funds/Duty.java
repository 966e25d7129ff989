package org.bandung.funds;

import java.util.Locale;
import java.util.Optional;

/// What a person is appointed to in a fund. Nobody audits what he does himself: an auditor has no
/// other duty. The words are stored and never change.
public enum Duty {
  /// Keeps windows, calls and what partners report.
  MANAGER,
  /// Writes down money that came and went, and asks for payments.
  FINANCE,
  /// Approves payments that somebody else asked for.
  APPROVER,
  /// Reviews proposals.
  REVIEWER,
  /// Decides on proposals with the others of the board.
  BOARD,
  /// Reads everything, changes nothing.
  AUDITOR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Duty> ofCode(String code) {
    for (var duty : values()) {
      if (duty.code().equals(code)) {
        return Optional.of(duty);
      }
    }
    return Optional.empty();
  }
}
