package org.bandung.funds.grants;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bandung.funds.ledger.Money;

/// Something that happened with a grant. The words are stored and never change.
public sealed interface GrantEvent {

  /// An event in its place, which it keeps for ever.
  ///
  /// @param sequence from 1, without a gap
  /// @param party id of the body for which it was done: the fund's, or a partner's
  /// @param person id of the account that did it
  record Recorded(long sequence, Instant at, String party, String person, GrantEvent event) {}

  /// It was granted; the fund is bound to it.
  record Opened(String id, String fund, GrantPlan plan, LocalDate on) implements GrantEvent {}

  /// Something a tranche waited for is there.
  ///
  /// @param evidence ids of files
  record Reached(String milestone, String account, List<String> evidence) implements GrantEvent {}

  /// A partner told what it spent.
  record Reported(String id, GrantReport report) implements GrantEvent {}

  /// The fund takes a report.
  record Accepted(String report, LocalDate on) implements GrantEvent {}

  /// The fund asks for it again.
  record SentBack(String report, String reason) implements GrantEvent {}

  /// Somebody asks for a payment.
  record Requested(String id, int tranche, String partner, Money amount, String reason)
      implements GrantEvent {}

  /// Somebody else agrees.
  record Approved(String request) implements GrantEvent {}

  /// Somebody else does not, or the one who asked takes it back.
  record Refused(String request, String reason) implements GrantEvent {}

  /// The bank paid.
  record Paid(String request, LocalDate on, String reference) implements GrantEvent {}

  /// A partner sent back what it did not spend.
  record Returned(String partner, Money amount, LocalDate on, String reference)
      implements GrantEvent {}

  /// There is more time.
  record Extended(LocalDate until, String reason) implements GrantEvent {}

  /// An auditor's finding.
  record Audited(String finding, List<String> evidence) implements GrantEvent {}

  /// It is over; what was not paid is free again.
  record Closed(LocalDate on, String reason) implements GrantEvent {}
}
