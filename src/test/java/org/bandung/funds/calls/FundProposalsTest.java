package org.bandung.funds.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.funds.calls.CallsWorld.body;
import static org.bandung.funds.calls.CallsWorld.done;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.bandung.access.Account;
import org.bandung.access.Mandate;
import org.bandung.access.Role;
import org.bandung.funds.calls.CallsOutcome.Done;
import org.bandung.funds.calls.CallsOutcome.Faulty;
import org.bandung.funds.calls.CallsOutcome.Ineligible;
import org.bandung.funds.calls.CallsOutcome.NotAllowed;
import org.bandung.funds.calls.CallsOutcome.NotNow;
import org.bandung.funds.calls.forms.Origin;
import org.bandung.funds.calls.forms.ProposalForm;
import org.bandung.funds.rules.ShippedBooks;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Calls and proposals on the real database engine.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FundProposalsTest {

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

  private Optional<CallsOutcome> act(Account who, String id, ProposalDeed.OfApplicant deed) {
    return world.proposals.act(who, id, deed, world.key());
  }

  private Proposal proposal(Account who, String id) {
    return world.proposals.find(who, id).orElseThrow().proposal();
  }

  private static ProposalForm with(ProposalForm f, List<ProposalForm.Partner> partners) {
    return new ProposalForm(
        f.title(),
        f.summary(),
        f.language(),
        f.purpose(),
        f.applicantKind(),
        f.window(),
        f.currency(),
        f.sectors(),
        f.executing(),
        f.replaces(),
        f.months(),
        partners,
        f.logFrame(),
        f.workplan(),
        List.of(f.budget().getFirst()),
        new BigDecimal("20000"),
        new BigDecimal("20000"),
        f.risks(),
        f.letters(),
        f.annexes());
  }

  @Test
  void aNationalProjectIsRefusedAndNothingIsKeptOfTheTry() {
    var water = world.applicant("Water");
    var id = world.begin(water, call, null);
    var form = world.form(water, "Wells of one country");
    var saved =
        done(act(water, id, new ProposalDeed.Save(with(form, form.partners().subList(0, 1)))));

    assertThat(saved.verdicts())
        .filteredOn(v -> v.refuses())
        .extracting(v -> v.rule().id())
        .containsExactly("min-countries", "national");
    var refused = (Ineligible) act(water, id, new ProposalDeed.Submit(true)).orElseThrow();
    assertThat(refused.verdicts())
        .extracting(v -> v.rule().id())
        .containsExactly("min-countries", "national");
    assertThat(proposal(water, id).state()).isEqualTo(Proposal.State.DRAFT);

    done(act(water, id, new ProposalDeed.Save(form)));
    var done = done(act(water, id, new ProposalDeed.Submit(true)));
    assertThat(done.sequence()).isEqualTo(5);
    assertThat(proposal(water, id).versions()).hasSize(1);
    assertThat(world.letters()).contains("water@example.org es Recibido: Wells of one country");
  }

  @Test
  void whatTheApplicantSeesWhileTypingIsNotKept() {
    var typing = world.applicant("Typing");
    var id = world.begin(typing, call, null);
    var mine = world.proposals.check(typing, id, world.form(typing, "Typed")).orElseThrow();

    assertThat(mine.verdicts()).isNotEmpty().noneMatch(v -> v.refuses());
    assertThat(mine.notes()).isEmpty();
    assertThat(proposal(typing, id).form().title()).isEmpty();
    assertThat(world.proposals.find(typing, id).orElseThrow().verdicts())
        .filteredOn(v -> v.rule().id().equals("cap"))
        .allMatch(v -> v.missing().contains("requested"));
  }

  @Test
  void nothingIsTypedAgain() {
    var heir = world.applicant("Heir");
    var origin =
        new Origin(
            Origin.Kind.AGREEMENT,
            "a1",
            LocalizedText.of("es", "Pozos"),
            LocalizedText.of("en", "Wells"),
            "es",
            null,
            Set.of("water"),
            world.form(heir, "x").partners());
    var form = proposal(heir, world.begin(heir, call, origin)).form();

    assertThat(form.title()).isEqualTo("Pozos");
    assertThat(form.summary()).isEqualTo("Wells");
    assertThat(form.partners())
        .extracting(ProposalForm.Partner::country)
        .containsExactly("QMM", "QNN", "QOO");
    assertThat(form.currency()).isEqualTo("USD");
  }

  @Test
  void sumsThatDoNotAddUpAreToldAndRefuseTheSubmission() {
    var sums = world.applicant("Sums");
    var id = world.begin(sums, call, null);
    var f = world.form(sums, "Sums");
    var wrong =
        new ProposalForm(
            f.title(),
            f.summary(),
            f.language(),
            f.purpose(),
            f.applicantKind(),
            f.window(),
            f.currency(),
            f.sectors(),
            f.executing(),
            f.replaces(),
            f.months(),
            f.partners(),
            f.logFrame(),
            List.of(new ProposalForm.Step("Late", "z", 3, 13)),
            f.budget(),
            new BigDecimal("35000"),
            f.matching(),
            f.risks(),
            f.letters(),
            f.annexes());
    var saved = done(act(sums, id, new ProposalDeed.Save(wrong)));

    assertThat(saved.notes())
        .extracting(Note::code)
        .containsExactly("bandung.no-such-partner", "bandung.months", "bandung.sum");
    assertThat(saved.notes().getLast().arguments()).containsExactly("35000", "34999.99");
    assertThat(act(sums, id, new ProposalDeed.Submit(true)).orElseThrow())
        .isInstanceOf(Faulty.class);
  }

  @Test
  void hostileFormsAreNotKept() {
    var odd = world.applicant("Odd");
    var id = world.begin(odd, call, null);
    var f = world.form(odd, "Odd");
    for (var amount : List.of("-1", "0.001", "1e30", "1e-30", "1e1000000")) {
      var lines =
          List.of(
              new ProposalForm.Line(
                  "a", "", "", new BigDecimal(amount), BigDecimal.ZERO, "", false));
      var form =
          new ProposalForm(
              f.title(),
              f.summary(),
              f.language(),
              f.purpose(),
              f.applicantKind(),
              f.window(),
              f.currency(),
              f.sectors(),
              f.executing(),
              f.replaces(),
              f.months(),
              f.partners(),
              f.logFrame(),
              f.workplan(),
              lines,
              null,
              null,
              f.risks(),
              f.letters(),
              f.annexes());
      assertThat(act(odd, id, new ProposalDeed.Save(form)).orElseThrow())
          .as(amount)
          .isInstanceOf(Faulty.class);
      assertThat(world.proposals.check(odd, id, form).orElseThrow().verdicts()).isEmpty();
    }
    var nul = world.form(odd, "a\u0000b");
    assertThat(act(odd, id, new ProposalDeed.Save(nul)).orElseThrow()).isInstanceOf(Faulty.class);
    var file = new ProposalForm.Letter("request", "QMM", "a", "b", "c", true, null, "f".repeat(64));
    var absent =
        new ProposalForm(
            f.title(),
            f.summary(),
            f.language(),
            f.purpose(),
            f.applicantKind(),
            f.window(),
            f.currency(),
            f.sectors(),
            f.executing(),
            f.replaces(),
            f.months(),
            f.partners(),
            f.logFrame(),
            f.workplan(),
            f.budget(),
            f.requested(),
            f.matching(),
            f.risks(),
            List.of(file),
            f.annexes());
    assertThat(act(odd, id, new ProposalDeed.Save(absent)).orElseThrow())
        .isInstanceOf(Faulty.class);
  }

  @Test
  void theClockOfTheNodeDecidesWhereTheCallIs() {
    var late = world.applicant("Late");
    var id = world.begin(late, call, null);
    done(act(late, id, new ProposalDeed.Save(world.form(late, "Late"))));
    // Nairobi is three hours ahead: the last minute there ends at 21:00 of Greenwich.
    world.at("2027-04-30T21:00:00Z");
    assertThat(act(late, id, new ProposalDeed.Submit(true))).contains(new NotNow("late"));
    world.at("2027-01-31T20:59:59.999Z");
    assertThat(act(late, id, new ProposalDeed.Submit(true))).contains(new NotNow("early"));
    world.at("2027-04-30T20:59:59.999Z");
    done(act(late, id, new ProposalDeed.Submit(true)));
  }

  @Test
  void ofTwentyAtOnceOneIsHandedIn() throws Exception {
    var racer = world.applicant("Racer");
    var ids = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      var id = world.begin(racer, call, null);
      done(act(racer, id, new ProposalDeed.Save(world.form(racer, "Race " + i))));
      ids.add(id);
    }
    var start = new CountDownLatch(1);
    try (var pool = Executors.newFixedThreadPool(8)) {
      var racing =
          ids.stream()
              .map(id ->
                  (Callable<CallsOutcome>)
                      () -> {
                        start.await();
                        return act(racer, id, new ProposalDeed.Submit(false)).orElseThrow();
                      })
              .map(pool::submit)
              .toList();
      start.countDown();
      int handedIn = 0;
      for (var outcome : racing) {
        if (outcome.get() instanceof Done) {
          handedIn++;
        } else {
          assertThat(((Ineligible) outcome.get()).verdicts())
              .extracting(v -> v.rule().id())
              .containsExactly("once-a-year");
        }
      }
      assertThat(handedIn).isEqualTo(1);
    }
    var in =
        ids.stream()
            .filter(id -> !proposal(racer, id).versions().isEmpty())
            .findFirst()
            .orElseThrow();
    done(act(racer, in, new ProposalDeed.Withdraw("A better one")));
    var other = ids.stream().filter(id -> !id.equals(in)).findFirst().orElseThrow();
    done(act(racer, other, new ProposalDeed.Submit(false)));
  }

  @Test
  void aDeedThatIsSentAgainIsNotDoneAgain() {
    var twice = world.applicant("Twice");
    var first = done(world.proposals.begin(twice, body(twice), call, null, "once"));
    assertThat(done(world.proposals.begin(twice, body(twice), call, null, "once")).id())
        .isEqualTo(first.id());
    var save = new ProposalDeed.Save(world.form(twice, "Twice"));
    var one = done(world.proposals.act(twice, first.id(), save, "save"));
    assertThat(done(world.proposals.act(twice, first.id(), save, "save")).sequence())
        .isEqualTo(one.sequence());
    assertThat(world.proposals.act(twice, first.id(), new ProposalDeed.Submit(true), "save"))
        .contains(new CallsOutcome.KeyUsedOtherwise());
  }

  @Test
  void othersNeitherReadNorWrite() {
    var owner = world.applicant("Owner");
    var other = world.applicant("Other");
    var id = world.begin(owner, call, null);
    done(act(owner, id, new ProposalDeed.Save(world.form(owner, "Mine"))));

    assertThat(world.proposals.find(other, id)).isEmpty();
    assertThat(world.proposals.check(other, id, world.form(other, "x"))).isEmpty();
    assertThat(act(other, id, new ProposalDeed.Submit(true))).isEmpty();
    assertThat(world.proposals.list(other)).isEmpty();
    assertThat(world.proposals.find(world.manager, id)).isEmpty();
    assertThat(world.assessments.find(world.manager, id)).isEmpty();
    assertThat(
            world.assessments.act(
                world.manager, id, new ProposalDeed.Screen(true, "draft"), world.key()))
        .isEmpty();
    assertThat(world.proposals.begin(other, body(owner), call, null, world.key())).isEmpty();
    var body = owner.mandates().getFirst().body();
    var writer = CallsWorld.person("writer", new Mandate(body, Set.of(Role.CONTRIBUTOR)));
    assertThat(act(writer, id, new ProposalDeed.Submit(true))).contains(new NotAllowed("sign"));
    var reader = CallsWorld.person("reader", new Mandate(body, Set.of(Role.READER)));
    assertThat(act(reader, id, new ProposalDeed.Save(world.form(owner, "y"))))
        .contains(new NotAllowed("write-entry"));
    assertThat(world.proposals.find(reader, id).orElseThrow().mayWrite()).isFalse();
  }

  @Test
  void rulesAreFrozenAtTheOpeningAndDeadlinesOnlyMoveAway() {
    var plan = CallsWorld.plan(ShippedBooks.text("ibsa").orElseThrow());
    var planned = done(world.calls.plan(world.manager, CallsWorld.FUND, plan, world.key())).id();
    assertThat(world.calls.find(planned)).isEmpty();
    assertThat(world.calls.find(world.stranger, planned)).isEmpty();
    assertThat(world.calls.plan(world.stranger, CallsWorld.FUND, plan, world.key())).isEmpty();
    assertThat(world.calls.open(world.reviewer, planned, world.key()))
        .contains(new NotAllowed("manager"));
    done(world.calls.replan(world.manager, planned, CallsWorld.plan("{}"), world.key()));
    assertThat(world.calls.open(world.manager, planned, world.key()).orElseThrow())
        .isInstanceOf(CallsOutcome.FaultyRules.class);
    done(world.calls.replan(world.manager, planned, plan, world.key()));
    done(world.calls.open(world.manager, planned, world.key()));
    assertThat(world.calls.replan(world.manager, planned, CallsWorld.plan("{}"), world.key()))
        .contains(new NotNow("open"));
    var opened = world.calls.find(planned).orElseThrow();
    assertThat(opened.hash()).isEqualTo(Hashes.sha256(plan.rules()));
    assertThat(
            world.calls.extend(
                world.manager, planned, LocalDateTime.parse("2027-04-30T23:58"), "x", world.key()))
        .contains(new NotNow("earlier"));
    done(
        world.calls.extend(
            world.manager,
            planned,
            LocalDateTime.parse("2027-05-01T12:00"),
            "a storm",
            world.key()));
    assertThat(world.calls.find(planned).orElseThrow().deadlineAt())
        .isEqualTo("2027-05-01T09:00:59.999999Z");
    done(world.calls.cancel(world.manager, planned, "no money", world.key()));
    var who = world.applicant("Tardy");
    assertThat(world.proposals.begin(who, body(who), planned, null, world.key()))
        .contains(new NotNow("cancelled"));
  }

  @Test
  void whatWasSubmittedNeverChanges() {
    var fixed = world.applicant("Fixed");
    var id = world.submitted(fixed, call, "Fixed");
    assertThat(act(fixed, id, new ProposalDeed.Save(world.form(fixed, "Other"))))
        .contains(new NotNow("submitted"));
    assertThat(act(fixed, id, new ProposalDeed.Submit(true))).contains(new NotNow("submitted"));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> world.store.database().sql().sql("delete from funds_proposal_event").update())
        .hasMessageContaining("append-only");
    var version = proposal(fixed, id).versions().getFirst();
    assertThat(version.hash()).isEqualTo(Hashes.sha256(CallsCodec.json(version.form())));
  }
}
