package org.bandung.cli.talk;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The words of `--help` in one language, as picocli looks them up.
public final class UsageWords extends ResourceBundle {

  private final String language;

  public UsageWords(String language) {
    this.language = language;
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    if (!Talk.WORDS.has(key)) {
      return null;
    }
    var words = Talk.WORDS.pattern(language, key);
    if (key.equals("usage.synopsisHeading")) {
      return words + " ";
    }
    return key.endsWith("Heading") ? words + "%n" : words;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(Talk.WORDS.keys("en"));
  }
}
