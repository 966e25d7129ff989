package org.bandung.search.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Lays out the folder of a small real encoder, which knows English only, from the libraries of the
/// tests.
public final class EncoderFiles {

  private static final String NAME = "/all-minilm-l6-v2-q";

  private static final List<String> LIBRARIES =
      List.of(
          "ai.onnxruntime.OrtEnvironment",
          "ai.djl.huggingface.tokenizers.HuggingFaceTokenizer",
          "ai.djl.util.Utils",
          "com.google.gson.Gson");

  private EncoderFiles() {}

  /// The folder, complete.
  public static Path in(Path folder) throws IOException {
    copy(NAME + ".onnx", folder.resolve("model.onnx"));
    copy(NAME + "-tokenizer.json", folder.resolve("tokenizer.json"));
    Files.writeString(folder.resolve("encoder.properties"), "languages=en\nleast=0.3\n");
    var libraries = Files.createDirectories(folder.resolve("lib"));
    for (var name : LIBRARIES) {
      var jar = jarOf(name);
      link(libraries.resolve(jar.getFileName()), jar);
    }
    return folder;
  }

  private static void copy(String resource, Path file) throws IOException {
    try (var in = EncoderFiles.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(in), file);
    }
  }

  /// A hundred megabytes are not copied where they need not be.
  private static void link(Path link, Path file) throws IOException {
    try {
      Files.createLink(link, file);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(file, link);
    }
  }

  private static Path jarOf(String name) {
    try {
      var type = Class.forName(name, false, EncoderFiles.class.getClassLoader());
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
