package org.bandung.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import org.bandung.kernel.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The language of real sentences: the targets of the Sustainable Development Goals.
@Tag("corpus")
class LanguageGuessCorpusTest {

  @Test
  void tellsTheLanguageOfNearlyEveryTarget() throws IOException {
    var guess = new LanguageGuess(ThesaurusFiles.functionWords());
    var right = new HashMap<String, Integer>();
    int targets = 0;
    try (var rows =
        CsvReader.builder()
            .ofNamedCsvRecord(Corpus.data("data/vocabularies/sdg_targets_7lang.csv"))) {
      for (var row : rows) {
        targets++;
        for (var language : List.of("en", "fr", "es", "pt", "ar", "zh", "ru")) {
          if (guess.guess(row.getField(language)).language().filter(language::equals).isPresent()) {
            right.merge(language, 1, Integer::sum);
          }
        }
      }
    }

    assertThat(targets).isEqualTo(169);
    for (var language : List.of("en", "fr", "es", "pt", "ar", "zh", "ru")) {
      assertThat(right.get(language)).as(language).isGreaterThanOrEqualTo(167);
    }
  }
}
