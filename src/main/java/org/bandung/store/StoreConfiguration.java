package org.bandung.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.bandung.store.kept.KeptFiles;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/// Opens the database that the settings name.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  private static final int CONNECTIONS = 12;

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(DatabaseSettings settings, ServerStart server) {
    var config = new HikariConfig();
    config.setPoolName("bandung");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    config.addDataSourceProperty("ApplicationName", "bandung");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    var embedded = server.server();
    if (embedded.isPresent()) {
      config.setJdbcUrl(embedded.get().url());
      new WorkRole(embedded.get()).make();
      config.setUsername(WorkRole.NAME);
      config.setPassword(embedded.get().workPassword());
    } else {
      config.setJdbcUrl(settings.url().orElseThrow());
      settings.user().ifPresent(config::setUsername);
      settings.password().ifPresent(config::setPassword);
    }
    return new HikariDataSource(config);
  }

  /// The database, with every migration applied: whoever holds it may rely on the tables.
  @Bean
  Database database(
      DataSource source, PlatformTransactionManager transactions, ServerStart server) {
    var work = server.server().map(WorkRole::new);
    var flyway =
        Flyway.configure()
            .dataSource(work.map(WorkRole::owner).orElse(source))
            // With its lock in a transaction of its own, Flyway uses two connections: a process
            // killed
            // between their commits left tables that no later start knew of.
            .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
            .locations("classpath:db/migration")
            .validateMigrationNaming(true)
            .load();
    work.ifPresentOrElse(w -> w.migrate(flyway), flyway::migrate);
    return new Database(source, transactions);
  }

  @Bean
  ChangeLog changeLog(Database database) {
    return new ChangeLog(database);
  }

  @Bean
  ChangeFeed changeFeed(Database database, ChangeLog log) {
    return new ChangeFeed(database, log);
  }

  @Bean
  Backups backups(Database database, ServerStart server, ObjectProvider<KeptFiles> files) {
    return new Backups(
        server.server().map(s -> new WorkRole(s).ownersDatabase()).orElse(database),
        files.orderedStream().toList());
  }

  /// Asked of the living application, not as a condition: conditions are judged when the program is
  /// built.
  @Bean
  Followers followers(
      ChangeLog log, ObjectProvider<ChangeFollower> followers, ApplicationContext application) {
    return new Followers(
        log,
        followers.orderedStream().toList(),
        application instanceof WebServerApplicationContext);
  }

  @Bean
  Rounds rounds(ObjectProvider<Recurring> recurring, ApplicationContext application) {
    return new Rounds(
        recurring.orderedStream().toList(), application instanceof WebServerApplicationContext);
  }
}
