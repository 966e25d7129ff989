package org.bandung.exchange.skos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.bandung.concepts.ConceptSettings;
import org.bandung.concepts.Concepts;
import org.bandung.exchange.files.InputSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabulariesTest {

  private static final String TERMS =
      SkosFiles.PREFIXES
          + """
          m:t1 a skos:Concept ; skos:prefLabel "SCHOOL FEEDING"@en, "Cantines de Méridie"@fr ; skos:notation "7.1" .
          m:t2 a skos:Concept ; skos:prefLabel "meridian canteens"@en ; skos:broader m:t1 ;
            skos:closeMatch <urn:bandung:topic:nutrition> .
          m:t3 a skos:Concept ; skos:prefLabel "porridge ovens"@en ; skos:broader m:t1 .
          """;

  @TempDir Path folder;

  private Concepts concepts() {
    return new Concepts(new ConceptSettings(Optional.of(folder.resolve("concepts"))));
  }

  private Vocabularies.Plugged plug(Path file, boolean trial) throws IOException {
    return new Vocabularies(concepts(), InputSettings.WEB_ONLY)
        .plug(file.toString(), "mer", Optional.empty(), trial);
  }

  @Test
  void tiesConceptsToOursByMatchAndByLabel() throws IOException {
    var plugged = plug(Files.writeString(folder.resolve("terms.ttl"), TERMS), false);

    assertThat(plugged.notes()).isEmpty();
    assertThat(plugged.topics()).isEqualTo(3);
    assertThat(plugged.labels()).isEqualTo(Map.of("en", 3, "fr", 1));
    assertThat(plugged.byMapping()).isEqualTo(1);
    assertThat(plugged.byLabel()).isEqualTo(1);
    var concepts = concepts();
    assertThat(concepts.tag("les cantines de Méridie", "fr").counts())
        .containsKey("school-feeding");
    assertThat(concepts.tag("Meridian canteens", "en").counts()).containsKey("nutrition");
    assertThat(concepts.tag("porridge ovens", "en").counts()).containsKey("mer:t3");
    assertThat(concepts.above("mer:t3")).containsKey("school-feeding");
    assertThat(concepts.ofCode("mer", "7.1")).containsExactly("school-feeding");
  }

  @Test
  void aTrialWritesNothing() throws IOException {
    var plugged = plug(Files.writeString(folder.resolve("terms.ttl"), TERMS), true);

    assertThat(plugged.topics()).isEqualTo(3);
    assertThat(plugged.folder()).isEmpty();
    assertThat(folder.resolve("concepts")).doesNotExist();
  }

  @Test
  void readsWhatIsPackedAndKeepsTheGoodPartOfWhatIsCutOff() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(TERMS.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 5_000; i++) {
        var line = "m:n%d skos:prefLabel \"term %d\"@en .%n".formatted(i, i * 7919);
        gzip.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    var whole = packed.toByteArray();
    var file = folder.resolve("terms.ttl.gz");
    Files.write(file, whole);
    assertThat(plug(file, true).topics()).isEqualTo(5_003);

    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    var cut = plug(file, false);

    assertThat(cut.whole()).isFalse();
    assertThat(cut.topics()).isBetween(2_000, 4_000);
    assertThat(cut.counts()).containsOnlyKeys("bandung.broken-archive");
  }

  @Test
  void whatIsNotThereIsTold() throws IOException {
    var plugged = plug(folder.resolve("nowhere.ttl"), false);

    assertThat(plugged.whole()).isFalse();
    assertThat(plugged.counts()).containsOnlyKeys("bandung.no-such-file");
    assertThat(plugged.folder()).isEmpty();
  }

  @Test
  void ourOwnThesaurusPluggedInIsAllOurs() throws IOException {
    var file = folder.resolve("topics.rdf");
    try (var out = Files.newOutputStream(file)) {
      new Vocabularies(concepts(), InputSettings.WEB_ONLY)
          .export(Map.of("en", "Topics"), SkosFormat.RDF_XML, out);
    }

    var plugged = plug(file, false);

    assertThat(plugged.byMapping()).isEqualTo(concepts().ours().size());
    assertThat(concepts().tag("school feeding", "en"))
        .isEqualTo(new Concepts().tag("school feeding", "en"));
  }
}
