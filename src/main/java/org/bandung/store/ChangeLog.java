package org.bandung.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What changed, written in the transaction that changed it, read by whatever follows the facts.
///
/// A follower keeps a cursor and reads only below the oldest running transaction, so that a row
/// committed late is never skipped; this works across processes.
public final class ChangeLog {

  private final Database database;

  public ChangeLog(Database database) {
    this.database = database;
  }

  /// Records that things of a kind changed; call it inside the transaction that changes them.
  public void record(String module, String kind, Collection<String> ids) {
    var rows = new CopyRows("store_change", "module, kind, id");
    for (var id : ids) {
      rows.row(module, kind, id);
    }
    database.copy(rows);
  }

  /// The next changes after the cursor, oldest first.
  public List<Change> after(Cursor cursor, int limit) {
    return database
        .sql()
        .sql(
            """
            select xid::text::bigint as xid, seq, module, kind, id
            from store_change
            where (xid, seq) > (cast(cast(:xid as text) as xid8), :seq)
              and xid < pg_snapshot_xmin(pg_current_snapshot())
            order by xid, seq
            limit :limit
            """)
        .param("xid", cursor.xid())
        .param("seq", cursor.seq())
        .param("limit", limit)
        .query((row, n) -> change(row))
        .list();
  }

  /// The settled changes before the cursor, or the latest, newest first.
  List<Change> before(Optional<Cursor> cursor, int limit) {
    var from = cursor.orElse(new Cursor(Long.MAX_VALUE, Long.MAX_VALUE));
    return database
        .sql()
        .sql(
            """
            select xid::text::bigint as xid, seq, module, kind, id
            from store_change
            where (xid, seq) < (cast(cast(:xid as text) as xid8), :seq)
              and xid < pg_snapshot_xmin(pg_current_snapshot())
            order by store_change.xid desc, seq desc
            limit :limit
            """)
        .param("xid", from.xid())
        .param("seq", from.seq())
        .param("limit", limit)
        .query((row, n) -> change(row))
        .list();
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        new Cursor(row.getLong("xid"), row.getLong("seq")),
        row.getString("module"),
        row.getString("kind"),
        row.getString("id"));
  }

  /// Where the log ends now; the beginning if nothing ever changed.
  public Cursor head() {
    return database
        .sql()
        .sql(
            """
            select xid::text::bigint as xid, seq from store_change
            order by store_change.xid desc, seq desc limit 1
            """)
        .query((row, n) -> new Cursor(row.getLong("xid"), row.getLong("seq")))
        .optional()
        .orElse(Cursor.START);
  }

  /// The last change below the oldest running transaction: whatever is not told up to here comes
  /// after it, whenever it commits.
  Cursor settledHead() {
    return database
        .sql()
        .sql(
            """
            select xid::text::bigint as xid, seq from store_change
            where xid < pg_snapshot_xmin(pg_current_snapshot())
            order by store_change.xid desc, seq desc limit 1
            """)
        .query((row, n) -> new Cursor(row.getLong("xid"), row.getLong("seq")))
        .optional()
        .orElse(Cursor.START);
  }

  /// Whether the place is the beginning or that of a change in this log.
  boolean holds(Cursor cursor) {
    return cursor.equals(Cursor.START)
        || database
            .sql()
            .sql(
                """
                select exists (
                  select from store_change
                  where seq = :seq and xid = cast(cast(:xid as text) as xid8))
                """)
            .param("seq", cursor.seq())
            .param("xid", cursor.xid())
            .query(Boolean.class)
            .single();
  }

  /// Which log this is; another one after a restore.
  UUID epoch() {
    return database.sql().sql("select epoch from store_epoch").query(UUID.class).single();
  }

  /// Begins another log: places in the one before mean nothing any more.
  void beginEpoch() {
    database.sql().sql("update store_epoch set epoch = gen_random_uuid()").update();
  }

  /// A word for what can be read now: equal words, equal facts. The highest number alone would not
  /// do, since a lower one may be committed after it; who is still writing tells them apart.
  public String state() {
    return database
        .sql()
        .sql(
            """
            select (select epoch from store_epoch) || ':' || coalesce(max(seq), 0)::text || case
              when pg_snapshot_xmin(pg_current_snapshot()) = pg_snapshot_xmax(pg_current_snapshot())
              then '' else '-' || pg_current_snapshot()::text end
            from store_change
            """)
        .query(String.class)
        .single();
  }

  /// Lets a follower begin anew with the facts as they are: what is settled by now it reads itself,
  /// what comes later it hears of.
  public void beginHere(String follower) {
    database.inTransaction(() -> {
      advance(follower, settledHead());
      return true;
    });
  }

  /// A word for the log itself, another one after a restore.
  public String epochWord() {
    return epoch().toString();
  }

  /// How far a follower came in one step, and whether more may be waiting.
  public record Step(Cursor reached, boolean waiting) {}

  /// Lets a follower take in the next changes, in one transaction with its cursor.
  public Step follow(ChangeFollower follower, int atMost) {
    return database.inTransaction(() -> {
      var cursor = cursor(follower.name());
      var changes = after(cursor, atMost);
      if (changes.isEmpty()) {
        return new Step(cursor, false);
      }
      follower.follow(changes);
      var last = changes.getLast().cursor();
      advance(follower.name(), last);
      return new Step(last, true);
    });
  }

  /// How far a follower has come; the beginning if it has never followed.
  public Cursor cursor(String follower) {
    return database
        .sql()
        .sql("select xid::text::bigint as xid, seq from store_cursor where follower = :follower")
        .param("follower", follower)
        .query((row, n) -> new Cursor(row.getLong("xid"), row.getLong("seq")))
        .optional()
        .orElse(Cursor.START);
  }

  /// Moves a follower's cursor; call it in the transaction that did the follower's work.
  public void advance(String follower, Cursor cursor) {
    database
        .sql()
        .sql(
            """
            insert into store_cursor (follower, xid, seq)
            values (:follower, cast(cast(:xid as text) as xid8), :seq)
            on conflict (follower) do update set xid = excluded.xid, seq = excluded.seq
            """)
        .param("follower", follower)
        .param("xid", cursor.xid())
        .param("seq", cursor.seq())
        .update();
  }

  /// A place in the log.
  public record Cursor(long xid, long seq) implements Comparable<Cursor> {
    /// Before the first change.
    public static final Cursor START = new Cursor(0, 0);

    @Override
    public int compareTo(Cursor other) {
      return xid == other.xid ? Long.compare(seq, other.seq) : Long.compare(xid, other.xid);
    }
  }

  /// One thing that changed.
  public record Change(Cursor cursor, String module, String kind, String id) {}
}
