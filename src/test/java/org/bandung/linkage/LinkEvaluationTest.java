package org.bandung.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.junit.jupiter.api.Test;

class LinkEvaluationTest {

  private static Told told(String id, Map<String, String> title, int year, String country) {
    var content =
        new Content(
            null,
            new LocalizedText(title),
            LocalizedText.EMPTY,
            null,
            Period.UNKNOWN,
            new Period(PartialDate.ofYear(year), PartialDate.ofYear(year), false),
            List.of(Participant.country(Role.RECIPIENT, new CountryCode(country))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Told("a#" + id, "a", id, id, content);
  }

  private static List<Told> world() {
    var told = new ArrayList<Told>();
    for (int i = 0; i < 60; i++) {
      var title =
          "Vaccines and schools number%d for place%d of region%d".formatted(i, i * 7, i % 9);
      told.add(told("n" + i, Map.of("en", title), 1990 + i % 30, "QN" + (char) ('A' + i % 26)));
    }
    var pumps = Map.of("en", "Solar pumps for herders", "fr", "Pompes solaires pour les bergers");
    told.add(told("PRJ-2014-QMM", pumps, 2014, "QMM"));
    told.add(told("PRJ-2015-QMM", pumps, 2015, "QMM"));
    return told;
  }

  @Test
  void countsWhatWasHiddenAndWhatWasToldAgain() {
    var report = LinkEvaluation.evaluate(world(), new Concepts());

    var lines = report.lines();
    assertThat(report.statements()).isEqualTo(62);
    assertThat(lines).extracting(LinkReport.Line::set).contains("series-repeats", "retold-split");
    var repeats = lines.stream().filter(l -> l.set().equals("series-repeats")).findFirst();
    assertThat(repeats.orElseThrow().pairs()).isEqualTo(1);
    assertThat(repeats.orElseThrow().recall().value()).isEqualTo(1);
    assertThat(repeats.orElseThrow().takenForSame().value()).isZero();
    var translated = lines.stream().filter(l -> l.set().equals("retold-translation")).findFirst();
    assertThat(translated.orElseThrow().records()).isEqualTo(2);
    var rounded = lines.stream().filter(l -> l.set().equals("retold-rounding")).findFirst();
    assertThat(rounded.orElseThrow().f1().value()).isGreaterThan(0.8);
  }

  @Test
  void tellsTheSameTwice() {
    assertThat(LinkEvaluation.evaluate(world(), new Concepts()))
        .isEqualTo(LinkEvaluation.evaluate(world(), new Concepts()));
  }
}
