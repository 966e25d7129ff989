package org.bandung.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bandung.access.Accounts.MakeOutcome;
import org.bandung.access.Accounts.Proof;
import org.bandung.access.guard.Guesses;
import org.bandung.access.guard.KnownBrowsers;
import org.bandung.post.Post;
import org.bandung.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/// How somebody comes back who forgot her password.
@Service
public class Recovery {

  private static final Duration BETWEEN = Duration.ofMinutes(10);
  private static final Duration HOLDS = Duration.ofHours(1);
  private static final int LONGEST = 400;
  private static final int MOST_WAITING = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final Database database;
  private final AccountTable table;
  private final LinkTable links;
  private final Accounts accounts;
  private final Audit audit;
  private final Post post;
  private final Letters letters;
  private final Secrets secrets;
  private final PasswordEncoder passwords;
  private final PasswordRules passwordRules;
  private final Guesses guesses;
  private final KnownBrowsers browsers;
  private final Clock clock;

  /// One at a time; where too many wait, whoever comes next asks again.
  private final ThreadPoolExecutor later =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofVirtual().name("recovery").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  @Autowired
  Recovery(
      Database database,
      Accounts accounts,
      Audit audit,
      Post post,
      AccessSettings settings,
      PasswordEncoder passwords) {
    this(database, accounts, audit, post, settings, passwords, Clock.systemUTC());
  }

  Recovery(
      Database database,
      Accounts accounts,
      Audit audit,
      Post post,
      AccessSettings settings,
      PasswordEncoder passwords,
      Clock clock) {
    this.database = database;
    this.table = new AccountTable(database);
    this.links = new LinkTable(database);
    this.accounts = accounts;
    this.audit = audit;
    this.post = post;
    this.letters = new Letters(settings);
    this.secrets = Secrets.of(settings.home());
    this.passwords = passwords;
    this.passwordRules = new PasswordRules(settings.knownPasswords());
    this.guesses = new Guesses(database);
    this.browsers = new KnownBrowsers(database, clock);
    this.clock = clock;
  }

  /// The same, by and by: whoever asks is answered before anybody looks for an account, so that
  /// even the time it takes tells nothing.
  public void forgottenByAndBy(String email) {
    if (email.length() <= LONGEST) {
      later.execute(() -> {
        try {
          forgotten(email);
        } catch (RuntimeException e) {
          LOG.warn("A letter for another password was not written: {}", e.toString());
        }
      });
    }
  }

  /// Sends a link for another password, if the address has an account. Nobody is told whether.
  public void forgotten(String email) {
    database.inTransaction(() -> {
      var found = table.lockByEmail(Accounts.folded(email)).filter(a -> a.seed() != null);
      found.ifPresent(account -> {
        var now = clock.instant();
        if (links.madeSince("recovery", account.email(), now.minus(BETWEEN))) {
          return; // the letter before is still good, and nobody floods a mailbox
        }
        var word = secrets.word();
        links.endOthers("recovery", account.email(), null, now);
        links.insert(
            new LinkTable.Link(
                Secrets.hash(word),
                "recovery",
                account.email(),
                account.id(),
                null,
                Set.of(),
                null,
                null,
                now.plus(HOLDS)),
            now);
        post.send(letters.recovery(account.email(), account.language(), word));
        audit.record(new Audit.Deed(null, null, "recovery.sent", account.id(), Map.of()));
      });
      return true;
    });
  }

  /// Sets another password by a link, with a code: a letter alone opens no account.
  ///
  /// @param wanted the new password, and the code
  public MakeOutcome recover(String word, Proof wanted) {
    return database.inTransaction(() -> {
      var now = clock.instant();
      var found = links.lock(Secrets.hash(word), now).filter(l -> l.account() != null);
      if (found.isEmpty()) {
        return new MakeOutcome.LinkGone();
      }
      var link = found.get();
      var stored = table.lock(Objects.requireNonNull(link.account())).orElseThrow();
      var counter = guesses.counter(stored.id(), wanted.marks(), now);
      if (counter.closed(now).isPresent()) {
        return new MakeOutcome.Refused(Map.of("code", "wrong"));
      }
      var fault = passwordRules.fault(wanted.password(), List.of(stored.email(), stored.name()));
      if (fault.isPresent()) {
        return new MakeOutcome.Refused(Map.of("password", Accounts.word(fault.get())));
      }
      var step = accounts.step(stored, wanted.code(), now);
      if (step.isEmpty()) {
        accounts.failed(stored, counter, now);
        links.tried(link.hash(), now);
        return new MakeOutcome.Refused(Map.of("code", "wrong"));
      }
      links.use(link.hash(), now);
      table.setPassword(stored.id(), passwords.encode(wanted.password()), step.getAsLong(), now);
      table.endSessions(stored.id());
      table.endTokens(stored.id(), now);
      browsers.endAllBut(stored.id(), List.of());
      audit.record(new Audit.Deed(stored.id(), null, "password.changed", stored.id(), Map.of()));
      post.send(letters.changed(stored.email(), stored.language()));
      return new MakeOutcome.Made(accounts.find(stored.id()).orElseThrow());
    });
  }
}
