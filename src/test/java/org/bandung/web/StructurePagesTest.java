package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// The pages of structure, potential and networks over the invented world's trade, with figures
/// worked out by hand from its few lines.
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StructurePagesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", "text/html")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String text(String path) throws IOException, InterruptedException {
    var answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body().replaceAll("<[^>]+>", " ").replaceAll("[\\s\u00a0]+", " ");
  }

  @Test
  void aCountrySeesWhereItsAdvantageLies() throws Exception {
    // Meridia sells 980 of rice and 15 of coffee in 2021; of the world's 14385 rice is 2150.
    var told = text("/countries/QMM/structure?dataset=baci&lang=en");

    assertThat(told)
        .contains("Products that Meridia exported in 2021: 2; with a revealed advantage: 1")
        .contains("all exporters in the data (6) and all products traded (4)")
        .contains("place 3 of 6", "6.59")
        // From so few: it is said.
        .contains("holds 6 reporters in this year, not the world")
        .contains("not in the data")
        .contains("Self-sufficiency needs production");
  }

  @Test
  void whoStatesProductionSeesSelfSufficiency() throws Exception {
    // Palmyra sells 330 of rice and buys 240: 5000 of 4910 available.
    assertThat(text("/countries/QPP/structure?dataset=baci&foodProduction=5000&lang=en"))
        .contains("101.8%", "4.9%", "rest on a production of 5M USD that was stated in the form");
  }

  @Test
  void everyTableIsAFile() throws Exception {
    var lines =
        JSON.readTree(get("/countries/QPP/structure/tables/potential.json?lang=en").body())
            .get("rows");
    double ease = 700 / (330 / 2150.0 * 1200 + 420 / 1920.0 * 400);

    assertThat(lines.at("/0/importer").asString()).isEqualTo("QXX");
    assertThat(lines.at("/0/unrealised").asDouble())
        .isCloseTo(330 / 2150.0 * 1200 * ease - 300, org.assertj.core.api.Assertions.within(1e-6));
    for (var table : new String[] {"measures", "advantages", "next", "food"}) {
      assertThat(get("/countries/QPP/structure/tables/" + table + ".csv?lang=en").body())
          .as(table)
          .contains("about_source");
    }
    assertThat(get("/countries/QPP/structure/tables/measures.xlsx").statusCode()).isEqualTo(200);
    assertThat(get("/economy/network/tables/statistics.csv?lang=en").body())
        .startsWith("\uFEFFstatistic,name,all,markets,")
        .contains("introversion");
    assertThat(get("/economy/network/tables/members.svg").statusCode()).isEqualTo(404);
  }

  @Test
  void onlyMarketsOfTheSouth() throws Exception {
    var all = text("/countries/QPP/structure/tables/potential-markets.csv?lang=en");
    var south = text("/countries/QPP/structure/tables/potential-markets.csv?markets=south&lang=en");

    assertThat(all).contains("QXX", "QNN");
    assertThat(south).doesNotContain("QXX").contains("QNN");
  }

  @Test
  void theNetworkOfTheSouthAndOfAGrouping() throws Exception {
    assertThat(text("/economy/network?lang=en"))
        .contains("South: the network of its trade", "Introversion", "without Meridia");
    assertThat(text("/economy/network?grouping=COMM&dataset=baci&lang=en"))
        .contains("Members in 2021");
    assertThat(text("/groupings/COMM/economy?dataset=baci&lang=en"))
        .contains("How the network holds together", "All flows");
  }

  @Test
  void countriesAndPairsLeadThere() throws Exception {
    assertThat(get("/countries/QNN/economy?lang=en").body())
        .contains("href=\"/countries/QNN/structure\"", "id=\"structure\"");
    // Meridia sells 80 of 995 to Norelia, which buys 2810 of the world's 14385.
    assertThat(text("/economy/pairs/QMM/QNN?dataset=baci&lang=en"))
        .contains("Why they trade as much as they do", "Commodity bias", "0.412");
  }

  @ParameterizedTest
  @CsvSource({
    "/countries/ZZZ/structure, 404",
    "/countries/QNN/structure?markets=east, 400",
    "/countries/QNN/structure?foodProduction=-1, 400",
    "/countries/QNN/structure?foodProduction=1e9, 400",
    "/countries/QNN/structure?foodProduction=9999999999999999, 400",
    "/countries/QNN/structure?south=polar, 400",
    "/countries/QNN/structure/tables/none.csv, 404",
    "/countries/QNN/structure/tables/measures.exe, 404",
    "/economy/network?grouping=NOBODY, 400",
    "/economy/network?year=soon, 400"
  })
  void refusesClearly(String path, int status) throws Exception {
    var answer = get(path);

    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es", "pt", "ar", "zh", "ru"})
  void speaksEveryLanguage(String language) throws Exception {
    for (var path : new String[] {"/countries/QPP/structure", "/economy/network"}) {
      assertThat(text(path + "?lang=" + language)).as(path).doesNotContain("economy.");
    }
  }
}
