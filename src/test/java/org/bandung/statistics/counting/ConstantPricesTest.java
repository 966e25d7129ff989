package org.bandung.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bandung.reference.money.Deflator;
import org.bandung.reference.money.Deflators;
import org.bandung.statistics.counting.Question.Prices;
import org.junit.jupiter.api.Test;

/// Amounts in the prices of one year, worked out by hand.
class ConstantPricesTest {

  private static final Map<Integer, String> LEVELS =
      Map.of(2015, "100", 2018, "104", 2019, "110", 2021, "125");

  private static Deflator deflator(String name, String currency, int scale) {
    var index = new TreeMap<Integer, BigDecimal>();
    LEVELS.forEach((year, level) ->
        index.put(year, new BigDecimal(level).multiply(BigDecimal.valueOf(scale))));
    return new Deflator(name, currency, "Invented prices of " + name, index);
  }

  private static final Deflators DEFLATORS =
      Deflators.of(List.of(deflator("b-prices", "USD", 1), deflator("a-prices", "EUR", 1)));

  private static Question in(int year, String... named) {
    return Question.money(Measure.GIVEN, "USD", Dimension.YEAR)
        .at(new Prices(year, List.of(named).stream().findFirst()));
  }

  private static long of(Question question, Deflators deflators, String amount, int date) {
    return new ConstantPrices(new SameCurrency(), deflators, question)
        .convert(new BigDecimal(amount), "USD", date, "USD");
  }

  @Test
  void anAmountIsMultipliedByTheLevelOfTheBaseAndDividedByThatOfItsYear() {
    // 110.00 x 100 / 110 = 100.00; 52.00 x 100 / 104 = 50.00; 1.00 x 125 / 110 = 1.13636...
    assertThat(of(in(2015), DEFLATORS, "110.00", 20190500)).isEqualTo(10_000);
    assertThat(of(in(2015), DEFLATORS, "52.00", 20180000)).isEqualTo(5_000);
    assertThat(of(in(2021), DEFLATORS, "1.00", 20191231)).isEqualTo(114);
    assertThat(of(in(2019), DEFLATORS, "-33.30", 20190101)).isEqualTo(-3_330);
  }

  @Test
  void aLevelThatIsMissingIsAMissingAmount() {
    assertThat(of(in(2015), DEFLATORS, "7.00", 20200101)).isEqualTo(Segment.NONE);
    assertThat(of(in(2016), DEFLATORS, "7.00", 20190101)).isEqualTo(Segment.NONE);
    assertThat(of(in(2015), DEFLATORS, "7.00", org.bandung.statistics.facts.Fact.UNKNOWN))
        .isEqualTo(Segment.NONE);
    assertThat(of(in(2015, "no-such"), DEFLATORS, "7.00", 20190101)).isEqualTo(Segment.NONE);
    assertThat(of(in(2015, "a-prices"), DEFLATORS, "7.00", 20190101)).isEqualTo(Segment.NONE);
    assertThat(of(in(2015), Deflators.of(List.of()), "7.00", 20190101)).isEqualTo(Segment.NONE);
  }

  @Test
  void theFirstForTheCurrencyIsTakenWhereNobodyNamesOne() {
    assertThat(ConstantPrices.deflator(in(2015), DEFLATORS).map(Deflator::name))
        .contains("b-prices");
    assertThat(
            ConstantPrices.deflator(
                Question.money(Measure.GIVEN, "USD", Dimension.YEAR), DEFLATORS))
        .isEqualTo(Optional.empty());
  }

  /// In which year an index is 100 plays no part, and the prices of its own year change nothing.
  @Property(tries = 200)
  void theScaleOfAnIndexChangesNothing(
      @ForAll @IntRange(min = -100_000_000, max = 100_000_000) int cents,
      @ForAll @IntRange(min = 1, max = 5000) int scale) {
    var other = Deflators.of(List.of(deflator("b-prices", "USD", scale)));
    var amount = BigDecimal.valueOf(cents, 2).toPlainString();

    assertThat(of(in(2015), other, amount, 20180600))
        .isEqualTo(of(in(2015), DEFLATORS, amount, 20180600));
    assertThat(of(in(2018), other, amount, 20180600)).isEqualTo(cents);
  }
}
