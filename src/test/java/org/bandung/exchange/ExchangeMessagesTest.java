package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bandung.kernel.Messages;
import org.junit.jupiter.api.Test;

class ExchangeMessagesTest {

  private final Messages messages = Messages.of("exchange");

  @Test
  void allLanguagesSayTheSameThings() {
    for (var language : Messages.LANGUAGES) {
      assertThat(messages.keys(language)).as(language).isEqualTo(messages.keys("en"));
      for (var key : messages.keys("en")) {
        assertThat(arguments(messages.pattern(language, key)))
            .as(language + " " + key)
            .isEqualTo(arguments(messages.pattern("en", key)));
      }
    }
  }

  @Test
  void everyNoteHasItsTextAndSaysWhatToDo() {
    for (var row : ExchangeTables.read("notes.csv")) {
      assertThat(messages.has("note." + row.getField("code"))).as(row.getField("code")).isTrue();
      assertThat(Imports.whatToDo(row.getField("code")))
          .hasValueSatisfying(
              key -> assertThat(messages.has(key)).as(row.getField("code")).isTrue());
    }
  }

  private static TreeSet<String> arguments(String pattern) {
    var found = new TreeSet<String>();
    for (var matcher = Pattern.compile("\\{\\d").matcher(pattern); matcher.find(); ) {
      found.add(matcher.group());
    }
    return found;
  }
}
