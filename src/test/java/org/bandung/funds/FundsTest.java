package org.bandung.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bandung.funds.FundSamples.done;
import static org.bandung.funds.FundSamples.pledge;
import static org.bandung.funds.FundSamples.receive;
import static org.bandung.funds.FundSamples.terms;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandate;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.funds.FundOutcome.KeyUsedOtherwise;
import org.bandung.funds.FundOutcome.NotAllowed;
import org.bandung.funds.FundOutcome.NotNow;
import org.bandung.funds.ledger.Money;
import org.bandung.reference.InventedWorld;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Funds on the real database engine: who may do what, and once only.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FundsTest {

  private final TestDatabase store = TestDatabase.create();
  private Funds funds;
  private Body agency;
  private Account mira;
  private final Account finn = person("finn");
  private final Account stranger = person("stranger");
  private int keys;

  @BeforeAll
  void open(@TempDir Path home) {
    var access = TestAccess.of(store.database(), InventedWorld.reference(), home);
    funds =
        new Funds(
            store.database(),
            access.mandates(),
            new FundDesk(store.database(), access.mandates(), access.audit()));
    var node = new Body(Body.NODE, Body.Kind.NODE, "node", null, null, null, true);
    var keeper = person("keeper", new Mandate(node, Set.of(Role.ADMINISTRATOR)));
    agency =
        ((org.bandung.access.Mandates.AdmitOutcome.Admitted)
                access
                    .mandates()
                    .admit(
                        keeper,
                        new org.bandung.access.Mandates.Wanted(
                            Body.Kind.AUTHORITY, "Meridia Agency", "QMM", null, null)))
            .body();
    mira = person("mira", new Mandate(agency, Set.of(Role.SIGNATORY)));
  }

  @AfterAll
  void close() {
    store.close();
  }

  private static Account person(String id, Mandate... mandates) {
    return new Account(id, id + "@example.org", id, "en", List.of(mandates));
  }

  private String key() {
    return "key " + ++keys;
  }

  private Fund opened() {
    return done(funds.open(mira, agency.id(), terms(), key()).orElseThrow());
  }

  private FundOutcome act(Account who, Fund f, FundDeed deed) {
    return funds.act(who, f.id(), deed, key()).orElseThrow();
  }

  @Test
  void whoBindsTheBodyAppointsAndThoseAppointedKeepTheMoney() {
    var f = opened();
    assertThat(funds.find(finn, f.id())).isEmpty();
    assertThat(act(mira, f, pledge("p1", "100"))).isEqualTo(new NotAllowed("finance"));
    done(act(mira, f, new FundDeed.Appoint("finn", Duty.FINANCE)));
    assertThat(funds.find(finn, f.id()).orElseThrow().duties()).containsExactly(Duty.FINANCE);
    done(act(finn, f, pledge("p1", "100")));
    done(act(finn, f, receive("p1", "40")));
    assertThat(act(finn, f, new FundDeed.Appoint("stranger", Duty.BOARD)))
        .isEqualTo(new NotAllowed("sign"));
    assertThat(act(finn, f, new FundDeed.Show(true))).isEqualTo(new NotAllowed("sign"));
    assertThat(funds.list(finn)).extracting(s -> s.fund().id()).containsExactly(f.id());
    var now = funds.find(mira, f.id()).orElseThrow().fund();
    assertThat(promise(now).outstanding()).isEqualTo(Money.of("60", "USD"));

    done(act(mira, f, new FundDeed.Dismiss("finn", Duty.FINANCE)));
    assertThat(funds.find(finn, f.id())).isEmpty();
    assertThat(funds.act(finn, f.id(), receive("p1", "1"), key())).isEmpty();
    assertThat(funds.list(finn)).isEmpty();
  }

  @Test
  void strangersSeeOnlyWhatIsShown() {
    var f = opened();
    assertThat(funds.shown(f.id())).isEmpty();
    assertThat(funds.find(stranger, f.id())).isEmpty();
    assertThat(funds.act(stranger, f.id(), new FundDeed.Show(true), key())).isEmpty();
    done(act(mira, f, new FundDeed.Show(true)));
    assertThat(funds.shown(f.id()).orElseThrow().shown()).isTrue();
    assertThat(funds.shown()).extracting(Fund::id).contains(f.id());
    assertThat(funds.find(stranger, f.id())).isEmpty();
    done(act(mira, f, new FundDeed.Show(false)));
    assertThat(funds.shown(f.id())).isEmpty();
    assertThat(funds.open(stranger, agency.id(), terms(), key())).isEmpty();
  }

  @Test
  void aDeedSentAgainIsNotDoneAgain() {
    var f = opened();
    done(act(mira, f, new FundDeed.Appoint("finn", Duty.FINANCE)));
    done(act(finn, f, pledge("p1", "100")));
    var first = funds.act(finn, f.id(), receive("p1", "10"), "same key").orElseThrow();
    var second = funds.act(finn, f.id(), receive("p1", "10"), "same key").orElseThrow();
    assertThat(second).isEqualTo(first);
    assertThat(funds.act(finn, f.id(), receive("p1", "11"), "same key").orElseThrow())
        .isEqualTo(new KeyUsedOtherwise());
    assertThat(receipts(f)).isEqualTo(1);
    var again = funds.open(mira, agency.id(), terms(), "the same fund").orElseThrow();
    assertThat(funds.open(mira, agency.id(), terms(), "the same fund").orElseThrow())
        .isEqualTo(again);
  }

  private int receipts(Fund f) {
    return promise(funds.find(mira, f.id()).orElseThrow().fund()).receipts().size();
  }

  private static Contribution promise(Fund f) {
    return java.util.Objects.requireNonNull(f.contributions().get("p1"));
  }

  @Test
  void eightWhoLetTheSamePromiseGoDoItOnce() throws Exception {
    var f = opened();
    done(act(mira, f, new FundDeed.Appoint("finn", Duty.FINANCE)));
    done(act(finn, f, pledge("p1", "100")));
    var deed = new FundDeed.LetGo("p1", Money.of("60", "USD"), FundSamples.DAY, "will not come");
    try (var people = Executors.newFixedThreadPool(8)) {
      var outcomes =
          people.invokeAll(
              java.util.Collections.nCopies(
                  8, () -> funds.act(finn, f.id(), deed, key8()).orElseThrow()));
      long done = 0;
      for (var outcome : outcomes) {
        if (outcome.get() instanceof FundOutcome.Done) {
          done++;
        } else {
          assertThat(outcome.get()).isEqualTo(new NotNow("more-than-promised"));
        }
      }
      assertThat(done).isEqualTo(1);
    }
  }

  private synchronized String key8() {
    return key();
  }

  @Test
  void whatHappenedIsNeverChanged() {
    var f = opened();
    for (var sql :
        List.of(
            "update funds_event set person = 'x'",
            "delete from funds_event",
            "truncate funds_event",
            "delete from funds_command")) {
      assertThatThrownBy(() -> store.database().sql().sql(sql).update())
          .hasMessageContaining("append-only");
    }
    assertThat(funds.find(mira, f.id())).isPresent();
  }
}
