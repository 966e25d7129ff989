package org.bandung.funds.loans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Entry;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.PostOutcome;
import org.bandung.funds.ledger.Posting;
import org.bandung.funds.loans.LoanEvent.Recorded;

/// What a deed that the rules let through brings about: its event, and entries in the creditor's
/// book where the creditor states a payment or both agree to write off. What only the debtor states
/// stands beside the book, not in it.
final class LoanEffects {

  private final Ledger ledger;

  LoanEffects(Ledger ledger) {
    this.ledger = ledger;
  }

  sealed interface Effect {}

  record Happened(Recorded event) implements Effect {}

  record Refused(String why) implements Effect {}

  Effect of(LoanFile file, LoanFile.Proposer by, LoanDeed deed, Instant at) {
    return switch (deed) {
      case LoanDeed.Agree a -> {
        opened(file);
        yield happened(file, by, at, new LoanEvent.Agreed());
      }
      case LoanDeed.Refuse(var reason) -> happened(file, by, at, new LoanEvent.Refused(reason));
      case LoanDeed.State(var stated) -> stated(file, by, at, stated);
      case LoanDeed.Withdraw(var statement, var reason) ->
          withdrawn(file, by, at, statement, reason);
      case LoanDeed.ProposeChange(var change, var discount) ->
          valued(file, change, discount)
              .<Effect>map(r ->
                  happened(
                      file,
                      by,
                      at,
                      new LoanEvent.ChangeProposed(change, discount, r.before(), r.after())))
              .orElse(new Refused("not-possible"));
      case LoanDeed.AgreeChange a -> changed(file, by, at);
      case LoanDeed.RefuseChange(var reason) ->
          happened(file, by, at, new LoanEvent.ChangeRefused(reason));
    };
  }

  private static Happened happened(
      LoanFile file, LoanFile.Proposer by, Instant at, LoanEvent event) {
    return new Happened(new Recorded(file.sequence() + 1, at, by.party(), by.person(), event));
  }

  private void opened(LoanFile file) {
    ledger.openBook(file.book(), file.plan().creditor());
    var currency = file.zero().code();
    // The creditor's money lies elsewhere; here is told only what of it moved by the loan.
    ledger.open(AccountName.of(file.book(), "cash", currency), Optional.empty());
    var debtor = file.plan().debtor();
    ledger.open(
        AccountName.of(file.book(), "loan", currency).ofPartner(debtor),
        AccountName.of(file.book(), "income", currency).ofPartner(debtor),
        AccountName.of(file.book(), "expense", currency).ofPartner(debtor));
  }

  private Effect stated(
      LoanFile file, LoanFile.Proposer by, Instant at, DebtStatements.Stated stated) {
    // What was written off was agreed, as a change.
    if (stated.kind() == DebtStatements.Kind.FORGIVEN) {
      return new Refused("not-possible");
    }
    var event = happened(file, by, at, new LoanEvent.Stated(stated));
    if (!fits(file, event.event())) {
      return new Refused("not-possible");
    }
    if (!by.party().equals(file.plan().creditor())) {
      return event;
    }
    return posted(file, event.event(), stated.day(), stated.reference(), entries(file, stated))
        .<Effect>map(Refused::new)
        .orElse(event);
  }

  /// Whether a schedule can still be made: not more paid out than was agreed, nothing after it
  /// ends.
  private static boolean fits(LoanFile file, Recorded event) {
    try {
      file.then(event).schedule();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static List<Entry> entries(LoanFile file, DebtStatements.Stated stated) {
    var loan = new LoanEntries(file.book(), file.plan().debtor());
    return switch (stated.kind()) {
      case PAID_OUT -> loan.paidOut(stated.amount());
      case PRINCIPAL_PAID -> loan.serviced(stated.amount(), file.zero());
      case INTEREST_PAID -> loan.serviced(file.zero(), stated.amount());
      case FORGIVEN -> loan.writtenOff(stated.amount());
    };
  }

  private Effect withdrawn(
      LoanFile file, LoanFile.Proposer by, Instant at, long statement, String reason) {
    var own = java.util.Objects.requireNonNull(file.statements().get(statement)).stated();
    var event = happened(file, by, at, new LoanEvent.Withdrawn(statement, reason));
    if (!file.changes().isEmpty() && own.kind() == DebtStatements.Kind.PAID_OUT) {
      return new Refused("changed");
    }
    if (!by.party().equals(file.plan().creditor())) {
      return event;
    }
    var back = entries(file, own).stream().map(Entry::reversed).toList();
    return posted(file, event.event(), own.day(), own.reference(), back)
        .<Effect>map(Refused::new)
        .orElse(event);
  }

  private static Optional<Relief> valued(
      LoanFile file, DebtChange change, java.math.BigDecimal discount) {
    var last = file.changes().isEmpty() ? null : file.changes().getLast().change().day();
    if (last != null && change.day().isBefore(last)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Relief.of(file.schedule(), change, discount));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Effect changed(LoanFile file, LoanFile.Proposer by, Instant at) {
    var proposal = java.util.Objects.requireNonNull(file.waiting()).change();
    var event = happened(file, by, at, new LoanEvent.ChangeAgreed());
    var relief = valued(file, proposal.change(), proposal.discount());
    // What was shown to both is what is agreed; if the debt is another by now they look again.
    if (relief.isEmpty()
        || !relief.get().before().equals(proposal.before())
        || !relief.get().after().equals(proposal.after())) {
      return new Refused("not-possible");
    }
    var off = LoanFile.writtenOff(proposal.change());
    if (off.isEmpty()) {
      return event;
    }
    var entries = new LoanEntries(file.book(), file.plan().debtor()).writtenOff(off.get());
    return posted(file, event.event(), proposal.change().day(), "", entries)
        .<Effect>map(Refused::new)
        .orElse(event);
  }

  /// Posts; why it cannot be posted, if so.
  private Optional<String> posted(
      LoanFile file, Recorded event, LocalDate day, String reference, List<Entry> entries) {
    var posting =
        Posting.of(
            file.book(),
            "event:" + event.sequence(),
            day,
            new Posting.Cause(event.person(), file.plan().title(), reference),
            entries);
    var outcome = ledger.post(posting);
    if (outcome instanceof PostOutcome.Posted) {
      return Optional.empty();
    }
    if (outcome instanceof PostOutcome.BelowFloor) {
      return Optional.of("more-than-owed");
    }
    throw new IllegalStateException("a loan's entry cannot be posted: " + outcome);
  }
}
