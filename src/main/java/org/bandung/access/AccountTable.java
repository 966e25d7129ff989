package org.bandung.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of accounts, bodies and mandates.
final class AccountTable {

  private final Database database;

  AccountTable(Database database) {
    this.database = database;
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// An account as it is stored, with what proves who somebody is.
  record Stored(
      String id,
      String email,
      String name,
      String language,
      @Nullable String password,
      byte @Nullable [] seed,
      long lastStep) {}

  private static Stored stored(ResultSet row, int n) throws SQLException {
    return new Stored(
        row.getString("id"),
        row.getString("email"),
        row.getString("name"),
        row.getString("language"),
        row.getString("password"),
        row.getBytes("seed"),
        row.getLong("last_step"));
  }

  /// The account of an e-mail address, locked against others who change it.
  Optional<Stored> lockByEmail(String email) {
    return sql("select * from access_account where email = :email and not closed for update")
        .param("email", email)
        .query(AccountTable::stored)
        .optional();
  }

  Optional<Stored> findByEmail(String email) {
    return sql("select * from access_account where email = :email and not closed")
        .param("email", email)
        .query(AccountTable::stored)
        .optional();
  }

  Optional<Stored> lock(String id) {
    return sql("select * from access_account where id = :id and not closed for update")
        .param("id", id)
        .query(AccountTable::stored)
        .optional();
  }

  Optional<Stored> find(String id) {
    return sql("select * from access_account where id = :id and not closed")
        .param("id", id)
        .query(AccountTable::stored)
        .optional();
  }

  boolean emailTaken(String email) {
    return sql("select exists (select from access_account where email = :email)")
        .param("email", email)
        .query(Boolean.class)
        .single();
  }

  void insert(Stored account, Instant now) {
    sql("""
    insert into access_account
      (id, email, name, language, password, seed, last_step, made_at, changed_at)
    values (:id, :email, :name, :language, :password, :seed, :step, :now, :now)
    """)
        .param("id", account.id())
        .param("email", account.email())
        .param("name", account.name())
        .param("language", account.language())
        .param("password", account.password())
        .param("seed", account.seed())
        .param("step", account.lastStep())
        .param("now", Timestamp.from(now))
        .update();
  }

  void signedIn(String id, long step, Instant now) {
    sql("""
    update access_account set last_step = :step, changed_at = :now where id = :id
    """)
        .param("step", step)
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  /// Ends every session of somebody.
  void endSessions(String id) {
    sql("delete from access_session where principal_name = :id").param("id", id).update();
  }

  /// Ends every session of somebody but one.
  int endSessionsBut(String id, String session) {
    return sql("delete from access_session where principal_name = :id and session_id <> :session")
        .param("id", id)
        .param("session", session)
        .update();
  }

  boolean endSession(String account, String id) {
    return sql("delete from access_session where principal_name = :account and primary_id = :id")
            .param("account", account)
            .param("id", id)
            .update()
        > 0;
  }

  List<OwnAccount.Session> sessions(String account) {
    return sql("""
    select primary_id, session_id, creation_time, last_access_time from access_session
    where principal_name = :account order by last_access_time desc
    """)
        .param("account", account)
        .query((row, n) ->
            new OwnAccount.Session(
                row.getString("primary_id"),
                row.getString("session_id"),
                Instant.ofEpochMilli(row.getLong("creation_time")),
                Instant.ofEpochMilli(row.getLong("last_access_time"))))
        .list();
  }

  /// Closes an account and ends every way into it. What she did stays hers by her id: tokens stay
  /// as ended ones, since the log names them, and drafts, replies and talks name who wrote.
  void close(String id, String email, Instant now) {
    endSessions(id);
    endTokens(id, now);
    sql("delete from access_link where account = :id or email = :email")
        .param("id", id)
        .param("email", email)
        .update();
    for (var table : List.of("access_mandate", "access_identity", "access_device")) {
      sql("delete from " + table + " where account = :id").param("id", id).update();
    }
    sql("""
    delete from user_credentials where user_entity_user_id in
      (select id from user_entities where name = :id)
    """)
        .param("id", id)
        .update();
    sql("delete from user_entities where name = :id").param("id", id).update();
    sql("""
    update access_account set closed = true, email = 'closed ' || id, password = null, seed = null,
      changed_at = :now
    where id = :id
    """)
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  /// Ends every token somebody made.
  void endTokens(String id, Instant now) {
    sql("update access_token set revoked_at = :now where account = :id and revoked_at is null")
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  void setPassword(String id, String password, long step, Instant now) {
    sql("""
    update access_account set password = :password, last_step = :step, failures = 0,
      locked_until = null, changed_at = :now
    where id = :id
    """)
        .param("password", password)
        .param("step", step)
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  List<Mandate> mandates(String account) {
    return sql("""
    select b.*, m.roles from access_mandate m join access_body b on b.id = m.body
    where m.account = :account order by b.name, b.id
    """)
        .param("account", account)
        .query((row, n) -> new Mandate(body(row, n), roles(row)))
        .list();
  }

  /// The people of a body by their ids, with what they are trusted with.
  Map<Stored, Set<Role>> people(String body) {
    var people = new LinkedHashMap<Stored, Set<Role>>();
    sql("""
    select a.*, m.roles from access_mandate m join access_account a on a.id = m.account
    where m.body = :body and not a.closed order by a.name, a.id
    """)
        .param("body", body)
        .query(row -> {
          people.put(stored(row, 0), roles(row));
        });
    return people;
  }

  boolean anyAdministrator() {
    return sql("""
    select exists (select from access_mandate m join access_account a on a.id = m.account
      where m.body = 'node' and 'administrator' = any(m.roles) and not a.closed)
    """)
        .query(Boolean.class)
        .single();
  }

  void setMandate(String account, String body, Set<Role> roles, Instant now) {
    if (roles.isEmpty()) {
      sql("delete from access_mandate where account = :account and body = :body")
          .param("account", account)
          .param("body", body)
          .update();
      return;
    }
    sql("""
    insert into access_mandate (account, body, roles, changed_at)
    values (:account, :body, :roles, :now)
    on conflict (account, body) do update set roles = excluded.roles, changed_at = excluded.changed_at
    """)
        .param("account", account)
        .param("body", body)
        .param("roles", codes(roles))
        .param("now", Timestamp.from(now))
        .update();
  }

  static String[] codes(Set<Role> roles) {
    return roles.stream().map(Role::code).sorted().toArray(String[]::new);
  }

  static Set<Role> roles(ResultSet row) throws SQLException {
    var roles = EnumSet.noneOf(Role.class);
    var codes = (String[]) row.getArray("roles").getArray();
    Arrays.stream(codes).map(Role::ofCode).forEach(r -> r.ifPresent(roles::add));
    return roles;
  }

  private static Body body(ResultSet row, int n) throws SQLException {
    return new Body(
        row.getString("id"),
        Body.Kind.ofCode(row.getString("kind")).orElseThrow(),
        row.getString("name"),
        row.getString("country"),
        row.getString("grouping"),
        row.getString("organisation"),
        row.getBoolean("admitted"));
  }

  Optional<Body> findBody(String id) {
    return sql("select * from access_body where id = :id")
        .param("id", id)
        .query(AccountTable::body)
        .optional();
  }

  /// A body as it stands, locked against others who change it or its people.
  Optional<Body> lockBody(String id) {
    return sql("select * from access_body where id = :id for update")
        .param("id", id)
        .query(AccountTable::body)
        .optional();
  }

  /// Every body, by kind and country.
  List<Body> bodies() {
    return new ArrayList<>(
        sql("select * from access_body order by kind, country nulls first, name, id")
            .query(AccountTable::body)
            .list());
  }

  /// Whether the country has an authority already that may act.
  Optional<Body> authorityOf(String country) {
    return sql("""
    select * from access_body where kind = 'authority' and admitted and country = :country
    """)
        .param("country", country)
        .query(AccountTable::body)
        .optional();
  }

  /// The one body that is this organisation of the directory and may act; none where two say so.
  Optional<Body> bodyOf(String organisation) {
    var bodies =
        sql("select * from access_body where organisation = :organisation and admitted")
            .param("organisation", organisation)
            .query(AccountTable::body)
            .list();
    return bodies.size() == 1 ? Optional.of(bodies.getFirst()) : Optional.empty();
  }

  /// The sectors that are delegated to a body.
  Set<String> delegated(String body) {
    return sql("select sectors from access_delegation where body = :body")
        .param("body", body)
        .query((row, n) -> Set.of((String[]) row.getArray("sectors").getArray()))
        .optional()
        .orElse(Set.of());
  }

  /// The bodies of a country to which sectors are delegated.
  List<Body> delegatedBodies(String country) {
    return sql("""
    select b.* from access_delegation d join access_body b on b.id = d.body
    where b.country = :country and cardinality(d.sectors) > 0 order by b.id
    """)
        .param("country", country)
        .query(AccountTable::body)
        .list();
  }

  void putBody(Body body, Instant now) {
    sql("""
    insert into access_body
      (id, kind, name, country, grouping, organisation, admitted, changed_at)
    values (:id, :kind, :name, :country, :grouping, :organisation, :admitted, :now)
    on conflict (id) do update set name = excluded.name, organisation = excluded.organisation,
      admitted = excluded.admitted, changed_at = excluded.changed_at
    """)
        .param("id", body.id())
        .param("kind", body.kind().code())
        .param("name", body.name())
        .param("country", body.country())
        .param("grouping", body.grouping())
        .param("organisation", body.organisation())
        .param("admitted", body.admitted())
        .param("now", Timestamp.from(now))
        .update();
  }
}
