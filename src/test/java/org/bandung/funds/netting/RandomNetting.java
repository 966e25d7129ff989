package org.bandung.funds.netting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.funds.ledger.Money;

/// Problems drawn at random: few participants, small amounts, so that positions often cancel.
final class RandomNetting {

  static final Currency USD = Currency.getInstance("USD");
  static final Currency INR = Currency.getInstance("INR");
  static final LocalDate DAY = LocalDate.parse("2026-06-30");

  private final Random random;

  RandomNetting(long seed) {
    random = new Random(seed);
  }

  NettingProblem problem(NettingTerms.Aim aim, boolean limits) {
    var names = names(3 + random.nextInt(5));
    var obligations = new ArrayList<Obligation>();
    int many = 2 + random.nextInt(20);
    for (int i = 0; i < many; i++) {
      int debtor = random.nextInt(names.size());
      int creditor = (debtor + 1 + random.nextInt(names.size() - 1)) % names.size();
      obligations.add(
          new Obligation(
              "O" + i,
              names.get(debtor),
              names.get(creditor),
              cents(1 + random.nextInt(9)),
              DAY.minusDays(random.nextInt(90))));
    }
    return new NettingProblem(new TreeSet<>(names), obligations, terms(names, aim, limits));
  }

  static List<String> names(int many) {
    var names = new ArrayList<String>();
    for (int i = 0; i < many; i++) {
      names.add("QM" + (char) ('A' + i));
    }
    return names;
  }

  static Money cents(long units) {
    return new Money(BigDecimal.valueOf(units, 2), USD);
  }

  private NettingTerms terms(List<String> names, NettingTerms.Aim aim, boolean limits) {
    var debits = new ArrayList<NettingTerms.Debit>();
    var bilaterals = new ArrayList<NettingTerms.Bilateral>();
    var ways = new ArrayList<NettingTerms.Way>();
    for (var a : names) {
      if (limits && random.nextInt(3) == 0) {
        debits.add(new NettingTerms.Debit(a, cents(random.nextInt(10))));
      }
      for (var b : names) {
        if (!a.equals(b)) {
          if (limits && random.nextInt(4) == 0) {
            bilaterals.add(new NettingTerms.Bilateral(a, b, cents(random.nextInt(8))));
          }
          if (limits && random.nextInt(2) == 0) {
            ways.add(new NettingTerms.Way(a, b, USD, cents(random.nextInt(6))));
          }
          if (random.nextInt(3) == 0) {
            var most = new Money(BigDecimal.valueOf(random.nextInt(600), 2), INR);
            ways.add(new NettingTerms.Way(a, b, INR, random.nextInt(4) == 0 ? null : most));
          }
        }
      }
    }
    var rate = new NettingTerms.Rate(new BigDecimal("0.0125"), "agreed", DAY);
    return new NettingTerms(
        NettingTerms.Scope.MULTILATERAL,
        aim,
        new NettingTerms.Settlement(USD, Map.of(INR, rate)),
        Set.of(USD),
        debits,
        bilaterals,
        new NettingTerms.Ways(ways, limits && random.nextBoolean()));
  }

  /// Positions that sum to zero.
  long[] positions(int many, int largest) {
    var positions = new long[many];
    for (int i = 0; i + 1 < many; i++) {
      positions[i] = random.nextInt(2 * largest + 1) - largest;
      positions[many - 1] -= positions[i];
    }
    return positions;
  }

  NettingProblem shuffled(NettingProblem problem) {
    var others = new ArrayList<>(problem.obligations());
    java.util.Collections.shuffle(others, random);
    return new NettingProblem(problem.participants(), others, problem.terms());
  }
}
