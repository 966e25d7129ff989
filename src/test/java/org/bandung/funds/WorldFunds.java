package org.bandung.funds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.bandung.funds.Contribution.Contributor;
import org.bandung.funds.Contribution.InKind;
import org.bandung.funds.FundEvent.Recorded;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.Rate;
import org.bandung.kernel.Quantity;
import org.bandung.store.Database;

/// A fund of the invented world that is shown, for the tests of doors.
public final class WorldFunds {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-02-01");

  private WorldFunds() {}

  private static List<Recorded> events(String id) {
    var euro =
        new Contribution.Receipt(
            Money.of("1000", "EUR"),
            Money.of("1081.23", "USD"),
            new Rate(
                Currency.getInstance("EUR"),
                Currency.getInstance("USD"),
                new BigDecimal("1.0812345678"),
                "Bank of Osmara",
                DAY),
            DAY,
            "secret of the bank");
    var given =
        new InKind(
            "Two offices",
            new Quantity(new BigDecimal("2"), "office"),
            Money.of("5000", "USD"),
            null);
    var events =
        List.of(
            new FundEvent.Opened(id, "body", FundSamples.terms()),
            new FundEvent.WindowSet(FundSamples.window("islands", true)),
            new FundEvent.Pledged(
                "p1", FundSamples.osmara(), "islands", Money.of("100000", "USD"), DAY),
            new FundEvent.Received("p1", euro),
            new FundEvent.PledgedInKind(
                "p2", new Contributor("Meridia", "QMM", null), null, given, DAY),
            new FundEvent.FeeTaken(null, Money.of("70", "EUR"), DAY, "first year"),
            new FundEvent.Shown(true));
    var all = new ArrayList<Recorded>();
    for (var event : events) {
      all.add(new Recorded(all.size() + 1L, NOON, "body", "finn", event));
    }
    return all;
  }

  /// The fund as it stands.
  public static Fund fund(String id) {
    return FundHistory.fold(events(id));
  }

  /// Writes it into a database.
  public static void receive(Database database, String id) {
    database.inTransaction(() -> {
      var table = new FundTable(database);
      table.begin(fund(id), NOON);
      table.append(id, events(id), fund(id));
      return true;
    });
  }
}
