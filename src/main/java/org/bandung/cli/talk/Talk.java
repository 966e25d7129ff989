package org.bandung.cli.talk;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bandung.kernel.Messages;

/// How a command speaks: results on standard output, everything else on standard error, in one
/// language.
public record Talk(PrintStream out, PrintStream err, String language, Terminal terminal) {

  /// The words of the terminal.
  public static final Messages WORDS = Messages.of("cli");

  /// What is known of where the words go.
  ///
  /// @param columns width of the terminal
  public record Terminal(boolean out, boolean err, int columns) {

    private static final int USUAL_COLUMNS = 100;

    /// Finds out whether a person reads along.
    public static Terminal look(Map<String, String> environment) {
      return new Terminal(isTerminal(1), isTerminal(2), columns(environment));
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

  /// A message in the language.
  public String words(String key, Object... arguments) {
    return WORDS.text(language, key, arguments);
  }

  /// A message to people, on standard error.
  public void say(String key, Object... arguments) {
    err.println(words(key, arguments));
  }

  /// The language of the messages: `--lang`, else that of the environment, else English.
  public static String language(String[] arguments, Map<String, String> environment) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith("--lang=")) {
        return known(arguments[i].substring(7));
      }
      if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
        return known(arguments[i + 1]);
      }
    }
    for (var variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      var value = environment.getOrDefault(variable, "");
      if (!value.isEmpty()) {
        return known(value.length() > 2 ? value.substring(0, 2) : value);
      }
    }
    return "en";
  }

  private static String known(String tag) {
    return Messages.LANGUAGES.contains(tag) ? tag : "en";
  }
}
