package org.bandung.funds.netting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What we call the optimum is what OR-tools finds, on a thousand random cases for each aim, with
/// limits and without, and for the number of payments.
class ClearingsAgainstSolverTest {

  private static final int CASES = 1_000;

  private static IndependentSolver.Optimum ours(NettingProblem problem) {
    var clearing = Clearings.of(problem);
    long cleared = 0;
    long volume = 0;
    long hard = 0;
    for (var pool : clearing.pools()) {
      cleared += NettingProblem.units(pool.cleared());
      volume += NettingProblem.units(pool.volume());
      hard += NettingProblem.units(pool.paidIn(Set.of(RandomNetting.USD)));
    }
    return new IndependentSolver.Optimum(cleared, volume, hard);
  }

  @ParameterizedTest
  @EnumSource(NettingTerms.Aim.class)
  void clearsTheMostThenPaysTheLeast(NettingTerms.Aim aim) {
    int waiting = 0;
    for (int seed = 0; seed < CASES; seed++) {
      var problem = new RandomNetting(seed).problem(aim, seed % 4 != 0);
      var ours = ours(problem);
      var best = IndependentSolver.best(problem);
      assertThat(ours.cleared()).as("cleared, %d", seed).isEqualTo(best.cleared());
      assertThat(ours.volume()).as("volume, %d", seed).isEqualTo(best.volume());
      boolean ways = aim == NettingTerms.Aim.LEAST_HARD_CURRENCY || problem.terms().ways().only();
      if (ways) {
        assertThat(ours.hard()).as("hard, %d", seed).isEqualTo(best.hard());
      }
      waiting += Clearings.of(problem).deferred().isEmpty() ? 0 : 1;
    }
    // The cases would say little if limits never held anything back.
    assertThat(waiting).isBetween(CASES / 4, CASES * 3 / 4);
  }

  @Test
  void settlesWithTheFewestPayments() {
    int grouped = 0;
    for (int seed = 0; seed < CASES; seed++) {
      var positions = new RandomNetting(seed).positions(3 + seed % 4, 3 + seed % 4);
      var answer = FewestPayments.of(positions);
      assertThat(answer.proved()).isTrue();
      assertThat(answer.payments()).as("%d", seed).hasSize(IndependentSolver.fewest(positions));
      long open = Arrays.stream(positions).filter(p -> p != 0).count();
      grouped += answer.payments().size() < open - 1 ? 1 : 0;
    }
    assertThat(grouped).isGreaterThan(CASES / 5);
  }

  @Test
  void anEmptyRoundNeedsNoPayment() {
    assertThat(FewestPayments.of(new long[0]).payments()).isEmpty();
    assertThat(FewestPayments.of(new long[5]).payments()).isEmpty();
  }

  @Test
  void beyondWhatIsSearchedTheAnswerSaysBetweenWhatTheTruthLies() {
    // Sixty positions: no pair and no triple of them cancels.
    var positions = IntStream.range(0, 60).mapToLong(i -> 1L << (i % 30)).toArray();
    for (int i = 30; i < 60; i++) {
      positions[i] = -positions[i] * 3 + (i == 30 ? 2 * ((1L << 30) - 1) : 0);
    }
    var answer = FewestPayments.of(positions);
    assertThat(answer.proved()).isFalse();
    assertThat(answer.payments()).hasSizeLessThan(60);
    assertThat(answer.bound()).isEqualTo(60 - 20);
  }
}
