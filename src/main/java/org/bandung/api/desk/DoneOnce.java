package org.bandung.api.desk;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bandung.api.frame.Refused;
import org.bandung.store.Database;
import org.bandung.store.EventJson;
import org.bandung.store.Recurring;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Does a deed once: in the transaction of the deed its answer is written down under the key, and
/// for a day whoever sends the same with the same key gets the same answer. What was refused left
/// nothing behind, and may be tried again with the same key.
@Component
class DoneOnce implements Recurring {

  private static final Duration REMEMBERED = Duration.ofDays(1);
  private static final EventJson WRITER = EventJson.of(Map.of());
  private static final JsonMapper READER = JsonMapper.builder().build();

  private final Database database;
  private final Clock clock;

  DoneOnce(Database database) {
    this.database = database;
    this.clock = Clock.systemUTC();
  }

  /// What a route answers.
  ///
  /// @param location of what was made
  /// @param tag of what stands now
  record Answer(int status, @Nullable String location, @Nullable String tag, Object body) {

    static Answer of(String tag, Object body) {
      return new Answer(200, null, tag, tree(body));
    }

    /// Nothing stands there to the program any more.
    static Answer of(Object body) {
      return new Answer(200, null, null, tree(body));
    }

    static Answer made(String location, String tag, Object body) {
      return new Answer(201, location, tag, tree(body));
    }

    /// As maps, lists and texts, dates and numbers as they are written.
    static Object tree(Object body) {
      return WRITER.tree(body);
    }

    ResponseEntity<Object> sent() {
      var headers = new HttpHeaders();
      if (location != null) {
        headers.setLocation(URI.create(location));
      }
      if (tag != null) {
        headers.setETag(Version.quoted(tag));
      }
      return ResponseEntity.status(status).headers(headers).body(body);
    }
  }

  /// A reading, which changes nothing.
  static ResponseEntity<Object> read(String tag, Object body) {
    return Answer.of(tag, body).sent();
  }

  /// A list, told whole: a body's own things are few.
  static ResponseEntity<Object> list(List<?> items) {
    return new Answer(200, null, null, Answer.tree(Map.of("items", items))).sent();
  }

  ResponseEntity<Object> done(Acting acting, Key key, Supplier<Answer> deed) {
    return database
        .inTransaction(() -> {
          if (!begin(acting, key)) {
            return again(acting, key);
          }
          var answer = deed.get();
          keep(acting, key, answer);
          return answer;
        })
        .sent();
  }

  @Override
  public String name() {
    return "answers to programs";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  /// Forgets what was answered more than a day ago: it may hold what is private to a body.
  @Override
  public void round() {
    database
        .sql()
        .sql("delete from api_once where at < :since")
        .param("since", Timestamp.from(clock.instant().minus(REMEMBERED)))
        .update();
  }

  /// Whoever comes second with the key waits here until the first has done it, or has not.
  private boolean begin(Acting acting, Key key) {
    return database
            .sql()
            .sql(
                """
                insert into api_once (account, body, key, asked, at, status, answer)
                values (:account, :body, :key, :asked, :now, 0, '')
                on conflict do nothing
                """)
            .param("account", acting.account().id())
            .param("body", acting.body().id())
            .param("key", key.word())
            .param("asked", key.asked())
            .param("now", Timestamp.from(clock.instant()))
            .update()
        > 0;
  }

  private Answer again(Acting acting, Key key) {
    return database
        .sql()
        .sql(
            """
            select status, location, tag, answer from api_once
            where account = :account and body = :body and key = :key and asked = :asked
            """)
        .param("account", acting.account().id())
        .param("body", acting.body().id())
        .param("key", key.word())
        .param("asked", key.asked())
        .query((row, n) ->
            new Answer(
                row.getInt("status"),
                row.getString("location"),
                row.getString("tag"),
                READER.readValue(row.getString("answer"), Object.class)))
        .optional()
        .orElseThrow(() -> Refused.conflict("key-used-otherwise"));
  }

  private void keep(Acting acting, Key key, Answer answer) {
    database
        .sql()
        .sql(
            """
            update api_once set status = :status, location = :location, tag = :tag, answer = :answer
            where account = :account and body = :body and key = :key
            """)
        .param("status", answer.status())
        .param("location", answer.location())
        .param("tag", answer.tag())
        .param("answer", READER.writeValueAsString(answer.body()))
        .param("account", acting.account().id())
        .param("body", acting.body().id())
        .param("key", key.word())
        .update();
  }
}
