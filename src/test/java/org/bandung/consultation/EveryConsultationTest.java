package org.bandung.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.consultation.TestWorld.LETTER;
import static org.bandung.consultation.TestWorld.NOW;
import static org.bandung.consultation.TestWorld.proposal;
import static org.bandung.consultation.TestWorld.signatory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bandung.consultation.Consultation.Setup;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.consultation.ConsultationOutcome.Done;
import org.bandung.consultation.Party.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every state that three parties can reach with three versions, by every order of moves: accept,
/// object, abstain, leave, amend, in one setting also letters, each to every version there is.
class EveryConsultationTest {

  private static final List<String> PARTIES = List.of("A", "B", "C");
  private static final int VERSIONS = 3;

  private record State(Consultation consultation, List<Recorded> events) {}

  private interface Rule {
    ConsultationOutcome apply(Consultation consultation);
  }

  /// @param allowed whether it must be done, by the words of the specification
  private record Move(Actor actor, Rule rule, boolean allowed) {}

  static Stream<Arguments> settings() {
    var sides = List.of(Role.REQUESTING, Role.PROVIDING, Role.FACILITATING);
    var settings = new ArrayList<Arguments>();
    for (var rule : DecisionRule.values()) {
      settings.add(Arguments.of(rule, sides, TestWorld.agreement(), true));
      settings.add(
          Arguments.of(
              rule, List.of(Role.DUAL, Role.DUAL, Role.PROVIDING), TestWorld.agreement(), false));
      settings.add(Arguments.of(rule, sides, new Effect.StatesPosition("forum"), false));
      settings.add(Arguments.of(rule, sides, new Effect.EndsTalks(), false));
    }
    return settings.stream();
  }

  @ParameterizedTest(name = "{0}, {1}, {2}, letters {3}")
  @MethodSource("settings")
  void everyReachableStateKeepsTheInvariants(
      DecisionRule rule, List<Role> roles, Effect effect, boolean letters) {
    var parties = new ArrayList<Party>();
    for (int i = 0; i < PARTIES.size(); i++) {
      parties.add(TestWorld.party(PARTIES.get(i), roles.get(i), letters && i == 1));
    }
    int states = walk(new Setup(parties, rule), effect);

    System.out.println(
        "states of three parties and three versions, " + rule + " " + roles + ": " + states);
    assertThat(states).isGreaterThan(1000);
  }

  private static int walk(Setup setup, Effect effect) {
    var opened =
        (Done) ConsultationRules.open("c-1", setup, proposal(1, effect), signatory("A"), NOW);
    var seen = new HashSet<String>();
    var waiting = new ArrayDeque<State>();
    waiting.add(new State(opened.after(), opened.events()));
    seen.add(key(opened.after()));
    while (!waiting.isEmpty()) {
      var state = waiting.remove();
      for (var move : moves(state.consultation(), effect)) {
        var next = step(state, move);
        if (next != null && seen.add(key(next.consultation()))) {
          assertThat(ConsultationHistory.fold(next.events())).isEqualTo(next.consultation());
          waiting.add(next);
        }
      }
    }
    return seen.size();
  }

  private static @Nullable State step(State state, Move move) {
    var before = state.consultation();
    var outcome = move.rule().apply(before);
    assertThat(outcome instanceof Done).as("%s in %s", outcome, before).isEqualTo(move.allowed());
    if (!(outcome instanceof Done(var fresh, var after))) {
      return null;
    }
    var all = new ArrayList<>(state.events());
    all.addAll(fresh);
    Invariants.hold(before, move.actor(), all, fresh, after);
    return new State(after, all);
  }

  private static List<Move> moves(Consultation c, Effect effect) {
    var moves = new ArrayList<Move>();
    int latest = c.latest().number();
    for (var party : PARTIES) {
      var actor = signatory(party);
      boolean speaks = c.conclusion() == null && !c.departures().containsKey(party);
      for (int v = 1; v <= latest + 1; v++) {
        int version = v;
        boolean may = speaks && version == latest;
        moves.add(
            new Move(
                actor,
                x -> ConsultationRules.accept(x, actor, version, NOW),
                may && isNews(c, party, new Position.Accepts())));
        moves.add(
            new Move(
                actor,
                x -> ConsultationRules.object(x, actor, version, "no", NOW),
                may && isNews(c, party, new Position.Objects("no"))));
        moves.add(
            new Move(
                actor,
                x -> ConsultationRules.abstain(x, actor, version, NOW),
                may && isNews(c, party, new Position.Abstains())));
      }
      moves.add(new Move(actor, x -> ConsultationRules.leave(x, actor, "enough", NOW), speaks));
      if (latest < VERSIONS) {
        var next = proposal(latest + 1, effect);
        moves.add(
            new Move(actor, x -> ConsultationRules.propose(x, actor, latest, next, NOW), speaks));
      }
    }
    moves.addAll(letters(c));
    return moves;
  }

  private static boolean isNews(Consultation c, String party, Position position) {
    var before = c.latest().replies().get(party);
    return before == null
        || !before.position().equals(position)
        || !(before.voice() instanceof Reply.Own);
  }

  /// A enters letters for B; B confirms or disowns them, also after the end.
  private static List<Move> letters(Consultation c) {
    var moves = new ArrayList<Move>();
    var a = signatory("A");
    var b = signatory("B");
    int latest = c.latest().number();
    var before = c.latest().replies().get("B");
    for (var position : List.of(new Position.Accepts(), new Position.Abstains())) {
      var entered = new ConsultationEvent.LetterEntered("B", latest, position, LETTER);
      boolean news = before == null || !before.position().equals(position);
      boolean aSpeaks = !c.departures().containsKey("A");
      boolean bRemains = !c.departures().containsKey("B");
      boolean may =
          c.conclusion() == null
              && aSpeaks
              && bRemains
              && c.party("B").orElseThrow().byLetter()
              && news;
      moves.add(new Move(a, x -> ConsultationRules.enterLetter(x, a, entered, NOW), may));
    }
    boolean waits =
        before != null && before.restsOnAttestation() && !c.departures().containsKey("B");
    moves.add(new Move(b, x -> ConsultationRules.confirmLetter(x, b, latest, NOW), waits));
    moves.add(
        new Move(b, x -> ConsultationRules.disownLetter(x, b, latest, "not ours", NOW), waits));
    return moves;
  }

  /// What makes two states the same: everything but times, persons, texts, and of older versions
  /// all but who had accepted the last of them.
  private static String key(Consultation c) {
    var key = new StringBuilder();
    for (var party : PARTIES) {
      key.append(word(c.latest(), party)).append(' ');
    }
    key.append(c.latest().number());
    if (c.versions().size() > 1) {
      var before = c.versions().get(c.versions().size() - 2);
      PARTIES.forEach(p -> key.append(word(before, p).startsWith("Accepts") ? 'a' : '.'));
    }
    c.setup().parties().forEach(p -> key.append(p.byLetter() ? 'l' : '.'));
    return key.append(new TreeSet<>(c.departures().keySet())).append(Oracle.verdict(c)).toString();
  }

  private static String word(Consultation.Version version, String party) {
    var reply = version.replies().get(party);
    return reply == null
        ? "-"
        : reply.position().getClass().getSimpleName() + reply.voice().getClass().getSimpleName();
  }
}
