package org.bandung.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.observations.Dimension.PARTNER;
import static org.bandung.observations.Dimension.REPORTER;
import static org.bandung.observations.Dimension.YEAR;

import java.util.List;
import java.util.Set;
import org.bandung.observations.Cells;
import org.junit.jupiter.api.Test;

class TradeSharesTest {

  private static final South SOUTH = South.listed("test", Set.of("QMM", "QNN", "QOO"));

  // 2001: world 100; from the South 50, of which to the South 30; to the South 45.
  private static final Cells FLOWS =
      SomeCells.of(
          List.of(YEAR, REPORTER, PARTNER),
          """
          2001 QMM QNN 20
          2001 QNN QOO 10
          2001 QMM QPP 20
          2001 QPP QMM 15
          2001 QPP QRR 35
          2001 QMM QMM 999
          2002 QNN QMM 5
          2002 QPP QRR 5
          """);

  @Test
  void theSouthsTradeWithItselfIsComparedWithTheWorldAndWithItsOwnExports() {
    var year = TradeShares.of(FLOWS, SOUTH, Set.of()).getFirst();

    assertThat(year).isEqualTo(new TradeShares(2001, 100, 50, 45, 30, 0, 2));
    assertThat(year.ofWorld()).hasValue(0.3);
    assertThat(year.ofSouthernExports()).hasValue(0.6);
    assertThat(year.ofSouthernImports()).hasValue(30.0 / 45);
    assertThat(year.southInWorld()).hasValue(0.5);
  }

  @Test
  void withoutAMemberItsFlowsLeaveTheSouthButNotTheWorld() {
    // Without QMM only QNN -> QOO is left between members: 10 of 100.
    var year = TradeShares.of(FLOWS, SOUTH, Set.of("QMM")).getFirst();

    assertThat(year).isEqualTo(new TradeShares(2001, 100, 10, 30, 10, 0, 1));
    assertThat(year.ofWorld()).hasValue(0.1);
  }

  @Test
  void theLargestMemberIsThatOfTheLastYear() {
    // In 2002 QNN and QMM trade 5 with each other: a tie, told by the code.
    assertThat(TradeShares.largestMember(FLOWS, SOUTH)).contains("QMM");
    assertThat(TradeShares.largestMember(FLOWS, South.listed("none", Set.of()))).isEmpty();
  }

  @Test
  void whereNothingIsExportedThereIsNoShare() {
    var empty = SomeCells.of(List.of(YEAR, REPORTER, PARTNER), "2001 QMM QNN 0");

    assertThat(TradeShares.of(empty, SOUTH, Set.of()).getFirst().ofWorld()).isEmpty();
  }

  @Test
  void aGroupsTradeIsThatOfItsMembersOfTheYear() {
    // QMM and QNN: exports 20 + 10 + 20 = 50, imports 20 + 15 = 35, with each other 20; world 100.
    var years = GroupTrade.of(FLOWS, year -> year == 2001 ? Set.of("QMM", "QNN") : Set.of("QNN"));

    assertThat(years.getFirst().ofExports()).hasValue(0.4);
    assertThat(years.getFirst().ofImports()).hasValue(20.0 / 35);
    assertThat(years.getFirst().intensity()).hasValue(0.4 / 0.35);
    assertThat(years.getLast().ofExports()).hasValue(0);
    assertThat(years.getLast().reporting()).containsExactly("QNN");
  }

  @Test
  void growthCountsOnlyCountriesWithBothYears() {
    // World 100 -> 130, the South (QMM) 40 -> 60: 20 of 30. QNN began in 2002, QOO ended in 2001.
    var output =
        SomeCells.of(
            List.of(YEAR, REPORTER),
            """
            2001 QMM 40
            2001 QPP 60
            2001 QOO 7
            2002 QMM 60
            2002 QPP 70
            2002 QNN 500
            """);

    var growth = Growth.of(output, SOUTH, 1, Set.of());

    assertThat(growth).containsExactly(new Growth(2001, 2002, 100, 130, 40, 60, 2, 2));
    assertThat(growth.getFirst().ofGrowth()).hasValueCloseTo(2.0 / 3, offset());
    assertThat(growth.getFirst().ofLevel()).hasValueCloseTo(60.0 / 130, offset());
    assertThat(Growth.of(output, SOUTH, 2, Set.of())).isEmpty();
    assertThat(Growth.of(output, SOUTH, 1, Set.of("QMM")).getFirst().ofGrowth()).hasValue(0);
  }

  @Test
  void aShareOfAShrinkingWorldIsNone() {
    assertThat(new Growth(2001, 2002, 100, 90, 40, 45, 2, 0).ofGrowth()).isEmpty();
  }

  private static org.assertj.core.data.Offset<Double> offset() {
    return org.assertj.core.data.Offset.offset(1e-12);
  }
}
