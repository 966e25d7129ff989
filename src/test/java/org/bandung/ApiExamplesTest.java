package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.bandung.api.Documented;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportRequest;
import org.bandung.exchange.Imports;
import org.bandung.exchange.rates.RateImports;
import org.bandung.exchange.tables.MappingReader;
import org.bandung.exchange.tables.Mappings;
import org.bandung.funds.WorldFunds;
import org.bandung.observations.Observations;
import org.bandung.observations.WorldTrade;
import org.bandung.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every example of the OpenAPI document, sent to a new node with the starter collection.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiExamplesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private ConfigurableApplicationContext house;
  private String root;
  private JsonNode document;
  private Documented documented;

  @BeforeAll
  void open(@TempDir Path home) throws Exception {
    var environment =
        Map.of(
            "BANDUNG_HOME", home.toString(),
            "BANDUNG_REQUESTS_PER_MINUTE", "1",
            "BANDUNG_TRUSTED_PROXY", "127.0.0.1");
    var settings = Settings.read(environment, home);
    house = Bandung.start(settings, WebApplicationType.SERVLET, OptionalInt.of(0));
    var server = Objects.requireNonNull(((WebServerApplicationContext) house).getWebServer());
    root = "http://127.0.0.1:" + server.getPort();
    examples("solutions");
    house
        .getBean(RateImports.class)
        .importRates(
            new ImportRequest(
                List.of("docs/examples/rates.csv"), false, false, Optional.empty(), "en"),
            Optional.empty(),
            Optional.empty(),
            ImportProgress.SILENT);
    economy(house.getBean(Observations.class));
    WorldFunds.receive(house.getBean(Database.class), "0f5a3v9k2m7q1x8t");
    document = JSON.readTree(get("/api/v1/openapi.json").body());
    documented = new Documented(document);
  }

  /// What the documentation shows of the catalogue is the example that comes along.
  private void examples(String name) {
    if (Mappings.find(name) instanceof MappingReader.Reading.Read(var mapping)) {
      house
          .getBean(Imports.class)
          .importTable(
              new ImportRequest(
                  List.of("docs/examples/" + name + ".csv"), false, false, Optional.empty(), "en"),
              mapping,
              ImportProgress.SILENT);
    }
  }

  /// Invented trade and debt between the countries that the examples name.
  private static void economy(Observations observations) {
    WorldTrade.receive(
        observations,
        WorldTrade.about("baci", "Trade by product", "thousand USD", Map.of(), "HS 2017"),
        "examples-trade.csv",
        "exports",
        """
        2018 THA KEN 100630 40
        2018 DEU KEN 100630 50
        2018 KEN DEU 090111 60
        2021 THA KEN 100630 80
        2021 THA DEU 100630 20
        2021 DEU KEN 100630 30
        2021 DEU KEN 300490 90
        2021 DEU THA 300490 70
        2021 KEN DEU 090111 60
        2021 KEN THA 090111 10
        2021 DEU JPN 847130 900
        2021 JPN DEU 847130 800
        2021 JPN THA 847130 300
        """);
    WorldTrade.receive(
        observations,
        WorldTrade.about("dssi", "Debt", "thousand USD", Map.of(), "kinds of creditor"),
        "examples-debt.csv",
        "debt-stock",
        """
        2018 KEN THA Official_bilateral 30
        2018 KEN DEU Official_bilateral 50
        2018 KEN Total Total 80
        """);
  }

  @AfterAll
  void close() {
    client.close();
    house.close();
  }

  private HttpResponse<String> get(String address, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(root + address));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private void assertFits(String path, String address) throws Exception {
    var answer = get(address);

    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    assertThat(documented.faults(path, 200, answer.body())).as(address).isEmpty();
  }

  @Test
  void everyParameterHasAnExampleThatWorks() throws Exception {
    for (var path : read()) {
      var inPath = new TreeMap<String, String>();
      var inQuery = new TreeMap<String, String>();
      for (var parameter : operation(path).get("parameters")) {
        var name = parameter.get("name").asString();
        assertThat(parameter.has("example")).as(path + " " + name).isTrue();
        (parameter.get("in").asString().equals("path") ? inPath : inQuery)
            .put(name, parameter.get("example").asString());
      }
      var address = path;
      for (var value : inPath.entrySet()) {
        address = address.replace("{" + value.getKey() + "}", value.getValue());
      }
      for (var value : inQuery.entrySet()) {
        var encoded = URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8);
        assertFits(path, address + "?" + value.getKey() + "=" + encoded);
      }
    }
  }

  @Test
  void everyExampleRequestWorksAndShowsSomething() throws Exception {
    for (var path : read()) {
      for (var request : operation(path).get("x-example-requests")) {
        var address = request.asString();
        assertFits(path, address);
        var items = JSON.readTree(get(address).body()).path("items");
        if (items.isArray() && !address.endsWith("after=now")) {
          assertThat(items).as(address).isNotEmpty();
        }
      }
    }
  }

  /// The public paths that are read; the one that is sent a body has a test of its own, and so have
  /// those that want a token.
  private List<String> read() {
    return document.get("paths").propertyNames().stream()
        .filter(path -> document.get("paths").get(path).has("get"))
        .filter(path -> !operation(path).get("responses").has("401"))
        .toList();
  }

  @Test
  void aPartnerSearchAnswersAndRefusesAsDocumented() throws Exception {
    var path = "/api/v1/partner-searches";
    var example =
        document
            .at("/paths/~1api~1v1~1partner-searches/post/requestBody/content")
            .get("application/json")
            .get("example")
            .toString();
    var answer = post(path, example);
    for (int i = 0; i < 60 && !JSON.readTree(answer.body()).path("ready").asBoolean(); i++) {
      Thread.sleep(500); // the index of a new node is made while it answers
      answer = post(path, example);
    }
    var partners = JSON.readTree(answer.body()).path("partners");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(partners).isNotEmpty();
    for (var partner : partners) {
      double sum = 0;
      for (var reason : partner.path("reasons")) {
        sum += reason.path("value").asDouble();
      }
      assertThat(partner.path("score").asDouble())
          .isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-9));
      assertThat(partner.path("country").asString()).isNotEqualTo("COG");
    }
    for (var bad :
        List.of(
            "", "[]", "{\"text\": 5}", "{\"for\": [\"ZZZ\"]}", "{\"limit\": 0}", "{\"x\": 1}")) {
      var refused = post(path, bad);
      assertThat(refused.statusCode()).as(bad).isEqualTo(400);
      assertThat(JSON.readTree(refused.body()).path("errors")).as(bad).isNotEmpty();
    }
  }

  @Test
  void aScenarioIsSimulatedAsDocumented() throws Exception {
    var path = "/api/v1/economy/simulations";
    var content = document.at("/paths/~1api~1v1~1economy~1simulations/post/requestBody/content");
    var example = content.get("application/json").get("example").toString();
    var answer = post(path, example);
    var unheld =
        post(path, example.replaceFirst("\\[.*?\\]", "{\"dataset\": \"none\", \"year\": 2021}"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).path("rows")).isNotEmpty();
    assertThat(unheld.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(unheld.body()).at("/errors/0/pointer").asString())
        .isEqualTo("/flows/dataset");
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode operation(String path) {
    return document.get("paths").get(path).get("get");
  }

  @Test
  void refusalsAreAsDocumentedToo() throws Exception {
    assertRefused("/api/v1/initiatives", "/api/v1/initiatives?year=soon", 400);
    assertRefused("/api/v1/initiatives/{id}", "/api/v1/initiatives/nothing", 404);
    assertRefused("/api/v1/changes", "/api/v1/changes?after=x", 400);
    assertRefused("/api/v1/changes", "/api/v1/changes?after=" + elsewhere(), 410);
    assertRefused("/api/v1/status", "/api/v1/status", 406, "Accept", "text/csv");
  }

  /// A cursor as another node would have given it out.
  private static String elsewhere() {
    var inside = "00000000-0000-4000-8000-000000000000 0 0";
    return java.util.Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(inside.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> assertRefused(
      String path, String address, int status, String... headers) throws Exception {
    var answer = get(address, headers);

    assertThat(answer.statusCode()).as(address).isEqualTo(status);
    assertThat(documented.faults(path, status, answer.body())).as(address).isEmpty();
    var type = JSON.readTree(answer.body()).get("type").asString();
    assertThat(get(type, "Accept", "text/html").statusCode()).as(type).isEqualTo(200);
    return answer;
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
    var guest = new String[] {"X-Forwarded-For", "192.0.2.7"};
    var path = "/api/v1/countries";
    assertThat(get(path, guest).headers().firstValue("RateLimit-Policy")).isPresent();

    var refused = assertRefused(path, path, 429, guest);

    for (var header : new String[] {"Retry-After", "RateLimit", "RateLimit-Policy"}) {
      assertThat(refused.headers().firstValue(header)).as(header).isPresent();
    }
  }

  @Test
  void whoHoldsTheAnswerIsToldSo() throws Exception {
    for (var path : new String[] {"/api/v1/changes", "/api/v1/initiatives", "/api/v1/countries"}) {
      var tag = get(path).headers().firstValue("ETag").orElseThrow();
      var again = get(path, "If-None-Match", tag);

      assertThat(again.statusCode()).as(path).isEqualTo(304);
      assertThat(documented.faults(path, 304, again.body())).isEmpty();
    }
  }
}
