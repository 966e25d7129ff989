package org.bandung.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.statistics.counting.Facts.fact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.facts.Fact;
import org.bandung.statistics.indicators.Indicated;
import org.bandung.statistics.indicators.Indicator;
import org.bandung.statistics.indicators.IndicatorCatalogue;
import org.bandung.statistics.indicators.Indicators;
import org.bandung.statistics.indicators.Indicators.Outcome;
import org.junit.jupiter.api.Test;

/// Indicators of a small world, worked out by hand.
class IndicatorsTest {

  /// Two bilateral initiatives and a triangular one; Meridia gives 100.00 of 200.00 budgeted in
  /// 2018 and 50.00 of a budget nobody told in 2019; the triangular one tells no money.
  private static final List<Fact> WORLD =
      List.of(
          fact("a")
              .side("QMM", "provider")
              .side("QNN", "recipient")
              .years(2018, 2018)
              .given("100.00", "USD", 2018, "QMM", "QNN")
              .flow("budget", "200.00", "USD", 2018, "QMM", "QNN")
              .build(),
          fact("b")
              .side("QMM", "provider")
              .side("QOO", "recipient")
              .years(2019, 2019)
              .given("50.00", "USD", 2019, "QMM", "QOO")
              .build(),
          fact("c")
              .side("QMM", "dual")
              .side("QNN", "dual")
              .modality("triangular")
              .years(2019, 2019)
              .build());

  private static final Indicators INDICATORS =
      new Indicators(
          IndicatorCatalogue.shipped(),
          new QuestionText(reference()),
          CounterTest.counter(WORLD)::count);

  /// The shipped schemes with the countries of the invented world added.
  private static Reference reference() {
    try {
      var world = Path.of("src/test/resources/reference-world");
      var folder = Files.createTempDirectory("bandung-indicators");
      for (var file :
          List.of(
              "countries",
              "country-names",
              "regions",
              "status",
              "groupings",
              "memberships",
              "categories")) {
        Files.copy(world.resolve(file + ".csv"), folder.resolve(file + ".csv"));
      }
      Files.writeString(
          folder.resolve("status-schemes.csv"),
          Files.readString(world.resolve("status-schemes.csv")).replace(",true,", ",false,"));
      return Reference.shipped(new ReferenceSettings(Optional.of(folder), "world"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome outcome(Indicator indicator, Map<String, String> asked) {
    return INDICATORS.ask(indicator, asked::get);
  }

  private static Indicated ask(String code, Map<String, String> asked) {
    return ((Outcome.Calculated) outcome(INDICATORS.catalogue().find(code).orElseThrow(), asked))
        .table();
  }

  private static Optional<BigDecimal> at(Indicated told, String row) {
    return told.figure(row, null);
  }

  @Test
  void aShareIsItsPartOfTheWhole() {
    var told = ask("share-triangular", Map.of("rows", "year"));

    assertThat(told.figure(null, null)).contains(new BigDecimal("33.3")); // 1 of 3
    assertThat(at(told, "2018")).contains(new BigDecimal("0.0")); // 0 of 1: truly none
    assertThat(at(told, "2019")).contains(new BigDecimal("50.0")); // 1 of 2
    assertThat(told.above("2019", null)).contains(BigDecimal.ONE);
    assertThat(told.below("2019", null)).contains(BigDecimal.TWO);
  }

  @Test
  void aRatioNeedsBothSides() {
    var told = ask("execution-rate", Map.of("rows", "year", "in", "USD"));

    assertThat(at(told, "2018")).contains(new BigDecimal("50.0")); // 100 of 200
    assertThat(at(told, "2019")).isEmpty(); // no budget is not a budget of zero
    assertThat(told.rows()).contains("2018", "2019");
  }

  @Test
  void aMeanIsOverThoseThatReport() {
    var told = ask("mean-given", Map.of("in", "USD"));

    assertThat(told.figure(null, null)).contains(new BigDecimal("75.00")); // 150 by a and b
  }

  @Test
  void byYearDividesByTheYearsThatWereAskedFor() {
    assertThat(
            ask("given-yearly", Map.of("in", "USD", "year", "2017,2018,2019")).figure(null, null))
        .contains(new BigDecimal("50.00")); // 150 by three years
    assertThat(ask("given-yearly", Map.of("in", "USD")).figure(null, null)).isEmpty();
    var byYear = ask("given-yearly", Map.of("in", "USD", "year", "2018,2019", "rows", "year"));
    assertThat(at(byYear, "2018")).contains(new BigDecimal("100.00")); // a year is one year
    assertThat(byYear.figure(null, null)).contains(new BigDecimal("75.00"));
  }

  @Test
  void aPartOfWhichNobodyReportsAFigureIsNotNone() {
    var triangular = own("share(given; modality=triangular)");
    var regional = own("share(given; modality=regional)");

    assertThat(calculated(triangular).figure(null, null)).isEmpty(); // c tells no money
    assertThat(calculated(regional).figure(null, null)).contains(new BigDecimal("0.0"));
    assertThat(
            calculated(own("ratio(initiatives[modality=regional]; initiatives)"))
                .figure(null, null))
        .contains(new BigDecimal("0.0")); // there is none: that is counted
  }

  private static Indicator own(String formula) {
    return new Indicator(
        "x",
        LocalizedText.of("en", "X"),
        LocalizedText.EMPTY,
        formula,
        Indicator.Unit.PERCENT,
        List.of(Dimension.YEAR),
        "",
        new Indicator.Source(Indicator.Certainty.OURS, "", ""));
  }

  private static Indicated calculated(Indicator indicator) {
    return ((Outcome.Calculated) outcome(indicator, Map.of("in", "USD"))).table();
  }

  @Test
  void whatIsAskedNarrowsEveryOperand() {
    assertThat(ask("share-dual", Map.of("country", "QNN")).figure(null, null))
        .contains(new BigDecimal("50.0")); // c of a and c
    assertThat(ask("share-triangular", Map.of("modality", "bilateral")).figure(null, null))
        .contains(new BigDecimal("0.0")); // none of the bilateral ones
    assertThat(ask("share-triangular", Map.of("country", "QYY")).figure(null, null)).isEmpty();
  }

  @Test
  void aDimensionThatItIsNotBrokenDownByIsAFault() {
    var narrow =
        new Indicator(
            "x",
            LocalizedText.of("en", "X"),
            LocalizedText.EMPTY,
            "initiatives",
            Indicator.Unit.NUMBER,
            List.of(Dimension.YEAR),
            "",
            new Indicator.Source(Indicator.Certainty.OURS, "", ""));

    assertThat(outcome(narrow, Map.of("rows", "sector"))).isInstanceOf(Outcome.Faulty.class);
    assertThat(outcome(narrow, Map.of("rows", "year"))).isInstanceOf(Outcome.Calculated.class);
    assertThat(outcome(narrow, Map.of("rows", "year", "country", "Atlantis")))
        .isInstanceOf(Outcome.Faulty.class);
  }
}
