package org.bandung.funds.netting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.bandung.funds.ledger.Money;
import org.jspecify.annotations.Nullable;

/// Clears one currency: which obligations must wait because of limits, and who pays whom in what.
///
/// One flow of least cost. A net debtor's debit goes on, one unit after the other, either to a
/// creditor as a payment or, where a limit or a missing way leaves no other, along an obligation
/// that waits: if `a` does not pay `b` in the round, `a` has less to pay and `b` has less to come.
/// The costs are so far apart that the least sum of waiting obligations comes first, then the least
/// of the aim, then of the other.
///
/// Who would be paid if all that bilateral limits allow were cleared never has to pay, and nobody
/// pays more than it would then.
final class GridFlow {

  private final Grid grid;
  private final NettingTerms terms;
  private final int size;

  /// What waits of what the first owes the second.
  final long[][] waits;

  /// Above zero who pays.
  final long[] positions;

  /// Payments over the ways.
  final List<Paid> payments = new ArrayList<>();

  /// @param paidIn the currency of the way
  record Paid(int from, int to, long value, Currency paidIn) {}

  private record Arc(int number, int from, int to) {}

  private record Lane(Arc arc, long most, Currency paidIn) {}

  GridFlow(Grid grid, NettingTerms terms) {
    this.grid = grid;
    this.terms = terms;
    this.size = grid.size();
    this.waits = new long[size][size];
    this.positions = new long[size];
  }

  /// Does it.
  GridFlow clear() {
    var bilateral = bilaterals();
    var between = new long[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = a + 1; b < size; b++) {
        long net = grid.owed[a][b] - grid.owed[b][a];
        long kept = Math.max(-bilateral[b][a], Math.min(bilateral[a][b], net));
        waits[a][b] = Math.max(0, net - kept);
        waits[b][a] = Math.max(0, kept - net);
        between[a][b] = kept;
        between[b][a] = -kept;
        positions[a] += kept;
        positions[b] -= kept;
      }
    }
    route(bilateral, between);
    return this;
  }

  private long[][] bilaterals() {
    var most = new long[size][size];
    for (var row : most) {
      Arrays.fill(row, CostFlow.ENDLESS);
    }
    for (var limit : terms.bilaterals()) {
      if (limit.most().currency().equals(grid.currency)) {
        most[grid.place(limit.debtor())][grid.place(limit.creditor())] = units(limit.most());
      }
    }
    return most;
  }

  private void route(long[][] bilateral, long[][] between) {
    int source = 2 * size;
    int sink = source + 1;
    var flow = new CostFlow(sink + 1);
    var debits = debits();
    for (int i = 0; i < size; i++) {
      if (positions[i] > 0) {
        flow.arc(source, i, positions[i], 0);
        flow.arc(i, size + i, Math.min(debits[i], positions[i]), 0);
      } else if (positions[i] < 0) {
        flow.arc(i, size + i, CostFlow.ENDLESS, 0);
        flow.arc(size + i, sink, -positions[i], 0);
      }
    }
    var lanes = lanes(flow);
    var waiting = waiting(flow, bilateral, between);
    flow.send(source, sink);
    for (var arc : waiting) {
      long more = flow.along(arc.number());
      waits[arc.from()][arc.to()] += more;
      positions[arc.from()] -= more;
      positions[arc.to()] += more;
    }
    pay(flow, lanes);
  }

  private void pay(CostFlow flow, List<Lane> lanes) {
    var amounts =
        lanes.stream()
            .map(l ->
                new Forest.Lane(
                    l.arc().from(), l.arc().to(), l.most(), flow.along(l.arc().number())))
            .toList();
    Forest.grow(amounts);
    for (int i = 0; i < lanes.size(); i++) {
      var a = amounts.get(i);
      if (a.amount > 0) {
        payments.add(new Paid(a.from, a.to, a.amount, lanes.get(i).paidIn()));
      }
    }
  }

  private long[] debits() {
    var most = new long[size];
    Arrays.fill(most, CostFlow.ENDLESS);
    for (var limit : terms.debits()) {
      if (limit.most().currency().equals(grid.currency)) {
        most[grid.place(limit.participant())] = units(limit.most());
      }
    }
    return most;
  }

  /// Obligations can wait as long as what is cleared between the two stays within their limits.
  private List<Arc> waiting(CostFlow flow, long[][] bilateral, long[][] between) {
    // More than any path without a circle can save on the lower levels, so that the levels never
    // mix.
    long price = level() * level();
    var arcs = new ArrayList<Arc>();
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        long room =
            Math.min(
                grid.owed[a][b] - waits[a][b],
                Math.max(0, between[a][b] + Math.min(bilateral[b][a], CostFlow.ENDLESS / 2)));
        if (a != b && room > 0) {
          arcs.add(new Arc(flow.arc(a, b, room, price), a, b));
        }
      }
    }
    return arcs;
  }

  private long level() {
    return 2L * size + 3;
  }

  private List<Lane> lanes(CostFlow flow) {
    var lanes = new ArrayList<Lane>();
    for (var way : terms.ways().ways()) {
      if (terms.netted(way.currency()).equals(grid.currency)) {
        lane(flow, lanes, way);
      }
    }
    if (!terms.ways().only()) {
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          lane(flow, lanes, a, b, CostFlow.ENDLESS, grid.currency);
        }
      }
    }
    return lanes;
  }

  private void lane(CostFlow flow, List<Lane> lanes, NettingTerms.Way way) {
    long most = most(way.most());
    lane(flow, lanes, grid.place(way.payer()), grid.place(way.payee()), most, way.currency());
  }

  private long most(@Nullable Money most) {
    if (most == null) {
      return CostFlow.ENDLESS;
    }
    var worth = terms.rate(most.currency()).map(r -> r.atMost(most, grid.currency)).orElse(most);
    return units(worth);
  }

  private void lane(
      CostFlow flow, List<Lane> lanes, int from, int to, long most, Currency currency) {
    if (positions[from] > 0 && positions[to] < 0) {
      long scarce = terms.hard().contains(currency) ? 1 : 0;
      long price =
          terms.aim() == NettingTerms.Aim.LEAST_HARD_CURRENCY
              ? scarce * level() + 1
              : level() + scarce;
      int number = flow.arc(size + from, size + to, most, price);
      lanes.add(new Lane(new Arc(number, from, to), most, currency));
    }
  }

  private static long units(Money money) {
    var units = money.amount().unscaledValue();
    // No sum of obligations is that large, so the limit is none.
    return units.bitLength() > 60 ? CostFlow.ENDLESS : units.longValue();
  }
}
