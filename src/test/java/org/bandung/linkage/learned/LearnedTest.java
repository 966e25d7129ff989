package org.bandung.linkage.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bandung.linkage.learned.BoostedTrees.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedTest {

  /// Neither feature alone tells anything: only both together do, and a missing one tells too.
  @Test
  void treesLearnWhatOnlyTwoFeaturesTogetherTell() {
    var random = new Random(1);
    var rows = new double[4_000][2];
    var labels = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {random.nextDouble(), random.nextDouble()};
      labels[i] = rows[i][0] > 0.5 ^ rows[i][1] > 0.5;
      if (i % 10 == 0) {
        rows[i][0] = Double.NaN;
        labels[i] = true;
      }
    }
    var trees = BoostedTrees.grow(rows, labels, new Growth(100, 4, 0.2, 1, 1, 0.8, 1), 3);
    assertThat(trees.probability(new double[] {0.2, 0.8})).isGreaterThan(0.9);
    assertThat(trees.probability(new double[] {0.2, 0.2})).isLessThan(0.1);
    assertThat(trees.probability(new double[] {0.8, 0.8})).isLessThan(0.1);
    assertThat(trees.probability(new double[] {Double.NaN, 0.8})).isGreaterThan(0.9);
  }

  @Test
  void treesOfNothingSayTheShare() {
    var trees = BoostedTrees.grow(new double[0][], new boolean[0], Growth.USUAL, 1);
    assertThat(trees.probability(new double[] {1})).isLessThan(0.01);
  }

  @Test
  void readsARecordWhateverItHolds() {
    assertThat(PairFile.record("COL title VAL a b COL price VAL  COL maker VAL x "))
        .isEqualTo(Map.of("title", "a b", "price", "", "maker", "x"));
    assertThat(PairFile.record("just text")).isEqualTo(Map.of("text", "just text"));
    assertThat(PairFile.record("COL broken")).isEqualTo(Map.of("text", "broken"));
    assertThat(PairFile.record("")).isEmpty();
  }

  @Test
  void readsPairsAndTellsWhatIsNone(@TempDir Path folder) throws IOException {
    var file =
        Files.writeString(
            folder.resolve("pairs.txt"),
            "COL a VAL x\tCOL a VAL y\t1\n\nonly one\nx\ty\t2\n"
                + "z".repeat(300_000)
                + "\nx\ty\t0");
    var read = PairFile.read(file);
    assertThat(read.pairs()).hasSize(2);
    assertThat(read.pairs().getFirst().same()).isTrue();
    assertThat(read.skipped()).containsExactly(3, 4, 5);
  }

  @Test
  void readsNumbersAndCodes() {
    var reading = Reading.of("Panasonic KX-TG1032S 7.0 $1,299.50 (black)");
    assertThat(reading.codes()).containsExactly("kxtg1032s");
    assertThat(reading.numbers()).containsExactly("7", "1299.5");
    assertThat(reading.joined()).contains("panasonic", "black", "7");
    assertThat(Reading.of("").words()).isEmpty();
  }

  @Test
  void learnsTheSameTwice() {
    var many = new java.util.ArrayList<PairFile.Pair>();
    for (int i = 0; i < 40; i++) {
      var pump = Map.of("a", "pump no " + i);
      many.add(new PairFile.Pair(pump, Map.of("a", i + " no pump"), true));
      many.add(new PairFile.Pair(pump, Map.of("a", "old house " + (i + 50)), false));
    }
    assertThat(PairsEvaluation.evaluate(many, List.of(), many))
        .isEqualTo(PairsEvaluation.evaluate(many, List.of(), many))
        .satisfies(r -> assertThat(r.f1()).isEqualTo(1));
    assertThat(PairsEvaluation.evaluate(many, List.of(), List.of()).f1()).isZero();
  }
}
