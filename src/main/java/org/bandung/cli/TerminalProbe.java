package org.bandung.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Finds out whether a person reads along.
final class TerminalProbe {

  private static final int USUAL_COLUMNS = 100;

  private TerminalProbe() {}

  static Talk.Terminal look(Map<String, String> environment) {
    return new Talk.Terminal(isTerminal(1), isTerminal(2), columns(environment));
  }

  /// Java only tells of input and output together; Linux tells of each.
  private static boolean isTerminal(int descriptor) {
    var link = Path.of("/proc/self/fd/" + descriptor);
    try {
      if (Files.isSymbolicLink(link)) {
        var target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      }
    } catch (IOException e) {
      return false;
    }
    var console = System.console();
    return console != null && console.isTerminal();
  }

  private static int columns(Map<String, String> environment) {
    var columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
  }
}
