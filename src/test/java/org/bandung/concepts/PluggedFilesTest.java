package org.bandung.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A vocabulary of an invented world beside our own topics.
class PluggedFilesTest {

  private static final Concept LOOMS =
      new Concept(
          "mer:looms",
          Map.of("en", List.of("quantum looms", "loomcraft"), "fr", List.of("métiers quantiques")),
          List.of("mer:crafts"),
          List.of(),
          Map.of("mer", List.of("L.1"), "sdg", List.of("9.b")),
          null);
  private static final Concept CRAFTS =
      new Concept(
          "mer:crafts",
          Map.of("en", List.of("meridian crafts")),
          List.of(),
          List.of(),
          Map.of("mer", List.of("L")),
          "agriculture");

  @TempDir Path home;

  private Concepts concepts;

  @BeforeEach
  void plugIn() {
    concepts().plug("mer", List.of(LOOMS, CRAFTS));
    concepts = concepts();
  }

  private Concepts concepts() {
    return new Concepts(new ConceptSettings(Optional.of(home.resolve("concepts"))));
  }

  @Test
  void isHeldBesideOurs() {
    assertThat(concepts.plugged()).containsExactly("mer");
    assertThat(concepts.all()).hasSize(concepts.ours().size() + 2).endsWith(LOOMS, CRAFTS);
    assertThat(concepts.ours()).extracting(Concept::id).noneMatch(id -> id.contains(":"));
  }

  @Test
  void itsTopicsAreFoundInTexts() {
    assertThat(concepts.tag("a workshop on quantum looms", "en").counts()).containsKey("mer:looms");
    assertThat(concepts.tag("formation aux métiers quantiques", "fr").counts())
        .containsKey("mer:looms");
  }

  @Test
  void whatIsTheSameAsATopicOfOursCountsAsOurs() {
    assertThat(concepts.tag("meridian crafts", "en").counts()).containsOnlyKeys("agriculture");
    assertThat(concepts.ofCode("mer", "L")).containsExactly("agriculture");
    assertThat(concepts.ofCode("mer", "L.1")).containsExactly("mer:looms");
    assertThat(concepts.above("mer:looms")).containsKey("agriculture");
    assertThat(concepts.narrower("agriculture")).contains("mer:looms");
    assertThat(concepts.find("mer:crafts")).hasValue(CRAFTS);
  }

  @Test
  void ourOwnTopicsAreFoundAsBefore() {
    var without = new Concepts();
    for (var concept : without.all()) {
      var label = concept.label("en");
      assertThat(concepts.tag(label, "en")).isEqualTo(without.tag(label, "en"));
      assertThat(concepts.above(concept.id())).isEqualTo(without.above(concept.id()));
    }
  }

  @Test
  void theFingerprintTellsThatItIsThere() {
    assertThat(concepts.fingerprint())
        .isNotEqualTo(new Concepts().fingerprint())
        .isEqualTo(concepts().fingerprint());
  }

  @Test
  void anotherOfTheSameNameTakesItsPlace() throws IOException {
    concepts.plug("mer", List.of(CRAFTS));

    assertThat(concepts().find("mer:looms")).isEmpty();
    assertThat(concepts().find("mer:crafts")).isPresent();
    try (var left = Files.list(home.resolve("concepts"))) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void aBrokenFolderIsLeftOutAndTheRestKept() throws IOException {
    concepts.plug("zed", List.of());
    Files.writeString(home.resolve("concepts/zed/topics.csv"), "no,such,columns\n1,2,3\n");
    Files.createDirectories(home.resolve("concepts/.new-123"));
    Files.writeString(
        home.resolve("concepts/mer/labels-en.csv"),
        "id,preferred\n",
        java.nio.file.StandardOpenOption.APPEND);

    assertThat(concepts().all().size()).isGreaterThanOrEqualTo(concepts.ours().size());
    assertThat(concepts().tag("health", "en").counts()).containsKey("health");
  }

  @Test
  void aTopicOfOursThatIsGoneIsNoTie() {
    concepts.plug(
        "mer",
        List.of(
            new Concept(
                "mer:x",
                Map.of("en", List.of("xylotomy")),
                List.of(),
                List.of(),
                Map.of(),
                "gone")));

    assertThat(concepts().tag("xylotomy", "en").counts()).containsKey("mer:x");
  }

  @Test
  void aNameIsNeverAPath() {
    for (var key : List.of("sdg", "..", "a/b", "", "A", "1a", "x".repeat(31), "a\nb")) {
      assertThat(Concepts.isKey(key)).as(key).isFalse();
      assertThatThrownBy(() -> concepts.plug(key, List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
