package org.bandung.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// A database of its own for one test class, with all migrations, on the real engine.
///
/// The embedded server of all test classes lives below `target` and stops with the JVM; the
/// external one of `BANDUNG_DATABASE_URL` is used where that is set.
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable Server shared;

  private final Server server;
  private final String name;
  private final HikariDataSource source;
  private final Database database;

  private TestDatabase(Server server, String name) {
    this.server = server;
    this.name = name;
    server.execute("create database " + name);
    var config = new HikariConfig();
    config.setJdbcUrl(server.url(name));
    config.setUsername(server.user());
    config.setPassword(server.password());
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(1);
    source = new HikariDataSource(config);
    Flyway.configure().dataSource(source).load().migrate();
    database = new Database(source, new JdbcTransactionManager(source));
  }

  /// Creates an empty database; close it after the last test of the class.
  public static TestDatabase create() {
    var server = server();
    return new TestDatabase(
        server, "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet());
  }

  public Database database() {
    return database;
  }

  /// Empties tables, the log of deeds too, as only a restore may.
  public void empty(String tables) {
    database.inTransaction(() -> {
      database
          .sql()
          .sql("select set_config('bandung.restoring', 'yes', true)")
          .query(String.class)
          .single();
      return database.sql().sql("truncate " + tables + " cascade").update();
    });
  }

  public ChangeLog changes() {
    return new ChangeLog(database);
  }

  public ChangeFeed feed() {
    return new ChangeFeed(database, changes());
  }

  @Override
  public void close() {
    source.close();
    server.execute("drop database " + name + " with (force)");
  }

  private static synchronized Server server() {
    var server = shared;
    if (server == null) {
      var external = System.getenv("BANDUNG_DATABASE_URL");
      server = external == null ? embedded() : external(external);
      shared = server;
    }
    return server;
  }

  private static Server external(String url) {
    var user = System.getenv().getOrDefault("BANDUNG_DATABASE_USER", "postgres");
    var password = System.getenv().getOrDefault("BANDUNG_DATABASE_PASSWORD", "");
    return new Server(url, user, password);
  }

  private static Server embedded() {
    var programs = Optional.ofNullable(System.getenv("BANDUNG_POSTGRES_PROGRAMS")).map(Path::of);
    var home = Path.of("target", "test-home").toAbsolutePath();
    try {
      var server =
          EmbeddedServer.join(
              new DatabaseSettings(
                  home, Optional.empty(), Optional.empty(), Optional.empty(), programs));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      return new Server(server.url(), "postgres", server.password());
    } catch (IOException e) {
      throw new UncheckedIOException("the server for tests did not start", e);
    }
  }

  private static void close(EmbeddedServer server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the server for tests did not stop", e);
    }
  }

  private record Server(String adminUrl, String user, String password) {
    String url(String database) {
      return adminUrl.substring(0, adminUrl.lastIndexOf('/') + 1) + database;
    }

    void execute(String sql) {
      try (var connection = DriverManager.getConnection(adminUrl, user, password);
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }
}
