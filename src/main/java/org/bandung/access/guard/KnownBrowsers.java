package org.bandung.access.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The browsers in which somebody signed in before. Each holds a mark, a word of chance of which
/// only the hash is kept. A mark opens nothing: it only says in which counter a try is counted.
@Service
public class KnownBrowsers {

  /// For how long a browser is known after the last sign-in.
  public static final Duration HOLDS = Duration.ofDays(365);

  static final int MOST = 10;

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final Clock clock;

  @Autowired
  KnownBrowsers(Database database) {
    this(database, Clock.systemUTC());
  }

  /// The same with another clock.
  public KnownBrowsers(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// Knows a browser in which somebody just signed in. A mark is new at each sign-in, so that
  /// nobody plants one; the one before ends, and so does the oldest of too many.
  ///
  /// @param shown the marks that the browser has
  /// @return the mark that it shall keep
  public String know(String account, List<String> shown) {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    var mark = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    database.inTransaction(() -> {
      var now = clock.instant();
      lock(account);
      sql("delete from access_device where account = :account and hash = any(:shown)")
          .param("account", account)
          .param("shown", hashes(shown))
          .update();
      sql("""
      insert into access_device (hash, account, made_at, expires_at)
      values (:hash, :account, :now, :until)
      """)
          .param("hash", hash(mark))
          .param("account", account)
          .param("now", Timestamp.from(now))
          .param("until", Timestamp.from(now.plus(HOLDS)))
          .update();
      return endTooMany(account, now);
    });
    return mark;
  }

  /// Two sign-ins of one account at once would each see one browser too few.
  private void lock(String account) {
    sql("select id from access_account where id = :account for update")
        .param("account", account)
        .query(String.class)
        .optional();
  }

  private int endTooMany(String account, Instant now) {
    return sql("""
    delete from access_device where account = :account and (expires_at <= :now or hash not in (
      select hash from access_device where account = :account
      order by made_at desc, hash limit :most))
    """)
        .param("account", account)
        .param("now", Timestamp.from(now))
        .param("most", MOST)
        .update();
  }

  /// Which of the marks that a browser shows are none of somebody's: hers is replaced when she
  /// signs in, those of others who use the browser stay.
  public List<String> others(String account, List<String> shown) {
    var hers =
        sql("select hash from access_device where account = :account and hash = any(:shown)")
            .param("account", account)
            .param("shown", hashes(shown))
            .query(byte[].class)
            .list();
    return shown.stream()
        .filter(mark -> hers.stream().noneMatch(h -> MessageDigest.isEqual(h, hash(mark))))
        .toList();
  }

  /// How many browsers know somebody.
  public int count(String account) {
    return sql("""
    select count(*) from access_device where account = :account and expires_at > :now
    """)
        .param("account", account)
        .param("now", Timestamp.from(clock.instant()))
        .query(Integer.class)
        .single();
  }

  /// Forgets every browser of somebody but the one at hand; joins the transaction of the deed.
  ///
  /// @param shown the marks of the browser at hand; none, if all are to be forgotten
  public void endAllBut(String account, List<String> shown) {
    sql("delete from access_device where account = :account and not hash = any(:shown)")
        .param("account", account)
        .param("shown", hashes(shown))
        .update();
  }

  private static byte[][] hashes(List<String> marks) {
    return marks.stream().map(KnownBrowsers::hash).toArray(byte[][]::new);
  }

  /// What is kept of a mark. It has no need of salt or slowness: nobody can try all of them.
  static byte[] hash(String mark) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(mark.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
