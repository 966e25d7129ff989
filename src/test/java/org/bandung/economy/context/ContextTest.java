package org.bandung.economy.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.bandung.economy.Dependences;
import org.bandung.economy.Wish;
import org.bandung.economy.context.CoveredTrade.Agreement;
import org.bandung.economy.context.TariffLevels.Rate;
import org.bandung.exchange.observations.ObservationsUnderTest;
import org.bandung.observations.Observations;
import org.bandung.observations.WorldSeries;
import org.bandung.observations.WorldTrade;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// What stands beside trade, on numbers small enough to be added up by hand.
class ContextTest {

  private static final String TRADE =
      """
      2012 QNN QMM - 100 exports
      2012 QNN QXX - 300 exports
      2012 QMM QNN - 50 exports
      2012 QXX QNN - 150 exports
      2016 QNN QMM - 200 exports
      2016 QNN QXX - 500 exports
      2016 QNN QPP - 300 exports
      2016 QMM QNN - 100 exports
      2016 QXX QNN - 300 exports
      2020 QNN QMM - 10 exports
      2012 QMM QPP Pact_of_the_Bay 7 agreement
      2016 QNN QMM Pact_of_the_Bay 7 agreement
      2016 QMM QNN Pact_of_the_Bay 7 agreement
      2016 QPP QNN Pact_of_the_Bay 7 agreement
      """;

  @TempDir static Path folder;

  private static TestDatabase database;
  private static AnnotationConfigApplicationContext house;

  @BeforeAll
  static void aNodeWithSeries() {
    database = TestDatabase.create();
    var reference = InventedWorld.reference();
    var node = new ObservationsUnderTest(database, folder.resolve("observations"), reference);
    WorldTrade.receive(
        node.observations(),
        WorldTrade.about(
            "bilateral-totals", "Totals", "USD", Map.of("agreement", "number"), "agreements"),
        "totals.csv",
        "exports",
        TRADE);
    WorldSeries.receive(node.observations());
    house = new AnnotationConfigApplicationContext();
    house.registerBean(Observations.class, node::observations);
    house.registerBean(Reference.class, () -> reference);
    house.scan("org.bandung.economy");
    house.refresh();
  }

  @AfterAll
  static void close() {
    house.close();
    database.close();
  }

  private static AgreementsInForce.Coverage coverage(Wish wish) {
    return house.getBean(AgreementsInForce.class).of("QNN", wish).orElseThrow();
  }

  /// In 2016: 200 to QMM and 300 to QPP of 1,000; 100 from QMM of 400. The pact is told from either
  /// side. In 2012 the data know agreements, but none of QNN: nothing is covered.
  @Test
  void agreementsOfTheDataCoverWhatIsTradedWithinThem() {
    var years = coverage(Wish.USUAL).years();

    assertThat(years).extracting(CoveredTrade::year).containsExactly(2012, 2016);
    assertThat(years.getFirst().ofExports()).hasValue(0);
    assertThat(years.getLast().ofExports()).hasValue(0.5);
    assertThat(years.getLast().ofImports()).hasValue(0.25);
    assertThat(years.getLast().agreements())
        .containsExactly(new Agreement("Pact of the Bay", 2, 500, 100));
  }

  /// The community of the reference data has QMM, QNN and QOO. Of 2020 no import is known.
  @Test
  void areasOfTheReferenceDataStandBesideThem() {
    var areas = coverage(Wish.USUAL).areas();

    assertThat(areas).extracting(CoveredTrade::year).containsExactly(2012, 2016, 2020);
    assertThat(areas.get(1).agreements()).containsExactly(new Agreement("COMM", 2, 200, 100));
    assertThat(areas.get(1).ofExports()).hasValue(0.2);
    assertThat(areas.get(1).ofImports()).hasValue(0.25);
    assertThat(areas.getLast().ofImports()).isEmpty();
  }

  @Test
  void aListOfParticipantsKeepsItsOwnYear() {
    var global = coverage(new Wish("", OptionalInt.of(2016), "")).globally().orElseThrow();

    assertThat(global.listed()).isEqualTo(2025);
    assertThat(global.stage()).isEqualTo("participant");
    assertThat(global.trade().year()).isEqualTo(2016);
    assertThat(global.trade().ofExports()).hasValue(0.3); // to QPP
    var outside = house.getBean(AgreementsInForce.class).of("QXX", Wish.USUAL).orElseThrow();
    assertThat(outside.globally().orElseThrow().stage()).isEmpty();
    assertThat(outside.globally().orElseThrow().trade().agreements()).isEmpty();
  }

