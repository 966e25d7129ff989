package org.bandung.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Things whose state is what happened to them: a row to take turns at, events that are only ever
/// appended, and the commands that were done, so that one sent again is not done again.
public final class EventLog {

  private final Database database;
  private final Names names;

  public EventLog(Database database, Names names) {
    this.database = database;
    this.names = names;
  }

  /// Where it is kept.
  ///
  /// @param head table with one row for each thing, its key `id`
  /// @param events table of events: sequence, at, party, person, event
  /// @param commands table of commands: key, command, first_sequence, last_sequence
  /// @param thing column of both that names the thing
  /// @param sender column of commands that names who sent it: `party` or `person`
  public record Names(String head, String events, String commands, String thing, String sender) {}

  /// An event as it is stored.
  ///
  /// @param sequence from 1, without a gap
  /// @param event as JSON
  public record Row(long sequence, Instant at, String party, String person, String event) {}

  /// A command that was done.
  ///
  /// @param command hash or text of what was asked
  public record Kept(String command, long first, long last) {}

  private JdbcClient.StatementSpec sql(String text) {
    return database
        .sql()
        .sql(
            text.replace("{head}", names.head())
                .replace("{events}", names.events())
                .replace("{commands}", names.commands())
                .replace("{thing}", names.thing())
                .replace("{sender}", names.sender()));
  }

  /// Waits for its turn; whether there is such a thing.
  public boolean lock(String id) {
    return sql("select id from {head} where id = :id for update")
        .param("id", id)
        .query(String.class)
        .optional()
        .isPresent();
  }

  /// What happened to one thing, the oldest first; empty if there is none.
  public <T> List<T> read(String id, Function<Row, T> reader) {
    return read(List.of(id), reader).getOrDefault(id, List.of());
  }

  /// What happened to each of these things, in the order of the ids; those that are not there are
  /// left out.
  public <T> Map<String, List<T>> read(Collection<String> ids, Function<Row, T> reader) {
    var found = new LinkedHashMap<String, List<T>>();
    ids.forEach(id -> found.put(id, new ArrayList<>()));
    sql("""
    select {thing}, sequence, at, party, person, event from {events}
    where {thing} = any(:ids) order by {thing}, sequence
    """)
        .param("ids", ids.toArray(String[]::new))
        .query(row -> {
          found
              .getOrDefault(row.getString(1), new ArrayList<>())
              .add(
                  reader.apply(
                      new Row(
                          row.getLong("sequence"),
                          row.getObject("at", OffsetDateTime.class).toInstant(),
                          row.getString("party"),
                          row.getString("person"),
                          row.getString("event"))));
        });
    found.values().removeIf(List::isEmpty);
    return found;
  }

  /// Appends what happened.
  public void append(String id, List<Row> rows) {
    for (var row : rows) {
      sql("""
      insert into {events} ({thing}, sequence, at, party, person, event)
      values (:id, :sequence, :at, :party, :person, cast(:event as jsonb))
      """)
          .param("id", id)
          .param("sequence", row.sequence())
          .param("at", row.at().atOffset(ZoneOffset.UTC))
          .param("party", row.party())
          .param("person", row.person())
          .param("event", row.event())
          .update();
    }
  }

  /// The command that a sender sent with this key.
  public Optional<Kept> command(String id, String sender, String key) {
    return sql("""
    select command, first_sequence, last_sequence from {commands}
    where {thing} = :id and {sender} = :sender and key = :key
    """)
        .param("id", id)
        .param("sender", sender)
        .param("key", key)
        .query((row, n) ->
            new Kept(
                row.getString("command"),
                row.getLong("first_sequence"),
                row.getLong("last_sequence")))
        .optional();
  }

  /// Remembers a command that was done.
  public void keep(String id, String sender, String key, Kept kept) {
    sql("""
    insert into {commands} ({thing}, {sender}, key, command, first_sequence, last_sequence)
    values (:id, :sender, :key, :command, :first, :last)
    """)
        .param("id", id)
        .param("sender", sender)
        .param("key", key)
        .param("command", kept.command())
        .param("first", kept.first())
        .param("last", kept.last())
        .update();
  }
}
