package org.bandung.registry.joint;

import static org.bandung.access.guard.Refusals.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.News;
import org.bandung.kernel.StableId;
import org.bandung.registry.joint.JointEvent.Recorded;
import org.bandung.registry.joint.JointOutcome.Done;
import org.bandung.registry.joint.JointOutcome.Faulty;
import org.bandung.registry.joint.JointOutcome.KeyUsedOtherwise;
import org.bandung.registry.joint.JointOutcome.NotAllowed;
import org.bandung.registry.joint.JointRules.Acting;
import org.bandung.store.Database;
import org.bandung.store.EventLog.Kept;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// The one entrance to joint initiatives. Every deed reads, decides and writes in one transaction
/// while it holds the initiative's row, and carries a key: sent again, it is not done again.
///
/// Whoever may not see an initiative is answered with nothing, as if there were none.
@Service
public class JointInitiatives {

  private static final int LONGEST_KEY = 200;

  private final Database database;
  private final Mandates mandates;
  private final Audit audit;
  private final Released released;
  private final ApplicationEventPublisher events;
  private final JointTable table;
  private final Clock clock;

  @Autowired
  JointInitiatives(
      Database database,
      Mandates mandates,
      Audit audit,
      Released released,
      ApplicationEventPublisher events) {
    this(database, mandates, audit, released, events, Clock.systemUTC());
  }

  JointInitiatives(
      Database database,
      Mandates mandates,
      Audit audit,
      Released released,
      ApplicationEventPublisher events,
      Clock clock) {
    this.database = database;
    this.mandates = mandates;
    this.audit = audit;
    this.released = released;
    this.events = events;
    this.table = new JointTable(database);
    this.clock = clock;
  }

  /// An initiative as somebody may see it.
  ///
  /// @param mine the parties she sees it for
  /// @param here the parties that are bodies of this node
  /// @param permitted what she may do for each of her parties
  /// @param publicVersion the version of the joint part that everybody reads; 0 if nobody does
  public record View(
      Joint joint,
      Set<String> mine,
      Set<String> here,
      Map<String, Set<Permission>> permitted,
      int publicVersion) {
    public View {
      mine = Set.copyOf(mine);
      here = Set.copyOf(here);
      permitted = Map.copyOf(permitted);
    }

    /// Whether she may do any of these for the party.
    public boolean may(String party, Set<Permission> any) {
      return permitted.getOrDefault(party, Set.of()).stream().anyMatch(any::contains);
    }
  }

  /// The initiative, for who may see it.
  public Optional<View> find(Account account, String id) {
    var history = database.reading(() -> table.events(id));
    return history.isEmpty()
        ? Optional.empty()
        : view(account, JointHistory.fold(history)).filter(v -> !v.mine().isEmpty());
  }

  private Optional<View> view(Account account, Joint j) {
    var bodies = bodies(j);
    var permitted = new HashMap<String, Set<Permission>>();
    bodies.forEach((party, body) -> {
      if (mandates.may(account, Permission.READ_PRIVATE, body)) {
        var allowed = new TreeSet<Permission>();
        for (var permission : Permission.values()) {
          if (mandates.may(account, permission, body)) {
            allowed.add(permission);
          }
        }
        permitted.put(party, allowed);
      }
    });
    int version = Publication.publicVersion(j, bodies.keySet()).orElse(0);
    return Optional.of(
        new View(
            JointSight.of(j, own(account, bodies)),
            permitted.keySet(),
            bodies.keySet(),
            permitted,
            version));
  }

  /// The parties whose very bodies she acts for; who stands above a body reads as the parties do.
  private Set<String> own(Account account, Map<String, Body> bodies) {
    var own = new TreeSet<String>();
    bodies.forEach((party, body) -> {
      boolean hers = account.mandates().stream().anyMatch(m -> m.body().id().equals(body.id()));
      if (hers && mandates.may(account, Permission.READ_PRIVATE, body)) {
        own.add(party);
      }
    });
    return own;
  }

