package org.bandung.collection;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.bandung.collection.Round.Asked;
import org.bandung.kernel.LocalizedText;

/// What of a round is for whom: pure functions.
final class RoundSight {

  private static final Correction UNTOLD =
      new Correction(LocalizedText.EMPTY, null, null, null, "");

  private RoundSight() {}

  /// A round as the authority sees it: what an institution answers is its own until it submits, and
  /// only how many answers there are is told.
  static Round ofOwner(Round r) {
    var asked = new LinkedHashMap<String, Asked>();
    r.asked().forEach((id, a) -> asked.put(id, a.standing().answers() ? counted(a) : a));
    return new Round(
        r.id(),
        r.plan(),
        r.state(),
        asked,
        r.due(),
        r.signed(),
        r.editions(),
        r.amending(),
        r.sequence());
  }

  private static Asked counted(Asked a) {
    var answers = new LinkedHashMap<String, Answer>();
    a.answers()
        .forEach((id, answer) ->
            answers.put(
                id,
                switch (answer) {
                  case Answer.Confirmed c -> c;
                  case Answer.Corrected c -> new Answer.Corrected(c.item(), UNTOLD);
                  case Answer.Refused c -> new Answer.Refused(c.item(), "");
                }));
    var additions = new LinkedHashMap<String, Addition>();
    a.additions()
        .forEach((key, added) -> additions.put(key, new Addition(key, "{}", added.sheet())));
    return new Asked(
        a.institution(),
        a.name(),
        a.language(),
        a.standing(),
        a.items(),
        answers,
        additions,
        a.nothing(),
        a.sentBack(),
        a.invited(),
        a.reminded(),
        a.occasions());
  }

  /// A list without what the institution added to this very round and a release handed over: that
  /// is asked about as an addition already.
  static List<RoundItem> withoutOwn(Round r, String institution, List<RoundItem> items) {
    var a = r.asked().get(institution);
    if (a == null) {
      return items;
    }
    var own = new HashSet<String>();
    for (var key : a.additions().keySet()) {
      var name = Handover.handed(institution, Handover.originalId(r.id(), institution, key));
      r.editions().forEach(m -> own.add(m.handed().getOrDefault(name, "")));
    }
    return items.stream()
        .filter(i -> !own.contains(i.id()) || a.items().containsKey(i.id()))
        .toList();
  }
}
