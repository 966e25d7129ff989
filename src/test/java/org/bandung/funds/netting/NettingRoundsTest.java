package org.bandung.funds.netting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bandung.funds.netting.NettingWorld.SETTLED;
import static org.bandung.funds.netting.NettingWorld.done;
import static org.bandung.funds.netting.NettingWorld.id;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.bandung.access.Account;
import org.bandung.access.Permission;
import org.bandung.access.Role;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.Posting;
import org.bandung.funds.netting.NettingDeed.Accept;
import org.bandung.funds.netting.NettingDeed.Answer;
import org.bandung.funds.netting.NettingDeed.Calculate;
import org.bandung.funds.netting.NettingDeed.Decline;
import org.bandung.funds.netting.NettingDeed.Enter;
import org.bandung.funds.netting.NettingDeed.Settle;
import org.bandung.funds.netting.NettingEvent.Word;
import org.bandung.funds.netting.NettingOutcome.NotAllowed;
import org.bandung.funds.netting.NettingOutcome.NotNow;
import org.bandung.funds.netting.NettingRound.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Rounds on the real database engine, from the first obligation to the ledger.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NettingRoundsTest {

  private NettingWorld world;
  private Account meridia;
  private Account norelia;
  private Account osmara;
  private Account pell;

  @BeforeAll
  void open(@TempDir Path home) {
    world = new NettingWorld(home);
    meridia = world.banks.get(0);
    norelia = world.banks.get(1);
    osmara = world.banks.get(2);
    pell = world.banks.get(3);
  }

  @AfterAll
  void close() {
    world.close();
  }

  private String ring() {
    var round = world.open(NettingTerms.plain());
    List.of("0 1 100 USD", "1 2 60 USD", "2 0 30 USD", "3 0 20 USD", "2 3 5 USD")
        .forEach(line -> world.owes(round, line));
    return round;
  }

  private static OwnStatement.Sum inUsd(OwnStatement statement) {
    return java.util.Objects.requireNonNull(statement.sums().get("USD"));
  }

  private void acceptAll(String round, int version, Account... who) {
    for (var one : who) {
      done(world.act(round, one, new Accept(version)));
    }
  }

  private void assertSettled(String round) {
    var balances = world.ledger.balances("netting:" + round, Ledger.Moment.NOW);
    assertThat(balances)
        .isNotEmpty()
        .allSatisfy(b -> assertThat(b.amount().signum()).as("%s", b).isZero());
  }

  @Test
  void fourPartnersOneOfWhomDeclines() {
    var round = ring();
    assertThat(done(world.act(round, new Calculate())).version()).isEqualTo(1);
    acceptAll(round, 1, meridia, norelia);
    var after = done(world.act(round, pell, new Decline(1, "the invoice is not ours")));
    assertThat(after.version()).isEqualTo(2);
    assertThat(after.state()).isEqualTo(State.CALCULATED);
    // Whoever accepted the first version is asked anew, about other figures.
    var mine = world.mine(round, meridia);
    assertThat(mine.accepted()).isFalse();
    assertThat(inUsd(mine.statement().orElseThrow()).position()).isEqualTo(Money.of("70", "USD"));
    assertThat(world.act(round, meridia, new Accept(1))).contains(new NotNow("another-version"));
    assertThat(world.act(round, pell, new Accept(2))).contains(new NotNow("not-asked"));
    assertThat(world.mine(round, pell).out()).isTrue();
    acceptAll(round, 2, meridia, norelia);
    assertThat(world.act(round, new Settle(2, SETTLED))).contains(new NotNow("not-agreed"));
    acceptAll(round, 2, osmara);
    assertThat(done(world.act(round, new Settle(2, SETTLED))).state()).isEqualTo(State.SETTLED);
    assertSettled(round);
    assertThat(world.rounds.find(world.house, round).orElseThrow().declined())
        .containsEntry(id(pell), "the invoice is not ours");
  }

  @Test
  void aStatementTellsHowAPositionFollows() {
    var round = ring();
    done(world.act(round, new Calculate()));
    var statement = world.mine(round, meridia).statement().orElseThrow();
    assertThat(statement.lines())
        .extracting(l -> (l.owes() ? "owes " : "owed ") + l.cleared())
        .containsExactlyInAnyOrder("owes USD 100.00", "owed USD 30.00", "owed USD 20.00");
    var sum = inUsd(statement);
    assertThat(sum.owes().minus(sum.owed())).isEqualTo(sum.position());
    assertThat(sum.payments()).allSatisfy(p -> assertThat(p.payer()).isEqualTo(id(meridia)));
    assertThat(
            sum.payments().stream()
                .map(Clearing.Payment::value)
                .reduce(Money.of("0", "USD"), Money::plus))
        .isEqualTo(Money.of("50", "USD"));
  }

  @Test
  void onlyWhatBothSidesStandByIsCleared() {
    var round = world.open(NettingTerms.plain());
    world.owes(round, "0 1 10 USD");
    var unconfirmed = world.entry("1 0 7 USD");
    var disputed = world.entry("1 0 5 USD");
    done(world.act(round, norelia, new Enter(List.of(unconfirmed, disputed))));
    var disputedId = id(norelia) + ":" + disputed.obligation().id();
    done(
        world.act(round, meridia, new Answer(List.of(disputedId), Word.DISPUTED, "paid in March")));
    done(world.act(round, new Calculate()));
    assertThat(world.mine(round, meridia).claims())
        .extracting(Claim::standing)
        .containsExactlyInAnyOrder(
            Claim.Standing.CONFIRMED, Claim.Standing.ENTERED, Claim.Standing.DISPUTED);
    assertThat(world.mine(round, meridia).statement().orElseThrow().lines()).hasSize(1);
    assertThat(world.rounds.find(world.house, round).orElseThrow().standings())
        .containsEntry(Claim.Standing.DISPUTED, 1L)
        .containsEntry(Claim.Standing.ENTERED, 1L);
    // Nothing can be entered or answered while others decide on what was calculated.
    assertThat(world.act(round, meridia, new Answer(List.of(disputedId), Word.CONFIRMED, "")))
        .contains(new NotNow("not-open"));
    done(world.act(round, new NettingDeed.Reopen("the dispute is settled")));
    world.confirm(round, meridia, disputedId);
    assertThat(done(world.act(round, new Calculate())).version()).isEqualTo(2);
  }

  @Test
  void nobodySeesObligationsOfOthers() {
    var round = ring();
    done(world.act(round, new Calculate()));
    var mine = world.mine(round, pell);
    assertThat(mine.claims())
        .hasSize(2)
        .allSatisfy(c ->
            assertThat(List.of(c.obligation().debtor(), c.obligation().creditor()))
                .contains(id(pell)));
    assertThat(mine.statement().orElseThrow().lines()).hasSize(2);
    assertThat(NettingCodec.json(world.rounds.find(world.house, round).orElseThrow()))
        .doesNotContain("contract", "\"debtor\"", "60.00");
    assertThat(world.rounds.find(pell, round)).isEmpty();
    assertThat(world.rounds.findMine(pell, round, id(meridia))).isEmpty();
    var other = world.bank("Bank of Quill");
    assertThat(world.rounds.findMine(other, round, id(other))).isEmpty();
    assertThat(world.rounds.list(other, 10)).isEmpty();
    assertThat(world.rounds.act(other, round, id(other), new Accept(1), "k")).isEmpty();
    // What is not hers cannot be told from what is not there.
    done(world.act(round, new NettingDeed.Reopen("once more")));
    var foreign = world.mine(round, meridia).claims().getFirst().obligation().id();
    for (var named : List.of(foreign, "nobody:O1")) {
      assertThat(world.act(round, pell, new Answer(List.of(named), Word.CONFIRMED, "")))
          .contains(new NotNow("not-yours"));
    }
  }

  @Test
  void whoMayDoWhat() {
    var round = ring();
    var body = NettingWorld.body(meridia);
    var contributor = NettingWorld.person("cara", body, Role.CONTRIBUTOR);
    var negotiator = NettingWorld.person("nila", body, Role.NEGOTIATOR);
    var reader = NettingWorld.person("rami", body, Role.READER);
    var enter = new Enter(List.of(world.entry("0 1 1 USD")));
    assertThat(world.act(round, reader, enter)).contains(new NotAllowed(Permission.WRITE_ENTRY));
    assertThat(world.act(round, contributor, new Answer(List.of("x"), Word.CONFIRMED, "")))
        .contains(new NotAllowed(Permission.NEGOTIATE));
    done(world.act(round, contributor, enter));
    done(world.act(round, new Calculate()));
    assertThat(world.act(round, negotiator, new Accept(1)))
        .contains(new NotAllowed(Permission.SIGN));
    assertThat(world.act(round, negotiator, new Decline(1, "no")))
        .contains(new NotAllowed(Permission.SIGN));
    // Deeds of the round belong to the body that opened it.
    assertThat(world.rounds.act(meridia, round, new Calculate(), "k")).isEmpty();
  }

  @Test
  void nobodySitsOnBothSides() {
    var round = world.open(NettingTerms.plain());
    var both =
        new Account(
            "dual",
            "dual@example.org",
            "Dual",
            "en",
            List.of(meridia.mandates().getFirst(), norelia.mandates().getFirst()));
    var entry = world.entry("0 1 10 USD");
    done(world.rounds.act(both, round, id(meridia), new Enter(List.of(entry)), world.key()));
    var name = id(meridia) + ":" + entry.obligation().id();
    var confirm = new Answer(List.of(name), Word.CONFIRMED, "");
    assertThat(world.rounds.act(both, round, id(norelia), confirm, world.key()))
        .contains(new NotNow("same-person"));
    assertThat(world.act(round, meridia, confirm)).contains(new NotNow("not-yours"));
    done(world.act(round, norelia, confirm));
    done(world.act(round, new Calculate()));
    done(world.rounds.act(both, round, id(meridia), new Accept(1), world.key()));
    assertThat(world.rounds.act(both, round, id(norelia), new Accept(1), world.key()))
        .contains(new NotNow("same-person"));
  }

  @Test
  void aDeedSentAgainIsDoneOnce() {
    var round = world.open(NettingTerms.plain());
    var enter = new Enter(List.of(world.entry("0 1 10 USD")));
    var first = world.rounds.act(meridia, round, id(meridia), enter, "again");
    assertThat(world.rounds.act(meridia, round, id(meridia), enter, "again")).isEqualTo(first);
    assertThat(world.mine(round, meridia).claims()).hasSize(1);
    assertThat(
            world.rounds.act(
                meridia,
                round,
                id(meridia),
                new Enter(List.of(world.entry("0 1 11 USD"))),
                "again"))
        .contains(new NettingOutcome.KeyUsedOtherwise());
  }

  @Test
  void currenciesAtAgreedRatesLeaveEveryAccountAtZero() {
    var round = world.open(NettingWorld.rated());
    List.of("0 1 1000.55 INR", "1 2 33.33 USD", "2 0 777.77 INR", "3 1 5 EUR")
        .forEach(line -> world.owes(round, line));
    done(world.act(round, new Calculate()));
    acceptAll(round, 1, meridia, norelia, osmara, pell);
    done(world.act(round, new Settle(1, SETTLED)));
    assertSettled(round);
    assertThat(world.ledger.find("netting:" + round, 1)).isPresent();
  }

  @Test
  void aLimitLeavesTheRestOwed() {
    var terms =
        new NettingTerms(
            NettingTerms.Scope.MULTILATERAL,
            NettingTerms.Aim.FEWEST_PAYMENTS,
            null,
            java.util.Set.of(),
            List.of(new NettingTerms.Debit(id(meridia), Money.of("40", "USD"))),
            List.of(),
            NettingTerms.Ways.ANY);
    var round = world.open(terms);
    world.owes(round, "0 1 100 USD");
    done(world.act(round, new Calculate()));
    var statement = world.mine(round, norelia).statement().orElseThrow();
    assertThat(statement.lines().getFirst().rest()).isEqualTo(Money.of("60", "USD"));
    acceptAll(round, 1, meridia, norelia);
    done(world.act(round, new Settle(1, SETTLED)));
    assertSettled(round);
    // Limits of one are not shown to the other.
    assertThat(world.mine(round, norelia).terms().debits()).isEmpty();
  }

  @Test
  void whatCannotBePostedLeavesTheRoundAsItWas() {
    var round = ring();
    done(world.act(round, new Calculate()));
    acceptAll(round, 1, meridia, norelia, osmara, pell);
    world.ledger.openBook("netting:" + round, id(world.house));
    world.ledger.close(
        "netting:" + round,
        LocalDate.parse("2026-07-31"),
        "close",
        new Posting.Cause("mira", "for the test", ""));
    assertThatThrownBy(() -> world.act(round, new Settle(1, SETTLED)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(world.mine(round, meridia).head().state()).isEqualTo(State.AGREED);
    assertThat(world.ledger.balances("netting:" + round, Ledger.Moment.NOW)).isEmpty();
  }

  @Test
  void twoSettlementsAtOncePostOnce() throws Exception {
    var round = ring();
    done(world.act(round, new Calculate()));
    acceptAll(round, 1, meridia, norelia, osmara, pell);
    var outcomes = new ArrayList<Callable<Optional<NettingOutcome>>>();
    for (int i = 0; i < 6; i++) {
      outcomes.add(() -> world.act(round, new Settle(1, SETTLED)));
    }
    outcomes.add(() -> world.act(round, pell, new Decline(1, "too late?")));
    var told = atOnce(outcomes);
    boolean declined = told.getLast().orElseThrow() instanceof NettingOutcome.Done;
    long posted =
        told.subList(0, 6).stream()
            .filter(o -> o.orElseThrow() instanceof NettingOutcome.Done)
            .count();
    assertThat(posted).isEqualTo(declined ? 0 : 1);
    assertThat(world.ledger.find("netting:" + round, 1).isPresent()).isEqualTo(!declined);
    assertThat(world.ledger.find("netting:" + round, 3)).isEmpty();
  }

  @Test
  void manyWhoEnterAtOnceLoseNothing() throws Exception {
    var round = world.open(NettingTerms.plain());
    var work = new ArrayList<Callable<Optional<NettingOutcome>>>();
    for (int i = 0; i < 8; i++) {
      var enter = new Enter(List.of(world.entry("0 1 1 USD"), world.entry("0 2 1 USD")));
      work.add(() -> world.act(round, meridia, enter));
    }
    atOnce(work).forEach(NettingWorld::done);
    assertThat(world.mine(round, meridia).claims()).hasSize(16);
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(work.size())) {
      var running = new ArrayList<java.util.concurrent.Future<T>>();
      for (var one : work) {
        running.add(
            threads.submit(() -> {
              start.await();
              return one.call();
            }));
      }
      start.countDown();
      var told = new ArrayList<T>();
      for (var future : running) {
        told.add(future.get());
      }
      return told;
    }
  }

  @Test
  void faultsOfAPlanAndOfObligationsAreToldTogether() {
    var plan = world.plan(NettingTerms.plain());
    var bad = new NettingPlan("", plan.to(), plan.from(), new java.util.TreeSet<>(), plan.terms());
    assertThat(world.rounds.open(world.house, id(world.house), bad, world.key()).orElseThrow())
        .isInstanceOfSatisfying(
            NettingOutcome.Faulty.class,
            f -> assertThat(f.faults()).extracting(n -> n.path()).contains("title", "to"));
    var round = world.open(NettingTerms.plain());
    var foreign = world.entry("1 2 5 USD");
    var late =
        new Enter.Entry(
            new Obligation(
                "bad id!",
                id(meridia),
                "nobody",
                Money.of("1", "USD"),
                LocalDate.parse("2027-01-01")),
            "\u0000");
    assertThat(world.act(round, meridia, new Enter(List.of(foreign, late))).orElseThrow())
        .isInstanceOfSatisfying(
            NettingOutcome.Faulty.class,
            f ->
                assertThat(f.faults())
                    .extracting(n -> n.line() + " " + n.code())
                    .containsExactly(
                        "1 bandung.netting-not-yours",
                        "2 bandung.netting-id",
                        "2 bandung.netting-participant",
                        "2 bandung.netting-due",
                        "2 bandung.text-too-long"));
  }
}
