package org.bandung.collection;

import static org.bandung.access.guard.Refusals.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.access.Role;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What the authority does with a round: asks institutions, takes their answers, signs, freezes,
/// releases.
@Service
public class CollectionAuthority {

  private final Database database;
  private final Mandates mandates;
  private final CollectionRounds rounds;
  private final CollectionLists lists;
  private final Editions editions;
  private final Handover handover;
  private final RoundDesk desk;

  CollectionAuthority(
      Database database,
      Mandates mandates,
      CollectionRounds rounds,
      CollectionLists lists,
      Editions editions,
      Handover handover,
      RoundDesk desk) {
    this.database = database;
    this.mandates = mandates;
    this.rounds = rounds;
    this.lists = lists;
    this.editions = editions;
    this.handover = handover;
    this.desk = desk;
  }

  /// Asks an institution that is a body here.
  ///
  /// @param email where letters go; null if its people are told on this node only
  public Optional<RoundOutcome> invite(
      Account account, String id, String institution, @Nullable String email, String language) {
    var overview = rounds.find(account, id);
    if (overview.isEmpty()) {
      return Optional.empty();
    }
    var asked =
        mandates.owner(institution).filter(b -> CollectionRounds.askable(overview.get().body(), b));
    if (asked.isEmpty()) {
      return Optional.of(new RoundOutcome.NotNow("not-invited"));
    }
    var body = asked.get();
    return owned(
        account,
        id,
        Permission.RELEASE,
        "invite " + institution,
        (r, owner) ->
            new RoundDeed.Invite(
                body.id(),
                body.name(),
                email,
                language,
                lists.of(body, r.plan().from(), r.plan().to())));
  }

  /// Asks an institution that is not here yet: admits it, invites a person to act for it and asks
  /// it, all or nothing.
  ///
  /// @return empty if she may not see the round
  public Optional<RoundOutcome> inviteNew(
      Account account, String id, String name, String email, String language) {
    var overview = rounds.find(account, id);
    if (overview.isEmpty()) {
      return Optional.empty();
    }
    var owner = overview.get().body();
    if (!overview.get().may().contains(Permission.RELEASE)) {
      return Optional.of(RoundDesk.mayNot(account, Permission.RELEASE, owner));
    }
    if (owner.kind() != Body.Kind.AUTHORITY) {
      return Optional.of(new RoundOutcome.NotNow("not-invited"));
    }
    return Undone.or(() ->
        database.inTransaction(() -> {
          var body = admitted(account, owner, name);
          letIn(account, body, email, language);
          var outcome = invite(account, id, body.id(), email, language);
          if (outcome.isPresent() && !(outcome.get() instanceof RoundOutcome.Done)) {
            throw new Undone(outcome.get());
          }
          return outcome;
        }));
  }

  private Body admitted(Account account, Body owner, String name) {
    return switch (mandates.admit(
        account, new Mandates.Wanted(Body.Kind.ORGANISATION, name, owner.country(), null, null))) {
      case Mandates.AdmitOutcome.Admitted(var body) -> body;
      case Mandates.AdmitOutcome.NotAllowed not ->
          throw new Undone(new RoundOutcome.NotAllowed(Permission.ADMIT_BODY));
      case Mandates.AdmitOutcome.Refused refused ->
          throw new Undone(RoundDesk.faulty("bandung.text-missing", "name"));
      case Mandates.AdmitOutcome.HasAuthority other ->
          throw new Undone(new RoundOutcome.NotNow("not-invited"));
    };
  }

  /// Lets a person act for an institution.
  private void letIn(Account account, Body body, String email, String language) {
    var come =
        mandates.invite(account, body, email, Set.of(Role.SIGNATORY, Role.CONTRIBUTOR), language);
    switch (come) {
      case Mandates.PeopleOutcome.Invited invited -> {}
      case Mandates.PeopleOutcome.Changed changed -> {}
      case Mandates.PeopleOutcome.Refused refused ->
          throw new Undone(RoundDesk.faulty("bandung.email", "email"));
      case Mandates.PeopleOutcome.NotAllowed not ->
          throw new Undone(new RoundOutcome.NotAllowed(Permission.MANAGE_PEOPLE));
      case Mandates.PeopleOutcome.OwnRise rise ->
          throw new Undone(new RoundOutcome.NotAllowed(Permission.MANAGE_PEOPLE));
      case Mandates.PeopleOutcome.LastOne last ->
          throw new IllegalStateException("an invitation takes nobody away");
      case Mandates.PeopleOutcome.SessionsEnded ended ->
          throw new IllegalStateException("an invitation ends no session");
    }
  }

