package org.bandung.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The thesaurus as it is shipped: whole, without loops, and each label leads to its topic.
class ThesaurusTest {

  private static final int LEAST = 600;

  /// Labels whose stems another topic has as well: the first in the files keeps them.
  private static final double MOST_LOST = 0.01;

  private final Concepts concepts = new Concepts();

  @Test
  void isLargeAndSpokenInEveryLanguage() {
    assertThat(concepts.all()).hasSizeGreaterThanOrEqualTo(LEAST);
    for (var language : Concepts.languages()) {
      int labels = 0;
      for (var concept : concepts.all()) {
        var own = concept.labels().get(language);
        assertThat(own).as(concept.id() + " " + language).isNotNull().isNotEmpty();
        labels += own == null ? 0 : own.size();
      }
      assertThat((double) labels / concepts.all().size()).as(language).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void linksLeadToTopicsAndNeverInACircle() {
    for (var concept : concepts.all()) {
      for (var other : concept.broader()) {
        assertThat(concepts.find(other)).as(concept.id() + " < " + other).isPresent();
      }
      for (var other : concept.related()) {
        assertThat(concepts.find(other)).as(concept.id() + " ~ " + other).isPresent();
      }
      assertThat(concepts.above(concept.id())).as(concept.id()).doesNotContainKey(concept.id());
      for (var above : concepts.above(concept.id()).keySet()) {
        assertThat(concepts.above(above)).as(concept.id()).doesNotContainKey(concept.id());
      }
    }
  }

  @Test
  void noLabelBelongsToTwoTopics() {
    for (var language : Concepts.languages()) {
      var owners = new HashMap<String, String>();
      var twice = new ArrayList<String>();
      for (var concept : concepts.all()) {
        for (var label : concept.labels().getOrDefault(language, java.util.List.of())) {
          var before = owners.put(label.toLowerCase(java.util.Locale.ROOT), concept.id());
          if (before != null) {
            twice.add(label + ": " + before + ", " + concept.id());
          }
        }
      }
      assertThat(twice).as(language).isEmpty();
    }
  }

  @Test
  void nearlyEveryLabelFindsItsTopic() {
    for (var language : Concepts.languages()) {
      var lost = new ArrayList<String>();
      int all = 0;
      for (var concept : concepts.all()) {
        for (var label : concept.labels().getOrDefault(language, java.util.List.of())) {
          all++;
          if (!concepts.tag(label, language).counts().containsKey(concept.id())) {
            lost.add(label + " of " + concept.id());
          }
        }
      }
      assertThat((double) lost.size() / all).as(language + " " + lost).isLessThan(MOST_LOST);
    }
  }

  /// Each was found in a real title.
  @ParameterizedTest
  @CsvSource({
    "en, Cooperation on integrated programmes as well as aid for production,"
        + " cooperatives corruption software-development water-supply hiv-aids economic-productivity",
    "en, Solar-powered refrigerators, ozone-layer",
    "fr, Mise en place d'une plate-forme portée par le fonds,"
        + " job-placement training-courses ports-shipping steel-metals",
    "es, En el marco del proyecto como parte y fruto de ello,"
        + " intellectual-property skilled-birth-attendance horticulture",
    "pt, No marco do projeto como parte e fruto da cooperação,"
        + " intellectual-property skilled-birth-attendance horticulture cooperatives"
  })
  void aWordWithTheSameStemIsNotTaken(String language, String text, String wrong) {
    assertThat(concepts.tag(text, language).counts().keySet())
        .doesNotContainAnyElementsOf(Arrays.asList(wrong.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "en, Farmers' cooperatives, cooperatives",
    "en, Solar-powered refrigerators, refrigeration",
    "fr, Formations pour les coopératives, training-courses",
    "fr, Production de maïs, maize",
    "es, Universidades, higher-education"
  })
  void theWordMeantIs(String language, String text, String topic) {
    assertThat(concepts.tag(text, language).counts()).containsKey(topic);
  }

  @Test
  void codesAreThoseOfTheReferenceData() {
    var reference = Reference.shipped(new ReferenceSettings(java.util.Optional.empty(), "unctad"));
    Map<String, Set<String>> known = new HashMap<>();
    var unknown = new ArrayList<String>();
    for (var concept : concepts.all()) {
      concept
          .codes()
          .forEach((scheme, codes) -> {
            var held =
                known.computeIfAbsent(
                    scheme,
                    s ->
                        reference
                            .findScheme(s)
                            .map(found -> new HashSet<>(found.categories().keySet()))
                            .orElseGet(HashSet::new));
            for (var code : codes) {
              if (!held.contains(code)) {
                unknown.add(concept.id() + " " + scheme + " " + code);
              }
            }
          });
    }
    assertThat(unknown).isEmpty();
  }
}
