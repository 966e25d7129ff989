package org.bandung.consultation.accord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.consultation.TestWorld.MERIDIA;
import static org.bandung.consultation.TestWorld.NORTHERA;
import static org.bandung.consultation.TestWorld.NOW;
import static org.bandung.consultation.TestWorld.PELARIA;
import static org.bandung.consultation.TestWorld.setup;
import static org.bandung.consultation.TestWorld.signatory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bandung.consultation.Actor;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.DecisionRule;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Effect.Change;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.TestWorld;
import org.bandung.consultation.accord.Agreement.Status;
import org.bandung.consultation.accord.AgreementOutcome.Done;

/// Random lives of an agreement: whoever acts, nobody is bound or released by another.
class AgreementPropertyTest {

  private static final List<Party> PARTIES = List.of(MERIDIA, NORTHERA, PELARIA);

  @Property(tries = 300)
  void noOrderOfActsBindsOrReleasesAnother(@ForAll long seed) {
    var random = new Random(seed);
    var entry = random.nextBoolean() ? Effect.Entry.ON_SIGNATURE : Effect.Entry.ON_NOTIFICATION;
    var effect =
        new Effect.MakesAgreement(
            Effect.Kind.PROJECT_DOCUMENT, entry, LocalDate.of(2027, 3, 1), null);
    var made =
        (Done) AgreementRules.make("a-1", "QM/1", agreed("c-0", effect, 3), Optional.empty(), NOW);
    var events = new ArrayList<>(made.events());
    var a = made.after();
    for (int step = 0; step < 40; step++) {
      var now = NOW.plus(Duration.ofDays(step * 4L));
      var actor = signatory(random.nextInt(12) == 0 ? "QZZ" : any(random).id());
      int size = random.nextInt(4) == 0 ? 2 : 3;
      boolean alone = random.nextInt(3) > 0;
      var outcome =
          alone
              ? alone(random, a, actor, now)
              : AgreementRules.change(
                  a,
                  agreed(
                      "c-" + step, new Effect.ChangesAgreement("a-1", change(random, now)), size),
                  now);
      if (outcome instanceof Done(var fresh, var after)) {
        hold(a, after, alone ? Optional.of(actor) : Optional.empty(), size, now);
        events.addAll(fresh);
        a = after;
      }
      if (random.nextInt(4) == 0
          && AgreementRules.undo(a, disowned("c-" + random.nextInt(step + 1)), "not ours", now)
              instanceof Done(var undoing, var undone)) {
        onlyOneChangeLess(a, undone);
        events.addAll(undoing);
        a = undone;
      }
    }
    assertThat(AgreementHistory.fold(events)).isEqualTo(a);
  }

  private static void hold(
      Agreement before, Agreement after, Optional<Actor> actor, int size, Instant now) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    // What is over stays over.
    assertThat(before.status(today)).isNotIn(Status.EXPIRED, Status.TERMINATED, Status.ANNULLED);
    if (actor.isPresent()) {
      assertThat(after.term()).isEqualTo(before.term());
      assertThat(after.revisions()).hasSameSizeAs(before.revisions());
      for (var party : PARTIES) {
        if (!party.id().equals(actor.get().party())) {
          assertThat(after.withdrawals().get(party.id()))
              .isEqualTo(before.withdrawals().get(party.id()));
          assertThat(after.latest().signatures().get(party.id()))
              .isEqualTo(before.latest().signatures().get(party.id()));
          assertThat(after.latest().notices().get(party.id()))
              .isEqualTo(before.latest().notices().get(party.id()));
        }
      }
    } else {
      var consented = PARTIES.subList(0, size);
      assertThat(consented).containsAll(before.boundOn(today));
      assertThat(after.withdrawals()).isEqualTo(before.withdrawals());
    }
    var latest = after.latest();
    if (latest.inForce() != null && before.latest().inForce() == null) {
      assertThat(after.boundOn(today)).allMatch(p -> latest.signedBy(p.id()));
    }
  }

  private static void onlyOneChangeLess(Agreement before, Agreement after) {
    var fallen =
        before.term().changes().stream()
            .filter(m -> before.term().holds(m.consultation()))
            .filter(m -> !after.term().holds(m.consultation()))
            .toList();
    assertThat(fallen).hasSize(1);
    assertThat(after.term().changes()).hasSameSizeAs(before.term().changes());
    assertThat(after.revisions()).isEqualTo(before.revisions());
    assertThat(after.withdrawals()).isEqualTo(before.withdrawals());
    var change = fallen.getFirst().change();
    if (!(change instanceof Change.Extend)) {
      assertThat(after.term().until()).isEqualTo(before.term().until());
    }
    if (!(change instanceof Change.Terminate)) {
      assertThat(after.term().ended()).isEqualTo(before.term().ended());
    }
    if (!(change instanceof Change.Suspend || change instanceof Change.Resume)) {
      assertThat(after.term().pauses()).isEqualTo(before.term().pauses());
    }
    if (!(change instanceof Change.Amend)) {
      assertThat(after.latest()).isEqualTo(before.latest());
    }
    // At any time it rests in one stretch only.
    var pauses = after.term().pauses();
    for (int i = 0; i + 1 < pauses.size(); i++) {
      assertThat(pauses.get(i).to()).isNotNull();
    }
  }

  private static AgreementOutcome alone(Random random, Agreement a, Actor actor, Instant now) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return switch (random.nextInt(10)) {
      case 8 ->
          AgreementRules.attachInstrument(
              a, actor, new Proposal.Annex("original.pdf", "ab".repeat(32), 17), now);
      case 9 ->
          random.nextBoolean()
              ? AgreementRules.attestPaper(a, actor, any(random).id(), now)
              : AgreementRules.disownPaper(a, actor, "not ours", now);
      case 0 ->
          AgreementRules.withdraw(a, actor, "enough", today.plusDays(random.nextInt(40) - 2L), now);
      case 1, 2, 3 -> AgreementRules.giveNotice(a, actor, today, now);
      default -> AgreementRules.sign(a, actor, "key", now);
    };
  }

  private static Change change(Random random, Instant now) {
    var day = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(random.nextInt(60) - 5L);
    return switch (random.nextInt(6)) {
      case 0 -> new Change.Amend();
      case 1 -> new Change.Terminate(day.plusDays(60));
      case 2 -> new Change.Extend(day.plusDays(90));
      case 3 -> new Change.Resume(day);
      default -> new Change.Suspend(day);
    };
  }

  private static Party any(Random random) {
    return PARTIES.get(random.nextInt(PARTIES.size()));
  }

  /// A consultation that has lost what it had come to.
  private static Consultation disowned(String id) {
    var c = agreed(id, new Effect.EndsTalks(), 2);
    return new Consultation(
        id, c.setup(), c.versions(), c.departures(), c.talk(), null, c.sequence());
  }

  /// A consultation of the first two or of all three, which has come to the effect.
  private static Consultation agreed(String id, Effect effect, int size) {
    var parties = PARTIES.subList(0, size).toArray(Party[]::new);
    var talks = new TestWorld.Talks(setup(DecisionRule.UNANIMITY, parties), effect);
    for (var party : parties) {
      talks.accept(party.id());
    }
    var c = talks.now();
    return new Consultation(
        id, c.setup(), c.versions(), c.departures(), c.talk(), c.conclusion(), c.sequence());
  }
}
