package org.bandung.consultation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.consultation.ConsultationEvent.Recorded;

/// What a consultation must have come to, told from its bare events by the words of the
/// specification, without any code of the module: one pass, strings only.
final class Oracle {

  private Oracle() {}

  /// `open`, `nothing`, `agreed 2 [A, B]` or `joint 2 [A, B]`.
  static String verdict(List<Recorded> events) {
    var opened = (ConsultationEvent.Opened) events.getFirst().event();
    var remaining = new TreeSet<String>();
    opened.setup().parties().forEach(p -> remaining.add(p.id()));
    var said = new HashMap<String, String>();
    int version = 0;
    Effect effect = new Effect.EndsTalks();
    for (var recorded : events) {
      var who = recorded.by().party();
      switch (recorded.event()) {
        case ConsultationEvent.Proposed proposed -> {
          version++;
          effect = proposed.proposal().effect();
          said.clear();
        }
        case ConsultationEvent.PositionTaken taken -> said.put(who, word(taken.position()));
        case ConsultationEvent.LetterEntered letter ->
            said.put(letter.party(), word(letter.position()));
        case ConsultationEvent.LetterDisowned disowned -> said.remove(who);
        case ConsultationEvent.Left left -> remaining.remove(who);
        default -> {
          // changes no position
        }
      }
    }
    return verdict(opened.setup(), remaining, said, version, effect);
  }

  private static String verdict(
      Consultation.Setup setup,
      Set<String> remaining,
      Map<String, String> said,
      int version,
      Effect effect) {
    if (remaining.size() < 2) {
      return "nothing";
    }
    var standing = new ArrayList<String>();
    for (var party : remaining) {
      var word = said.getOrDefault(party, "silence");
      if (word.equals("silence") || word.equals("objects")) {
        return "open";
      }
      if (word.equals("accepts") || setup.rule() == DecisionRule.NO_OBJECTION) {
        standing.add(party);
      }
    }
    return switch (effect) {
      case Effect.EndsTalks() -> standing.isEmpty() ? "open" : "nothing";
      case Effect.StatesPosition stated ->
          standing.size() < 2 ? "open" : "joint " + version + " " + standing;
      case Effect.MakesAgreement made -> agreed(setup, standing, version);
      case Effect.ChangesAgreement changes -> agreed(setup, standing, version);
    };
  }

  private static String agreed(Consultation.Setup setup, List<String> standing, int version) {
    for (var p : setup.parties()) {
      for (var q : setup.parties()) {
        boolean asks = p.role() == Party.Role.REQUESTING || p.role() == Party.Role.DUAL;
        boolean gives = q.role() == Party.Role.PROVIDING || q.role() == Party.Role.DUAL;
        boolean stand = standing.contains(p.id()) && standing.contains(q.id());
        if (asks && gives && stand && !p.id().equals(q.id())) {
          return "agreed " + version + " " + standing;
        }
      }
    }
    return "open";
  }

  private static String word(Position position) {
    return switch (position) {
      case Position.Accepts() -> "accepts";
      case Position.Objects objects -> "objects";
      case Position.Abstains() -> "abstains";
    };
  }

  /// The same words for what the module says.
  static String verdict(Consultation c) {
    return switch (c.conclusion()) {
      case null -> "open";
      case Conclusion.Agreed(int version, var bound) ->
          "agreed " + version + " " + new TreeSet<>(bound);
      case Conclusion.JointPosition(int version, var bound) ->
          "joint " + version + " " + new TreeSet<>(bound);
      case Conclusion.NoAgreement nothing -> "nothing";
    };
  }
}
