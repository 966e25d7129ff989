package org.bandung.funds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.bandung.funds.Contribution.Contributor;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.LocalizedText;

/// A fund of the invented world and what is done with it.
public final class FundSamples {

  static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  static final LocalDate DAY = LocalDate.parse("2026-11-02");

  private FundSamples() {}

  /// With a management fee of 7 per cent at most.
  public static FundTerms terms() {
    return new FundTerms(
        LocalizedText.of("en", "Osmara Solidarity Fund"),
        LocalizedText.of("en", "Small projects of at least three countries."),
        "USD",
        new BigDecimal("7"),
        LocalDate.parse("2026-01-01"));
  }

  static Window window(String id, boolean open) {
    return new Window(
        id,
        LocalizedText.of("en", "Islands"),
        Set.of("QMM"),
        Set.of(),
        Money.of("1000", "USD"),
        Money.of("35000", "USD"),
        open);
  }

  static Contributor osmara() {
    return new Contributor("Osmara", "QOO", null);
  }

  static FundDeed.Pledge pledge(String id, String usd) {
    return new FundDeed.Pledge(id, osmara(), null, Money.of(usd, "USD"), DAY);
  }

  static FundDeed.Receive receive(String id, String usd) {
    return new FundDeed.Receive(id, Money.of(usd, "USD"), null, DAY, "bank 1");
  }

  static Fund opened() {
    return done(FundRules.open("f1", terms(), new FundRules.Acting("body", "mira", NOON)));
  }

  static Fund then(Fund f, FundDeed... deeds) {
    var now = f;
    for (var deed : deeds) {
      now = done(decide(now, deed));
    }
    return now;
  }

  static FundOutcome decide(Fund f, FundDeed deed) {
    return FundRules.decide(f, deed, new FundRules.Acting("body", "finn", NOON));
  }

  static Fund done(FundOutcome outcome) {
    if (outcome instanceof FundOutcome.Done done) {
      return done.after();
    }
    throw new AssertionError(outcome.toString());
  }
}
