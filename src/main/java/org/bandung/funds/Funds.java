package org.bandung.funds;

import static org.bandung.access.guard.Refusals.refused;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.kernel.Reader;
import org.bandung.store.Database;
import org.springframework.stereotype.Service;

/// The one entrance to funds: who opens them, who is trusted with them, who contributes.
///
/// Whoever may not see a fund is answered with nothing, as if there were none.
@Service
public class Funds {

  private static final int LIST = 500;

  private final Database database;
  private final Mandates mandates;
  private final FundDesk desk;
  private final FundTable table;

  Funds(Database database, Mandates mandates, FundDesk desk) {
    this.database = database;
    this.mandates = mandates;
    this.desk = desk;
    this.table = new FundTable(database);
  }

  /// A fund as somebody sees who has to do with it.
  ///
  /// @param body that answers for it
  /// @param duties she is appointed to
  /// @param binds whether she binds the body, and so says who is appointed
  public record Seen(Fund fund, Body body, Set<Duty> duties, boolean binds) {
    public Seen {
      duties = Set.copyOf(duties);
    }
  }

  /// A fund somebody has to do with.
  public Optional<Seen> find(Account account, String id) {
    return database
        .reading(() -> table.funds(List.of(id)).stream().findFirst())
        .flatMap(f -> seen(account, f));
  }

  /// The funds somebody has to do with, the last changed first.
  public List<Seen> list(Account account) {
    var bodies = account.mandates().stream().map(m -> m.body().id()).toList();
    return database.reading(() -> table.funds(table.of(bodies, account.id(), LIST))).stream()
        .flatMap(f -> seen(account, f).stream())
        .toList();
  }

  private Optional<Seen> seen(Account account, Fund f) {
    return mandates
        .owner(f.owner())
        .filter(body -> desk.sees(account, f, body))
        .map(body -> {
          var duties = EnumSet.noneOf(Duty.class);
          duties.addAll(f.duties(account.id()));
          return new Seen(f, body, duties, mandates.mayAsOwn(account, Permission.SIGN, body));
        });
  }

  /// A fund, for services that find out themselves who may hear of it.
  public Optional<Fund> trusted(String id) {
    return database.reading(() -> table.funds(List.of(id)).stream().findFirst());
  }

  /// A fund that everybody may see.
  public Optional<Fund> shown(String id) {
    return database
        .reading(() -> table.funds(List.of(id)).stream().findFirst())
        .filter(Fund::shown);
  }

  /// The funds that everybody may see, the oldest first.
  public List<Fund> shown() {
    return database.reading(() -> table.funds(table.shown(LIST)));
  }

  /// The funds a reader may see, the oldest first; whoever runs the node sees that there are
  /// others.
  public List<Fund> list(Reader reader) {
    return switch (reader) {
      case Reader.Public everybody -> shown();
      case Reader.Operator operator -> database.reading(() -> table.funds(table.all(LIST)));
    };
  }

  /// Opens a fund for a body; its id follows from the body and the key.
  ///
  /// @return empty if there is no such body to her
  public Optional<FundOutcome> open(Account account, String bodyId, FundTerms terms, String key) {
    return account.mandates().stream()
        .map(m -> m.body())
        .filter(b -> b.id().equals(bodyId))
        .findFirst()
        .map(body ->
            mandates.mayAsOwn(account, Permission.SIGN, body)
                ? desk.open(account, body, terms, key)
                : refused(
                    new FundOutcome.NotAllowed(Permission.SIGN.code()),
                    account.id(),
                    Permission.SIGN,
                    body.id()));
  }

  /// Does something with a fund.
  ///
  /// @return empty if she may not see the fund
  public Optional<FundOutcome> act(Account account, String id, FundDeed deed, String key) {
    return desk.act(account, id, deed, key);
  }
}
