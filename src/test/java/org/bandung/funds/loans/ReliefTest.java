package org.bandung.funds.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.bandung.funds.ledger.Entry;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.loans.DebtStatements.Kind;
import org.bandung.funds.loans.DebtStatements.Stated;
import org.bandung.funds.loans.LoanTerms.Repayment;
import org.bandung.funds.loans.PresentValue.Flow;
import org.bandung.registry.loans.Loan.Profile;
import org.junit.jupiter.api.Test;

/// Changes of a debt with the present value before and after, worked by hand.
class ReliefTest {

  private static final LocalDate START = LocalDate.parse("2025-01-01");
  private static final LocalDate YEAR = LocalDate.parse("2026-01-01");
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  /// 1000 at 5 %, a quarter each year for four years.
  private static Schedule debt() {
    return Schedule.of(
        new LoanTerms(
            usd("1000"),
            FIVE,
            false,
            DayCount.THIRTY_360,
            START,
            new Repayment(12, 48, 1, Profile.EQUAL_PRINCIPAL)));
  }

  @Test
  void aDebtAtTheRateOfDiscountIsWorthWhatIsOwed() {
    // Save for the leap day of 2028: 250 × (1 − 1.05^(−1/365)) is 3 cents.
    var value = PresentValue.of(debt(), FIVE, YEAR);
    assertThat(value.amount().doubleValue()).isCloseTo(750, within(0.11));
    assertThat(debt().owedOn(YEAR)).isEqualTo(usd("750"));
  }

  @Test
  void presentValueIsDiscountedByDays() {
    var flows = List.of(new Flow(YEAR, usd("105")), new Flow(YEAR.plusDays(365), usd("110.25")));
    assertThat(PresentValue.of(flows, FIVE, START, usd("0"))).isEqualTo(usd("200.00"));
    assertThatThrownBy(() -> PresentValue.of(flows, FIVE, YEAR.plusDays(1), usd("0")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void forgivenessTakesItsShareOfWhatIsLeft() {
    var relief = Relief.of(debt(), new DebtChange.Forgiven(YEAR, usd("300")), FIVE);
    assertThat(relief.owedBefore()).isEqualTo(usd("750"));
    assertThat(relief.owedAfter()).isEqualTo(usd("450"));
    assertThat(relief.reduction()).isCloseTo(0.4, within(1e-4));
    assertThat(relief.schedule().payments())
        .extracting(p -> p.principal().toString())
        .containsExactly("USD 250.00", "USD 150.00", "USD 150.00", "USD 150.00");
    assertThatThrownBy(() -> Relief.of(debt(), new DebtChange.Forgiven(YEAR, usd("750.01")), FIVE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSwapPutsPaymentsAtHomeInPlaceOfDebt() {
    // 750 is written off for 300 paid at once into a project: 60 % is given up.
    var swap = new DebtChange.Swapped(YEAR, usd("750"), List.of(new Flow(YEAR, usd("300"))));
    var relief = Relief.of(debt(), swap, FIVE);
    assertThat(relief.after()).isEqualTo(usd("300"));
    assertThat(relief.reduction()).isCloseTo(0.6, within(1e-4));
    assertThat(relief.owedAfter()).isEqualTo(usd("0"));
    assertThat(relief.flows()).contains(new Flow(YEAR, usd("300")));
  }

  @Test
  void aReschedulingAtNoInterestGivesUpTime() {
    // 750 in one payment after ten years (3,652 days) without interest.
    var change =
        new DebtChange.Rescheduled(
            YEAR, new Repayment(120, 120, 1, Profile.BULLET), BigDecimal.ZERO, true);
    var relief = Relief.of(debt(), change, FIVE);
    assertThat(relief.after().amount().doubleValue())
        .isCloseTo(750 / Math.pow(1.05, 3652 / 365.0), within(0.005));
    assertThat(relief.reduction()).isCloseTo(1 - Math.pow(1.05, -10), within(1e-3));
    // Half a year later interest of that half year is owed too.
    var half = LocalDate.parse("2026-07-01");
    var later =
        Relief.of(
            debt(),
            new DebtChange.Rescheduled(half, change.repayment(), BigDecimal.ZERO, true),
            FIVE);
    assertThat(later.owedAfter()).isEqualTo(usd("768.75"));
    var paid =
        Relief.of(
            debt(),
            new DebtChange.Rescheduled(half, change.repayment(), BigDecimal.ZERO, false),
            FIVE);
    assertThat(paid.owedAfter()).isEqualTo(usd("750"));
    assertThat(paid.after()).isGreaterThan(later.after());
  }

  @Test
  void theSameTermsChangeNothing() {
    var change =
        new DebtChange.Rescheduled(
            YEAR, new Repayment(12, 36, 1, Profile.EQUAL_PRINCIPAL), FIVE, true);
    assertThat(Relief.of(debt(), change, FIVE).reduction()).isCloseTo(0, within(1e-12));
  }

  @Test
  void statementsStandSideBySideAndDisputedSumsAreRanges() {
    var creditor =
        List.of(
            new Stated(START, Kind.PAID_OUT, "B1", usd("1000")),
            new Stated(YEAR, Kind.PRINCIPAL_PAID, "B2", usd("200")));
    var debtor =
        List.of(
            new Stated(START, Kind.PAID_OUT, "B1", usd("1000")),
            new Stated(YEAR, Kind.PRINCIPAL_PAID, "B2", usd("250")),
            new Stated(YEAR, Kind.FORGIVEN, "", usd("50")),
            new Stated(YEAR, Kind.INTEREST_PAID, "B3", usd("50")));
    var both = DebtStatements.of(creditor, debtor, usd("0"));
    assertThat(both.owed()).isEqualTo(new DebtStatements.Range(usd("700"), usd("800")));
    assertThat(both.owed().disputed()).isTrue();
    assertThat(both.lines()).hasSize(4);
    assertThat(both.lines().getFirst().agreed()).isTrue();
    assertThat(both.lines()).filteredOn(l -> !l.agreed()).hasSize(3);
    // Whoever is asked first makes no difference.
    assertThat(DebtStatements.of(debtor, creditor, usd("0")).owed()).isEqualTo(both.owed());
    assertThat(DebtStatements.of(debtor, debtor, usd("0")).owed().disputed()).isFalse();
  }

  @Test
  void entriesBalance() {
    var entries = new LoanEntries("loan:QM-L1", "QN-MOF");
    for (var posted :
        List.of(
            entries.paidOut(usd("1000")),
            entries.serviced(usd("250"), usd("50")),
            entries.serviced(usd("0"), usd("50")),
            entries.serviced(usd("250"), usd("0")),
            entries.writtenOff(usd("300")))) {
      assertThat(posted.stream().map(Entry::amount).reduce(usd("0"), Money::plus))
          .isEqualTo(usd("0"));
    }
  }
}
