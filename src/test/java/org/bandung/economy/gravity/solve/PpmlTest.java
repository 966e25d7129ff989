package org.bandung.economy.gravity.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bandung.economy.gravity.solve.Model.Column;
import org.junit.jupiter.api.Test;

/// By hand: PPML reproduces sums of flows within every group whose effect it has, and with a dummy
/// alone it reproduces the means of both groups.
class PpmlTest {

  private static final double NEAR = 1e-7;

  private static Fit fit(Model model) {
    return new Ppml(100, true).fit(model);
  }

  private static Column column(String name, double... values) {
    return new Column(name, values);
  }

  @Test
  void aDummyAndAConstantGiveTheLogarithmsOfMeans() {
    var model =
        new Model(
            column("y", 1, 3, 6, 10, 0, 2),
            List.of(column("d", 0, 0, 1, 1, 0, 0), column("1", 1, 1, 1, 1, 1, 1)),
            List.of(),
            List.of());

    var fit = fit(model);

    // means: 8 where d is 1, (1 + 3 + 0 + 2) / 4 = 1.5 elsewhere
    assertThat(fit.coefficients()[1]).isCloseTo(Math.log(1.5), within(NEAR));
    assertThat(fit.coefficients()[0]).isCloseTo(Math.log(8 / 1.5), within(NEAR));
    assertThat(fit.course().converged()).isTrue();
  }

  @Test
  void devianceIsThatOfTheMeans() {
    var model = new Model(column("y", 2, 6), List.of(column("1", 1, 1)), List.of(), List.of());

    // 2 (2 log(2 / 4) + 6 log(6 / 4))
    assertThat(fit(model).deviance())
        .isCloseTo(2 * (2 * Math.log(.5) + 6 * Math.log(1.5)), within(1e-9));
  }

  @Test
  void sumsOfEachGroupAreMet() {
    var model = random(new Random(7), 6, 3);
    var fit = fit(model);

    for (int e = 0; e < 3; e++) {
      var groups = fit.model().effects().get(e);
      var flows = groups.sums(fit.model().flow().values());
      var fitted = groups.sums(fit.fitted());
      for (int g = 0; g < flows.length; g++) {
        assertThat(fitted[g]).isCloseTo(flows[g], within(1e-6 * (1 + flows[g])));
      }
    }
  }

  @Test
  void effectsTakenOutEqualDummiesPutIn() {
    for (int seed = 0; seed < 12; seed++) {
      var absorbed = random(new Random(seed), 5, 1 + seed % 3);
      var dummies = withDummies(absorbed);

      assertThat(fit(absorbed).coefficients()[0])
          .as("seed " + seed)
          .isCloseTo(fit(dummies).coefficients()[0], within(1e-6));
    }
  }

  @Test
  void theUnitOfFlowsDoesNotMatter() {
    var model = random(new Random(3), 6, 2);
    var millions = Arrays.stream(model.flow().values()).map(y -> y * 1e6).toArray();
    var scaled = new Model(column("y", millions), model.regressors(), model.effects(), List.of());

    assertThat(fit(scaled).coefficients()[0]).isCloseTo(fit(model).coefficients()[0], within(1e-9));
    assertThat(fit(scaled).deviance() / fit(model).deviance()).isCloseTo(1e6, within(1.0));
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    var model = random(new Random(4), 6, 3);
    int n = model.rows();
    var turned = new int[n];
    Arrays.setAll(turned, i -> n - 1 - i);

    assertThat(fit(model.at(turned)).coefficients()[0])
        .isCloseTo(fit(model).coefficients()[0], within(1e-9));
  }

  @Test
  void groupsOfZerosOnlyAreLeftOut() {
    var model =
        new Model(
            column("y", 1, 2, 0, 0, 3, 5),
            List.of(column("x", 1, 2, 3, 4, 1, 3)),
            List.of(Groups.of(new int[] {0, 0, 1, 1, 2, 2})),
            List.of());

    var fit = fit(model);

    assertThat(fit.course().onlyZeros()).isEqualTo(2);
    assertThat(fit.rows()).containsExactlyInAnyOrder(0, 1, 4, 5);
  }

  @Test
  void whatEffectsAbsorbIsLeftOutByName() {
    var model =
        new Model(
            column("y", 1, 2, 3, 4, 3, 5),
            List.of(
                column("size", 7, 7, 8, 8, 9, 9),
                column("x", 1, 2, 3, 1, 1, 3),
                column("twice x", 2, 4, 6, 2, 2, 6)),
            List.of(Groups.of(new int[] {0, 0, 1, 1, 2, 2})),
            List.of());

    assertThat(fit(model).course().dropped()).containsExactly("size", "twice x");
  }

  /// A square of countries over three years with zeros and missing pairs.
  static Model random(Random random, int countries, int effects) {
    var from = new ArrayList<Integer>();
    var to = new ArrayList<Integer>();
    var year = new ArrayList<Integer>();
    for (int i = 0; i < countries; i++) {
      for (int j = 0; j < countries; j++) {
        for (int t = 0; t < 3; t++) {
          if (random.nextDouble() < 0.9) {
            from.add(i);
            to.add(j);
            year.add(t);
          }
        }
      }
    }
    int n = from.size();
    var x = random.doubles(n).toArray();
    var y = new double[n];
    for (int i = 0; i < n; i++) {
      double mean = Math.exp(0.7 * x[i] + from.get(i) % 3 - to.get(i) % 2);
      y[i] = random.nextDouble() < 0.2 ? 0 : mean * (0.5 + random.nextDouble());
    }
    var exporter = groups(from).and(groups(year));
    var importer = groups(to).and(groups(year));
    var all = List.of(exporter, importer, groups(from).and(groups(to)));
    return new Model(column("y", y), List.of(column("x", x)), all.subList(0, effects), List.of());
  }

  private static Groups groups(List<Integer> codes) {
    return Groups.of(codes.stream().mapToInt(Integer::intValue).toArray());
  }

  /// The same with a dummy for every level and no effects; redundant ones are left out by the fit.
  static Model withDummies(Model model) {
    int[] rows = Separation.withoutOnlyZeros(model, all(model));
    var used = model.at(rows);
    var columns = new ArrayList<>(used.regressors());
    for (var effect : used.effects()) {
      for (int g = 0; g < effect.count(); g++) {
        var dummy = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
          dummy[i] = effect.of(i) == g ? 1 : 0;
        }
        columns.add(new Column("d" + columns.size(), dummy));
      }
    }
    return new Model(used.flow(), columns, List.of(), List.of());
  }

  private static int[] all(Model model) {
    var rows = new int[model.rows()];
    Arrays.setAll(rows, i -> i);
    return rows;
  }
}
