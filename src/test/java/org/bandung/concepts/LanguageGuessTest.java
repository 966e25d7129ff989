package org.bandung.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In which language a text is.
class LanguageGuessTest {

  private final LanguageGuess guess = new LanguageGuess(ThesaurusFiles.functionWords());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Training of nurses in the islands|en",
        "Formation des infirmières dans les îles|fr",
        "Formación de enfermeras en las islas|es",
        "Formação de enfermeiras nas ilhas do sul|pt",
        "تدريب الممرضات في الجزر|ar",
        "岛屿护士培训 (WHO)|zh",
        "Подготовка медсестёр на островах|ru",
        "HIV/AIDS|",
        "12345|"
      })
  void tellsTheLanguage(String text, String language) {
    assertThat(guess.guess(text).language().orElse(null)).isEqualTo(language);
  }

  @Test
  void takesATextAndItsTranslationApart() {
    var english =
        "The project trains the nurses of all the islands. It is for those who work in villages.";
    var french =
        "Le projet forme les infirmières de toutes les îles. Il est pour celles qui sont au village.";
    var swedish =
        "Projektet är till för att utbilda sjuksköterskor på öarna. Det är inte det enda i landet.";
    assertThat(guess.parts(english + " " + french, "fr"))
        .containsExactly(Map.entry("en", english), Map.entry("fr", french));
    assertThat(guess.parts(swedish + "\n" + english, "es")).containsOnlyKeys("sv", "en");
    assertThat(guess.parts(english, "en")).containsExactly(Map.entry("en", english));
    assertThat(guess.parts("HIV/AIDS", "fr")).containsExactly(Map.entry("fr", "HIV/AIDS"));
  }
}
