package org.bandung.observations;

import java.util.Optional;
import java.util.UUID;
import org.bandung.store.Database;

/// The SQL of the word by which the folder knows its database.
final class OwnerTable {

  private final Database database;

  OwnerTable(Database database) {
    this.database = database;
  }

  Optional<String> find() {
    return database.sql().sql("select id from observations_owner").query(String.class).optional();
  }

  /// The word of this database, made now if it has none.
  String findOrMake() {
    return find().orElseGet(() -> make(UUID.randomUUID().toString().replace("-", "")));
  }

  /// Gives the database a word, unless it has one.
  String make(String id) {
    return database.inTransaction(() -> {
      database
          .sql()
          .sql("insert into observations_owner (id) values (:id) on conflict do nothing")
          .param("id", id)
          .update();
      return find().orElseThrow();
    });
  }
}
