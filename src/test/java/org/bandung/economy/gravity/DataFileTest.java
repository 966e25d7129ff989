package org.bandung.economy.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.bandung.economy.gravity.Columns.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFileTest {

  @TempDir Path folder = Path.of("");

  private DataFile.Read read(byte[] bytes, String... wanted) throws IOException {
    var file = Files.write(folder.resolve("data.csv"), bytes);
    return DataFile.read(file, Set.of(wanted), Set.of("border"), Set.of("who"));
  }

  private DataFile.Read read(String text, String... wanted) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), wanted);
  }

  private static double[] numbers(DataFile.Read read, String name) {
    return ((Column.Numbers) read.columns().find(name).orElseThrow()).values();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsOutWhatPartsTheCells(String delimiter) throws IOException {
    var read = read("who,x,y\nQMM,1,2.5\nQNN,-3e2,4\n".replace(",", delimiter), "who", "y", "x");

    assertThat(numbers(read, "x")).containsExactly(1, -300);
    assertThat(numbers(read, "y")).containsExactly(2.5, 4);
    assertThat(((Column.Texts) read.columns().find("who").orElseThrow()).text(1)).isEqualTo("QNN");
  }

  @Test
  void readsPackedFilesWithAMarkAndQuotes() throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write("\uFEFF\"who\",\"x\"\r\n\"Q, M\",\"7\"\r\n".getBytes(StandardCharsets.UTF_8));
    }

    var read = read(bytes.toByteArray(), "who", "x");

    assertThat(numbers(read, "x")).containsExactly(7);
    assertThat(((Column.Texts) read.columns().find("who").orElseThrow()).text(0)).isEqualTo("Q, M");
    assertThat(read.sha256()).hasSize(64);
  }

  @Test
  void whatIsMissingIsNoNumber() throws IOException {
    assertThat(numbers(read("x\n1\nNA\n\"\"\n.\n", "x"), "x"))
        .containsExactly(1, Double.NaN, Double.NaN, Double.NaN);
  }

  @Test
  void aColumnWithAWordIsReadAsTexts() throws IOException {
    var read = read("who,id\nQMM,1\nQNN,B2\n", "who", "id");

    assertThat(((Column.Texts) read.columns().find("id").orElseThrow()).texts())
        .containsExactly("1", "B2");
  }

  @Test
  void readsWhatMayBeThereAndLeavesTheRest() throws IOException {
    var with = read("who,border,z\nQMM,1,2\n", "who");

    assertThat(with.columns().names()).containsExactlyInAnyOrder("who", "border");
    assertThat(read("who,z\nQMM,2\n", "who").columns().names()).containsExactly("who");
  }

  private void refuses(String text, String code, String... wanted) {
    assertThatThrownBy(() -> read(text, wanted))
        .isInstanceOfSatisfying(
            Fault.Found.class,
            found -> assertThat(found.faults().getFirst().code()).isEqualTo(code));
  }

  @Test
  void refusesWhatIsNoTable() {
    refuses("who,x\nQMM,1\nQNN\n", "data-width", "x");
    refuses("who,x\n", "data-empty", "x");
    refuses("", "data-empty", "x");
    refuses("x,x\n1,2\n", "data-name-twice", "x");
    refuses("trade\n1\n", "no-column-closest", "trad");
    refuses("trade\n1\n", "no-column", "distance");
  }

  @Test
  void refusesOtherEncodings() {
    assertThatThrownBy(() -> read(new byte[] {'x', '\n', (byte) 0xe9, '\n'}, "x"))
        .isInstanceOfSatisfying(
            Fault.Found.class,
            found -> assertThat(found.faults().getFirst().code()).isEqualTo("data-unreadable"));
  }

  @Test
  void refusesABrokenPackage() {
    assertThatThrownBy(() -> read(new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3}, "x"))
        .isInstanceOf(Fault.Found.class);
  }
}
