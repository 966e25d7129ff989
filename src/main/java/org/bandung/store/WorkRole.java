package org.bandung.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// The role in which this program works with its embedded database: it reads and writes rows, but
/// owns no table, so whoever should get a statement of her own through can change no trigger, no
/// rule and no line of the log of deeds. Migrations, backups and restores are its owner's.
final class WorkRole {

  static final String NAME = "bandung_work";

  /// Takes its turn before other processes that start: two grants at once disturb each other.
  private static final String TURN = "select pg_advisory_xact_lock(1982)";

  private final EmbeddedServer server;
  private final PGSimpleDataSource owner;

  WorkRole(EmbeddedServer server) {
    this.server = server;
    this.owner = new PGSimpleDataSource();
    owner.setUrl(server.url());
    owner.setUser("postgres");
    owner.setPassword(server.password());
    owner.setApplicationName("bandung-owner");
  }

  /// The owner's way in, one connection at a time.
  DataSource owner() {
    return owner;
  }

  /// What the owner alone may do with all of it.
  Database ownersDatabase() {
    return new Database(owner, new JdbcTransactionManager(owner));
  }

  /// Makes the role if there is none, and sees to its password.
  void make() {
    var password = server.workPassword();
    if (letsIn(password)) {
      return;
    }
    ownersDatabase()
        .inTransaction(() -> {
          var sql = JdbcClient.create(owner);
          sql.sql(TURN).query((row, n) -> 0).list();
          boolean there =
              sql.sql("select exists (select from pg_roles where rolname = :name)")
                  .param("name", NAME)
                  .query(Boolean.class)
                  .single();
          // Hexadecimal digits of our own: nothing to quote.
          return sql.sql(
                  (there ? "alter" : "create")
                      + " role "
                      + NAME
                      + " login nosuperuser nocreatedb nocreaterole password '"
                      + password
                      + "'")
              .update();
        });
  }

  private boolean letsIn(String password) {
    try (var connection = owner.getConnection(NAME, password)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /// Brings the tables up to date, and lets the role at those it does not have yet.
  void migrate(Flyway flyway) {
    flyway.migrate();
    var database = ownersDatabase();
    if (complete(database.sql())) {
      return;
    }
    database.inTransaction(() -> {
      var sql = database.sql();
      sql.sql(TURN).query((row, n) -> 0).list();
      for (var grant :
          """
          grant select, insert, update, delete on all tables in schema public to %1$s;
          grant usage, select, update on all sequences in schema public to %1$s;
          revoke update, delete on access_audit from %1$s;
          revoke insert, update, delete on flyway_schema_history from %1$s
          """
              .formatted(NAME)
              .split(";")) {
        sql.sql(grant).update();
      }
      if (version(sql) >= 170_000) {
        // Large imports let the planner learn their sizes.
        sql.sql("grant maintain on all tables in schema public to " + NAME).update();
      }
      return true;
    });
  }

  private static int version(JdbcClient sql) {
    return sql.sql("select current_setting('server_version_num')::int")
        .query(Integer.class)
        .single();
  }

  private static boolean complete(JdbcClient sql) {
    return sql.sql(
            """
            select not exists (
              select from pg_class c
              where c.relnamespace = 'public'::regnamespace
                and (c.relkind = 'r' and not has_table_privilege(:name, c.oid, 'select')
                  or c.relkind = 'S' and not has_sequence_privilege(:name, c.oid, 'usage')))
            """)
        .param("name", NAME)
        .query(Boolean.class)
        .single();
  }
}
