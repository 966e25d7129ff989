package org.bandung.economy.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bandung.economy.preferences.Change;
import org.bandung.economy.preferences.Model;
import org.bandung.economy.scenarios.ScenarioReader.Read;
import org.bandung.kernel.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReaderTest {

  private static final String SMALL =
      """
      {"model": "smart", "about": {"unit": "USD"},
       "flows": [{"exporter": "QNN", "importer": "QMM", "product": "1", "value": 100}],
       "tariffs": [{"importer": "QMM", "percent": 20}],
       "change": {"kind": "preference", "partners": ["QNN"], "margin": 100}}
      """;

  private static Scenario understood(String document) {
    var read = ScenarioReader.read(document.getBytes(StandardCharsets.UTF_8));
    assertThat(read).isInstanceOf(Read.Understood.class);
    return ((Read.Understood) read).scenario();
  }

  private static List<ScenarioFault> faults(String document) {
    var read = ScenarioReader.read(document.getBytes(StandardCharsets.UTF_8));
    assertThat(read).isInstanceOf(Read.Faulty.class);
    return ((Read.Faulty) read).faults();
  }

  @Test
  void whatIsNotStatedIsAssumedAndSaidToBe() {
    var scenario = understood(SMALL);
    assertThat(scenario.assumptions().usual()).isEqualTo(Assumptions.usual(Model.SMART));
    assertThat(scenario.assumptions().assumed()).isEqualTo(Assumptions.ALL);
    assertThat(scenario.change()).isInstanceOf(Change.Preference.class);
    var told =
        understood(SMALL.replace("\"flows\"", "\"elasticities\": {\"demand\": -2}, \"flows\""));
    assertThat(told.assumptions().usual().demand()).isEqualTo(-2);
    assertThat(told.assumptions().assumed()).containsExactly("substitution", "supply");
  }

  @ParameterizedTest
  @ValueSource(strings = {"preference", "area", "union"})
  void examplesAreReadAndWrittenAlike(String name) throws IOException {
    var file = Path.of("docs/examples/economy/" + name + ".json");
    var scenario = understood(Files.readString(file));
    var again = new String(ScenarioWriter.write(scenario), StandardCharsets.UTF_8);
    assertThat(understood(again)).isEqualTo(scenario);
  }

  @Test
  void aWrongNameIsToldWithTheOneThatWasMeant() {
    var fault = faults(SMALL.replace("\"margin\"", "\"margn\"")).getFirst();
    assertThat(fault.pointer()).isEqualTo("/change/margn");
    assertThat(fault.told("en")).isEqualTo("“margn” is not known here. Did you mean “margin”?");
  }

  @Test
  void allFaultsAreToldEachInItsPlace() {
    var faults =
        faults(
            """
            {"model": "smrt", "flows": [{"exporter": "Q N", "importer": "QMM", "value": "1"},
             {"importer": "QMM", "value": -1}], "tariffs": {"file": "../x.csv"},
             "change": {"kind": "customs-union", "members": ["QMM"], "external": "mean"},
             "elasticities": {"demand": 1, "supply": 0}, "sensitivity": {"supply": [1]}}
            """);
    assertThat(faults)
        .extracting(ScenarioFault::pointer)
        .contains(
            "/model",
            "/flows/0/exporter",
            "/flows/0/value",
            "/flows/1/exporter",
            "/flows/1/value",
            "/about/unit",
            "/tariffs/file",
            "/change/members",
            "/change/external",
            "/elasticities/demand",
            "/elasticities/supply",
            "/sensitivity/supply");
    var messages = Messages.of("scenarios");
    assertThat(faults).allSatisfy(f -> assertThat(messages.has("fault." + f.code())).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                     | not-json
          nothing                               | not-json
          [1, 2                                 | not-json
          {"model": "smart", "model": "gsim"}   | not-json
          {} {}                                 | not-json
          [[[[[[[[[[1]]]]]]]]]]                 | too-deep
          []                                    | not-object
          {"name": 1e999999999}                 | not-text
          """)
  void whatIsNoScenarioIsRefused(String document, String code) {
    assertThat(faults(document)).extracting(ScenarioFault::code).contains(code);
  }

  @Test
  void hugeDocumentsAndNumbersAreRefused() {
    assertThat(ScenarioReader.read(new byte[ScenarioReader.LARGEST + 1]))
        .isInstanceOf(Read.Faulty.class);
    assertThat(faults(SMALL.replace("100}]", "1" + "0".repeat(60) + "}]")).getFirst().code())
        .isEqualTo("too-deep");
    assertThat(faults(SMALL.replace("100}]", "1e30}]")).getFirst().code())
        .isEqualTo("out-of-range");
    var many = "\"A\",".repeat(ScenarioText.MOST_CODES) + "\"B\"";
    assertThat(faults(SMALL.replace("\"QNN\"]", many + "]")).getFirst().code())
        .isEqualTo("too-many");
  }

  @Test
  void whatIsSaidTwiceIsRefused() {
    var flow = "{\"exporter\": \"QNN\", \"importer\": \"QMM\", \"product\": \"1\", \"value\": 7}";
    assertThat(faults(SMALL.replace("100}]", "100}, " + flow + "]")))
        .extracting(ScenarioFault::pointer, ScenarioFault::code)
        .containsExactly(org.assertj.core.api.Assertions.tuple("/flows/1", "twice"));
  }

  @Test
  void aMemberThatTradesWithNobodyIsASlip() {
    var result = ScenarioRun.run(understood(SMALL.replace("[\"QNN\"]", "[\"QNN\", \"QNM\"]")));
    assertThat(((ScenarioRun.Result.Faulty) result).faults())
        .extracting(f -> f.told("en"))
        .containsExactly("QNM trades with nobody in this scenario.");
  }

  @Test
  void aDatasetNeedsItsYear() {
    var dataset = SMALL.replaceFirst("\\[\\{\"exporter[^]]*]", "{\"dataset\": \"baci\"}");
    assertThat(faults(dataset)).extracting(ScenarioFault::pointer).containsExactly("/flows/year");
    assertThat(understood(dataset.replace("\"baci\"", "\"baci\", \"year\": 2021")).trade())
        .isInstanceOf(Scenario.Trade.InDataset.class);
  }
}
