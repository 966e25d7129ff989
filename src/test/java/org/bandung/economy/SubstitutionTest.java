package org.bandung.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bandung.observations.Dimension.PARTNER;
import static org.bandung.observations.Dimension.PRODUCT;
import static org.bandung.observations.Dimension.REPORTER;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.bandung.economy.Producers.MarketPower;
import org.bandung.economy.Shortlist.Candidate.Term;
import org.bandung.economy.Substitution.Supply;
import org.bandung.economy.indices.Grid;
import org.junit.jupiter.api.Test;

/// QII buys pumps and cloth from the North (QXX); QAA and QBB of the South export pumps.
class SubstitutionTest {

  private static final South SOUTH = South.listed("test", Set.of("QII", "QAA", "QBB", "QCC"));

  // Pumps: QAA 60 of its 100, QBB 20 of its 100, QXX 100 of its 300; the world 180 of 500 (.36).
  // RCA in pumps: QAA .6 / .36 = 1.667, QBB .2 / .36 = .556, QXX .333 / .36 = .926.
  private static final Grid EXPORTS =
      Grid.builder()
          .add("QAA", "pumps", 60)
          .add("QAA", "cloth", 40)
          .add("QBB", "pumps", 20)
          .add("QBB", "tea", 80)
          .add("QXX", "pumps", 100)
          .add("QXX", "cloth", 200)
          .build();

  private static final Grid BEFORE =
      Grid.builder().add("QAA", "pumps", 15).add("QBB", "pumps", 40).build();

  private static final Ties NEAR =
      new Ties(OptionalDouble.of(Ties.FARTHEST_KM / 2), List.of("fr"), List.of());

  private static final SubstitutionRules EVEN =
      new SubstitutionRules(
          Map.of(
              "advantage", 1.0, "growth", 1.0, "capacity", 1.0, "distance", 1.0, "language", 1.0));

  private static Substitution over(Supply supply) {
    return new Substitution(supply, SOUTH, (importer, exporter) -> NEAR, EVEN);
  }

  private static final org.bandung.observations.Cells BOUGHT =
      SomeCells.of(
          List.of(PRODUCT, REPORTER),
          """
          pumps QXX 240
          pumps QAA 10
          cloth QXX 50
          tea QBB 5
          """);

