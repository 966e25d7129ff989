package org.bandung.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bandung.economy.preferences.Flow;
import org.bandung.economy.preferences.Level;
import org.bandung.economy.preferences.Measure;
import org.bandung.economy.preferences.Rate;
import org.bandung.economy.scenarios.NodeTariffs;
import org.bandung.economy.scenarios.NodeTrade;
import org.bandung.economy.scenarios.Scenario;
import org.bandung.economy.scenarios.Scenario.Tariffs;
import org.bandung.economy.scenarios.ScenarioFacts;
import org.bandung.economy.scenarios.ScenarioFault;
import org.bandung.economy.scenarios.ScenarioLookup;
import org.bandung.economy.scenarios.ScenarioReader;
import org.bandung.economy.scenarios.ScenarioReader.Read;
import org.bandung.economy.scenarios.ScenarioRun;
import org.bandung.economy.scenarios.ScenarioRun.Result;
import org.bandung.economy.scenarios.ScenarioWords;
import org.bandung.economy.scenarios.ScenarioWriter;
import org.bandung.exchange.observations.ObservationsUnderTest;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tariffs of a scenario from a file of the user's own, invented figures under real codes.
class NodeTariffsTest {

  @TempDir static Path folder;

  private static ObservationsUnderTest node;
  private static ScenarioLookup lookup;
  private static NodeTariffs tariffs;

  @BeforeAll
  static void aNodeWithTariffs() throws IOException {
    node = new ObservationsUnderTest(folder.resolve("observations"));
    node.run(
        "tariffs",
        Files.writeString(
            folder.resolve("tariffs.csv"),
            """
            Reporter,Partner,Product,Tariff Year,DutyType,Simple Average,Weighted Average
            UGA,000,071333,2021,MFN,20,18
            UGA,KEN,071333,2021,AHS,0,0
            UGA,THA,071333,2021,AHS,20,20
            UGA,000,100630,2021,MFN,75,60
            UGA,KEN,100630,2021,MFN,70,60
            UGA,KEN,100630,2021,BND,80,80
            UGA,000,071333,2019,MFN,25,25
            RWA,000,071333,2021,MFN,25,25
            """));
    var sources = new EconomySources(node.observations());
    var reference = Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad"));
    tariffs = new NodeTariffs(node.observations(), sources);
    lookup =
        new ScenarioLookup(
            new NodeTrade(node.observations(), sources, new Sums(reference)), tariffs);
  }

  @AfterAll
  static void close() {
    node.close();
  }

  private static Scenario scenario(String rates) {
    var document =
        """
        {"model": "smart", "about": {"unit": "USD", "year": 2021, "source": "invented",
          "tariffs": "as the customs office says"},
         "flows": [
           {"exporter": "KEN", "importer": "UGA", "product": "071333", "value": 1000},
           {"exporter": "THA", "importer": "UGA", "product": "071333", "value": 600},
           {"exporter": "THA", "importer": "UGA", "product": "100630", "value": 400},
           {"exporter": "THA", "importer": "UGA", "product": "080111", "value": 50}],
         "tariffs": %s,
         "change": {"kind": "preference", "importers": ["UGA"], "partners": ["THA"], "margin": 100}}
        """
            .formatted(rates);
    return ((Read.Understood) ScenarioReader.read(document.getBytes(StandardCharsets.UTF_8)))
        .scenario();
  }

  private static List<Rate> rates(Scenario scenario) {
    return ((Tariffs.Inline) scenario.tariffs()).rates();
  }

  @Test
  void theFirstSeriesThatStatesARateHoldsAndOthersFillIn() {
    var looked = lookup.look(scenario("{\"dataset\": \"tariffs\", \"year\": 2021}"));

    assertThat(looked.faults()).isEmpty();
    assertThat(rates(looked.scenario()))
        .containsExactlyInAnyOrder(
            new Rate("UGA", "KEN", "071333", 0),
            new Rate("UGA", "THA", "071333", 20),
            new Rate("UGA", "", "071333", 20),
            new Rate("UGA", "", "100630", 75),
            new Rate("UGA", "KEN", "100630", 70));
  }

