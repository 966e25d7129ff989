package org.bandung.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// SQL, transactions and bulk loading on the one database of this node.
public final class Database {

  private final DataSource source;
  private final JdbcClient sql;
  private final TransactionTemplate writing;
  private final TransactionTemplate reading;

  public Database(DataSource source, PlatformTransactionManager transactions) {
    this.source = source;
    this.sql = JdbcClient.create(source);
    this.writing = new TransactionTemplate(transactions);
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.reading.setIsolationLevelName("ISOLATION_REPEATABLE_READ");
  }

  DataSource source() {
    return source;
  }

  /// Statements; inside [#inTransaction] they join the transaction of this thread.
  public JdbcClient sql() {
    return sql;
  }

  /// Does all of the work or nothing of it; joins a transaction that is open already.
  public <T> T inTransaction(Supplier<T> work) {
    return java.util.Objects.requireNonNull(writing.execute(status -> work.get()));
  }

  /// Reads that see one state of the database.
  public <T> T reading(Supplier<T> work) {
    return java.util.Objects.requireNonNull(reading.execute(status -> work.get()));
  }

  /// Writes collected rows by COPY; joins the transaction of this thread.
  public void copy(CopyRows rows) {
    if (rows.size() == 0) {
      return;
    }
    var connection = DataSourceUtils.getConnection(source);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(rows.statement(), new ByteArrayInputStream(rows.bytes()), 1 << 16);
    } catch (SQLException | IOException e) {
      throw new StoreException("writing failed: " + rows.statement(), e);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }
}