  /// Makes the list of an institution anew from what is known now.
  public Optional<RoundOutcome> listAnew(
      Account account, String id, String institution, String key) {
    return owned(
        account,
        id,
        Permission.RELEASE,
        key,
        (r, owner) ->
            new RoundDeed.ListAnew(
                institution,
                mandates
                    .owner(institution)
                    .map(b ->
                        RoundSight.withoutOwn(
                            r, b.id(), lists.of(b, r.plan().from(), r.plan().to())))
                    .orElse(List.of())));
  }

  /// Freezes a signed round as an edition with a number of its own.
  public Optional<RoundOutcome> freeze(Account account, String id, String reason, String key) {
    return owned(
        account,
        id,
        Permission.RELEASE,
        key,
        (r, owner) -> {
          boolean refused =
              r.state() != Round.State.SIGNED
                  || !RoundFaults.of(r, new RoundDeed.Freeze("", "", reason)).isEmpty();
          if (refused) {
            return new RoundDeed.Freeze("", "", reason);
          }
          var number = editions.nextNumber(r.plan());
          var edition = editions.preview(r, owner, number, reason, desk.now());
          return new RoundDeed.Freeze(number, editions.keep(edition, owner.id()), reason);
        });
  }

  /// Lets everybody read the last edition, unless it tells of something that was closed since it
  /// was frozen ([Editions#closed]; another edition leaves that out), and makes what institutions
  /// added and corrected their statements in the registry.
  public Optional<RoundOutcome> release(Account account, String id, String number, String key) {
    return Undone.or(() ->
        owned(account, id, Permission.RELEASE, key, (r, owner) -> releasing(account, r, number)));
  }

  private RoundDeed releasing(Account account, Round r, String number) {
    boolean last =
        r.state() == Round.State.FROZEN && r.editions().getLast().number().equals(number);
    boolean released =
        r.editions().stream().anyMatch(m -> m.number().equals(number) && m.released());
    if (!last || released) {
      // An edition that another has followed is never released after all.
      return new RoundDeed.Release(released ? number : "", Map.of());
    }
    if (!editions.closed(account, number).isEmpty()) {
      throw new Undone(new RoundOutcome.NotNow("not-public"));
    }
    editions.release(number, desk.now());
    return new RoundDeed.Release(number, handover.release(account, r, desk.now()));
  }

  /// Something that the authority does whose parts follow from how the round stands.
  private Optional<RoundOutcome> owned(
      Account account,
      String id,
      Permission needs,
      String key,
      BiFunction<Round, Body, RoundDeed> making) {
    var owner = desk.round(id).flatMap(r -> mandates.owner(r.plan().owner()));
    return owner.flatMap(b ->
        desk.act(
            account,
            new RoundDesk.Asking(id, b.id(), true, needs, key),
            key,
            r -> making.apply(r, b)));
  }

  /// Signs a round off; whoever signs is named.
  public Optional<RoundOutcome> signOff(Account account, String id, String key) {
    return owned(
        account, id, Permission.SIGN, key, (r, owner) -> new RoundDeed.SignOff(account.name()));
  }

  /// Reminds, sends back, accepts, moves the due day, opens once more.
  public Optional<RoundOutcome> act(Account account, String id, Plain deed, String key) {
    var command = deed.deed().word() + RoundCodec.json(deed.deed());
    var owner = desk.round(id).map(r -> r.plan().owner()).orElse("");
    return desk.act(
        account,
        new RoundDesk.Asking(id, owner, true, deed.deed().needs(), command),
        key,
        r -> deed.deed());
  }

  /// A deed that says all by itself.
  public record Plain(RoundDeed.OfOwner deed) {
    public Plain {
      switch (deed) {
        case RoundDeed.Remind d -> {}
        case RoundDeed.SendBack d -> {}
        case RoundDeed.Accept d -> {}
        case RoundDeed.MoveDue d -> {}
        case RoundDeed.Amend d -> {}
        case RoundDeed.Invite d -> throw notPlain(d);
        case RoundDeed.ListAnew d -> throw notPlain(d);
        case RoundDeed.SignOff d -> throw notPlain(d);
        case RoundDeed.Freeze d -> throw notPlain(d);
        case RoundDeed.Release d -> throw notPlain(d);
      }
    }

    private static IllegalArgumentException notPlain(RoundDeed deed) {
      return new IllegalArgumentException(deed.word() + " follows from how the round stands");
    }
  }
}
