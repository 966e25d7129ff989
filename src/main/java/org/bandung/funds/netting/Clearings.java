package org.bandung.funds.netting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bandung.funds.ledger.Money;

/// Clears: what a round does with its obligations. Pure; docs/funds.md says what is proved of it.
public final class Clearings {

  private Clearings() {}

  /// Clears a problem.
  ///
  /// @throws IllegalArgumentException if the problem has faults
  public static Clearing of(NettingProblem problem) {
    var faults = problem.faults();
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(faults.getFirst().toString());
    }
    var leftOut = new ArrayList<String>();
    var pools = new ArrayList<Clearing.Pool>();
    var waits = new HashMap<Pair, Long>();
    for (var grid : Grid.of(problem, leftOut).values()) {
      pools.add(
          switch (problem.terms().scope()) {
            case MULTILATERAL -> together(grid, problem.terms(), waits);
            case BILATERAL -> byPairs(grid, problem.terms(), waits);
          });
    }
    return new Clearing(pools, deferred(problem, waits), leftOut);
  }

  /// What the first owes the second in a netted currency.
  private record Pair(Currency currency, String debtor, String creditor) {}

  private static Clearing.Pool together(Grid grid, NettingTerms terms, Map<Pair, Long> waits) {
    var flow = new GridFlow(grid, terms).clear();
    note(grid, flow, waits);
    var fewest = FewestPayments.of(flow.positions);
    boolean free = terms.aim() == NettingTerms.Aim.FEWEST_PAYMENTS && !terms.ways().only();
    var payments =
        free
            ? fewest.payments().stream()
                .map(p -> payment(grid, terms, p.from(), p.to(), p.amount(), grid.currency))
                .toList()
            : flow.payments.stream()
                .map(p -> payment(grid, terms, p.from(), p.to(), p.value(), p.paidIn()))
                .toList();
    return pool(grid, flow, payments, fewest.bound());
  }

  private static Clearing.Pool pool(
      Grid grid, GridFlow flow, List<Clearing.Payment> payments, int fewest) {
    long owed = 0;
    long waiting = 0;
    for (int a = 0; a < grid.size(); a++) {
      for (int b = 0; b < grid.size(); b++) {
        owed += grid.owed[a][b];
        waiting += flow.waits[a][b];
      }
    }
    var positions = new TreeMap<String, Money>();
    for (int i = 0; i < grid.size(); i++) {
      positions.put(grid.names.get(i), money(flow.positions[i], grid.currency));
    }
    return new Clearing.Pool(
        grid.currency,
        grid.obligations,
        money(owed, grid.currency),
        money(owed - waiting, grid.currency),
        positions,
        sorted(payments),
        fewest);
  }

  private static List<Clearing.Payment> sorted(List<Clearing.Payment> payments) {
    return payments.stream()
        .sorted(
            Comparator.comparing(Clearing.Payment::payer)
                .thenComparing(Clearing.Payment::payee)
                .thenComparing(p -> p.paid().code()))
        .toList();
  }

  /// Every two by themselves: a grid of two for each pair.
  private static Clearing.Pool byPairs(Grid grid, NettingTerms terms, Map<Pair, Long> waits) {
    var whole = new GridFlow(grid, terms);
    var payments = new ArrayList<Clearing.Payment>();
    int fewest = 0;
    for (int a = 0; a < grid.size(); a++) {
      for (int b = a + 1; b < grid.size(); b++) {
        if (grid.owed[a][b] > 0 || grid.owed[b][a] > 0) {
          var two =
              new GridFlow(
                  grid.only(a, b), terms.among(Set.of(grid.names.get(a), grid.names.get(b))));
          two.clear();
          whole.waits[a][b] = two.waits[0][1];
          whole.waits[b][a] = two.waits[1][0];
          whole.positions[a] += two.positions[0];
          whole.positions[b] += two.positions[1];
          fewest += two.positions[0] == 0 ? 0 : 1;
          for (var p : two.payments) {
            payments.add(
                payment(
                    grid,
                    terms,
                    p.from() == 0 ? a : b,
                    p.to() == 0 ? a : b,
                    p.value(),
                    p.paidIn()));
          }
        }
      }
    }
    note(grid, whole, waits);
    return pool(grid, whole, payments, fewest);
  }

  private static Clearing.Payment payment(
      Grid grid, NettingTerms terms, int from, int to, long units, Currency paidIn) {
    var value = money(units, grid.currency);
    var paid = terms.rate(paidIn).map(r -> r.back(value, paidIn)).orElse(value);
    return new Clearing.Payment(grid.names.get(from), grid.names.get(to), value, paid);
  }

  private static void note(Grid grid, GridFlow flow, Map<Pair, Long> waits) {
    for (int a = 0; a < grid.size(); a++) {
      for (int b = 0; b < grid.size(); b++) {
        if (flow.waits[a][b] > 0) {
          waits.put(
              new Pair(grid.currency, grid.names.get(a), grid.names.get(b)), flow.waits[a][b]);
        }
      }
    }
  }

  /// Which obligations wait: of what one owes another, what is due first is cleared first.
  private static List<Clearing.Deferred> deferred(NettingProblem problem, Map<Pair, Long> waits) {
    if (waits.isEmpty()) {
      return List.of();
    }
    var byPair = new HashMap<Pair, List<Obligation>>();
    for (var o : problem.obligations()) {
      var pair = new Pair(problem.terms().netted(o.amount().currency()), o.debtor(), o.creditor());
      if (waits.containsKey(pair)) {
        byPair.computeIfAbsent(pair, p -> new ArrayList<>()).add(o);
      }
    }
    var deferred = new ArrayList<Clearing.Deferred>();
    byPair.forEach((pair, obligations) -> {
      obligations.sort(
          Comparator.comparing(Obligation::due).thenComparing(Obligation::id).reversed());
      long left = java.util.Objects.requireNonNull(waits.get(pair));
      for (var o : obligations) {
        long units = NettingProblem.units(problem.terms().value(o.amount()));
        long waiting = Math.min(left, units);
        if (waiting > 0) {
          deferred.add(deferred(o, units, waiting, pair.currency()));
          left -= waiting;
        }
      }
    });
    deferred.sort(Comparator.comparing(Clearing.Deferred::obligation));
    return deferred;
  }

  /// The cleared part of an obligation in its own currency is rounded once; the rest is what is
  /// left of it, so that nothing is lost.
  private static Clearing.Deferred deferred(
      Obligation o, long units, long waiting, Currency currency) {
    var amount = o.amount();
    var share =
        amount
            .amount()
            .multiply(BigDecimal.valueOf(units - waiting))
            .divide(BigDecimal.valueOf(units), amount.amount().scale(), RoundingMode.HALF_EVEN);
    var rest = amount.minus(new Money(share, amount.currency()));
    return new Clearing.Deferred(
        o.id(), money(units, currency), money(units - waiting, currency), rest);
  }

  private static Money money(long units, Currency currency) {
    return new Money(BigDecimal.valueOf(units, Money.scale(currency)), currency);
  }
}
