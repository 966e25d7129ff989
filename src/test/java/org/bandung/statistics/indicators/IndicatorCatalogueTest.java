package org.bandung.statistics.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.reference.Reference;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.QuestionText.Asked;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.indicators.Indicator.Certainty;
import org.bandung.statistics.reports.ReportCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every row of the shipped catalogue is complete and can be calculated.
class IndicatorCatalogueTest {

  private static final Reference REFERENCE =
      Reference.shipped(
          new org.bandung.reference.ReferenceSettings(java.util.Optional.empty(), "unctad"));
  private static final IndicatorCatalogue CATALOGUE = IndicatorCatalogue.shipped();

  @Test
  void everyIndicatorHasItsWordsInSevenLanguages() {
    for (var indicator : CATALOGUE.all()) {
      complete(indicator.code(), indicator.name());
      complete(indicator.code(), indicator.definition());
      assertThat(indicator.dimensions()).as(indicator.code()).isNotEmpty();
      assertThat(indicator.source().name()).as(indicator.code()).isNotBlank();
      if (indicator.source().certainty() != Certainty.OURS) {
        assertThat(indicator.source().address()).as(indicator.code()).startsWith("https://");
      }
    }
  }

  private static void complete(String code, LocalizedText text) {
    var seen = new HashSet<String>();
    for (var language : Messages.LANGUAGES) {
      var said = text.in(language).orElseThrow();
      assertThat(said.language()).as(code + " " + language).isEqualTo(language);
      assertThat(said.text()).as(code + " " + language).isNotBlank();
      seen.add(said.text());
    }
    assertThat(seen.size()).as(code + ": every language has words of its own").isGreaterThan(4);
  }

  @Test
  void everyOperandIsAQuestion() {
    for (var indicator : CATALOGUE.all()) {
      var formula = indicator.formula();
      understood(indicator, formula.of());
      if (formula instanceof Formula.Share share) {
        understood(indicator, share.whole());
      }
      if (formula instanceof Formula.Ratio ratio) {
        understood(indicator, ratio.to());
      }
    }
  }

  private static void understood(Indicator indicator, Formula.Operand operand) {
    Map<String, String> parameters = new LinkedHashMap<>(operand.narrowed());
    assertThat(QuestionText.names()).as(indicator.code()).containsAll(parameters.keySet());
    parameters.put("measure", operand.measure().word());
    assertThat(new QuestionText(REFERENCE).read(parameters::get))
        .as(indicator.code())
        .isInstanceOf(Asked.Understood.class);
  }

  @Test
  void theUnitIsThatOfTheFormula() {
    for (var indicator : CATALOGUE.all()) {
      boolean quotient =
          indicator.formula() instanceof Formula.Share
              || indicator.formula() instanceof Formula.Ratio;
      assertThat(indicator.unit() == Indicator.Unit.PERCENT)
          .as(indicator.code())
          .isEqualTo(quotient);
      if (!quotient) {
        assertThat(indicator.unit().name())
            .as(indicator.code())
            .isEqualTo(indicator.formula().of().measure().unit().name());
      }
    }
  }

  @Test
  void everyRuleStandsInTheRulesOfCounting() throws IOException {
    var rules = Files.readString(Path.of("docs/counting.md"));
    for (var indicator : CATALOGUE.all()) {
      assertThat(rules).as(indicator.code()).contains("| **" + indicator.rule());
    }
  }

  @Test
  void reportsNameIndicatorsThatThereAre() {
    for (var report : ReportCatalogue.shipped().all()) {
      for (var section : report.sections()) {
        var code = section.asking(Map.of()).get("indicator");
        if (code != null) {
          assertThat(CATALOGUE.find(code)).as(section.code()).isPresent();
        }
      }
    }
  }

  @Test
  void everyClaimHasItsSourceItsWordsAndAQuestion() {
    for (var claim : ClaimCatalogue.shipped()) {
      complete(claim.code(), claim.words());
      complete(claim.code(), claim.coverage());
      assertThat(claim.source().address()).as(claim.code()).startsWith("https://");
      assertThat(org.bandung.kernel.PartialDate.parse(claim.source().date()))
          .as(claim.code())
          .isPresent();
      var indicator = CATALOGUE.find(claim.indicator()).orElseThrow();
      understood(
          indicator, new Formula.Operand(indicator.formula().of().measure(), claim.question()));
    }
  }

  @Test
  void aFormulaIsReadAsItIsWritten() {
    assertThat(Formula.parse("given")).isEqualTo(new Formula.Figure(operand(Measure.GIVEN)));
    assertThat(Formula.parse("ratio(given; budgeted)"))
        .isEqualTo(new Formula.Ratio(operand(Measure.GIVEN), operand(Measure.BUDGETED)));
    assertThat(Formula.parse("share(initiatives[southSouth=true]; modality=triangular)"))
        .isEqualTo(
            new Formula.Share(
                new Formula.Operand(
                    Measure.INITIATIVES, Map.of("southSouth", "true", "modality", "triangular")),
                new Formula.Operand(Measure.INITIATIVES, Map.of("southSouth", "true"))));
  }

  private static Formula.Operand operand(Measure measure) {
    return new Formula.Operand(measure, Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lives",
        "given[",
        "given[year]",
        "given[year=2019&year=2020]",
        "share(given)",
        "ratio(given)",
        "mean(given; budgeted)",
        "share(given; T(java.lang.Runtime).exec)",
        "shell(given; budgeted)",
        "ratio(ratio(given; budgeted); given)",
        "given; budgeted"
      })
  void whatIsNoFormulaIsRefused(String text) {
    assertThatThrownBy(() -> Formula.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
