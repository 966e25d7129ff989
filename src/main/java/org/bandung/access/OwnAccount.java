package org.bandung.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.Accounts.Proof;
import org.bandung.access.Accounts.SignInOutcome;
import org.bandung.access.guard.KnownBrowsers;
import org.bandung.post.Post;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/// What somebody does with her own account: proves again who she is, changes her password, sees and
/// ends her sessions, closes it.
@Service
public class OwnAccount {

  /// Attribute of a session: when its owner last proved who she is, in milliseconds since 1970.
  public static final String PROVED = OwnAccount.class.getName() + ".proved";

  private final Database database;
  private final AccountTable table;
  private final Accounts accounts;
  private final Audit audit;
  private final Post post;
  private final Letters letters;
  private final PasswordEncoder passwords;
  private final PasswordRules passwordRules;
  private final KnownBrowsers browsers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  @Autowired
  OwnAccount(
      Database database,
      Accounts accounts,
      Audit audit,
      Post post,
      AccessSettings settings,
      PasswordEncoder passwords,
      ApplicationEventPublisher events) {
    this.events = events;
    this.database = database;
    this.table = new AccountTable(database);
    this.accounts = accounts;
    this.audit = audit;
    this.post = post;
    this.letters = new Letters(settings);
    this.passwords = passwords;
    this.passwordRules = new PasswordRules(settings.knownPasswords());
    this.browsers = new KnownBrowsers(database, Clock.systemUTC());
    this.clock = Clock.systemUTC();
  }

  /// What became of a wish that needs a proof.
  public sealed interface OwnOutcome {
    record Done() implements OwnOutcome {}

    /// Password or code is wrong, or too often was; which, is not told.
    record NotProved() implements OwnOutcome {}

    /// The new password cannot be taken.
    ///
    /// @param why a word such as `too-short`
    record Refused(String why) implements OwnOutcome {}

    /// Nobody would be left in this body who can let people in.
    record LastOne(Body body) implements OwnOutcome {}
  }

  /// Proves who she is.
  public OwnOutcome prove(Account account, Proof proof) {
    return accounts.prove(account, proof) instanceof SignInOutcome.SignedIn
        ? new OwnOutcome.Done()
        : new OwnOutcome.NotProved();
  }

  /// Sets another password; other sessions and all tokens end, other browsers are forgotten.
  ///
  /// @param session id of the session that stays
  public OwnOutcome changePassword(Account account, Proof proof, String wanted, String session) {
    var fault = passwordRules.fault(wanted, List.of(account.email(), account.name()));
    if (fault.isPresent()) {
      return new OwnOutcome.Refused(fault.get().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    if (!(prove(account, proof) instanceof OwnOutcome.Done)) {
      return new OwnOutcome.NotProved();
    }
    return database.inTransaction(() -> {
      var now = clock.instant();
      var stored = table.lock(account.id()).orElseThrow();
      table.setPassword(stored.id(), passwords.encode(wanted), stored.lastStep(), now);
      table.endSessionsBut(stored.id(), session);
      table.endTokens(stored.id(), now);
      browsers.endAllBut(stored.id(), proof.marks());
      audit.record(new Audit.Deed(stored.id(), null, "password.changed", stored.id(), Map.of()));
      post.send(letters.changed(stored.email(), stored.language()));
      return new OwnOutcome.Done();
    });
  }

  /// Where somebody is signed in.
  ///
  /// @param id its own, not the one a browser holds
  public record Session(String id, String session, Instant began, Instant last) {}

  /// Where somebody is signed in, the last used first.
  public List<Session> sessions(Account account) {
    return table.sessions(account.id());
  }

  /// Ends one of her sessions.
  public void endSession(Account account, String id) {
    database.inTransaction(() -> {
      if (table.endSession(account.id(), id)) {
        audit.record(new Audit.Deed(account.id(), null, "session.ended", account.id(), Map.of()));
      }
      return true;
    });
  }

  /// Ends all of her sessions but the one at hand, and forgets all browsers but this one.
  ///
  /// @param marks what the browser at hand shows
  public void endOtherSessions(Account account, String session, List<String> marks) {
    database.inTransaction(() -> {
      browsers.endAllBut(account.id(), marks);
      if (table.endSessionsBut(account.id(), session) > 0) {
        audit.record(new Audit.Deed(account.id(), null, "session.ended", account.id(), Map.of()));
      }
      return true;
    });
  }

  /// In how many browsers she signed in before, which strangers' failures do not close to her.
  public int knownBrowsers(Account account) {
    return browsers.count(account.id());
  }

  /// An account was closed; published in the same transaction, so that whoever keeps something of
  /// hers lets it go.
  ///
  /// @param email her address, which nobody keeps from then on
  public record Closed(String account, String email) {}

  /// Closes the account for good: mandates, sessions, tokens, passkeys, connections and marks of
  /// browsers end, what others keep of hers goes, the address is forgotten; the name stays in the
  /// log beside what was done.
  public OwnOutcome close(Account account, Proof proof) {
    if (!(prove(account, proof) instanceof OwnOutcome.Done)) {
      return new OwnOutcome.NotProved();
    }
    return database.inTransaction(() -> {
      var stored = table.lock(account.id()).orElseThrow();
      var last = onlyHers(account);
      if (last.isPresent()) {
        return new OwnOutcome.LastOne(last.get());
      }
      table.close(stored.id(), stored.email(), clock.instant());
      post.forget(stored.email());
      events.publishEvent(new Closed(stored.id(), stored.email()));
      audit.record(new Audit.Deed(stored.id(), null, "account.closed", stored.id(), Map.of()));
      return new OwnOutcome.Done();
    });
  }

  private Optional<Body> onlyHers(Account account) {
    return table.mandates(account.id()).stream()
        .map(Mandate::body)
        .filter(b -> {
          table.lockBody(b.id());
          var people = table.people(b.id());
          var others =
              people.entrySet().stream()
                  .filter(e -> !e.getKey().id().equals(account.id()))
                  .map(Map.Entry<AccountTable.Stored, Set<Role>>::getValue)
                  .toList();
          return MandateRules.staffed(people.values()) && !MandateRules.staffed(others);
        })
        .findFirst();
  }
}
