package org.bandung.economy.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GravityTest {

  private static final Path EXAMPLES = Path.of("docs/examples/economy");

  @TempDir Path folder = Path.of("");

  private Path spec(String json) throws IOException {
    return Files.writeString(folder.resolve("spec.json"), json.replace('\'', '"'));
  }

  private Path world(String rest) throws IOException {
    Files.copy(EXAMPLES.resolve("trade.csv"), folder.resolve("trade.csv"));
    return spec("{'data': 'trade.csv', 'flow': 'trade', " + rest + "}");
  }

  private static Comparison compared(Path spec) {
    return switch (Gravity.counterfactual(spec)) {
      case Gravity.CaseOutcome.Compared(var comparison) -> comparison;
      case Gravity.CaseOutcome other -> throw new AssertionError(other);
    };
  }

  private static List<Fault> refused(Path spec) {
    return switch (Gravity.counterfactual(spec)) {
      case Gravity.CaseOutcome.Refused(var faults) -> faults;
      case Gravity.CaseOutcome other -> throw new AssertionError(other);
    };
  }

  @Test
  void theExampleOfTheDocumentsIsEstimated() {
    var outcome = Gravity.estimate(EXAMPLES.resolve("gravity.json"));

    assertThat(outcome).isInstanceOf(Gravity.Outcome.Estimated.class);
    var estimate = ((Gravity.Outcome.Estimated) outcome).estimate();
    assertThat(estimate.fit().converged()).isTrue();
    assertThat(estimate.rows().used()).isEqualTo(8 * 8 * 3);
    assertThat(estimate.data().years()).containsExactly(2000, 2004, 2008);
    assertThat(estimate.effects())
        .extracting(Estimate.Effect::levels)
        .containsExactly(8 * 3, 8 * 3);
    assertThat(estimate.inference().clusters().getFirst().levels()).isEqualTo(36);
    assertThat(estimate.formula())
        .isEqualTo(
            "trade ~ log(distance) + language + agreement + border"
                + " | exporter x year + importer x year");
  }

  @Test
  void theExampleOfTheDocumentsIsCompared() {
    var comparison = compared(EXAMPLES.resolve("counterfactual.json"));

    assertThat(comparison.solved()).isTrue();
    assertThat(comparison.filledPairs()).isPositive();
    assertThat(comparison.measure()).isEqualTo("contribution");
    assertThat(comparison.changed()).containsExactly("agreement = 0: QMM, QNN, QOO");
    for (var country : comparison.countries()) {
      boolean member = List.of("QMM", "QNN", "QOO").contains(country.country());
      assertThat(country.realIncome() > 0).as(country.country()).isEqualTo(member);
      assertThat(country.realIncomeLow()).isLessThanOrEqualTo(country.realIncome());
      assertThat(country.realIncomeHigh()).isGreaterThanOrEqualTo(country.realIncome());
    }
    var reference = comparison.countries().getLast();
    assertThat(reference.country()).isEqualTo("QTT");
    assertThat(reference.inwardResistance()).isCloseTo(0, within(1e-9));
    assertThat(comparison.sensitivity())
        .extracting(Comparison.Alternative::kind)
        .containsExactly("sigma", "sigma", "sigma", "coefficient", "coefficient", "closure");
  }

  /// Removing what an agreement brings and adding it again are two sides of one thing.
  @Test
  void aChangeIsTheInverseOfAContribution() throws IOException {
    var rest =
        """
        'years': [2008], 'terms': ['log(distance)', 'agreement', 'border'], 'closure': 'balanced',
        'fixedEffects': ['exporter', 'importer'],
        'remove': {'agreements': [{'term': 'agreement', 'where': 'year == 2008 and border'}]}
        """;
    var change = compared(world(rest));
    Files.delete(folder.resolve("trade.csv"));
    var other = compared(world(rest + ", 'measure': 'contribution'"));

    for (int i = 0; i < change.countries().size(); i++) {
      double factor = 1 + change.countries().get(i).realIncome() / 100;
      double inverse = 1 + other.countries().get(i).realIncome() / 100;
      assertThat(factor * inverse).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void anAgreementThatIsNotThereYetCanBeAdded() throws IOException {
    var comparison =
        compared(
            world(
                """
                'years': [2008], 'terms': ['log(distance)', 'agreement', 'border'],
                'fixedEffects': ['exporter', 'importer'], 'closure': 'balanced',
                'add': {'agreements': [{'term': 'agreement', 'members': ['QMM', 'QTT']}]}
                """));

    var gains =
        comparison.countries().stream()
            .filter(c -> c.realIncome() > 0)
            .map(Comparison.Country::country)
            .toList();
    assertThat(gains).containsExactly("QMM", "QTT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'remove': {'terms': 'border'} | /baseYear | base-year",
        "'remove': {'terms': 'border'}, 'baseYear': 1999 | /baseYear | no-year",
        "'remove': {'terms': 'border'}, 'years': 1999 | /years | no-year",
        "'remove': {'terms': 'border'}, 'years': 2008, 'reference': 'QMN' | /reference | no-country",
        "'years': 2000, 'remove': {'agreements': [{'term': 'agreement', 'members': ['QMM', 'QNN']}]} "
            + "| /remove | nothing-changed",
        "'years': 2008, 'remove': {'agreements': [{'term': 'agreement', 'members': ['QMM', 'XYZ']}]} "
            + "| /remove/agreements/0/members | no-country",
        "'years': 2008, 'remove': {'terms': 'border'}, 'filter': 'trade < 100' "
            + "| /data | pair-missing",
        "'years': 2008, 'remove': {'terms': 'border'}, 'yearColumn': 'exporter' "
            + "| /yearColumn | not-numbers",
        "'baseYear': 2008, 'remove': {'terms': 'agreement'}, "
            + "'fixedEffects': ['exporter', 'importer', 'pair * border'] | /costs | costs-needed",
      })
  void refusesComparisonsThatCannotBe(String rest, String pointer, String code) throws IOException {
    var spec =
        world(
            "'terms': ['log(distance)', 'agreement', 'border']"
                + (rest.contains("fixedEffects")
                    ? ""
                    : ", 'fixedEffects': ['exporter', 'importer']")
                + ", "
                + rest);

    assertThat(refused(spec))
        .extracting(Fault::pointer, Fault::code)
        .contains(org.assertj.core.groups.Tuple.tuple(pointer, code));
  }

  @Test
  void theColumnOfYearsMayHaveAnotherName() throws IOException {
    Files.writeString(
        folder.resolve("x.csv"),
        "exporter,importer,time,y\nQMM,QNN,1,2\nQNN,QMM,1,3\nQMM,QNN,2,9\nQNN,QMM,2,5\n");
    var spec = spec("{'data': 'x.csv', 'year': 'time', 'years': 2, 'flow': 'y', 'terms': []}");

    var estimate = ((Gravity.Outcome.Estimated) Gravity.estimate(spec)).estimate();

    assertThat(estimate.data().years()).containsExactly(2);
    // the constant is the logarithm of the mean flow
    assertThat(estimate.coefficients().getFirst().estimate()).isCloseTo(Math.log(7), within(1e-9));
  }

  @Test
  void refusesNegativeFlowsAndFlowsOfZero() throws IOException {
    Files.writeString(folder.resolve("x.csv"), "exporter,importer,y\nQMM,QNN,-1\nQNN,QMM,3\n");
    var negative = spec("{'data': 'x.csv', 'flow': 'y', 'terms': []}");
    assertThat(Gravity.estimate(negative).toString()).contains("flow-negative");
    var zero = spec("{'data': 'x.csv', 'flow': 'y * 0', 'terms': []}");
    assertThat(Gravity.estimate(zero).toString()).contains("flow-zero");
    var none = spec("{'data': 'x.csv', 'flow': 'y', 'terms': [], 'filter': 'y > 9'}");
    assertThat(Gravity.estimate(none).toString()).contains("too-few-rows");
  }

  @Test
  void everyRowThatIsLeftOutIsCounted() throws IOException {
    Files.writeString(
        folder.resolve("x.csv"),
        """
        exporter,importer,year,y,d
        QMM,QMM,2000,9,1
        QMM,QNN,2000,1,2
        QNN,QMM,2000,3,4
        QNN,QOO,2000,3,NA
        QOO,QMM,2000,2,3
        QOO,QNN,2000,0,0
        QMM,QOO,2000,5,7
        QMM,QOO,1999,5,7
        """);
    var spec =
        spec(
            """
            {'data': 'x.csv', 'years': 2000, 'flow': 'y', 'terms': ['log(d)'],
             'domestic': 'exclude', 'filter': 'y < 5'}
            """);

    var rows = ((Gravity.Outcome.Estimated) Gravity.estimate(spec)).estimate().rows();

    assertThat(rows).isEqualTo(new Estimate.Rows(8, 3, 1, 1, 1, 2, 0, 0));
  }
}
