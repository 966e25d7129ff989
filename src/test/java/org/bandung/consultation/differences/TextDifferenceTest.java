package org.bandung.consultation.differences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.consultation.differences.TextDifference.Fate.COMES;
import static org.bandung.consultation.differences.TextDifference.Fate.GOES;
import static org.bandung.consultation.differences.TextDifference.Fate.STAYS;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bandung.consultation.differences.TextDifference.Fate;
import org.bandung.consultation.differences.TextDifference.Piece;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

  @Test
  void wordsThatChangedAreShownWithinTheirParagraph() {
    var pieces =
        TextDifference.of(
            "First.\nMeridia gives ten pumps.\n", "First.\nMeridia gives two pumps.\nLast.", "en");

    assertThat(pieces)
        .containsExactly(
            new Piece(STAYS, "First.\nMeridia gives "),
            new Piece(GOES, "ten"),
            new Piece(COMES, "two"),
            new Piece(STAYS, " pumps.\n"),
            new Piece(COMES, "Last."));
  }

  @Test
  void wordsAreFoundWhereNoSpacesStand() {
    assertThat(TextDifference.of("双方同意提供水泵。", "双方同意提供水井。", "zh"))
        .contains(new Piece(STAYS, "双方同意提供"))
        .hasSizeGreaterThan(2);
  }

  @Test
  void equalTextsHaveOnePieceAndEmptyOnesNone() {
    assertThat(TextDifference.of("a b", "a b", "en")).containsExactly(new Piece(STAYS, "a b"));
    assertThat(TextDifference.of("", "", "en")).isEmpty();
    assertThat(TextDifference.of("", "a", "en")).containsExactly(new Piece(COMES, "a"));
  }

  @Test
  void textsMadeToBeSlowAreNot() {
    var lines = IntStream.range(0, 150_000).mapToObj(i -> "a\n").collect(Collectors.joining());
    var words = IntStream.range(0, 60_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    var others = IntStream.range(0, 60_000).mapToObj(i -> "v" + i).collect(Collectors.joining(" "));
    var paragraphs = IntStream.range(0, 4000).mapToObj(i -> i + "\n").collect(Collectors.joining());
    var reversed =
        IntStream.range(0, 4000).mapToObj(i -> (4000 - i) + "\n").collect(Collectors.joining());

    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          TextDifference.of(lines, lines + "b", "en");
          TextDifference.of(words, others, "en");
          TextDifference.of(paragraphs, reversed, "en");
        });
  }

  @Property(tries = 300)
  void thePiecesAreBothTexts(@ForAll("texts") String before, @ForAll("texts") String after) {
    var pieces = TextDifference.of(before, after, "en");

    assertThat(without(COMES, pieces)).isEqualTo(before);
    assertThat(without(GOES, pieces)).isEqualTo(after);
  }

  private static String without(Fate fate, java.util.List<Piece> pieces) {
    return pieces.stream()
        .filter(p -> p.fate() != fate)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("well", "pump", " ", "\n", ", ", "水井", "the", "بئر", "\r\n", "😀")
        .list()
        .ofMaxSize(30)
        .map(words -> String.join("", words));
  }
}
