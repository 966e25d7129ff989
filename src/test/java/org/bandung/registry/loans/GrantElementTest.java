package org.bandung.registry.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.loans.Loan.Profile;
import org.bandung.registry.loans.Loan.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantElementTest {

  private static Terms terms(
      String interest, int grace, int maturity, int payments, Profile profile) {
    return new Terms(
        new ReportedAmount(BigDecimal.valueOf(500_000), "USD"),
        new BigDecimal(interest),
        grace,
        maturity,
        payments,
        profile,
        false);
  }

  private static double element(Terms terms, String discount) {
    return GrantElement.of(terms, new BigDecimal(discount));
  }

  /// The general formula of the OECD-DAC's annex (equal principal payments, one rate of interest),
  /// written down a second time as it stands there: M, G in years, A payments a year.
  private static double annex(double interest, double discount, double g, double m, int a) {
    double interval = g - 1.0 / a;
    double d = Math.pow(1 + discount, 1.0 / a) - 1;
    return (1 - interest / a / d)
        * (1
            - (1 / Math.pow(1 + d, a * interval) - 1 / Math.pow(1 + d, a * m))
                / ((a * m - a * interval) * d));
  }

  @ParameterizedTest
  @CsvSource({
    "0.75, 120, 480, 2, 5",
    "2.0, 60, 240, 2, 5",
    "1.25, 60, 300, 2, 5",
    "2.5, 30, 120, 2, 10",
    "3.0, 12, 180, 1, 10",
    "0, 72, 456, 4, 5",
    "7.0, 36, 120, 4, 5"
  })
  void equalPaymentsOfPrincipalFollowTheClosedFormOfTheOecd(
      String interest, int grace, int maturity, int payments, String discount) {
    assertThat(
            element(terms(interest, grace, maturity, payments, Profile.EQUAL_PRINCIPAL), discount))
        .isCloseTo(
            annex(
                Double.parseDouble(interest) / 100,
                Double.parseDouble(discount) / 100,
                grace / 12.0,
                maturity / 12.0,
                payments),
            within(1e-12));
  }

  /// The European Commission's guidance on the cash grant equivalent of a soft loan: 500 000 over
  /// ten years in linear instalments at 6 %, the reference being 8 %, is worth 41 123 (the sum of
  /// ten rounded parts).
  ///
  /// @see <a
  ///   href="http://ec.europa.eu/competition/state_aid/legislation/archive_docs/cash_en.html">the
  ///   guidance</a>
  @Test
  void theGrantOfALinearLoanIsTheOneTheEuropeanCommissionWorkedOut() {
    var terms = terms("6", 12, 120, 1, Profile.EQUAL_PRINCIPAL);

    assertThat(500_000 * element(terms, "8")).isCloseTo(41_123, within(1.0));
  }

  /// The same guidance tells what each year contributes: what is owed in it, times the difference
  /// of a loan repaid at its end and one repaid at its beginning.
  @ParameterizedTest
  @CsvSource({
    "1, 500000, 9259",
    "2, 450000, 7716",
    "3, 400000, 6351",
    "4, 350000, 5145",
    "5, 300000, 4083",
    "6, 250000, 3151",
    "7, 200000, 2334",
    "8, 150000, 1621",
    "9, 100000, 1000",
    "10, 50000, 463"
  })
  void eachYearContributesWhatTheEuropeanCommissionWorkedOut(int year, int owed, int worth) {
    double until = element(terms("6", year * 12, year * 12, 1, Profile.BULLET), "8");
    double before =
        year == 1
            ? 0
            : element(terms("6", (year - 1) * 12, (year - 1) * 12, 1, Profile.BULLET), "8");

    assertThat(owed * (until - before)).isCloseTo(worth, within(0.51));
  }

  @Test
  void aLoanAtTheRateOfDiscountHoldsNoGrantWhateverItsProfile() {
    for (var profile : Profile.values()) {
      assertThat(element(terms("10", 36, 120, 1, profile), "10")).isCloseTo(0, within(1e-12));
      assertThat(element(terms("12", 36, 120, 1, profile), "10")).isNegative();
    }
  }

  /// Worked by hand: 100 at 0 % paid back after one year is worth 100 / 1.05 today.
  @Test
  void anInterestFreeLoanIsWorthTheTimeItIsHeld() {
    assertThat(element(terms("0", 12, 12, 1, Profile.BULLET), "5"))
        .isCloseTo(1 - 1 / 1.05, within(1e-12));
    assertThat(GrantElement.mark(terms("0", 12, 12, 1, Profile.BULLET))).contains("interest-free");
  }

  /// Worked by hand: 100 at 10 % in two equal payments of 57.619 is worth 57.619/1.05 +
  /// 57.619/1.05² = 107.137.
  @Test
  void anAnnuityIsDiscountedPaymentByPayment() {
    assertThat(element(terms("10", 12, 24, 1, Profile.ANNUITY), "5"))
        .isCloseTo(-0.07137, within(1e-5));
  }

  @Test
  void aLoanIsConcessionalFromThirtyFivePerCentOn() {
    assertThat(GrantElement.mark(terms("0.75", 120, 480, 2, Profile.EQUAL_PRINCIPAL)))
        .contains("concessional");
    assertThat(GrantElement.mark(terms("4.5", 24, 120, 2, Profile.EQUAL_PRINCIPAL))).isEmpty();
  }

  /// All at the end of ten years, interest once a year: `(1 - r / 5 %) x (1 - 1.05^-10)`, the
  /// second factor being 0.386086746475. At 0.4 %: 0.92 x 0.386087 = 0.355200; at 2 %: 0.6 x
  /// 0.386087 = 0.231652. It is 0.35 at 0.46733987... %.
  @ParameterizedTest
  @CsvSource({"0.4, true", "0.467339876209015658, true", "0.467340876209015658, false", "2, false"})
  void exactlyThirtyFivePerCentIsConcessional(String interest, boolean concessional) {
    assertThat(GrantElement.concessional(terms(interest, 120, 120, 1, Profile.BULLET)))
        .isEqualTo(concessional);
  }
}
