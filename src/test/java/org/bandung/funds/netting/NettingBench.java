package org.bandung.funds.netting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.funds.ledger.Money;

/// How long it takes to clear a million obligations among two hundred participants: plain, with
/// limits that hold much back, in four currencies, and with the least hard currency moved.
public final class NettingBench {

  private static final int OBLIGATIONS = 1_000_000;
  private static final int PARTICIPANTS = 200;
  private static final int ROUNDS = 5;
  private static final List<Currency> CURRENCIES =
      List.of("USD", "INR", "BRL", "ZAR").stream().map(Currency::getInstance).toList();
  private static final LocalDate DAY = LocalDate.parse("2026-06-30");

  private NettingBench() {}

  /// Prints a line for each kind of round.
  public static void main(String[] args) {
    var names = new ArrayList<String>();
    for (int i = 0; i < PARTICIPANTS; i++) {
      names.add(String.format(java.util.Locale.ROOT, "QM-%03d", i));
    }
    System.out.println("round, least ms, median ms, payments, not wholly cleared");
    time("plain", problem(names, 1, NettingTerms.plain()));
    time("limits", problem(names, 1, terms(names, NettingTerms.Aim.FEWEST_PAYMENTS, 1)));
    time("four currencies", problem(names, 4, NettingTerms.plain()));
    time("least hard", problem(names, 4, terms(names, NettingTerms.Aim.LEAST_HARD_CURRENCY, 4)));
  }

  private static NettingProblem problem(List<String> names, int currencies, NettingTerms terms) {
    var random = new Random(8);
    var obligations = new ArrayList<Obligation>(OBLIGATIONS);
    for (int i = 0; i < OBLIGATIONS; i++) {
      // The first ones owe more: positions do not cancel by themselves.
      int debtor = (int) (PARTICIPANTS * Math.pow(random.nextDouble(), 1.2));
      int creditor = (debtor + 1 + random.nextInt(PARTICIPANTS - 1)) % PARTICIPANTS;
      var amount = BigDecimal.valueOf(100 + random.nextInt(10_000_000), 2);
      obligations.add(
          new Obligation(
              "O" + i,
              names.get(debtor),
              names.get(creditor),
              new Money(amount, CURRENCIES.get(random.nextInt(currencies))),
              DAY.plusDays(random.nextInt(90))));
    }
    return new NettingProblem(new TreeSet<>(names), obligations, terms);
  }

  private static NettingTerms terms(List<String> names, NettingTerms.Aim aim, int currencies) {
    var random = new Random(9);
    var usd = CURRENCIES.getFirst();
    var debits = new ArrayList<NettingTerms.Debit>();
    var bilaterals = new ArrayList<NettingTerms.Bilateral>();
    var ways = new ArrayList<NettingTerms.Way>();
    for (var a : names) {
      if (random.nextInt(4) == 0) {
        debits.add(new NettingTerms.Debit(a, Money.of("" + random.nextInt(20_000_000), "USD")));
      }
      for (var b : names) {
        if (!a.equals(b) && random.nextInt(10) == 0) {
          bilaterals.add(
              new NettingTerms.Bilateral(a, b, Money.of("" + random.nextInt(1_000_000), "USD")));
        }
        if (!a.equals(b) && currencies > 1 && random.nextInt(10) == 0) {
          var local = CURRENCIES.get(1 + random.nextInt(3));
          var most = Money.of("" + random.nextInt(10_000_000), local.getCurrencyCode());
          ways.add(new NettingTerms.Way(a, b, local, most));
        }
      }
    }
    return new NettingTerms(
        NettingTerms.Scope.MULTILATERAL,
        aim,
        currencies == 1
            ? null
            : new NettingTerms.Settlement(
                usd,
                Map.of(
                    CURRENCIES.get(1), rate("0.0119"),
                    CURRENCIES.get(2), rate("0.1853"),
                    CURRENCIES.get(3), rate("0.0567"))),
        Set.of(usd),
        debits,
        bilaterals,
        new NettingTerms.Ways(ways, false));
  }

  private static NettingTerms.Rate rate(String value) {
    return new NettingTerms.Rate(new BigDecimal(value), "invented", DAY);
  }

  private static void time(String what, NettingProblem problem) {
    var took = new double[ROUNDS];
    Clearing clearing = Clearings.of(problem);
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      clearing = Clearings.of(problem);
      took[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(took);
    System.out.printf(
        java.util.Locale.ROOT,
        "%s, %.0f, %.0f, %d, %d%n",
        what,
        took[0],
        took[ROUNDS / 2],
        clearing.pools().stream().mapToInt(p -> p.payments().size()).sum(),
        clearing.deferred().size());
  }
}
