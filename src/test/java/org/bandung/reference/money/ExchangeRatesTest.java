package org.bandung.reference.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.money.RateResult.NoRate;
import org.bandung.reference.money.RateResult.Rate;
import org.bandung.reference.money.RateResult.Reason;
import org.junit.jupiter.api.Test;

/// Rates worked by hand.
class ExchangeRatesTest {

  private static final FixedRates FIXED = FixedRates.shipped(Optional.empty());

  static PartialDate date(String text) {
    return PartialDate.parse(text).orElseThrow();
  }

  private static RateMethod method(String period, String method) {
    return period.length() == 10 ? RateMethod.FIXING : RateMethod.ofCode(method).orElseThrow();
  }

  /// `source currency period pivot value`, an average unless it is of a day.
  static Quote quote(String line) {
    var p = line.split(" ");
    boolean perPivot = p[3].startsWith("1");
    var method = p.length > 5 ? p[5] : "average";
    return new Quote(
        p[1],
        date(p[2]),
        method(p[2], method),
        perPivot ? p[3].substring(1) : p[3],
        new BigDecimal(p[4]),
        perPivot,
        p[0]);
  }

  static ExchangeRates rates(String... lines) {
    return ExchangeRates.of(FIXED, to -> List.of(lines).forEach(l -> to.accept(quote(l))));
  }

  private static Rate rate(ExchangeRates rates, String from, String to, String date) {
    return rate(rates, from, to, date, RateMethod.AVERAGE);
  }

  private static Rate rate(
      ExchangeRates rates, String from, String to, String date, RateMethod method) {
    var answer = rates.rate(from, to, date(date), method);
    assertThat(answer).isInstanceOf(Rate.class);
    return (Rate) answer;
  }

  private static Reason none(ExchangeRates rates, String from, String to, String date) {
    return ((NoRate) rates.rate(from, to, date(date), RateMethod.AVERAGE)).reason();
  }

  @Test
  void crossesOverThePivotOfOneSource() {
    var rates = rates("fund USD 2010-03 XDR 0.65", "fund EUR 2010-03 XDR 0.91");

    var rate = rate(rates, "USD", "EUR", "2010-03-17");

    assertThat(rate.value()).isEqualByComparingTo("0.7142857142857143"); // 0.65 / 0.91 = 5/7
    assertThat(rate.times(new BigDecimal("7000"), 2)).isEqualByComparingTo("5000.00");
    assertThat(rate.method()).isEqualTo(RateBasis.MONTH_AVERAGE);
    assertThat(rate.date()).hasToString("2010-03");
    assertThat(rate.source()).isEqualTo("fund");
    assertThat(rate.via())
        .extracting(s -> s.from() + ">" + s.to())
        .containsExactly("USD>XDR", "XDR>EUR");
  }

  @Test
  void readsRatesQuotedPerPivotTheOtherWayRound() {
    var rates = rates("bank USD 2010-03-01 1EUR 1.25", "bank JPY 2010-03-01 1EUR 125");

    assertThat(rate(rates, "EUR", "USD", "2010-03-01", RateMethod.FIXING).value())
        .isEqualByComparingTo("1.25");
    assertThat(rate(rates, "USD", "JPY", "2010-03-01", RateMethod.FIXING).value())
        .isEqualByComparingTo("100");
  }

  @Test
  void bothDirectionsOfOneSourceBecomeOneSeries() {
    var rates = rates("own QMD 2010-03 USD 0.5", "own QMD 2010-04 1USD 4");

    assertThat(rate(rates, "QMD", "USD", "2010-04").value()).isEqualByComparingTo("0.25");
    assertThat(rates.coverage()).hasSize(1);
  }

  @Test
  void goesFromTheDayToTheMonthToTheYear() {
    var rates =
        rates(
            "s QMD 2010-03-01 USD 2",
            "s QMD 2010-03-02 USD 4",
            "s QMD 2010-05 USD 8",
            "s QMD 2010-06 USD 16");
    var fixing = RateMethod.FIXING;

    assertThat(rate(rates, "QMD", "USD", "2010-03-02", fixing).value()).isEqualByComparingTo("4");
    var month = rate(rates, "QMD", "USD", "2010-03-31", fixing);
    assertThat(month.value()).isEqualByComparingTo("3");
    assertThat(month.method()).isEqualTo(RateBasis.MONTH_OF_DAYS);
    assertThat(month.via().getFirst().of()).isEqualTo(2);
    var year = rate(rates, "QMD", "USD", "2010-12-24", fixing);
    assertThat(year.value()).isEqualByComparingTo("12");
    assertThat(year.method()).isEqualTo(RateBasis.YEAR_OF_MONTHS);
    assertThat(year.date()).hasToString("2010");
  }