  /// The bodies that act as the parties, by party.
  private Map<String, Body> bodies(Joint j) {
    var bodies = new LinkedHashMap<String, Body>();
    for (var party : j.beginning().parties()) {
      mandates.actingFor(party.id()).ifPresent(body -> bodies.put(party.id(), body));
    }
    return bodies;
  }

  /// What happened, for who may see it; empty for everybody else.
  public List<Recorded> history(Account account, String id) {
    return find(account, id)
        .map(v ->
            JointSight.of(
                database.reading(() -> table.events(id)), own(account, bodies(v.joint()))))
        .orElse(List.of());
  }

  /// The initiatives of the bodies somebody acts for, the last changed first.
  public List<View> list(Account account, int limit) {
    var parties = new LinkedHashSet<String>();
    for (var mandate : account.mandates()) {
      parties.addAll(parties(mandate.body()));
    }
    for (var body : mandates.list(account)) {
      if (mandates.may(account, Permission.READ_PRIVATE, body)) {
        parties.addAll(parties(body));
      }
    }
    return database.reading(() ->
        table.events(table.of(parties, limit)).stream()
            .map(events -> view(account, JointHistory.fold(events)).orElseThrow())
            .filter(v -> !v.mine().isEmpty())
            .toList());
  }

  /// The ids under which a body takes part.
  private static Set<String> parties(Body body) {
    var parties = new LinkedHashSet<String>();
    parties.add(body.id());
    if (body.kind() == Body.Kind.AUTHORITY && body.country() != null) {
      parties.add(body.country());
    }
    if (body.organisation() != null) {
      parties.add(body.organisation());
    }
    return parties;
  }

  /// The initiatives that began from an agreement, for who may see them.
  public List<String> ofAgreement(Account account, String agreement) {
    return table.ofAgreement(agreement).stream()
        .filter(id -> find(account, id).isPresent())
        .toList();
  }

  /// Begins an initiative for one of its parties; its id follows from the party and the key.
  ///
  /// @return empty if she acts for none of the parties
  public Optional<JointOutcome> begin(Account account, Beginning asked, String key) {
    return database.inTransaction(() -> {
      var beginning = named(asked);
      var opener = opener(account, beginning);
      if (opener.isEmpty()) {
        return Optional.empty();
      }
      var party = opener.get();
      var body = mandates.actingFor(party).orElseThrow();
      if (badKey(key)) {
        return Optional.of(badKey());
      }
      if (Deed.SPEAKING.stream().noneMatch(p -> mandates.may(account, p, body))) {
        return Optional.of(mayNot(account, Deed.SPEAKING, body));
      }
      var id = StableId.of("joint", party, key);
      var acting = new Acting(party, account.id(), now(), Set.of());
      var outcome = JointRules.begin(id, beginning, acting);
      var command = JointCodec.json(beginning);
      if (!(outcome instanceof Done done)) {
        return Optional.of(outcome);
      }
      if (!table.begin(done.after(), party, acting.at())) {
        return Optional.of(again(id, party, key, command).orElseThrow());
      }
      write(account, body, new Asked(id, party, key, command, "begun"), done);
      return Optional.of(done);
    });
  }

  /// A body of this node is called what it calls itself, whatever was typed.
  private Beginning named(Beginning b) {
    var parties =
        b.parties().stream()
            .map(p ->
                mandates
                    .actingFor(p.id())
                    .filter(body -> body.id().equals(p.id()))
                    .map(body ->
                        new JointParty(
                            p.id(), p.role(), LocalizedText.of("und", body.name()), body.country()))
                    .orElse(p))
            .toList();
    return new Beginning(
        b.origin(),
        b.title(),
        b.objective(),
        b.description(),
        parties,
        b.period(),
        b.plan(),
        b.shares(),
        b.budget(),
        b.conditions(),
        b.sectors());
  }

