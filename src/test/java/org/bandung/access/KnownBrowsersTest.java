package org.bandung.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.access.Accounts.Proof;
import org.bandung.access.Accounts.SignInOutcome;
import org.bandung.access.guard.KnownBrowsers;
import org.bandung.post.PostOffice;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A stranger who guesses closes no account to the browsers of its owner.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownBrowsersTest {

  private static final String PASSWORD = "three goats on the roof";
  private static final byte[] SEED =
      "twenty bytes of seed".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-27T12:00:00Z"));
  private TestDatabase store;
  private Accounts accounts;
  private KnownBrowsers browsers;
  private Secrets secrets;

  @BeforeAll
  void open(@TempDir Path home) {
    store = TestDatabase.create();
    var settings =
        new AccessSettings(
            home,
            Optional.empty(),
            URI.create("http://localhost:8080"),
            Optional.empty(),
            Optional.empty());
    accounts =
        new Accounts(
            store.database(),
            new Audit(store.database(), clock),
            PostOffice.writingDown(store.database(), Clock.systemUTC()),
            settings,
            new TestAccess.Plain(),
            clock);
    browsers = new KnownBrowsers(store.database(), clock);
    secrets = Secrets.of(home);
  }

  @AfterAll
  void close() {
    store.close();
  }

  @BeforeEach
  void twoPeople() {
    store.database().sql().sql("truncate access_account, post_letter cascade").update();
    for (var name : List.of("amina", "bao")) {
      new AccountTable(store.database())
          .insert(
              new AccountTable.Stored(
                  name, name + "@example.org", name, "en", PASSWORD, secrets.sealed(SEED), 0),
              clock.instant());
    }
  }

  private SignInOutcome right(String name, String... marks) {
    clock.pass(Duration.ofSeconds(30)); // a code holds once
    return accounts.signIn(
        name + "@example.org",
        new Proof(PASSWORD, Codes.code(SEED, clock.instant()), List.of(marks)));
  }

  private SignInOutcome wrong(String name, String... marks) {
    return accounts.signIn(
        name + "@example.org", new Proof("wrong goats", "000000", List.of(marks)));
  }

  private void closed(String name, String... marks) {
    for (int i = 0; i < 4; i++) {
      assertThat(wrong(name, marks)).isEqualTo(new SignInOutcome.Refused());
    }
    assertThat(wrong(name, marks)).isInstanceOf(SignInOutcome.Locked.class);
  }

  private long letters() {
    return store
        .database()
        .sql()
        .sql("select count(*) from post_letter")
        .query(Long.class)
        .single();
  }

  @Test
  void aStrangerClosesTheDoorToStrangersOnly() {
    var hers = browsers.know("amina", List.of());
    closed("amina");

    assertThat(right("amina")).isInstanceOf(SignInOutcome.Locked.class);
    assertThat(right("amina", hers)).isInstanceOf(SignInOutcome.SignedIn.class);
    assertThat(right("amina"))
        .as("still closed to others")
        .isInstanceOf(SignInOutcome.Locked.class);
    assertThat(letters()).isEqualTo(1);
  }

  @Test
  void theMarkOfAnotherOrAMadeUpOneHelpsNothing() {
    var his = browsers.know("bao", List.of());
    closed("amina", his);

    assertThat(right("amina", his, "made-up")).isInstanceOf(SignInOutcome.Locked.class);
    assertThat(right("bao", his)).isInstanceOf(SignInOutcome.SignedIn.class);
  }

  @Test
  void aStolenMarkAloneGivesNothing() {
    var stolen = browsers.know("amina", List.of());
    closed("amina", stolen);

    assertThat(right("amina", stolen)).isInstanceOf(SignInOutcome.Locked.class);
    assertThat(right("amina"))
        .as("a thief keeps nobody out")
        .isInstanceOf(SignInOutcome.SignedIn.class);
    clock.pass(Duration.ofMinutes(16));
    closed("amina", stolen);
    clock.pass(Duration.ofMinutes(16));
    assertThat(wrong("amina", stolen)).as("twice as long").isInstanceOf(SignInOutcome.Locked.class);
  }

  @Test
  void strangersFailuresAreForgottenADayAfterTheirLastClosure() {
    var hers = browsers.know("amina", List.of());
    closed("amina");
    clock.pass(Duration.ofHours(2));
    right("amina", hers);
    assertThat(failures()).isEqualTo(5);
    clock.pass(Duration.ofHours(25));
    right("amina", hers);
    assertThat(failures()).isZero();
  }

  private int failures() {
    return store
        .database()
        .sql()
        .sql("select failures from access_account where id = 'amina'")
        .query(Integer.class)
        .single();
  }

  @Test
  void marksAreNewEachTimeFewAndHoldAYear() {
    var first = browsers.know("amina", List.of());
    var second = browsers.know("amina", List.of(first));
    assertThat(browsers.count("amina")).isEqualTo(1);
    assertThat(browsers.others("amina", List.of(second, first))).containsExactly(first);
    closed("amina");
    assertThat(right("amina", first)).isInstanceOf(SignInOutcome.Locked.class);

    var marks = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      clock.pass(Duration.ofMinutes(1));
      marks.add(browsers.know("amina", List.of()));
    }
    assertThat(browsers.count("amina")).isEqualTo(10);
    assertThat(browsers.others("amina", marks)).containsExactlyElementsOf(marks.subList(0, 2));
    clock.pass(Duration.ofDays(365));
    assertThat(browsers.count("amina")).isZero();
    assertThat(everyWordKept()).doesNotContain(marks.getLast());
  }

  private String everyWordKept() {
    return store
        .database()
        .sql()
        .sql("select string_agg(d::text, ' ') from access_device d")
        .query(String.class)
        .single();
  }

  @Test
  void whoEndsOthersKeepsTheBrowserAtHand() {
    var here = browsers.know("amina", List.of());
    browsers.know("amina", List.of());
    browsers.know("bao", List.of());

    browsers.endAllBut("amina", List.of(here));
    assertThat(browsers.count("amina")).isEqualTo(1);
    browsers.endAllBut("amina", List.of());
    assertThat(browsers.count("amina")).isZero();
    assertThat(browsers.count("bao")).isEqualTo(1);
  }
}
