package org.bandung.access.signin;

import static org.bandung.access.guard.Refusals.refused;

import java.util.List;
import java.util.Map;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Mandates.PeopleOutcome;
import org.bandung.access.Permission;
import org.bandung.access.guard.KnownBrowsers;
import org.bandung.store.Database;
import org.springframework.stereotype.Service;

/// Where people are signed in, for those who answer for them.
@Service
public class Sessions {

  private final Database database;
  private final Mandates mandates;
  private final Audit audit;
  private final KnownBrowsers browsers;

  Sessions(Database database, Mandates mandates, Audit audit, KnownBrowsers browsers) {
    this.browsers = browsers;
    this.database = database;
    this.mandates = mandates;
    this.audit = audit;
  }

  /// Ends every session of somebody who acts for a body, and forgets her browsers: for who may say
  /// who acts for it, when a machine was lost or somebody was let go.
  public PeopleOutcome end(Account asking, Body body, String person) {
    return database.inTransaction(() -> {
      // Only people of the body are told, and only to who manages them.
      if (mandates.people(asking, body).stream().noneMatch(p -> p.id().equals(person))) {
        return refused(
            new PeopleOutcome.NotAllowed(), asking.id(), Permission.MANAGE_PEOPLE, body.id());
      }
      database
          .sql()
          .sql("delete from access_session where principal_name = :person")
          .param("person", person)
          .update();
      browsers.endAllBut(person, List.of());
      audit.record(
          new Audit.Deed(asking.id(), body.id(), "session.ended", person, Map.of("of", body.id())));
      return new PeopleOutcome.SessionsEnded();
    });
  }
}
