package org.bandung.economy.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SimilarityTest {

  private final Grid exports =
      Grids.of(
          new double[] {30, 10, 0},
          new double[] {20, 40, 0},
          new double[] {0, 0, 0},
          new double[] {0, 5, 15});

  @Test
  void fingerKreinin() {
    // QM (.75, .25, 0), QN (1/3, 2/3, 0), QP (0, .25, .75)
    assertThat(Similarity.fingerKreinin(exports, 0, 1)).isCloseTo(1 / 3.0 + .25, within(1e-12));
    var all = Similarity.fingerKreinin(exports);
    assertThat(all.find("QM", "QN").orElseThrow()).isCloseTo(1 / 3.0 + .25, within(1e-9));
    assertThat(all.find("QN", "QM").orElseThrow()).isCloseTo(1 / 3.0 + .25, within(1e-9));
    assertThat(all.find("QM", "QP").orElseThrow()).isCloseTo(.25, within(1e-9));
    assertThat(all.find("QM", "QM")).hasValue(1);
  }

  @Test
  void whoExportsNothingIsLikeNobody() {
    assertThat(Similarity.fingerKreinin(exports, 0, 2)).isNaN();
    assertThat(Similarity.fingerKreinin(exports).find("QO", "QM")).isEmpty();
    assertThat(Similarity.fingerKreinin(exports).find("QO", "QO")).isEmpty();
  }

  @Test
  void withinAGrouping() {
    // Pairs: QM QN .583333 with weight 40 x 60, QM QP .25 with 40 x 20, QN QP .25 with 60 x 20
    var group =
        Similarity.within(
            exports, Similarity.fingerKreinin(exports), List.of("QM", "QN", "QO", "QP", "QZ"));

    assertThat(group.members()).isEqualTo(3);
    assertThat(group.pairs()).isEqualTo(3);
    assertThat(group.mean()).isCloseTo((.5833333333 + .25 + .25) / 3, within(1e-9));
    assertThat(group.weighted())
        .isCloseTo((.5833333333 * 2400 + .25 * 800 + .25 * 1200) / 4400, within(1e-9));
  }

  @Test
  void oneAloneHasNobodyToBeLike() {
    var group = Similarity.within(exports, Similarity.fingerKreinin(exports), List.of("QM"));

    assertThat(group.mean()).isNaN();
    assertThat(group.weighted()).isNaN();
  }

  @Test
  void michaelyHasTwoDirections() {
    // Imports of QM (.5, .5, 0), of QN (0, .2, .8)
    var imports = Grids.of(new double[] {6, 6, 0}, new double[] {0, 1, 4});
    var all = Complementarity.michaely(exports, imports);

    // QM sells (.75, .25, 0) to QN: 1 - (.75 + .05 + .8) / 2 = .2
    assertThat(all.find("QM", "QN").orElseThrow()).isCloseTo(.2, within(1e-9));
    // QN sells (1/3, 2/3, 0) to QM: 1 - (1/6 + 1/6) / 2 = 5/6
    assertThat(all.find("QN", "QM").orElseThrow()).isCloseTo(5 / 6.0, within(1e-9));
    assertThat(Complementarity.michaely(exports, 1, imports, 0)).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(all.find("QO", "QM")).isEmpty();
  }

  @Test
  void michaelyWantsTheSameProducts() {
    var imports = Grids.of(new double[] {6, 6});

    assertThatThrownBy(() -> Complementarity.michaely(exports, imports))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 60)
  void allPairsAreWhatEachPairIs(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 300) int width) {
    var grid = Grids.random(seed, height, width);
    var imports = Grids.random(seed + 1, height + 3, width);
    var own = Similarity.fingerKreinin(grid);
    var other = Complementarity.michaely(grid, imports);

    for (var row = 0; row < height; row++) {
      for (var next = 0; next < height; next++) {
        assertThat(own.get(row, next))
            .isCloseTo(Similarity.fingerKreinin(grid, row, next), within(width / 4e9 + 1e-12))
            .isEqualTo(own.get(next, row))
            .isBetween(-1e-12, 1 + 1e-12);
        assertThat(other.get(row, next))
            .isCloseTo(
                Complementarity.michaely(grid, row, imports, next), within(width / 4e9 + 1e-12));
      }
    }
  }
}