  @Test
  void everyTermOfACandidateIsShownAndTheirWeightedMeanIsTheScore() {
    var list =
        over(new Supply(2002, EXPORTS, 2000, BEFORE))
            .of("QII", BOUGHT, new Shortlist.Wish(false, 10, 5));

    assertThat(list.considered()).isEqualTo(2);
    assertThat(list.withoutSupplier()).isEqualTo(1); // cloth: only QXX has an advantage
    var item = list.items().getFirst();
    assertThat(item.line().product()).isEqualTo("pumps");
    assertThat(item.line().northShare()).isCloseTo(0.96, within(1e-12));
    var candidate = item.candidates().getFirst();
    assertThat(candidate.country()).isEqualTo("QAA");
    assertThat(candidate.supplies()).isEqualTo(10);
    assertThat(candidate.capacity()).isEqualTo(0.25);
    // From 15 to 60 in two years: doubled each year.
    assertThat(candidate.growth().orElseThrow()).isCloseTo(1, within(1e-12));
    // (5/3 - 1) / (5/3 + 1) = 1/4; 1 / 2; 60 / 240; half the way; a language.
    assertThat(candidate.terms())
        .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            new Term("advantage", 0.25, 1),
            new Term("growth", 0.5, 1),
            new Term("capacity", 0.25, 1),
            new Term("distance", 0.5, 1),
            new Term("language", 1, 1));
    assertThat(candidate.score()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void whoseExportsDidNotGrowIsLeftOutIfAsked() {
    var supply = new Supply(2002, EXPORTS, 2002, EXPORTS);
    var wish = new Shortlist.Wish(true, 10, 5);

    assertThat(over(supply).of("QII", BOUGHT, wish).items()).isEmpty();
    assertThat(over(supply).of("QII", BOUGHT, new Shortlist.Wish(false, 10, 5)).items())
        .hasSize(1)
        .allSatisfy(i -> assertThat(i.candidates().getFirst().growth()).isEmpty());
  }

  @Test
  void nobodyIsOfferedToItself() {
    var list =
        over(new Supply(2002, EXPORTS, 2000, BEFORE))
            .of("QAA", BOUGHT, new Shortlist.Wish(false, 10, 5));

    assertThat(list.items()).isEmpty();
  }

  @Test
  void theMirrorShowsWhereTheSouthBuysFromTheNorthWhatOneExportsWell() {
    var north =
        SomeCells.of(
            List.of(PARTNER, PRODUCT),
            """
            QII pumps 240
            QCC pumps 300
            QII cloth 50
            QXX pumps 900
            """);
    var sold = SomeCells.of(List.of(PARTNER, PRODUCT), "QII pumps 10");

    var openings =
        over(new Supply(2002, EXPORTS, 2000, BEFORE)).openings("QAA", "", north, sold, 10);

    assertThat(openings).extracting(Shortlist.Opening::importer).containsExactly("QCC", "QII");
    assertThat(openings.getLast().exporter().supplies()).isEqualTo(10);
    assertThat(openings.getFirst().exporter().capacity()).isEqualTo(0.2);
  }

  @Test
  void weightsThatNameNoTermAreRefused() {
    assertThatThrownBy(() -> new SubstitutionRules(Map.of("speed", 1.0)))
        .hasMessageContaining("speed");
    assertThatThrownBy(() -> new SubstitutionRules(Map.of("growth", 0.0)))
        .hasMessageContaining("no term");
  }

  @Test
  void linesTellSingleAndNorthernSources() {
    var lines =
        ProductLines.of(
            2002,
            SomeCells.of(
                List.of(PRODUCT, REPORTER),
                """
                pumps QXX 60
                pumps QAA 20
                cloth QXX 10
                tea QBB 6
                salt QXX 2
                salt QYY 2
                sand QXX 0
                """),
            REPORTER,
            SOUTH);

    // 100 in all; cloth and tea from one source (16), cloth and salt from the North alone (14).
    assertThat(lines.total()).isEqualTo(100);
    assertThat(lines.singleShare()).hasValue(0.16);
    assertThat(lines.allNorthernShare()).hasValue(0.14);
    assertThat(lines.exposed(2))
        .extracting(ProductLines.Line::product)
        .containsExactly("cloth", "tea");
    // Shares .8, .1, .06, .04.
    assertThat(lines.hhi().orElseThrow()).isCloseTo(0.6552, within(1e-12));
    assertThat(lines.topThree().orElseThrow()).isCloseTo(0.96, within(1e-12));
  }

  @Test
  void partnersAreWeighedBySide() {
    var partners =
        Partners.of(2002, Map.of("QXX", 60.0, "QAA", 30.0, "QBB", 10.0, "QCC", 0.0), SOUTH);

    assertThat(partners.northShare()).hasValue(0.6);
    assertThat(partners.southShare()).hasValue(0.4);
    assertThat(partners.hhi().orElseThrow()).isCloseTo(0.46, within(1e-12));
    assertThat(partners.withoutLargestSouthern().southShare().orElseThrow())
        .isCloseTo(10.0 / 70, within(1e-12));
    assertThat(Partners.of(2002, Map.of(), SOUTH).northShare()).isEmpty();
    assertThat(Partners.of(2002, Map.of(), SOUTH).hhi()).isEmpty();
  }

  @Test
  void aDominantGroupStandsAboveCostByItsShareAndTheElasticities() {
    // s = .4: L = .4 / (.5 + .6 x .5) = .5; without any share the price is taken as it is.
    var power = new MarketPower(2002, 40, 100, 2, 3);

    assertThat(power.lerner(-0.5, 0.5).orElseThrow()).isCloseTo(0.5, within(1e-12));
    assertThat(new MarketPower(2002, 0, 100, 0, 3).lerner(0.5, 0.5)).hasValue(0);
    assertThat(new MarketPower(2002, 100, 100, 3, 3).lerner(0.5, 0.5)).hasValue(1);
    assertThat(new MarketPower(2002, 0, 0, 0, 3).share()).isEmpty();
  }

  @Test
  void whetherAGroupTakesThePriceIsToldWithItsRange() {
    // s = .4, elasticities 1 and 1: .4 / 1.6 = .25; doubled .4 / 3.2; halved .4 / .8.
    var power = new MarketPower(2002, 40, 100, 2, 3).power(Producers.Elasticities.USUAL);

    assertThat(power.value().orElseThrow()).isCloseTo(0.25, within(1e-12));
    assertThat(power.low().orElseThrow()).isCloseTo(0.125, within(1e-12));
    assertThat(power.high().orElseThrow()).isCloseTo(0.5, within(1e-12));
    assertThat(power.verdict()).contains("maker");
    // s = .04: .04 / 1.96 = .020, at most .041.
    assertThat(new MarketPower(2002, 4, 100, 2, 3).power(Producers.Elasticities.USUAL).verdict())
        .contains("taker");
    // s = .2: .2 / 3.6 = .056, .2 / .9 = .22.
    assertThat(new MarketPower(2002, 20, 100, 2, 3).power(Producers.Elasticities.USUAL).verdict())
        .contains("depends");
    assertThat(new MarketPower(2002, 0, 0, 0, 3).power(Producers.Elasticities.USUAL).verdict())
        .isEmpty();
  }

  @Test
  void distanceIsThatOfTheGreatCircle() {
    // A quarter of the way round: 2 pi 6,371.0088 / 4.
    assertThat(Ties.kilometres(0, 0, 0, 90)).isCloseTo(10_007.557, within(0.001));
    assertThat(Ties.kilometres(90, 0, -90, 40)).isCloseTo(Ties.FARTHEST_KM, within(0.1));
    assertThat(Ties.kilometres(12, 34, 12, 34)).isZero();
  }
}
