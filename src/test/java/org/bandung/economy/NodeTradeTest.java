package org.bandung.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bandung.economy.preferences.Flow;
import org.bandung.economy.scenarios.NodeTrade;
import org.bandung.economy.scenarios.Scenario.About;
import org.bandung.economy.scenarios.Scenario.Trade.InDataset;
import org.bandung.economy.scenarios.ScenarioFault;
import org.bandung.exchange.observations.ObservationsUnderTest;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of a dataset a scenario takes as trade between countries.
class NodeTradeTest {

  private static final About UNTOLD = new About("", OptionalInt.empty(), "", "");

  @TempDir static Path folder;

  private static ObservationsUnderTest node;
  private static NodeTrade trade;

  @BeforeAll
  static void aNodeWithTotalsBesideLines() throws IOException {
    node = new ObservationsUnderTest(folder.resolve("observations"));
    node.run(
        "comtrade",
        Files.writeString(
            folder.resolve("comtrade.csv"),
            """
            refYear,reporterCode,reporterISO,flowCode,partnerISO,cmdCode,primaryValue,netWgt
            2021,1,KEN,X,UGA,TOTAL,100,
            2021,1,KEN,X,UGA,100630,60,
            2021,1,KEN,X,UGA,071333,40,
            2021,1,KEN,X,W00,TOTAL,500,
            2021,1,KEN,X,W00,100630,300,
            2021,2,UGA,M,KEN,TOTAL,110,
            2020,1,KEN,X,UGA,TOTAL,70,
            2020,1,KEN,X,W00,TOTAL,90,
            """));
    node.run(
        "tariffs",
        Files.writeString(
            folder.resolve("tariffs.csv"),
            """
            Reporter,Partner,Product,Tariff Year,DutyType,Simple Average,Weighted Average
            UGA,KEN,100630,2021,MFN,10,8
            """));
    var reference = Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad"));
    trade =
        new NodeTrade(
            node.observations(), new EconomySources(node.observations()), new Sums(reference));
  }

  @AfterAll
  static void close() {
    node.close();
  }

  private static InDataset asked(String dataset, String series, int year, String... products) {
    return new InDataset(dataset, series, year, Set.of(), Set.of(), Set.of(products));
  }

  @Test
  void theWorldIsNoRegionAndATotalNoLineOfItsOwnLines() {
    assertThat(trade.look(asked("comtrade", "exports", 2021), UNTOLD).flows())
        .containsExactlyInAnyOrder(
            new Flow("KEN", "UGA", "100630", 60), new Flow("KEN", "UGA", "071333", 40));
    assertThat(trade.look(asked("comtrade", "exports", 2021, "100630"), UNTOLD).flows())
        .containsExactly(new Flow("KEN", "UGA", "100630", 60));
  }

  @Test
  void aTotalAndItsLinesAreNotAddedUp() {
    assertThat(trade.totals(asked("comtrade", "exports", 2021), UNTOLD).flows())
        .containsExactly(new Flow("KEN", "UGA", "", 100));
  }

  @Test
  void whereNoProductIsToldTotalsAreTaken() {
    assertThat(trade.look(asked("comtrade", "exports", 2020), UNTOLD).flows())
        .containsExactly(new Flow("KEN", "UGA", "", 70));
    assertThat(trade.look(asked("comtrade", "exports", 2020, "100630"), UNTOLD).faults())
        .extracting(ScenarioFault::code)
        .containsExactly("no-dataset-rows");
  }

  @Test
  void ratesAndImportsAreNoFlowsOfExports() {
    var found = trade.look(asked("tariffs", "mfn-simple-average", 2021), UNTOLD);

    assertThat(found.flows()).isEmpty();
    assertThat(found.faults())
        .extracting(ScenarioFault::pointer, ScenarioFault::code)
        .containsExactly(tuple("/flows/series", "no-trade"));
    assertThat(found.faults().getFirst().told("en"))
        .contains("“mfn-simple-average”", "comtrade/exports");
    assertThat(trade.look(asked("comtrade", "imports", 2021), UNTOLD).flows()).isEmpty();
  }
}
