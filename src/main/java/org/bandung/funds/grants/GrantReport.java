package org.bandung.funds.grants;

import java.time.LocalDate;
import java.util.List;
import org.bandung.funds.ledger.Money;

/// What a partner says that it spent, line by line.
///
/// @param from first day it is about
/// @param to last day
/// @param account what was done, in words
/// @param evidence ids of files
public record GrantReport(
    String partner,
    LocalDate from,
    LocalDate to,
    List<Spent> spent,
    String account,
    List<String> evidence) {

  public GrantReport {
    spent = List.copyOf(spent);
    evidence = List.copyOf(evidence);
  }

  /// Money spent on a line of the budget.
  public record Spent(String line, Money amount) {}
}
