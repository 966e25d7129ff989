package org.bandung.funds.loans;

import java.util.ArrayList;
import java.util.List;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Entry;
import org.bandung.funds.ledger.Money;

/// The entries of a loan in its creditor's book: what was lent is owed by a partner until it is
/// paid back or forgiven.
///
/// @param book such as `loan:QM-L1`
/// @param partner who owes
public record LoanEntries(String book, String partner) {

  private AccountName account(String kind, Money money) {
    return AccountName.of(book, kind, money.code());
  }

  private AccountName owed(Money money) {
    return account("loan", money).ofPartner(partner);
  }

  /// Principal is paid out.
  ///
  /// @param amount above zero
  public List<Entry> paidOut(Money amount) {
    return List.of(
        Entry.debit(owed(amount), amount), Entry.credit(account("cash", amount), amount));
  }

  /// Principal and interest come in.
  ///
  /// @param principal not below zero
  /// @param interest not below zero; not both are zero
  public List<Entry> serviced(Money principal, Money interest) {
    var entries = new ArrayList<Entry>();
    entries.add(Entry.debit(account("cash", principal), principal.plus(interest)));
    if (principal.signum() > 0) {
      entries.add(Entry.credit(owed(principal), principal));
    }
    if (interest.signum() > 0) {
      entries.add(Entry.credit(account("income", interest).ofPartner(partner), interest));
    }
    return List.copyOf(entries);
  }

  /// Principal that need not be paid back, by forgiveness or by a swap.
  ///
  /// @param amount above zero
  public List<Entry> writtenOff(Money amount) {
    return List.of(
        Entry.debit(account("expense", amount).ofPartner(partner), amount),
        Entry.credit(owed(amount), amount));
  }
}
