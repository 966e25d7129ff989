package org.bandung.collection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.collection.Round.Asked;
import org.bandung.store.Database;
import org.springframework.stereotype.Service;

/// The one entrance to collection rounds for who reads them and who answers; what the authority
/// does beyond that is in [CollectionAuthority]. Every deed reads, decides and writes in one
/// transaction while it holds the round's row, and carries a key: sent again, it is not done again.
///
/// Whoever may not see a round is answered with nothing, as if there were none.
@Service
public class CollectionRounds {

  private final Database database;
  private final Mandates mandates;
  private final RoundDesk desk;
  private final RoundTable table;

  CollectionRounds(Database database, Mandates mandates, RoundDesk desk) {
    this.database = database;
    this.mandates = mandates;
    this.desk = desk;
    this.table = new RoundTable(database);
  }

  /// A round as the authority sees it. What institutions answered is there once they submitted it;
  /// before that only how many answers there are.
  ///
  /// @param body the authority
  /// @param may what she may do for it
  public record Overview(Round round, Body body, Set<Permission> may) {
    public Overview {
      may = Set.copyOf(may);
    }
  }

  /// A round as an institution sees it: its own part and nothing else.
  ///
  /// @param asked its own list and answers
  /// @param authority name of the body that asks
  /// @param open whether it can answer now
  /// @param mayHandIn whether she may submit, or say that there is nothing
  public record Mine(
      String id,
      RoundPlan plan,
      LocalDate due,
      String authority,
      Body body,
      Asked asked,
      boolean open,
      boolean mayWrite,
      boolean mayHandIn,
      boolean late) {}

  /// The bodies for which somebody may open rounds.
  public List<Body> openableFor(Account account) {
    return account.mandates().stream()
        .map(m -> m.body())
        .filter(CollectionRounds::asks)
        .filter(b -> mandates.mayAsOwn(account, Permission.RELEASE, b))
        .toList();
  }

  private static boolean asks(Body body) {
    return switch (body.kind()) {
      case AUTHORITY, SECRETARIAT, MULTILATERAL -> true;
      case ORGANISATION, NODE -> false;
    };
  }

  /// Whom a body can ask: an authority the institutions of its country, a body above countries the
  /// authorities; each itself as well, since it has initiatives of its own.
  public List<Body> askable(Body owner) {
    return mandates.admitted().stream().filter(b -> askable(owner, b)).toList();
  }

  static boolean askable(Body owner, Body b) {
    if (!b.admitted() || b.id().equals(owner.id())) {
      return b.admitted();
    }
    return owner.kind() == Body.Kind.AUTHORITY
        ? b.kind() == Body.Kind.ORGANISATION && String.valueOf(owner.country()).equals(b.country())
        : b.kind() == Body.Kind.AUTHORITY;
  }

  /// The rounds of the authorities somebody acts for, the last changed first.
  public List<Overview> list(Account account, int limit) {
    return rounds(account, limit).stream().flatMap(r -> overview(account, r).stream()).toList();
  }

  /// The rounds in which bodies are asked that somebody acts for.
  public List<Mine> listMine(Account account, int limit) {
    var today = desk.today();
    return rounds(account, limit).stream().flatMap(r -> mine(account, r, today).stream()).toList();
  }

  private List<Round> rounds(Account account, int limit) {
    return database.reading(() -> table.rounds(table.of(mandates.hearing(account), limit)));
  }

  /// One for who acts for the authority.
  public Optional<Overview> find(Account account, String id) {
    return desk.round(id).flatMap(r -> overview(account, r));
  }

  private Optional<Overview> overview(Account account, Round r) {
    return mandates
        .owner(r.plan().owner())
        .filter(b -> mandates.mayAsOwn(account, Permission.READ_PRIVATE, b))
        .map(b -> new Overview(RoundSight.ofOwner(r), b, permitted(account, b)));
  }

  private Set<Permission> permitted(Account account, Body body) {
    var permitted = new HashSet<Permission>();
    for (var permission : Permission.values()) {
      if (mandates.mayAsOwn(account, permission, body)) {
        permitted.add(permission);
      }
    }
    return permitted;
  }

  /// The parts of a round for the institutions somebody acts for; notes that she looked.
  public List<Mine> findMine(Account account, String id) {
    var found = desk.round(id).map(r -> mine(account, r, desk.today())).orElse(List.of());
    for (var mine : found) {
      if (mine.asked().standing() == Round.Standing.INVITED) {
        answer(account, id, mine.body().id(), new RoundDeed.See(), "see");
      }
    }
    return found;
  }

  private List<Mine> mine(Account account, Round r, LocalDate today) {
    var authority = mandates.owner(r.plan().owner()).map(Body::name).orElse("");
    var found = new ArrayList<Mine>();
    for (var mandate : account.mandates()) {
      var body = mandate.body();
      var asked = r.asked().get(body.id());
      if (asked != null && mandates.mayAsOwn(account, Permission.READ_PRIVATE, body)) {
        found.add(
            new Mine(
                r.id(),
                r.plan(),
                r.due(),
                authority,
                body,
                asked,
                r.state() == Round.State.OPEN && asked.standing().answers(),
                mandates.mayAsOwn(account, Permission.WRITE_ENTRY, body),
                mandates.mayAsOwn(account, new RoundDeed.Submit().needs(body.kind()), body),
                asked.late(today, r.due())));
      }
    }
    return found;
  }

  /// Opens a round for a body; its id follows from the body and the key.
  ///
  /// @param asked owner, prefix and country of it are those of the body, whatever they say
  /// @return empty if there is no such body to her
  public Optional<RoundOutcome> open(Account account, String bodyId, RoundPlan asked, String key) {
    return account.mandates().stream()
        .map(m -> m.body())
        .filter(b -> b.id().equals(bodyId) && asks(b))
        .findFirst()
        .map(body ->
            mandates.mayAsOwn(account, Permission.RELEASE, body)
                ? desk.open(account, body, planOf(body, asked), key)
                : RoundDesk.mayNot(account, Permission.RELEASE, body));
  }

  private static RoundPlan planOf(Body body, RoundPlan asked) {
    var code =
        switch (body.kind()) {
          case AUTHORITY -> body.country();
          case SECRETARIAT -> body.grouping();
          case MULTILATERAL, ORGANISATION, NODE -> null;
        };
    return new RoundPlan(
        body.id(),
        code == null ? body.id() : code,
        body.kind() == Body.Kind.AUTHORITY ? body.country() : null,
        asked.title(),
        asked.from(),
        asked.to(),
        asked.due(),
        asked.reminders());
  }

  /// Answers for an institution that is asked.
  ///
  /// @return empty if she may not see the round, or not for this body
  public Optional<RoundOutcome> answer(
      Account account, String id, String institution, RoundDeed.OfAsked deed, String key) {
    var command = deed.word() + RoundCodec.json(deed);
    var needs = mandates.owner(institution).map(b -> deed.needs(b.kind())).orElse(deed.needs());
    return desk.act(
        account, new RoundDesk.Asking(id, institution, false, needs, command), key, r -> deed);
  }
}