  @Test
  void twoCountriesSeeTheirAgreementsYearByYear() {
    var years =
        house
            .getBean(AgreementsInForce.class)
            .between("QNN", "QMM", Wish.USUAL)
            .orElseThrow()
            .years();

    assertThat(years.get(0).agreements()).isEmpty();
    assertThat(years.get(0).told()).isTrue();
    assertThat(years.get(0).areas()).containsExactly("COMM");
    assertThat(years.get(1).agreements()).containsExactly("Pact of the Bay");
    assertThat(years.get(1).ofExports()).hasValue(0.2);
    assertThat(years.get(2).told()).isFalse(); // of 2020 the data say nothing
    assertThat(
            house
                .getBean(AgreementsInForce.class)
                .between("QNN", "QRR", Wish.USUAL)
                .orElseThrow()
                .years()
                .get(1)
                .exports())
        .isEmpty();
  }

  /// The output of 2018 and 2021 is held, trade of 2012, 2016 and 2020: no year of both.
  @Test
  void opennessNeedsTradeAndOutputOfOneYear() {
    var told = house.getBean(Output.class).of("QNN", Wish.USUAL).orElseThrow();

    assertThat(told.years()).isEmpty();
    assertThat(told.told())
        .extracting(f -> f.question() + " " + f.year() + " " + f.value() + " " + f.unit())
        .containsExactly(
            "gdp-current 2021 5.0 million USD",
            "output 2019 5.0 million USD of 2017",
            "population 2019 1.2 million persons");
    assertThat(
            house
                .getBean(Output.class)
                .of("QNN", new Wish("", OptionalInt.of(2018), ""))
                .orElseThrow()
                .told())
        .extracting(Output.Figure::year)
        .containsExactly(2018, 2018);
    assertThat(house.getBean(Output.class).of("QRR", Wish.USUAL)).isEmpty();
  }

  @Test
  void opennessIsBothWaysOverOutput() {
    var some = OptionalDouble.of(1000);

    assertThat(new Output.Openness(2016, some, OptionalDouble.of(400), 2000).share()).hasValue(0.7);
    assertThat(new Output.Openness(2016, some, OptionalDouble.empty(), 2000).share()).isEmpty();
    assertThat(new Output.Openness(2016, some, some, 0).share()).isEmpty();
    assertThat(Units.dollars("million USD of 2017")).isEmpty();
    assertThat(Units.dollars("thousand USD")).hasValue(1000);
  }

  @Test
  void averagesOfTariffsAreThoseOfAllProducts() {
    var levels = house.getBean(TariffLevels.class).of("QNN", Wish.USUAL).orElseThrow();

    assertThat(levels.years()).hasSize(2);
    var last = levels.years().getLast();
    assertThat(last.simple()).hasValue(12.5);
    assertThat(last.weighted()).hasValue(9); // not 3, which is that of fuels
    assertThat(last.highest()).isEmpty();
    assertThat(last.free()).hasValue(30);
    assertThat(levels.rates())
        .extracting(r -> r.series() + " " + r.year() + " " + r.number() + " " + r.mean())
        .containsExactly("applied-simple-average 2021 1 2.5", "mfn-simple-average 2021 1 10.0");
  }

  @Test
  void aRateOfItsOwnStandsBeforeThatForAll() {
    var levels = house.getBean(TariffLevels.class);

    assertThat(levels.between("QNN", "QPP", Wish.USUAL))
        .extracting(Rate::exporter, Rate::percent)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("QPP", 2.5),
            org.assertj.core.api.Assertions.tuple("", 10.0));
    assertThat(levels.between("QNN", "QXX", Wish.USUAL))
        .extracting(Rate::percent)
        .containsExactly(10.0);
    assertThat(levels.between("QNN", "QXX", new Wish("", OptionalInt.of(2020), ""))).isEmpty();
    assertThat(levels.between("QXX", "QNN", Wish.USUAL)).isEmpty();
  }

  /// Nothing of 2016 is in the summaries; of invented values 2021 there is no trade here.
  @Test
  void onlyTheSameYearIsCompared() {
    var dependence = house.getBean(Dependences.class).of("QNN", Wish.USUAL).orElseThrow();

    assertThat(house.getBean(Summaries.class).of(dependence, "USD")).isEmpty();
  }

  @Test
  void differencesOfValuesAreRelativeAndThoseOfSharesAreNot() {
    assertThat(
            new Summaries.Check("exports", "", OptionalDouble.of(1000), 1250)
                .difference()
                .orElseThrow())
        .isCloseTo(-0.2, within(1e-12));
    assertThat(
            new Summaries.Check("export-share", "QXX", OptionalDouble.of(0.5), 0.7)
                .difference()
                .orElseThrow())
        .isCloseTo(-0.2, within(1e-12));
    assertThat(new Summaries.Check("exports", "", OptionalDouble.of(1), 0).difference()).isEmpty();
    assertThat(new Summaries.Check("imports", "", OptionalDouble.empty(), 5).difference())
        .isEmpty();
  }
}
