package org.bandung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class GravityCommandsTest {

  private static final String ESTIMATE = "docs/examples/economy/gravity.json";
  private static final String COMPARE = "docs/examples/economy/counterfactual.json";

  @TempDir Path folder = Path.of("");

  private final CliDoor door = new CliDoor();

  @Test
  void anEstimateAsJsonCarriesAllThatItRestsOn() {
    var ended = door.run("economy", "gravity", ESTIMATE, "--json");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isZero();
    assertThat(door.opened).isFalse();
    var json = JsonMapper.shared().readTree(ended.out());
    assertThat(json.get("coefficients")).hasSize(4);
    assertThat(json.get("coefficients").get(0).get("term").asString()).isEqualTo("log(distance)");
    assertThat(json.get("coefficients").get(0).get("standardError").asDouble()).isPositive();
    assertThat(json.get("data").get("sha256").asString()).hasSize(64);
    assertThat(json.get("data").get("unit").asString()).isEqualTo("million dollars");
    assertThat(json.get("fit").get("converged").asBoolean()).isTrue();
    assertThat(json.get("fit").get("rSquared").isNull()).isTrue();
  }

  @Test
  void aComparisonAsJsonIsNeverASingleNumber() {
    var json =
        JsonMapper.shared()
            .readTree(door.run("economy", "counterfactual", COMPARE, "--json").out());

    assertThat(json.get("countries")).hasSize(8);
    assertThat(json.get("sensitivity")).hasSize(6);
    assertThat(json.get("sigma").asDouble()).isEqualTo(7);
    assertThat(json.get("estimate").get("coefficients")).hasSize(1);
    assertThat(json.get("countries").get(0).has("realIncomeLow")).isTrue();
  }

  @Test
  void peopleReadTablesInTheirLanguage() {
    assertThat(door.run("economy", "gravity", ESTIMATE, "--lang", "es").out())
        .contains("error estándar", "log(distance)", "trade.csv", "192 de 192 filas");
    assertThat(door.run("economy", "counterfactual", COMPARE, "--lang", "ru").out())
        .contains("реальный доход", "QMM", "agreement");
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() throws IOException {
    var spec =
        Files.writeString(
            folder.resolve("spec.json"),
            "{\"data\": \"none.csv\", \"flow\": \"log(\", \"trms\": []}");

    var ended = door.run("economy", "gravity", spec.toString(), "--json");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err())
        .contains("spec.json#/trms: There is no key “trms” here. Did you mean “terms”?")
        .contains("spec.json#/data: ")
        .contains("spec.json#/flow: The formula ends too early.");
    assertThat(JsonMapper.shared().readTree(ended.out()).get("faults").size()).isGreaterThan(2);
    assertThat(door.run("economy", "counterfactual", ESTIMATE).err())
        .contains("#/remove: Say what is removed");
    assertThat(door.run("economy", "gravity").exit()).isEqualTo(64);
  }
}
