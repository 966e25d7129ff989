package org.bandung.funds.netting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.store.Database;
import org.springframework.stereotype.Service;

/// The one entrance to netting rounds. Every deed reads, decides and writes in one transaction
/// while it holds the round's row, and carries a key: sent again, it is not done again.
///
/// A participant sees its own obligations, its own position and payments, and totals; whoever
/// opened the round sees totals. Whoever may not see a round is answered with nothing.
@Service
public class NettingRounds {

  private final Database database;
  private final Mandates mandates;
  private final NettingDesk desk;
  private final NettingTable table;

  NettingRounds(Database database, Mandates mandates, NettingDesk desk) {
    this.database = database;
    this.mandates = mandates;
    this.desk = desk;
    this.table = new NettingTable(database);
  }

  /// The bodies for which somebody may open rounds.
  public List<Body> openableFor(Account account) {
    return account.mandates().stream()
        .map(m -> m.body())
        .filter(b -> b.kind() != Body.Kind.NODE)
        .filter(b -> mandates.mayAsOwn(account, Permission.NEGOTIATE, b))
        .toList();
  }

  /// Opens a round for a body; its id follows from the body and the key.
  ///
  /// @return empty if there is no such body to her
  public Optional<NettingOutcome> open(
      Account account, String bodyId, NettingPlan plan, String key) {
    return account.mandates().stream()
        .map(m -> m.body())
        .filter(b -> b.id().equals(bodyId) && b.kind() != Body.Kind.NODE)
        .findFirst()
        .map(body ->
            mandates.mayAsOwn(account, Permission.NEGOTIATE, body)
                ? desk.open(account, body, plan, key)
                : NettingDesk.mayNot(account, Permission.NEGOTIATE, body));
  }

  /// Does something for the body that opened the round.
  ///
  /// @return empty if she may not see the round
  public Optional<NettingOutcome> act(
      Account account, String id, NettingDeed.OfOwner deed, String key) {
    var owner = desk.round(id).map(NettingRound::owner).orElse("");
    return desk.act(account, id, owner, true, deed, key);
  }

  /// Does something for a participant.
  ///
  /// @return empty if she may not see the round, or not for this body
  public Optional<NettingOutcome> act(
      Account account, String id, String body, NettingDeed.OfParticipant deed, String key) {
    return desk.act(account, id, body, false, deed, key);
  }

  /// The rounds of bodies somebody acts for, the last changed first.
  public List<NettingView.Head> list(Account account, int limit) {
    return database.reading(() ->
        table.rounds(table.of(mandates.hearing(account), limit)).stream()
            .map(NettingView.Head::of)
            .toList());
  }

  /// A round for who acts for the body that opened it.
  public Optional<NettingView.Overview> find(Account account, String id) {
    return database.reading(() ->
        table.rounds(List.of(id)).stream()
            .findFirst()
            .filter(r -> reads(account, r.owner()))
            .map(r ->
                new NettingView.Overview(
                    NettingView.Head.of(r),
                    r.plan().terms(),
                    r.asked(),
                    new TreeSet<>(r.accepted().keySet()),
                    r.declined(),
                    standings(id))));
  }

  private boolean reads(Account account, String body) {
    return mandates
        .owner(body)
        .filter(b -> mandates.mayAsOwn(account, Permission.READ_PRIVATE, b))
        .isPresent();
  }

  private Map<Claim.Standing, Long> standings(String id) {
    return table.standings(id).stream()
        .map(w -> Claim.Standing.valueOf(w.toUpperCase(java.util.Locale.ROOT)))
        .collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting()));
  }

  /// A round as one of its participants sees it.
  ///
  /// @return empty if she may not see the round, or not for this body
  public Optional<NettingView.Mine> findMine(Account account, String id, String body) {
    return database.reading(() ->
        table.rounds(List.of(id)).stream()
            .findFirst()
            .filter(r -> r.plan().participants().contains(body) && reads(account, body))
            .map(r -> mine(r, body)));
  }

  private NettingView.Mine mine(NettingRound r, String body) {
    var claims = table.of(r.id(), body);
    return new NettingView.Mine(
        NettingView.Head.of(r),
        r.plan().terms().readBy(body),
        claims,
        statement(r, body, claims),
        r.asked().contains(body),
        r.accepted().containsKey(body),
        !r.participants().contains(body));
  }

  /// Made of its own obligations and nothing else.
  private Optional<OwnStatement> statement(NettingRound r, String body, List<Claim> claims) {
    if (r.pools().isEmpty() || !r.participants().contains(body)) {
      return Optional.empty();
    }
    var own =
        claims.stream()
            .filter(c -> c.standing() == Claim.Standing.CONFIRMED)
            .map(Claim::obligation)
            .toList();
    var problem = new NettingProblem(r.participants(), own, r.plan().terms());
    var rests = table.rests(r.id(), r.version(), Optional.of(body));
    return Optional.of(OwnStatement.of(problem, new Clearing(r.pools(), rests, List.of()), body));
  }
}
