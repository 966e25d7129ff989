package org.bandung.registry;

import java.util.List;
import org.bandung.kernel.CountryCode;
import org.bandung.registry.said.ContentCodec;
import org.bandung.store.Database;

/// SQL that reads what countries reply.
final class ReplyQueries {

  private final Database database;

  ReplyQueries(Database database) {
    this.database = database;
  }

  /// The last word of each country on an initiative.
  List<InitiativeView.Reply> of(String initiative) {
    return database
        .sql()
        .sql(
            """
            select distinct on (country) country, body_name, text, at from registry_reply
            where initiative_id = :id
            order by country, id desc
            """)
        .param("id", initiative)
        .query((row, n) ->
            new InitiativeView.Reply(
                new CountryCode(row.getString("country")),
                row.getString("body_name"),
                ContentCodec.texts(row.getString("text")),
                row.getTimestamp("at").toInstant()))
        .list()
        .stream()
        .filter(r -> !r.text().isEmpty())
        .toList();
  }
}
