package org.bandung.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.consultation.TestWorld.agreement;
import static org.bandung.consultation.TestWorld.proposal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.consultation.ConsultationOutcome.Done;
import org.bandung.consultation.ConsultationOutcome.Faulty;
import org.bandung.consultation.ConsultationOutcome.LacksCapacity;
import org.bandung.consultation.ConsultationOutcome.NotTakingPart;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.Consultations.Invited;
import org.bandung.kernel.News;
import org.bandung.kernel.Note;
import org.bandung.parties.Parties;
import org.bandung.reference.InventedWorld;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Consultations of people with accounts, on the real database engine.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsultationsTest {

  private static final Invited MERIDIA = new Invited("QMM", Party.Role.REQUESTING);
  private static final Invited NORTHERA = new Invited("QNN", Party.Role.PROVIDING);
  private static final Invited PELARIA = new Invited("QPP", Party.Role.PROVIDING);

  private final List<News> news = new ArrayList<>();
  private TestDatabase store;
  private TestAccess access;
  private Consultations consultations;
  private Body agencyM;
  private Body agencyN;
  private Body instituteM;
  private Account meridian;
  private Account northern;

  @BeforeAll
  void open(@TempDir Path home) {
    store = TestDatabase.create();
    var reference = InventedWorld.reference();
    access = TestAccess.of(store.database(), reference, home);
    var bodies = new TestBodies(store.database(), access);
    agencyM = bodies.authority("QMM");
    agencyN = bodies.authority("QNN");
    instituteM = bodies.institute("QMM", "Institute", null);
    meridian = TestBodies.acting("amina", agencyM, Role.NEGOTIATOR, Role.SIGNATORY);
    northern = TestBodies.acting("bao", agencyN, Role.NEGOTIATOR, Role.SIGNATORY);
    var directory =
        Parties.load(
            Path.of("src/test/resources/parties-world"),
            store.database(),
            store.changes(),
            reference);
    consultations =
        new Consultations(
            store.database(),
            new Actors(access.mandates()),
            new PartyList(access.mandates(), reference, directory),
            new Deeds(
                access.audit(),
                access.mandates(),
                event -> {
                  if (event instanceof News told) {
                    news.add(told);
                  }
                }));
  }

  @AfterAll
  void close() {
    store.close();
  }

  @BeforeEach
  void empty() {
    news.clear();
    store.empty("consultation_consultation, store_change, access_audit");
  }

  private As meridia() {
    return new As(meridian, "QMM");
  }

  private As northera() {
    return new As(northern, "QNN");
  }

  private String opened(Invited... invited) {
    return done(consultations
            .open(
                meridia(),
                List.of(invited),
                DecisionRule.UNANIMITY,
                proposal(1, agreement()),
                "opening")
            .orElseThrow())
        .after()
        .id();
  }

  private static Done done(ConsultationOutcome outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return (Done) outcome;
  }

  private List<String> log() {
    var lines = new ArrayList<String>();
    access.audit().each(line -> lines.add(line.deed().action() + " for " + line.deed().body()));
    return lines;
  }

  @Test
  void partiesAreNamedHereAndWhoHasNobodyHereRepliesByLetter() {
    var id = opened(MERIDIA, NORTHERA, PELARIA);

    var parties = consultations.find(id, meridia()).orElseThrow().setup().parties();

    assertThat(parties).extracting(Party::byLetter).containsExactly(false, false, true);
    assertThat(parties.getFirst().name())
        .isEqualTo(
            InventedWorld.reference()
                .findCountry(new org.bandung.kernel.CountryCode("QMM"))
                .orElseThrow()
                .name());
  }

  @Test
  void whoIsNobodyOrTwoAtOnceIsNotInvited() {
    var unknown =
        consultations.open(
            meridia(),
            List.of(
                MERIDIA,
                new Invited("QZZ", Party.Role.PROVIDING),
                new Invited(agencyN.id(), Party.Role.PROVIDING)),
            DecisionRule.UNANIMITY,
            proposal(1, agreement()),
            "a");

    assertThat(((Faulty) unknown.orElseThrow()).faults())
        .extracting(Note::code)
        .containsExactly("bandung.unknown-party", "bandung.unknown-party");
    assertThat(
            consultations.open(
                meridia(),
                List.of(NORTHERA, PELARIA),
                DecisionRule.UNANIMITY,
                proposal(1, agreement()),
                "b"))
        .contains(new NotTakingPart());
    assertThat(
            consultations.open(
                new As(northern, "QMM"),
                List.of(MERIDIA, NORTHERA),
                DecisionRule.UNANIMITY,
                proposal(1, agreement()),
                "c"))
        .isEmpty();
    assertThat(log()).isEmpty();
    assertThat(news).isEmpty();
  }

  @Test
  void everyDeedIsLoggedForItsBodyAndToldToTheOthersOnce() {
    var id = opened(MERIDIA, NORTHERA);
    done(consultations.note(id, northera(), "our limit", "n").orElseThrow());
    done(consultations.reply(id, meridia(), 1, new Position.Accepts(), "k").orElseThrow());
    done(consultations.reply(id, meridia(), 1, new Position.Accepts(), "k").orElseThrow());
    done(consultations.reply(id, northera(), 1, new Position.Accepts(), "k").orElseThrow());

    assertThat(log())
        .containsExactly(
            "consultation.opened for " + agencyM.id(),
            "consultation.accepted for " + agencyM.id(),
            "consultation.accepted for " + agencyN.id(),
            "consultation.agreed for " + agencyN.id());
    assertThat(news)
        .extracting(News::what)
        .containsExactly(
            "consultation.opened",
            "consultation.accepted",
            "consultation.accepted",
            "consultation.agreed");
    assertThat(news)
        .extracting(News::bodies)
        .containsExactly(
            Set.of(agencyN.id()),
            Set.of(agencyN.id()),
            Set.of(agencyM.id()),
            Set.of(agencyM.id(), agencyN.id()));
    assertThat(news.getFirst().facts())
        .containsEntry("title", "Water for the plain")
        .containsOnlyKeys("body", "title");
    assertThat(news.getFirst().path()).isEqualTo("/desk/talks/" + id);
  }

  @Test
  void toWhomItIsNothingThereIsNoSuchConsultation() {
    var id = opened(MERIDIA, NORTHERA);
    var institute = TestBodies.acting(instituteM, Role.SIGNATORY, Role.NEGOTIATOR);
    var coordinator = TestBodies.acting(agencyM, Role.AUTHORITY, Role.SIGNATORY);
    for (var as :
        List.of(
            new As(institute, instituteM.id()),
            new As(institute, "QMM"),
            new As(northern, "QMM"),
            new As(coordinator, "QNN"),
            new As(coordinator, instituteM.id()))) {
      for (var asked : List.of(id, "no-such-consultation")) {
        assertThat(consultations.find(asked, as)).isEmpty();
        assertThat(consultations.history(asked, as)).isEmpty();
        assertThat(consultations.propose(asked, as, 1, proposal(2, agreement()), "k")).isEmpty();
        assertThat(consultations.reply(asked, as, 1, new Position.Accepts(), "k")).isEmpty();
        assertThat(consultations.leave(asked, as, "enough", "k")).isEmpty();
        assertThat(consultations.comment(asked, as, 1, "we", "k")).isEmpty();
        assertThat(consultations.note(asked, as, "we", "k")).isEmpty();
        assertThat(consultations.setDeadline(asked, as, 1, Instant.now(), "k")).isEmpty();
        assertThat(consultations.confirmLetter(asked, as, 1, "k")).isEmpty();
        assertThat(consultations.disownLetter(asked, as, 1, "no", "k")).isEmpty();
      }
    }
    assertThat(consultations.seats(institute, id)).isEmpty();
    assertThat(consultations.list(institute)).isEmpty();
    assertThat(log()).hasSize(1);
  }

  @Test
  void whoOnlyReadsIsToldWhatWouldBeNeeded() {
    var id = opened(MERIDIA, NORTHERA);
    var reader = new As(TestBodies.acting(agencyN, Role.READER), "QNN");
    var negotiator = new As(TestBodies.acting(agencyN, Role.NEGOTIATOR), "QNN");

    assertThat(consultations.find(id, reader)).isPresent();
    assertThat(consultations.comment(id, reader, 1, "good day", "k"))
        .contains(new LacksCapacity(ConsultationRules.REMARKING));
    assertThat(consultations.reply(id, negotiator, 1, new Position.Accepts(), "k"))
        .contains(new LacksCapacity(ConsultationRules.BINDING));
    assertThat(consultations.list(reader.account()))
        .extracting(l -> l.consultation().id())
        .containsExactly(id);
  }

  @Test
  void aDeadlineThatLapsesIsToldToAllWhoTakePart() {
    var id = opened(MERIDIA, NORTHERA);
    done(
        consultations
            .setDeadline(id, meridia(), 1, Instant.now().plus(Duration.ofMillis(300)), "d")
            .orElseThrow());
    news.clear();
    while (consultations.lapseDeadlines() == 0) {
      Thread.onSpinWait();
    }

    assertThat(news).hasSize(1);
    assertThat(news.getFirst().what()).isEqualTo("consultation.deadline-lapsed");
    assertThat(news.getFirst().bodies()).containsExactlyInAnyOrder(agencyM.id(), agencyN.id());
    assertThat(news.getFirst().facts().keySet()).isEqualTo(Set.of("title", "until"));
    assertThat(Map.copyOf(news.getFirst().facts())).containsKey("title");
  }
}
