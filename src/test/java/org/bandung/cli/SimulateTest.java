package org.bandung.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bandung.kernel.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateTest {

  private static final java.util.List<String> LANGUAGES = Messages.LANGUAGES;

  @TempDir Path folder;

  private final CliDoor door = new CliDoor();

  private static JsonNode find(JsonNode told, String level, String region, String partner) {
    for (var row : told.path("rows")) {
      if (row.path("level").stringValue().equals(level)
          && row.path("region").stringValue().equals(region)
          && row.path("partner").stringValue().equals(partner)) {
        return row;
      }
    }
    throw new AssertionError("no row " + level + " " + region + " " + partner);
  }

  @Test
  void tablesBesideAScenarioAreRead() {
    var ended = door.run("economy", "simulate", "docs/examples/economy/area.json", "--json");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isZero();
    assertThat(door.opened).isFalse();
    var told = JsonMapper.shared().readTree(ended.out());
    assertThat(told.path("unit").stringValue()).isEqualTo("thousand USD");
    assertThat(told.path("coverage").path("without").intValue()).isOne();
    assertThat(told.path("elasticities").path("assumed")).hasSize(3);
    // 4200 * 1.5 * .2 / 1.2, and 1.5 * 4200 * 9800 / 14000 * .2 / 1.2
    var line = find(told, "line", "QMM", "QNN").path("figures");
    assertThat(line.path("trade-creation").path("value").doubleValue())
        .isCloseTo(1050, within(1e-9));
    assertThat(line.path("trade-diversion").path("value").doubleValue())
        .isCloseTo(735, within(1e-9));
    assertThat(line.path("trade-creation").path("most").doubleValue())
        .isCloseTo(2100, within(1e-9));
    assertThat(told.path("scenario").path("flows").path("file").stringValue())
        .isEqualTo("area-flows.csv");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void peopleReadItInTheirLanguageWithAllAssumptions(String language) {
    for (var name : new String[] {"preference", "union"}) {
      var ended =
          door.run(
              "--lang", language, "economy", "simulate", "docs/examples/economy/" + name + ".json");
      assertThat(ended.err()).isEmpty();
      assertThat(ended.out())
          .contains(Messages.of("scenarios").pattern(language, "fact.sensitivity"))
          .contains(Messages.of("scenarios").pattern(language, "measure.welfare"))
          .doesNotContain("fact.", "measure.", "variant.", "column.", "{0}");
    }
  }

  @Test
  void faultsAreToldWithTheirPlaces() throws IOException {
    Files.writeString(
        folder.resolve("flows.csv"), "exporter,importer,value\nQNN,QMM,x\nQ N,QMM,3\n");
    var file =
        Files.writeString(
            folder.resolve("s.json"),
            """
            {"model": "smart", "about": {"unit": "USD"}, "flows": {"file": "flows.csv"},
             "tariffs": {"file": "none.csv"},
             "change": {"kind": "free-trade-area", "members": ["QMM", "QNN"]}}
            """);
    var ended = door.run("economy", "simulate", file.toString());

    assertThat(ended.exit()).isEqualTo(64);
    assertThat(ended.err())
        .contains("flows.csv:2  “x” is no number.", "flows.csv:3  “Q N” is no code")
        .contains("/tariffs/file  There is no file none.csv beside the scenario.")
        .doesNotContain("Exception");
    assertThat(door.run("economy", "simulate", folder.resolve("no.json").toString()).exit())
        .isEqualTo(64);
    assertThat(door.run("economy", "simulate", folder.toString()).exit()).isEqualTo(64);
  }
}
