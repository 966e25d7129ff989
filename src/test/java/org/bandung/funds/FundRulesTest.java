package org.bandung.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.funds.FundSamples.DAY;
import static org.bandung.funds.FundSamples.decide;
import static org.bandung.funds.FundSamples.opened;
import static org.bandung.funds.FundSamples.osmara;
import static org.bandung.funds.FundSamples.pledge;
import static org.bandung.funds.FundSamples.receive;
import static org.bandung.funds.FundSamples.then;
import static org.bandung.funds.FundSamples.window;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.bandung.funds.FundOutcome.Faulty;
import org.bandung.funds.FundOutcome.NotNow;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.Rate;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.Quantity;
import org.junit.jupiter.api.Test;

/// What can be done with a fund, on hand-worked cases.
class FundRulesTest {

  private static Contribution only(Fund f) {
    return f.contributions().values().iterator().next();
  }

  @Test
  void whatCameIsTakenFromWhatWasPromised() {
    var f = then(opened(), pledge("p1", "1000"), receive("p1", "400"));
    assertThat(only(f).outstanding()).isEqualTo(Money.of("600", "USD"));
    f = then(f, new FundDeed.LetGo("p1", Money.of("100", "USD"), DAY, "budget cut"));
    assertThat(only(f).outstanding()).isEqualTo(Money.of("500", "USD"));
    assertThat(decide(f, new FundDeed.LetGo("p1", Money.of("500.01", "USD"), DAY, "more")))
        .isEqualTo(new NotNow("more-than-promised"));
    // More than was promised is welcome, and leaves no promise below nothing.
    assertThat(only(then(f, receive("p1", "700"))).outstanding()).isEqualTo(Money.of("0", "USD"));
  }

  @Test
  void moneyOfAnotherCurrencyCountsAtAStatedRate() {
    var f = then(opened(), pledge("p1", "1000"));
    var paid = Money.of("333.33", "EUR");
    assertThat(decide(f, new FundDeed.Receive("p1", paid, null, DAY, "b")))
        .isEqualTo(new NotNow("other-currency"));
    var exchange =
        new Rate(
            Currency.getInstance("EUR"),
            Currency.getInstance("USD"),
            new BigDecimal("1.0805"),
            "Bank of Osmara",
            DAY);
    var after = then(f, new FundDeed.Receive("p1", paid, exchange, DAY, "b"));
    // 333.33 x 1.0805 = 360.163065
    assertThat(only(after).receipts().getFirst().counts()).isEqualTo(Money.of("360.16", "USD"));
    assertThat(decide(f, new FundDeed.Receive("p1", Money.of("1", "USD"), exchange, DAY, "b")))
        .isEqualTo(new NotNow("same-currency"));
  }

  @Test
  void theFeeIsNeverAboveWhatIsAgreed() {
    var f = then(opened(), pledge("p1", "1000"), receive("p1", "333.40"));
    // 7 per cent of 333.40 is 23.338.
    assertThat(decide(f, new FundDeed.Fee(null, Money.of("23.34", "USD"), DAY, "2026")))
        .isEqualTo(new NotNow("above-fee"));
    f = then(f, new FundDeed.Fee(null, Money.of("20", "USD"), DAY, "first half"));
    assertThat(f.feeLeft(java.util.Currency.getInstance("USD"))).isEqualTo(Money.of("3.33", "USD"));
    assertThat(decide(f, new FundDeed.Fee(null, Money.of("3.34", "USD"), DAY, "second half")))
        .isEqualTo(new NotNow("above-fee"));
    // Nothing came in euros, so there is no fee in euros.
    assertThat(decide(f, new FundDeed.Fee(null, Money.of("0.01", "EUR"), DAY, "2026")))
        .isEqualTo(new NotNow("above-fee"));
  }

