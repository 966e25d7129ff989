package org.bandung.funds.netting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.funds.netting.RandomNetting.DAY;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.netting.NettingTerms.Aim;
import org.bandung.funds.netting.NettingTerms.Scope;
import org.bandung.funds.netting.NettingTerms.Way;
import org.bandung.funds.netting.NettingTerms.Ways;
import org.junit.jupiter.api.Test;

/// Worked by hand.
class ClearingsTest {

  private static final Currency USD = RandomNetting.USD;
  private static final Currency INR = RandomNetting.INR;
  private static final NettingTerms PLAIN = NettingTerms.plain();

  /// `A owes B USD 10` as `A B 10`, ids O1, O2 and so on, each due a day later than the one before.
  private static NettingProblem problem(NettingTerms terms, String... owed) {
    var obligations = new ArrayList<Obligation>();
    var names = new TreeSet<String>();
    for (var line : owed) {
      var words = line.split(" ");
      names.addAll(List.of(words[0], words[1]));
      var amount = Money.of(words[2], words.length > 3 ? words[3] : "USD");
      int number = obligations.size() + 1;
      obligations.add(
          new Obligation("O" + number, words[0], words[1], amount, DAY.plusDays(number)));
    }
    return new NettingProblem(names, obligations, terms);
  }

  private static NettingTerms terms(
      Scope scope, List<NettingTerms.Debit> debits, List<NettingTerms.Bilateral> bilaterals) {
    return new NettingTerms(
        scope, Aim.FEWEST_PAYMENTS, null, Set.of(), debits, bilaterals, Ways.ANY);
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  private static List<String> payments(Clearing clearing) {
    return clearing.pools().stream()
        .flatMap(p -> p.payments().stream())
        .map(p -> p.payer() + " " + p.payee() + " " + p.paid())
        .toList();
  }

  private static List<String> rests(Clearing clearing) {
    return clearing.deferred().stream().map(d -> d.obligation() + " " + d.rest()).toList();
  }

  @Test
  void aRingClearsWithoutAnyPayment() {
    var clearing = Clearings.of(problem(PLAIN, "A B 10", "B C 10", "C A 10"));
    assertThat(payments(clearing)).isEmpty();
    var pool = clearing.pool(USD).orElseThrow();
    assertThat(pool.cleared()).isEqualTo(usd("30"));
    assertThat(pool.positions()).containsEntry("A", usd("0")).hasSize(3);
    assertThat(pool.provedFewest()).isTrue();
  }

  @Test
  void fourPartnersPayTheirNetPositions() {
    // A: owes 100, is owed 30: pays 70. B: owes 50, is owed 100: is paid 50. C: owes 30, is owed
    // 50:
    // is paid 20. D: neither.
    var clearing = Clearings.of(problem(PLAIN, "A B 100", "B C 50", "C A 30", "D A 5", "A D 5"));
    assertThat(payments(clearing)).containsExactly("A B USD 50.00", "A C USD 20.00");
    assertThat(clearing.deferred()).isEmpty();
  }

  @Test
  void whoOwesWhatOthersAreOwedSettlesWithThem() {
    // Positions A 6, B 5, C 8, D -11, E -1, F -7. Largest to largest takes five payments.
    var clearing = Clearings.of(problem(PLAIN, "A F 6", "B D 5", "C D 6", "C E 1", "C F 1"));
    assertThat(payments(clearing))
        .containsExactly("A D USD 6.00", "B D USD 5.00", "C E USD 1.00", "C F USD 7.00");
    var pool = clearing.pool(USD).orElseThrow();
    assertThat(pool.provedFewest()).isTrue();
    assertThat(pool.volume()).isEqualTo(usd("19"));
  }

  @Test
  void bilateralRoundsSettleEveryTwoByThemselves() {
    var two = terms(Scope.BILATERAL, List.of(), List.of());
    var clearing = Clearings.of(problem(two, "A B 10", "B A 4", "B C 10", "C A 10"));
    assertThat(payments(clearing))
        .containsExactly("A B USD 6.00", "B C USD 10.00", "C A USD 10.00");
    assertThat(clearing.pools().getFirst().provedFewest()).isTrue();
  }

  @Test
  void whatExceedsALimitWaitsAndWhatIsDueFirstIsCleared() {
    var limit = List.of(new NettingTerms.Debit("A", usd("25")));
    var clearing =
        Clearings.of(problem(terms(Scope.MULTILATERAL, limit, List.of()), "A B 20", "A B 20"));
    assertThat(rests(clearing)).containsExactly("O2 USD 15.00");
    assertThat(payments(clearing)).containsExactly("A B USD 25.00");
  }

  @Test
  void aBilateralLimitIsOfWhatRemainsBetweenTheTwo() {
    var limit = List.of(new NettingTerms.Bilateral("A", "B", usd("5")));
    var clearing =
        Clearings.of(problem(terms(Scope.MULTILATERAL, List.of(), limit), "A B 20", "B A 8"));
    assertThat(rests(clearing)).containsExactly("O1 USD 7.00");
    assertThat(payments(clearing)).containsExactly("A B USD 5.00");
  }

  @Test
  void nobodyPaysForAnotherWhoseDebtsWait() {
    // A may pay nothing, so B gets nothing of A. B would pay C what it cannot get: it does not.
    var limit = List.of(new NettingTerms.Debit("A", usd("0")));
    var clearing =
        Clearings.of(problem(terms(Scope.MULTILATERAL, limit, List.of()), "A B 10", "B C 10"));
    assertThat(payments(clearing)).isEmpty();
    assertThat(rests(clearing)).containsExactly("O1 USD 10.00", "O2 USD 10.00");
  }

  @Test
  void currenciesAreNettedApartUnlessARateIsAgreed() {
    var owed = new String[] {"A B 1.00", "B A 80.00 INR"};
    assertThat(payments(Clearings.of(problem(PLAIN, owed))))
        .containsExactly("B A INR 80.00", "A B USD 1.00");
    assertThat(payments(Clearings.of(problem(rated(Aim.FEWEST_PAYMENTS, Ways.ANY), owed))))
        .isEmpty();
  }

  private static NettingTerms rated(Aim aim, Ways ways) {
    var rate = new NettingTerms.Rate(new BigDecimal("0.0125"), "Bank of Meridia", DAY);
    return new NettingTerms(
        Scope.MULTILATERAL,
        aim,
        new NettingTerms.Settlement(USD, Map.of(INR, rate)),
        Set.of(USD),
        List.of(),
        List.of(),
        ways);
  }

  @Test
  void localMoneyIsPaidBeforeHardMoney() {
    var ways = new Ways(List.of(new Way("A", "B", INR, Money.of("2000", "INR"))), false);
    var owed = new String[] {"A B 40.00", "A C 10.00"};
    var clearing = Clearings.of(problem(rated(Aim.LEAST_HARD_CURRENCY, ways), owed));
    assertThat(payments(clearing))
        .containsExactly("A B INR 2000.00", "A B USD 15.00", "A C USD 10.00");
    assertThat(clearing.pool(USD).orElseThrow().paidIn(Set.of(USD))).isEqualTo(usd("25"));
    assertThat(payments(Clearings.of(problem(rated(Aim.FEWEST_PAYMENTS, ways), owed))))
        .containsExactly("A B USD 40.00", "A C USD 10.00");
  }

  @Test
  void whatNoAllowedWayCarriesWaits() {
    var ways = new Ways(List.of(new Way("A", "B", USD, usd("30"))), true);
    var clearing =
        Clearings.of(problem(rated(Aim.FEWEST_PAYMENTS, ways), "A B 40.00", "A C 10.00"));
    assertThat(payments(clearing)).containsExactly("A B USD 30.00");
    assertThat(rests(clearing)).containsExactly("O1 USD 10.00", "O2 USD 10.00");
  }

  @Test
  void aRestInAnotherCurrencyIsWhatIsNotCleared() {
    var rate = new NettingTerms.Rate(new BigDecimal("0.0123"), "Bank of Meridia", DAY);
    var terms =
        new NettingTerms(
            Scope.MULTILATERAL,
            Aim.FEWEST_PAYMENTS,
            new NettingTerms.Settlement(USD, Map.of(INR, rate)),
            Set.of(),
            List.of(new NettingTerms.Debit("A", usd("1.00"))),
            List.of(),
            Ways.ANY);
    // INR 100 are USD 1.23; USD 1.00 of it is cleared, 100/123 of INR 100 are 81.30.
    var clearing = Clearings.of(problem(terms, "A B 100 INR"));
    assertThat(rests(clearing)).containsExactly("O1 INR 18.70");
  }

  @Test
  void obligationsOfOthersAreLeftOutAndListed() {
    var all = problem(PLAIN, "A B 10", "B C 10");
    var two = new NettingProblem(new TreeSet<>(Set.of("A", "B")), all.obligations(), PLAIN);
    var clearing = Clearings.of(two);
    assertThat(clearing.leftOut()).containsExactly("O2");
    assertThat(payments(clearing)).containsExactly("A B USD 10.00");
  }

  @Test
  void faultsAreToldTogether() {
    var terms =
        new NettingTerms(
            Scope.BILATERAL,
            Aim.FEWEST_PAYMENTS,
            new NettingTerms.Settlement(
                USD, Map.of(INR, new NettingTerms.Rate(BigDecimal.ZERO, "", DAY))),
            Set.of(),
            List.of(new NettingTerms.Debit("A", Money.of("1", "INR"))),
            List.of(new NettingTerms.Bilateral("A", "Z", usd("1"))),
            Ways.ANY);
    var one = new Obligation("O1", "A", "B", usd("1"), DAY);
    var problem = new NettingProblem(new TreeSet<>(Set.of("A", "B")), List.of(one, one), terms);
    assertThat(problem.faults())
        .extracting(n -> n.code())
        .containsExactlyInAnyOrder(
            "bandung.netting-rate",
            "bandung.netting-limit",
            "bandung.netting-debit-bilateral",
            "bandung.netting-participant",
            "bandung.netting-twice");
  }

  @Test
  void sumsBeyondWhatIsExactAreRefused() {
    var huge = usd("20000000000000000");
    var problem =
        new NettingProblem(
            new TreeSet<>(Set.of("A", "B")),
            List.of(
                new Obligation("O1", "A", "B", huge, DAY),
                new Obligation("O2", "A", "B", huge, DAY)),
            PLAIN);
    assertThat(problem.faults())
        .extracting(n -> n.code())
        .containsOnly("bandung.netting-too-large");
  }
}
