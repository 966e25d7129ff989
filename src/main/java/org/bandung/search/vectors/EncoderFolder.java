package org.bandung.search.vectors;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folder an encoder lies in: `model.onnx`, `tokenizer.json`, `lib` with the libraries that run
/// them, which do not come with the program, and `encoder.properties` if it does not know all seven
/// languages or calls everything near.
///
/// @param unpacked folder in which the libraries may unpack what they need
/// @param program what the libraries in `lib` may use beside themselves
public record EncoderFolder(Path folder, Path unpacked, ClassLoader program) {

  private static final String MODEL = "model.onnx";
  private static final String TOKENIZER = "tokenizer.json";
  private static final String TRAITS = "encoder.properties";
  private static final String LIBRARIES = "lib";
  private static final int MOST_LIBRARIES = 100;

  /// A file longer than any of its kind; a model in one file is never longer.
  private static final long LONGEST_MODEL = 1L << 31;

  private static final long LONGEST_TOKENIZER = 64 << 20;
  private static final long LONGEST_TRAITS = 1 << 10;

  /// A class of each library, with the file it is in.
  private static final List<List<String>> NEEDED =
      List.of(
          List.of("ai.onnxruntime.OrtEnvironment", "onnxruntime-*.jar"),
          List.of("ai.djl.huggingface.tokenizers.HuggingFaceTokenizer", "tokenizers-*.jar (DJL)"),
          List.of("ai.djl.util.Utils", "api-*.jar (DJL)"),
          List.of("com.google.gson.Gson", "gson-*.jar"));

  /// @param home of the node
  public static EncoderFolder of(Path folder, Path home) {
    return new EncoderFolder(folder, home.resolve("encoder"), EncoderFolder.class.getClassLoader());
  }

  /// The encoder, ready to work; takes a second.
  ///
  /// @throws Encoder.Trouble if it cannot be used
  public Encoder open() {
    requireFile(MODEL, LONGEST_MODEL);
    requireFile(TOKENIZER, LONGEST_TOKENIZER);
    URLClassLoader libraries = null;
    try {
      var traits = traits();
      libraries = new URLClassLoader(jars(), program);
      requireLibraries(libraries);
      return new OnnxEncoder(
          libraries,
          new OnnxEncoder.Files(folder.resolve(MODEL), folder.resolve(TOKENIZER), unpacked),
          traits,
          fingerprint(traits.languages()));
    } catch (IOException e) {
      closed(libraries, e);
      throw new Encoder.Trouble("The encoder in " + folder + " cannot be read: " + e + ".", e);
    } catch (Encoder.Trouble e) {
      closed(libraries, e);
      throw e;
    }
  }

  private static void closed(@Nullable URLClassLoader loader, Exception e) {
    try {
      if (loader != null) {
        loader.close();
      }
    } catch (IOException also) {
      e.addSuppressed(also);
    }
  }

  private void requireFile(String name, long longest) {
    var file = folder.resolve(name);
    try {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new Encoder.Trouble(
            "The encoder folder "
                + folder
                + " has no file "
                + name
                + " that can be read. Put the encoder's there under this name.");
      }
      if (Files.size(file) > longest) {
        throw new Encoder.Trouble(
            file + " is larger than " + (longest >> 20) + " MB: no file of its kind is.");
      }
    } catch (IOException e) {
      throw new Encoder.Trouble(file + " cannot be read: " + e + ".", e);
    }
  }

  private void requireLibraries(URLClassLoader loader) {
    for (var library : NEEDED) {
      if (loader.getResource(library.getFirst().replace('.', '/') + ".class") == null) {
        throw new Encoder.Trouble(
            folder.resolve(LIBRARIES)
                + " has no "
                + library.getLast()
                + ". Put the libraries of the encoder there; the README says how.");
      }
    }
  }

  private URL[] jars() throws IOException {
    var jars = new ArrayList<URL>();
    var libraries = folder.resolve(LIBRARIES);
    if (Files.isDirectory(libraries)) {
      try (var files = Files.newDirectoryStream(libraries, "*.jar")) {
        for (var file : files) {
          if (jars.size() < MOST_LIBRARIES) {
            jars.add(file.toUri().toURL());
          }
        }
      }
    }
    return jars.toArray(URL[]::new);
  }

  private Traits traits() throws IOException {
    var file = folder.resolve(TRAITS);
    if (!Files.exists(file)) {
      return Traits.UNTOLD;
    }
    requireFile(TRAITS, LONGEST_TRAITS);
    var told = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      told.load(in);
      return Traits.of(told);
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new Encoder.Trouble(
          file
              + " cannot be understood: it may hold languages, such as en fr, and least, a number"
              + " from 0 to 1, such as 0.3.",
          e);
    }
  }

  /// What an encoder cannot tell of itself.
  ///
  /// @param languages those it knows; empty if it knows all
  /// @param least the least cosine at which one text is near another
  record Traits(Set<String> languages, double least) {
    static final Traits UNTOLD = new Traits(Set.of(), 0);

    static Traits of(Properties told) {
      if (!Set.of("languages", "least").containsAll(told.stringPropertyNames())) {
        throw new IllegalArgumentException("an unknown key");
      }
      var languages = told.getProperty("languages", "").strip();
      double least = Double.parseDouble(told.getProperty("least", "0").strip());
      if (!(least >= 0 && least <= 1)) {
        throw new IllegalArgumentException("no cosine");
      }
      return new Traits(languages.isEmpty() ? Set.of() : Set.of(languages.split("[\\s,]+")), least);
    }
  }

  private String fingerprint(Set<String> languages) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : List.of(MODEL, TOKENIZER)) {
        try (var in = Files.newInputStream(folder.resolve(file))) {
          var buffer = new byte[1 << 16];
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
          }
        }
      }
      for (var language : languages.stream().sorted().toList()) {
        digest.update(language.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