  @Test
  void whoAuditsDoesNothingElse() {
    var f = then(opened(), new FundDeed.Appoint("ana", Duty.AUDITOR));
    assertThat(decide(f, new FundDeed.Appoint("ana", Duty.FINANCE)))
        .isEqualTo(new NotNow("auditor"));
    f = then(f, new FundDeed.Dismiss("ana", Duty.AUDITOR), new FundDeed.Appoint("ana", Duty.BOARD));
    assertThat(decide(f, new FundDeed.Appoint("ana", Duty.AUDITOR)))
        .isEqualTo(new NotNow("auditor"));
    assertThat(f.duties("ana")).containsExactly(Duty.BOARD);
    assertThat(decide(f, new FundDeed.Dismiss("ana", Duty.FINANCE)))
        .isEqualTo(new NotNow("not-appointed"));
  }

  @Test
  void aPromiseIsForAnOpenWindowOfThisFund() {
    var f = then(opened(), new FundDeed.SetWindow(window("islands", true)));
    var usd = Money.of("5", "USD");
    var wanted = new FundDeed.Pledge("p1", osmara(), "islands", usd, DAY);
    assertThat(only(then(f, wanted)).window()).isEqualTo("islands");
    assertThat(decide(opened(), wanted)).isEqualTo(new NotNow("no-window"));
    var closed = then(f, new FundDeed.SetWindow(window("islands", false)));
    assertThat(decide(closed, wanted)).isEqualTo(new NotNow("window-closed"));
    assertThat(decide(f, new FundDeed.SetWindow(window("islands", true))))
        .isEqualTo(new NotNow("same"));
  }

  @Test
  void whatIsGivenInKindIsNeverMoney() {
    var given =
        new Contribution.InKind(
            "Nurses for a month",
            new Quantity(new BigDecimal("40"), "person-months"),
            Money.of("90000", "USD"),
            null);
    var f = then(opened(), new FundDeed.PledgeInKind("k1", osmara(), null, given, DAY));
    assertThat(only(f).outstanding()).isNull();
    assertThat(decide(f, receive("k1", "5"))).isEqualTo(new NotNow("in-kind"));
    f = then(f, new FundDeed.Deliver("k1", DAY.plusDays(3)));
    assertThat(Objects.requireNonNull(only(f).inKind()).delivered()).isEqualTo(DAY.plusDays(3));
    assertThat(decide(f, new FundDeed.Deliver("k1", DAY))).isEqualTo(new NotNow("delivered"));
    assertThat(f.feeLeft(java.util.Currency.getInstance("USD"))).isEqualTo(Money.of("0", "USD"));
  }

  @Test
  void nothingComesBeforeItWasPromised() {
    var f = then(opened(), pledge("p1", "10"));
    var early = new FundDeed.Receive("p1", Money.of("1", "USD"), null, DAY.minusDays(1), "b");
    assertThat(decide(f, early)).isEqualTo(new NotNow("before-start"));
    assertThat(decide(f, receive("p2", "1"))).isEqualTo(new NotNow("no-contribution"));
    assertThat(decide(f, pledge("p1", "20"))).isEqualTo(new NotNow("contribution-there"));
  }

  @Test
  void whatCannotBeTakenIsToldAllAtOnce() {
    var bad =
        new FundTerms(
            LocalizedText.EMPTY,
            LocalizedText.of("en", "a\0b"),
            "XXZ",
            new BigDecimal("100.5"),
            LocalDate.parse("0001-01-01"));
    assertThat(paths(FundRules.open("f", bad, new FundRules.Acting("b", "p", FundSamples.NOON))))
        .containsExactly("title", "purpose", "currency", "fee", "since");
    var f = opened();
    assertThat(paths(decide(f, pledge(" ", "-5")))).containsExactly("id", "amount");
    assertThat(paths(decide(f, pledge("p", "1000000000000000")))).containsExactly("amount");
    var exchange =
        new Rate(
            Currency.getInstance("EUR"),
            Currency.getInstance("USD"),
            BigDecimal.ONE,
            "x".repeat(301),
            LocalDate.parse("9999-12-31"));
    var receive = new FundDeed.Receive("p", Money.of("1", "EUR"), exchange, DAY, " ");
    assertThat(paths(decide(f, receive))).containsExactly("reference", "source", "rateDate");
  }

  private static List<String> paths(FundOutcome outcome) {
    return ((Faulty) outcome).faults().stream().map(Note::path).toList();
  }
}
