package org.bandung.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MessagesTest {

  /// Every bundle on the class path, whichever module it belongs to.
  static Set<String> modules() throws IOException {
    var modules = new TreeSet<String>();
    for (var file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:messages/*.properties")) {
      var name = String.valueOf(file.getFilename());
      modules.add(name.substring(0, name.lastIndexOf('_')));
    }
    return modules;
  }

  @ParameterizedTest
  @MethodSource("modules")
  void allSevenLanguagesHaveTheSameKeys(String module) {
    var messages = Messages.of(module);

    for (var language : Messages.LANGUAGES) {
      assertThat(messages.keys(language))
          .as("%s in %s", module, language)
          .containsExactlyInAnyOrderElementsOf(messages.keys("en"));
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void allSevenLanguagesUseTheSameArguments(String module) {
    var messages = Messages.of(module);

    for (var key : messages.keys("en")) {
      var expected = arguments(messages.pattern("en", key));
      for (var language : Messages.LANGUAGES) {
        assertThat(arguments(messages.pattern(language, key)))
            .as("%s %s in %s", module, key, language)
            .isEqualTo(expected);
      }
    }
  }

  private static Set<Integer> arguments(String text) {
    var pattern = new MessagePattern(text);
    var arguments = new TreeSet<Integer>();
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NUMBER) {
        arguments.add(pattern.getPart(i).getValue());
      }
    }
    return arguments;
  }

  @ParameterizedTest
  @MethodSource("modules")
  void nothingIsLeftInEnglishByMistake(String module) {
    var messages = Messages.of(module);

    for (var language : Arrays.asList("ar", "zh", "ru")) {
      assertThat(messages.keys("en"))
          .as("%s in %s", module, language)
          .filteredOn(key -> messages.pattern("en", key).length() > 40)
          .noneMatch(k -> messages.pattern(language, k).equals(messages.pattern("en", k)));
    }
  }
}
