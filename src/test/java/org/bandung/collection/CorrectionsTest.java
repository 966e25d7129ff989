package org.bandung.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.collection.CollectionWorld.body;
import static org.bandung.collection.CollectionWorld.done;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bandung.access.Account;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Reader;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.counted.Countable;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a correction does to the record of the registry: what it says, and nothing else.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionsTest {

  private CollectionWorld world;
  private Account water;

  @BeforeAll
  void open(@TempDir Path home) {
    world = new CollectionWorld(home);
    var first = publish("QM-0", "First", "2026", null, "QNN");
    var organisation =
        world
            .registry
            .organisations(Reader.PUBLIC, List.of(first))
            .getOrDefault(first, Set.of())
            .iterator()
            .next();
    // Its name tells a country: its word could be taken for that country's.
    water = world.institution("Meridia", organisation.replaceFirst(":.*", ""));
  }

  @AfterAll
  void close() {
    world.close();
  }

  /// The publisher's word: 100 given by Meridia, in a project of two countries.
  private String publish(
      String id, String title, String start, @Nullable String end, String recipient) {
    var said =
        CollectionSamples.content(
            title,
            List.of(
                new Participant(
                    Role.PROVIDER,
                    new CountryCode("QMM"),
                    null,
                    null,
                    new Participant.OrganisationMention(
                        "QM-GOV-WATER", LocalizedText.of("en", "Ministry of Water"), "10", null)),
                Participant.country(Role.RECIPIENT, new CountryCode(recipient))));
    var gave =
        new Content.Contribution(
            "disbursement",
            null,
            new Period(
                PartialDate.parse("2026-03-01").orElseThrow(),
                PartialDate.parse("2026-03-01").orElseThrow(),
                false),
            usd("100"),
            null,
            null,
            null,
            false,
            null,
            null,
            null,
            null,
            List.of(),
            LocalizedText.EMPTY);
    return world.state(
        id,
        new Content(
            said.kind(),
            said.title(),
            said.description(),
            said.status(),
            said.planned(),
            new Period(
                PartialDate.parse(start).orElseThrow(),
                end == null ? null : PartialDate.parse(end).orElseThrow(),
                false),
            said.participants(),
            List.of(),
            List.of(),
            List.of(gave),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static ReportedAmount usd(String value) {
    return new ReportedAmount(new BigDecimal(value), "USD");
  }

  private static Correction correction(
      String title, @Nullable String start, @Nullable String end, @Nullable String amount) {
    return new Correction(
        title.isEmpty() ? LocalizedText.EMPTY : LocalizedText.of("en", title),
        start == null ? null : PartialDate.parse(start).orElseThrow(),
        end == null ? null : PartialDate.parse(end).orElseThrow(),
        amount == null ? null : usd(amount),
        "only for you");
  }

  /// A round in which one initiative is corrected and the edition released.
  private String released(String id, Correction correction) {
    var round = world.open("2026-11-30");
    world.invite(round, water, null);
    release(round, id, correction);
    return round;
  }

  private String release(String round, String id, Correction correction) {
    var item =
        world.rounds.findMine(water, round).getFirst().asked().items().values().stream()
            .filter(i -> i.id().equals(id))
            .findFirst()
            .orElseThrow();
    world.answer(water, round, new RoundDeed.Correct(item, correction));
    world.answer(water, round, new RoundDeed.Submit());
    world.act(round, new RoundDeed.Accept(body(water)));
    done(world.authority.signOff(world.mira, round, world.key()));
    var number =
        done(world.authority.freeze(world.mira, round, "Said otherwise", world.key()))
            .editions()
            .getLast()
            .number();
    done(world.authority.release(world.mira, round, number, world.key()));
    return number;
  }

  private void again(String round) {
    world.act(round, new RoundDeed.Amend("Said otherwise"));
    world.act(round, new RoundDeed.SendBack(body(water), "Please look again"));
  }

  private InitiativeView view(String id) {
    return world.registry.find(Reader.PUBLIC, id).orElseThrow();
  }

  private Countable counted(String id) {
    return world.registry.countable(List.of(id)).iterator().next();
  }

  private Stream<String> amounts(String id) {
    return counted(id).given().stream().map(g -> String.valueOf(g.what().amount()));
  }

  @Test
  void aNoteStatesNothing() {
    var id = publish("QM-10", "Wells", "2026", "2026", "QNN");
    released(id, correction("", null, null, null));

    assertThat(view(id).statements()).hasSize(1);
    assertThat(counted(id).standing()).isEqualTo(Countable.Standing.ONE_SIDE);
  }

  @Test
  void anAmountStandsInTheEditionAndIsCountedInNoOther() {
    var id = publish("QM-11", "Pumps", "2026", "2026", "QNN");
    var before = amounts(id).toList();
    var round = released(id, correction("", null, null, "120"));
    var view = view(id);

    assertThat(view.statements()).hasSize(1);
    assertThat(before).hasSize(1);
    assertThat(amounts(id)).isEqualTo(before);
    var number =
        world.rounds.find(world.mira, round).orElseThrow().round().editions().getLast().number();
    var edition = world.editions.find(null, number).orElseThrow();
    var row =
        edition.edition().rows().stream().filter(r -> r.key().equals(id)).findFirst().orElseThrow();
    assertThat(row.money())
        .containsExactly(new Edition.Sum("disbursement", "USD", new BigDecimal("120")));
    assertThat(world.editions.differences(edition)).isEmpty();
  }

  @Test
  void whatIsNotCorrectedFollowsThePublisher() {
    var id = publish("QM-12", "Dams", "2026", "2026", "QNN");
    released(id, correction("Small dams", null, null, "120"));
    publish("QM-12", "Great dams", "2025", "2027", "QOO");
    var now = view(id).composed();

    assertThat(now.title()).isEqualTo(LocalizedText.of("en", "Small dams"));
    assertThat(now.kind()).isEqualTo("project");
    assertThat(now.actual())
        .isEqualTo(new Period(PartialDate.ofYear(2025), PartialDate.ofYear(2027), false));
    assertThat(now.participants())
        .extracting(p -> String.valueOf(p.country()))
        .containsExactly("QMM", "QOO");
    assertThat(counted(id).standing()).isEqualTo(Countable.Standing.ONE_SIDE);
    assertThat(amounts(id)).hasSize(1);
    assertThat(world.registry.summaries(Reader.PUBLIC, Set.of(id)).values())
        .extracting(s -> s.originalId())
        .containsExactly("QM-12");
  }

  @Test
  void oneEndIsCorrectedAndTheOtherFollowsThePublisher() {
    var id = publish("QM-13", "Taps", "2025", "2026", "QNN");
    released(id, correction("", null, "2028", null));
    assertThat(view(id).composed().actual())
        .isEqualTo(new Period(PartialDate.ofYear(2025), PartialDate.ofYear(2028), false));

    publish("QM-13", "Taps", "2024", "2026", "QNN");
    assertThat(view(id).composed().actual())
        .isEqualTo(new Period(PartialDate.ofYear(2024), PartialDate.ofYear(2028), false));
    // Nothing begins after it ended.
    publish("QM-13", "Taps", "2029", "2030", "QNN");
    assertThat(view(id).composed().actual())
        .isEqualTo(new Period(null, PartialDate.ofYear(2028), false));
  }

  @Test
  void aLaterEditionTakesACorrectionBackByLeavingItOut() {
    var id = publish("QM-14", "Ponds", "2025", "2026", "QNN");
    var round = released(id, correction("Deep ponds", null, "2028", null));
    assertThat(view(id).composed().actual().end()).isEqualTo(PartialDate.ofYear(2028));

    again(round);
    release(round, id, correction("Deep ponds", null, null, null));
    assertThat(view(id).composed().actual().end()).isEqualTo(PartialDate.ofYear(2026));
    assertThat(view(id).composed().title()).isEqualTo(LocalizedText.of("en", "Deep ponds"));

    again(round);
    release(round, id, correction("", null, null, null));
    assertThat(view(id).composed().title()).isEqualTo(LocalizedText.of("en", "Ponds"));
    assertThat(view(id).statements())
        .filteredOn(s -> s.withdrawn().isEmpty())
        .extracting(s -> s.originalId())
        .containsExactly("QM-14");
  }

  @Test
  void nobodyElseCanTellACorrectionAsAnInitiatives() {
    var id = publish("QM-15", "Roads", "2026", null, "QNN");
    var foreign = publish("QM-16", "Ports", "2026", null, "QNN");
    assertThat(
            org.bandung.registry.decisions.TestDecisions.of(
                    world.store, world.registry, world.access)
                .corrects(world.mira, foreign, id, "no correction"))
        .isEmpty();
  }
}
