package org.bandung.access;

import static org.bandung.access.guard.Refusals.refused;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Messages;
import org.bandung.post.Post;
import org.bandung.reference.Reference;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The one entrance to bodies and to who may act for them.
@Service
public class Mandates {

  private static final Duration INVITATION = Duration.ofDays(14);
  private static final int LONGEST_NAME = 200;

  private final Database database;
  private final AccountTable table;
  private final Accounts accounts;
  private final Audit audit;
  private final Post post;
  private final Letters letters;
  private final Reference reference;
  private final MandateRules rules;
  private final Clock clock;

  @Autowired
  Mandates(
      Database database,
      Accounts accounts,
      Audit audit,
      Post post,
      Reference reference,
      AccessSettings settings) {
    this.database = database;
    this.table = new AccountTable(database);
    this.accounts = accounts;
    this.audit = audit;
    this.post = post;
    this.letters = new Letters(settings);
    this.reference = reference;
    this.rules = MandateRules.shipped();
    this.clock = Clock.systemUTC();
  }

  /// Whether somebody may do a thing to what a body owns.
  public boolean may(Account account, Permission permission, Body owner) {
    return !rules.allowing(account.mandates(), permission, owner).isEmpty();
  }

  /// Whether somebody may do a thing to something of a body that lies in these sectors: as who acts
  /// for its owner or coordinates its country, or because all its sectors were delegated to a body
  /// she acts for.
  ///
  /// @param sectors codes of sectors (DAC) or of their groups
  public boolean may(Account account, Permission permission, Body owner, Set<String> sectors) {
    return may(account, permission, owner)
        || !sectors.isEmpty()
            && account.mandates().stream()
                .filter(m -> rules.allowInSector(m, permission, owner))
                .anyMatch(m -> covers(delegated(m.body().id()), sectors));
  }

  /// Whether each sector lies in one of the groups.
  private boolean covers(Set<String> groups, Set<String> sectors) {
    return sectors.stream()
        .allMatch(s -> groups.contains(s) || groupsOf(s).anyMatch(groups::contains));
  }

  private Stream<String> groupsOf(String sector) {
    var three = sector.substring(0, Math.min(3, sector.length()));
    return reference.crosswalk("dac-sector", three, Delegations.SCHEME).stream();
  }

  /// The bodies to which a country delegated all these sectors.
  public List<Body> coordinating(String country, Set<String> sectors) {
    return sectors.isEmpty()
        ? List.of()
        : table.delegatedBodies(country).stream()
            .filter(b -> b.admitted() && covers(delegated(b.id()), sectors))
            .toList();
  }

  Set<String> delegated(String body) {
    return table.delegated(body);
  }

  /// A body, for those who have something to do with it.
  public Optional<Body> find(Account account, String id) {
    return table.findBody(id).filter(b -> sees(account, b));
  }

  private boolean sees(Account account, Body body) {
    return may(account, Permission.READ_PRIVATE, body)
        || may(account, Permission.ADMIT_BODY, body)
        || may(account, Permission.MANAGE_PEOPLE, body);
  }

  /// The bodies somebody has something to do with.
  public List<Body> list(Account account) {
    return table.bodies().stream().filter(b -> sees(account, b)).toList();
  }

  /// The body that acts for a party of talks and agreements: for a country (its alpha-3 code) its
  /// authority, for an organisation of the directory (its id there) the body it has here, else the
  /// body with this id. That these bodies are here is known to everybody they can talk with.
  public Optional<Body> actingFor(String party) {
    if (CountryCode.isWellFormed(party)) {
      return table.authorityOf(party);
    }
    return table
        .findBody(party)
        .or(() -> table.bodyOf(party))
        .filter(b -> b.kind() != Body.Kind.AUTHORITY && b.kind() != Body.Kind.NODE);
  }

  /// The name under which a body is a party of talks: of an authority its country's code; the node
  /// is none.
  public Optional<String> partyOf(Body body) {
    return switch (body.kind()) {
      case NODE -> Optional.empty();
      case AUTHORITY -> Optional.ofNullable(body.country());
      case ORGANISATION, SECRETARIAT, MULTILATERAL -> Optional.of(body.id());
    };
  }

