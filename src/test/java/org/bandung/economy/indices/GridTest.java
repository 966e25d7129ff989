package org.bandung.economy.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {

  private final Grid grid =
      Grid.builder()
          .add("QN", "k2", 4)
          .add("QM", "k1", 3)
          .add("QM", "k2", 0)
          .add("QN", "k2", 1)
          .build();

  @Test
  void codesAreSortedAndFiguresOfAPairAddUp() {
    assertThat(grid.rows()).containsExactly("QM", "QN");
    assertThat(grid.columns()).containsExactly("k1", "k2");
    assertThat(grid.get(1, 1)).isEqualTo(5);
    assertThat(grid.rowSums()).containsExactly(3, 5);
    assertThat(grid.columnSums()).containsExactly(3, 5);
    assertThat(grid.columnSum(1)).isEqualTo(5);
    assertThat(grid.total()).isEqualTo(8);
    assertThat(grid.rowValues(0)).containsExactly(3, 0);
    assertThat(grid.columnValues(1)).containsExactly(0, 5);
  }

  @Test
  void notStatedIsNotZero() {
    assertThat(grid.find("QM", "k2")).hasValue(0);
    assertThat(grid.find("QN", "k1")).isEmpty();
    assertThat(grid.stated(0, 1)).isTrue();
    assertThat(grid.stated(1, 0)).isFalse();
    assertThat(grid.statedCells()).isEqualTo(3);
    assertThat(grid.statedInRow(1)).isEqualTo(1);
    assertThat(grid.get(1, 0)).isZero();
  }

  @Test
  void unknownCodesAndUndefinedNumbersAreNotFound() {
    assertThat(grid.find("QZ", "k1")).isEmpty();
    assertThat(grid.row("QZ")).isNegative();
    assertThat(Grid.of(List.of("QM"), List.of("k1"), new double[] {Double.NaN}).find("QM", "k1"))
        .isEmpty();
  }

  @Test
  void turnsRoundWithWhatIsStated() {
    var turned = grid.transposed();

    assertThat(turned.find("k2", "QN")).hasValue(5);
    assertThat(turned.find("k1", "QN")).isEmpty();
    assertThat(turned.find("k2", "QM")).hasValue(0);
  }

  @Test
  void isBroughtOverOtherCodes() {
    var over = grid.over(List.of("QN", "QP"), List.of("k0", "k2"));

    assertThat(over.rows()).containsExactly("QN", "QP");
    assertThat(over.columns()).containsExactly("k0", "k2");
    assertThat(over.find("QN", "k2")).hasValue(5);
    assertThat(over.find("QN", "k0")).isEmpty();
    assertThat(over.find("QP", "k2")).isEmpty();
  }

  @Test
  void refusesWhatIsNoNumberAndCodesOutOfOrder() {
    assertThatThrownBy(() -> Grid.builder().add("QM", "k1", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Grid.of(List.of("QN", "QM"), List.of("k1"), new double[2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Grid.of(List.of("QM"), List.of("k1"), new double[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesColumnsOfPositions() {
    var sums =
        Grid.of(
            List.of("QM", "QN"),
            List.of("k1"),
            new int[] {1, 1},
            new int[] {0, 0},
            new double[] {2, 3});

    assertThat(sums.find("QN", "k1")).hasValue(5);
    assertThat(sums.find("QM", "k1")).isEmpty();
  }
}
