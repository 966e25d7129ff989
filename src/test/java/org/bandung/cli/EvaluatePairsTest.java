package org.bandung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatePairsTest {

  @TempDir Path folder;

  private final CliDoor door = new CliDoor();

  /// Invented tools: the same have a code in common, the others only words.
  private static String pairs(int from, int to) {
    var random = new Random(5);
    var text = new StringBuilder();
    for (int i = from; i < to; i++) {
      int other = i % 3 == 0 ? i : i + 1000 + random.nextInt(900);
      text.append("COL name VAL water pump wp%dx COL price VAL %d\t".formatted(i, 100 + i))
          .append("COL name VAL pump for water wp-%dx COL price VAL \t".formatted(other))
          .append(i == other ? "1\n" : "0\n");
    }
    return text.toString();
  }

  @Test
  void learnsOnSomeAndCountsOnOthers() throws IOException {
    var train = Files.writeString(folder.resolve("train.txt"), pairs(0, 300));
    var test = folder.resolve("test.txt.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(test))) {
      out.write(pairs(300, 400).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    var ended =
        door.run(
            "evaluate",
            "pairs",
            "--train",
            train.toString(),
            "--valid",
            train.toString(),
            "--test",
            test.toString(),
            "--json");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isZero();
    assertThat(ended.out())
        .contains("\"precision\":1.0", "\"recall\":1.0", "\"f1\":1.0", "\"tested\":100");
    assertThat(door.opened).isFalse();
    var forPeople =
        door.run("evaluate", "pairs", "--train", train.toString(), "--test", test.toString());
    assertThat(forPeople.out()).contains("precision", "1.000");
  }

  @Test
  void skipsWhatIsNoPairAndTellsTheLines() throws IOException {
    var train = Files.writeString(folder.resolve("train.txt"), "nonsense\n" + pairs(0, 60));

    var ended =
        door.run("evaluate", "pairs", "--train", train.toString(), "--test", train.toString());

    assertThat(ended.exit()).isZero();
    assertThat(ended.err()).contains("train.txt").contains("1 line is no pair").contains(" 1");
  }

  @Test
  void refusesFilesItCannotLearnFrom() throws IOException {
    var train = Files.writeString(folder.resolve("train.txt"), "a\tb\t0\nc\td\t0\n");
    var empty = Files.writeString(folder.resolve("empty.txt"), "");
    var broken = Files.write(folder.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 1, 2});

    for (var file : new Path[] {empty, broken, folder, folder.resolve("missing.txt")}) {
      var ended =
          door.run("evaluate", "pairs", "--train", file.toString(), "--test", train.toString());
      assertThat(ended.exit()).isEqualTo(64);
      assertThat(ended.err()).contains("cannot be read as pairs");
    }
    var oneLabel =
        door.run("evaluate", "pairs", "--train", train.toString(), "--test", train.toString());
    assertThat(oneLabel.exit()).isEqualTo(64);
    assertThat(oneLabel.err()).contains("same label");
  }
}
