package org.bandung.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.collection.CollectionWorld.body;
import static org.bandung.collection.CollectionWorld.done;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.collection.RoundOutcome.NotAllowed;
import org.bandung.collection.RoundOutcome.NotNow;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Reader;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Rounds on the real database engine, from the first letter to the second edition.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CollectionRoundsTest {

  private static final String WATER = "QM-GOV-WATER";

  private CollectionWorld world;
  private String wells;
  private String springs;
  private Account water;
  private Account health;

  @BeforeAll
  void open(@TempDir Path home) {
    world = new CollectionWorld(home);
    wells = world.state("QM-1", ofWater("Wells for Norelia"));
    springs = world.state("QM-2", ofWater("Springs for Norelia"));
    world.state("QM-3", CollectionSamples.content("Nobody's roads", "QMM", "QNN"));
    var organisation =
        world
            .registry
            .organisations(Reader.PUBLIC, List.of(wells))
            .getOrDefault(wells, Set.of())
            .iterator()
            .next();
    water = world.institution("Water", organisation.replaceFirst(":.*", ""));
    health = world.institution("Health", null);
  }

  @AfterAll
  void close() {
    world.close();
  }

  private static Content ofWater(String title) {
    return CollectionSamples.content(
        title,
        List.of(
            new Participant(
                org.bandung.registry.said.Role.PROVIDER,
                new CountryCode("QMM"),
                null,
                null,
                new Participant.OrganisationMention(
                    WATER, LocalizedText.of("en", "Ministry of Water"), "10", null)),
            Participant.country(org.bandung.registry.said.Role.RECIPIENT, new CountryCode("QNN"))));
  }

  private CollectionRounds.Mine mine(Account who, String round) {
    return world.rounds.findMine(who, round).getFirst();
  }

  private List<RoundItem> items(Account who, String round) {
    return List.copyOf(mine(who, round).asked().items().values());
  }

  private long everybodys() {
    return world
        .registry
        .facets(Reader.PUBLIC, InitiativeFilter.ALL.with(Facet.COUNTRY, "QMM"))
        .total();
  }

  private String freeze(String round, String reason) {
    done(world.authority.signOff(world.mira, round, world.key()));
    return done(world.authority.freeze(world.mira, round, reason, world.key()))
        .editions()
        .getLast()
        .number();
  }

  private Edition edition(String number) {
    return world.editions.find(world.mira, number).orElseThrow().edition();
  }

  @Test
  void fromTheInvitationToTheSecondEdition() {
    world.today("2026-11-02");
    var round = world.open("2026-11-30");
    world.invite(round, water, "water@example.org");
    world.invite(round, health, "health@example.org");
    assertThat(items(water, round))
        .extracting(RoundItem::id)
        .containsExactlyInAnyOrder(wells, springs);
    assertThat(items(health, round)).isEmpty();

    world.answer(water, round, new RoundDeed.Confirm(items(water, round)));
    var bridges = CollectionSamples.content("Bridges for Osmara", "QMM", "QOO");
    world.answer(water, round, new RoundDeed.Add(List.of(Addition.of("bridges", bridges, false))));
    world.answer(water, round, new RoundDeed.Submit());
    world.answer(health, round, new RoundDeed.NothingToReport());
    world.act(round, new RoundDeed.Accept(body(water)));
    world.act(round, new RoundDeed.Accept(body(health)));
    long before = everybodys();
    var number = freeze(round, "");

    var first = edition(number);
    assertThat(number).matches("QMM-2026-[0-9]+");
    assertThat(first.rows()).hasSize(3);
    assertThat(first.figures().byAnswer()).containsEntry("confirmed", 2).containsEntry("added", 1);
    assertThat(first.figures().byRole()).containsEntry("provider", 3);
    assertThat(first.institutions())
        .extracting(Edition.Institution::name, Edition.Institution::nothing)
        .contains(org.assertj.core.api.Assertions.tuple("Health", true));
    assertThat(first.signedBy()).isEqualTo("mira");
    assertThat(everybodys()).isEqualTo(before);
    assertThat(world.editions.find(null, number)).isEmpty();
    assertThat(world.editions.find(water, number)).isEmpty();

    done(world.authority.release(world.mira, round, number, world.key()));
    assertThat(everybodys()).isEqualTo(before + 1);
    var view = world.editions.find(null, number).orElseThrow();
    assertThat(Handover.sha256(view.text())).isEqualTo(view.hash());
    assertThat(world.editions.differences(view)).isEmpty();

    world.state("QM-1", ofWater("Deep wells for Norelia"));
    assertThat(world.editions.find(null, number).orElseThrow().text()).isEqualTo(view.text());
    assertThat(world.editions.differences(view))
        .extracting(d -> d.word() + " " + d.row().key() + " " + d.fields())
        .containsExactly("changed " + wells + " [title]");

    world.act(round, new RoundDeed.Amend("The wells were renamed"));
    var second = freeze(round, "The wells were renamed");
    assertThat(edition(second).replaces()).isEqualTo(number);
    assertThat(edition(second).rows()).hasSize(3);
    assertThat(edition(number)).isEqualTo(first);
    assertThat(world.editions.differences(world.editions.find(world.mira, second).orElseThrow()))
        .isEmpty();
    world.state("QM-1", ofWater("Wells for Norelia"));
  }

  @Test
  void aCorrectionBecomesTheInstitutionsOwnStatementOfTheSameInitiative() {
    world.today("2026-11-02");
    var round = world.open("2026-11-30");
    world.invite(round, water, null);
    var item =
        items(water, round).stream().filter(i -> i.id().equals(springs)).findFirst().orElseThrow();
    world.answer(
        water,
        round,
        new RoundDeed.Correct(
            item,
            new Correction(
                LocalizedText.of("en", "Ten springs for Norelia"),
                null,
                PartialDate.ofYear(2027),
                new ReportedAmount(new BigDecimal("1500.50"), "USD"),
                "Counted anew")));
    world.answer(water, round, new RoundDeed.Submit());
    world.act(round, new RoundDeed.Accept(body(water)));
    long before = everybodys();
    var number = freeze(round, "");
    var row =
        edition(number).rows().stream()
            .filter(r -> r.key().equals(springs))
            .findFirst()
            .orElseThrow();
    assertThat(row.title()).isEqualTo(LocalizedText.of("en", "Ten springs for Norelia"));
    assertThat(row.money())
        .containsExactly(new Edition.Sum("disbursement", "USD", new BigDecimal("1500.5")));
    assertThat(row.corrected()).containsExactly("end", "money", "title");
    assertThat(edition(number).toString()).doesNotContain("Counted anew");

    done(world.authority.release(world.mira, round, number, world.key()));
    assertThat(everybodys()).isEqualTo(before);
    var now = world.registry.find(Reader.PUBLIC, springs).orElseThrow();
    assertThat(now.composed().title().byLanguage()).containsValue("Ten springs for Norelia");
    assertThat(now.statements()).hasSize(2);
    assertThat(world.editions.differences(world.editions.find(null, number).orElseThrow()))
        .isEmpty();
  }

  @Test
  void whatIsTakenBackBeforeTheSecondEditionLeavesTheRegistry() {
    var round = world.open("2026-11-30");
    var parks = world.institution("Parks", null);
    world.invite(round, parks, null);
    var trees = CollectionSamples.content("Trees for Osmara", "QMM", "QOO");
    var herbs = CollectionSamples.content("Herbs for Osmara", "QMM", "QOO");
    world.answer(
        parks,
        round,
        new RoundDeed.Add(
            List.of(Addition.of("trees", trees, true), Addition.of("herbs", herbs, true))));
    world.answer(parks, round, new RoundDeed.Submit());
    world.act(round, new RoundDeed.Accept(body(parks)));
    long before = everybodys();
    done(world.authority.release(world.mira, round, freeze(round, ""), world.key()));
    assertThat(everybodys()).isEqualTo(before + 2);

    world.act(round, new RoundDeed.Amend("The herbs were of others"));
    world.act(round, new RoundDeed.SendBack(body(parks), "The herbs"));
    done(
        world
            .authority
            .listAnew(world.mira, round, body(parks), world.key())
            .map(o -> o instanceof NotNow ? new RoundOutcome.Done(List.of(), view(round)) : o));
    assertThat(items(parks, round)).isEmpty(); // what it added here is no item besides
    world.answer(parks, round, new RoundDeed.TakeBack("herbs"));
    world.answer(parks, round, new RoundDeed.Submit());
    world.act(round, new RoundDeed.Accept(body(parks)));
    var second = freeze(round, "The herbs were of others");
    assertThat(edition(second).rows()).hasSize(1);
    done(world.authority.release(world.mira, round, second, world.key()));
    assertThat(everybodys()).isEqualTo(before + 1);
    assertThat(world.editions.find(null, edition(second).replaces()).orElseThrow().replacedBy())
        .isEqualTo(second);
  }

  private Round view(String round) {
    return world.rounds.find(world.mira, round).orElseThrow().round();
  }

  @Test
  void whatTwoInstitutionsAddUnderOneIdentifierCountsOnce() {
    var round = world.open("2026-11-30");
    var one = world.institution("Ports", null);
    var other = world.institution("Ships", null);
    for (var who : List.of(one, other)) {
      world.invite(round, who, null);
      var said = CollectionSamples.content("Harbours", "QMM", "QNN");
      var same =
          new Content(
              said.kind(),
              said.title(),
              said.description(),
              null,
              said.planned(),
              said.actual(),
              said.participants(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(new Content.Identifier("iati", "qm-harbours")),
              List.of());
      world.answer(who, round, new RoundDeed.Add(List.of(Addition.of("h", same, false))));
      world.answer(who, round, new RoundDeed.Submit());
      world.act(round, new RoundDeed.Accept(body(who)));
    }
    long before = everybodys();
    var number = freeze(round, "");
    assertThat(edition(number).rows()).hasSize(1);
    assertThat(edition(number).rows().getFirst().said()).hasSize(2);
    done(world.authority.release(world.mira, round, number, world.key()));
    assertThat(everybodys()).isEqualTo(before + 1);
  }

  @Test
  void remindersGoByTheScheduleInTheLanguageOfTheInstitution() {
    world.today("2026-03-02");
    var round = world.open("2026-03-31");
    var late = world.institution("Late", null);
    var quick = world.institution("Quick", null);
    world.invite(round, late, "late@example.org");
    world.invite(round, quick, "quick@example.org");
    world.answer(quick, round, new RoundDeed.NothingToReport());
    world.today("2026-03-17");
    world.reminders.remind();
    world.reminders.remind();
    world.today("2026-04-20");
    world.reminders.remind();

    assertThat(world.letters().stream().filter(l -> l.startsWith("late@")))
        .containsExactly(
            "late@example.org es Ronda de recolección: What we did in 2026",
            "late@example.org es Recordatorio: What we did in 2026",
            "late@example.org es Recordatorio: What we did in 2026");
    assertThat(world.letters().stream().filter(l -> l.startsWith("quick@"))).hasSize(1);
    assertThat(
            Objects.requireNonNull(view(round).asked().get(body(late)))
                .late(CollectionWorld.TO, view(round).due()))
        .isTrue();
    world.today("2026-11-02");
  }

  @Test
  void whoMayNotIsToldSoAndWhoMayNotSeeIsToldNothing() {
    var round = world.open("2026-11-30");
    var asked = world.institution("Asked", null);
    var reader = world.person("reader", asked.mandates().getFirst().body(), Role.READER);
    var clerk = world.person("clerk", world.agency, Role.AUTHORITY);
    world.invite(round, asked, null);
    var deed = new RoundDeed.NothingToReport();

    assertThat(world.rounds.answer(reader, round, body(asked), deed, world.key()))
        .containsInstanceOf(NotAllowed.class);
    assertThat(world.rounds.answer(water, round, body(water), deed, world.key())).isEmpty();
    assertThat(world.rounds.answer(water, round, body(asked), deed, world.key())).isEmpty();
    assertThat(world.rounds.answer(world.mira, round, body(asked), deed, world.key())).isEmpty();
    assertThat(world.rounds.find(asked, round)).isEmpty();
    assertThat(world.rounds.findMine(water, round)).isEmpty();
    var accept = new CollectionAuthority.Plain(new RoundDeed.Accept(body(asked)));
    assertThat(world.authority.act(asked, round, accept, world.key())).isEmpty();
    world.answer(asked, round, deed);
    assertThat(world.authority.signOff(clerk, round, world.key()))
        .containsInstanceOf(NotAllowed.class);
    assertThat(world.authority.signOff(asked, round, world.key())).isEmpty();
    assertThat(world.authority.freeze(asked, round, "", world.key())).isEmpty();
    assertThat(world.rounds.open(asked, body(asked), world.plan("2026-11-30"), world.key()))
        .isEmpty();
    var foreign = world.access.mandates().authorityOf("QNN").map(Body::id).orElse("nobody");
    assertThat(world.authority.invite(world.mira, round, foreign, null, "en"))
        .contains(new NotNow("not-invited"));
  }

  @Test
  void whatIsSentAgainIsDoneOnceAndRacersTakeTurns() throws Exception {
    var round = world.open("2026-11-30");
    var racer = world.institution("Racer", null);
    world.invite(round, racer, "racer@example.org");
    world.invite(round, racer, "racer@example.org");
    assertThat(world.letters().stream().filter(l -> l.startsWith("racer@"))).hasSize(1);
    var add =
        new RoundDeed.Add(
            List.of(Addition.of("a", CollectionSamples.content("A", "QMM", "QNN"), false)));
    int racers = 6;
    var start = new CountDownLatch(1);
    try (var pool = Executors.newFixedThreadPool(racers)) {
      var outcomes = new ArrayList<java.util.concurrent.Future<RoundOutcome>>();
      for (int i = 0; i < racers; i++) {
        outcomes.add(
            pool.submit(() -> {
              start.await();
              return world.rounds.answer(racer, round, body(racer), add, "one").orElseThrow();
            }));
      }
      start.countDown();
      var sequences = new java.util.TreeSet<Long>();
      for (var outcome : outcomes) {
        sequences.add(((RoundOutcome.Done) outcome.get()).events().getFirst().sequence());
      }
      assertThat(sequences).hasSize(1);
    }
    assertThat(mine(racer, round).asked().additions()).hasSize(1);
    assertThat(world.rounds.answer(racer, round, body(racer), new RoundDeed.Submit(), "one"))
        .contains(new RoundOutcome.KeyUsedOtherwise());
  }

  @Test
  void nobodySeesAnothersListOrAnswers() {
    var random = new Random(20_261_128);
    var round = world.open("2026-11-30");
    var all = new ArrayList<Account>();
    for (int i = 0; i < 6; i++) {
      var who = world.institution("Office " + i, null);
      all.add(who);
      world.invite(round, who, "office" + i + "@example.org");
    }
    for (int i = 0; i < 40; i++) {
      int n = random.nextInt(all.size());
      var who = all.get(n);
      var title = "secret of " + n + " no " + i;
      var deed =
          random.nextInt(4) == 0
              ? new RoundDeed.Submit()
              : new RoundDeed.Add(
                  List.of(
                      Addition.of("k" + i, CollectionSamples.content(title, "QMM", "QNN"), false)));
      world.rounds.answer(who, round, body(who), deed, world.key());
      for (int other = 0; other < all.size(); other++) {
        var seen = world.rounds.findMine(all.get(other), round).toString();
        for (int k = 0; k < all.size(); k++) {
          if (k == other) {
            continue;
          }
          assertThat(seen).doesNotContain("secret of " + k, "office" + k + "@", "Office " + k);
        }
      }
      // The authority counts what is not submitted, and reads it once it is.
      var overview = view(round).asked().values();
      for (var asked : overview) {
        var k = asked.name().substring("Office ".length());
        assertThat(asked.toString().contains("secret of " + k))
            .isEqualTo(!asked.standing().answers() && !asked.additions().isEmpty());
      }
    }
  }

  @Test
  void numbersOfOneAuthorityAndYearRunOnWithoutAGap() {
    var numbers = new ArrayList<Integer>();
    for (int i = 0; i < 2; i++) {
      var round = world.open("2026-11-30");
      var who = world.institution("Counted " + i, null);
      world.invite(round, who, null);
      world.answer(who, round, new RoundDeed.NothingToReport());
      world.act(round, new RoundDeed.Accept(body(who)));
      done(world.authority.signOff(world.mira, round, world.key()));
      var key = world.key();
      var once = done(world.authority.freeze(world.mira, round, "", key)).editions();
      var again = done(world.authority.freeze(world.mira, round, "", key)).editions();
      assertThat(again).isEqualTo(once);
      numbers.add(Integer.valueOf(once.getLast().number().replace("QMM-2026-", "")));
    }
    assertThat(numbers.get(1)).isEqualTo(numbers.get(0) + 1);
  }

  @Test
  void aPressThatIsKilledHalfwayLeavesNothingAndGoesThroughTheNextTime() {
    var round = world.open("2026-11-30");
    var who = world.institution("Killed", null);
    var before = view(round);
    world.deadly = true;
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> world.authority.invite(world.mira, round, body(who), "killed@example.org", "en"))
        .hasMessage("killed");
    world.deadly = false;
    assertThat(view(round)).isEqualTo(before);
    assertThat(world.letters()).noneMatch(l -> l.startsWith("killed@"));
    assertThat(world.invite(round, who, "killed@example.org").asked()).containsKey(body(who));
    assertThat(world.letters().stream().filter(l -> l.startsWith("killed@"))).hasSize(1);

    world.answer(
        who,
        round,
        new RoundDeed.Add(
            List.of(Addition.of("k", CollectionSamples.content("Kites", "QMM", "QNN"), false))));
    world.answer(who, round, new RoundDeed.Submit());
    world.act(round, new RoundDeed.Accept(body(who)));
    var number = freeze(round, "");
    long all = everybodys();
    world.deadly = true;
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> world.authority.release(world.mira, round, number, "killed"))
        .hasMessage("killed");
    world.deadly = false;
    assertThat(everybodys()).isEqualTo(all);
    assertThat(world.editions.find(null, number)).isEmpty();
    done(world.authority.release(world.mira, round, number, "killed"));
    assertThat(everybodys()).isEqualTo(all + 1);
  }

  @Test
  void onlyTheLastEditionIsReleased() {
    var round = world.open("2026-11-30");
    var who = world.institution("Last", null);
    world.invite(round, who, null);
    world.answer(who, round, new RoundDeed.NothingToReport());
    world.act(round, new RoundDeed.Accept(body(who)));
    var first = freeze(round, "");
    world.act(round, new RoundDeed.Amend("Once more"));
    assertThat(world.authority.release(world.mira, round, first, world.key()))
        .contains(new NotNow("gone"));
    var second = freeze(round, "Once more");
    assertThat(world.authority.release(world.mira, round, first, world.key()))
        .contains(new NotNow("gone"));
    done(world.authority.release(world.mira, round, second, world.key()));
    assertThat(world.authority.release(world.mira, round, second, world.key()))
        .contains(new NotNow("released"));
    assertThat(world.editions.find(null, first)).isEmpty();
  }
}