  /// Whether somebody may do a thing to what a body owns because she acts for that very body,
  /// whatever else she acts for.
  public boolean mayAsOwn(Account account, Permission permission, Body owner) {
    return account.mandates().stream()
        .filter(m -> m.body().id().equals(owner.id()))
        .anyMatch(m -> rules.allow(m, permission, owner));
  }

  /// The bodies that can be invited to talks, by name: all that may act, but for this node itself.
  public List<Body> admitted() {
    return table.bodies().stream().filter(b -> b.admitted() && b.kind() != Body.Kind.NODE).toList();
  }

  /// A body by its id, for what it shows to everybody by itself, such as a key with its name.
  public Optional<Body> showingItself(String id) {
    return table.findBody(id).filter(b -> b.kind() != Body.Kind.NODE);
  }

  /// Somebody who acts for a body.
  public record Person(String id, String name, String email, Set<Role> roles) {
    public Person {
      roles = Set.copyOf(roles);
    }
  }

  /// Somebody who is to hear what a body hears.
  public record Hearer(String account, String body) {}

  /// Everybody who may read what is private to one of these bodies.
  public List<Hearer> hearers(Collection<String> bodies) {
    return bodies.stream()
        .flatMap(id -> table.findBody(id).stream())
        .flatMap(body ->
            table.people(body.id()).entrySet().stream()
                .filter(p -> hears(new Mandate(body, p.getValue())))
                .map(p -> new Hearer(p.getKey().id(), body.id())))
        .toList();
  }

  private boolean hears(Mandate mandate) {
    return rules.allow(mandate, Permission.READ_PRIVATE, mandate.body());
  }

