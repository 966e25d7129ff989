package org.bandung.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bandung.observations.Dimension.PARTNER;
import static org.bandung.observations.Dimension.PRODUCT;
import static org.bandung.observations.Dimension.REPORTER;
import static org.bandung.observations.Dimension.YEAR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.economy.Dependence.Exposure;
import org.junit.jupiter.api.Test;

/// How far a country rests on few, and which of its measures depend on who is of the South.
class DependenceTest {

  private static final South SOUTH = South.listed("one", Set.of("QMM", "QNN"));
  private static final South OTHER = South.listed("other", Set.of("QMM", "QNN", "QXX"));
  private static final Told TOLD = new Told("made", "USD", "", "", "", 2002, "one", "other", 3);

  @Test
  void whoSellsAllToOneOfFourMarketsIsAsConcentratedAsCanBe() {
    var pairs =
        new Pairs(
            SomeCells.of(
                List.of(YEAR, REPORTER, PARTNER),
                """
                2002 QMM QXX 10
                2002 QNN QMM 10
                2002 QXX QNN 5
                2002 QXX QYY 5
                2002 QXX QZZ 5
                2002 QXX QWW 0
                """));

    // Others that buy at all: QXX, QNN, QYY, QZZ. Others that sell at all: QNN, QXX.
    assertThat(pairs.markets(2002, "QMM")).isEqualTo(4);
    assertThat(pairs.sources(2002, "QMM")).isEqualTo(2);
    var markets = Partners.of(2002, Map.of("QXX", 10.0), SOUTH, 4);
    assertThat(markets.theil().orElseThrow()).isCloseTo(Math.log(4), within(1e-12));
    assertThat(Partners.of(2002, Map.of("QXX", 10.0), SOUTH).theil()).isEmpty();
    assertThat(Partners.of(2002, Map.of("QXX", 1.0, "QNN", 1.0), SOUTH, 2).theil().orElseThrow())
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void whoSellsOneOfThreeProductsIsAsConcentratedAsCanBe() {
    var cells = SomeCells.of(List.of(PRODUCT, PARTNER), "tea QXX 10");

    assertThat(ProductLines.of(2002, cells, PARTNER, SOUTH, 3).theil().orElseThrow())
        .isCloseTo(Math.log(3), within(1e-12));
    assertThat(ProductLines.of(2002, cells, PARTNER, SOUTH).theil()).isEmpty();
  }

  @Test
  void everyMeasureThatDependsOnTheSouthIsToldUnderBothDefinitions() {
    var trade = Map.of("QXX", 30.0, "QYY", 10.0);
    var bought = SomeCells.of(List.of(PRODUCT, REPORTER), "tea QXX 30\ncloth QYY 10");
    var dependence =
        new Dependence(
            "QMM",
            TOLD,
            Partners.of(2002, trade, SOUTH, 3),
            Partners.of(2002, trade, SOUTH, 3),
            Partners.of(2002, trade, OTHER, 3),
            Partners.of(2002, trade, OTHER, 3),
            Optional.empty(),
            Optional.of(ProductLines.of(2002, bought, REPORTER, SOUTH, 2)),
            Optional.of(ProductLines.of(2002, bought, REPORTER, OTHER, 2)),
            Optional.of(Partners.of(2001, trade, SOUTH, 3)),
            Optional.of(Partners.of(2001, trade, OTHER, 3)),
            List.of());

    assertThat(dependence.exposures())
        .filteredOn(Exposure::bySouth)
        .extracting(Exposure::code)
        .containsExactly("north-markets", "north-sources", "north-creditors", "northern-imports");
    assertThat(dependence.exposures())
        .filteredOn(Exposure::bySouth)
        .allSatisfy(e -> {
          assertThat(e.value()).hasValue(1);
          assertThat(e.other()).hasValue(0.25);
        });
    assertThat(Answers.of(dependence, 3))
        .extractingByKey("exposures", org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .extracting("dependsOnSouth")
        .containsExactly(true, true, true, false, false, false, false, false, true);
  }
}
