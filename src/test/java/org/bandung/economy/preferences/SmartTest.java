package org.bandung.economy.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Worked by hand from the formulas in [Smart].
class SmartTest {

  private static final Elasticities FREE = new Elasticities(-1.5, 1.5, Double.POSITIVE_INFINITY);

  /// A and B each sell 100 at 20 %; A's rate goes.
  private static final List<TariffedFlow> TWO =
      List.of(line("A", 100, 0.2, 0), line("B", 100, 0.2, 0.2));

  private static TariffedFlow line(String exporter, double value, double before, double after) {
    return new TariffedFlow(new Flow(exporter, "QMM", "0713", value), before, after);
  }

  private static void isNear(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-9));
  }

  @Test
  void aRateThatGoesCreatesAndDivertsTrade() {
    var effects = Smart.market(TWO, FREE, Diversion.LINEAR);
    var a = effects.getFirst();
    var b = effects.getLast();

    // 100 * -1.5 * (0 - .2) / 1.2
    isNear(a.creation(), 25);
    // 1.5 * 100 * 100 / 200 * .2 / 1.2
    isNear(a.diversion(), 12.5);
    isNear(a.importsAfter(), 137.5);
    isNear(b.creation(), 0);
    isNear(b.diversion(), -12.5);
    // 20 to 0, and .2 * 87.5 - 20
    isNear(a.revenueChange(), -20);
    isNear(b.revenueChange(), -2.5);
    // .2 * 100 + .2 * 37.5 / 2
    isNear(a.consumerSurplus(), 23.75);
    isNear(a.triangle(), 3.75);
    isNear(a.welfare() + b.welfare(), 1.25);
  }

  @Test
  void exportersThatCannotSellWithoutEndRaiseTheirPrice() {
    var a = Smart.market(TWO, new Elasticities(-1.5, 0, 3), Diversion.LINEAR).getFirst();

    // r = -1/6; price: -1.5 * r / (3 + 1.5) = .25 / 4.5
    isNear(a.priceChange(), 1.0 / 18);
    // 25 / (1 + 1.5 / 3)
    isNear(a.creation(), 50.0 / 3);
    // the new price on all of what is bought
    isNear(a.priceEffect(), (100 + 50.0 / 3) / 18);
    // at home 1.2 falls to 1 + 1/18, by 13/90
    isNear(a.consumerSurplus(), 13.0 / 90 * (100 + 25.0 / 3));
    // the price at home falls by r * 3 / 4.5 = -1/9: diversion 1.5 * 50 * 1/9
    isNear(
        Smart.market(TWO, new Elasticities(-1.5, 1.5, 3), Diversion.LINEAR).getFirst().diversion(),
        1.5 * 50 / 9);
  }

  @Test
  void threeWaysToDivert() {
    // the ratio rises from 1 to 1 + 1.5 / 6 = 1.25: 200 * 1.25 / 2.25 - 100
    isNear(Smart.market(TWO, FREE, Diversion.RATIO).getFirst().diversion(), 100.0 / 9);
    // the ratio rises to 1.2^1.5
    double ratio = 1.2 * Math.sqrt(1.2);
    isNear(
        Smart.market(TWO, FREE, Diversion.CES).getFirst().diversion(),
        200 * ratio / (1 + ratio) - 100);
  }

  @Test
  void nobodyLosesMoreThanHeHad() {
    // B sells 10; the linear rule asks for 30 * 1000 * 10 / 1010 * .5 / 1.5 = 99
    var sources = List.of(line("A", 1000, 0.5, 0), line("B", 10, 0.5, 0.5));
    for (var diversion : Diversion.values()) {
      var effects = Smart.market(sources, new Elasticities(-1, 30, 1e9), diversion);
      assertThat(effects.getLast().importsAfter()).isGreaterThanOrEqualTo(0);
      isNear(effects.getFirst().diversion() + effects.getLast().diversion(), 0);
    }
    isNear(
        Smart.market(sources, new Elasticities(-1, 30, 1e9), Diversion.LINEAR)
            .getFirst()
            .diversion(),
        10);
  }

  @Test
  void whoeverGainsSharesWhatOthersLose() {
    // prices at home: A -1/6, B -1/6, C 0; mean -1/9; s = 3: A and B gain 3 * 100 / 18 each
    var effects =
        Smart.market(
            List.of(line("A", 100, 0.2, 0), line("B", 100, 0.2, 0), line("C", 100, 0.2, 0.2)),
            new Elasticities(-1.5, 3, Double.POSITIVE_INFINITY),
            Diversion.LINEAR);
    assertThat(effects.stream().map(SmartEffect::diversion).map(Math::round))
        .containsExactly(17L, 17L, -33L);
    isNear(effects.get(2).diversion(), -100.0 / 3);
  }

  @Test
  void aRateThatRisesDestroysTradeButNoMoreThanThereIs() {
    var effect = Smart.market(List.of(line("A", 100, 0, 2)), FREE, Diversion.CES).getFirst();
    isNear(effect.creation(), -100);
    isNear(effect.importsAfter(), 0);
    isNear(effect.revenueChange(), 0);
    // the price trebles: 2 * 100 lost, half of it the triangle
    isNear(effect.consumerSurplus(), -100);
  }

  @Test
  void anUnchangedMarketStaysAndAnEmptyOneToo() {
    var same = Smart.market(List.of(line("A", 5, 0.1, 0.1)), FREE, Diversion.CES).getFirst();
    isNear(same.importsAfter(), 5);
    isNear(same.welfare(), 0);
    var nothing = Smart.market(List.of(line("A", 0, 0.1, 0)), FREE, Diversion.RATIO).getFirst();
    isNear(nothing.importsAfter(), 0);
    assertThat(Smart.market(List.of(), FREE, Diversion.LINEAR)).isEmpty();
  }
}
