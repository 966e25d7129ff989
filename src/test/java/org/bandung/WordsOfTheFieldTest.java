package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Partners are equals: no sentence in any language calls one a giver of aid and the other its
/// beneficiary, and each concept keeps its one term (docs/terms-ar-zh-ru.md).
class WordsOfTheFieldTest {

  private static final Path BUNDLES = Path.of("src/main/resources/messages");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|donor,beneficiar,trilateral cooperation,recipient country aid",
        "fr|donateur,bénéficiaire,prestataire,bailleur, fiche",
        "es|donante,beneficiari,proveedor,recopilación",
        "pt|doador,beneficiári,provedor,sócio",
        "ar|مانح,مستفيد,مزود",
        "zh|捐助,受援,援助方",
        "ru|донор,бенефициар,поставщик"
      })
  void leavesOutTheWordsOfAnotherRelation(String language, String words) throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.list(BUNDLES)) {
      for (var file :
          files.filter(f -> f.toString().endsWith("_" + language + ".properties")).toList()) {
        for (var line : Files.readAllLines(file)) {
          var said = line.substring(line.indexOf('=') + 1).toLowerCase(Locale.ROOT);
          List.of(words.split(",")).stream()
              .filter(said::contains)
              .forEach(word -> found.add(file.getFileName() + ": " + word + " in " + line));
        }
      }
    }

    assertThat(found).isEmpty();
  }
}
