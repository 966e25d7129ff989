package org.bandung.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.bandung.InventedNode;
import org.bandung.cli.talk.Talk;
import org.bandung.observations.Observations;
import org.bandung.observations.WorldTrade;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `economy ...` over the trade and the debt of the invented world, beside what the API says of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EconomyCommandsTest {

  @TempDir Path scenarios;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private InventedNode node;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
  }

  @AfterAll
  void close() {
    client.close();
    if (node != null) {
      node.close();
    }
  }

  /// What a command printed, and how it ended.
  private record Ended(int exit, String out, String err) {
    JsonNode json() {
      return JSON.readTree(out);
    }
  }

  private Ended run(String line) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var talk =
        new Talk(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "en",
            new Talk.Terminal(false, false, 80));
    var serving =
        new Serving() {
          @Override
          public void serve(OptionalInt port, Voice voice) {
            throw new AssertionError("nobody asked to serve");
          }
        };
    var rooms =
        new Rooms() {
          @Override
          public <T> T open(Class<T> service) {
            return node.bean(service);
          }
        };
    int exit = new Cli(rooms, serving, talk).run(line.split(" "));
    return new Ended(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(node.root() + "/api/v1/economy" + address)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// Once data are in: whoever asks before has the answer that there are none.
  @Test
  void answersOnceDataAreHeldAndSaysSoBefore() throws Exception {
    for (var command :
        new String[] {
          "shares",
          "dependence QNN",
          "complementarity QNN",
          "substitution QNN",
          "structure QNN",
          "potential QNN",
          "network",
          "product 100630",
          "debt QNN"
        }) {
      var nothing = run("economy " + command + " --json");
      assertThat(nothing.exit()).as(command).isEqualTo(1);
      assertThat(nothing.out()).isEmpty();
      assertThat(nothing.err()).contains("list observations");
    }
    assertThat(get("/countries/QNN/debt").statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(get("/datasets").body()).get("items")).isEmpty();

    WorldTrade.receive(node.bean(Observations.class));
    WorldTrade.receiveDebt(node.bean(Observations.class));
    tellsTheSameAsTheApi();
    tellsWhatTheDataSay();
    tellsStructure();
    simulatesTradeThatTheNodeHolds();
    refusesWhatMeansNothing();
  }

  private void tellsTheSameAsTheApi() throws Exception {
    var questions =
        new String[][] {
          {"shares", "/shares"},
          {"shares --of trade --published", "/shares?of=trade&published=true"},
          {"shares --grouping ASEAN", "/shares?grouping=ASEAN"},
          {"dependence QNN --year 2021 --limit 5", "/countries/QNN/dependence?year=2021&limit=5"},
          {"complementarity QNN --limit 50", "/countries/QNN/complementarity"},
          {"complementarity QNN --with QPP", "/pairs/QNN-QPP"},
          {"substitution QNN --limit 50", "/countries/QNN/substitution"},
          {"structure QMM --limit 50", "/countries/QMM/structure"},
          {
            "structure QMM --year 2021 --food-production 5000 --limit 2",
            "/countries/QMM/structure?year=2021&foodProduction=5000&limit=2"
          },
          {"potential QPP --limit 50", "/countries/QPP/potential"},
          {
            "potential QPP --markets south --limit 3",
            "/countries/QPP/potential?markets=south&limit=3"
          },
          {"network --limit 50", "/network"},
          {"network --grouping ASEAN --limit 50", "/network?grouping=ASEAN"},
          {
            "substitution QNN --product 100630 --exporter QPP --growing --limit 50",
            "/countries/QNN/substitution?product=100630&exporter=QPP&growing=true"
          },
          {"substitution QPP --mirror --limit 50", "/countries/QPP/openings"},
          {"product 100630 --grouping ASEAN --limit 50", "/products/100630?grouping=ASEAN"},
          {"debt QNN --limit 50", "/countries/QNN/debt"}
        };
    for (var question : questions) {
      var ended = run("economy " + question[0] + " --json");
      var answer = get(question[1]);

      assertThat(ended.exit()).as(question[0] + ended.err()).isZero();
      assertThat(answer.statusCode()).as(question[1]).isEqualTo(200);
      assertThat(ended.json()).as(question[0]).isEqualTo(JSON.readTree(answer.body()));
      assertThat(ended.json().at("/about/source").asString()).startsWith("An invented");
    }
  }

  private void simulatesTradeThatTheNodeHolds() throws IOException {
    var scenario =
        """
        {"model": "smart", "flows": {"dataset": "baci", "series": "exports", "year": 2021,
          "importers": ["QNN"], "products": ["100630"]},
         "tariffs": [{"importer": "QNN", "percent": 10}],
         "change": {"kind": "preference", "partners": ["QMM"], "margin": 100}}
        """;
    var file = Files.writeString(scenarios.resolve("scenario.json"), scenario);
    assertThat(run("economy simulate " + file + " --json").json().at("/coverage/value").asDouble())
        .isEqualTo(710);
    Files.writeString(file, scenario.replace("\"baci\"", "\"dssi\""));
    assertThat(run("economy simulate " + file + " --json").err())
        .contains("/flows/series", "is no trade between countries", "baci/exports");
  }

  /// Sums of the invented world, worked by hand: QNN buys 710 of 100630, 600 of it from the North;
  /// of 1,000 it owes, 400 to the South.
  private void tellsWhatTheDataSay() {
    var substitution = run("economy substitution QNN --product 100630 --json").json();
    assertThat(substitution.at("/items/0/fromNorth").asDouble()).isEqualTo(600);
    assertThat(substitution.at("/items/0/imports").asDouble()).isEqualTo(710);
    var debt = run("economy debt QNN --json").json();
    var last = debt.at("/stocks/1");
    assertThat(last.get("total").asDouble()).isEqualTo(1_000);
    assertThat(last.get("stated").asDouble()).isEqualTo(1_000);
    assertThat(last.get("southShare").asDouble()).isEqualTo(0.4);
    assertThat(last.at("/kinds/multilateral").asDouble()).isEqualTo(250);
    assertThat(debt.at("/reliefs/1/value").isNull()).as("known, but not how much").isTrue();
    assertThat(debt.at("/reliefs/2/value").asDouble()).isEqualTo(12.5);

    var table = run("economy debt QNN");
    assertThat(table.out()).contains("multilateral", "QMM").doesNotContain("Total");
    assertThat(table.err()).contains("dssi", "thousand USD");
    assertThat(run("economy substitution QNN").out()).contains("100630", "advantage");
    assertThat(run("economy dependence QNN").exit()).isZero();
    assertThat(run("economy shares").out()).contains("of-world-exports", "2021");
  }

  /// QMM sells 980 of rice and 15 of coffee; the world 2,150 of rice, 815 of coffee, 14,385 in all.
  private void tellsStructure() {
    var structure = run("economy structure QMM --json").json();
    assertThat(structure.get("countries").asInt()).isEqualTo(6);
    assertThat(structure.get("products").asInt()).isEqualTo(4);
    assertThat(structure.at("/advantages/0/product").asString()).isEqualTo("100630");
    assertThat(structure.at("/advantages/0/rca").asDouble())
        .isCloseTo(980.0 / 995 / (2150.0 / 14385), within(1e-9));
    assertThat(structure.at("/advantages/1/rca").asDouble())
        .isCloseTo(15.0 / 995 / (815.0 / 14385), within(1e-9));
    assertThat(structure.at("/food/exports").asDouble()).isEqualTo(980);
    assertThat(structure.at("/food/imports").isNull()).as("nobody tells of any").isTrue();
    // QPP sells 330 of rice and buys 240.
    var food = run("economy structure QPP --food-production 5000 --json").json().get("food");
    assertThat(food.get("selfSufficiency").asDouble()).isCloseTo(5000 / 4910.0, within(1e-9));
    assertThat(food.get("importDependence").asDouble()).isCloseTo(240 / 4910.0, within(1e-9));
    // Supply 330/2150 of rice and 420/1920 of medicine; QXX buys 1,200 and 400 of them, 700 of QPP.
    var line = run("economy potential QPP --json").json().at("/lines/0");
    double ease = 700 / (330 / 2150.0 * 1200 + 420 / 1920.0 * 400);
    assertThat(line.get("importer").asString()).isEqualTo("QXX");
    assertThat(line.get("ease").asDouble()).isCloseTo(ease, within(1e-9));
    assertThat(line.get("unrealised").asDouble())
        .isCloseTo(330 / 2150.0 * 1200 * ease - 300, within(1e-9));
    assertThat(run("economy structure QPP").out()).contains("self-sufficiency", "fitness");
    assertThat(run("economy potential QPP").out()).contains("QXX", "ease");
    assertThat(run("economy network").out()).contains("introversion", "QMM");
    assertThat(run("economy complementarity QPP --with QNN").out()).contains("commodity-bias");
  }

  private void refusesWhatMeansNothing() {
    for (var bad :
        new String[] {
          "dependence nowhere",
          "debt ZZZ",
          "substitution QNN --exporter nowhere",
          "structure nowhere",
          "structure QNN --food-production -1",
          "structure QNN --food-production NaN",
          "potential QNN --markets east",
          "network --grouping NOBODY",
          "substitution QNN --candidates 301",
          "dependence QNN --limit 0",
          "dependence QNN --limit 10001",
          "dependence QNN --year 21",
          "dependence QNN --south polar",
          "shares --of everything",
          "shares --span 51",
          "product"
        }) {
      var ended = run("economy " + bad);
      assertThat(ended.exit()).as(bad).isEqualTo(64);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err()).as(bad).isNotBlank().doesNotContain("Exception");
    }
  }
}
