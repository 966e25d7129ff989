package org.bandung.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bandung.kernel.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComplexityCommandTest {

  // Of QM 20 are k1 and 30 k2, of QN 30 and 20: each has an advantage in one product.
  private static final String TABLE =
      "country,product,value\nQM,k1,20\nQM,k2,30\nQN,k1,30\nQN,k2,20\n";

  @TempDir Path folder;

  private final CliDoor door = new CliDoor();

  @Test
  void printsJsonOfExactlyThreeFields() throws IOException {
    var ended = complexity(table(TABLE), "--json");

    assertThat(ended.exit()).isZero();
    assertThat(ended.err()).isEmpty();
    var json = json(ended);
    assertThat(json.propertyNames()).containsExactly("iterations", "countries", "products");
    assertThat(json.get("iterations").asInt()).isEqualTo(19);
    assertThat(json.get("countries").get(0).propertyNames()).containsExactly("country", "fitness");
    assertThat(json.get("products").get(1).propertyNames())
        .containsExactly("product", "complexity");
    assertThat(json.get("countries").get(0).get("country").asString()).isEqualTo("QM");
    assertThat(json.get("countries").get(0).get("fitness").asDouble()).isEqualTo(1);
    assertThat(door.opened).isFalse();
  }

  @Test
  void takesOtherNamesAndCountsUpdates() throws IOException {
    // Worked out in economy.indices.ComplexityTest: two updates of ((1, 1), (1, 0)).
    // QM is alone with k2 and k3 is QO's, so that QM and QN have an advantage in k1.
    var file = table("who;what;tonnes\nQM;k1;30\nQM;k2;30\nQN;k1;30\nQO;k3;900\n");
    var ended =
        complexity(
            file,
            "--country",
            "who",
            "--product",
            "WHAT",
            "--value=tonnes",
            "--iterations=1",
            "--json");

    assertThat(ended.exit()).isZero();
    // F (2, 1, 1) / (4/3); Q (1/2, 1, 1) / (5/6)
    var json = json(ended);
    assertThat(json.get("iterations").asInt()).isEqualTo(1);
    assertThat(json.get("countries").get(0).get("fitness").asDouble())
        .isCloseTo(1.5, within(1e-12));
    assertThat(json.get("products").get(0).get("complexity").asDouble())
        .isCloseTo(.6, within(1e-12));
  }

  @Test
  void keepsTheGoodRowsAndTellsTheOthers() throws IOException {
    var ended =
        complexity(table(TABLE + "QM,,5\nQM,k1,\nQN,k2,-4\nQN,k2,1.000,5\nQN,k1,NaN\n"), "--json");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(json(ended).get("countries")).hasSize(2);
    assertThat(ended.err())
        .contains("Line 6:", "Line 7:", "not reported is not zero", "Line 8:", "-4", "Line 10:");
    assertThat(ended.err()).contains("4 rows were not taken, 5 were.");
  }

  @Test
  void isReadableWithoutJson() throws IOException {
    var ended = complexity(table(TABLE));

    assertThat(ended.out()).contains("country\tfitness\n", "QM\t1.00000", "product\tcomplexity");
    assertThat(ended.err()).contains("2 countries, 2 products, 2 cells");
    assertThat(complexity(table(TABLE), "--lang=ar").out()).contains("اللياقة");
  }

  @Test
  void readsPackedFiles() throws IOException {
    var packed = folder.resolve("packed.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(TABLE.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(json(complexity(packed, "--json")).get("products")).hasSize(2);
  }

  @Test
  void readsJsonAndTellsOfRepeatedPairs() throws IOException {
    var lines =
        table(
            "{\"country\":\"QM\",\"product\":\"k1\"}\n"
                + "{\"country\":\"QM\",\"product\":\"k1\",\"value\":10}\n"
                + "{\"country\":\"QM\",\"product\":\"k1\",\"value\":10}\n"
                + "{\"country\":\"QN\",\"product\":\"k2\",\"value\":1.5e3}\n");
    var ended = complexity(lines, "--json");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).contains("Line 1:", "1 row repeats", "1 row was not taken, 3 were.");
    assertThat(json(ended).get("countries")).hasSize(2);
  }

  @Test
  void refusesWhatIsNoTable() throws IOException {
    var nul = Files.write(folder.resolve("nul.csv"), new byte[] {'a', ',', 0, 0, 'b'});
    var line = table("country,product,value\nQM,k1," + "9".repeat(40_000_000));
    var names = table("pays,produit,valeur\nQM,k1,3\n");
    var zero = table("country,product,value\nQM,k1,0\n");
    for (var file :
        new Path[] {nul, line, names, zero, table(""), folder.resolve("missing.csv"), two()}) {
      var ended = complexity(file, "--json");

      assertThat(ended.exit()).as(file.toString()).isEqualTo(2);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err()).isNotBlank().doesNotContain("Exception", "\tat ");
    }
    assertThat(complexity(names).err()).contains("pays, produit, valeur");
    assertThat(complexity(two()).err()).contains("more than one table");
  }

  @Test
  void refusesBombsAndGridsThatAreTooWide() throws IOException {
    var bomb = folder.resolve("bomb.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write("country,product,value\n".getBytes(StandardCharsets.UTF_8));
      zeros(out);
    }
    var wide = folder.resolve("wide.csv");
    try (var out = Files.newBufferedWriter(wide)) {
      out.write("country,product,value\n");
      for (var at = 0; at < 2_100; at++) {
        out.write("Q%d,k%d,1\n".formatted(at, at));
      }
    }

    assertThat(complexity(bomb).exit()).isEqualTo(2);
    var ended = complexity(wide);
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("4000000");
  }

  @Test
  void refusesNumbersOfUpdatesThatAreNone() throws IOException {
    var file = table(TABLE);

    assertThat(complexity(file, "--iterations", "0").exit()).isEqualTo(64);
    assertThat(complexity(file, "--iterations", "100000000").err()).contains("1,000");
    assertThat(door.run("economy", "complexity").exit()).isEqualTo(64);
  }

  @Test
  @Tag("corpus")
  void theRealTableGivesThePublishedFitness() throws IOException {
    var file = Corpus.data("data/trade/economiccomplexity_country_product_avg1998_2000.csv.gz");
    var json = json(complexity(file, "--json"));

    assertThat(json.get("countries")).hasSize(226);
    assertThat(json.get("products")).hasSize(785);
    // The first of the published file.
    assertThat(json.get("countries").get(0).get("country").asString()).isEqualTo("afg");
    assertThat(json.get("countries").get(0).get("fitness").asDouble())
        .isCloseTo(0.786056550925025, within(1e-9));
  }

  private static void zeros(OutputStream out) throws IOException {
    var block = new byte[1 << 20];
    for (var at = 0; at < 200; at++) {
      out.write(block);
    }
  }

  private Path two() throws IOException {
    var zip = folder.resolve("two.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (var name : new String[] {"a.csv", "b.csv"}) {
        out.putNextEntry(new ZipEntry(name));
        out.write(TABLE.getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }

  private Path table(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "table", ".csv"), text);
  }

  private CliDoor.Ended complexity(Path file, String... more) {
    var arguments = new String[4 + more.length];
    arguments[0] = "economy";
    arguments[1] = "complexity";
    arguments[2] = "--data";
    arguments[3] = file.toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return door.run(arguments);
  }

  private static JsonNode json(CliDoor.Ended ended) {
    return JsonMapper.builder().build().readTree(ended.out());
  }
}
