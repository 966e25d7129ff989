package org.bandung.search.vectors;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A sentence encoder in ONNX with its tokenizer: the mean of its tokens' vectors, of length 1.
///
/// Its libraries are called by name, so that the program is neither built nor shipped with their
/// hundred megabytes. Each text is worked on by the thread that asks, and by no other: whoever
/// fills an index brings as many threads as it wants.
final class OnnxEncoder implements Encoder {

  /// What Lucene can keep.
  private static final int MOST_DIMENSIONS = 1024;

  private static final String TENSOR = "ai.onnxruntime.OnnxTensor";
  private static final String TOKENIZER = "ai.djl.huggingface.tokenizers.HuggingFaceTokenizer";

  /// What comes after so many tokens is cut: a title and a paragraph, and the time a text takes
  /// grows with its length.
  private static final int LONGEST = 256;

  private final ClassLoader libraries;
  private final Path model;
  private final Object environment;
  private final Object session;
  private final Set<?> inputs;
  private final Object tokenizer;
  private final EncoderFolder.Traits traits;
  private final String fingerprint;

  /// @param unpacked where the tokenizer's library unpacks its own
  record Files(Path model, Path tokenizer, Path unpacked) {}

  OnnxEncoder(ClassLoader libraries, Files files, EncoderFolder.Traits traits, String fingerprint) {
    this.libraries = libraries;
    this.model = files.model();
    this.traits = traits;
    this.fingerprint = fingerprint;
    // The tokenizer's library would tell its makers that it was started, and fetch what it misses.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ENGINE_CACHE_DIR", files.unpacked().toString());
    int dimensions;
    try {
      this.environment = result(type("ai.onnxruntime.OrtEnvironment"), null, "getEnvironment");
      this.session = session();
      this.inputs = (Set<?>) result(session.getClass(), session, "getInputNames");
      this.tokenizer = tokenizer(files.tokenizer());
      dimensions = pooled("length").length;
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      throw trouble("cannot be used", e);
    }
    if (dimensions > MOST_DIMENSIONS) {
      throw new Trouble(
          model + " gives " + dimensions + " numbers; the index keeps " + MOST_DIMENSIONS + ".");
    }
  }

  private Object session() throws ReflectiveOperationException {
    var options = type("ai.onnxruntime.OrtSession$SessionOptions").getConstructor().newInstance();
    result(options.getClass(), options, "setIntraOpNumThreads", int.class, 1);
    return Objects.requireNonNull(
        environment
            .getClass()
            .getMethod("createSession", String.class, options.getClass())
            .invoke(environment, model.toString(), options));
  }

  /// The library finds its own files through the thread's class loader.
  private Object tokenizer(Path file) throws ReflectiveOperationException {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(libraries);
    try {
      var options =
          Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(LONGEST));
      return Objects.requireNonNull(
          type(TOKENIZER)
              .getMethod("newInstance", Path.class, Map.class)
              .invoke(null, file, options));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public float[] encode(String text) {
    try {
      return pooled(text);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      throw trouble("failed on a text", e);
    }
  }

  @Override
  public boolean speaks(String language) {
    return traits.languages().isEmpty() || traits.languages().contains(language);
  }

  @Override
  public double least() {
    return traits.least();
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  private float[] pooled(String text) throws ReflectiveOperationException {
    var encoding = result(type(TOKENIZER), tokenizer, "encode", String.class, text);
    var ids = (long[]) result(encoding.getClass(), encoding, "getIds");
    var mask = (long[]) result(encoding.getClass(), encoding, "getAttentionMask");
    var types = (long[]) result(encoding.getClass(), encoding, "getTypeIds");
    var given = new LinkedHashMap<String, Object>();
    Object answer = null;
    try {
      for (var input :
          Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types).entrySet()) {
        if (inputs.contains(input.getKey())) {
          given.put(input.getKey(), tensor(input.getValue()));
        }
      }
      answer = result(session.getClass(), session, "run", Map.class, given);
      var first = result(answer.getClass(), answer, "get", int.class, 0);
      var value = result(type("ai.onnxruntime.OnnxValue"), first, "getValue");
      return unit(
          value instanceof float[][][] tokens ? mean(tokens[0], mask) : ((float[][]) value)[0]);
    } finally {
      if (answer != null) {
        close(answer);
      }
      given.values().forEach(this::close);
    }
  }

  private Object tensor(long[] row) throws ReflectiveOperationException {
    return Objects.requireNonNull(
        type(TENSOR)
            .getMethod("createTensor", type("ai.onnxruntime.OrtEnvironment"), Object.class)
            .invoke(null, environment, new long[][] {row}));
  }

  /// Tensors lie outside the heap: each is given back.
  private void close(Object resource) {
    try {
      ((AutoCloseable) resource).close();
    } catch (Exception e) {
      throw trouble("failed on a text", e);
    }
  }

  /// The mean of the vectors of those tokens that the mask lets through.
  static float[] mean(float[][] tokens, long[] mask) {
    var sum = new float[tokens[0].length];
    long count = 0;
    for (int t = 0; t < tokens.length; t++) {
      if (mask[t] != 0) {
        count++;
        for (int i = 0; i < sum.length; i++) {
          sum[i] += tokens[t][i];
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= Math.max(1, count);
    }
    return sum;
  }

  /// The same direction with length 1.
  static float[] unit(float[] vector) {
    double squares = 0;
    for (var x : vector) {
      squares += (double) x * x;
    }
    var unit = Arrays.copyOf(vector, vector.length);
    for (int i = 0; squares > 0 && i < unit.length; i++) {
      unit[i] = (float) (unit[i] / Math.sqrt(squares));
    }
    return unit;
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, true, libraries);
  }

  private static Object result(Class<?> type, @Nullable Object on, String method)
      throws ReflectiveOperationException {
    return Objects.requireNonNull(type.getMethod(method).invoke(on), method);
  }

  private static Object result(
      Class<?> type, @Nullable Object on, String method, Class<?> parameter, Object argument)
      throws ReflectiveOperationException {
    var given = type.getMethod(method, parameter).invoke(on, argument);
    return given == null ? List.of() : given; // of a method that gives nothing
  }

  private Trouble trouble(String what, Throwable cause) {
    var told =
        cause instanceof InvocationTargetException e && e.getCause() != null ? e.getCause() : cause;
    return new Trouble(
        "The encoder "
            + model
            + " "
            + what
            + ": "
            + told
            + ". It must be a sentence encoder in ONNX that takes tokens, with its own"
            + " tokenizer.json beside it.",
        cause);
  }
}
