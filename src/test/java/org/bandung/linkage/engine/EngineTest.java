package org.bandung.linkage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.bandung.linkage.engine.Assignment.Edge;
import org.junit.jupiter.api.Test;

/// The engine on small hand-worked cases.
class EngineTest {

  /// Winkler's published examples.
  @Test
  void comparesNamesAsPublished() {
    assertThat(Strings.jaroWinkler("MARTHA", "MARHTA")).isCloseTo(0.961111, within(1e-6));
    assertThat(Strings.jaroWinkler("DIXON", "DICKSONX")).isCloseTo(0.813333, within(1e-6));
    assertThat(Strings.jaroWinkler("DWAYNE", "DUANE")).isCloseTo(0.84, within(1e-6));
    assertThat(Strings.jaroWinkler("", "")).isEqualTo(1);
    assertThat(Strings.jaroWinkler("a", "")).isZero();
    assertThat(Strings.edits("kitten", "sitting")).isEqualTo(3);
    assertThat(Strings.levenshtein("", "")).isEqualTo(1);
  }

  @Test
  void handsOutEachPairOnceThoughItSharesManyKeys() {
    var random = new Random(7);
    var keys = new long[200][];
    for (int r = 0; r < keys.length; r++) {
      keys[r] = random.ints(3, 0, 40).mapToLong(k -> Blocking.key(1, k)).toArray();
    }
    var expected = new HashSet<List<Integer>>();
    for (int l = 0; l < keys.length; l++) {
      for (int r = l + 1; r < keys.length; r++) {
        for (long k : keys[l]) {
          for (long other : keys[r]) {
            if (k == other) {
              expected.add(List.of(l, r));
            }
          }
        }
      }
    }
    var pairs = new ArrayList<List<Integer>>();
    Blocking.of(keys, 1_000).pairs((l, r) -> pairs.add(List.of(l, r)));
    assertThat(pairs).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void leavesOutBlocksAboveTheCapAndTellsIt() {
    var keys = new long[][] {{9, 1L << 40}, {1L << 40}, {1L << 40}, {1L << 50}, {1L << 50}};
    var pairs = new ArrayList<List<Integer>>();
    var blocking = Blocking.of(keys, 2);
    blocking.pairs((l, r) -> pairs.add(List.of(l, r)));
    assertThat(pairs).containsExactly(List.of(3, 4));
    assertThat(blocking.report()).isEqualTo(new Blocking.Report(1, 1, 3));
  }

  @Test
  void blocksNothingOfNothing() {
    var pairs = new ArrayList<Integer>();
    Blocking.of(new long[0][], 5).pairs((l, r) -> pairs.add(l));
    Blocking.of(new long[][] {{}, {}}, 5).pairs((l, r) -> pairs.add(l));
    assertThat(pairs).isEmpty();
  }

  /// Drawn from known probabilities, EM finds them again.
  @Test
  void learnsTheProbabilitiesThatMadeThePairs() {
    var shape = new Shape(3, 3, 3);
    var random = new Random(11);
    var counts = new long[shape.patterns()];
    for (int i = 0; i < 200_000; i++) {
      boolean match = random.nextDouble() < 0.1;
      int pattern = 0;
      for (int f = 0; f < 3; f++) {
        boolean agrees = random.nextDouble() < (match ? 0.9 : 0.05 * (f + 1));
        boolean missing = random.nextDouble() < 0.2;
        pattern += shape.at(f, missing ? 0 : agrees ? 2 : 1);
      }
      counts[pattern]++;
    }
    var model =
        FellegiSunter.learn(shape, counts, FellegiSunter.Start.guess(shape, 0.3), 1_000, 1e-7);
    assertThat(model.converged()).isTrue();
    assertThat(model.turned()).isFalse();
    assertThat(model.prior()).isCloseTo(0.1, within(0.01));
    for (int f = 0; f < 3; f++) {
      assertThat(model.m()[f][2]).isCloseTo(0.9, within(0.02));
      assertThat(model.u()[f][2]).isCloseTo(0.05 * (f + 1), within(0.01));
    }
    assertThat(model.weight(0, 0)).isZero();
    assertThat(model.probability(model.weight(0))).isCloseTo(model.prior(), within(1e-9));
  }

  @Test
  void saysWhenNothingCanBeLearnt() {
    var shape = new Shape(3);
    var start = FellegiSunter.Start.guess(shape, 0.3);
    var none = FellegiSunter.learn(shape, new long[3], start, 10, 1e-6);
    assertThat(none.rounds()).isZero();
    assertThat(none.prior()).isEqualTo(0.3);
    var unreported = FellegiSunter.learn(shape, new long[] {50, 0, 0}, start, 100, 1e-6);
    assertThat(unreported.converged()).isTrue();
    assertThat(unreported.probability(unreported.weight(0))).isCloseTo(0.3, within(1e-9));
    assertThatThrownBy(() -> FellegiSunter.learn(shape, new long[2], start, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Shape(1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsThatAreKeptAreNotLearnt() {
    var shape = new Shape(3);
    var fixed = new double[][] {{1, 0.99, 0.01}};
    var start = FellegiSunter.Start.guess(shape, 0.3).withU(fixed);
    var model = FellegiSunter.learn(shape, new long[] {0, 500, 500}, start, 50, 1e-6);
    assertThat(model.u()[0]).containsExactly(1, 0.99, 0.01);
  }

  @Test
  void assignsWhatIsGreatestTogetherNotWhatIsHeaviestFirst() {
    var a = new Edge(0, 0, 5);
    var b = new Edge(0, 1, 4);
    var c = new Edge(1, 0, 4);
    assertThat(Assignment.oneToOne(List.of(a, b, c))).containsExactly(b, c);
    assertThat(Assignment.oneToOne(List.of(new Edge(0, 0, -1)))).isEmpty();
    assertThat(Assignment.oneToOne(List.of())).isEmpty();
  }

  /// Compared with trying every order.
  @Test
  void assignsAsWellAsTryingEverything() {
    var random = new Random(3);
    for (int round = 0; round < 50; round++) {
      var gain = new double[5][6];
      for (var row : gain) {
        java.util.Arrays.setAll(row, i -> random.nextInt(20));
      }
      int[] column = Assignment.best(gain);
      double sum = 0;
      for (int r = 0; r < 5; r++) {
        sum += gain[r][column[r]];
      }
      assertThat(sum).isEqualTo(tried(gain, 0, 0));
    }
  }

  private static double tried(double[][] gain, int row, int taken) {
    double best = 0;
    for (int c = 0; row < gain.length && c < gain[row].length; c++) {
      if ((taken >> c & 1) == 0) {
        best = Math.max(best, gain[row][c] + tried(gain, row + 1, taken | 1 << c));
      }
    }
    return best;
  }
}
