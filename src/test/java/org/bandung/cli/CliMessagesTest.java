package org.bandung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.TreeSet;
import org.bandung.kernel.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CliMessagesTest {

  private static final java.util.List<String> LANGUAGES = Messages.LANGUAGES;

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyLanguageHasTheSameMessagesWithTheSameArguments(String language) {
    var messages = Messages.of("cli");

    assertThat(new TreeSet<>(messages.keys(language)))
        .isEqualTo(new TreeSet<>(messages.keys("en")));
    for (var key : messages.keys("en")) {
      assertThat(arguments(messages.pattern(language, key), language))
          .as(key)
          .isEqualTo(arguments(messages.pattern("en", key), "en"));
    }
  }

  private static TreeSet<String> arguments(String pattern, String language) {
    return new TreeSet<>(
        new MessageFormat(pattern, ULocale.forLanguageTag(language)).getArgumentNames());
  }
}
