package org.bandung.funds.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.loans.LoanTerms.Repayment;
import org.bandung.funds.loans.Schedule.Movement;
import org.bandung.registry.loans.GrantElement;
import org.bandung.registry.loans.Loan.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleTest {

  private static final LocalDate START = LocalDate.parse("2026-01-01");

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  private static LoanTerms terms(String amount, String interest, Repayment repayment) {
    return new LoanTerms(
        usd(amount), new BigDecimal(interest), false, DayCount.THIRTY_360, START, repayment);
  }

  /// A published table of a mortgage: 199,760 at 4.5 % in 360 monthly payments; interest, principal
  /// and balance of the first, second and third. The table carries fractions of a cent along and we
  /// round each payment, hence two cents.
  ///
  /// @see <a
  ///   href="https://www.signatureservice.com/buy/payment_calculator?hoa=0&loan=249700.00&tax=0">the
  ///   table</a>
  @Test
  void anAnnuityIsThePublishedTable() {
    var schedule = Schedule.of(terms("199760", "4.5", new Repayment(1, 360, 12, Profile.ANNUITY)));
    var table =
        List.of(
            List.of("749.10", "263.05", "199496.95"),
            List.of("748.11", "264.04", "199232.90"),
            List.of("747.12", "265.03", "198967.87"));
    for (int i = 0; i < 3; i++) {
      var payment = schedule.payments().get(i);
      close(payment.interest(), table.get(i).get(0));
      close(payment.principal(), table.get(i).get(1));
      close(payment.owed(), table.get(i).get(2));
      assertThat(payment.total()).isEqualTo(usd("1012.15"));
    }
    assertThat(schedule.payments().getLast().owed()).isEqualTo(usd("0"));
    // Half a cent in each of 360 payments, with interest on it for up to thirty years.
    close(schedule.payments().getLast().total(), "1012.15", 7.0);
  }

  private static void close(Money ours, String published) {
    close(ours, published, 0.02);
  }

  private static void close(Money ours, String published, double by) {
    assertThat(ours.amount().doubleValue())
        .isCloseTo(Double.parseDouble(published), within(by + 1e-9));
  }

  /// The European Commission's guidance on the cash grant equivalent of a soft loan: 500 000 over
  /// ten years in linear instalments at 6 %, the reference being 8 %, is worth 41 123.
  ///
  /// @see <a
  ///   href="http://ec.europa.eu/competition/state_aid/legislation/archive_docs/cash_en.html">the
  ///   guidance</a>
  @Test
  void theGrantOfALinearLoanIsTheOneTheEuropeanCommissionWorkedOut() {
    var schedule =
        Schedule.of(terms("500000", "6", new Repayment(12, 120, 1, Profile.EQUAL_PRINCIPAL)));
    assertThat(500_000 * PresentValue.grantElement(schedule, new BigDecimal("8")))
        .isCloseTo(41_123, within(1.0));
    // By days it differs by no more than leap days do.
    var byDays = PresentValue.of(schedule, new BigDecimal("8"), START);
    assertThat(500_000 - byDays.amount().doubleValue()).isCloseTo(41_123, within(200.0));
  }

  /// The OECD-DAC's annex: a loan (there 1000 units, here a million: cents matter less) at 2.5 %
  /// over ten years, half-yearly annuities from the thirtieth month on, discounted at 10 %; its
  /// formula for annuities written down as it stands there (`GE = 1 − ZG − ZX`) against the
  /// schedule's own payments.
  ///
  /// @see <a href="https://paperzz.com/doc/8929037/grant-element">the annex</a>
  @Test
  void anAnnuityAfterGraceIsTheAnnexOfTheOecd() {
    double a = 2;
    double r = 0.025;
    double interval = 2.5 - 1 / a;
    double duration = 10 - interval;
    double d = Math.pow(1.1, 1 / a) - 1;
    double c1 = Math.pow(1.1, interval);
    double c2 = Math.pow(1.1, duration);
    double zg = r * (1 - 1 / c1) / (a * d);
    double zm = 1 / (Math.pow(1 + r / a, a * duration) - 1) + 1;
    double zx = r / a * zm * (1 / c1) * ((1 - 1 / c2) / d);
    var schedule = Schedule.of(terms("1000000", "2.5", new Repayment(30, 120, 2, Profile.ANNUITY)));
    assertThat(PresentValue.grantElement(schedule, BigDecimal.TEN))
        .isCloseTo(1 - zg - zx, within(1e-9));
    double service = 0;
    for (int k = 1; k <= 20; k++) {
      service += schedule.payments().get(k - 1).total().amount().doubleValue() / Math.pow(1 + d, k);
    }
    assertThat(1 - service / 1_000_000).isCloseTo(1 - zg - zx, within(1e-7));
    // Grace: interest only until the fifth payment.
    assertThat(schedule.payments().get(3).principal()).isEqualTo(usd("0"));
    assertThat(schedule.payments().get(4).principal().signum()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"ACT_360, 5.06", "ACT_365F, 4.99", "THIRTY_360, 5.00", "ACT_ACT_ISDA, 4.97"})
  void interestFollowsTheDayCount(DayCount count, String expected) {
    // 1000 at 1 % for the 182 days of January to June 2028: 1000 × 182/360 = 5.06 and so on; the
    // leap year by Actual/Actual is 182/366, 4.97.
    var start = LocalDate.parse("2028-01-01");
    var terms =
        new LoanTerms(
            usd("1000"),
            BigDecimal.ONE,
            false,
            count,
            start,
            new Repayment(12, 12, 2, Profile.BULLET));
    var first = Schedule.of(terms).payments().getFirst();
    assertThat(first.interest()).isEqualTo(usd(expected));
  }

  @Test
  void aLineOfCreditBearsInterestOnWhatIsDrawn() {
    var line =
        new LoanTerms(
            usd("1000"),
            new BigDecimal("3.65"),
            false,
            DayCount.ACT_365F,
            START,
            new Repayment(12, 24, 2, Profile.EQUAL_PRINCIPAL));
    var schedule =
        Schedule.of(
            line,
            List.of(
                new Movement(LocalDate.parse("2026-04-11"), usd("500")),
                new Movement(START, usd("400"))));
    // 400 for 100 days at 0.01 % a day is 4.00; 900 for the 81 days until July is 7.29.
    assertThat(schedule.payments().getFirst().interest()).isEqualTo(usd("11.29"));
    assertThat(schedule.owedOn(LocalDate.parse("2026-12-31"))).isEqualTo(usd("900"));
    assertThat(schedule.payments())
        .extracting(p -> p.principal().toString())
        .containsExactly("USD 0.00", "USD 300.00", "USD 300.00", "USD 300.00");
    assertThat(schedule.accruedOn(LocalDate.parse("2026-04-21"))).isEqualTo(usd("4.90"));
    assertThatThrownBy(() -> Schedule.of(line, List.of(new Movement(START, usd("1000.01")))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGraceFreeOfInterestCostsNothingUntilItEnds() {
    var terms =
        new LoanTerms(
            usd("1000"),
            new BigDecimal("6"),
            true,
            DayCount.THIRTY_360,
            START,
            new Repayment(12, 24, 2, Profile.EQUAL_PRINCIPAL));
    assertThat(Schedule.of(terms).payments())
        .extracting(p -> p.interest().toString())
        .containsExactly("USD 0.00", "USD 0.00", "USD 20.00", "USD 10.00");
    var interestFree = Schedule.of(terms("1000", "0", terms.repayment()));
    assertThat(interestFree.payments()).allSatisfy(p -> assertThat(p.interest().signum()).isZero());
  }

  @ParameterizedTest
  @EnumSource(DayCount.class)
  void whatIsPaidOutIsPaidBackToTheCent(DayCount count) {
    var random = new Random(8);
    for (int i = 0; i < 300; i++) {
      int a = List.of(1, 2, 4, 12).get(random.nextInt(4));
      int payments = 1 + random.nextInt(30);
      var repayment =
          new Repayment(
              random.nextInt(payments * 12 / a + 1),
              payments * 12 / a,
              a,
              Profile.values()[random.nextInt(3)]);
      var terms =
          new LoanTerms(
              usd(String.valueOf(1 + random.nextInt(1_000_000))),
              BigDecimal.valueOf(random.nextInt(1500), 2),
              random.nextBoolean(),
              count,
              START.plusDays(random.nextInt(400)),
              repayment);
      var schedule = Schedule.of(terms);
      var paid = usd("0");
      for (var p : schedule.payments()) {
        assertThat(p.principal().signum()).isNotNegative();
        assertThat(p.interest().signum()).isNotNegative();
        paid = paid.plus(p.principal());
      }
      assertThat(paid).isEqualTo(terms.commitment());
      assertThat(schedule.owedOn(terms.maturity())).isEqualTo(usd("0"));
    }
  }

  @Test
  void onlyOneRuleSaysWhatIsGiven() {
    var terms = terms("1000000", "0.75", new Repayment(120, 480, 2, Profile.EQUAL_PRINCIPAL));
    assertThat(PresentValue.grantElement(Schedule.of(terms), GrantElement.UNIFIED_RATE))
        .isEqualTo(GrantElement.of(terms.reported(), GrantElement.UNIFIED_RATE));
    var later =
        Schedule.of(terms, List.of(new Movement(LocalDate.parse("2027-01-01"), usd("1000000"))));
    // Drawn a year later and paid back on the same days, less of it is given.
    assertThat(PresentValue.grantElement(later, GrantElement.UNIFIED_RATE))
        .isLessThan(PresentValue.grantElement(Schedule.of(terms), GrantElement.UNIFIED_RATE))
        .isPositive();
  }
}
