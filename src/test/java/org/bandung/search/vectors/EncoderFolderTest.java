package org.bandung.search.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An encoder plugged in by a folder, with a small real one; and folders that are none.
class EncoderFolderTest {

  @TempDir Path folder;
  @TempDir Path unpacked;

  /// A program without the libraries, as it is shipped: the tests' own are hidden.
  private static final class Shipped extends ClassLoader {
    Shipped() {
      super(EncoderFolderTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("ai.") || name.startsWith("com.google.gson.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public java.net.@Nullable URL getResource(String name) {
      return name.startsWith("ai/") || name.startsWith("com/google/gson/")
          ? null
          : super.getResource(name);
    }
  }

  @BeforeEach
  void layOut() throws IOException {
    EncoderFiles.in(folder);
  }

  private Encoder open() {
    return open("first");
  }

  /// A process opens one encoder; to open another it would have to unpack its libraries elsewhere.
  private Encoder open(String unpackedTo) {
    return new EncoderFolder(folder, unpacked.resolve(unpackedTo), new Shipped()).open();
  }

  private static double cosine(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  @Test
  void textsThatSayTheLikePointTheLikeWay() throws IOException {
    var encoder = open();
    var seeds = encoder.encode("Banks of seeds kept by farmers");
    var varieties = encoder.encode("Villages preserve their old crop varieties");
    var roads = encoder.encode("A motorway between two ports");

    assertThat(cosine(seeds, seeds)).isCloseTo(1, Offset.offset(1e-5));
    assertThat(cosine(seeds, varieties)).isGreaterThan(cosine(seeds, roads) + 0.2);
    assertThat(encoder.encode("seeds ".repeat(20_000))).hasSize(384);
    assertThat(encoder.encode("")).hasSize(384);
    assertThat(encoder.encode("\ud800 \u0000 水")).doesNotContain(Float.NaN);
    assertThat(encoder.speaks("en")).isTrue();
    assertThat(encoder.speaks("fr")).isFalse();
    assertThat(encoder.least()).isEqualTo(0.3);

    Files.delete(folder.resolve("encoder.properties"));
    var all = open("second");
    assertThat(all.speaks("fr")).isTrue();
    assertThat(all.fingerprint()).isNotEqualTo(encoder.fingerprint());
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    var jar = folder.resolve("lib");
    try (var jars = Files.newDirectoryStream(jar, "onnxruntime-*.jar")) {
      for (var one : jars) {
        Files.delete(one);
      }
    }
    refused("onnxruntime-*.jar", "README");
    Files.delete(folder.resolve("tokenizer.json"));
    refused("tokenizer.json", folder.toString());
    Files.delete(folder.resolve("model.onnx"));
    refused("model.onnx", folder.toString());
  }

  @Test
  void whatIsNoModelIsToldAndHarmsNothing() throws IOException {
    Files.write(folder.resolve("model.onnx"), new byte[100_000]);
    refused("model.onnx", "must be a sentence encoder in ONNX");
    Files.writeString(folder.resolve("model.onnx"), "<html>not found</html>");
    refused("must be a sentence encoder in ONNX");
  }

  @Test
  void aTokenizerThatIsNoneIsTold() throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), "[".repeat(100_000));
    refused("must be a sentence encoder in ONNX");
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    try (var file = new RandomAccessFile(folder.resolve("model.onnx").toFile(), "rw")) {
      file.setLength(1L << 40);
    }
    refused("model.onnx", "larger than 2048 MB");
  }

  @Test
  void traitsThatCannotBeUnderstoodAreTold() throws IOException {
    Files.writeString(folder.resolve("encoder.properties"), "en fr en");
    refused("encoder.properties", "a number from 0 to 1");
    Files.writeString(folder.resolve("encoder.properties"), "languages=en en");
    refused("encoder.properties", "a number from 0 to 1");
    Files.writeString(folder.resolve("encoder.properties"), "least=NaN");
    refused("encoder.properties", "a number from 0 to 1");
    Files.write(folder.resolve("encoder.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    refused("encoder.properties");
  }

  private void refused(String... words) {
    assertThatThrownBy(() -> open("never"))
        .isInstanceOf(Encoder.Trouble.class)
        .message()
        .contains(words)
        .hasSizeLessThan(1_000);
  }
}
