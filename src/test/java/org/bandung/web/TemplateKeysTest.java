package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bandung.kernel.Messages;
import org.junit.jupiter.api.Test;

class TemplateKeysTest {

  private static final Pattern USE =
      Pattern.compile("(?:text|cooperation)\\(\\s*['\"]([a-zA-Z0-9._-]+)['\"]\\s*([+,)])");

  @Test
  void everyKeyThatTemplatesAndPagesUseExists() throws IOException {
    var keys = Messages.of("web").keys("en");
    var missing = new TreeSet<String>();
    for (var folder :
        new String[] {"src/main/resources/templates", "src/main/java/org/bandung/web"}) {
      try (var files = Files.walk(Path.of(folder)).filter(Files::isRegularFile)) {
        for (var file : files.toList()) {
          var uses = USE.matcher(Files.readString(file));
          while (uses.find()) {
            var key = uses.group(1);
            boolean known =
                uses.group(2).equals("+")
                    ? keys.stream().anyMatch(k -> k.startsWith(key))
                    : keys.contains(key);
            if (!known) {
              missing.add(file.getFileName() + ": " + key);
            }
          }
        }
      }
    }

    assertThat(missing).isEmpty();
  }
}
