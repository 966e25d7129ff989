package org.bandung.exchange.skos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files made to do harm, or broken on the way: the good part is kept, the rest is told.
@Timeout(60)
class SkosHostileTest {

  private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  private static final String GOOD = "m:1 a skos:Concept ; skos:prefLabel \"rice\"@en .\n";

  private static String rdf(String before, String label) {
    return before
        + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:skos=\""
        + SKOS
        + "\"><skos:Concept rdf:about=\"https://meridia.example/1\"><skos:prefLabel xml:lang=\"en\">"
        + label
        + "</skos:prefLabel></skos:Concept></rdf:RDF>";
  }

  @Test
  void noEntityEverReadsAFile(@TempDir Path folder) throws IOException {
    var secret = Files.writeString(folder.resolve("secret"), "very secret");
    var reading =
        SkosFiles.read(
            rdf("<!DOCTYPE r [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>", "&x;"), "a.rdf");

    assertThat(reading.scheme().concepts()).isEmpty();
    assertThat(SkosFiles.codes(reading)).containsExactly("bandung.skos-doctype");
  }

  @Test
  void noEntityIsExpanded() {
    var bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"lol\">");
    for (int i = 1; i < 12; i++) {
      bomb.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }

    var reading = SkosFiles.read(rdf(bomb + "]>", "&a11;"), "a.rdf");

