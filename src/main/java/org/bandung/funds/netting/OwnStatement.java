package org.bandung.funds.netting;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bandung.funds.ledger.Money;

/// How a participant's net position follows from its own obligations, and what it pays or is paid
/// for it. Nothing in it is of obligations between others.
///
/// `position = Σ cleared parts that it owes − Σ cleared parts that are owed to it`
///
/// @param lines its obligations that are in the round, the first due first
/// @param sums by currency code
public record OwnStatement(String participant, List<Line> lines, SortedMap<String, Sum> sums) {

  public OwnStatement {
    lines = List.copyOf(lines);
    sums = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(sums));
  }

  /// An obligation of it.
  ///
  /// @param owes whether it is the debtor
  /// @param value of the whole in the currency that is netted
  /// @param cleared what of that is cleared
  /// @param rest what stays owed, in the obligation's own currency
  public record Line(Obligation obligation, boolean owes, Money value, Money cleared, Money rest) {}

  /// One netted currency.
  ///
  /// @param owes what it owes and is cleared
  /// @param owed what is owed to it and is cleared
  /// @param position above zero what it pays, below what it is paid
  /// @param payments that it makes or gets
  public record Sum(Money owes, Money owed, Money position, List<Clearing.Payment> payments) {
    public Sum {
      payments = List.copyOf(payments);
    }
  }

  /// @throws IllegalArgumentException if it does not take part
  static OwnStatement of(NettingProblem problem, Clearing clearing, String participant) {
    if (!problem.participants().contains(participant)) {
      throw new IllegalArgumentException(participant + " does not take part");
    }
    var deferred = clearing.deferredById();
    var lines =
        problem.obligations().stream()
            .filter(o -> o.debtor().equals(participant) || o.creditor().equals(participant))
            .filter(o -> problem.participants().contains(o.debtor()))
            .filter(o -> problem.participants().contains(o.creditor()))
            .sorted(Comparator.comparing(Obligation::due).thenComparing(Obligation::id))
            .map(o -> line(problem.terms(), o, participant, deferred.get(o.id())))
            .toList();
    var sums = new TreeMap<String, Sum>();
    for (var pool : clearing.pools()) {
      var zero = Money.zero(pool.currency());
      var owes = sum(lines, true, zero);
      var owed = sum(lines, false, zero);
      sums.put(
          pool.currency().getCurrencyCode(),
          new Sum(
              owes,
              owed,
              java.util.Objects.requireNonNull(pool.positions().get(participant)),
              pool.payments().stream()
                  .filter(p -> p.payer().equals(participant) || p.payee().equals(participant))
                  .toList()));
    }
    return new OwnStatement(participant, lines, sums);
  }

  private static Line line(
      NettingTerms terms,
      Obligation o,
      String participant,
      Clearing.@org.jspecify.annotations.Nullable Deferred deferred) {
    var value = terms.value(o.amount());
    return new Line(
        o,
        o.debtor().equals(participant),
        value,
        deferred == null ? value : deferred.clearedValue(),
        deferred == null ? Money.zero(o.amount().currency()) : deferred.rest());
  }

  private static Money sum(List<Line> lines, boolean owes, Money zero) {
    return lines.stream()
        .filter(l -> l.owes() == owes && l.cleared().currency().equals(zero.currency()))
        .map(Line::cleared)
        .reduce(zero, Money::plus);
  }
}
