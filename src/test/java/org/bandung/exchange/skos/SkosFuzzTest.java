package org.bandung.exchange.skos;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.Optional;
import org.bandung.concepts.ConceptSettings;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.Messages;

/// Any bytes as a vocabulary, in each format: whatever is kept is fit to be kept, is read back from
/// the files of the node as it was written, and each note has its words.
class SkosFuzzTest {

  private static final Messages WORDS = Messages.of("exchange");
  private static final Concepts OURS = new Concepts();

  @FuzzTest(maxDuration = "10m")
  void readsAnything(byte[] bytes) throws IOException {
    for (var format : SkosFormat.values()) {
      var reading =
          SkosReader.read(
              new ByteArrayInputStream(bytes), "a", Optional.of(format), SkosLimits.USUAL);
      reading.notes().told().forEach(n -> assertThat(WORDS.has("note." + n.code())).isTrue());
      for (var concept : reading.scheme().concepts()) {
        fit(concept);
      }
      if (!reading.scheme().concepts().isEmpty()) {
        lasts(reading.scheme());
      }
    }
  }

  private static void fit(SkosConcept concept) {
    assertThat(concept.address()).doesNotStartWith("_:");
    assertThat(concept.labels()).isNotEmpty();
    assertThat(Concepts.languages()).containsAll(concept.labels().keySet());
    concept
        .labels()
        .values()
        .forEach(labels ->
            assertThat(labels)
                .allSatisfy(l ->
                    assertThat(l).isNotBlank().doesNotContain("|", "\n").hasSizeBetween(1, 200)));
  }

  private static void lasts(SkosScheme scheme) throws IOException {
    var folder = Files.createTempDirectory("bandung-fuzz");
    try {
      var settings = new ConceptSettings(Optional.of(folder));
      var crossed = SkosCrosswalk.plug(scheme, "key", OURS.ours()).concepts();
      new Concepts(settings).plug("key", crossed);
      var all = new Concepts(settings).all().stream().toList();
      assertThat(all.subList(OURS.ours().size(), all.size())).isEqualTo(crossed);
      crossed.forEach(c -> assertThat(OURS.above(c.id())).doesNotContainKey(c.id()));
    } finally {
      try (var paths = Files.walk(folder)) {
        for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
