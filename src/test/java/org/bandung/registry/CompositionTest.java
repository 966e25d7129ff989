package org.bandung.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Statement;
import org.junit.jupiter.api.Test;

class CompositionTest {

  private static Composition.Voice voice(
      String key, Statement.Speaker speaker, long date, Content content) {
    return new Composition.Voice(key, speaker, date, content);
  }

  @Test
  void aParticipantSpeaksBeforeTheReporterAndACompilationLast() {
    var composed =
        Composition.compose(
            List.of(
                voice("a", Statement.Speaker.COMPILATION, 9, Samples.content("Third", "2001")),
                voice("b", Statement.Speaker.PUBLISHER, 8, Samples.content("Second", "2002")),
                voice("c", Statement.Speaker.PARTY, 1, Samples.content("First", "2003"))));

    assertThat(composed.content().title().byLanguage()).containsEntry("en", "First");
    assertThat(composed.provenance()).containsEntry("title", "c").containsEntry("actual", "c");
  }

  @Test
  void ofEqualRankTheNewestSpeaksFirstAndTiesGoByKey() {
    var voices =
        List.of(
            voice("b", Statement.Speaker.PARTY, 5, Samples.content("b", "2001")),
            voice("a", Statement.Speaker.PARTY, 5, Samples.content("a", "2001")),
            voice("c", Statement.Speaker.PARTY, 7, Samples.content("c", "2001")));

    assertThat(Composition.ordered(voices))
        .extracting(Composition.Voice::key)
        .containsExactly("c", "a", "b");
  }

  @Test
  void whatTheFirstDoesNotSayComesFromTheNext() {
    var composed =
        Composition.compose(
            List.of(
                voice("a", Statement.Speaker.PARTY, 9, Samples.content("Title", "")),
                voice("b", Statement.Speaker.PUBLISHER, 8, Samples.content("Other", "2002"))));

    assertThat(composed.provenance()).containsEntry("actual", "b");
  }

  @Test
  void twoParticipantsThatSpeakBothKeepTheirPartners() {
    var composed =
        Composition.compose(
            List.of(
                voice(
                    "a", Statement.Speaker.PARTY, 9, Samples.content("T", "2001", "QMM:provider")),
                voice(
                    "b", Statement.Speaker.PARTY, 8, Samples.content("T", "2001", "QNN:recipient")),
                voice(
                    "c",
                    Statement.Speaker.COMPILATION,
                    8,
                    Samples.content("T", "2001", "QXX:provider"))));

    assertThat(composed.content().participants())
        .containsExactly(Samples.participant("QMM:provider"), Samples.participant("QNN:recipient"));
  }

  @Property
  void theOrderInWhichStatementsArriveDoesNotMatter(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int count) {
    var random = new Random(seed);
    var voices = new ArrayList<Composition.Voice>();
    for (int i = 0; i < count; i++) {
      var speaker = Statement.Speaker.values()[random.nextInt(3)];
      var title = random.nextBoolean() ? "Title " + i : "";
      voices.add(
          voice(
              "k" + i,
              speaker,
              random.nextInt(3),
              Samples.content(title, "" + (1990 + i), "QMM:provider")));
    }
    var once = Composition.compose(voices);
    Collections.shuffle(voices, random);

    assertThat(Composition.compose(voices)).isEqualTo(once);
  }

  @Property
  void everyFieldComesFromAStatementThatSaysSo(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int count) {
    var random = new Random(seed);
    var voices = new ArrayList<Composition.Voice>();
    for (int i = 0; i < count; i++) {
      voices.add(
          voice(
              "k" + i,
              Statement.Speaker.values()[random.nextInt(3)],
              random.nextInt(9),
              Samples.content("Title " + i, random.nextBoolean() ? "" : "" + (1980 + i))));
    }
    var composed = Composition.compose(voices);

    composed
        .provenance()
        .forEach(
            (field, key) -> assertThat(voices).extracting(Composition.Voice::key).contains(key));
    var actual = composed.provenance().get("actual");
    if (actual != null) {
      var speaker = voices.stream().filter(v -> v.key().equals(actual)).findFirst().orElseThrow();
      assertThat(composed.content().actual()).isEqualTo(speaker.content().actual());
    }
  }
}
