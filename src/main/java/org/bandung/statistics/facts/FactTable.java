package org.bandung.statistics.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bandung.store.CopyRows;
import org.bandung.store.Database;

/// SQL over what is counted.
final class FactTable {

  /// Into how many parts the facts are cut: what changes makes one of them be read anew.
  static final int SEGMENTS = 256;

  /// Writers take turns.
  private static final long LOCK = 19551955L;

  private final Database database;

  FactTable(Database database) {
    this.database = database;
  }

  static short segment(String id) {
    return (short) Math.floorMod(id.hashCode(), SEGMENTS);
  }

  /// Waits until no other process writes; holds until the transaction ends.
  void lock() {
    database.sql().sql("select pg_advisory_xact_lock(" + LOCK + ")").query(row -> {});
  }

  /// Makes these facts be what is kept of the ids.
  void replace(Collection<String> ids, List<Fact> facts) {
    if (ids.isEmpty()) {
      return;
    }
    database
        .sql()
        .sql("delete from statistics_fact where id = any(:ids)")
        .param("ids", ids.toArray(String[]::new))
        .update();
    var rows = new CopyRows("statistics_fact", "id, segment, fact");
    facts.forEach(f -> rows.row(f.id(), segment(f.id()), FactCodec.pack(f)));
    database.copy(rows);
    var changed = new TreeSet<Short>();
    ids.forEach(id -> changed.add(segment(id)));
    database
        .sql()
        .sql(
            """
            insert into statistics_segment (segment, version)
            select s, nextval('statistics_version') from unnest(cast(:segments as smallint[])) s
            on conflict (segment) do update set version = excluded.version
            """)
        .param("segments", changed.toArray(Short[]::new))
        .update();
  }

  /// Forgets everything.
  void clear() {
    database.sql().sql("delete from statistics_fact").update();
    database
        .sql()
        .sql("update statistics_segment set version = nextval('statistics_version')")
        .update();
    database.sql().sql("delete from statistics_made").update();
  }

  void markMadeWith(String fingerprint) {
    database
        .sql()
        .sql(
            """
            insert into statistics_made (made_with) values (:fingerprint)
            on conflict (single) do update set made_with = excluded.made_with
            """)
        .param("fingerprint", fingerprint)
        .update();
  }

  /// With what the facts were made; empty while they are not all there.
  String madeWith() {
    return database
        .sql()
        .sql("select made_with from statistics_made")
        .query(String.class)
        .optional()
        .orElse("");
  }

  /// The version of each segment.
  Map<Short, Long> versions() {
    var versions = new HashMap<Short, Long>();
    database
        .sql()
        .sql("select segment, version from statistics_segment")
        .query(row -> {
          versions.put(row.getShort("segment"), row.getLong("version"));
        });
    return versions;
  }

  /// The facts of a segment, by id.
  List<Fact> read(short segment) {
    var facts = new ArrayList<Fact>();
    database
        .sql()
        .sql("select id, fact from statistics_fact where segment = :segment order by id")
        .param("segment", segment)
        .query(row -> {
          facts.add(FactCodec.unpack(row.getString("id"), row.getBytes("fact")));
        });
    return facts;
  }

  /// The facts of these ids, by id.
  List<Fact> of(Collection<String> ids) {
    return database
        .sql()
        .sql("select id, fact from statistics_fact where id = any(:ids) order by id")
        .param("ids", ids.toArray(String[]::new))
        .query((row, n) -> FactCodec.unpack(row.getString("id"), row.getBytes("fact")))
        .list();
  }
}
