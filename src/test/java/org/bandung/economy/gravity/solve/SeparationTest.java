package org.bandung.economy.gravity.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.bandung.economy.gravity.solve.Model.Column;
import org.junit.jupiter.api.Test;

class SeparationTest {

  private static Column column(String name, double... values) {
    return new Column(name, values);
  }

  /// `x` is zero wherever there is a flow and one at some zeros: the larger its negative
  /// coefficient, the better those fit (Santos Silva and Tenreyro 2010).
  @Test
  void aRegressorThatOnlyZerosHaveSeparatesThem() {
    var model =
        new Model(
            column("y", 4, 2, 0, 0, 3, 1),
            List.of(
                column("x", 0, 0, 1, 1, 0, 0),
                column("z", 1, 2, 1, 2, 3, 4),
                column("1", 1, 1, 1, 1, 1, 1)),
            List.of(),
            List.of());

    var fit = new Ppml(100, true).fit(model);

    assertThat(fit.course().separated()).isEqualTo(2);
    assertThat(fit.course().dropped()).containsExactly("x");
    assertThat(fit.rows()).doesNotContain(2, 3);
  }

  @Test
  void aZeroThatTheRegressorSharesWithAFlowIsNotSeparated() {
    var model =
        new Model(
            column("y", 4, 2, 0, 1, 3, 1),
            List.of(column("x", 0, 0, 1, 1, 0, 0), column("1", 1, 1, 1, 1, 1, 1)),
            List.of(),
            List.of());

    assertThat(new Ppml(100, true).fit(model).course().separated()).isZero();
  }

  /// Flows leave two parts of the countries unlinked, and zeros run from one part to the other in
  /// one direction only: lowering all exporters of the first part and raising its importers changes
  /// no flow and lowers those zeros.
  @Test
  void zerosBetweenUnlinkedPartsAreSeparatedIfAllRunTheSameWay() {
    int[] from = {0, 0, 1, 1, 2, 2, 3, 3, 0, 1};
    int[] to = {0, 1, 0, 1, 2, 3, 2, 3, 2, 3};
    var oneWay = column("y", 3, 1, 2, 5, 4, 1, 1, 2, 0, 0);
    var effects = List.of(Groups.of(from), Groups.of(to));

    var fit = new Ppml(100, true).fit(new Model(oneWay, List.of(), effects, List.of()));

    assertThat(fit.course().separated()).isEqualTo(2);
    assertThat(fit.rows()).doesNotContain(8, 9);
  }

  @Test
  void zerosBetweenUnlinkedPartsInBothDirectionsAreNotSeparated() {
    int[] from = {0, 0, 1, 1, 2, 2, 3, 3, 0, 3};
    int[] to = {0, 1, 0, 1, 2, 3, 2, 3, 2, 0};
    var bothWays = column("y", 3, 1, 2, 5, 4, 1, 1, 2, 0, 0);
    var effects = List.of(Groups.of(from), Groups.of(to));

    var fit = new Ppml(100, true).fit(new Model(bothWays, List.of(), effects, List.of()));

    assertThat(fit.course().separated()).isZero();
  }

  /// A property: what is left has a finite estimate, so no expected flow falls to nothing.
  @Test
  void nothingThatIsLeftIsFittedByZero() {
    for (int seed = 0; seed < 40; seed++) {
      var fit = new Ppml(200, true).fit(PpmlTest.random(new Random(seed), 5, 3));

      assertThat(fit.course().converged()).as("seed " + seed).isTrue();
      for (double fitted : fit.fitted()) {
        assertThat(fitted).as("seed " + seed).isGreaterThan(1e-6);
      }
    }
  }
}
