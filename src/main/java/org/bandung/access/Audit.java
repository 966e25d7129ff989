package org.bandung.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The log of who did what for whom: only ever added to, each line bound to the one before.
@Service
public class Audit {

  private final Database database;
  private final AuditTable table;
  private final Clock clock;

  @Autowired
  Audit(Database database) {
    this(database, Clock.systemUTC());
  }

  Audit(Database database, Clock clock) {
    this.database = database;
    this.table = new AuditTable(database);
    this.clock = clock;
  }

  /// Something done.
  ///
  /// @param account who did it; none if nobody was signed in
  /// @param body for whom; none if for nobody but oneself
  /// @param action a word such as `account.made`
  /// @param object what it was done to, an id
  /// @param detail further facts; never a secret
  public record Deed(
      @Nullable String account,
      @Nullable String body,
      String action,
      String object,
      Map<String, String> detail) {
    public Deed {
      detail = java.util.Collections.unmodifiableMap(new TreeMap<>(detail));
    }
  }

  /// Writes a line; call it inside the transaction that does the deed. Whoever writes next waits
  /// until that transaction ends.
  public void record(Deed deed) {
    database.inTransaction(() -> {
      table.lockForWriting();
      var last = table.last();
      // A microsecond is what the database keeps.
      var at = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
      table.append(AuditChain.next(last, at, deed));
      return true;
    });
  }

  List<AuditLine> ofBody(String body, int limit) {
    return table.ofBody(body, limit);
  }

  /// What a check of the whole log found.
  public sealed interface Verdict {
    /// Every line is as it was written.
    ///
    /// @param head the hash of the last line, to be kept elsewhere: only with it can it be seen
    ///   later that lines were cut off at the end
    record Intact(long lines, String head) implements Verdict {}

    /// The first line that is not what was written after the one before.
    record Broken(long line) implements Verdict {}

    /// Intact as far as it goes, but a line that was there once is not there any more.
    record Shortened(long lines, String missing) implements Verdict {}
  }

  /// Reads every line and says whether any was altered, removed or reordered.
  ///
  /// @param kept the hash of a last line as an earlier check told it
  public Verdict verify(Optional<String> kept) {
    return database.reading(() -> {
      var check = new AuditChain.Check(kept);
      table.each(check::take);
      return check.verdict();
    });
  }

  /// Hands every line over, the oldest first.
  public void each(Consumer<AuditLine> consumer) {
    database.reading(() -> {
      table.each(consumer);
      return true;
    });
  }
}
