package org.bandung.access;

import static org.bandung.access.guard.Refusals.refused;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.reference.Reference;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// Sectors whose coordination a country's authority delegated to an institution: whom that trusts
/// as endorser clears and releases what lies in them, as the authority itself still may.
@Service
public class Delegations {

  static final String SCHEME = "dac-sector-group";

  private final Database database;
  private final Mandates mandates;
  private final Audit audit;
  private final Reference reference;
  private final Clock clock;

  @Autowired
  Delegations(Database database, Mandates mandates, Audit audit, Reference reference) {
    this.database = database;
    this.mandates = mandates;
    this.audit = audit;
    this.reference = reference;
    this.clock = Clock.systemUTC();
  }

  /// What became of the wish to delegate.
  public sealed interface DelegateOutcome {
    record Delegated(Set<String> sectors) implements DelegateOutcome {}

    record NotAllowed() implements DelegateOutcome {}

    /// No sector that is known, or a body to which none can be delegated.
    record Refused(String what) implements DelegateOutcome {}
  }

  /// The sectors, by the codes of their groups, that are delegated to a body.
  public Set<String> sectors(Body body) {
    return mandates.delegated(body.id());
  }

  /// Whether somebody may delegate sectors to this body.
  public boolean may(Account account, Body body) {
    return body.kind() == Body.Kind.ORGANISATION
        && mandates.may(account, Permission.DELEGATE, body);
  }

  /// Says anew which sectors are delegated to a body; none: it coordinates none any more.
  public DelegateOutcome delegate(Account account, Body body, Set<String> sectors) {
    if (!may(account, body)) {
      return refused(
          new DelegateOutcome.NotAllowed(), account.id(), Permission.DELEGATE, body.id());
    }
    var known = reference.findScheme(SCHEME).orElseThrow().categories().keySet();
    for (var sector : sectors) {
      if (!known.contains(sector)) {
        return new DelegateOutcome.Refused(sector);
      }
    }
    return database.inTransaction(() -> {
      var sorted = new TreeSet<>(sectors);
      database
          .sql()
          .sql(
              """
              insert into access_delegation (body, sectors, changed_at)
              values (:body, :sectors, :now)
              on conflict (body) do update
                set sectors = excluded.sectors, changed_at = excluded.changed_at
              """)
          .param("body", body.id())
          .param("sectors", sorted.toArray(String[]::new))
          .param("now", Timestamp.from(clock.instant()))
          .update();
      var as =
          account.bodiesAs(Role.AUTHORITY).stream()
              .filter(b -> b.country() != null && b.country().equals(body.country()))
              .findFirst();
      audit.record(
          new Audit.Deed(
              account.id(),
              as.map(Body::id).orElse(null),
              "sectors.delegated",
              body.id(),
              Map.of("sectors", String.join(" ", sorted))));
      return new DelegateOutcome.Delegated(sorted);
    });
  }
}
