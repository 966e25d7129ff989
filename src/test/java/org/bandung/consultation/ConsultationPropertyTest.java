package org.bandung.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.consultation.TestWorld.LETTER;
import static org.bandung.consultation.TestWorld.NOW;
import static org.bandung.consultation.TestWorld.proposal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bandung.consultation.Actor.Capacity;
import org.bandung.consultation.Consultation.Setup;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.consultation.ConsultationOutcome.Done;
import org.bandung.consultation.Party.Role;

/// Random talks of two to six parties, whose persons may do some things and not others, in any
/// order, with letters, notes, deadlines, wrong versions and strangers.
class ConsultationPropertyTest {

  private static final int STEPS = 60;
  private static final List<Role> ROLES = List.of(Role.values());

  @Property(tries = 400)
  void noOrderOfCommandsBreaksAnInvariant(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int size) {
    var random = new Random(seed);
    var setup = setup(random, size);
    var opener = person(random, setup);
    var opened = ConsultationRules.open("c-1", setup, proposal(1, effect(random)), opener, NOW);
    if (!(opened instanceof Done(var first, var begun))) {
      assertThat(opened).isNotInstanceOf(ConsultationOutcome.Faulty.class);
      return;
    }
    var all = new ArrayList<>(first);
    var c = begun;
    for (int step = 0; step < STEPS; step++) {
      var actor = person(random, setup);
      if (command(random, c, actor) instanceof Done(var fresh, var after)) {
        all.addAll(fresh);
        Invariants.hold(c, actor, all, fresh, after);
        onlyTheMandatedBind(actor, fresh);
        c = after;
      }
      var lapsed = ConsultationRules.lapse(c, NOW.plus(Duration.ofHours(step)));
      for (var event : lapsed) {
        var after = ConsultationHistory.after(c, event);
        assertThat(after.latest()).isEqualTo(c.latest());
        assertThat(after.conclusion()).isNull();
        all.add(event);
        c = after;
      }
    }
    assertThat(ConsultationHistory.fold(all)).isEqualTo(c);
    everyViewHidesTheOthersNotes(all, c);
    jsonBringsEverythingBack(all, c);
  }

  private static void onlyTheMandatedBind(Actor actor, List<Recorded> fresh) {
    for (var recorded : fresh) {
      boolean binds =
          switch (recorded.event()) {
            case ConsultationEvent.PositionTaken taken ->
                !(taken.position() instanceof Position.Objects);
            case ConsultationEvent.Left left -> true;
            case ConsultationEvent.LetterConfirmed confirmed -> true;
            case ConsultationEvent.LetterDisowned disowned -> true;
            default -> false;
          };
      assertThat(!binds || actor.capacities().contains(Capacity.SIGNATORY)).isTrue();
    }
  }

  /// 6.
  private static void everyViewHidesTheOthersNotes(List<Recorded> all, Consultation c) {
    for (var party : c.setup().parties()) {
      var visible = ConsultationHistory.visibleTo(party.id(), all);
      var seen = ConsultationHistory.fold(visible);
      assertThat(seen.talk().notes()).allMatch(n -> n.by().party().equals(party.id()));
      if (!c.departures().containsKey(party.id())) {
        assertThat(seen).isEqualTo(c.view(party.id()));
      }
      var without =
          all.stream()
              .filter(r ->
                  !(r.event() instanceof ConsultationEvent.Noted)
                      || r.by().party().equals(party.id()))
              .toList();
      assertThat(visible.size()).isLessThanOrEqualTo(without.size());
      assertThat(visible.stream().map(Recorded::event))
          .containsExactlyElementsOf(
              without.stream().map(Recorded::event).limit(visible.size()).toList());
    }
  }

  private static void jsonBringsEverythingBack(List<Recorded> all, Consultation c) {
    for (var recorded : all) {
      var json = ConsultationCodec.json(recorded);
      assertThat(ConsultationCodec.read(json, Recorded.class)).isEqualTo(recorded);
    }
    assertThat(ConsultationCodec.read(ConsultationCodec.json(c), Consultation.class)).isEqualTo(c);
  }

  private static Setup setup(Random random, int size) {
    var parties = new ArrayList<Party>();
    for (int i = 0; i < size; i++) {
      var role = ROLES.get(random.nextInt(ROLES.size()));
      parties.add(TestWorld.party("P" + i, role, random.nextInt(3) == 0));
    }
    return new Setup(
        parties, random.nextBoolean() ? DecisionRule.UNANIMITY : DecisionRule.NO_OBJECTION);
  }

  /// Mostly people who may do much; now and then a stranger.
  private static Actor person(Random random, Setup setup) {
    var party =
        random.nextInt(20) == 0
            ? "stranger"
            : setup.parties().get(random.nextInt(setup.parties().size())).id();
    var capacities = EnumSet.allOf(Capacity.class);
    for (var capacity : Capacity.values()) {
      if (random.nextInt(6) == 0) {
        capacities.remove(capacity);
      }
    }
    return new Actor(party, "person", capacities);
  }

  private static Effect effect(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new Effect.StatesPosition("forum");
      case 1 -> new Effect.EndsTalks();
      case 2 -> new Effect.ChangesAgreement("a-1", new Effect.Change.Amend());
      default -> TestWorld.agreement();
    };
  }

  private static Position position(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new Position.Objects("not this");
      case 1 -> new Position.Abstains();
      default -> new Position.Accepts();
    };
  }

  private static ConsultationOutcome command(Random random, Consultation c, Actor actor) {
    int latest = c.latest().number();
    int version = random.nextInt(8) == 0 ? latest - 1 + random.nextInt(3) : latest;
    var others = c.setup().parties();
    return switch (random.nextInt(24)) {
      case 0 -> ConsultationRules.leave(c, actor, "enough", NOW);
      case 1, 2 ->
          ConsultationRules.propose(c, actor, version, proposal(latest + 1, effect(random)), NOW);
      case 3, 4 -> ConsultationRules.note(c, actor, "between us", NOW);
      case 5 -> ConsultationRules.comment(c, actor, version, "a word", NOW);
      case 6 ->
          ConsultationRules.setDeadline(
              c, actor, version, NOW.plus(Duration.ofHours(random.nextInt(40))), NOW);
      case 7 -> ConsultationRules.confirmLetter(c, actor, version, NOW);
      case 8 -> ConsultationRules.disownLetter(c, actor, version, "not ours", NOW);
      case 9, 10, 11, 12 ->
          ConsultationRules.enterLetter(
              c,
              actor,
              new ConsultationEvent.LetterEntered(
                  others.get(random.nextInt(others.size())).id(),
                  version,
                  position(random),
                  LETTER),
              NOW);
      default ->
          switch (position(random)) {
            case Position.Accepts() -> ConsultationRules.accept(c, actor, version, NOW);
            case Position.Objects(var reason) ->
                ConsultationRules.object(c, actor, version, reason, NOW);
            case Position.Abstains() -> ConsultationRules.abstain(c, actor, version, NOW);
          };
    };
  }
}
