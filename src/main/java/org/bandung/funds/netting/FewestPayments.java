package org.bandung.funds.netting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The fewest payments that bring net positions to zero where everybody may pay everybody.
///
/// `fewest = positions that are not zero − the most groups into which they fall whose sum is zero`.
/// To find the groups is as hard as partition (NP-hard), so it is exact up to a stated size: who
/// owes exactly what another is owed pays him (never wrong), and of what is left, up to [#SEARCHED]
/// positions, all subsets are searched. Beyond that triples are taken as they are found and the
/// answer says between which numbers the truth lies.
///
/// In a group each debtor pays creditors directly until one of the two is done: one payment fewer
/// than the group has members, and of the volume the least there can be, what debtors owe.
///
/// Source: T. Verhoeff, Settling multiple debts efficiently: an invitation to computing science,
/// Informatics in Education 3 (2004), which shows both the groups and the hardness.
final class FewestPayments {

  /// Up to so many positions (after pairs) all subsets are searched: a million.
  static final int SEARCHED = 20;

  private FewestPayments() {}

  /// One payment.
  record Pays(int from, int to, long amount) {}

  /// Payments, and the number below which nobody can come.
  record Answer(List<Pays> payments, int bound) {
    boolean proved() {
      return payments.size() == bound;
    }
  }

  /// @param positions above zero who has to pay; they sum to zero
  static Answer of(long[] positions) {
    var left = new ArrayList<Integer>();
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] != 0) {
        left.add(i);
      }
    }
    int open = left.size();
    left.sort(
        Comparator.comparingLong((Integer i) -> -Math.abs(positions[i])).thenComparing(i -> i));
    var groups = pairs(positions, left);
    int pairs = groups.size();
    int bound = open - pairs - mostGroups(positions, left);
    if (left.size() > SEARCHED) {
      groups.addAll(triples(positions, left));
    }
    if (left.size() <= SEARCHED) {
      var searched = searched(positions, left);
      boolean exact = groups.size() == pairs;
      groups.addAll(searched);
      if (exact) {
        bound = open - groups.size();
      }
    } else {
      groups.add(left);
    }
    var payments = new ArrayList<Pays>();
    groups.forEach(g -> settle(positions, g, payments));
    return new Answer(List.copyOf(payments), bound);
  }

  /// Takes out of what is left who owes exactly what another is owed. Never wrong: where a best
  /// grouping has the two in different groups, the rests of these make one group that sums to zero.
  private static List<List<Integer>> pairs(long[] positions, List<Integer> left) {
    var waiting = new HashMap<Long, ArrayDeque<Integer>>();
    var found = new ArrayList<List<Integer>>();
    for (int i : left) {
      var other = waiting.get(-positions[i]);
      if (other != null && !other.isEmpty()) {
        found.add(List.of(other.pop(), i));
      } else {
        waiting.computeIfAbsent(positions[i], k -> new ArrayDeque<>()).add(i);
      }
    }
    found.forEach(left::removeAll);
    return found;
  }

  /// More groups there cannot be: each has a debtor, a creditor and, pairs being gone, a third.
  private static int mostGroups(long[] positions, List<Integer> left) {
    int debtors = (int) left.stream().filter(i -> positions[i] > 0).count();
    return Math.min(left.size() / 3, Math.min(debtors, left.size() - debtors));
  }

  private static List<List<Integer>> triples(long[] positions, List<Integer> left) {
    Map<Long, Integer> byPosition = new HashMap<>();
    left.forEach(i -> byPosition.putIfAbsent(positions[i], i));
    var gone = new boolean[positions.length];
    var found = new ArrayList<List<Integer>>();
    for (int a = 0; a < left.size(); a++) {
      int i = left.get(a);
      for (int b = a + 1; b < left.size() && !gone[i]; b++) {
        int j = left.get(b);
        var k = byPosition.get(-(positions[i] + positions[j]));
        if (k != null && k != i && k != j && !gone[j] && !gone[k]) {
          found.add(List.of(i, j, k));
          gone[i] = true;
          gone[j] = true;
          gone[k] = true;
        }
      }
    }
    left.removeIf(i -> gone[i]);
    return found;
  }

  /// The most groups, by all subsets: `best(S) = max over i of best(S − i) + (1 if S sums to
  /// zero)`.
  private static List<List<Integer>> searched(long[] positions, List<Integer> left) {
    int size = left.size();
    var sum = new long[1 << size];
    var best = new byte[1 << size];
    for (int set = 1; set < sum.length; set++) {
      int low = Integer.numberOfTrailingZeros(set);
      sum[set] = sum[set & (set - 1)] + positions[left.get(low)];
      byte most = 0;
      for (int rest = set; rest != 0; rest &= rest - 1) {
        most = (byte) Math.max(most, best[set ^ Integer.lowestOneBit(rest)]);
      }
      best[set] = sum[set] == 0 ? (byte) (most + 1) : most;
    }
    return walked(left, sum, best);
  }

  private static List<List<Integer>> walked(List<Integer> left, long[] sum, byte[] best) {
    var groups = new ArrayList<List<Integer>>();
    for (int set = sum.length - 1; set != 0; ) {
      if (sum[set] == 0) {
        groups.add(new ArrayList<>());
      }
      int wanted = best[set] - (sum[set] == 0 ? 1 : 0);
      int rest = set;
      while (best[set ^ Integer.lowestOneBit(rest)] != wanted) {
        rest &= rest - 1;
      }
      groups.getLast().add(left.get(Integer.numberOfTrailingZeros(rest)));
      set ^= Integer.lowestOneBit(rest);
    }
    return groups;
  }

  /// Debtors of a group pay its creditors, the largest first.
  private static void settle(long[] positions, List<Integer> group, List<Pays> payments) {
    var order =
        Comparator.comparingLong((Integer i) -> -Math.abs(positions[i])).thenComparing(i -> i);
    var debtors = group.stream().filter(i -> positions[i] > 0).sorted(order).toList();
    var creditors = group.stream().filter(i -> positions[i] < 0).sorted(order).toList();
    var rest = Arrays.copyOf(positions, positions.length);
    for (int d = 0, c = 0; d < debtors.size(); ) {
      int from = debtors.get(d);
      int to = creditors.get(c);
      long amount = Math.min(rest[from], -rest[to]);
      payments.add(new Pays(from, to, amount));
      rest[from] -= amount;
      rest[to] += amount;
      d += rest[from] == 0 ? 1 : 0;
      c += rest[to] == 0 ? 1 : 0;
    }
  }
}
