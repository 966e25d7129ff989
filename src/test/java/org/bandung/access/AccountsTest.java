package org.bandung.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bandung.access.Accounts.MakeOutcome;
import org.bandung.access.Accounts.Newcomer;
import org.bandung.access.Accounts.Opened;
import org.bandung.access.Accounts.Proof;
import org.bandung.access.Accounts.SignInOutcome;
import org.bandung.post.PostOffice;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/// Accounts on the real database engine.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest {

  private static final String PASSWORD = "three goats on the roof";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-27T12:00:00Z"));
  private TestDatabase store;
  private Audit audit;
  private Accounts accounts;
  private Recovery recovery;
  private Path home;

  @BeforeAll
  void open(@TempDir Path folder) {
    home = folder;
    store = TestDatabase.create();
    audit = new Audit(store.database(), clock);
    var post = PostOffice.writingDown(store.database(), clock);
    var settings =
        new AccessSettings(
            home,
            Optional.of(URI.create("https://node.example.org")),
            here(),
            Optional.empty(),
            Optional.empty());
    var passwords =
        new Pbkdf2PasswordEncoder(
            "", 16, 10, Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    accounts = new Accounts(store.database(), audit, post, settings, passwords, clock);
    recovery = new Recovery(store.database(), accounts, audit, post, settings, passwords, clock);
  }

  private static URI here() {
    return URI.create("http://localhost:8080");
  }

  @AfterAll
  void close() {
    store.close();
  }

  @BeforeEach
  void empty() {
    store.empty("access_account, access_body, access_link, access_audit, post_letter");
  }

  /// The seed of an invitation, as an authenticator holds it.
  private byte[] seed(String word) {
    var stored =
        store
            .database()
            .sql()
            .sql("select seed from access_link where hash = :hash")
            .param("hash", Secrets.hash(word))
            .query(byte[].class)
            .single();
    return Secrets.of(home).opened(stored).orElseThrow();
  }

  private record Known(Account account, byte[] seed) {}

  private Known administrator() {
    var word = accounts.firstAdministrator().orElseThrow();
    var seed = seed(word);
    var made =
        (MakeOutcome.Made)
            accounts.make(
                word, new Newcomer("Keeper@Example.org", "Ama", "fr", PASSWORD, code(seed)));
    clock.pass(Duration.ofMinutes(1));
    return new Known(made.account(), seed);
  }

  private String code(byte[] seed) {
    return Codes.code(seed, clock.instant());
  }

  @Test
  void theFirstLinkMakesAnAdministratorAndHoldsOnce() {
    var word = accounts.firstAdministrator().orElseThrow();
    assertThat(accounts.open(word)).isInstanceOf(Opened.Invitation.class);
    var newcomer = new Newcomer("keeper@example.org", "Ama", "fr", PASSWORD, code(seed(word)));

    var made = accounts.make(word, newcomer);

    assertThat(made).isInstanceOf(MakeOutcome.Made.class);
    assertThat(((MakeOutcome.Made) made).account().administrator()).isTrue();
    assertThat(accounts.firstAdministrator()).isEmpty();
    assertThat(accounts.open(word)).isInstanceOf(Opened.Gone.class);
    assertThat(accounts.make(word, newcomer)).isInstanceOf(MakeOutcome.LinkGone.class);
  }

  @Test
  void onlyTheLastOfTheFirstLinksHoldsAndOnlyForADay() {
    var first = accounts.firstAdministrator().orElseThrow();
    var second = accounts.firstAdministrator().orElseThrow();

    assertThat(accounts.open(first)).isInstanceOf(Opened.Gone.class);
    assertThat(accounts.open(second)).isInstanceOf(Opened.Invitation.class);
    clock.pass(Duration.ofHours(25));
    assertThat(accounts.open(second)).isInstanceOf(Opened.Gone.class);
    assertThat(accounts.open("made-up")).isInstanceOf(Opened.Gone.class);
  }

  @Test
  void everyFaultIsToldAtOnceAndTheLinkStillHolds() {
    var word = accounts.firstAdministrator().orElseThrow();

    var outcome = accounts.make(word, new Newcomer("nobody", " ", "xx", "short", "000000"));

    assertThat(outcome)
        .isEqualTo(
            new MakeOutcome.Refused(
                Map.of(
                    "email", "not-an-address",
                    "name", "missing",
                    "language", "unknown",
                    "password", "too-short",
                    "code", "wrong")));
    assertThat(accounts.open(word)).isInstanceOf(Opened.Invitation.class);
  }

  @Test
  void passwordAndCodeSignInAndACodeHoldsOnce() {
    var known = administrator();
    var code = code(known.seed());

    assertThat(accounts.signIn("KEEPER@example.org ", new Proof(PASSWORD, code)))
        .isEqualTo(new SignInOutcome.SignedIn(known.account()));
    assertThat(accounts.signIn("keeper@example.org", new Proof(PASSWORD, code)))
        .isEqualTo(new SignInOutcome.Refused());
  }

  @Test
  void oneOfTheTwoAloneDoesNotSignIn() {
    var known = administrator();

    assertThat(accounts.signIn("keeper@example.org", new Proof(PASSWORD, "")))
        .isEqualTo(new SignInOutcome.Refused());
    assertThat(
            accounts.signIn(
                "keeper@example.org", new Proof("four goats on the roof", code(known.seed()))))
        .isEqualTo(new SignInOutcome.Refused());
    assertThat(accounts.signIn("nobody@example.org", new Proof(PASSWORD, code(known.seed()))))
        .isEqualTo(new SignInOutcome.Refused());
  }

  @Test
  void fiveFailuresLockTheAccountForAQuarterOfAnHourAndTellItsOwner() {
    var known = administrator();
    for (int i = 0; i < 4; i++) {
      assertThat(accounts.signIn("keeper@example.org", new Proof("wrong goats", "000000")))
          .isEqualTo(new SignInOutcome.Refused());
    }
    var until = clock.instant().plus(Duration.ofMinutes(15));

    assertThat(accounts.signIn("keeper@example.org", new Proof("wrong goats", "000000")))
        .isEqualTo(new SignInOutcome.Locked(until));
    assertThat(accounts.signIn("keeper@example.org", new Proof(PASSWORD, code(known.seed()))))
        .isEqualTo(new SignInOutcome.Locked(until));
    assertThat(letters()).singleElement().asString().contains("quart d’heure");
    clock.pass(Duration.ofMinutes(16));
    assertThat(accounts.signIn("keeper@example.org", new Proof(PASSWORD, code(known.seed()))))
        .isInstanceOf(SignInOutcome.SignedIn.class);
  }

  private List<String> letters() {
    return store
        .database()
        .sql()
        .sql("select subject || ' ' || text from post_letter order by id")
        .query(String.class)
        .list();
  }

  @Test
  void anotherPasswordNeedsTheLetterAndACode() {
    var known = administrator();
    recovery.forgotten("Keeper@example.org");
    recovery.forgotten("nobody@example.org");
    var text = letters();
    assertThat(text).hasSize(1);
    var word = text.getFirst().replaceAll("(?s).*/recovery/([\\w-]+).*", "$1");
    assertThat(accounts.open(word)).isEqualTo(new Opened.Recovery("keeper@example.org"));

    assertThat(recovery.recover(word, new Proof("four goats on the roof", "000000")))
        .isEqualTo(new MakeOutcome.Refused(Map.of("code", "wrong")));
    assertThat(recovery.recover(word, new Proof("four goats on the roof", code(known.seed()))))
        .isInstanceOf(MakeOutcome.Made.class);
    assertThat(recovery.recover(word, new Proof("five goats on the roof", code(known.seed()))))
        .isInstanceOf(MakeOutcome.LinkGone.class);
    clock.pass(Duration.ofMinutes(1));
    assertThat(accounts.signIn("keeper@example.org", new Proof(PASSWORD, code(known.seed()))))
        .isEqualTo(new SignInOutcome.Refused());
    assertThat(
            accounts.signIn(
                "keeper@example.org", new Proof("four goats on the roof", code(known.seed()))))
        .isInstanceOf(SignInOutcome.SignedIn.class);
  }

  @Test
  void aLetterToAClosedAccountOpensNothing() {
    var known = administrator();
    recovery.forgotten("keeper@example.org");
    var word = letters().getFirst().replaceAll("(?s).*/recovery/([\\w-]+).*", "$1");
    new AccountTable(store.database())
        .close(known.account().id(), "keeper@example.org", clock.instant());

    assertThat(accounts.open(word)).isInstanceOf(Opened.Gone.class);
    assertThat(recovery.recover(word, new Proof("four goats on the roof", code(known.seed()))))
        .isInstanceOf(MakeOutcome.LinkGone.class);
  }

  @Test
  void guessingCodesThroughALetterLocksToo() {
    administrator();
    recovery.forgotten("keeper@example.org");
    var word = letters().getFirst().replaceAll("(?s).*/recovery/([\\w-]+).*", "$1");

    for (int i = 0; i < 3; i++) {
      assertThat(accounts.open(word)).isInstanceOf(Opened.Recovery.class);
      recovery.recover(word, new Proof("four goats on the roof", "000000"));
    }

    assertThat(accounts.open(word)).isInstanceOf(Opened.Gone.class);
    recovery.forgotten("keeper@example.org");
    assertThat(letters()).hasSize(1); // no second letter so soon
  }

  @Test
  void aLetterDoesNotLiftALock() {
    var known = administrator();
    recovery.forgotten("keeper@example.org");
    var word = letters().getFirst().replaceAll("(?s).*/recovery/([\\w-]+).*", "$1");
    for (int i = 0; i < 5; i++) {
      accounts.signIn("keeper@example.org", new Proof("wrong goats", "000000"));
    }

    assertThat(recovery.recover(word, new Proof("four goats on the roof", code(known.seed()))))
        .isEqualTo(new MakeOutcome.Refused(Map.of("code", "wrong")));
    assertThat(recovery.recover(word, new Proof("four goats on the roof", "000000")))
        .isEqualTo(new MakeOutcome.Refused(Map.of("code", "wrong")));
    assertThat(accounts.signIn("keeper@example.org", new Proof(PASSWORD, code(known.seed()))))
        .isInstanceOf(SignInOutcome.Locked.class);
    clock.pass(Duration.ofMinutes(16));
    for (int i = 0; i < 5; i++) {
      accounts.signIn("keeper@example.org", new Proof("wrong goats", "000000"));
    }
    clock.pass(Duration.ofMinutes(16));
    assertThat(accounts.signIn("keeper@example.org", new Proof(PASSWORD, code(known.seed()))))
        .as("the second lock is longer")
        .isInstanceOf(SignInOutcome.Locked.class);
  }

  @Test
  void noSecretStandsInTheDatabaseAsItIs() {
    var known = administrator();
    accounts.signIn("keeper@example.org", new Proof(PASSWORD, code(known.seed())));
    var everything =
        store
            .database()
            .sql()
            .sql(
                "select (select string_agg(a::text, ' ') from access_account a)"
                    + " || (select string_agg(l::text, ' ') from access_link l)"
                    + " || (select string_agg(x::text, ' ') from access_audit x)")
            .query(String.class)
            .single();

    assertThat(everything)
        .doesNotContain(PASSWORD)
        .doesNotContain(java.util.HexFormat.of().formatHex(known.seed()));
    assertThat(Files.exists(home.resolve(Secrets.KEY_FILE))).isTrue();
  }

  @Test
  void whoHasAnAccountTakesUpAnInvitationByHerself() {
    var known = administrator();
    var body = new Body("desk", Body.Kind.ORGANISATION, "Desk", "QMM", null, null, true);
    new AccountTable(store.database()).putBody(body, clock.instant());
    var word =
        store
            .database()
            .inTransaction(() ->
                accounts.invite(
                    "keeper@example.org",
                    "desk",
                    Set.of(Role.NEGOTIATOR),
                    known.account().id(),
                    Duration.ofDays(1)));

    assertThat(((Opened.Invitation) accounts.open(word)).known()).isTrue();
    assertThat(accounts.accept(word, "somebody-else")).isFalse();
    assertThat(accounts.accept(word, known.account().id())).isTrue();
    assertThat(accounts.accept(word, known.account().id())).isFalse();
    assertThat(accounts.find(known.account().id()).orElseThrow().bodiesAs(Role.NEGOTIATOR))
        .containsExactly(body);
  }

  @Test
  void everyDeedHasItsLineAndTheLogIsAppendOnly() {
    var known = administrator();
    accounts.signIn("keeper@example.org", new Proof(PASSWORD, code(known.seed())));
    var actions = new ArrayList<String>();
    audit.each(line -> actions.add(line.deed().action()));

    assertThat(actions)
        .containsExactly("link.made", "account.made", "mandate.accepted", "signed-in");
    assertThat(audit.verify(Optional.empty())).isInstanceOf(Audit.Verdict.Intact.class);
    assertThatThrownBy(
            () -> store.database().sql().sql("update access_audit set action = 'x'").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> store.database().sql().sql("truncate access_audit").update())
        .hasMessageContaining("append-only");
    store.database().sql().sql("alter table access_audit disable trigger user").update();
    store.database().sql().sql("update access_audit set object = 'x' where number = 3").update();
    store.database().sql().sql("alter table access_audit enable trigger user").update();
    assertThat(audit.verify(Optional.empty())).isEqualTo(new Audit.Verdict.Broken(3));
  }

  @Test
  void writersOfTheLogTakeTheirTurn() throws Exception {
    var deed = new Audit.Deed(null, null, "did", "x", Map.of());
    try (var threads = Executors.newFixedThreadPool(8)) {
      var work =
          java.util.Collections.nCopies(
              200,
              (Callable<Boolean>)
                  () -> {
                    audit.record(deed);
                    return true;
                  });
      for (var done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(audit.verify(Optional.empty()))
        .isInstanceOfSatisfying(
            Audit.Verdict.Intact.class, v -> assertThat(v.lines()).isEqualTo(200));
  }
}