  @Test
  void neverTakesAnotherYear() {
    var rates = rates("s QMD 2009-12 USD 2", "s QMD 2011-01 USD 2");

    assertThat(none(rates, "QMD", "USD", "2010-12-31")).isEqualTo(Reason.NONE_AT_THAT_TIME);
  }

  @Test
  void prefersWhatTheSourceAveragedItself() {
    var rates = rates("s QMD 2010 USD 5", "s QMD 2010-05 USD 8", "s QMD 2010-05-01 USD 9");

    assertThat(rate(rates, "QMD", "USD", "2010").value()).isEqualByComparingTo("5");
    assertThat(rate(rates, "QMD", "USD", "2010-05").value()).isEqualByComparingTo("8");
  }

  @Test
  void whatAnySourceAveragedComesBeforeTheMeanOfDaysOfAnother() {
    var rates =
        rates(
            "bank QMD 2010-05-03 1EUR 9",
            "fund QMD 2010-05 XDR 1",
            "fund EUR 2010-05 XDR 4",
            "bank QND 2010-05-03 1EUR 8");

    assertThat(rate(rates, "EUR", "QMD", "2010-05-03").value()).isEqualByComparingTo("4");
    assertThat(rate(rates, "EUR", "QMD", "2010-05-03", RateMethod.FIXING).value())
        .isEqualByComparingTo("9");
    // The fund knows nothing of the other currency.
    assertThat(rate(rates, "QND", "EUR", "2010-05-03").value()).isEqualByComparingTo("0.125");
  }

  @Test
  void averagesOnlyMonthsInWhichBothHaveARate() {
    var rates =
        rates(
            "s QMD 2010-01 XDR 1",
            "s QMD 2010-02 XDR 3",
            "s QND 2010-02 XDR 1.5",
            "s QND 2010-03 XDR 99");

    var rate = rate(rates, "QMD", "QND", "2010");

    assertThat(rate.value()).isEqualByComparingTo("2");
    assertThat(rate.via()).allSatisfy(s -> assertThat(s.of()).isEqualTo(1));
  }

  @Test
  void anEndOfPeriodIsNeverReplacedByAnAverage() {
    var rates =
        rates("s QMD 2010-01 XDR 1", "s QMD 2010-02 XDR 3 end-of-period", "s QMD 2010 XDR 4");

    assertThat(rate(rates, "QMD", "XDR", "2010-02-03", RateMethod.END_OF_PERIOD).value())
        .isEqualByComparingTo("3");
    assertThat(rates.rate("QMD", "XDR", date("2010-01"), RateMethod.END_OF_PERIOD))
        .isEqualTo(new NoRate(Reason.NONE_AT_THAT_TIME, "QMD", date("2010-01")));
    assertThat(rates.rate("QMD", "XDR", date("2010"), RateMethod.END_OF_PERIOD))
        .isInstanceOf(NoRate.class);
  }

  @Test
  void joinsTwoSourcesOverACurrencyTheyShare() {
    var rates =
        rates("own QMD 2010-03 USD 0.5", "fund USD 2010-03 XDR 0.6", "fund EUR 2010-03 XDR 0.9");

    var rate = rate(rates, "QMD", "EUR", "2010-03");

    assertThat(rate.value()).isEqualByComparingTo("0.3333333333333333"); // 0.5 × 0.6 / 0.9
    assertThat(rate.source()).isEqualTo("own + fund");
  }

  @Test
  void oneSourceComesBeforeTwoAndThenTheirKeysDecide() {
    var rates =
        rates(
            "b QMD 2010-03 USD 3",
            "a QMD 2010-03 EUR 1",
            "a USD 2010-03 EUR 1",
            "c QMD 2010-03 USD 5");

    // Told in the wanted currency itself comes before a cross.
    assertThat(rate(rates, "QMD", "USD", "2010-03").source()).isEqualTo("b");
  }

  @Test
  void tellsWhyThereIsNone() {
    var rates = rates("s QMD 2010-03 XDR 3", "t QND 2010-03 QOD 3");

    assertThat(none(rates, "ZZZ", "USD", "2010")).isEqualTo(Reason.UNKNOWN_CURRENCY);
    assertThat(none(rates, "KES", "XDR", "2010")).isEqualTo(Reason.NO_RATES_OF_CURRENCY);
    assertThat(none(rates, "QMD", "XDR", "2012")).isEqualTo(Reason.NONE_AT_THAT_TIME);
    assertThat(none(rates, "QMD", "QND", "2010-03")).isEqualTo(Reason.NO_COMMON_CURRENCY);
    assertThat(none(rates, "XXX", "USD", "2010")).isEqualTo(Reason.UNKNOWN_CURRENCY);
  }

  @Test
  void equalCurrenciesNeedNoTable() {
    var rate = rate(ExchangeRates.none(FIXED), "USD", "USD", "1950");

    assertThat(rate.value()).isEqualByComparingTo("1");
    assertThat(rate.method()).isEqualTo(RateBasis.SAME);
    assertThat(rate.via()).isEmpty();
  }

