package org.bandung.funds.netting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.bandung.funds.ledger.Money;
import org.junit.jupiter.api.Test;

/// What holds of every round, over random problems with and without limits.
class ClearingsPropertiesTest {

  private static final int CASES = 1_500;

  private static void each(Consumer<NettingProblem> check) {
    for (int seed = 0; seed < CASES; seed++) {
      var aim = NettingTerms.Aim.values()[seed % 2];
      check.accept(new RandomNetting(seed).problem(aim, seed % 3 != 0));
    }
  }

  /// What each owes less what it is owed, of the parts of obligations that a reader picks.
  private static Map<String, Long> positions(
      NettingProblem problem, java.util.function.ToLongFunction<Obligation> part) {
    var sums = new HashMap<String, Long>();
    problem.participants().forEach(p -> sums.put(p, 0L));
    for (var o : problem.obligations()) {
      sums.merge(o.debtor(), part.applyAsLong(o), Long::sum);
      sums.merge(o.creditor(), -part.applyAsLong(o), Long::sum);
    }
    return sums;
  }

  private static <T> T there(@org.jspecify.annotations.Nullable T value) {
    return java.util.Objects.requireNonNull(value);
  }

  private static long rest(Clearing clearing, Obligation o) {
    var deferred = clearing.deferredById().get(o.id());
    return deferred == null ? 0 : NettingProblem.units(deferred.rest());
  }

  @Test
  void paymentsAndWhatWaitsMakeUpEveryPositionExactly() {
    each(problem -> {
      var clearing = Clearings.of(problem);
      var all = positions(problem, o -> NettingProblem.units(o.amount()));
      var waiting = positions(problem, o -> rest(clearing, o));
      var after = new HashMap<>(waiting);
      for (var pool : clearing.pools()) {
        var cleared = positions(problem, o -> NettingProblem.units(o.amount()) - rest(clearing, o));
        pool.positions()
            .forEach((who, p) -> assertThat(NettingProblem.units(p)).isEqualTo(cleared.get(who)));
        for (var payment : pool.payments()) {
          after.merge(payment.payer(), NettingProblem.units(payment.value()), Long::sum);
          after.merge(payment.payee(), -NettingProblem.units(payment.value()), Long::sum);
        }
      }
      assertThat(after).isEqualTo(all);
    });
  }

  @Test
  void nobodyIsWorseOff() {
    each(problem -> {
      var clearing = Clearings.of(problem);
      var owed = new HashMap<String, Long>();
      problem
          .obligations()
          .forEach(o ->
              owed.merge(
                  o.debtor(), NettingProblem.units(o.amount()) - rest(clearing, o), Long::sum));
      for (var pool : clearing.pools()) {
        for (var who : problem.participants()) {
          long pays = sum(pool, p -> p.payer().equals(who));
          long gets = sum(pool, p -> p.payee().equals(who));
          long position = NettingProblem.units(there(pool.positions().get(who)));
          // Who pays pays its position, which is no more than it would pay without the round.
          assertThat(pays).isEqualTo(Math.max(0, position));
          assertThat(gets).isEqualTo(Math.max(0, -position));
          assertThat(pays).isLessThanOrEqualTo(owed.getOrDefault(who, 0L));
        }
      }
    });
  }

  @Test
  void nobodyPaysMoreThanIfAllWereCleared() {
    each(problem -> {
      if (!problem.terms().bilaterals().isEmpty()) {
        return;
      }
      var all = positions(problem, o -> NettingProblem.units(o.amount()));
      for (var pool : Clearings.of(problem).pools()) {
        pool.positions()
            .forEach((who, position) ->
                assertThat(NettingProblem.units(position))
                    .isBetween(Math.min(0, there(all.get(who))), Math.max(0, there(all.get(who)))));
      }
    });
  }

  private static long sum(
      Clearing.Pool pool, java.util.function.Predicate<Clearing.Payment> which) {
    return pool.payments().stream()
        .filter(which)
        .mapToLong(p -> NettingProblem.units(p.value()))
        .sum();
  }

  @Test
  void limitsHold() {
    each(problem -> {
      var clearing = Clearings.of(problem);
      for (var debit : problem.terms().debits()) {
        clearing
            .pools()
            .forEach(pool ->
                assertThat(pool.positions().get(debit.participant()))
                    .isLessThanOrEqualTo(debit.most()));
      }
      for (var limit : problem.terms().bilaterals()) {
        long net = 0;
        for (var o : problem.obligations()) {
          long cleared = NettingProblem.units(o.amount()) - rest(clearing, o);
          if (o.debtor().equals(limit.debtor()) && o.creditor().equals(limit.creditor())) {
            net += cleared;
          } else if (o.debtor().equals(limit.creditor()) && o.creditor().equals(limit.debtor())) {
            net -= cleared;
          }
        }
        assertThat(net).isLessThanOrEqualTo(NettingProblem.units(limit.most()));
      }
      for (var way : problem.terms().ways().ways()) {
        if (way.most() != null && !way.currency().equals(RandomNetting.USD)) {
          clearing.pools().stream()
              .flatMap(p -> p.payments().stream())
              .filter(p ->
                  p.payer().equals(way.payer())
                      && p.payee().equals(way.payee())
                      && p.paid().currency().equals(way.currency()))
              .forEach(p -> assertThat(p.paid()).isLessThanOrEqualTo(way.most()));
        }
      }
    });
  }

  @Test
  void theOrderOfInputChangesNothing() {
    var shuffler = new RandomNetting(7);
    each(problem ->
        assertThat(Clearings.of(shuffler.shuffled(problem))).isEqualTo(Clearings.of(problem)));
  }

  @Test
  void fewerPaymentsBelowTheirLimitsThanParticipants() {
    each(problem -> {
      for (var pool : Clearings.of(problem).pools()) {
        long free = pool.payments().stream().filter(p -> !atLimit(problem.terms(), p)).count();
        assertThat(free).isLessThan(problem.participants().size());
        assertThat(pool.payments().size()).isGreaterThanOrEqualTo(pool.fewest());
      }
    });
  }

  private static boolean atLimit(NettingTerms terms, Clearing.Payment payment) {
    return terms.ways().ways().stream()
        .filter(w -> w.payer().equals(payment.payer()) && w.payee().equals(payment.payee()))
        .filter(w -> w.currency().equals(payment.paid().currency()))
        .flatMap(w -> java.util.Optional.ofNullable(w.most()).stream())
        .anyMatch(most -> worth(terms, most).equals(payment.value()));
  }

  private static Money worth(NettingTerms terms, Money most) {
    return terms.rate(most.currency()).map(r -> r.atMost(most, RandomNetting.USD)).orElse(most);
  }
}
