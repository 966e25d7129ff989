package org.bandung.access.upkeep;

import java.util.Map;
import org.bandung.access.AccessSettings;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.guard.Resealing;
import org.bandung.store.Database;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// Changes the key with which this node seals secrets, and seals anew what it keeps.
///
/// First the new key stands in the file, beside those before it; then all is sealed anew in one
/// transaction; then the keys before the last one are forgotten. Whoever is killed in between
/// leaves a node in which everything opens, and changes the key once more. The last key before
/// stays until the next change: a server that runs meanwhile may still be storing what it sealed
/// with it.
@Service
public class KeyChange {

  private final Database database;
  private final AccessSettings settings;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  KeyChange(
      Database database, AccessSettings settings, Audit audit, ApplicationEventPublisher events) {
    this.database = database;
    this.settings = settings;
    this.audit = audit;
    this.events = events;
  }

  /// What a change came to.
  ///
  /// @param resealed how many secrets were sealed anew
  /// @param lost how many open with no key of this node, and were left as they are
  public record Changed(int version, int resealed, int lost) {}

  /// Changes the key.
  public Changed change() {
    var keys = settings.keys();
    int[] before = new int[1];
    var changed =
        database.inTransaction(() -> {
          database
              .sql()
              .sql("select pg_advisory_xact_lock(hashtext('access.key'))")
              .query((row, n) -> 0)
              .list();
          before[0] = keys.version();
          int version = keys.begin();
          var resealing = new Resealing(keys);
          reseal("access_account", "id", "seed", resealing);
          reseal("access_link", "hash", "seed", resealing);
          events.publishEvent(resealing);
          audit.record(
              new Audit.Deed(
                  null, Body.NODE, "key.changed", Body.NODE, Map.of("version", "" + version)));
          return new Changed(version, resealing.done(), resealing.lost());
        });
    keys.forgetBefore(before[0]);
    return changed;
  }

  private void reseal(String table, String id, String column, Resealing resealing) {
    record Row(Object id, byte[] sealed) {}
    var rows =
        database
            .sql()
            .sql(
                "select %s, %s from %s where %s is not null order by 1 for update"
                    .formatted(id, column, table, column))
            .query((row, n) -> new Row(row.getObject(1), row.getBytes(2)))
            .list();
    for (var row : rows) {
      resealing
          .again(row.sealed())
          .ifPresent(again ->
              database
                  .sql()
                  .sql("update %s set %s = :sealed where %s = :id".formatted(table, column, id))
                  .param("sealed", again)
                  .param("id", row.id())
                  .update());
    }
  }
}
