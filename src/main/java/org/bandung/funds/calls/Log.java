package org.bandung.funds.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.StableId;
import org.bandung.store.Database;
import org.bandung.store.EventLog;

/// Events of one kind of thing, and the commands that brought them.
final class Log<E> {

  private static final int LONGEST_KEY = 200;

  private final EventLog log;
  private final Class<E> type;

  /// @param kind `call`, `proposal` or `meeting`
  Log(Database database, String kind, Class<E> type) {
    this.log =
        new EventLog(
            database,
            new EventLog.Names(
                "funds_" + kind,
                "funds_" + kind + "_event",
                "funds_" + kind + "_command",
                kind + "_id",
                "person"));
    this.type = type;
  }

  /// Who does something to what.
  ///
  /// @param party the body for which it is done
  /// @param command what is compared where the key was used before
  record Doing(String id, String party, String person, Instant at, String key, String command) {}

  boolean lock(String id) {
    return log.lock(id);
  }

  List<Recorded<E>> events(String id) {
    return log.read(id, this::recorded);
  }

  Map<String, List<Recorded<E>>> events(Collection<String> ids) {
    return new LinkedHashMap<>(log.read(ids, this::recorded));
  }

  private Recorded<E> recorded(EventLog.Row row) {
    return new Recorded<>(
        row.sequence(), row.at(), row.party(), row.person(), CallsCodec.event(row.event(), type));
  }

  static boolean badKey(String key) {
    return key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0;
  }

  /// What became of the deed when it was sent before.
  Optional<CallsOutcome> again(Doing doing) {
    return log.command(doing.id(), doing.person(), doing.key())
        .map(kept ->
            kept.command().equals(StableId.of(doing.command()))
                ? new CallsOutcome.Done(doing.id(), kept.last())
                : new CallsOutcome.KeyUsedOtherwise());
  }

  /// Appends what happened and remembers the command.
  ///
  /// @param last sequence of the last event before
  List<Recorded<E>> write(Doing doing, long last, List<E> events) {
    var recorded = new ArrayList<Recorded<E>>();
    for (var event : events) {
      recorded.add(
          new Recorded<>(
              last + 1 + recorded.size(), doing.at(), doing.party(), doing.person(), event));
    }
    log.append(
        doing.id(),
        recorded.stream()
            .map(r ->
                new EventLog.Row(
                    r.sequence(), r.at(), r.party(), r.person(), CallsCodec.json(r.event())))
            .toList());
    if (!doing.key().isEmpty()) {
      log.keep(
          doing.id(),
          doing.person(),
          doing.key(),
          new EventLog.Kept(StableId.of(doing.command()), last + 1, last + events.size()));
    }
    return recorded;
  }
}
