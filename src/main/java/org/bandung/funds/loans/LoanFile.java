package org.bandung.funds.loans;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.loans.LoanEvent.Recorded;
import org.jspecify.annotations.Nullable;

/// How a loan stands: the fold of what happened.
///
/// @param proposedBy the person who proposed it
/// @param statements of each side, by sequence
/// @param changes agreed ones, the oldest first
/// @param waiting a change that one side proposed
/// @param sequence of the last event
public record LoanFile(
    String id,
    LoanPlan plan,
    State state,
    Proposer proposedBy,
    Map<Long, Statement> statements,
    List<LoanEvent.ChangeProposed> changes,
    @Nullable Waiting waiting,
    long sequence) {

  public LoanFile {
    statements = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(statements));
    changes = List.copyOf(changes);
  }

  /// Where a loan stands.
  public enum State {
    PROPOSED,
    AGREED,
    REFUSED
  }

  /// A person for a body.
  public record Proposer(String party, String person) {}

  /// What a side stated.
  public record Statement(String party, DebtStatements.Stated stated) {}

  /// A change that waits for the other side.
  ///
  /// @param number of the event that proposed it
  public record Waiting(long number, Proposer by, LoanEvent.ChangeProposed change) {}

  static LoanFile fold(List<Recorded> history) {
    var first = history.getFirst();
    if (!(first.event() instanceof LoanEvent.Proposed(var id, var plan))) {
      throw new IllegalStateException("a loan begins by being proposed");
    }
    var file =
        new LoanFile(
            id,
            plan,
            State.PROPOSED,
            new Proposer(first.party(), first.person()),
            Map.of(),
            List.of(),
            null,
            first.sequence());
    for (var recorded : history.subList(1, history.size())) {
      file = file.then(recorded);
    }
    return file;
  }

  LoanFile then(Recorded recorded) {
    if (recorded.sequence() != sequence + 1) {
      throw new IllegalStateException("an event is missing before " + recorded.sequence());
    }
    return switch (recorded.event()) {
      case LoanEvent.Proposed p -> throw new IllegalStateException("proposed twice");
      case LoanEvent.Agreed a -> with(State.AGREED, statements, changes, waiting);
      case LoanEvent.Refused r -> with(State.REFUSED, statements, changes, waiting);
      case LoanEvent.Stated(var stated) -> {
        var more = new LinkedHashMap<>(statements);
        more.put(recorded.sequence(), new Statement(recorded.party(), stated));
        yield with(state, more, changes, waiting);
      }
      case LoanEvent.Withdrawn(var statement, var reason) -> {
        var fewer = new LinkedHashMap<>(statements);
        fewer.remove(statement);
        yield with(state, fewer, changes, waiting);
      }
      case LoanEvent.ChangeProposed change ->
          with(
              state,
              statements,
              changes,
              new Waiting(
                  recorded.sequence(), new Proposer(recorded.party(), recorded.person()), change));
      case LoanEvent.ChangeAgreed a -> {
        var more = new ArrayList<>(changes);
        more.add(java.util.Objects.requireNonNull(waiting).change());
        yield with(state, statements, more, null);
      }
      case LoanEvent.ChangeRefused r -> with(state, statements, changes, null);
    };
  }

  private LoanFile with(
      State next,
      Map<Long, Statement> stated,
      List<LoanEvent.ChangeProposed> agreed,
      @Nullable Waiting open) {
    return new LoanFile(id, plan, next, proposedBy, stated, agreed, open, sequence + 1);
  }

  /// The ledger's book of the loan, which is its creditor's.
  public String book() {
    return "loan:" + id;
  }

  Money zero() {
    return Money.zero(plan.terms().commitment().currency());
  }

  /// What both sides state, side by side. What was agreed to be written off both state.
  public DebtStatements sideBySide() {
    var creditor = new ArrayList<DebtStatements.Stated>();
    var debtor = new ArrayList<DebtStatements.Stated>();
    for (var s : statements.values()) {
      (s.party().equals(plan.creditor()) ? creditor : debtor).add(s.stated());
    }
    for (var c : changes) {
      writtenOff(c.change())
          .ifPresent(amount -> {
            var agreed =
                new DebtStatements.Stated(
                    c.change().day(), DebtStatements.Kind.FORGIVEN, "", amount);
            creditor.add(agreed);
            debtor.add(agreed);
          });
    }
    return DebtStatements.of(creditor, debtor, zero());
  }

  static java.util.Optional<Money> writtenOff(DebtChange change) {
    return switch (change) {
      case DebtChange.Forgiven(var day, var amount) -> java.util.Optional.of(amount);
      case DebtChange.Swapped(var day, var amount, var instead) -> java.util.Optional.of(amount);
      case DebtChange.Rescheduled r -> java.util.Optional.empty();
    };
  }

  /// What is due as things are agreed: on what both sides state was paid out, or if there is
  /// nothing of it on all of it from the first day, with every agreed change.
  public Schedule schedule() {
    var drawn =
        sideBySide().lines().stream()
            .filter(l -> l.kind() == DebtStatements.Kind.PAID_OUT && l.agreed())
            .map(
                l -> new Schedule.Movement(l.day(), java.util.Objects.requireNonNull(l.creditor())))
            .toList();
    var schedule = drawn.isEmpty() ? Schedule.of(plan.terms()) : Schedule.of(plan.terms(), drawn);
    for (var c : changes) {
      schedule = Relief.of(schedule, c.change(), c.discount()).schedule();
    }
    return schedule;
  }
}
