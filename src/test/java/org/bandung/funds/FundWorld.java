package org.bandung.funds;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandate;
import org.bandung.access.Mandates;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.TestLedger;
import org.bandung.reference.InventedWorld;
import org.bandung.store.TestDatabase;

/// Funds over a real database, with an authority of QMM, which Mira binds.
public final class FundWorld implements AutoCloseable {

  public final TestDatabase store = TestDatabase.create();
  public final TestAccess access;
  public final Ledger ledger;
  public final FundBooks books;
  public final Funds funds;
  public final Body agency;
  public final Account mira;
  private final Account keeper;
  private final AtomicInteger keys = new AtomicInteger();

  public FundWorld(Path home) {
    var database = store.database();
    access = TestAccess.of(database, InventedWorld.reference(), home);
    ledger = TestLedger.of(database);
    books = new FundBooks(ledger);
    var desk = new FundDesk(database, access.mandates(), access.audit(), books);
    funds = new Funds(database, access.mandates(), desk);
    var node = new Body(Body.NODE, Body.Kind.NODE, "node", null, null, null, true);
    keeper = person("keeper", new Mandate(node, Set.of(Role.ADMINISTRATOR)));
    agency = admit(keeper, Body.Kind.AUTHORITY, "Meridia Agency");
    mira = person("mira", new Mandate(agency, Set.of(Role.SIGNATORY, Role.AUTHORITY)));
  }

  private Body admit(Account by, Body.Kind kind, String name) {
    var wanted = new Mandates.Wanted(kind, name, "QMM", null, null);
    return ((Mandates.AdmitOutcome.Admitted) access.mandates().admit(by, wanted)).body();
  }

  /// An institution of QMM.
  public Body institution(String name) {
    return admit(mira, Body.Kind.ORGANISATION, name);
  }

  public static Account person(String id, Mandate... mandates) {
    return new Account(id, id + "@example.org", id, "en", List.of(mandates));
  }

  public String key() {
    return "key " + keys.incrementAndGet();
  }

  public Fund opened() {
    return FundSamples.done(
        funds.open(mira, agency.id(), FundSamples.terms(), key()).orElseThrow());
  }

  public FundOutcome act(Account who, Fund f, FundDeed deed) {
    return funds.act(who, f.id(), deed, key()).orElseThrow();
  }

  /// Trusts people with duties.
  public void appoint(Fund f, String who, Duty... duties) {
    for (var duty : duties) {
      FundSamples.done(act(mira, f, new FundDeed.Appoint(who, duty)));
    }
  }

  /// What an account of a book holds; empty if there is none.
  public Optional<String> balance(AccountName name) {
    return ledger.balance(name, Ledger.Moment.NOW).map(b -> b.amount().toString());
  }

  @Override
  public void close() {
    store.close();
  }
}