  /// The party for which she begins it: the first of which she acts for the body.
  private Optional<String> opener(Account account, Beginning beginning) {
    var own =
        beginning.parties().stream()
            .map(JointParty::id)
            .filter(party ->
                mandates
                    .actingFor(party)
                    .filter(b -> mandates.may(account, Permission.READ_PRIVATE, b))
                    .isPresent())
            .toList();
    return own.stream()
        .filter(party ->
            Deed.SPEAKING.stream()
                .anyMatch(p -> mandates.may(account, p, mandates.actingFor(party).orElseThrow())))
        .findFirst()
        .or(() -> own.stream().findFirst());
  }

  /// A deed as it was asked for.
  private record Asked(String id, String party, String key, String command, String word) {}

  /// Does something for one party.
  ///
  /// @return empty if she may not see the initiative, or not for this party
  public Optional<JointOutcome> act(
      Account account, String id, String party, Deed deed, String key) {
    return database.inTransaction(() -> {
      if (!table.lock(id)) {
        return Optional.empty();
      }
      var history = table.events(id);
      var j = JointHistory.fold(history);
      var bodies = bodies(j);
      var body = bodies.get(party);
      if (body == null || !mandates.may(account, Permission.READ_PRIVATE, body)) {
        return Optional.empty();
      }
      if (deed.needs().stream().noneMatch(p -> mandates.may(account, p, body))) {
        return Optional.of(mayNot(account, deed.needs(), body));
      }
      if (badKey(key)) {
        return Optional.of(badKey());
      }
      var command = deed.word() + JointCodec.json(deed);
      var before = again(id, party, key, command);
      if (before.isPresent()) {
        return before.map(o -> JointSight.of(o, own(account, bodies)));
      }
      var acting = new Acting(party, account.id(), now(), bodies.keySet());
      var outcome = JointRules.decide(j, deed, acting);
      if (outcome instanceof Done done) {
        write(account, body, new Asked(id, party, key, command, deed.word()), done);
        if (deed instanceof Deed.Opening) {
          released.handOver(table.events(id), bodies);
        }
      }
      return Optional.of(JointSight.of(outcome, own(account, bodies)));
    });
  }

  private void write(Account account, Body body, Asked asked, Done done) {
    table.append(asked.id(), done.events());
    table.keep(
        asked.id(),
        asked.party(),
        asked.key(),
        new Kept(
            StableId.of(asked.command()),
            done.events().getFirst().sequence(),
            done.events().getLast().sequence()));
    audit.record(
        new Audit.Deed(account.id(), body.id(), "joint." + asked.word(), asked.id(), Map.of()));
    var told = new TreeSet<String>();
    bodies(done.after()).values().forEach(b -> told.add(b.id()));
    if (!told.isEmpty()) {
      events.publishEvent(
          new News(
              told,
              account.id(),
              "joint." + asked.word(),
              "/desk/initiatives/" + asked.id(),
              Map.of(
                  "body", body.name(),
                  "title", spoken(done.after().beginning().title()))));
    }
  }

  private static String spoken(LocalizedText text) {
    return text.in("en").map(LocalizedText.Spoken::text).orElse("");
  }

  /// What became of the deed when it was sent before.
  private Optional<JointOutcome> again(String id, String party, String key, String command) {
    return table
        .command(id, party, key)
        .map(kept -> {
          if (!kept.command().equals(StableId.of(command))) {
            return new KeyUsedOtherwise();
          }
          var history = table.events(id).subList(0, Math.toIntExact(kept.last()));
          return new Done(
              history.subList(Math.toIntExact(kept.first()) - 1, history.size()),
              JointHistory.fold(history));
        });
  }

  private static boolean badKey(String key) {
    return key.isBlank() || key.length() > LONGEST_KEY;
  }

  private static JointOutcome badKey() {
    var faults = new Faults();
    faults.add("bandung.text-missing", "key");
    return new Faulty(faults.all());
  }

  private Instant now() {
    // As fine as the database keeps it.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static JointOutcome mayNot(Account account, Set<Permission> needed, Body body) {
    return refused(new NotAllowed(needed), account.id(), needed, body.id());
  }
}
