package org.bandung.economy.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bandung.economy.preferences.Sensitivity.Span;
import org.junit.jupiter.api.Test;

class SimulationTest {

  private static final List<Flow> FLOWS =
      List.of(
          new Flow("QNN", "QMM", "1", 100),
          new Flow("QXX", "QMM", "1", 100),
          new Flow("QNN", "QPP", "2", 10));

  private static final Changed CHANGED =
      Changed.of(
          FLOWS,
          new Tariffs(List.of(new Rate("QMM", "", "", 20), new Rate("QPP", "", "", 10))),
          new Change.Preference(Set.of(), Set.of("QNN"), Set.of(), new Change.Cut.Margin(100)));

  private static Outcome smart(double supply, Map<String, Elasticities> byProduct) {
    return new Simulation(
            Model.SMART,
            Diversion.LINEAR,
            new Elasticities(-1.5, 1.5, supply),
            byProduct,
            Sensitivity.USUAL)
        .of(CHANGED);
  }

  private static Figure figure(Outcome outcome, Level level, int row, Measure measure) {
    return Objects.requireNonNull(outcome.rows(level).get(row).figure(measure));
  }

  @Test
  void everyResultComesWithWhatOtherElasticitiesGive() {
    var outcome = smart(Double.POSITIVE_INFINITY, Map.of());

    var creation = figure(outcome, Level.LINE, 0, Measure.TRADE_CREATION);
    assertThat(creation.value()).isCloseTo(25, within(1e-9));
    assertThat(creation.least()).isCloseTo(12.5, within(1e-9));
    assertThat(creation.most()).isCloseTo(50, within(1e-9));
    assertThat(outcome.variants())
        .extracting(Variant::code)
        .containsExactly(
            "scenario",
            "demand-low",
            "demand-high",
            "substitution-low",
            "substitution-high",
            "all-low",
            "all-high");
    // 25 of QMM and 10 * 1.5 * .1 / 1.1 of QPP
    assertThat(outcome.variants().getFirst().totals().get(Measure.TRADE_CREATION))
        .isCloseTo(25 + 1.5 / 1.1, within(1e-9));
  }

  @Test
  void linesAddUpToRegionsPartnersProductsAndAll() {
    var outcome = smart(5, Map.of());
    for (var measure :
        List.of(
            Measure.TRADE_CREATION, Measure.TRADE_AFTER, Measure.REVENUE_CHANGE, Measure.WELFARE)) {
      double lines = sum(outcome, Level.LINE, measure);
      assertThat(lines).isNotZero();
      for (var level : List.of(Level.TOTAL, Level.REGION, Level.PARTNER, Level.PRODUCT)) {
        assertThat(sum(outcome, level, measure)).isCloseTo(lines, within(1e-9));
      }
    }
    assertThat(outcome.rows(Level.TOTAL).getFirst().figure(Measure.PRICE_CHANGE)).isNull();
    assertThat(outcome.variants()).hasSize(9);
    assertThat(outcome.rows(Level.LINE).getFirst().before()).isEqualTo(20.0);
    assertThat(outcome.rows(Level.LINE).getFirst().after()).isEqualTo(0.0);
  }

  private static double sum(Outcome outcome, Level level, Measure measure) {
    return outcome.rows(level).stream()
        .mapToDouble(r -> Objects.requireNonNull(r.figure(measure)).value())
        .sum();
  }

  @Test
  void aProductMayHaveElasticitiesOfItsOwn() {
    var outcome =
        smart(
            Double.POSITIVE_INFINITY,
            Map.of("2", new Elasticities(-3, 1, Double.POSITIVE_INFINITY)));
    // 10 * 3 * .1 / 1.1
    assertThat(figure(outcome, Level.PRODUCT, 1, Measure.TRADE_CREATION).value())
        .isCloseTo(3 / 1.1, within(1e-9));
  }

  @Test
  void rangesMayBeStated() {
    var sensitivity =
        new Sensitivity(new Span.Values(-1, -4), new Span.Factors(1, 1), new Span.Values(1, 9));
    var outcome =
        new Simulation(
                Model.SMART,
                Diversion.LINEAR,
                new Elasticities(-1.5, 1.5, Double.POSITIVE_INFINITY),
                Map.of(),
                sensitivity)
            .of(CHANGED);
    var low =
        outcome.variants().stream()
            .filter(v -> v.code().equals("all-low"))
            .findFirst()
            .orElseThrow();
    assertThat(low.elasticities()).isEqualTo(new Elasticities(-1, 1.5, 1));
    assertThat(figure(outcome, Level.LINE, 0, Measure.TRADE_CREATION).most())
        .isCloseTo(100 * 4 * 0.2 / 1.2, within(1e-9));
  }

  @Test
  void gsimTellsRegionsAndFlows() {
    var outcome =
        new Simulation(
                Model.GSIM,
                Diversion.LINEAR,
                new Elasticities(-1, 3, 2),
                Map.of(),
                Sensitivity.USUAL)
            .of(CHANGED);
    assertThat(outcome.rows(Level.LINE)).hasSize(3);
    // QMM, QNN, QXX of product 1, QNN and QPP of product 2
    assertThat(outcome.rows(Level.MARKET)).hasSize(5);
    assertThat(outcome.rows(Level.REGION)).hasSize(4);
    assertThat(sum(outcome, Level.MARKET, Measure.WELFARE))
        .isCloseTo(sum(outcome, Level.TOTAL, Measure.WELFARE), within(1e-9));
    assertThat(outcome.undetermined()).isEmpty();
    assertThat(outcome.cut()).isZero();
  }

  private static Outcome gsim(Map<String, Elasticities> byProduct) {
    return new Simulation(
            Model.GSIM, Diversion.LINEAR, new Elasticities(-1, 3, 2), byProduct, Sensitivity.USUAL)
        .of(CHANGED);
  }

  /// With twice the demand, supply less demand of product 2 is beyond what a number holds: no
  /// prices are found then.
  @Test
  void aChoiceThatLacksAProductWidensNoSum() {
    var outcome = gsim(Map.of("2", new Elasticities(-8e307, 1, 4e307)));

    assertThat(outcome.undetermined()).isEmpty();
    assertThat(outcome.apart())
        .extracting(Variant::code, Variant::undetermined)
        .containsExactly(tuple("demand-high", List.of("2")), tuple("all-high", List.of("2")));
    // What was traded before depends on no elasticity: 100 + 100 + 10, never 200.
    assertThat(figure(outcome, Level.TOTAL, 0, Measure.TRADE_BEFORE))
        .isEqualTo(new Figure(210, 210, 210));
    assertThat(figure(outcome, Level.PRODUCT, 0, Measure.TRADE_AFTER))
        .isEqualTo(figure(gsim(Map.of()), Level.PRODUCT, 0, Measure.TRADE_AFTER));
  }

  @Test
  void nothingIsToldOfNothing() {
    var nothing = Changed.of(FLOWS, new Tariffs(List.of()), new Change.Stated(List.of()));
    for (var model : Model.values()) {
      var outcome =
          new Simulation(
                  model, Diversion.CES, new Elasticities(-1, 3, 2), Map.of(), Sensitivity.USUAL)
              .of(nothing);
      assertThat(outcome.rows()).isEmpty();
      assertThat(outcome.coverage().share()).isZero();
    }
  }
}
