package org.bandung.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.bandung.search.vectors.Encoder;
import org.bandung.store.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without a usable encoder search goes on by words and topics.
class DirectionsTest {

  @TempDir Path home;

  /// Knows French, and fails on one text.
  private static final class Failing implements Encoder {
    @Override
    public float[] encode(String text) {
      if (text.startsWith("fail")) {
        throw new Trouble("This text is too much.");
      }
      return new float[] {text.length(), 0};
    }

    @Override
    public boolean speaks(String language) {
      return language.equals("fr");
    }

    @Override
    public double least() {
      return 0;
    }

    @Override
    public String fingerprint() {
      return "f";
    }
  }

  @Test
  void aFolderThatIsNoneIsAsIfThereWereNone() {
    var settings =
        new DatabaseSettings(
            home, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    var directions =
        new Directions(new SearchSettings(Optional.of(home.resolve("none"))), settings);

    assertThat(directions.fingerprint()).isEmpty();
    assertThat(directions.nearest()).isEmpty();
    assertThat(directions.of("seed banks", "en")).isEmpty();
    assertThat(directions.field("seed banks", "en")).isEmpty();
  }

  @Test
  void aTextThatFailsHasNoDirectionAndALongOneIsCut() {
    var directions = new Directions(Optional.of(new Failing()));

    assertThat(directions.of("fail", "fr")).isEmpty();
    assertThat(directions.of("banques", "en")).isEmpty();
    assertThat(directions.of("banques", "fr")).contains(new float[] {7, 0});
    assertThat(directions.of("a".repeat(1_000_000), "fr")).contains(new float[] {3_000, 0});
    assertThat(directions.field("banques", "fr").orElseThrow().name()).isEqualTo("vector_f");
  }

  @Test
  void whoAsksForExactWordsWantsTheseAlone() {
    assertThat(Queries.plain("South-South cooperation, in the uplands: seeds & rice")).isTrue();
    for (var exact :
        new String[] {"\"seed bank\"", "rice -seed", "-seed", "a | b", "see*", "(a)"}) {
      assertThat(Queries.plain(exact)).as(exact).isFalse();
    }
  }
}
