package org.bandung.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;

/// SQL of one-time links.
final class LinkTable {

  private final Database database;

  LinkTable(Database database) {
    this.database = database;
  }

  /// A link that still holds.
  ///
  /// @param purpose `invitation` or `recovery`
  record Link(
      byte[] hash,
      String purpose,
      String email,
      @Nullable String account,
      @Nullable String body,
      Set<Role> roles,
      byte @Nullable [] seed,
      @Nullable String inviter,
      Instant expires) {}

  void insert(Link link, Instant now) {
    database
        .sql()
        .sql(
            """
            insert into access_link
              (hash, purpose, email, account, body, roles, seed, inviter, made_at, expires_at)
            values
              (:hash, :purpose, :email, :account, :body, :roles, :seed, :inviter, :now, :expires)
            """)
        .param("hash", link.hash())
        .param("purpose", link.purpose())
        .param("email", link.email())
        .param("account", link.account())
        .param("body", link.body())
        .param("roles", AccountTable.codes(link.roles()))
        .param("seed", link.seed())
        .param("inviter", link.inviter())
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(link.expires()))
        .update();
  }

  /// The link of a word, locked until the end of the transaction, if it still holds.
  Optional<Link> lock(byte[] hash, Instant now) {
    return database
        .sql()
        .sql(
            """
            select * from access_link
            where hash = :hash and used_at is null and expires_at > :now for update
            """)
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query(LinkTable::link)
        .optional();
  }

  private static Link link(ResultSet row, int n) throws SQLException {
    return new Link(
        row.getBytes("hash"),
        row.getString("purpose"),
        row.getString("email"),
        row.getString("account"),
        row.getString("body"),
        AccountTable.roles(row),
        row.getBytes("seed"),
        row.getString("inviter"),
        row.getTimestamp("expires_at").toInstant());
  }

  void use(byte[] hash, Instant now) {
    database
        .sql()
        .sql("update access_link set used_at = :now, seed = null where hash = :hash")
        .param("now", Timestamp.from(now))
        .param("hash", hash)
        .update();
  }

  /// Counts a wrong code; after the third the link is used up.
  void tried(byte[] hash, Instant now) {
    database
        .sql()
        .sql(
            """
            update access_link set tries = tries + 1,
              used_at = case when tries >= 2 then cast(:now as timestamptz) end
            where hash = :hash
            """)
        .param("now", Timestamp.from(now))
        .param("hash", hash)
        .update();
  }

  /// Whether a link for the same end was made since.
  boolean madeSince(String purpose, String email, Instant since) {
    return database
        .sql()
        .sql(
            """
            select exists (select from access_link
              where purpose = :purpose and email = :email and made_at > :since)
            """)
        .param("purpose", purpose)
        .param("email", email)
        .param("since", Timestamp.from(since))
        .query(Boolean.class)
        .single();
  }

  /// How many links somebody had made since.
  int madeBy(String inviter, Instant since) {
    return database
        .sql()
        .sql("select count(*) from access_link where inviter = :inviter and made_at > :since")
        .param("inviter", inviter)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /// Ends the links made for the same end before, so that only the last one holds.
  void endOthers(String purpose, String email, @Nullable String body, Instant now) {
    database
        .sql()
        .sql(
            """
            update access_link set used_at = :now, seed = null
            where used_at is null and purpose = :purpose and email = :email
              and body is not distinct from cast(:body as text)
            """)
        .param("now", Timestamp.from(now))
        .param("purpose", purpose)
        .param("email", email)
        .param("body", body)
        .update();
  }
}