  /// The bodies whose private things somebody may read because she acts for them.
  public Set<String> hearing(Account account) {
    return account.mandates().stream()
        .filter(this::hears)
        .map(m -> m.body().id())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Who acts for a body; nobody is told to those who may not manage its people.
  public List<Person> people(Account account, Body body) {
    if (managing(account, body).isEmpty()) {
      return List.of();
    }
    return table.people(body.id()).entrySet().stream()
        .map(e -> new Person(e.getKey().id(), e.getKey().name(), e.getKey().email(), e.getValue()))
        .toList();
  }

  /// What was done for a body or to it, the newest first, for those who may read its log.
  ///
  /// @return empty if she may not
  public Optional<List<AuditLine>> log(Account account, Body body, int limit) {
    return may(account, Permission.READ_AUDIT, body)
        ? Optional.of(audit.ofBody(body.id(), limit))
        : Optional.empty();
  }

  /// The name of somebody with an account, for those who read a log.
  public Optional<String> nameOf(String account) {
    return table.find(account).map(AccountTable.Stored::name);
  }

  /// The body with an id, for services that have found out already who may hear of it.
  public Optional<Body> owner(String id) {
    return table.findBody(id);
  }

  /// The authority of a country, if it has one here that may act. That there is one is no secret.
  public Optional<Body> authorityOf(String country) {
    return table.authorityOf(country);
  }

  /// A body that somebody wants admitted.
  ///
  /// @param country alpha-3; needed for an authority and an institution, forbidden for others
  /// @param grouping needed for a secretariat
  /// @param organisation its id in the directory, if it is there
  public record Wanted(
      Body.Kind kind,
      String name,
      @Nullable String country,
      @Nullable String grouping,
      @Nullable String organisation) {}

  /// What became of a body that somebody wants admitted.
  public sealed interface AdmitOutcome {
    record Admitted(Body body) implements AdmitOutcome {}

    record NotAllowed() implements AdmitOutcome {}

    /// The country has an authority already.
    record HasAuthority(Body authority) implements AdmitOutcome {}

    /// A field that cannot be taken as it is.
    record Refused(String field) implements AdmitOutcome {}
  }

  /// Admits a body: a country its institutions, the node whatever is above them.
  public AdmitOutcome admit(Account account, Wanted wanted) {
    return database.inTransaction(() -> {
      var fault = fault(wanted);
      if (fault.isPresent()) {
        return new AdmitOutcome.Refused(fault.get());
      }
      var body = Body.of(wanted);
      var allowed = admitting(account, body);
      if (allowed.isEmpty()) {
        return refused(
            new AdmitOutcome.NotAllowed(), account.id(), Permission.ADMIT_BODY, body.id());
      }
      if (wanted.kind() == Body.Kind.AUTHORITY) {
        var other = table.authorityOf(String.valueOf(wanted.country()));
        if (other.isPresent() && !other.get().id().equals(body.id())) {
          return new AdmitOutcome.HasAuthority(other.get());
        }
      }
      table.putBody(body, clock.instant());
      record(account, allowed.getFirst(), "body.admitted", body.id(), Map.of("name", body.name()));
      return new AdmitOutcome.Admitted(body);
    });
  }

  /// The mandates with which somebody may admit a body. A country that has an authority admits its
  /// institutions itself.
  private List<Mandate> admitting(Account account, Body body) {
    var allowed = rules.allowing(account.mandates(), Permission.ADMIT_BODY, body);
    boolean coordinated =
        body.kind() == Body.Kind.ORGANISATION
            && table.authorityOf(String.valueOf(body.country())).isPresent();
    return MandateRules.admitting(allowed, coordinated);
  }

  /// Whether somebody may admit and suspend a body she does not act for.
  public boolean admits(Account account, Body body) {
    return body.kind() != Body.Kind.NODE
        && account.mandates().stream().noneMatch(m -> m.body().id().equals(body.id()))
        && !admitting(account, body).isEmpty();
  }

  private Optional<String> fault(Wanted wanted) {
    var name = wanted.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c < ' ')) {
      return Optional.of("name");
    }
    boolean ofCountry =
        wanted.kind() == Body.Kind.AUTHORITY || wanted.kind() == Body.Kind.ORGANISATION;
    var country = wanted.country();
    if (ofCountry != (country != null) || country != null && !known(country)) {
      return Optional.of("country");
    }
    var grouping = wanted.grouping();
    if ((wanted.kind() == Body.Kind.SECRETARIAT) != (grouping != null)
        || grouping != null && reference.findGrouping(grouping).isEmpty()) {
      return Optional.of("grouping");
    }
    return wanted.kind() == Body.Kind.NODE ? Optional.of("kind") : Optional.empty();
  }

  private boolean known(String country) {
    return CountryCode.isWellFormed(country)
        && reference.findCountry(new CountryCode(country)).isPresent();
  }

  /// Suspends a body, or lets it act again: whoever admits it may.
  ///
  /// @return whether that was allowed
  public boolean suspend(Account asking, Body asked, boolean suspended) {
    return database.inTransaction(() -> {
      var body = table.lockBody(asked.id()).orElse(asked);
      var account = now(asking);
      var allowed = admitting(account, body);
      if (!admits(account, body)) {
        return false;
      }
      if (!suspended && body.kind() == Body.Kind.AUTHORITY) {
        var other = table.authorityOf(String.valueOf(body.country()));
        if (other.isPresent() && !other.get().id().equals(body.id())) {
          return false;
        }
      }
      table.putBody(body.with(!suspended), clock.instant());
      record(
          account,
          allowed.getFirst(),
          suspended ? "body.suspended" : "body.admitted",
          body.id(),
          Map.of());
      return true;
    });
  }

  /// What became of an invitation, or of a change of what somebody is trusted with.
  public sealed interface PeopleOutcome {
    /// The link is on its way by letter; where no letters leave, it must be handed over.
    record Invited(String link) implements PeopleOutcome {}

    record Changed() implements PeopleOutcome {}

    record SessionsEnded() implements PeopleOutcome {}

    record NotAllowed() implements PeopleOutcome {}

    /// Nobody gives herself more than she has.
    record OwnRise() implements PeopleOutcome {}

    /// Nobody would be left who can let people in.
    record LastOne() implements PeopleOutcome {}

    /// A field that cannot be taken as it is.
    record Refused(String field) implements PeopleOutcome {}
  }

  /// Invites somebody to act for a body.
  ///
  /// @param language of the letter
  public PeopleOutcome invite(
      Account asking, Body asked, String email, Set<Role> roles, String language) {
    return database.inTransaction(() -> {
      var body = table.lockBody(asked.id()).orElse(asked);
      var account = now(asking);
      var allowed = managing(account, body);
      if (allowed.isEmpty()) {
        return mayNot(account, body);
      }
      var folded = Accounts.folded(email);
      var unfit = accounts.unfit(folded, account.id());
      if (unfit.isPresent()) {
        return new PeopleOutcome.Refused(unfit.get());
      }
      if (roles.isEmpty() || !givable(body).containsAll(roles)) {
        return new PeopleOutcome.Refused("roles");
      }
      var spoken = Messages.LANGUAGES.contains(language) ? language : "en";
      var word = accounts.invite(folded, body.id(), roles, account.id(), INVITATION);
      post.send(letters.invitation(folded, spoken, nameOf(body), word));
      record(
          account,
          allowed.getFirst(),
          "person.invited",
          body.id(),
          Map.of("roles", String.join(" ", AccountTable.codes(roles))));
      return new PeopleOutcome.Invited(letters.link("/invitation/", word));
    });
  }

  /// The mandates with which somebody may say who acts for a body.
  private List<Mandate> managing(Account account, Body body) {
    var allowed = rules.allowing(account.mandates(), Permission.MANAGE_PEOPLE, body);
    boolean staffed = MandateRules.staffed(table.people(body.id()).values());
    return MandateRules.stillOpen(allowed, body, staffed);
  }

  /// Whether somebody may say who acts for a body.
  public boolean manages(Account account, Body body) {
    return !managing(account, body).isEmpty();
  }

  private static PeopleOutcome mayNot(Account account, Body body) {
    var outcome = new PeopleOutcome.NotAllowed();
    return refused(outcome, account.id(), Permission.MANAGE_PEOPLE, body.id());
  }

  /// What people of a body can be trusted with.
  public Set<Role> givable(Body body) {
    return MandateRules.givable(body, !delegated(body.id()).isEmpty());
  }

  private String nameOf(Body body) {
    return body.kind() == Body.Kind.NODE ? letters.node() : body.name();
  }

  /// Changes what somebody is trusted with in a body; no roles: she acts for it no more.
  public PeopleOutcome change(Account asking, Body asked, String person, Set<Role> roles) {
    return database.inTransaction(() -> {
      var body = table.lockBody(asked.id()).orElse(asked);
      var account = now(asking);
      var allowed = managing(account, body);
      var changed = table.lock(person);
      // Nobody acts for a body who has not accepted an invitation to it.
      boolean hers = table.mandates(person).stream().anyMatch(m -> m.body().id().equals(body.id()));
      if (allowed.isEmpty() || changed.isEmpty() || !hers) {
        return mayNot(account, body);
      }
      if (person.equals(account.id()) && !held(account, body).containsAll(roles)) {
        return new PeopleOutcome.OwnRise();
      }
      if (!givable(body).containsAll(roles)) {
        return new PeopleOutcome.Refused("roles");
      }
      if (!keepsSomebody(body, person, roles)) {
        return new PeopleOutcome.LastOne();
      }
      table.setMandate(person, body.id(), roles, clock.instant());
      accounts.endInvitations(changed.get().email(), body.id());
      record(
          account,
          allowed.getFirst(),
          "mandate.changed",
          person,
          Map.of(
              "of", body.id(),
              "roles", String.join(" ", AccountTable.codes(roles))));
      return new PeopleOutcome.Changed();
    });
  }

  /// Somebody as she stands now, not as she stood when her request came.
  private Account now(Account asking) {
    return new Account(
        asking.id(), asking.email(), asking.name(), asking.language(), table.mandates(asking.id()));
  }

  private static Set<Role> held(Account account, Body body) {
    return account.mandates().stream()
        .filter(m -> m.body().id().equals(body.id()))
        .findFirst()
        .map(Mandate::roles)
        .orElse(Set.of());
  }

  /// Whether after the change somebody is left who manages the people of the body itself.
  private boolean keepsSomebody(Body body, String person, Set<Role> roles) {
    var people = table.people(body.id());
    var then =
        people.entrySet().stream()
            .map(e -> e.getKey().id().equals(person) ? roles : e.getValue())
            .toList();
    return MandateRules.staffed(then) || !MandateRules.staffed(people.values());
  }

  private void record(
      Account account, Mandate as, String action, String object, Map<String, String> detail) {
    audit.record(new Audit.Deed(account.id(), as.body().id(), action, object, detail));
  }
}
