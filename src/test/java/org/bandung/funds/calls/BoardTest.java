package org.bandung.funds.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.funds.calls.CallsWorld.FUND;
import static org.bandung.funds.calls.CallsWorld.body;
import static org.bandung.funds.calls.CallsWorld.done;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Mandate;
import org.bandung.access.Role;
import org.bandung.funds.Duty;
import org.bandung.funds.calls.Board.Ruling;
import org.bandung.funds.calls.CallsOutcome.Faulty;
import org.bandung.funds.calls.CallsOutcome.NotAllowed;
import org.bandung.funds.calls.CallsOutcome.NotNow;
import org.bandung.funds.calls.ProposalEvent.Decision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Screening, reviews and boards on the real database engine.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardTest {

  private static final Map<String, Integer> SCORES =
      Map.of("relevance", 30, "capacity", 20, "sustainability", 25);

  private CallsWorld world;
  private String call;

  @BeforeAll
  void open(@TempDir Path home) {
    world = new CallsWorld(home);
    call = world.open();
  }

  @BeforeEach
  void inTime() {
    world.at("2027-03-01T09:00:00Z");
  }

  @AfterAll
  void close() {
    world.close();
  }

  private Optional<CallsOutcome> fund(Account who, String id, ProposalDeed.OfFund deed) {
    return world.assessments.act(who, id, deed, world.key());
  }

  private String meeting(String... agenda) {
    var id =
        done(world.board.convene(
                world.manager,
                FUND,
                "Spring",
                Instant.parse("2027-06-01T09:00:00Z"),
                List.of(agenda),
                world.key()))
            .id();
    world.members.forEach(m -> done(world.board.attend(m, id, world.key())));
    return id;
  }

  private Optional<CallsOutcome> vote(Account who, String meeting, String id, Decision choice) {
    return world.board.vote(who, meeting, id, choice, "because", world.key());
  }

  private Optional<CallsOutcome> decide(String meeting, String id, Decision decision) {
    var until = decision == Decision.RETURN ? LocalDateTime.parse("2027-09-30T23:59") : null;
    return world.board.decide(
        world.manager,
        meeting,
        new Ruling(id, decision, "Good wells", "Fewer trips", until),
        world.key());
  }

  @Test
  void fromScreeningToApproval() {
    var water = world.applicant("Water");
    var id = world.submitted(water, call, "Pozos");
    assertThat(fund(world.manager, id, new ProposalDeed.Assign("reviewer")))
        .contains(new NotNow("not-eligible"));
    world.fund(world.manager, id, new ProposalDeed.Screen(true, "All is there"));
    assertThat(fund(world.manager, id, new ProposalDeed.Assign("stranger")).orElseThrow())
        .isInstanceOf(Faulty.class);
    assertThat(world.assessments.find(world.reviewer, id)).isEmpty();
    world.fund(world.manager, id, new ProposalDeed.Assign("reviewer"));
    world.fund(world.manager, id, new ProposalDeed.Assign("second"));
    world.fund(world.reviewer, id, new ProposalDeed.GiveReview(SCORES, "Sound"));
    assertThat(world.assessments.find(world.second, id).orElseThrow().reviews()).isEmpty();
    world.fund(
        world.second,
        id,
        new ProposalDeed.GiveReview(
            Map.of("relevance", 31, "capacity", 20, "sustainability", 0), "Dry"));
    assertThat(world.assessments.find(world.manager, id).orElseThrow().points())
        .containsEntry("relevance", new BigDecimal("30.50"))
        .containsEntry("sustainability", new BigDecimal("12.50"));

    var meeting = meeting(id);
    done(vote(world.members.get(0), meeting, id, Decision.APPROVE));
    assertThat(decide(meeting, id, Decision.APPROVE)).contains(new NotNow("quorum"));
    done(vote(world.members.get(1), meeting, id, Decision.REJECT));
    assertThat(decide(meeting, id, Decision.APPROVE)).contains(new NotNow("no-majority"));
    done(vote(world.members.get(2), meeting, id, Decision.APPROVE));
    var approvals = TestCalls.approvals(world.store.database(), world.access.mandates());
    assertThat(approvals.of(id)).isEmpty();
    done(decide(meeting, id, Decision.APPROVE));
    assertThat(approvals.of(id).orElseThrow().form().title()).isEqualTo("Pozos");
    assertThat(decide(meeting, id, Decision.APPROVE)).contains(new NotNow("decided"));
    assertThat(vote(world.members.get(1), meeting, id, Decision.APPROVE))
        .contains(new NotNow("decided"));
    done(world.board.close(world.manager, meeting, "All went well", world.key()));

    var mine = world.proposals.find(water, id).orElseThrow().proposal();
    assertThat(mine.state()).isEqualTo(Proposal.State.APPROVED);
    assertThat(mine.reviews()).isEmpty();
    assertThat(mine.rulings().getLast().reason()).isEqualTo("Good wells");
    assertThat(world.letters()).contains("water@example.org es Aprobada: Pozos");
  }

  @Test
  void whoHasAConflictIsKeptOutFromTheMomentOfDeclaring() {
    var owner = world.applicant("Owner");
    var id = world.eligible(owner, call, "Springs");
    world.fund(world.manager, id, new ProposalDeed.Assign("reviewer"));
    world.fund(world.manager, id, new ProposalDeed.Assign("second"));
    world.fund(world.reviewer, id, new ProposalDeed.GiveReview(SCORES, "Sound"));
    world.fund(
        world.second,
        id,
        new ProposalDeed.GiveReview(
            Map.of("relevance", 0, "capacity", 0, "sustainability", 0), "Bad"));
    world.fund(world.reviewer, id, new ProposalDeed.Declare("My sister leads it"));

    assertThat(world.assessments.find(world.reviewer, id)).isEmpty();
    assertThat(fund(world.reviewer, id, new ProposalDeed.GiveReview(SCORES, "Better")))
        .contains(new NotAllowed("no-conflict"));
    assertThat(world.assessments.list(world.reviewer, FUND))
        .filteredOn(s -> s.id().equals(id))
        .allMatch(
            s -> s.keptOut() && s.state() == null && s.title().isEmpty() && s.partners().isEmpty());
    assertThat(world.assessments.find(world.manager, id).orElseThrow().points())
        .containsEntry("relevance", new BigDecimal("0.00"));
    assertThat(fund(world.manager, id, new ProposalDeed.Assign("reviewer")).orElseThrow())
        .isInstanceOf(Faulty.class);

    var bora = world.members.get(0);
    var meeting = meeting(id);
    done(vote(bora, meeting, id, Decision.APPROVE));
    done(vote(world.members.get(1), meeting, id, Decision.APPROVE));
    world.fund(bora, id, new ProposalDeed.Declare("I advised them"));
    assertThat(decide(meeting, id, Decision.APPROVE)).contains(new NotNow("quorum"));
    assertThat(vote(bora, meeting, id, Decision.REJECT)).contains(new NotAllowed("no-conflict"));
    var seen = world.board.find(bora, meeting).orElseThrow();
    assertThat(seen.agenda()).isEmpty();
    assertThat(seen.votes()).isEmpty();
    done(vote(world.members.get(2), meeting, id, Decision.APPROVE));
    done(decide(meeting, id, Decision.APPROVE));
    var events = new ProposalTable(world.store.database()).log.events(id);
    assertThat(((ProposalEvent.Decided) events.getLast().event()).voted())
        .containsExactlyInAnyOrder("bela", "bina");
  }

  @Test
  void whoActsForASideIsKeptOutWithoutDeclaring() {
    var side = world.applicant("Side");
    var id = world.eligible(side, call, "Dams");
    var body = side.mandates().getFirst().body();
    var both = CallsWorld.person("both", new Mandate(body, Set.of(Role.READER)));
    world.appoint(FUND, both, Duty.MANAGER, Duty.BOARD);
    // The authority of QMM endorsed it, so its people cannot judge it.
    world.appoint(FUND, world.mira, Duty.MANAGER);

    for (var who : List.of(both, world.mira)) {
      assertThat(world.assessments.find(who, id)).isEmpty();
      assertThat(fund(who, id, new ProposalDeed.Publish())).contains(new NotAllowed("no-conflict"));
    }
    var meeting = meeting(id);
    done(world.board.attend(both, meeting, world.key()));
    assertThat(vote(both, meeting, id, Decision.APPROVE)).contains(new NotAllowed("no-conflict"));
    done(vote(world.members.get(1), meeting, id, Decision.APPROVE));
    done(vote(world.members.get(2), meeting, id, Decision.APPROVE));
    assertThat(
            world.board.decide(
                both, meeting, new Ruling(id, Decision.APPROVE, "x", "", null), world.key()))
        .contains(new NotAllowed("no-conflict"));
  }

  @Test
  void aReturnedProposalComesAgainAsAnotherVersion() {
    var again = world.applicant("Again");
    var id = world.eligible(again, call, "Canals");
    var meeting = meeting(id);
    world.members.forEach(m -> done(vote(m, meeting, id, Decision.RETURN)));
    assertThat(
            world
                .board
                .decide(
                    world.manager,
                    meeting,
                    new Ruling(id, Decision.RETURN, "x", "", null),
                    world.key())
                .orElseThrow())
        .isInstanceOf(Faulty.class);
    done(decide(meeting, id, Decision.RETURN));

    world.at("2027-08-01T09:00:00Z");
    done(
        world.proposals.act(
            again, id, new ProposalDeed.Save(world.form(again, "Shorter canals")), world.key()));
    assertThat(world.assessments.find(world.manager, id).orElseThrow().version().form().title())
        .isEqualTo("Canals");
    done(world.proposals.act(again, id, new ProposalDeed.Submit(true), world.key()));
    var seen = world.assessments.find(world.manager, id).orElseThrow();
    assertThat(seen.version().number()).isEqualTo(2);
    assertThat(seen.earlier()).extracting(v -> v.form().title()).containsExactly("Canals");
    assertThat(
            world
                .board
                .convene(world.manager, FUND, "Later", Instant.EPOCH, List.of(id), world.key())
                .orElseThrow())
        .isInstanceOf(Faulty.class);
  }

  @Test
  void peopleOfAnotherFundSeeNothing() {
    var own = world.applicant("Own");
    var id = world.eligible(own, call, "Ponds");
    var far = CallsWorld.person("far");
    world.appoint(CallsWorld.OTHER, far, Duty.REVIEWER, Duty.MANAGER, Duty.BOARD, Duty.AUDITOR);
    var meeting = meeting(id);

    for (var who : List.of(far, world.stranger, own)) {
      assertThat(world.assessments.list(who, FUND)).isEmpty();
      assertThat(world.assessments.find(who, id)).isEmpty();
      assertThat(fund(who, id, new ProposalDeed.Screen(false, "x"))).isEmpty();
      assertThat(fund(who, id, new ProposalDeed.Declare("x"))).isEmpty();
      assertThat(world.board.find(who, meeting)).isEmpty();
      assertThat(world.board.list(who, FUND)).isEmpty();
      assertThat(vote(who, meeting, id, Decision.APPROVE)).isEmpty();
      assertThat(world.board.attend(who, meeting, world.key())).isEmpty();
    }
    assertThat(fund(world.reviewer, id, new ProposalDeed.Screen(false, "x")))
        .contains(new NotAllowed("manager"));
    assertThat(fund(world.second, id, new ProposalDeed.GiveReview(SCORES, "uninvited")))
        .contains(new NotNow("not-assigned"));
    assertThat(vote(world.manager, meeting, id, Decision.APPROVE))
        .contains(new NotAllowed("board"));
  }

  @Test
  void thePipelineShowsOnlyWhatBothSidesReleased() {
    var shown = world.applicant("Shown");
    var id = world.eligible(shown, call, "Lakes");
    assertThat(titles()).doesNotContain("Lakes in-review");
    world.fund(world.manager, id, new ProposalDeed.Publish());
    assertThat(titles()).contains("Lakes in-review");
    var entry =
        world.proposals.pipeline(FUND).stream()
            .filter(l -> l.title().equals("Lakes"))
            .findFirst()
            .orElseThrow();
    assertThat(entry.countries()).containsExactlyInAnyOrder("QMM", "QNN", "QOO");
    assertThat(entry.amount()).isEqualByComparingTo("34999.99");

    var shy = world.applicant("Shy");
    var hidden = world.begin(shy, call, null);
    done(
        world.proposals.act(
            shy, hidden, new ProposalDeed.Save(world.form(shy, "Hidden")), world.key()));
    done(world.proposals.act(shy, hidden, new ProposalDeed.Submit(false), world.key()));
    assertThat(fund(world.manager, hidden, new ProposalDeed.Publish()))
        .contains(new NotNow("not-agreed"));

    var meeting = meeting(id);
    world.members.forEach(m -> done(vote(m, meeting, id, Decision.REJECT)));
    done(decide(meeting, id, Decision.REJECT));
    assertThat(titles()).noneMatch(t -> t.startsWith("Lakes"));
    assertThat(body(shown)).isNotEmpty();
  }

  private List<String> titles() {
    return world.proposals.pipeline(FUND).stream().map(l -> l.title() + " " + l.stage()).toList();
  }
}
