package org.bandung.funds.netting;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandate;
import org.bandung.access.Mandates;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.TestLedger;
import org.bandung.reference.InventedWorld;
import org.bandung.store.TestDatabase;

/// Netting on the real engine: a clearing house and four banks of invented countries.
final class NettingWorld implements AutoCloseable {

  static final LocalDate FROM = LocalDate.parse("2026-01-01");
  static final LocalDate TO = LocalDate.parse("2026-06-30");
  static final LocalDate SETTLED = LocalDate.parse("2026-07-15");

  final TestDatabase store = TestDatabase.create();
  final TestAccess access;
  final Ledger ledger;
  final NettingRounds rounds;
  final Account house;
  final List<Account> banks = new ArrayList<>();
  private final Account keeper;
  private final AtomicInteger keys = new AtomicInteger();

  NettingWorld(Path home) {
    var database = store.database();
    access = TestAccess.of(database, InventedWorld.reference(), home);
    ledger = TestLedger.of(database);
    var clock = Clock.fixed(Instant.parse("2026-08-01T12:00:00Z"), ZoneOffset.UTC);
    rounds =
        new NettingRounds(
            database,
            access.mandates(),
            new NettingDesk(database, access.mandates(), access.audit(), ledger, clock));
    keeper =
        person(
            "keeper",
            new Body(Body.NODE, Body.Kind.NODE, "node", null, null, null, true),
            Role.ADMINISTRATOR);
    house = bank("Clearing House of the South");
    for (var name :
        List.of("Bank of Meridia", "Bank of Norelia", "Bank of Osmara", "Bank of Pell")) {
      banks.add(bank(name));
    }
  }

  static Account person(String id, Body body, Role... roles) {
    return new Account(
        id, id + "@example.org", id, "en", List.of(new Mandate(body, Set.of(roles))));
  }

  Account bank(String name) {
    var wanted = new Mandates.Wanted(Body.Kind.MULTILATERAL, name, null, null, null);
    var body = ((Mandates.AdmitOutcome.Admitted) access.mandates().admit(keeper, wanted)).body();
    return person(
        name.substring(8).toLowerCase(java.util.Locale.ROOT).strip(),
        body,
        Role.NEGOTIATOR,
        Role.SIGNATORY,
        Role.CONTRIBUTOR);
  }

  static Body body(Account account) {
    return account.mandates().getFirst().body();
  }

  static String id(Account account) {
    return body(account).id();
  }

  String key() {
    return "key " + keys.incrementAndGet();
  }

  NettingPlan plan(NettingTerms terms) {
    var ids = new TreeSet<String>();
    banks.forEach(b -> ids.add(id(b)));
    return new NettingPlan("First half of 2026", FROM, TO, ids, terms);
  }

  static NettingTerms rated() {
    var inr = Currency.getInstance("INR");
    var rate = new NettingTerms.Rate(new BigDecimal("0.0123"), "Bank of Meridia", TO);
    return new NettingTerms(
        NettingTerms.Scope.MULTILATERAL,
        NettingTerms.Aim.LEAST_HARD_CURRENCY,
        new NettingTerms.Settlement(Currency.getInstance("USD"), Map.of(inr, rate)),
        Set.of(Currency.getInstance("USD")),
        List.of(),
        List.of(),
        NettingTerms.Ways.ANY);
  }

  String open(NettingTerms terms) {
    return done(rounds.open(house, id(house), plan(terms), key())).id();
  }

  /// `0 1 100 USD`: the first bank owes the second; the debtor enters it, the creditor confirms.
  void owes(String round, String line) {
    var entry = entry(line);
    var debtor = banks.get(line.charAt(0) - '0');
    var creditor = banks.get(line.charAt(2) - '0');
    done(act(round, debtor, new NettingDeed.Enter(List.of(entry))));
    confirm(round, creditor, id(debtor) + ":" + entry.obligation().id());
  }

  NettingDeed.Enter.Entry entry(String line) {
    var words = line.split(" ");
    return new NettingDeed.Enter.Entry(
        new Obligation(
            "O" + keys.incrementAndGet(),
            id(banks.get(Integer.parseInt(words[0]))),
            id(banks.get(Integer.parseInt(words[1]))),
            Money.of(words[2], words[3]),
            LocalDate.parse("2026-05-01")),
        "contract " + line);
  }

  void confirm(String round, Account who, String... ids) {
    done(act(round, who, new NettingDeed.Answer(List.of(ids), NettingEvent.Word.CONFIRMED, "")));
  }

  Optional<NettingOutcome> act(String round, Account who, NettingDeed.OfParticipant deed) {
    return rounds.act(who, round, id(who), deed, key());
  }

  Optional<NettingOutcome> act(String round, NettingDeed.OfOwner deed) {
    return rounds.act(house, round, deed, key());
  }

  static NettingOutcome.Done done(Optional<NettingOutcome> outcome) {
    if (outcome.isPresent() && outcome.get() instanceof NettingOutcome.Done done) {
      return done;
    }
    throw new AssertionError(String.valueOf(outcome));
  }

  NettingView.Mine mine(String round, Account who) {
    return rounds.findMine(who, round, id(who)).orElseThrow();
  }

  @Override
  public void close() {
    store.close();
  }
}
