package org.bandung.kernel;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/// Real data that lies outside the project, for tests tagged `corpus`.
public final class Corpus {

  private Corpus() {}

  /// A file or folder of the corpus; in CI it must be there.
  public static Path data(String relative) {
    var given = System.getProperty("BANDUNG_CORPUS", System.getenv("BANDUNG_CORPUS"));
    var path = Path.of(given == null ? "../shared" : given).resolve(relative);
    if (Files.exists(path)) {
      return path;
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException("the corpus lacks " + path.toAbsolutePath());
    }
    return abort("needs " + path.toAbsolutePath() + "; set BANDUNG_CORPUS to its folder");
  }
}
