package org.bandung.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.observations.Dimension.PARTNER;
import static org.bandung.observations.Dimension.REPORTER;
import static org.bandung.observations.Dimension.YEAR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.bandung.economy.SouthShares.Group;
import org.junit.jupiter.api.Test;

/// What nobody reported is not zero, and a zero that was stated is one.
class NotReportedTest {

  private static final South SOUTH = South.listed("test", Set.of("QMM", "QNN"));
  private static final Told TOLD = new Told("made", "USD", "", "", "", 2002, "a", "b", 3);

  @Test
  void aTotalOfNothingHeldIsNull() {
    var none = Partners.of(2002, Map.of(), SOUTH);
    var some = Partners.of(2002, Map.of("QXX", 5.0), SOUTH);
    var answer =
        Answers.of(
            new Dependence(
                "QMM",
                TOLD,
                some,
                none,
                some,
                none,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()),
            5);

    assertThat(answer).extractingByKey("markets").extracting("total").isEqualTo(5.0);
    assertThat(answer).extractingByKey("sources").extracting("total").isNull();
    assertThat(answer).extractingByKey("otherSources").extracting("total").isNull();
  }

  // In 2001 only others report; QMM states to have sold nothing.
  private static final org.bandung.observations.Cells FLOWS =
      SomeCells.of(
          List.of(YEAR, REPORTER, PARTNER),
          """
          2001 QXX QMM 10
          2001 QMM QNN 0
          2002 QMM QNN 4
          2002 QMM QXX 12
          2003 QMM QXX 7
          """);

  @Test
  void aGroupOfWhichNobodyReportsTradesAnUnknownAmount() {
    var years = GroupTrade.of(FLOWS, year -> Set.of("QMM", "QNN"));
    var answer = Answers.of(new Group("COMM", TOLD, years, Optional.empty(), List.of()));

    assertThat(years.getFirst().reporting()).isEmpty();
    assertThat(years.getFirst().toldIntra()).isEmpty();
    assertThat(years.getFirst().ofImports()).isEmpty();
    assertThat(years.get(1).toldIntra()).hasValue(4);
    // QMM reports, and nothing of it to a member: that is zero.
    assertThat(years.getLast().toldIntra()).hasValue(0);
    assertThat(answer)
        .extractingByKey("years", org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .extracting("exports", "intra", "reporting")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(null, null, 0),
            org.assertj.core.groups.Tuple.tuple(16.0, 4.0, 1),
            org.assertj.core.groups.Tuple.tuple(7.0, 0.0, 1));
  }

  @Test
  void aStatedZeroOfAPairIsAZeroButNoPartner() {
    var pairs = new Pairs(FLOWS);

    assertThat(pairs.between("QMM", "QNN"))
        .containsExactly(Map.entry(2001, 0.0), Map.entry(2002, 4.0));
    assertThat(pairs.between("QNN", "QMM")).isEmpty();
    assertThat(pairs.sold("QMM")).containsOnlyKeys(2002, 2003);
  }

  @Test
  void aShareOfNoDebtIsNone() {
    var nothing = new Owed(2002, List.of(), OptionalDouble.empty());

    assertThat(nothing.kindShare("bonds")).isEmpty();
    assertThat(
            new Owed(
                    2002,
                    List.of(new Owed.Claim("QXX", "private", Side.NORTH, 3)),
                    OptionalDouble.empty())
                .kindShare("bonds"))
        .hasValue(0);
  }
}
