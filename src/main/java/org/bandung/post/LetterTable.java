package org.bandung.post;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.bandung.store.Database;

/// SQL of letters.
final class LetterTable {

  private final Database database;

  LetterTable(Database database) {
    this.database = database;
  }

  /// A letter that waits.
  record Waiting(long id, Letter letter, int attempts) {}

  void insert(Letter letter, Instant now) {
    database
        .sql()
        .sql(
            """
            insert into post_letter (recipient, language, subject, text, written_at, due_at)
            values (:to, :language, :subject, :text, :now, :now)
            """)
        .param("to", letter.to())
        .param("language", letter.language())
        .param("subject", letter.subject())
        .param("text", letter.text())
        .param("now", Timestamp.from(now))
        .update();
  }

  void forget(String recipient) {
    database
        .sql()
        .sql("delete from post_letter where recipient = :recipient")
        .param("recipient", recipient)
        .update();
  }

  /// The letter that is due longest and that no other process is sending.
  Optional<Waiting> lockDue(Instant now) {
    return database
        .sql()
        .sql(
            """
            select * from post_letter where sent_at is null and due_at <= :now
            order by due_at, id limit 1 for update skip locked
            """)
        .param("now", Timestamp.from(now))
        .query((row, n) ->
            new Waiting(
                row.getLong("id"),
                new Letter(
                    row.getString("recipient"),
                    row.getString("language"),
                    row.getString("subject"),
                    row.getString("text")),
                row.getInt("attempts")))
        .optional();
  }

  void sent(long id, Instant now) {
    database
        .sql()
        .sql(
            """
            update post_letter set sent_at = :now, subject = '', text = '', attempts = attempts + 1
            where id = :id
            """)
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  void failed(long id, Instant next, String why) {
    database
        .sql()
        .sql(
            """
            update post_letter set due_at = :next, attempts = attempts + 1, failed_because = :why
            where id = :id
            """)
        .param("next", Timestamp.from(next))
        .param("why", why)
        .param("id", id)
        .update();
  }
}
