package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.bandung.exchange.packages.Dumps;
import org.bandung.kernel.Reader;
import org.bandung.reference.money.Rates;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Statement;
import org.bandung.statistics.Statistics;
import org.bandung.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is not released leaves by no export, in no byte of it: random worlds in which some records
/// are private, some for the operator only, some taken back, each with a word of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenDataSecrecyTest {

  private static final List<Long> SEEDS = List.of(1955L, 1961L, 2009L, 2026L);

  /// Every address that gives open data out, but `/initiatives.csv`: it tells what was derived, and
  /// [#hide] closes a statement in the table alone, without deriving its initiative anew.
  private static final List<String> EXPORTS =
      List.of(
          "/data",
          "/data/bandung.zip",
          "/data/bandung.xlsx",
          "/data/changes.atom",
          "/data/catalogue.jsonld",
          "/data/sdmx/structure.json",
          "/statistics.sdmx.csv?rows=reporter&columns=country",
          "/data/tossd?provider=QMM&year=2019",
          "/data/tossd.csv?provider=QMM&year=2019",
          "/data/tossd.csv?provider=QMM&year=2018",
          "/data/tossd.xlsx?provider=QMM&year=2019",
          "/iati/activities.xml",
          "/iati/activities.xml?country=QMM",
          "/iati/organisations.xml",
          "/iati/loss.json",
          "/iati/loss.csv",
          "/pictures",
          "/editions",
          "/statistics/pairs",
          "/statistics.csv?rows=reporter&columns=country",
          "/statistics/contributions.csv?measure=given&in=USD");

  private final List<String> open = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private InventedNode node;

  @BeforeAll
  void fill(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    RandomRecords.rates(node.bean(Rates.class));
    new SecretWorld(node).secrets.forEach(s -> closed.add(s.marker()));
    SEEDS.forEach(this::world);
    node.bean(Statistics.class).catchUp();
    node.bean(Dumps.class).make();
  }

  /// Every statement speaks of its own initiative, or of that of the one before it.
  private void world(long seed) {
    var registry = node.bean(Registry.class);
    var chance = new Random(seed);
    var records = new RandomRecords(seed);
    try (var run = registry.beginImport("iati", "random.xml")) {
      for (int i = 0; i < 25; i++) {
        var mark = "w" + seed + "x" + i + "x";
        var all = new ArrayList<Statement>();
        all.add(
            records.statement(
                "QM-" + seed, mark, Statement.Speaker.PUBLISHER, records.content("first" + mark)));
        boolean two = chance.nextBoolean();
        if (two) {
          all.add(
              records.statement(
                  "QN-" + seed, mark, Statement.Speaker.PARTY, records.content("second" + mark)));
        }
        run.receive(all);
        judge(registry, chance, mark, two, seed);
      }
      run.finish(false);
    }
  }

  private void judge(Registry registry, Random chance, String mark, boolean two, long seed) {
    var id = registry.find(Reader.PUBLIC, mark).orElseThrow().id();
    switch (chance.nextInt(4)) {
      case 0 -> {
        hide("update registry_initiative set audience = 'operator' where id = :id", id);
        closed.add("first" + mark);
        closed.add("second" + mark);
      }
      case 1 -> {
        registry.withdraw("iati:QM-" + seed, mark);
        registry.withdraw("iati:QN-" + seed, mark);
        closed.add("first" + mark);
        closed.add("second" + mark);
      }
      case 2 -> {
        if (two) {
          hide(
              """
              update registry_statement s set audience = 'operator' from registry_source src
              where s.source_id = src.id and src.key like 'iati:QN-%' and s.initiative_id = :id
              """,
              id);
          closed.add("second" + mark);
        }
        open.add("first" + mark);
      }
      default -> open.add(two ? "second" + mark : "first" + mark);
    }
  }

  private void hide(String sql, String id) {
    node.bean(Database.class)
        .inTransaction(() -> node.bean(Database.class).sql().sql(sql).param("id", id).update());
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  /// Everything that an export says, packed things unpacked.
  private String read(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(node.root() + path)).build();
    var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    var bytes = answer.body();
    return bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K'
        ? unpacked(bytes)
        : new String(bytes, StandardCharsets.UTF_8);
  }

  private static String unpacked(byte[] zip) throws IOException {
    var text = new StringBuilder();
    var file = Files.write(Files.createTempFile("export", ".zip"), zip);
    try (var in = new ZipFile(file.toFile())) {
      for (var entry : Collections.list(in.entries())) {
        var bytes = in.getInputStream(entry).readAllBytes();
        text.append(entry.getName()).append('\n');
        text.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
      }
    } finally {
      Files.delete(file);
    }
    return text.toString();
  }

  @Test
  void whatIsNotReleasedIsInNoByteOfAnyExport() throws Exception {
    assertThat(closed).hasSizeGreaterThan(60);
    assertThat(open).hasSizeGreaterThan(30);
    var found = new TreeMap<String, String>();
    for (var path : EXPORTS) {
      var said = read(path);
      closed.stream().filter(said::contains).forEach(mark -> found.put(mark, path));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void whatIsReleasedIsThereSoThatThisTestCanFail() throws Exception {
    for (var path : List.of("/data/bandung.zip", "/data/bandung.xlsx")) {
      var said = read(path);
      assertThat(open).as(path).allMatch(said::contains);
    }
    // what IATI has no form for is left out there
    var said = read("/iati/activities.xml");
    assertThat(open).filteredOn(said::contains).hasSizeGreaterThan(30);
  }
}
