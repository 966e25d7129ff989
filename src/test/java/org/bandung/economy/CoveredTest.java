package org.bandung.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.bandung.economy.SouthShares.Covered;
import org.bandung.economy.indices.Grid;
import org.bandung.observations.Dimension;
import org.junit.jupiter.api.Test;

class CoveredTest {

  private static final Told TOLD = new Told("made", "USD", "", "", "", 2020, "a", "b", 3);

  @Test
  void onlyTradeBetweenCountriesThatShareAnAgreementIsCovered() {
    var flows = Grid.builder();
    flows.add("QMM", "QNN", 60);
    flows.add("QNN", "QMM", 40);
    flows.add("QMM", "QXX", 30);
    flows.add("QNN", "QXX", 70);
    flows.add("QXX", "QMM", 500);
    var agreed =
        SomeCells.of(
            List.of(Dimension.REPORTER, Dimension.PARTNER),
            """
            QMM QNN 7
            QNN QXX 9
            QXX QMM 9
            QNN QMM 0
            """);

    var covered = Covered.of(TOLD, flows.build(), agreed, Set.of("QMM", "QNN", "QPP"));

    assertThat(covered.inside()).isEqualTo(100, within(1e-12));
    assertThat(covered.insideCovered()).isEqualTo(60, within(1e-12));
    assertThat(covered.outside()).isEqualTo(100, within(1e-12));
    assertThat(covered.outsideCovered()).isEqualTo(70, within(1e-12));
  }
}
