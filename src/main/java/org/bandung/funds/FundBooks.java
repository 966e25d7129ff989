package org.bandung.funds;

import java.util.Optional;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Entry;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.PostOutcome;
import org.bandung.funds.ledger.Posting;
import org.springframework.stereotype.Component;

/// The books of funds: posts what a deed causes, in the transaction of the deed.
@Component
public class FundBooks {

  private final Ledger ledger;

  FundBooks(Ledger ledger) {
    this.ledger = ledger;
  }

  /// A reason as the ledger keeps it: ends of lines are one sign, tabs are blanks.
  public static String reason(String typed) {
    return typed.replaceAll("\\R", "\n").replace('\t', ' ');
  }

  /// Opens the book of a fund.
  void begin(Fund fund) {
    ledger.openBook(fund.book(), fund.owner());
  }

  /// Posts, and opens the accounts it needs.
  ///
  /// @return why it cannot be posted as things stand: `no-money` or `period-closed`
  public Optional<String> post(Posting posting) {
    ledger.open(
        posting.entries().stream().map(Entry::account).distinct().toArray(AccountName[]::new));
    return switch (ledger.post(posting)) {
      case PostOutcome.Posted posted -> Optional.empty();
      case PostOutcome.AlreadyPosted before -> Optional.empty();
      case PostOutcome.BelowFloor below -> Optional.of("no-money");
      case PostOutcome.PeriodClosed closed -> Optional.of("period-closed");
      case PostOutcome other -> throw new IllegalStateException("not posted: " + other);
    };
  }
}
