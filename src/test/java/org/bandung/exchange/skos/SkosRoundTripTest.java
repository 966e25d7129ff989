package org.bandung.exchange.skos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bandung.concepts.Concepts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SkosRoundTripTest {

  private static final String AT = "https://meridia.example/terms/";

  private final Concepts concepts = new Concepts();

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadAsItWas(SkosFormat format) {
    var scheme =
        new SkosScheme(
            "https://meridia.example/terms",
            Map.of("en", "Terms of Meridia", "ar", "مصطلحات"),
            List.of(
                new SkosConcept(
                    AT + "a",
                    List.of("01", "A.1"),
                    Map.of(
                        "en",
                        List.of("water, \"clean\" & <safe>", "drinking water"),
                        "zh",
                        List.of("饮用水"),
                        "ar",
                        List.of("مياه الشرب")),
                    List.of(AT + "b"),
                    List.of(AT + "c"),
                    List.of("urn:bandung:topic:drinking-water"),
                    List.of("https://elsewhere.example/7", "https://elsewhere.example/8"),
                    Map.of("sdg", List.of("6.1"), "dac-sector", List.of("14030", "14031"))),
                new SkosConcept(
                    AT + "b",
                    List.of(),
                    Map.of("ru", List.of("вода")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of()),
                new SkosConcept(
                    AT + "c",
                    List.of(),
                    Map.of("fr", List.of("l’eau", "les eaux")),
                    List.of(AT + "b"),
                    List.of(AT + "a"),
                    List.of(),
                    List.of(),
                    Map.of())));

    var reading =
        SkosFiles.read(SkosFiles.written(scheme, format), "x." + format, SkosLimits.USUAL);

    assertThat(reading.notes().told()).isEmpty();
    assertThat(reading.whole()).isTrue();
    assertThat(reading.scheme()).isEqualTo(scheme);
  }

  @ParameterizedTest
  @EnumSource
  void ourOwnThesaurusGoesOutAndComesBackWhole(SkosFormat format) {
    var ours = SkosCrosswalk.ours(concepts.ours(), Map.of("en", "Topics"));

    var written = SkosFiles.written(ours, format);
    var reading = SkosFiles.read(written, "topics." + format, SkosLimits.USUAL);

    assertThat(SkosFiles.written(ours, format)).isEqualTo(written);
    assertThat(reading.notes().told()).isEmpty();
    assertThat(sorted(reading.scheme())).isEqualTo(sorted(ours));
  }

  private static List<SkosConcept> sorted(SkosScheme scheme) {
    return scheme.concepts().stream().sorted(Comparator.comparing(SkosConcept::address)).toList();
  }
}
