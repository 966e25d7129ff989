package org.bandung.concepts;

import static org.assertj.core.api.Assertions.assertThat;

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
}
