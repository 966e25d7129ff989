package org.bandung.economy.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.bandung.economy.gravity.Columns.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculationTest {

  private static final double NO = Double.NaN;
  private static final Columns COLUMNS =
      new Columns(
          4,
          Map.of(
              "exporter", new Column.Texts(new int[] {0, 0, 1, 1}, List.of("QMM", "QNN")),
              "importer", new Column.Texts(new int[] {0, 1, 0, 1}, List.of("QMM", "QNN")),
              "year", new Column.Numbers(new double[] {2000, 2000, 2004, 2004}),
              "trade", new Column.Numbers(new double[] {8, 2, 0, 5}),
              "value, USD", new Column.Numbers(new double[] {1, 2, 3, 4}),
              "gap", new Column.Numbers(new double[] {1, NO, 3, 4})));

  private static double[] of(String formula) {
    return new Calculation(COLUMNS, "exporter", "importer")
        .numbers(FormulaReader.read(formula, "/terms/0"), "/terms/0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trade + 1 | 9 3 1 6",
        "2 + 3 * 4 - 6 / 3 | 12 12 12 12",
        "(2 + 3) * -trade | -40 -10 0 -25",
        "border | 0 1 1 0",
        "domestic * trade | 8 0 0 5",
        "trade > 2 and year == 2000 | 1 0 0 0",
        "trade > 2 or year == 2000 | 1 1 0 1",
        "not border | 1 0 0 1",
        "exporter == 'QMM' | 1 1 0 0",
        "importer != \"QMM\" | 0 1 0 1",
        "exporter in ('QNN', 'QPP') | 0 0 1 1",
        "year in (2004, 2008) | 0 0 1 1",
        "if(trade == 0, -1, trade) | 8 2 -1 5",
        "sum(trade) by exporter | 10 10 5 5",
        "sum(trade) by importer, year | 8 2 0 5",
        "max(trade) | 8 8 8 8",
        "count(trade) by year | 2 2 2 2",
        "mean(trade) by year - min(trade) by year | 3 3 2.5 2.5",
        "sum(trade / (sum(trade) by year)) by exporter | 1 1 1 1",
        "log(exp(trade)) | 8 2 0 5",
        "sqrt(trade * trade) | 8 2 0 5",
        "abs(0 - trade) | 8 2 0 5",
        "`value, USD` + sum(`value, USD`) by `year` | 4 5 10 11",
      })
  void calculates(String formula, String expected) {
    var values = expected.split(" ");
    var found = of(formula);

    for (int i = 0; i < 4; i++) {
      assertThat(found[i]).as(formula).isCloseTo(Double.parseDouble(values[i]), within(1e-12));
    }
  }

  @Test
  void whatIsMissingStaysMissing() {
    assertThat(of("gap + 1")[1]).isNaN();
    assertThat(of("gap > 2")[1]).isNaN();
    assertThat(of("sum(gap) by exporter")).containsExactly(NO, NO, 7, 7);
    assertThat(of("log(trade)")[2]).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(of("asinh(trade)")[0]).isCloseTo(Math.log(8 + Math.sqrt(65)), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trade + | formula-ends",
        "log(trade | formula-expected",
        "trade trade | formula-unexpected",
        "trade & 1 | formula-character",
        "lg(trade) | formula-function",
        "log(trade, 2) | formula-arguments",
        "by + 1 | formula-unexpected",
        "sum(trade) by 3 | formula-unexpected",
        "-'QMM' | formula-text",
        "exporter * 2 | not-numbers",
        "exporter == 3 | formula-text-number",
        "tariff | no-name",
        "sum(trade) by region | no-name",
        "() | formula-unexpected",
      })
  void refuses(String formula, String code) {
    assertThatThrownBy(() -> of(formula))
        .isInstanceOfSatisfying(
            Fault.Found.class,
            found -> {
              assertThat(found.faults().getFirst().code()).isEqualTo(code);
              assertThat(found.faults().getFirst().pointer()).isEqualTo("/terms/0");
            });
  }

  @Test
  void refusesWhatIsNestedTooDeepOrTooLong() {
    assertThatThrownBy(() -> of("(".repeat(200) + "1" + ")".repeat(200)))
        .hasMessageContaining("formula-deep");
    assertThatThrownBy(() -> of("1" + " + 1".repeat(400))).hasMessageContaining("too-long");
    assertThatThrownBy(() -> of("--".repeat(300) + "1")).isInstanceOf(Fault.Found.class);
  }
}
