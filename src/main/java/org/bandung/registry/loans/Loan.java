package org.bandung.registry.loans;

import java.math.BigDecimal;
import java.util.List;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ReportedAmount;
import org.jspecify.annotations.Nullable;

/// A loan: the terms it was given on, and what became of the debt afterwards.
public record Loan(Terms terms, List<DebtEvent> events) {

  public Loan {
    events = List.copyOf(events);
  }

  /// The terms.
  ///
  /// @param interest per cent a year
  /// @param graceMonths from the commitment to the first repayment of principal
  /// @param maturityMonths from the commitment to the last repayment
  /// @param paymentsPerYear 1, 2, 4 or 12
  /// @param tied whether goods and services must be bought from the lender
  public record Terms(
      ReportedAmount principal,
      BigDecimal interest,
      int graceMonths,
      int maturityMonths,
      int paymentsPerYear,
      Profile profile,
      boolean tied) {}

  /// How the principal is paid back. The words are stored and never change.
  public enum Profile {
    /// The same part of the principal each time.
    EQUAL_PRINCIPAL,
    /// The same sum of principal and interest each time.
    ANNUITY,
    /// All of it at the end.
    BULLET
  }

  /// Something that became of the debt. The words are stored and never change.
  public sealed interface DebtEvent {
    PartialDate date();

    LocalizedText text();
  }

  /// Part or all of it need not be paid back.
  public record Relief(PartialDate date, ReportedAmount forgiven, LocalizedText text)
      implements DebtEvent {}

  /// It is paid back on other terms.
  public record Rescheduling(PartialDate date, Terms terms, LocalizedText text)
      implements DebtEvent {}

  /// The terms that hold now.
  public Terms standing() {
    var standing = terms;
    for (var event : events) {
      if (event instanceof Rescheduling later) {
        standing = later.terms();
      }
    }
    return standing;
  }

  /// The last thing that became of it.
  public @Nullable DebtEvent last() {
    return events.isEmpty() ? null : events.getLast();
  }
}
