package org.bandung.access;

import static org.bandung.access.guard.Refusals.refused;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// Tokens with which a program acts for a body in somebody's name. A token is shown once; of it
/// only a hash is kept. It can never do more than who made it may do at that moment.
@Service
public class ApiTokens {

  /// What a token can be good for: each verb everywhere, or in one area only.
  public static final Set<String> SCOPES = scopes();

  private static final String MARK = "bandung_";
  private static final int LONGEST_NAME = 80;

  /// That one person can have at a time.
  static final int MOST = 20;

  private static final Duration LIFE = Duration.ofDays(365);

  private final Database database;
  private final Audit audit;
  private final Mandates mandates;
  private final Secrets secrets;
  private final Clock clock;

  @Autowired
  ApiTokens(Database database, Audit audit, Mandates mandates, AccessSettings settings) {
    this.database = database;
    this.audit = audit;
    this.mandates = mandates;
    this.secrets = Secrets.of(settings.home());
    this.clock = Clock.systemUTC();
  }

  /// What a program does. To put the name of a body under something is never part of writing.
  public enum Verb {
    READ,
    WRITE,
    SIGN;

    /// The scope that lets do it everywhere.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The scope that lets do it in one area.
    public String in(Area area) {
      return word() + ":" + area.word();
    }
  }

  /// Where a program does it.
  public enum Area {
    DRAFTS,
    MATCHES,
    CONSULTATIONS,
    AGREEMENTS,
    COMMITMENTS,
    JOINT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static Set<String> scopes() {
    var scopes = new TreeSet<String>();
    for (var verb : Verb.values()) {
      scopes.add(verb.word());
      for (var area : Area.values()) {
        scopes.add(verb.in(area));
      }
    }
    return Set.copyOf(scopes);
  }

  /// A token as its owner sees it in a list.
  public record Token(
      String id,
      String account,
      String body,
      String name,
      Set<String> scopes,
      Instant made,
      Instant expires,
      Optional<LocalDate> used) {
    public Token {
      scopes = Set.copyOf(scopes);
    }
  }

  /// What became of the wish for a token.
  public sealed interface MakeOutcome {
    /// @param word what the program shows; told this once
    record Made(String word, Token token) implements MakeOutcome {}

    record NotAllowed() implements MakeOutcome {}

    record Refused(String field) implements MakeOutcome {}
  }

  /// Makes a token for a year.
  public MakeOutcome make(Account account, Body body, String name, Set<String> scopes) {
    return database.inTransaction(() -> {
      if (!mandates.may(account, Permission.MAKE_TOKENS, body)) {
        return refused(
            new MakeOutcome.NotAllowed(), account.id(), Permission.MAKE_TOKENS, body.id());
      }
      var called = name.strip();
      if (called.isEmpty()
          || called.length() > LONGEST_NAME
          || called.chars().anyMatch(c -> c < ' ')) {
        return new MakeOutcome.Refused("name");
      }
      if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
        return new MakeOutcome.Refused("scopes");
      }
      if (list(account).size() >= MOST) {
        return new MakeOutcome.Refused("too-many");
      }
      var now = clock.instant();
      var word = MARK + secrets.word();
      var token =
          new Token(
              secrets.word().substring(0, 16),
              account.id(),
              body.id(),
              called,
              scopes,
              now,
              now.plus(LIFE),
              Optional.empty());
      insert(token, word);
      audit.record(new Audit.Deed(account.id(), body.id(), "token.made", token.id(), Map.of()));
      return new MakeOutcome.Made(word, token);
    });
  }

  private void insert(Token token, String word) {
    database
        .sql()
        .sql(
            """
            insert into access_token (id, account, body, name, hash, scopes, made_at, expires_at)
            values (:id, :account, :body, :name, :hash, :scopes, :now, :expires)
            """)
        .param("id", token.id())
        .param("account", token.account())
        .param("body", token.body())
        .param("name", token.name())
        .param("hash", Secrets.hash(word))
        .param("scopes", new TreeSet<>(token.scopes()).toArray(String[]::new))
        .param("now", Timestamp.from(token.made()))
        .param("expires", Timestamp.from(token.expires()))
        .update();
  }

  /// The token that a program shows, if it holds and its maker still acts for the body.
  public Optional<Token> find(String word) {
    if (!word.startsWith(MARK) || word.length() > 100) {
      return Optional.empty();
    }
    var now = clock.instant();
    var found =
        database
            .sql()
            .sql(
                """
                select t.* from access_token t
                  join access_account a on a.id = t.account and not a.closed
                  join access_mandate m on m.account = t.account and m.body = t.body
                where t.hash = :hash and t.revoked_at is null and t.expires_at > :now
                """)
            .param("hash", Secrets.hash(word))
            .param("now", Timestamp.from(now))
            .query(ApiTokens::token)
            .optional();
    found.ifPresent(t -> noteUse(t, LocalDate.ofInstant(now, ZoneOffset.UTC)));
    return found;
  }

  private void noteUse(Token token, LocalDate today) {
    if (!token.used().equals(Optional.of(today))) {
      database
          .sql()
          .sql("update access_token set used_on = :today where id = :id")
          .param("today", today)
          .param("id", token.id())
          .update();
    }
  }

  /// The tokens somebody made and that still hold, the newest first.
  public List<Token> list(Account account) {
    return database
        .sql()
        .sql(
            """
            select * from access_token
            where account = :account and revoked_at is null and expires_at > :now
            order by made_at desc, id
            """)
        .param("account", account.id())
        .param("now", Timestamp.from(clock.instant()))
        .query(ApiTokens::token)
        .list();
  }

  /// Ends a token of one's own.
  ///
  /// @return whether there was one
  public boolean revoke(Account account, String id) {
    return database.inTransaction(() -> {
      int ended =
          database
              .sql()
              .sql(
                  """
                  update access_token set revoked_at = :now
                  where id = :id and account = :account and revoked_at is null
                  """)
              .param("now", Timestamp.from(clock.instant()))
              .param("id", id)
              .param("account", account.id())
              .update();
      if (ended > 0) {
        audit.record(new Audit.Deed(account.id(), null, "token.ended", id, Map.of()));
      }
      return ended > 0;
    });
  }

  private static Token token(ResultSet row, int n) throws SQLException {
    return new Token(
        row.getString("id"),
        row.getString("account"),
        row.getString("body"),
        row.getString("name"),
        Set.of((String[]) row.getArray("scopes").getArray()),
        row.getTimestamp("made_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        Optional.ofNullable(row.getObject("used_on", LocalDate.class)));
  }
}
