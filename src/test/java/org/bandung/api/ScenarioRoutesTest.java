package org.bandung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bandung.cli.talk.Json;
import org.bandung.economy.scenarios.OutcomeTree;
import org.bandung.economy.scenarios.ScenarioReader;
import org.bandung.economy.scenarios.ScenarioReader.Read;
import org.bandung.economy.scenarios.ScenarioRun;
import org.bandung.economy.scenarios.ScenarioRun.Result;
import org.bandung.reference.InventedWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioRoutesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path EXAMPLES = Path.of("docs", "examples", "economy");

  private ApiDoor door;
  private Documented documented;

  @BeforeAll
  void open() throws Exception {
    door = new ApiDoor(InventedWorld.reference());
    documented = new Documented(door.get("/api/v1/openapi.json").json());
  }

  @AfterAll
  void close() {
    door.close();
  }

  private ApiDoor.Answer post(String body) throws Exception {
    return door.post(ScenarioRoutes.PATH, body.getBytes(StandardCharsets.UTF_8));
  }

  /// Half of 20 % off: the price with duty falls by 0.1 / 1.2, demand answers with 1.5 times that,
  /// so 4,200 grow by 525.
  @Test
  void itsExampleAnswersWithAFigureWorkedByHand() throws Exception {
    var answer = post(ScenarioRoutes.EXAMPLE);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(documented.faults("post", ScenarioRoutes.PATH, 200, answer.body())).isEmpty();
    var total = answer.json().at("/rows/0");
    assertThat(total.get("level").asString()).isEqualTo("total");
    assertThat(total.at("/figures/trade-creation/value").asDouble()).isCloseTo(525, within(1e-9));
    assertThat(total.at("/figures/trade-creation/least").asDouble()).isLessThan(525);
    assertThat(answer.json().at("/elasticities/assumed")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"preference.json", "union.json"})
  void answersAsTheTerminalDoes(String example) throws Exception {
    var document = Files.readAllBytes(EXAMPLES.resolve(example));
    var asked = ((Read.Understood) ScenarioReader.read(document)).scenario();
    var told = (Result.Told) ScenarioRun.run(asked);
    var terminal = Json.line(OutcomeTree.of(asked, told.scenario(), told.outcome()));

    assertThat(door.post(ScenarioRoutes.PATH, document).json()).isEqualTo(JSON.readTree(terminal));
  }

  private static List<String> pointers(JsonNode problem) {
    return problem.get("errors").valueStream().map(e -> e.get("pointer").asString()).toList();
  }

  @Test
  void everyFaultHasItsPointerAndTheReadersLanguage() throws Exception {
    var bad =
        ScenarioRoutes.EXAMPLE
            .replace("4200", "\"many\"")
            .replace("\"percent\": 20", "\"per/cent\": 20");
    var answer =
        door.post(
            ScenarioRoutes.PATH, bad.getBytes(StandardCharsets.UTF_8), "Accept-Language", "fr");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(documented.faults("post", ScenarioRoutes.PATH, 422, answer.body())).isEmpty();
    assertThat(answer.json().get("type").asString()).isEqualTo("/problems/faults");
    assertThat(pointers(answer.json()))
        .containsExactly("/flows/0/value", "/tariffs/0/per~1cent", "/tariffs/0/percent");
    assertThat(answer.json().at("/errors/0/detail").asString()).contains("nombre");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[", "[]", "{\"model\": 1}", "\u0000", "{\"flows\": [[[[[[[[[1]]]]]]]]]}"})
  void whatIsNoScenarioIsRefused(String body) throws Exception {
    var answer = post(body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors")).isNotEmpty();
  }

  @Test
  void thereIsNoFolderToReadTablesFrom() throws Exception {
    var answer =
        post(
            """
            {"model": "smart", "about": {"unit": "USD"}, "flows": {"file": "flows.csv"},
             "tariffs": {"file": "passwd"},
             "change": {"kind": "free-trade-area", "members": ["QMM", "QNN"]}}
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer.json())).containsExactly("/flows/file", "/tariffs/file");
  }

  @Test
  void whatTheNodeDoesNotHoldIsTold() throws Exception {
    var answer =
        post(
            ScenarioRoutes.EXAMPLE.replaceFirst(
                "(?s)\\[.*?],\n", "{\"dataset\": \"nothing\", \"year\": 2021},\n"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer.json())).containsExactly("/flows/dataset");
  }

  @Test
  void aBodyWithoutEndIsNotReadToItsEnd() throws Exception {
    var answer = door.post(ScenarioRoutes.PATH, new byte[ScenarioRoutes.MOST_BYTES + 1]);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(door.get(ScenarioRoutes.PATH).status()).isEqualTo(405);
  }

  /// Fifty markets of 110 regions: nine times 110³ fifty times are 599 million steps.
  @Test
  void aScenarioThatWouldHoldUpAllOthersIsRefused() throws Exception {
    var flows =
        IntStream.range(0, 50 * 55)
            .mapToObj(i ->
                "{\"exporter\": \"A%d\", \"importer\": \"B%d\", \"product\": \"%d\", \"value\": 1}"
                    .formatted(i % 55, i % 55, i / 55))
            .collect(Collectors.joining(",", "[", "]"));
    var answer =
        post(
            """
            {"model": "gsim", "about": {"unit": "USD"}, "flows": %s,
             "tariffs": [{"importer": "B1", "percent": 10}],
             "change": {"kind": "free-trade-area", "members": ["A1", "B1"]}}
            """
                .formatted(flows));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer.json())).containsExactly("/flows");
    assertThat(answer.json().at("/errors/0/detail").asString()).contains("598950000", "500000000");
  }
}
