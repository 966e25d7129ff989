package org.bandung.economy.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bandung.kernel.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Published figures of the Advanced Guide, chapter 2: trade without borders in 2006 (application
/// 1) and what an agreement of 1994 brought (application 2).
@Tag("corpus")
class PublishedEquilibriumTest {

  private static final String DATA = "data/trade/agtpa_manufacturing_1986_2006.csv.gz";
  private static final String WITHOUT_BORDER =
      """
      "year": 2006, "flow": "trade", "terms": ["log(dist)", "cntg", "border"],
      "fixedEffects": ["exporter", "importer"], "errors": "hc0-n",
      "sigma": 7, "reference": "DEU", "remove": {"terms": ["border"]}
      """;

  @TempDir Path folder = Path.of("");

  private Comparison compare(String rest) throws IOException {
    var spec = folder.resolve("spec.json");
    Files.writeString(spec, "{\"data\": \"%s\", %s}".formatted(Corpus.data(DATA), rest));
    return switch (Gravity.counterfactual(spec)) {
      case Gravity.CaseOutcome.Compared(var comparison) -> comparison;
      case Gravity.CaseOutcome other -> throw new AssertionError(other);
    };
  }

  @Test
  void theEquationOfApplicationOne() throws IOException {
    var estimate = compare(WITHOUT_BORDER).estimate();
    double[][] published = {
      {-.7912879, .0501494}, {.6736456, .1073719}, {-2.47445, .1193816},
    };

    assertThat(estimate.rows().used()).isEqualTo(4_761);
    assertThat(estimate.fit().deviance()).isCloseTo(4_542_202, within(0.5));
    assertThat(estimate.fit().logLikelihood()).isCloseTo(-2_284_121.5, within(0.05));
    assertThat(estimate.fit().squaredCorrelation()).isCloseTo(.99450921, within(5e-9));
    for (int k = 0; k < published.length; k++) {
      var found = estimate.coefficients().get(k);
      assertThat(found.estimate()).as(found.term()).isCloseTo(published[k][0], within(6e-7));
      assertThat(found.standardError()).as(found.term()).isCloseTo(published[k][1], within(6e-7));
    }
  }

  @Test
  void sixtyNineCountriesOfApplicationOne() throws IOException {
    var comparison = compare(WITHOUT_BORDER);
    var lines =
        Files.readAllLines(
            Corpus.data("data/economy-tests/expected_ge_trade_without_border_2006.csv"));

    assertThat(comparison.solved()).isTrue();
    assertThat(comparison.countries()).hasSize(69);
    assertThat(lines).hasSize(70);
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.replace("\"", "").split(",", -1);
      var found =
          comparison.countries().stream()
              .filter(c -> c.country().equals(cells[0]))
              .findFirst()
              .orElseThrow();
      double[] values = {
        found.exportsConditional(),
        found.exportsFull(),
        found.price(),
        found.inwardResistance(),
        found.realIncome(),
        found.output()
      };
      for (int k = 0; k < values.length; k++) {
        assertThat(values[k])
            .as(cells[0] + ", column " + k)
            .isCloseTo(Double.parseDouble(cells[k + 1]), within(1e-4));
      }
    }
  }

  @Test
  void noCountryIsToldByASingleNumber() throws IOException {
    var comparison = compare(WITHOUT_BORDER);

    assertThat(comparison.sensitivity())
        .extracting(Comparison.Alternative::kind)
        .containsExactly("sigma", "sigma", "coefficient", "coefficient", "closure");
    assertThat(comparison.countries())
        .allSatisfy(c -> {
          assertThat(c.realIncomeLow()).isLessThan(c.realIncome());
          assertThat(c.realIncomeHigh()).isGreaterThan(c.realIncome());
        });
  }

  @Test
  void whatAnAgreementOf1994Brought() throws IOException {
    var comparison =
        compare(
            """
            "years": [1986, 1990, 1994, 1998, 2002, 2006], "flow": "trade", "terms": ["rta"],
            "fixedEffects": [["exporter", "year"], ["importer", "year"], "pair_id * border"],
            "errors": "hc0-n", "baseYear": 1994, "sigma": 7, "reference": "DEU",
            "costs": ["log(dist)", "cntg", "lang", "clny"], "measure": "contribution",
            "remove": {"agreements": [{"term": "rta", "members": ["CAN", "MEX", "USA"]}]}
            """);

    assertThat(comparison.estimate().coefficients().getFirst().estimate())
        .isCloseTo(.5571853, within(5.1e-8));
    assertThat(comparison.estimate().rows().used()).isEqualTo(28_482);
    assertThat(comparison.estimate().rows().onlyZeros()).isEqualTo(84);
    assertThat(comparison.estimate().inference().parameters()).isEqualTo(3_162);
    assertThat(comparison.filledPairs()).isEqualTo(14);
    assertThat(realIncome(comparison, "CAN")).isCloseTo(3.4034, within(5.1e-5));
    assertThat(realIncome(comparison, "MEX")).isCloseTo(3.8101, within(5.1e-5));
    assertThat(realIncome(comparison, "USA")).isCloseTo(.3346, within(5.1e-5));
  }

  private static double realIncome(Comparison comparison, String country) {
    return comparison.countries().stream()
        .filter(c -> c.country().equals(country))
        .findFirst()
        .orElseThrow()
        .realIncome();
  }
}
