package org.bandung.access.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// Who a ministry's identity provider means. An account is connected by its owner, who is signed in
/// and proves who she is there; an address that a provider tells opens nothing, or one ministry
/// could sign in as another's people.
@Service
public class Identities {

  /// Attribute of the session of somebody who asked to be connected.
  public static final String CONNECTING = Identities.class.getName();

  /// Attribute of a request: where at the ministry somebody signs out who just did so here.
  public static final String LEAVING = "org.bandung.access.signin.leaving";

  private final Database database;
  private final Audit audit;
  private final Clock clock;

  @Autowired
  Identities(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
    this.clock = Clock.systemUTC();
  }

  /// The account of a subject.
  public Optional<String> find(String issuer, String subject) {
    return database
        .sql()
        .sql(
            """
            select i.account from access_identity i
              join access_account a on a.id = i.account and not a.closed
            where i.issuer = :issuer and i.subject = :subject
            """)
        .param("issuer", issuer)
        .param("subject", subject)
        .query(String.class)
        .optional();
  }

  /// Whether somebody has connected her account.
  public boolean connected(Account account) {
    return database
        .sql()
        .sql("select exists (select from access_identity where account = :account)")
        .param("account", account.id())
        .query(Boolean.class)
        .single();
  }

  /// Connects an account; what was connected before stays.
  ///
  /// @return whether the subject is hers now
  public boolean connect(String issuer, String subject, String account) {
    return database.inTransaction(() -> {
      int written =
          database
              .sql()
              .sql(
                  """
                  insert into access_identity (issuer, subject, account, connected_at)
                  values (:issuer, :subject, :account, :now) on conflict do nothing
                  """)
              .param("issuer", issuer)
              .param("subject", subject)
              .param("account", account)
              .param("now", Timestamp.from(clock.instant()))
              .update();
      if (written > 0) {
        audit.record(
            new Audit.Deed(account, null, "ministry.connected", account, Map.of("at", issuer)));
      }
      return find(issuer, subject).filter(account::equals).isPresent();
    });
  }

  /// Ends every connection of somebody's account.
  public void disconnect(Account account) {
    database.inTransaction(() -> {
      int ended =
          database
              .sql()
              .sql("delete from access_identity where account = :account")
              .param("account", account.id())
              .update();
      if (ended > 0) {
        audit.record(
            new Audit.Deed(account.id(), null, "ministry.disconnected", account.id(), Map.of()));
      }
      return ended;
    });
  }
}
