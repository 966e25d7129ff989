package org.bandung.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.collection.CollectionWorld.body;
import static org.bandung.collection.CollectionWorld.done;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.access.Role;
import org.bandung.collection.RoundOutcome.NotAllowed;
import org.bandung.collection.RoundOutcome.NotNow;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Reader;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What does not get out, does not stay half done, and is not lost among much else.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundDoorsTest {

  private CollectionWorld world;
  private String wells;
  private Account water;

  @BeforeAll
  void open(@TempDir Path home) {
    world = new CollectionWorld(home);
    wells = world.state("QM-1", ofWater("Wells", 2026));
    var organisation =
        world
            .registry
            .organisations(Reader.PUBLIC, List.of(wells))
            .getOrDefault(wells, Set.of())
            .iterator()
            .next();
    water = world.institution("Water", organisation.replaceFirst(":.*", ""));
  }

  @AfterAll
  void close() {
    world.close();
  }

  private static Content ofWater(String title, int year) {
    var said =
        CollectionSamples.content(
            title,
            List.of(
                new Participant(
                    org.bandung.registry.said.Role.PROVIDER,
                    new CountryCode("QMM"),
                    null,
                    null,
                    new Participant.OrganisationMention(
                        "QM-GOV-WATER", LocalizedText.of("en", "Ministry of Water"), "10", null))));
    return new Content(
        said.kind(),
        said.title(),
        said.description(),
        said.status(),
        said.planned(),
        new Period(PartialDate.ofYear(year), null, false),
        said.participants(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private void audience(String id, String audience) {
    world
        .store
        .database()
        .sql()
        .sql("update registry_initiative set audience = :audience where id = :id")
        .param("audience", audience)
        .param("id", id)
        .update();
  }

  private String frozen(String round) {
    done(world.authority.signOff(world.mira, round, world.key()));
    return done(world.authority.freeze(world.mira, round, "Once more", world.key()))
        .editions()
        .getLast()
        .number();
  }

  @Test
  void whatWasClosedSinceItWasFrozenIsNotReleased() {
    var round = world.open("2026-11-30");
    world.invite(round, water, null);
    var items = world.rounds.findMine(water, round).getFirst().asked().items().values();
    world.answer(water, round, new RoundDeed.Confirm(List.copyOf(items)));
    world.answer(water, round, new RoundDeed.Submit());
    world.act(round, new RoundDeed.Accept(body(water)));
    var first = frozen(round);
    audience(wells, "operator");

    assertThat(world.authority.release(world.mira, round, first, world.key()))
        .contains(new NotNow("not-public"));
    assertThat(world.editions.find(null, first)).isEmpty();
    assertThat(world.editions.closed(world.mira, first))
        .extracting(Edition.Row::key)
        .containsExactly(wells);
    assertThat(world.editions.closed(water, first)).isEmpty();

    world.act(round, new RoundDeed.Amend("Once more"));
    var second = frozen(round);
    audience(wells, "public");
    var edition = world.editions.find(world.mira, second).orElseThrow().edition();
    assertThat(edition.rows()).extracting(Edition.Row::key).doesNotContain(wells);
    done(world.authority.release(world.mira, round, second, world.key()));
    assertThat(world.editions.list())
        .filteredOn(l -> l.number().equals(second))
        .containsExactly(
            new Editions.Listed(
                second,
                edition.title(),
                edition.authority(),
                edition.from(),
                edition.to(),
                edition.figures().initiatives(),
                world.editions.find(null, second).orElseThrow().released().orElseThrow()));
    assertThat(world.editions.list()).extracting(Editions.Listed::number).doesNotContain(first);
  }

  @Test
  void whatACountryHandsInSomebodyReleasedInIt() {
    var keeper = world.person("keeper", CollectionWorld.node(), Role.ADMINISTRATOR);
    var secretariat =
        ((Mandates.AdmitOutcome.Admitted)
                world
                    .access
                    .mandates()
                    .admit(
                        keeper,
                        new Mandates.Wanted(
                            Body.Kind.SECRETARIAT, "Secretariat", null, "COMM", null)))
            .body();
    var sena = world.person("sena", secretariat, Role.AUTHORITY, Role.ADMINISTRATOR);
    var clerk = world.person("clerk", world.agency, Role.CONTRIBUTOR);
    var round =
        done(world.rounds.open(sena, secretariat.id(), world.plan("2026-11-30"), world.key())).id();
    done(world.authority.invite(sena, round, world.agency.id(), null, "en"));
    var add =
        new RoundDeed.Add(
            List.of(Addition.of("a", CollectionSamples.content("A", "QMM", "QNN"), false)));

    assertThat(answer(clerk, round, new RoundDeed.NothingToReport()))
        .contains(new NotAllowed(Permission.RELEASE));
    assertThat(answer(clerk, round, add)).containsInstanceOf(RoundOutcome.Done.class);
    assertThat(world.rounds.findMine(clerk, round).getFirst().mayHandIn()).isFalse();
    assertThat(answer(clerk, round, new RoundDeed.Submit()))
        .contains(new NotAllowed(Permission.RELEASE));
    assertThat(world.rounds.findMine(world.mira, round).getFirst().mayHandIn()).isTrue();
    assertThat(answer(world.mira, round, new RoundDeed.Submit()))
        .containsInstanceOf(RoundOutcome.Done.class);
  }

  private Optional<RoundOutcome> answer(Account who, String round, RoundDeed.OfAsked deed) {
    return world.rounds.answer(who, round, world.agency.id(), deed, world.key());
  }

  /// Whoever lets people in is read anew.
  private void stored(Account account) {
    var sql = world.store.database().sql();
    sql.sql(
            """
            insert into access_account (id, email, name, language, made_at, changed_at)
            values (:id, :email, :name, 'en', now(), now())
            """)
        .param("id", account.id())
        .param("email", account.email())
        .param("name", account.name())
        .update();
    var mandate = account.mandates().getFirst();
    sql.sql(
            """
            insert into access_mandate (account, body, roles, changed_at)
            values (:id, :body, :roles, now())
            """)
        .param("id", account.id())
        .param("body", mandate.body().id())
        .param("roles", mandate.roles().stream().map(Role::code).toArray(String[]::new))
        .update();
  }

  private long known(String name) {
    return world.access.mandates().admitted().stream().filter(b -> b.name().equals(name)).count();
  }

  @Test
  void whoIsAskedAnewIsAdmittedInvitedAndAskedOrNothingOfIt() {
    var first = world.open("2026-11-30");
    assertThat(world.authority.inviteNew(world.mira, first, "Forests", "f@example.org", "en"))
        .contains(new NotAllowed(Permission.MANAGE_PEOPLE));
    assertThat(known("Forests")).isZero();
    stored(world.mira);
    var round = world.open("2026-11-30");
    assertThat(world.authority.inviteNew(world.mira, round, "Forests", "no address", "en"))
        .containsInstanceOf(RoundOutcome.Faulty.class);
    assertThat(known("Forests")).isZero();
    assertThat(world.authority.inviteNew(world.mira, round, " ", "f@example.org", "en"))
        .containsInstanceOf(RoundOutcome.Faulty.class);

    done(world.authority.inviteNew(world.mira, round, "Forests", "f@example.org", "en"));
    assertThat(known("Forests")).isEqualTo(1);
    assertThat(world.letters()).anyMatch(l -> l.startsWith("f@example.org"));

    world.invite(round, water, null);
    world.answer(water, round, new RoundDeed.NothingToReport());
    world.act(round, new RoundDeed.Accept(body(water)));
    done(world.authority.signOff(world.mira, round, world.key()));
    assertThat(world.authority.inviteNew(world.mira, round, "Lakes", "l@example.org", "en"))
        .contains(new NotNow("closed"));
    assertThat(known("Lakes")).isZero();
    assertThat(world.letters()).noneMatch(l -> l.startsWith("l@example.org"));
  }

  @Test
  void whatCameLaterTakesNoPlaceOnAList() {
    var later = new ArrayList<Statement>();
    for (int i = 0; i < RoundFaults.ITEMS + 1; i++) {
      var id = "QM-LATER-" + i;
      later.add(
          new Statement(
              new Statement.Source("iati", "QM-PUB", LocalizedText.of("en", "Publisher")),
              id,
              Statement.Speaker.PUBLISHER,
              Handover.sha256(id),
              Statement.Payload.compress(id),
              null,
              null,
              ofWater(id, 2028),
              List.of(),
              "test"));
    }
    try (var run = world.registry.beginImport("iati", "test")) {
      run.receive(later);
      run.finish(false);
    }
    var round = world.open("2026-11-30");
    world.invite(round, water, null);
    assertThat(world.rounds.findMine(water, round).getFirst().asked().items().keySet())
        .contains(wells)
        .hasSizeLessThan(5);
  }
}
