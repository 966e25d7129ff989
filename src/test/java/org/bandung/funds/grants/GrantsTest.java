package org.bandung.funds.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bandung.funds.grants.GrantSamples.DAY;
import static org.bandung.funds.grants.GrantSamples.ask;
import static org.bandung.funds.grants.GrantSamples.done;
import static org.bandung.funds.grants.GrantSamples.pay;
import static org.bandung.funds.grants.GrantSamples.spent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bandung.access.Account;
import org.bandung.access.Mandate;
import org.bandung.access.Role;
import org.bandung.funds.Contribution.Contributor;
import org.bandung.funds.Duty;
import org.bandung.funds.Fund;
import org.bandung.funds.FundDeed;
import org.bandung.funds.FundWorld;
import org.bandung.funds.calls.TestCalls;
import org.bandung.funds.grants.GrantOutcome.KeyUsedOtherwise;
import org.bandung.funds.grants.GrantOutcome.NotAllowed;
import org.bandung.funds.grants.GrantOutcome.NotNow;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Grants on the real database engine: money moves once, and only as far as it is there.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantsTest {

  private final Account manu = FundWorld.person("manu");
  private final Account finn = FundWorld.person("finn");
  private final Account ada = FundWorld.person("ada");
  private final Account stranger = FundWorld.person("stranger");
  private FundWorld world;
  private Grants grants;
  private Account wanda;
  private String water;

  @BeforeAll
  void open(@TempDir Path home) {
    world = new FundWorld(home);
    grants =
        new Grants(
            world.store.database(),
            world.access.mandates(),
            world.funds,
            TestCalls.approvals(world.store.database(), world.access.mandates()),
            world.books,
            world.access.audit());
    var body = world.institution("Water");
    water = body.id();
    wanda = FundWorld.person("wanda", new Mandate(body, Set.of(Role.CONTRIBUTOR)));
  }

  @AfterAll
  void close() {
    world.close();
  }

  /// With so much cash.
  private Fund fund(String usd) {
    var f = world.opened();
    world.appoint(f, "manu", Duty.MANAGER);
    world.appoint(f, "finn", Duty.FINANCE);
    world.appoint(f, "ada", Duty.APPROVER);
    var amount = Money.of(usd, "USD");
    var osmara = new Contributor("Osmara", "QOO", null);
    world.act(finn, f, new FundDeed.Pledge("p1", osmara, null, amount, DAY));
    world.act(finn, f, new FundDeed.Receive("p1", amount, null, DAY, "bank"));
    return f;
  }

  private Grant opened(Fund f) {
    return done(
        grants.open(world.mira, f.id(), GrantSamples.plan(water), DAY, world.key()).orElseThrow());
  }

  private GrantOutcome act(Account who, Grant g, GrantDeed deed) {
    return grants.act(who, g.id(), deed, world.key()).orElseThrow();
  }

  private Optional<String> balance(Fund f, String kind) {
    return world.balance(AccountName.of(f.book(), kind, "USD"));
  }

  private Optional<String> balance(Fund f, String kind, Grant g, String partner) {
    return world.balance(
        AccountName.of(f.book(), kind, "USD").ofProposal(g.id()).ofPartner(partner));
  }

  @Test
  void everyStepStandsInTheAccounts() {
    var f = fund("5000");
    var g = opened(f);
    assertThat(balance(f, "commitment", g, "")).contains("USD 1000.00");
    done(act(manu, g, ask("r1", 1, "water", "500")));
    done(act(ada, g, new GrantDeed.Approve("r1")));
    assertThat(balance(f, "cash")).contains("USD 5000.00");
    done(act(finn, g, pay("r1")));
    assertThat(balance(f, "cash")).contains("USD 4500.00");
    assertThat(balance(f, "advance", g, "water")).contains("USD 500.00");
    assertThat(balance(f, "commitment", g, "")).contains("USD 500.00");
    done(act(wanda, g, spent("s1", "water", "dig", "450")));
    done(act(manu, g, new GrantDeed.Accept("s1", DAY)));
    assertThat(balance(f, "expense", g, "water")).contains("USD 450.00");
    done(act(finn, g, new GrantDeed.Return("water", GrantSamples.usd("50"), DAY, "bank")));
    assertThat(balance(f, "advance", g, "water")).contains("USD 0.00");
    done(act(ada, g, new GrantDeed.Close(DAY, "done")));
    assertThat(balance(f, "commitment", g, "")).contains("USD 0.00");
    assertThat(balance(f, "cash")).contains("USD 4550.00");
  }

  @Test
  void whoMayDoWhat() {
    var f = fund("5000");
    var plan = GrantSamples.plan(water);
    assertThat(grants.open(stranger, f.id(), plan, DAY, world.key())).isEmpty();
    assertThat(grants.open(manu, f.id(), plan, DAY, world.key()).orElseThrow())
        .isEqualTo(new NotAllowed("sign"));
    assertThat(grants.open(finn, f.id(), claimed(), DAY, world.key()).orElseThrow())
        .isEqualTo(new NotAllowed("manager"));
    var g = opened(f);
    assertThat(grants.find(stranger, g.id())).isEmpty();
    assertThat(grants.act(stranger, g.id(), pay("r1"), world.key())).isEmpty();
    assertThat(grants.find(wanda, g.id()).orElseThrow().partners()).containsExactly("water");
    assertThat(grants.ofPartner(wanda)).extracting(s -> s.grant().id()).contains(g.id());
    assertThat(grants.ofPartner(stranger)).isEmpty();
    assertThat(act(wanda, g, ask("r1", 1, "water", "1")))
        .isEqualTo(new NotAllowed("finance|manager"));
    assertThat(act(wanda, g, spent("s1", "school", "teach", "1")))
        .isEqualTo(new NotAllowed("manager"));
    done(act(manu, g, ask("r1", 1, "water", "1")));
    assertThat(act(manu, g, new GrantDeed.Approve("r1"))).isEqualTo(new NotAllowed("approver"));
    assertThat(act(ada, g, pay("r1"))).isEqualTo(new NotAllowed("finance"));
    assertThat(act(finn, g, new GrantDeed.Audit("fine", List.of())))
        .isEqualTo(new NotAllowed("auditor"));
    // Who binds the body has no duty, and so moves no money.
    assertThat(act(world.mira, g, new GrantDeed.Approve("r1")))
        .isEqualTo(new NotAllowed("approver"));
  }

  private GrantPlan claimed() {
    var plan = GrantSamples.plan(water);
    return new GrantPlan(
        plan.title(),
        "invented",
        null,
        null,
        "USD",
        plan.partners(),
        plan.budget(),
        plan.tranches(),
        plan.from(),
        plan.until());
  }

  @Test
  void noProposalIsGrantedThatNoBoardApproved() {
    var f = fund("5000");
    assertThat(grants.open(manu, f.id(), claimed(), DAY, world.key()).orElseThrow())
        .isEqualTo(new NotNow("not-approved-so"));
    assertThat(grants.draft(manu, "invented", DAY)).isEmpty();
    assertThat(balance(f, "commitment")).isEmpty();
  }

  @Test
  void aFundPaysOnlyWhatItHas() {
    var f = fund("100");
    var g = opened(f);
    done(act(manu, g, ask("r1", 1, "water", "100.01")));
    done(act(ada, g, new GrantDeed.Approve("r1")));
    assertThat(act(finn, g, pay("r1"))).isEqualTo(new NotNow("no-money"));
    assertThat(balance(f, "cash")).contains("USD 100.00");
    assertThat(grants.find(manu, g.id()).orElseThrow().grant().paid())
        .isEqualTo(GrantSamples.usd("0"));
  }

  @Test
  void eightWhoPayTheSameRequestPayItOnce() throws Exception {
    var f = fund("5000");
    var g = opened(f);
    done(act(manu, g, ask("r1", 1, "water", "500")));
    done(act(ada, g, new GrantDeed.Approve("r1")));
    var outcomes = together(n -> grants.act(finn, g.id(), pay("r1"), "key " + n).orElseThrow());
    assertThat(outcomes.stream().filter(o -> o instanceof GrantOutcome.Done)).hasSize(1);
    assertThat(outcomes).containsAll(List.of(new NotNow("decided")));
    assertThat(balance(f, "cash")).contains("USD 4500.00");
  }

  @Test
  void theSameKeyPaysOnce() throws Exception {
    var f = fund("5000");
    var g = opened(f);
    done(act(manu, g, ask("r1", 1, "water", "500")));
    done(act(ada, g, new GrantDeed.Approve("r1")));
    var outcomes = together(n -> grants.act(finn, g.id(), pay("r1"), "one").orElseThrow());
    assertThat(outcomes).hasSize(8).allSatisfy(o -> assertThat(o).isEqualTo(outcomes.getFirst()));
    assertThat(balance(f, "cash")).contains("USD 4500.00");
    assertThat(grants.act(finn, g.id(), pay("r2"), "one").orElseThrow())
        .isEqualTo(new KeyUsedOtherwise());
  }

  @Test
  void requestsOfManyAtOnceStayWithinThePart() throws Exception {
    var f = fund("5000");
    var g = opened(f);
    var outcomes =
        together(n ->
            grants.act(manu, g.id(), ask("r" + n, 1, "water", "200"), "key " + n).orElseThrow());
    assertThat(outcomes.stream().filter(o -> o instanceof GrantOutcome.Done)).hasSize(3);
    assertThat(grants.find(manu, g.id()).orElseThrow().grant().asked(1))
        .isEqualTo(GrantSamples.usd("600"));
  }

  private interface Numbered {
    GrantOutcome act(int number);
  }

  private static List<GrantOutcome> together(Numbered deed) throws Exception {
    try (var people = Executors.newFixedThreadPool(8)) {
      var calls =
          IntStream.range(0, 8).<Callable<GrantOutcome>>mapToObj(n -> () -> deed.act(n)).toList();
      var outcomes = new java.util.ArrayList<GrantOutcome>();
      for (var outcome : people.invokeAll(calls)) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    }
  }

  @Test
  void whatHappenedIsNeverChanged() {
    opened(fund("10"));
    for (var sql :
        List.of("update funds_grant_event set person = 'x'", "truncate funds_grant_event")) {
      assertThatThrownBy(() -> world.store.database().sql().sql(sql).update())
          .hasMessageContaining("append-only");
    }
  }
}
