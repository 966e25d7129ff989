package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bandung.cli.Cli;
import org.bandung.cli.Rooms;
import org.bandung.exchange.packages.Dumps;
import org.bandung.reference.money.Rates;
import org.bandung.registry.Registry;
import org.bandung.statistics.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whoever has the downloads alone gets the published figures: read over HTTP, counted again by
/// code that knows nothing of the program.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangerTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private InventedNode node;
  private Stranger stranger;

  @BeforeAll
  void fill(@TempDir Path home) throws Exception {
    node = InventedNode.open(home);
    RandomRecords.rates(node.bean(Rates.class));
    new RandomRecords(1955).receive(node.bean(Registry.class), 120);
    node.bean(Statistics.class).catchUp();
    node.bean(Dumps.class).make();
    stranger = new Stranger(bytes("/data/bandung.zip").body());
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private HttpResponse<byte[]> bytes(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(node.root() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isLessThan(400);
    return answer;
  }

  /// The figures as this node publishes them, by row and column; those without a figure left out.
  private Map<String, String> published(String query) throws Exception {
    var text = new String(bytes("/statistics.csv?" + query).body(), "UTF-8").substring(1);
    return CsvReader.builder().ofNamedCsvRecord(text).stream()
        .filter(r -> !r.getField("row").isEmpty() && !r.getField("row").equals("not-reported"))
        .filter(r -> !r.getField("row").equals("not-split"))
        .filter(r -> !r.getField("column").equals("not-reported"))
        .filter(r -> !r.getField("value").isEmpty())
        .collect(
            Collectors.toMap(
                r -> r.getField("row") + " " + r.getField("column"), r -> r.getField("value")));
  }

  @Test
  void countsTheInitiativesOfEachCountryInEachYear() throws Exception {
    var published = published("rows=country&columns=year");

    assertThat(published).hasSizeGreaterThan(20);
    var counted = new TreeMap<String, String>();
    stranger.initiativesByCountryAndYear().forEach((k, n) -> counted.put(k, n.toString()));
    assertThat(counted).isEqualTo(new TreeMap<>(published));
  }

  @Test
  void addsUpWhatEachRecipientWasGivenInEachYear() throws Exception {
    for (var to : java.util.List.of("USD", "EUR")) {
      var published = published("measure=given&rows=recipient&columns=year&in=" + to);

      assertThat(published).hasSizeGreaterThan(8);
      var added = new TreeMap<String, BigDecimal>(stranger.givenByRecipientAndYear(to));
      var expected = new TreeMap<String, BigDecimal>();
      published.forEach((k, v) -> expected.put(k, new BigDecimal(v)));
      assertThat(added).isEqualTo(expected);
    }
  }

  @Test
  void theSameFactsAreTheSameBytesAndAreNotSentTwice() throws Exception {
    var first = bytes("/data/bandung.zip");
    node.bean(Dumps.class).make();
    var again = bytes("/data/bandung.zip");

    assertThat(again.body()).isEqualTo(first.body());
    var tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(bytes("/data/bandung.zip", "If-None-Match", tag).statusCode()).isEqualTo(304);
    var part = bytes("/data/bandung.zip", "Range", "bytes=0-3");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).containsExactly('P', 'K', 3, 4);
  }

  private JsonNode resources() {
    return JsonMapper.shared().readTree(stranger.files().get("datapackage.json")).get("resources");
  }

  @Test
  void everyCellKeepsToItsDescription() {
    for (var resource : resources()) {
      var name = resource.get("name").asString();
      for (var field : resource.get("schema").get("fields")) {
        for (var row : stranger.table(name)) {
          fits(field, row.getField(field.get("name").asString()), name + " " + row);
        }
      }
    }
  }

  private static void fits(JsonNode field, String cell, String where) {
    var constraints = field.get("constraints");
    if (cell.isEmpty()) {
      assertThat(constraints != null && constraints.has("required")).as(where).isFalse();
      return;
    }
    var form =
        switch (field.get("type").asString()) {
          case "integer", "year" -> "-?[0-9]+";
          case "number" -> "-?[0-9]+([.][0-9]+)?";
          case "boolean" -> "true|false";
          default ->
              constraints != null && constraints.has("pattern")
                  ? constraints.get("pattern").asString()
                  : "(?s).*";
        };
    assertThat(cell).as(where).matches(form);
  }

  @Test
  void keysTellRowsApartAndLeadToRowsThatAreThere() {
    for (var resource : resources()) {
      var name = resource.get("name").asString();
      var schema = resource.get("schema");
      var seen = new HashSet<String>();
      for (var row : stranger.table(name)) {
        var key = new StringBuilder();
        schema.get("primaryKey").forEach(k -> key.append(row.getField(k.asString())).append('|'));
        assertThat(seen.add(key.toString())).as(name + " " + key).isTrue();
      }
      if (schema.has("foreignKeys")) {
        for (var foreign : schema.get("foreignKeys")) {
          var missing = column(name, foreign.get("fields").get(0).asString());
          var there = foreign.get("reference");
          missing.removeAll(
              column(there.get("resource").asString(), there.get("fields").get(0).asString()));
          missing.remove("");
          assertThat(missing).as(name + " " + foreign).isEmpty();
        }
      }
    }
  }

  private Set<String> column(String table, String column) {
    return stranger.table(table).stream()
        .map(r -> r.getField(column))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aCommandWritesTheSamePackage(@TempDir Path folder) throws Exception {
    var file = folder.resolve("all.zip");
    var rooms =
        new Rooms() {
          @Override
          public <T> T open(Class<T> service) {
            return node.bean(service);
          }
        };
    for (int exit : new int[] {0, 64}) { // it does not write over a file unasked
      assertThat(
              Cli.run(
                  new String[] {"export", "package", "--to", file.toString()},
                  Map.of(),
                  rooms,
                  (port, voice) -> {
                    throw new AssertionError("nobody serves here");
                  }))
          .isEqualTo(exit);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes("/data/bandung.zip").body());
  }

  @Test
  void theWorkbookHoldsTheSameTables() throws Exception {
    var book =
        new org.dhatim.fastexcel.reader.ReadableWorkbook(
            new java.io.ByteArrayInputStream(bytes("/data/bandung.xlsx").body()));
    try (book) {
      var sheet = book.findSheet("contributions").orElseThrow();
      assertThat(sheet.read()).hasSize(stranger.table("contributions").size() + 1);
    }
  }
}
