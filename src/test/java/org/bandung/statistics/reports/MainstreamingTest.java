package org.bandung.statistics.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.money.Conversion;
import org.bandung.reference.money.ExchangeRates;
import org.bandung.reference.money.FixedRates;
import org.bandung.reference.money.RateMethod;
import org.bandung.registry.joint.Contribution.Visibility;
import org.bandung.registry.joint.Figure;
import org.bandung.registry.joint.Resource;
import org.bandung.statistics.reports.Mainstreaming.Line;
import org.bandung.statistics.reports.Mainstreaming.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What facilitators put in, worked out by hand.
class MainstreamingTest {

  /// Without a rate but those that are fixed: CFA francs are told in euros.
  private static final Conversion CONVERSION =
      new Conversion(
          ExchangeRates.of(FixedRates.shipped(Optional.empty()), consumer -> {}),
          RateMethod.AVERAGE);

  private static Resource.Published put(
      String body,
      int year,
      Resource.Kind kind,
      @Nullable String amount,
      @Nullable String currency,
      @Nullable String persons) {
    var said =
        new Resource(
            kind,
            year,
            LocalizedText.of("en", "Advisers"),
            new Figure(
                amount == null ? null : new ReportedAmount(new BigDecimal(amount), currency),
                persons == null ? null : new Quantity(new BigDecimal(persons), "person")),
            null,
            Visibility.PUBLIC);
    return new Resource.Published(new Resource.Held("id", body, 1, said, true), "Union " + body);
  }

  @Test
  void addsUpByBodyYearKindAndUnitAndTellsWhatItCannotConvert() {
    var report =
        Mainstreaming.of(
            List.of(
                put("b", 2024, Resource.Kind.PEOPLE, null, null, "2"),
                put("b", 2024, Resource.Kind.PEOPLE, "1000", "EUR", "3"),
                put("b", 2024, Resource.Kind.MONEY, "50", "EUR", null),
                put("b", 2024, Resource.Kind.MONEY, "655957", "XOF", null),
                put("b", 2024, Resource.Kind.MONEY, "7", "QMD", null),
                put("b", 2023, Resource.Kind.MONEY, "7", "QMD", null),
                put("a", 2024, Resource.Kind.TIME, null, null, "1")),
            "EUR",
            CONVERSION);

    assertThat(report.lines().stream().map(Line::place))
        .containsExactly(
            new Place("a", 2024, Resource.Kind.TIME, "person"),
            new Place("b", 2024, Resource.Kind.PEOPLE, "EUR"),
            new Place("b", 2024, Resource.Kind.PEOPLE, "person"),
            new Place("b", 2024, Resource.Kind.MONEY, "EUR"),
            new Place("b", 2023, Resource.Kind.MONEY, "EUR"));
    var people = report.lines().get(2);
    assertThat(people.sum().orElseThrow()).isEqualByComparingTo("5"); // 2 + 3
    var money = report.lines().get(3);
    assertThat(money.sum().orElseThrow()).isEqualByComparingTo("1050"); // 50 + 655,957 / 655.957
    assertThat(money.entries()).isEqualTo(2);
    assertThat(money.notConverted()).isEqualTo(1);
    assertThat(report.lines().getLast().sum()).isEmpty(); // missing, and not zero
    assertThat(report.lines().getLast().body()).isEqualTo("Union b");
  }
}
