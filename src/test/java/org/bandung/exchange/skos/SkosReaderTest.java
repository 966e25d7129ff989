package org.bandung.exchange.skos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SkosReaderTest {

  private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  private static final String AT = "https://meridia.example/terms/";

  @Test
  void keepsTheSevenLanguagesByWhateverTagTheyCome() {
    var reading =
        SkosFiles.turtle(
            """
            m:1 a skos:Concept ;
              skos:prefLabel "seeds"@en-GB, "Saatgut"@de, "种子"@zh-Hans, "種子"@zh-Hant, "sementes"@pt-BR ;
              skos:altLabel "seed stock"@en ;
              skos:hiddenLabel "seads"@en .
            """);

    assertThat(reading.notes().told()).isEmpty();
    assertThat(SkosFiles.only(reading).labels())
        .isEqualTo(
            Map.of(
                "en",
                List.of("seeds", "seed stock", "seads"),
                "zh",
                List.of("种子", "種子"),
                "pt",
                List.of("sementes")));
  }

  @Test
  void readsLabelsThatAreThingsOfTheirOwn() {
    var reading =
        SkosFiles.turtle(
            """
            m:label1 a skosxl:Label ; skosxl:literalForm "goats"@en .
            m:1 a skos:Concept ; skosxl:prefLabel m:label1 ; skosxl:altLabel m:label2 .
            m:label2 a skosxl:Label ; skosxl:literalForm "chèvres"@fr .
            """);

    assertThat(SkosFiles.only(reading).labels())
        .isEqualTo(Map.of("en", List.of("goats"), "fr", List.of("chèvres")));
  }

  @Test
  void takesNarrowerForBroaderAndLeavesOutWhatIsNoTopic() {
    var reading =
        SkosFiles.turtle(
            """
            m:scheme a skos:ConceptScheme ; skos:prefLabel "All terms"@en .
            m:group a skos:Collection ; skos:prefLabel "A group"@en .
            m:old a skos:Concept ; skos:prefLabel "Telegraphy"@en ; owl:deprecated true .
            m:1 a skos:Concept ; skos:prefLabel "animals"@en ; skos:narrower m:2 .
            m:2 a skos:Concept ; skos:prefLabel "goats"@en ; skos:broader m:nowhere .
            """);

    assertThat(reading.scheme().concepts())
        .extracting(c -> c.address())
        .containsExactly(AT + "1", AT + "2");
    assertThat(reading.scheme().concepts().getLast().broader()).containsExactly(AT + "1");
    assertThat(SkosFiles.codes(reading)).containsExactly("bandung.skos-broader-unknown");
  }

  @Test
  void readsRdfXmlInTheEncodingItDeclares() {
    var text =
        """
        <?xml version="1.0" encoding="ISO-8859-1"?>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="%s">
          <skos:Concept rdf:about="%s1"><skos:prefLabel xml:lang="fr">forêts</skos:prefLabel></skos:Concept>
        </rdf:RDF>
        """
            .formatted(SKOS, AT);

    var reading =
        SkosFiles.read(
            text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
            "terms.rdf",
            SkosLimits.USUAL);

    assertThat(SkosFiles.only(reading).labels()).isEqualTo(Map.of("fr", List.of("forêts")));
  }

  @Test
  void readsJsonWithAContextOfItsOwn() {
    var reading =
        SkosFiles.read(
            """
            {"@context": {"label": {"@id": "%sprefLabel", "@container": "@language"}},
             "@id": "%s1", "@type": "%sConcept", "label": {"en": "rain", "es": "lluvia"}}
            """
                .formatted(SKOS, AT, SKOS),
            "terms.json");

    assertThat(reading.notes().told()).isEmpty();
    assertThat(SkosFiles.only(reading).labels())
        .isEqualTo(Map.of("en", List.of("rain"), "es", List.of("lluvia")));
  }

  @Test
  void tellsOfEachLabelThatCannotBeKept() {
    var reading =
        SkosFiles.turtle(
            """
            m:1 a skos:Concept ;
              skos:prefLabel "one"@en, "two"@en, "bare", "%s"@en ;
              skos:altLabel "=cmd|' /C calc'!A0"@en, "a\\nb"@fr .
            """
                .formatted("x".repeat(201)));

    assertThat(SkosFiles.only(reading).labels())
        .isEqualTo(Map.of("en", List.of("one", "two", "cmd/' /C calc'!A0"), "fr", List.of("a b")));
    assertThat(SkosFiles.codes(reading))
        .containsExactly(
            "bandung.skos-second-preferred",
            "bandung.skos-label-untagged",
            "bandung.skos-label-too-long");
    assertThat(reading.notes().told().getFirst().line()).isGreaterThan(4);
    assertThat(reading.notes().told().getFirst().record()).isEqualTo(AT + "1");
  }

  @Test
  void addressesMayBeRelativeOrUnusual() {
    var reading =
        SkosFiles.turtle(
            """
            <tea> a skos:Concept ; skos:prefLabel "tea"@en ; skos:broader <../drinks é> .
            <../drinks é> a skos:Concept ; skos:prefLabel "drinks"@en .
            """);

    assertThat(reading.scheme().concepts()).hasSizeGreaterThanOrEqualTo(1);
  }

  @Test
  void aPlainTextHoldsNoVocabulary() {
    var reading = SkosFiles.read("", "terms.ttl");

    assertThat(SkosFiles.codes(reading)).containsExactly("bandung.skos-empty");
  }

  @Test
  void tellsWhichConceptsShareALabel() {
    var reading =
        SkosFiles.turtle(
            """
            m:1 a skos:Concept ; skos:prefLabel "Bancos"@es .
            m:2 a skos:Concept ; skos:prefLabel "bancos"@es .
            """);

    assertThat(reading.scheme().concepts()).hasSize(2);
    assertThat(SkosFiles.codes(reading)).containsExactly("bandung.skos-label-twice");
  }
}
