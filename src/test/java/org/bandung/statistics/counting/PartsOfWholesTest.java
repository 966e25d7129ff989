package org.bandung.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.statistics.counting.Facts.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;
import org.bandung.statistics.facts.Fact;
import org.junit.jupiter.api.Test;

/// A contribution that falls on several countries is converted once, whole; its parts add up to it.
class PartsOfWholesTest {

  private static final Reference REFERENCE = InventedWorld.reference();
  private static final List<String> COUNTRIES = List.of("QNN", "QOO", "QPP", "QRR", "QSS");

  /// A Meridian dollar (QMD) is 0.371 dollars and 12.5 euros; of anything else there is no rate.
  private static long convert(BigDecimal amount, String currency, int date, String to) {
    var rates = Map.of("USD USD", "1", "QMD USD", "0.371", "QMD EUR", "12.5");
    var rate = rates.get(currency + " " + to);
    return rate == null
        ? Segment.NONE
        : amount
            .multiply(new BigDecimal(rate))
            .movePointRight(2)
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact();
  }

  private static Counter counter(Facts fact) {
    var codes = new Codes();
    var facts = List.of(fact.side("QMM", "provider").build());
    return new Counter(
        List.of(SegmentBuilder.build(codes, REFERENCE, new CountryTraits(REFERENCE), facts)),
        codes,
        PartsOfWholesTest::convert,
        "test");
  }

  private static Answer ask(Facts fact, String in, Dimension rows) {
    return counter(fact).count(Question.money(Measure.GIVEN, in, rows)).orElseThrow();
  }

  private static String figure(Answer.Cell cell) {
    return Measure.GIVEN.figure(cell).orElseThrow().toPlainString();
  }

  private static Facts toTwo(String amount, String currency, int first) {
    return fact("a")
        .side("QNN", "recipient")
        .side("QOO", "recipient")
        .recipients("QNN", first, "QOO", 1_000_000)
        .given(amount, currency, 2019, "QMM", "");
  }

  @Test
  void finerThanACentTheWholeIsRoundedAndNotEachHalf() {
    // 100.010 is 10,001 hundredths; half of them, 5,000.5, is rounded to 5,001, the rest is 5,000.
    var answer = ask(toTwo("100.010", "USD", 500_000), "USD", Dimension.RECIPIENT);

    assertThat(figure(answer.at("QNN"))).isEqualTo("50.01");
    assertThat(figure(answer.at("QOO"))).isEqualTo("50.00");
    assertThat(figure(answer.total())).isEqualTo("100.01");
  }

  @Test
  void anotherCurrencyIsConvertedOnceAndFallsApartThen() {
    // 12,345.678 x 0.371 = 4,580.246538, so 458,025 hundredths; 33.3 % of them is 152,522.325, so
    // 152,522; the rest is 305,503. Converted on its own, 8,234.567226 would be 305,502.
    var answer = ask(toTwo("12345.678", "QMD", 333_000), "USD", Dimension.RECIPIENT);

    assertThat(figure(answer.at("QNN"))).isEqualTo("1525.22");
    assertThat(figure(answer.at("QOO"))).isEqualTo("3055.03");
    assertThat(figure(answer.total())).isEqualTo("4580.25");
  }

  @Test
  void aNegativeHalfIsRoundedTowardsMoreToo() {
    // -0.01 in halves: -0.5 hundredths is 0 (towards more), the rest is -1.
    var answer = ask(toTwo("-0.01", "USD", 500_000), "USD", Dimension.RECIPIENT);

    assertThat(figure(answer.at("QNN"))).isEqualTo("0.00");
    assertThat(figure(answer.at("QOO"))).isEqualTo("-0.01");
  }

  @Test
  void whatCannotBeConvertedIsOneContributionOnHoweverManyItFalls() {
    var fact = fact("a");
    COUNTRIES.forEach(c -> fact.side(c, "recipient"));
    fact.recipients(
            "QNN", 200_000, "QOO", 400_000, "QPP", 600_000, "QRR", 800_000, "QSS", 1_000_000)
        .given("50", "QZD", 2019, "QMM", "")
        .given("70", "QZD", 2019, "QMM", "")
        .given("100", "USD", 2019, "QMM", "");

    assertThat(ask(fact, "USD", Dimension.RECIPIENT).coverage().notConverted()).isEqualTo(2);
    var lastOnly = Question.money(Measure.GIVEN, "USD", Dimension.YEAR);
    assertThat(
            counter(fact)
                .count(lastOnly.where(Dimension.RECIPIENT, "QSS"))
                .orElseThrow()
                .coverage()
                .notConverted())
        .isEqualTo(2);
  }

  @Test
  void howLargeIsTooLargeIsAskedOfTheWhole() {
    // Sixteen digits before the point; each half has fifteen, which alone would be let in.
    var answer = ask(toTwo("1000000000000000", "USD", 500_000), "USD", Dimension.RECIPIENT);

    assertThat(answer.total().reported()).isFalse();
  }

  @Test
  void quantitiesFallApartInThousandths() {
    // 0.0014 is one thousandth: half of it is rounded to one, nothing is left for the second.
    var fact =
        fact("a")
            .side("QNN", "recipient")
            .side("QOO", "recipient")
            .recipients("QNN", 500_000, "QOO", 1_000_000)
            .quantity("0.0014", "person-days", 2019, "QMM", "");
    var question =
        new Question(
            Measure.QUANTITY,
            "person-days",
            Optional.of(Dimension.RECIPIENT),
            Optional.empty(),
            Map.of(),
            Question.Scope.ALL);

    var answer = counter(fact).count(question).orElseThrow();

    assertThat(answer.at("QNN").value()).isEqualTo(1);
    assertThat(answer.at("QOO").value()).isZero();
    assertThat(answer.total().value()).isEqualTo(1);
  }

  @Property(tries = 500)
  void partsAddUpToTheWholeInAnyCurrency(
      @ForAll @LongRange(min = -99_999_999_999L, max = 99_999_999_999L) long unscaled,
      @ForAll @IntRange(max = 5) int scale,
      @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 999_999) Integer> cuts) {
    var amount = BigDecimal.valueOf(unscaled, scale);
    for (var to : List.of("USD", "EUR")) {
      var answer = ask(split(amount, cuts), to, Dimension.RECIPIENT);

      long sum = answer.rowTotals().values().stream().mapToLong(Answer.Cell::value).sum();
      assertThat(sum).isEqualTo(convert(amount, "QMD", Fact.UNKNOWN, to));
      assertThat(answer.total().value()).isEqualTo(sum);
    }
  }

  private static Facts split(BigDecimal amount, List<Integer> cuts) {
    var upTo = new TreeSet<>(cuts);
    upTo.add(1_000_000);
    var fact = fact("a").given(amount.toPlainString(), "QMD", 2019, "QMM", "");
    var shares = new Object[upTo.size() * 2];
    int at = 0;
    for (int reaches : upTo) {
      fact.side(COUNTRIES.get(at / 2), "recipient");
      shares[at] = COUNTRIES.get(at / 2);
      shares[at + 1] = reaches;
      at += 2;
    }
    return fact.recipients(shares);
  }
}
