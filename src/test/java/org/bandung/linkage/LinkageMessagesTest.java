package org.bandung.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.TreeSet;
import org.bandung.kernel.Messages;
import org.bandung.linkage.Proposal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LinkageMessagesTest {

  private static final List<String> LANGUAGES = Messages.LANGUAGES;

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyLanguageHasTheSameMessagesWithTheSameArguments(String language) {
    var messages = Messages.of("linkage");

    assertThat(messages.keys(language)).isEqualTo(messages.keys("en"));
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

  @Test
  void everyLevelOfEveryFieldAndEveryOutcomeHasItsWords() {
    var messages = Messages.of("linkage");
    for (var field : Field.values()) {
      for (int level = 1; level <= field.most(); level++) {
        assertThat(messages.has("reason." + field.code(level))).as(field.code(level)).isTrue();
      }
    }
    for (var outcome : Outcome.values()) {
      assertThat(LinkReasons.name(outcome, "fr")).doesNotStartWith("outcome.");
    }
    assertThat(LinkReasons.text(new Reason("repeat", 1), "en"))
        .isEqualTo("The same title, beginning 1 day after the other ends");
    assertThat(LinkReasons.text(new Reason("title-equal", 0), "es"))
        .isEqualTo("Los títulos son iguales, salvo los números");
  }
}