    assertThat(SkosFiles.codes(reading)).containsExactly("bandung.skos-doctype");
  }

  @Test
  void manyOrdinaryReferencesAreNoBomb() {
    var reading = SkosFiles.read(rdf("", "A &amp; B".repeat(15)), "a.rdf");

    assertThat(SkosFiles.only(reading).labels().get("en")).isEqualTo(List.of("A & B".repeat(15)));
  }

  @Test
  void noContextIsFetched() throws IOException {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(300);
      var address = "http://127.0.0.1:" + server.getLocalPort() + "/context.jsonld";
      var reading =
          SkosFiles.read(
              "{\"@context\": \"" + address + "\", \"@id\": \"urn:x\", \"prefLabel\": \"rain\"}",
              "a.jsonld");

      assertThat(SkosFiles.codes(reading)).containsExactly("bandung.skos-context");
      assertThat(reading.notes().told().getFirst().arguments()).containsExactly(address);
      assertThat(reading.whole()).isFalse();
      assertThat(called(server)).isFalse();
    }
  }

  private static boolean called(ServerSocket server) throws IOException {
    try (var caller = server.accept()) {
      return caller.isConnected();
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  @Test
  void nestingHasAnEnd() {
    var turtle = SkosFiles.turtle(GOOD + "m:2 skos:related " + "[ skos:related ".repeat(200_000));
    var json = SkosFiles.read("{\"@graph\":".repeat(100_000), "a.jsonld");
    var list = SkosFiles.read("[".repeat(1_000_000), "a.jsonld");
    var xml = SkosFiles.read(rdf("", "<a>".repeat(100_000)), "a.rdf");

    assertThat(turtle.scheme().concepts()).hasSize(1);
    for (var reading : List.of(turtle, json, list, xml)) {
      assertThat(reading.whole()).isFalse();
      assertThat(SkosFiles.codes(reading))
          .containsAnyOf("bandung.skos-too-deep", "bandung.skos-broken");
    }
  }

  @Test
  void aListThatIsCutOffIsNotReadForEver() {
    var reading = SkosFiles.turtle(GOOD + "m:2 skos:related (\"a\"@en .\n");

    assertThat(reading.scheme().concepts()).hasSize(1);
    assertThat(reading.whole()).isFalse();
    assertThat(SkosFiles.codes(reading)).contains("bandung.skos-broken");
  }

  @Test
  void circlesAreCut() {
    var reading =
        SkosFiles.turtle(
            """
            m:1 a skos:Concept ; skos:prefLabel "a"@en ; skos:broader m:1, m:2 .
            m:2 a skos:Concept ; skos:prefLabel "b"@en ; skos:broader m:3 .
            m:3 a skos:Concept ; skos:prefLabel "c"@en ; skos:broader m:1 .
            """);

    assertThat(SkosFiles.codes(reading)).containsExactly("bandung.skos-circle");
    assertThat(reading.scheme().concepts())
        .extracting(c -> c.broader().size())
        .containsExactly(1, 1, 0);
  }

  @Test
  void aLongWayUpIsNoCircle() {
    var text = new StringBuilder(SkosFiles.PREFIXES);
    for (int i = 0; i < 50_000; i++) {
      text.append("m:%d skos:prefLabel \"t%d\"@en ; skos:broader m:%d .%n".formatted(i, i, i + 1));
    }

    var reading = SkosFiles.read(text.toString(), "a.ttl");

    assertThat(reading.scheme().concepts()).hasSize(50_000);
    assertThat(SkosFiles.codes(reading)).containsExactly("bandung.skos-broader-unknown");
  }

  @Test
  void brokenTextIsLeftOutAndTheRestKept() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        (SkosFiles.PREFIXES + GOOD + "m:1 skos:altLabel \"r").getBytes(StandardCharsets.UTF_8));
    bytes.write(0xe9);
    bytes.writeBytes("e\"@en, \"paddy\"@en .\n".getBytes(StandardCharsets.UTF_8));

    var reading = SkosFiles.read(bytes.toByteArray(), "a.ttl", SkosLimits.USUAL);

    assertThat(SkosFiles.only(reading).labels().get("en")).isEqualTo(List.of("rice", "paddy"));
    assertThat(SkosFiles.codes(reading)).containsExactly("bandung.skos-label-broken");
  }

  @Test
  void whatStandsBeforeAFaultIsKept() {
    var turtle = SkosFiles.turtle(GOOD + "m:2 skos:prefLabel \"never closed@en .\n");
    var xml = SkosFiles.read(rdf("", "rice").replace("</rdf:RDF>", "<oops>"), "a.rdf");

    for (var reading : List.of(turtle, xml)) {
      assertThat(SkosFiles.only(reading).labels().get("en")).isEqualTo(List.of("rice"));
      assertThat(SkosFiles.codes(reading)).containsExactly("bandung.skos-broken");
      assertThat(reading.notes().told().getFirst().line()).isPositive();
      assertThat(reading.whole()).isFalse();
    }
  }

  @Test
  void aFaultyLineCostsThatLine() {
    var line = "<urn:m:%s> <" + SKOS + "prefLabel> \"%s\"@en .%n";
    var reading =
        SkosFiles.read(
            line.formatted("1", "rice") + "this is no statement\n" + line.formatted("2", "maize"),
            "a.nt");

    assertThat(reading.scheme().concepts()).hasSize(2);
    assertThat(SkosFiles.codes(reading)).contains("bandung.skos-value");
    assertThat(reading.notes().told().getFirst().line()).isEqualTo(2);
  }

  @Test
  void aStatementWithoutAnEndIsNotWaitedFor() {
    var reading =
        SkosFiles.read(
            (SkosFiles.PREFIXES + GOOD + "m:2 skos:definition \"" + "x".repeat(3 << 20))
                .getBytes(StandardCharsets.UTF_8),
            "a.ttl",
            SkosLimits.USUAL.withStretch(2 << 20));

    assertThat(reading.scheme().concepts()).hasSize(1);
    assertThat(SkosFiles.codes(reading)).containsExactly("bandung.record-too-large");
  }

  @Test
  void aFileThatIsTooLargeIsReadAsFarAsItMay() {
    var text = SkosFiles.PREFIXES + GOOD + ("# " + "x".repeat(98) + "\n").repeat(30_000) + GOOD;
    var reading =
        SkosFiles.read(
            text.getBytes(StandardCharsets.UTF_8),
            "a.ttl",
            SkosLimits.USUAL.withCharacters(2 << 20));

    assertThat(reading.scheme().concepts()).hasSize(1);
    assertThat(SkosFiles.codes(reading)).containsExactly("bandung.skos-too-large");
  }

  @Test
  void tooManyConceptsAreTold() {
    var reading =
        SkosFiles.read(
            (SkosFiles.PREFIXES
                    + GOOD
                    + "m:2 skos:prefLabel \"b\"@en . m:3 skos:prefLabel \"c\"@en .")
                .getBytes(StandardCharsets.UTF_8),
            "a.ttl",
            SkosLimits.USUAL.withConcepts(2));

    assertThat(reading.scheme().concepts()).hasSize(2);
    assertThat(SkosFiles.codes(reading)).containsExactly("bandung.skos-too-many");
  }

  @Test
  void tooManyLabelsAndLinksAreTold() {
    var text = new StringBuilder(GOOD + "m:1 skos:altLabel ");
    for (int i = 0; i < 400; i++) {
      text.append("\"l%d\"@en, ".formatted(i));
    }
    text.append("\"last\"@en ; skos:related ");
    for (int i = 0; i < 1_200; i++) {
      text.append("m:r%d, ".formatted(i));
    }
    var reading = SkosFiles.turtle(text + "m:last .");

    assertThat(SkosFiles.only(reading).labels().get("en")).hasSize(300);
    assertThat(reading.notes().counts().keySet())
        .containsExactly("bandung.skos-too-many-labels", "bandung.skos-too-many-links");
    assertThat(reading.notes().told()).hasSize(2 * SkosNotes.TOLD);
  }

  @Test
  void aConceptWithoutAnAddressIsLeftOut() {
    var reading = SkosFiles.turtle(GOOD + "[] a skos:Concept ; skos:prefLabel \"x\"@en .");

    assertThat(reading.scheme().concepts()).hasSize(1);
    assertThat(SkosFiles.codes(reading)).containsExactly("bandung.skos-no-address");
  }

  @Test
  void anythingElseIsTold() {
    for (var text :
        List.of("<html><body>no</body></html>", "PK\u0003\u0004", "a,b\n1,2\n", "{", "\u0000")) {
      var reading = SkosFiles.read(text, "a");

      assertThat(reading.scheme().concepts()).isEmpty();
      assertThat(SkosFiles.codes(reading)).as(text).isNotEmpty();
    }
  }
}
