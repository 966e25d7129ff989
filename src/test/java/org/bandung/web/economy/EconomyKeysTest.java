package org.bandung.web.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bandung.kernel.Messages;
import org.junit.jupiter.api.Test;

/// `say` puts the beginning of a key before it, so that the test of all keys does not see it.
class EconomyKeysTest {

  private static final Pattern USE = Pattern.compile("say\\(\\s*\"([a-z.-]+)\"\\s*([+,)])");

  @Test
  void everyKeyThatThePagesSayExists() throws IOException {
    var keys = Messages.of("web").keys("en");
    var missing = new TreeSet<String>();
    int used = 0;
    try (var files = Files.list(Path.of("src/main/java/org/bandung/web/economy"))) {
      for (var file : files.toList()) {
        var uses = USE.matcher(Files.readString(file));
        while (uses.find()) {
          used++;
          var key = "economy." + uses.group(1);
          if (uses.group(2).equals("+")
              ? keys.stream().noneMatch(k -> k.startsWith(key))
              : !keys.contains(key)) {
            missing.add(file.getFileName() + ": " + key);
          }
        }
      }
    }

    assertThat(used).isGreaterThan(100);
    assertThat(missing).isEmpty();
  }
}
