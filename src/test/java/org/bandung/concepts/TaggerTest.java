package org.bandung.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the tagger finds, in each language, and what it leaves alone.
class TaggerTest {

  private static final List<Concept> CONCEPTS =
      List.of(
          concept(
              "school-feeding",
              Map.of(
                  "en", List.of("school feeding", "school meals"),
                  "fr", List.of("alimentation scolaire", "cantines scolaires"),
                  "es", List.of("alimentación escolar", "comedores escolares"),
                  "pt", List.of("alimentação escolar", "merenda escolar"),
                  "ar", List.of("التغذية المدرسية"),
                  "zh", List.of("学校供餐"),
                  "ru", List.of("школьное питание"))),
          concept(
              "water",
              Map.of(
                  "en", List.of("water"),
                  "fr", List.of("eau"),
                  "es", List.of("agua"),
                  "pt", List.of("água"),
                  "ar", List.of("المياه", "الماء"),
                  "zh", List.of("水"),
                  "ru", List.of("вода"))),
          concept(
              "water-management",
              Map.of(
                  "en", List.of("water management"),
                  "fr", List.of("gestion de l’eau"),
                  "es", List.of("gestión del agua"),
                  "pt", List.of("gestão da água"),
                  "ar", List.of("إدارة المياه"),
                  "zh", List.of("水管理"),
                  "ru", List.of("управление водными ресурсами"))),
          concept("rural-women", Map.of("en", List.of("rural women"))),
          concept("womens-health", Map.of("en", List.of("women's health"))));

  private static Concept concept(String id, Map<String, List<String>> labels) {
    return new Concept(id, labels, List.of(), List.of(), Map.of());
  }

  private static List<String> found(String language, String text) {
    return new Tagger(Analyzers.of(language), language, CONCEPTS)
        .tag(text).stream()
            .map(t -> t.concept() + "=" + text.substring(t.start(), t.end()))
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Feeding in schools: School-Feeding programmes|school-feeding=School-Feeding",
        "en|a SCHOOL MEAL a day|school-feeding=SCHOOL MEAL",
        "fr|programmes d’alimentation scolaire durables|school-feeding=alimentation scolaire",
        "es|La alimentacion escolar en zonas rurales|school-feeding=alimentacion escolar",
        "pt|fortalecimento da alimentação escolar|school-feeding=alimentação escolar",
        "ar|برنامج للتغذية المدرسية في القرى|school-feeding=للتغذية المدرسية",
        "zh|支持学校供餐项目|school-feeding=学校供餐",
        "ru|улучшение школьного питания детей|school-feeding=школьного питания",
        "fr|la gestion de l'eau et des sols|water-management=gestion de l'eau",
        "fr|GESTION DES EAUX|water-management=GESTION DES EAUX",
        "en|rural women's health|rural-women=rural women;womens-health=women's health",
        "en|watermelon and waterways|",
        "zh|水管理与水|water-management=水管理;water=水",
        "en|school. feeding|",
        "en|water (management)|water=water"
      })
  void findsLabels(String language, String text, String expected) {
    assertThat(found(language, text))
        .isEqualTo(expected == null ? List.of() : List.of(expected.split(";")));
  }

  @Test
  void neverFailsAndNeverNamesLettersOutsideTheText() {
    var random = new Random(7);
    var pieces =
        List.of(
            "water",
            " ",
            "'",
            "management",
            "水",
            "管理",
            "\ud83c",
            "\u0301",
            "школьн",
            ".",
            "\u0000");
    for (int i = 0; i < 2000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      for (var language : ThesaurusFiles.LANGUAGES) {
        int before = 0;
        for (var tag :
            new Tagger(Analyzers.of(language), language, CONCEPTS).tag(text.toString())) {
          assertThat(tag.start()).isBetween(before, tag.end() - 1);
          assertThat(tag.end()).isLessThanOrEqualTo(text.length());
          before = tag.start();
        }
      }
    }
  }
}
