package org.bandung.economy.gravity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Where a specification's data may lie: below its own folder, or at an absolute path; never at an
/// address of the net, because a calculation fetches nothing.
final class DataPath {

  private DataPath() {}

  static Optional<Path> resolve(SpecNode node, Path spec) {
    return node.text().flatMap(text -> resolve(node, text, spec));
  }

  private static Optional<Path> resolve(SpecNode node, String text, Path spec) {
    if (text.matches("(?i)[a-z][a-z0-9+.-]+:.*") || text.startsWith("//")) {
      node.fault("data-url", text);
      return Optional.empty();
    }
    try {
      var given = Path.of(text);
      var folder = spec.toAbsolutePath().normalize().resolveSibling("").normalize();
      var path = given.isAbsolute() ? given : folder.resolve(given).normalize();
      if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
        if (!given.isAbsolute() && !path.startsWith(folder)) {
          node.fault("data-outside", text);
        } else {
          node.fault("data-missing", text);
        }
        return Optional.empty();
      }
      if (!given.isAbsolute() && !path.toRealPath().startsWith(folder.toRealPath())) {
        node.fault("data-outside", text);
        return Optional.empty();
      }
      return Optional.of(path);
    } catch (InvalidPathException | IOException e) {
      node.fault("data-missing", text);
      return Optional.empty();
    }
  }
}
