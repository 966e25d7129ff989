package org.bandung.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bandung.funds.FundSamples.done;
import static org.bandung.funds.FundSamples.pledge;
import static org.bandung.funds.FundSamples.receive;
import static org.bandung.funds.FundSamples.terms;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Executors;
import org.bandung.access.Account;
import org.bandung.funds.FundOutcome.KeyUsedOtherwise;
import org.bandung.funds.FundOutcome.NotAllowed;
import org.bandung.funds.FundOutcome.NotNow;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.Rate;
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

  private FundWorld world;
  private final Account finn = FundWorld.person("finn");
  private final Account stranger = FundWorld.person("stranger");
  private Funds funds;
  private Account mira;

  @BeforeAll
  void open(@TempDir Path home) {
    world = new FundWorld(home);
    funds = world.funds;
    mira = world.mira;
  }

  @AfterAll
  void close() {
    world.close();
  }

  private String key() {
    return world.key();
  }

  private Fund opened() {
    return world.opened();
  }

  private FundOutcome act(Account who, Fund f, FundDeed deed) {
    return world.act(who, f, deed);
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
    assertThat(funds.list(finn)).extracting(s -> s.fund().id()).contains(f.id());
    var now = funds.find(mira, f.id()).orElseThrow().fund();
    assertThat(promise(now).outstanding()).isEqualTo(Money.of("60", "USD"));

    done(act(mira, f, new FundDeed.Dismiss("finn", Duty.FINANCE)));
    assertThat(funds.find(finn, f.id())).isEmpty();
    assertThat(funds.act(finn, f.id(), receive("p1", "1"), key())).isEmpty();
    assertThat(funds.list(finn)).extracting(s -> s.fund().id()).doesNotContain(f.id());
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
    assertThat(funds.open(stranger, world.agency.id(), terms(), key())).isEmpty();
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
    var again = funds.open(mira, world.agency.id(), terms(), "the same fund").orElseThrow();
    assertThat(funds.open(mira, world.agency.id(), terms(), "the same fund").orElseThrow())
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
                  8, () -> funds.act(finn, f.id(), deed, key()).orElseThrow()));
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

  @Test
  void moneyIsPostedWithTheDeedOrTheDeedIsNotDone() {
    var f = opened();
    world.appoint(f, "finn", Duty.FINANCE);
    done(act(finn, f, pledge("p1", "1000")));
    assertThat(balance(f, "pledge", "p1")).contains("USD 1000.00");
    done(act(finn, f, receive("p1", "400.50")));
    assertThat(balance(f, "pledge", "p1")).contains("USD 599.50");
    assertThat(balance(f, "income", "p1")).contains("USD 400.50");
    assertThat(balance(f, "cash", "")).contains("USD 400.50");
    var rate =
        new Rate(
            Currency.getInstance("EUR"),
            Currency.getInstance("USD"),
            new BigDecimal("1.1"),
            "Bank of Osmara",
            FundSamples.DAY);
    var euros = Money.of("100", "EUR");
    done(act(finn, f, new FundDeed.Receive("p1", euros, rate, FundSamples.DAY, "bank 2")));
    assertThat(balance(f, "pledge", "p1")).contains("USD 489.50");
    assertThat(world.balance(AccountName.of(f.book(), "cash", "EUR"))).contains("EUR 100.00");
    done(act(finn, f, new FundDeed.Fee(null, Money.of("7", "EUR"), FundSamples.DAY, "2026")));
    assertThat(world.balance(AccountName.of(f.book(), "cash", "EUR"))).contains("EUR 93.00");

    // All that came is for a window, so the fund as a whole has nothing a fee could be taken from.
    done(act(mira, f, new FundDeed.Appoint("manu", Duty.MANAGER)));
    var manu = FundWorld.person("manu");
    done(act(manu, f, new FundDeed.SetWindow(FundSamples.window("islands", true))));
    done(
        act(
            finn,
            f,
            new FundDeed.Pledge(
                "p2", FundSamples.osmara(), "islands", Money.of("50", "XOF"), FundSamples.DAY)));
    done(
        act(
            finn,
            f,
            new FundDeed.Receive(
                "p2", Money.of("50", "XOF"), null, FundSamples.DAY, "first line\r\nsecond\tline")));
    var fee = new FundDeed.Fee(null, Money.of("3", "XOF"), FundSamples.DAY, "2026");
    assertThat(act(finn, f, fee)).isEqualTo(new NotNow("no-money"));
    long before = funds.find(mira, f.id()).orElseThrow().fund().sequence();
    done(act(finn, f, new FundDeed.Fee("islands", Money.of("3", "XOF"), FundSamples.DAY, "2026")));
    assertThat(funds.find(mira, f.id()).orElseThrow().fund().sequence()).isEqualTo(before + 1);
  }

  private java.util.Optional<String> balance(Fund f, String kind, String contribution) {
    return world.balance(AccountName.of(f.book(), kind, "USD").ofContributor(contribution));
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
      assertThatThrownBy(() -> world.store.database().sql().sql(sql).update())
          .hasMessageContaining("append-only");
    }
    assertThat(funds.find(mira, f.id())).isPresent();
  }
}
