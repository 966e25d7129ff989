package org.bandung.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.statistics.counting.Facts.fact;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bandung.reference.Reference;
import org.bandung.statistics.facts.Fact;
import org.bandung.statistics.reports.NationalTemplate;
import org.junit.jupiter.api.Test;

/// A form of cooperation that stands in no group has its line, even if all that is told of it is a
/// quantity.
class TemplateOfQuantitiesTest {

  private static Fact.Flow days(String form, String number) {
    return new Fact.Flow(
        "contribution",
        null,
        "",
        Fact.UNKNOWN,
        2019,
        "QMM",
        "QNN",
        form,
        "",
        new BigDecimal(number),
        "person-day",
        List.of());
  }

  @Test
  void aFormToldOnlyInPersonDaysHasALine() {
    var reference = Reference.load(Path.of("src/main/resources/reference"));
    var codes = new Codes();
    // Nothing but the contribution names the form, and there is no money in it.
    var facts =
        List.of(
            fact("a")
                .side("QMM", "provider")
                .side("QNN", "recipient")
                .facet("k:cooperation-form:training")
                .flow(days("village-exchange", "12"))
                .build());
    var counter =
        new Counter(
            List.of(SegmentBuilder.build(codes, reference, new CountryTraits(reference), facts)),
            codes,
            new SameCurrency(),
            "same");

    var template = NationalTemplate.of(reference, "QMM", Set.of("2019"), "USD", counter::count);

    assertThat(template.units()).containsExactly("person-day");
    assertThat(template.items())
        .filteredOn(item -> item.form().equals("village-exchange"))
        .singleElement()
        .satisfies(item -> {
          assertThat(item.group()).isEmpty();
          assertThat(item.quantities())
              .hasEntrySatisfying(
                  "person-day", told -> assertThat(told.cell().value()).isEqualTo(12_000));
        });
  }
}