  @Test
  void francsOfTheTwoUnionsAreTiedToTheEuro() {
    var rates = rates("fund EUR 2010-03 XDR 0.9", "fund USD 2010-03 XDR 0.6");

    assertThat(rate(rates, "EUR", "XOF", "2010-03").value()).isEqualByComparingTo("655.957");
    assertThat(rate(rates, "XAF", "XOF", "2010-03").value()).isEqualByComparingTo("1");
    // 655.957 francs are one euro, which is 1.5 dollars.
    assertThat(rate(rates, "XOF", "USD", "2010-03").times(new BigDecimal("655957"), 2))
        .isEqualByComparingTo("1500.00");
    assertThat(rate(rates, "XOF", "USD", "2010-03").method()).isEqualTo(RateBasis.MONTH_AVERAGE);
  }

  @Test
  void francsOfTheTwoUnionsWereTiedToTheFrancBefore() {
    var rates = rates("fund FRF 1993-12 XDR 0.125", "fund FRF 1994-02 XDR 0.125");

    assertThat(rate(rates, "XOF", "XDR", "1993-12").value()).isEqualByComparingTo("0.0025");
    assertThat(rate(rates, "XOF", "XDR", "1994-02").value()).isEqualByComparingTo("0.00125");
    assertThat(none(rates, "XOF", "XDR", "1994-01")).isEqualTo(Reason.NO_RATES_OF_CURRENCY);
  }

  @Test
  void replacedCurrenciesAreTheEuroFromTheirDay() {
    var rates =
        rates("fund EUR 1999-01 XDR 0.8", "fund DEM 1998-12 XDR 0.4", "fund EUR 2000-05 XDR 0.7");

    assertThat(rate(rates, "EUR", "DEM", "2003-05").value()).isEqualByComparingTo("1.95583");
    assertThat(rate(rates, "DEM", "XDR", "1999-01").times(new BigDecimal("195583"), 0))
        .isEqualByComparingTo("80000");
    assertThat(rate(rates, "DEM", "XDR", "1998-12").value()).isEqualByComparingTo("0.4");
    assertThat(none(rates, "GRD", "XDR", "2000-05")).isEqualTo(Reason.NO_RATES_OF_CURRENCY);
    assertThat(none(rates, "EUR", "XDR", "1998-12")).isEqualTo(Reason.NONE_AT_THAT_TIME);
    assertThat(rate(rates, "DEM", "FRF", "2000-05").times(new BigDecimal("195583"), 0))
        .isEqualByComparingTo("655957");
  }

  @Test
  void anotherUnitOfTheSameMoneyIsKnownAtAnyDate() {
    var rates = rates("fund TRY 2004-03 USD 0.75", "fund GHC 2005-01 USD 0.0001");

    assertThat(rate(rates, "TRL", "USD", "2004-03").times(new BigDecimal("4000000"), 2))
        .isEqualByComparingTo("3.00");
    assertThat(rate(rates, "GHS", "USD", "2005-01").value()).isEqualByComparingTo("1");
  }

  @Test
  void aReportedRateComesBeforeAPeg() {
    var rates = rates("fund AED 2010-03 USD 0.25");

    assertThat(rate(rates, "AED", "USD", "2010-03").value()).isEqualByComparingTo("0.25");
    assertThat(rate(rates, "AED", "USD", "2011-03").method()).isEqualTo(RateBasis.FIXED);
    assertThat(rate(rates, "USD", "AED", "2011-03").value()).isEqualByComparingTo("3.6725");
    assertThat(rate(rates, "AED", "SAR", "2011-03").times(new BigDecimal("36725"), 0))
        .isEqualByComparingTo("37500");
  }

  @Test
  void ofOnePeriodTheLastNumberCountsWhateverTheOrder() {
    var rates = rates("s QMD 2010-04 USD 4", "s QMD 2010-03 USD 3", "s QMD 2010-04 USD 5");

    assertThat(rate(rates, "QMD", "USD", "2010-04").value()).isEqualByComparingTo("5");
    assertThat(rates.size()).isEqualTo(2);
  }

  @Test
  void tellsWhatIsMissingInBetween() {
    var rates = rates("s QMD 2010-11 USD 4", "s QMD 2011-02 USD 3");

    var coverage = rates.coverage().getFirst();

    assertThat(coverage.first()).hasToString("2010-11");
    assertThat(coverage.last()).hasToString("2011-02");
    assertThat(coverage.missing()).hasToString("[2010-12, 2011-01]");
  }

  @Test
  void aRateIsAboveZeroAndOfBearableSize() {
    for (var value : List.of("0", "-1", "1E+40", "1E-40")) {
      assertThat(Quote.isUsable(new BigDecimal(value))).as(value).isFalse();
      assertThatThrownBy(() -> quote("s QMD 2010-04 USD " + value))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> quote("s USD 2010-04 USD 1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
