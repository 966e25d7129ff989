package org.bandung.funds.loans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.Note;

/// Which deed a loan takes in which state, and what cannot be taken at all. Pure.
final class LoanRules {

  /// Statements of a loan.
  static final int STATEMENTS = 2_000;

  private static final int TITLE = 300;
  private static final int REASON = 2_000;
  private static final int REFERENCE = 200;
  private static final int FLOWS = 500;
  private static final BigDecimal MOST = BigDecimal.TEN.pow(14);

  private LoanRules() {}

  static List<Note> faults(LoanPlan plan) {
    var faults = new ArrayList<Note>();
    text(faults, "title", plan.title(), TITLE, true);
    if (plan.creditor().equals(plan.debtor())) {
      faults.add(fault("bandung.loan-parties", "debtor"));
    }
    day(faults, "start", plan.terms().start());
    if (plan.terms().commitment().amount().compareTo(MOST) > 0) {
      faults.add(fault("bandung.loan-amount", "commitment"));
    }
    return faults;
  }

  static List<Note> faults(LoanFile file, LoanDeed deed, LocalDate today) {
    var faults = new ArrayList<Note>();
    switch (deed) {
      case LoanDeed.Agree a -> {}
      case LoanDeed.AgreeChange a -> {}
      case LoanDeed.Refuse(var reason) -> text(faults, "reason", reason, REASON, true);
      case LoanDeed.RefuseChange(var reason) -> text(faults, "reason", reason, REASON, true);
      case LoanDeed.Withdraw(var statement, var reason) ->
          text(faults, "reason", reason, REASON, true);
      case LoanDeed.State(var stated) -> {
        day(faults, "day", stated.day());
        if (stated.day().isAfter(today)) {
          faults.add(fault("bandung.loan-day", "day"));
        }
        text(faults, "reference", stated.reference(), REFERENCE, false);
        amount(faults, "amount", stated.amount(), file);
      }
      case LoanDeed.ProposeChange(var change, var discount) -> {
        day(faults, "day", change.day());
        // Far below zero, money of later would be worth more than there is.
        if (discount.compareTo(BigDecimal.valueOf(-20)) < 0
            || discount.compareTo(BigDecimal.valueOf(100)) > 0
            || discount.scale() > 12) {
          faults.add(fault("bandung.loan-discount", "discount"));
        }
        change(faults, change, file);
      }
    }
    return faults;
  }

  private static void change(List<Note> faults, DebtChange change, LoanFile file) {
    switch (change) {
      case DebtChange.Forgiven(var day, var amount) -> amount(faults, "amount", amount, file);
      case DebtChange.Swapped(var day, var amount, var instead) -> {
        amount(faults, "amount", amount, file);
        if (instead.isEmpty() || instead.size() > FLOWS) {
          faults.add(fault("bandung.too-many", "instead", String.valueOf(FLOWS)));
        }
        instead.forEach(f -> {
          amount(faults, "instead", f.amount(), file);
          if (f.day().isBefore(day)) {
            faults.add(fault("bandung.loan-day", "instead"));
          }
        });
      }
      case DebtChange.Rescheduled r -> {
        if (r.interest().signum() < 0
            || r.interest().compareTo(BigDecimal.valueOf(1000)) > 0
            || r.interest().scale() > 12) {
          faults.add(fault("bandung.loan-interest", "interest"));
        }
      }
    }
  }

  private static void amount(List<Note> faults, String path, Money money, LoanFile file) {
    if (money.signum() <= 0
        || money.amount().compareTo(MOST) > 0
        || !money.currency().equals(file.zero().currency())) {
      faults.add(fault("bandung.loan-amount", path, money.toString()));
    }
  }

  private static void day(List<Note> faults, String path, LocalDate day) {
    if (day.getYear() < 1900 || day.getYear() > 2150) {
      faults.add(fault("bandung.loan-day", path));
    }
  }

  private static void text(List<Note> faults, String path, String text, int most, boolean needed) {
    if (needed && text.isBlank()) {
      faults.add(fault("bandung.text-missing", path));
    }
    boolean odd =
        text.codePoints()
            .anyMatch(c ->
                (Character.isISOControl(c) && c != '\n')
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                    || c == 0xFFFE);
    if (odd || text.length() > most) {
      faults.add(fault("bandung.text-too-long", path, String.valueOf(most)));
    }
  }

  static Note fault(String code, String path, String... arguments) {
    return new Note(0, "", Note.Severity.REFUSED, code, path, List.of(arguments));
  }

  /// Why a deed cannot be done now; empty if nothing speaks against it.
  static Optional<String> notNow(LoanFile file, LoanFile.Proposer by, LoanDeed deed) {
    return switch (deed) {
      case LoanDeed.Agree a ->
          file.state() != LoanFile.State.PROPOSED
              ? Optional.of("not-proposed")
              : otherThan(file.proposedBy(), by);
      case LoanDeed.Refuse r -> unless(file.state() == LoanFile.State.PROPOSED, "not-proposed");
      case LoanDeed.State(var stated) -> stating(file, stated);
      case LoanDeed.Withdraw(var statement, var reason) -> {
        var own = file.statements().get(statement);
        yield unless(own != null && own.party().equals(by.party()), "not-yours");
      }
      case LoanDeed.ProposeChange p ->
          file.state() != LoanFile.State.AGREED
              ? Optional.of("not-agreed")
              : unless(file.waiting() == null, "waiting");
      case LoanDeed.AgreeChange(var proposal) -> agreeing(file, by, proposal);
      case LoanDeed.RefuseChange r -> unless(file.waiting() != null, "no-change");
    };
  }

  private static Optional<String> stating(LoanFile file, DebtStatements.Stated stated) {
    if (file.state() != LoanFile.State.AGREED) {
      return Optional.of("not-agreed");
    }
    if (file.statements().size() >= STATEMENTS) {
      return Optional.of("full");
    }
    // What a change was valued on would be another debt.
    boolean changed = !file.changes().isEmpty() || file.waiting() != null;
    return unless(!changed || stated.kind() != DebtStatements.Kind.PAID_OUT, "changed");
  }

  private static Optional<String> agreeing(LoanFile file, LoanFile.Proposer by, long proposal) {
    var waiting = file.waiting();
    if (waiting == null) {
      return Optional.of("no-change");
    }
    return waiting.number() != proposal
        ? Optional.of("another-proposal")
        : otherThan(waiting.by(), by);
  }

  /// Two sides are two people.
  private static Optional<String> otherThan(LoanFile.Proposer proposer, LoanFile.Proposer by) {
    return proposer.party().equals(by.party())
        ? Optional.of("same-side")
        : unless(!proposer.person().equals(by.person()), "same-person");
  }

  private static Optional<String> unless(boolean holds, String why) {
    return holds ? Optional.empty() : Optional.of(why);
  }
}
