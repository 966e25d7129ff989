package org.bandung.reference.money;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bandung.kernel.StableId;
import org.bandung.reference.ReferenceSettings;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The rates and deflators of this node: taken in file by file, read as immutable tables.
///
/// The tables are made when they are first asked for and again when a file was taken in since, by
/// whatever process: whoever asks looks at the list of files first, which is one short question.
@Service
public class Rates {

  /// What a server has room for: sixteen bytes each.
  public static final int MOST = 3_000_000;

  private final RateTable table;
  private final Database database;
  private final ChangeLog changes;
  private final FixedRates fixed;
  private volatile @Nullable Loaded loaded;

  @Autowired
  public Rates(Database database, ChangeLog changes, ReferenceSettings settings) {
    this(database, changes, FixedRates.shipped(settings.overrides()));
  }

  Rates(Database database, ChangeLog changes, FixedRates fixed) {
    this.database = database;
    this.changes = changes;
    this.fixed = fixed;
    this.table = new RateTable(database);
  }

  /// What was read at one moment.
  ///
  /// @param fingerprint changes whenever a rate, a deflator or what is fixed changes, so that what
  ///   was derived can be derived again
  public record Loaded(
      String fingerprint, ExchangeRates rates, Deflators deflators, List<RateFile> files) {
    public Loaded {
      files = List.copyOf(files);
    }
  }

  /// All that is known now, of one moment.
  public Loaded now() {
    var state = table.state();
    var known = loaded;
    return known != null && known.fingerprint.equals(fingerprint(state)) ? known : load();
  }

  private synchronized Loaded load() {
    var fresh =
        database.reading(() -> {
          var fingerprint = fingerprint(table.state());
          var known = loaded;
          return known != null && known.fingerprint.equals(fingerprint)
              ? known
              : new Loaded(
                  fingerprint,
                  ExchangeRates.of(fixed, table::read),
                  Deflators.of(table.deflators()),
                  table.files());
        });
    loaded = fresh;
    return fresh;
  }

  private String fingerprint(String state) {
    return StableId.of(state, fixed.fingerprint());
  }

  /// As [Loaded#fingerprint], without reading the rates.
  public String fingerprint() {
    return fingerprint(table.state());
  }

  /// Whether there is no room for more.
  public boolean isFull() {
    return table.size() >= MOST;
  }

  /// Takes in the rates of a file, all in one transaction.
  ///
  /// @param reading hands over the rates, and then says what file it was
  /// @param trial only say what would become of them
  public Received receive(Function<Consumer<Quote>, RateFile> reading, boolean trial) {
    return doing(
        trial,
        () -> {
          var waiting = table.waiting();
          var file = reading.apply(waiting);
          return told(waiting.take(file), "rates", file.source());
        });
  }

  /// Takes in a deflator.
  ///
  /// @param trial only say what would become of it
  public Received receive(RateFile file, Deflator deflator, boolean trial) {
    return doing(trial, () -> told(table.take(file, deflator), "deflator", deflator.name()));
  }

  private Received told(Received received, String kind, String id) {
    if (received.written() > 0) {
      changes.record("reference", kind, List.of(id));
    }
    return received;
  }

  private Received doing(boolean trial, Supplier<Received> work) {
    if (!trial) {
      return database.inTransaction(work);
    }
    try {
      return database.inTransaction(() -> {
        throw new Tried(work.get());
      });
    } catch (Tried tried) {
      return tried.received;
    }
  }

  /// Rolls a transaction back that was only tried.
  private static final class Tried extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Received received;

    Tried(Received received) {
      super("undone on purpose", null, false, false);
      this.received = received;
    }
  }
}