  @Test
  void statedRatesHoldBeforeThoseOfTheDataset() {
    var looked =
        lookup.look(
            scenario(
                """
                {"dataset": "tariffs", "series": ["mfn-weighted-average"], "year": 2021,
                 "rates": [{"importer": "UGA", "product": "100630", "percent": 30}]}
                """));

    assertThat(rates(looked.scenario()))
        .containsExactlyInAnyOrder(
            new Rate("UGA", "", "100630", 30),
            new Rate("UGA", "", "071333", 18),
            new Rate("UGA", "KEN", "100630", 60));
  }

  /// Beans of 600 under 20 %, rice of 400 under 75 %, both to nothing with a demand of -1.5: 600
  /// times 1.5 times 0.2 / 1.2 are 150, 400 times 1.5 times 0.75 / 1.75 are 257.142857. On coconuts
  /// nobody states a rate: 50 of 2,050 are left out.
  @Test
  void itRunsOnThemAndSaysWhoseTheyAre() {
    var asked = scenario("{\"dataset\": \"tariffs\", \"year\": 2021}");
    var told = (Result.Told) ScenarioRun.run(lookup.look(asked).scenario());
    var total = told.outcome().rows(Level.TOTAL).getFirst();

    assertThat(java.util.Objects.requireNonNull(total.figure(Measure.TRADE_CREATION)).value())
        .isCloseTo(150 + 400 * 1.5 * 0.75 / 1.75, within(1e-9));
    assertThat(told.outcome().coverage().without()).isOne();
    assertThat(ScenarioFacts.of(told.scenario(), told.outcome(), new ScenarioWords("en"), c -> c))
        .extracting(ScenarioFacts.Fact::value)
        .anySatisfy(value ->
            assertThat(value)
                .startsWith("as the customs office says; tariffs: applied-simple-average")
                .contains("2021", "UNCTAD TRAINS"));
  }

  @Test
  void whatIsNotHeldIsTold() {
    assertThat(faults("{\"dataset\": \"tariffs\", \"year\": 2020}"))
        .containsExactly("/tariffs/year no-tariff-rows");
    assertThat(faults("{\"dataset\": \"duties\", \"year\": 2021}"))
        .containsExactly("/tariffs/dataset no-dataset");
    // a bound rate is a promise, nobody pays it
    assertThat(
            faults(
                "{\"dataset\": \"tariffs\", \"series\": [\"bound-simple-average\"], \"year\": 2021}"))
        .containsExactly("/tariffs/series/0 no-tariffs");
  }

  private static List<String> faults(String rates) {
    return lookup.look(scenario(rates)).faults().stream()
        .map(f -> f.pointer() + " " + f.code())
        .toList();
  }

  @Test
  void aMisstatedDatasetIsTold() {
    var document =
        """
        {"model": "smart", "about": {"unit": "USD"},
         "flows": [{"exporter": "KEN", "importer": "UGA", "value": 1}],
         "tariffs": {"dataset": "tariffs", "serie": [], "rates": [{"importer": "UGA"}]},
         "change": {"kind": "free-trade-area", "members": ["KEN", "UGA"]}}
        """;

    assertThat(
            ((Read.Faulty) ScenarioReader.read(document.getBytes(StandardCharsets.UTF_8))).faults())
        .extracting(ScenarioFault::pointer)
        .containsExactlyInAnyOrder("/tariffs/serie", "/tariffs/year", "/tariffs/rates/0/percent");
  }

  @Test
  void aScenarioIsWrittenAsItIsRead() {
    var asked =
        scenario(
            """
            {"dataset": "tariffs", "series": ["preferential-simple-average",
             "applied-simple-average"], "year": 2021,
             "rates": [{"importer": "UGA", "exporter": "KEN", "percent": 2.5}]}
            """);

    assertThat(((Read.Understood) ScenarioReader.read(ScenarioWriter.write(asked))).scenario())
        .isEqualTo(asked);
  }

  @Test
  void aFormIsFilledWithWhatIsHeld() {
    var flows = List.of(new Flow("KEN", "UGA", "071333", 1), new Flow("KEN", "RWA", "071333", 1));

    assertThat(tariffs.usual(2021, flows).orElseThrow().rates()).hasSize(4);
    assertThat(tariffs.usual(2020, flows)).isEmpty();
  }
}
