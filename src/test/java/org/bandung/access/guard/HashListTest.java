package org.bandung.access.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashListTest {

  @TempDir Path folder;

  private Path file(String content) throws Exception {
    return Files.writeString(folder.resolve("list.txt"), content);
  }

  private static String hash(int n) {
    return "%040X".formatted(n);
  }

  @ParameterizedTest
  @ValueSource(strings = {":1\r\n", "\n", ":123456789\n"})
  void findsEveryHashThatIsThereAndNoOther(String end) throws Exception {
    var random = new Random(7);
    var there = new TreeSet<String>();
    while (there.size() < 3_000) {
      there.add(hash(random.nextInt(1, 1_000_000)));
    }
    var list = HashList.open(file(String.join(end, there) + end));

    assertThat(there).allMatch(list::contains);
    for (int i = 0; i < 3_000; i++) {
      var other = hash(random.nextInt(1_000_000));
      assertThat(list.contains(other)).isEqualTo(there.contains(other));
    }
    assertThat(list.contains(hash(0))).isFalse();
    assertThat(list.contains("F".repeat(40))).isFalse();
  }

  @Test
  void aListOfOneLineWithoutAnEndIsAList() throws Exception {
    var list = HashList.open(file(hash(7)));
    assertThat(list.contains(hash(7))).isTrue();
    assertThat(list.contains(hash(8))).isFalse();
  }

  @Test
  void smallLettersAreTheSame() throws Exception {
    assertThat(
            HashList.open(file(hash(0xabc).toLowerCase(java.util.Locale.ROOT) + "\n"))
                .contains(hash(0xabc)))
        .isTrue();
  }

  @Test
  void saysWhatIsWrongWithAFile() throws Exception {
    refused(folder.resolve("none.txt"), "cannot be read");
    refused(folder, "cannot be read");
    refused(file(""), "is empty");
    refused(file("password1\npassword2\n"), "holds something else at byte 0");
    refused(file("x".repeat(100_000)), "");
    refused(file(hash(2) + "\n" + hash(1) + "\n"), "is not in ascending order");
    refused(file(hash(1) + "0\n"), "holds something else");
  }

  private static void refused(Path file, String why) {
    assertThatThrownBy(() -> HashList.open(file))
        .isInstanceOf(HashList.Unusable.class)
        .hasMessageContaining(why);
  }

  @Test
  void aFileThatWentAwayLetsNoPasswordThrough() throws Exception {
    var file = file(hash(1) + "\n");
    var list = HashList.open(file);
    Files.delete(file);
    assertThatThrownBy(() -> list.contains(hash(1))).isInstanceOf(UncheckedIOException.class);
  }
}
