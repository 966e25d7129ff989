package org.bandung.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Where tests tagged `corpus` find the shared real data.
public final class Corpus {

  private Corpus() {}

  /// A file or folder below the shared `data` folder. Fails on the build server when it is missing;
  /// elsewhere the test is skipped.
  public static Path data(String relative) {
    var home = System.getProperty("BANDUNG_CORPUS", System.getenv("BANDUNG_CORPUS"));
    var path =
        Path.of(home == null ? "../shared" : home, "data", relative).toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      var message = "no shared data at " + path + "; set BANDUNG_CORPUS to its folder";
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message);
      }
      Assumptions.abort(message);
    }
    return path;
  }
}
