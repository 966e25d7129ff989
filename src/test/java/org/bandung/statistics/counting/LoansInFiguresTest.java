package org.bandung.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.statistics.counting.Facts.fact;

import java.nio.file.Path;
import java.util.List;
import org.bandung.reference.Reference;
import org.bandung.statistics.facts.Fact;
import org.junit.jupiter.api.Test;

/// Loans under SDG indicator 17.3.1: their terms decide where they are told, else the form.
class LoansInFiguresTest {

  private static final List<Fact> WORLD =
      List.of(
          // On terms that are known: 100 concessional, 40 not, whatever the form is called.
          lender("a")
              .facet("k:cooperation-form:other-loan")
              .lent("100.00", 2019, "QNN", "other-loan", "b")
              .build(),
          lender("b")
              .facet("k:cooperation-form:concessional-loan")
              .lent("40.00", 2019, "QNN", "concessional-loan", "c")
              .build(),
          // Nobody told the terms: 7 as a loan; 20 of which the source itself says concessional.
          lender("c")
              .facet("k:cooperation-form:other-loan")
              .lent("7.00", 2019, "QNN", "other-loan", "")
              .build(),
          lender("d")
              .facet("k:cooperation-form:concessional-loan")
              .lent("20.00", 2019, "QNN", "concessional-loan", "")
              .build());

  private static Facts lender(String id) {
    return fact(id).side("QMM", "provider").side("QNN", "recipient");
  }

  /// What forms lead to is told as it is shipped.
  private static Counter counter() {
    var reference = Reference.load(Path.of("src/main/resources/reference"));
    var codes = new Codes();
    var segment = SegmentBuilder.build(codes, reference, new CountryTraits(reference), WORLD);
    return new Counter(List.of(segment), codes, new SameCurrency(), "same");
  }

  private final Counter counter = counter();

  @Test
  void theTermsDecideWhereTheyAreTold() {
    var answer =
        counter.count(Question.money(Measure.GIVEN, "USD", Dimension.SDG_17_3_1)).orElseThrow();

    assertThat(answer.at("b").value()).isEqualTo(120_00); // 100 + 20
    assertThat(answer.at("c").value()).isEqualTo(40_00);
    assertThat(answer.at("").value()).isEqualTo(7_00); // not reported
    assertThat(answer.total().value()).isEqualTo(167_00);
  }

  @Test
  void initiativesStandWhereTheirLoansDo() {
    var answer = counter.count(Question.initiatives(Dimension.SDG_17_3_1)).orElseThrow();

    assertThat(answer.at("b").value()).isEqualTo(2); // a, d
    assertThat(answer.at("c").value()).isEqualTo(1); // b
    assertThat(answer.at("").value()).isEqualTo(1); // c
  }
}
