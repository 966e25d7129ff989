package org.bandung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bandung.cli.talk.Talk;
import org.bandung.concepts.ConceptSettings;
import org.bandung.concepts.Concepts;
import org.bandung.exchange.files.InputSettings;
import org.bandung.exchange.skos.Vocabularies;
import org.bandung.kernel.ShippedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConceptCommandsTest {

  private static final String TERMS =
      """
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      <https://meridia.example/1> a skos:Concept ; skos:prefLabel "Agroforestry"@en .
      <https://meridia.example/2> a skos:Concept ; skos:prefLabel "porridge ovens"@en, "bare" .
      """;

  @TempDir Path folder;

  /// What a command printed, and how it ended.
  private record Ended(int exit, String out, String err) {}

  private Concepts concepts() {
    return new Concepts(new ConceptSettings(Optional.of(folder.resolve("concepts"))));
  }

  /// A house with the topics alone.
  private final class TopicsOnly implements Rooms, Serving {
    @Override
    public <T> T open(Class<T> service) {
      return service.cast(new Vocabularies(concepts(), InputSettings.WEB_ONLY));
    }

    @Override
    public void serve(OptionalInt port, Serving.Voice voice) {
      throw new AssertionError("nobody serves here");
    }
  }

  private Ended run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var talk =
        new Talk(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Talk.language(arguments, Map.of()),
            new Talk.Terminal(false, false, 80));
    var house = new TopicsOnly();
    int exit = new Cli(house, house, talk).run(arguments);
    return new Ended(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void exportsToStandardOutputInAnyFormat() {
    var turtle = run("export", "concepts", "-");
    var xml = run("export", "concepts", "-", "--format", "rdfxml");
    var json = run("export", "concepts", "-", "--format", "jsonld");

    assertThat(turtle.exit()).isZero();
    assertThat(turtle.out())
        .contains("skos:ConceptScheme", "\"agroforestry\"@en", "topic:agroforestry");
    assertThat(xml.out()).startsWith("<?xml").contains("<skos:prefLabel xml:lang=\"zh\">");
    assertThat(json.out().strip()).startsWith("[").endsWith("]");
  }

  @Test
  void exportsToAFileThatIsNotThereYet() throws IOException {
    var file = folder.resolve("topics.nt");
    int topics = ShippedTable.read("concepts/topics.csv").size();

    assertThat(run("export", "concepts", file.toString()).err()).contains(topics + " topics");
    assertThat(Files.readString(file)).startsWith("<urn:bandung:thesaurus> <");
    assertThat(run("export", "concepts", file.toString()).exit()).isEqualTo(64);
    assertThat(run("export", "concepts", file.toString(), "--replace").exit()).isZero();
    assertThat(run("export", "concepts", "-", "--format", "word").err()).contains("turtle, rdfxml");
  }

  @Test
  void importsAndSaysWhatBecameOfEverything() throws IOException {
    var file = Files.writeString(folder.resolve("terms.ttl"), TERMS).toString();

    var ended = run("import", "concepts", file, "--name", "mer");

    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("Topics: 2.", "en 2", "ours: 1");
    assertThat(ended.err())
        .contains("line ", "“bare” does not say its language", "Give every label a language tag.")
        .contains(folder.resolve("concepts/mer").toString());
    assertThat(concepts().tag("porridge ovens", "en").counts()).containsKey("mer:2");
  }

  @Test
  void speaksTheLanguageOfTheOperator() throws IOException {
    var file = Files.writeString(folder.resolve("terms.ttl"), TERMS).toString();

    assertThat(run("import", "concepts", file, "--name", "mer", "--lang", "fr").out())
        .contains("Thèmes : 2.");
    assertThat(run("import", "concepts", file, "--name", "mer", "--json").out())
        .contains("\"topics\":2", "\"whole\":true");
  }

  @Test
  void aFileWithoutAVocabularyAndAWrongNameEndBadly() throws IOException {
    var file = Files.writeString(folder.resolve("a.ttl"), "nothing of the kind").toString();

    var ended = run("import", "concepts", file, "--name", "mer");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("line 1");
    assertThat(folder.resolve("concepts")).doesNotExist();
    assertThat(run("import", "concepts", file, "--name", "../up").exit()).isEqualTo(64);
    assertThat(run("import", "concepts", file).exit()).isEqualTo(64);
  }
}
