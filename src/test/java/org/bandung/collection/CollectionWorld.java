package org.bandung.collection;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bandung.access.AccessSettings;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandate;
import org.bandung.access.Mandates;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.News;
import org.bandung.parties.Parties;
import org.bandung.post.PostOffice;
import org.bandung.reference.InventedWorld;
import org.bandung.registry.Registry;
import org.bandung.registry.TestRegistry;
import org.bandung.registry.decisions.TestDecisions;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Statement;
import org.bandung.store.TestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// The parts of the module over a real database, with an authority and institutions of QMM.
final class CollectionWorld implements AutoCloseable {

  static final LocalDate FROM = LocalDate.parse("2026-01-01");
  static final LocalDate TO = LocalDate.parse("2026-12-31");

  final TestDatabase store = TestDatabase.create();
  final TestAccess access;
  final Registry registry;
  final CollectionRounds rounds;
  final CollectionAuthority authority;
  final Editions editions;
  final RoundReminders reminders;
  final List<News> news = new ArrayList<>();
  final Account mira;
  final Body agency;
  private Clock clock = Clock.fixed(Instant.parse("2026-11-02T12:00:00Z"), ZoneOffset.UTC);
  private int keys;

  CollectionWorld(Path home) {
    var database = store.database();
    access = TestAccess.of(database, InventedWorld.reference(), home);
    registry = TestRegistry.of(store);
    var mandates = access.mandates();
    var parties =
        Parties.load(
            InventedWorld.folder("parties-world"),
            database,
            store.changes(),
            InventedWorld.reference());
    var settings =
        new AccessSettings(
            home,
            java.util.Optional.empty(),
            java.net.URI.create("http://localhost:8080"),
            java.util.Optional.empty(),
            java.util.Optional.empty());
    var letters = new RoundLetters(PostOffice.writingDown(database, Clock.systemUTC()), settings);
    var lists = new CollectionLists(registry, parties);
    var ticking = new Ticking();
    var desk = new RoundDesk(database, mandates, access.audit(), letters, this::hear, ticking);
    var decisions = TestDecisions.of(store, registry, access);
    var beans = new StaticListableBeanFactory();
    beans.addBean("decisions", decisions);
    editions = new Editions(database, new EditionRows(registry), mandates);
    rounds = new CollectionRounds(database, mandates, desk);
    authority =
        new CollectionAuthority(
            database,
            mandates,
            rounds,
            lists,
            editions,
            new Handover(
                registry,
                mandates,
                beans.getBeanProvider(org.bandung.registry.decisions.Decisions.class)),
            desk);
    reminders = new RoundReminders(database, desk, ticking);
    var keeper = person("keeper", node(), Role.ADMINISTRATOR);
    agency = admit(keeper, Body.Kind.AUTHORITY, "Meridia Agency", null);
    mira = person("mira", agency, Role.AUTHORITY, Role.SIGNATORY, Role.CONTRIBUTOR);
  }

  /// Whether the next news kills whoever tells them.
  boolean deadly;

  private void hear(Object event) {
    if (deadly) {
      throw new IllegalStateException("killed");
    }
    news.add((News) event);
  }

  /// A clock that a test moves.
  private final class Ticking extends Clock {
    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return clock.instant();
    }
  }

  void today(String day) {
    clock = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
  }

  static Body node() {
    return new Body(Body.NODE, Body.Kind.NODE, "node", null, null, null, true);
  }

  Account person(String id, Body body, Role... roles) {
    return new Account(
        id, id + "@example.org", id, "en", List.of(new Mandate(body, Set.of(roles))));
  }

  Body admit(
      Account by,
      Body.Kind kind,
      String name,
      @org.jspecify.annotations.Nullable String organisation) {
    var wanted = new Mandates.Wanted(kind, name, "QMM", null, organisation);
    return ((Mandates.AdmitOutcome.Admitted) access.mandates().admit(by, wanted)).body();
  }

  /// An institution with the organisation of a reference, and one who writes for it.
  Account institution(String name, @org.jspecify.annotations.Nullable String organisation) {
    var body = admit(mira, Body.Kind.ORGANISATION, name, organisation);
    return person(name.toLowerCase(java.util.Locale.ROOT), body, Role.CONTRIBUTOR);
  }

  static String body(Account account) {
    return account.mandates().getFirst().body().id();
  }

  String key() {
    return "key " + ++keys;
  }

  /// A statement from abroad; the id of its initiative.
  String state(String id, Content content) {
    try (var run = registry.beginImport("iati", "test")) {
      var receipt =
          run.receive(
              List.of(
                  new Statement(
                      new Statement.Source("iati", "QM-PUB", LocalizedText.of("en", "Publisher")),
                      id,
                      Statement.Speaker.PUBLISHER,
                      Handover.sha256(id + org.bandung.registry.said.ContentCodec.json(content)),
                      Statement.Payload.compress(id),
                      null,
                      null,
                      content,
                      List.of(),
                      "test")));
      run.finish(false);
      return receipt.getFirst().initiativeId();
    }
  }

  RoundPlan plan(String due) {
    return new RoundPlan(
        "",
        "",
        null,
        LocalizedText.of("en", "What we did in 2026"),
        FROM,
        TO,
        LocalDate.parse(due),
        RoundPlan.USUAL);
  }

  String open(String due) {
    return done(rounds.open(mira, agency.id(), plan(due), key())).id();
  }

  Round invite(String round, Account institution, @org.jspecify.annotations.Nullable String email) {
    return done(authority.invite(mira, round, body(institution), email, "es"));
  }

  Round answer(Account who, String round, RoundDeed.OfAsked deed) {
    return done(rounds.answer(who, round, body(who), deed, key()));
  }

  Round act(String round, RoundDeed.OfOwner deed) {
    return done(authority.act(mira, round, new CollectionAuthority.Plain(deed), key()));
  }

  static Round done(java.util.Optional<RoundOutcome> outcome) {
    if (outcome.isPresent() && outcome.get() instanceof RoundOutcome.Done done) {
      return done.after();
    }
    throw new AssertionError(String.valueOf(outcome));
  }

  /// The letters that wait, by recipient and subject.
  List<String> letters() {
    return store
        .database()
        .sql()
        .sql("select recipient || ' ' || language || ' ' || subject from post_letter order by id")
        .query(String.class)
        .list();
  }

  @Override
  public void close() {
    store.close();
  }
}
