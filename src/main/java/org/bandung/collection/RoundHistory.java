package org.bandung.collection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bandung.collection.Round.Asked;
import org.bandung.collection.Round.Made;
import org.bandung.collection.Round.Standing;
import org.bandung.collection.RoundEvent.Recorded;
import org.jspecify.annotations.Nullable;

/// What events make of a round: a pure fold.
final class RoundHistory {

  private RoundHistory() {}

  static Round fold(List<Recorded> history) {
    var first = history.getFirst();
    if (!(first.event() instanceof RoundEvent.Opened(var id, var plan))) {
      throw new IllegalStateException("a round begins by being opened");
    }
    var round =
        new Round(
            id,
            plan,
            Round.State.OPEN,
            Map.of(),
            plan.due(),
            null,
            List.of(),
            "",
            first.sequence());
    for (var recorded : history.subList(1, history.size())) {
      round = then(round, recorded);
    }
    return round;
  }

  static Round then(Round r, Recorded recorded) {
    if (recorded.sequence() != r.sequence() + 1) {
      throw new IllegalStateException("an event is missing before " + recorded.sequence());
    }
    var by = recorded.party();
    var next = new Next(r, recorded.sequence());
    return switch (recorded.event()) {
      case RoundEvent.Opened o -> throw new IllegalStateException("opened twice");
      case RoundEvent.Invited i -> next.asked(i.institution(), a -> invited(i, recorded.at()));
      case RoundEvent.Listed(var who, var items) -> next.asked(who, a -> listed(a, items));
      case RoundEvent.Seen() ->
          next.asked(
              by,
              a ->
                  a.standing() == Standing.INVITED
                      ? change(a).standing(Standing.OPENED).made()
                      : a);
      case RoundEvent.Confirmed(var items) ->
          next.asked(by, a -> answered(a, items.stream().map(i -> confirmed(i)).toList()));
      case RoundEvent.Corrected(var item, var correction) ->
          next.asked(by, a -> answered(a, List.of(new Answer.Corrected(item, correction))));
      case RoundEvent.Refused(var item, var reason) ->
          next.asked(by, a -> answered(a, List.of(new Answer.Refused(item, reason))));
      case RoundEvent.Reconsidered(var items) -> next.asked(by, a -> reconsidered(a, items));
      case RoundEvent.Added(var additions) -> next.asked(by, a -> added(a, additions));
      case RoundEvent.TookBack(var key) -> next.asked(by, a -> tookBack(a, key));
      case RoundEvent.NothingReported() ->
          next.asked(by, a -> change(a).nothing(true).standing(Standing.SUBMITTED).made());
      case RoundEvent.Submitted() ->
          next.asked(by, a -> change(a).standing(Standing.SUBMITTED).made());
      case RoundEvent.SentBack(var who, var reason) ->
          next.asked(
              who,
              a -> change(a).nothing(false).sentBack(reason).standing(Standing.SENT_BACK).made());
      case RoundEvent.Accepted(var who) ->
          next.asked(who, a -> change(a).sentBack("").standing(Standing.ACCEPTED).made());
      case RoundEvent.Reminded(var who, var occasion) ->
          next.asked(who, a -> reminded(a, recorded.at(), occasion));
      case RoundEvent.DueMoved(var due) -> next.due(due);
      case RoundEvent.SignedOff(var name) -> next.signed(new Round.Signature(name, recorded.at()));
      case RoundEvent.Frozen(var number, var hash, var reason) ->
          next.frozen(new Made(number, hash, reason, false, Map.of()));
      case RoundEvent.Released(var number, var handed) -> next.released(number, handed);
      case RoundEvent.Amended(var reason) -> next.amended(reason);
    };
  }

  /// The round after an event.
  private record Next(Round r, long sequence) {

    Round asked(String who, UnaryOperator<@Nullable Asked> change) {
      var all = new LinkedHashMap<>(r.asked());
      all.put(who, java.util.Objects.requireNonNull(change.apply(all.get(who))));
      return new Round(
          r.id(),
          r.plan(),
          r.state(),
          all,
          r.due(),
          r.signed(),
          r.editions(),
          r.amending(),
          sequence);
    }

    private Round stands(
        Round.State state, Round.@Nullable Signature signed, List<Made> editions, String amending) {
      return new Round(
          r.id(), r.plan(), state, r.asked(), r.due(), signed, editions, amending, sequence);
    }

    Round due(java.time.LocalDate day) {
      return new Round(
          r.id(),
          r.plan(),
          r.state(),
          r.asked(),
          day,
          r.signed(),
          r.editions(),
          r.amending(),
          sequence);
    }

    Round signed(Round.Signature signature) {
      return stands(Round.State.SIGNED, signature, r.editions(), r.amending());
    }

    Round frozen(Made made) {
      var editions = new ArrayList<>(r.editions());
      editions.add(made);
      return stands(Round.State.FROZEN, r.signed(), editions, "");
    }

    Round released(String number, Map<String, String> handed) {
      var editions =
          r.editions().stream()
              .map(m ->
                  m.number().equals(number)
                      ? new Made(m.number(), m.hash(), m.reason(), true, handed)
                      : m)
              .toList();
      return stands(r.state(), r.signed(), editions, r.amending());
    }

    Round amended(String reason) {
      return stands(Round.State.OPEN, null, r.editions(), reason);
    }
  }

  private static Answer confirmed(RoundItem item) {
    return new Answer.Confirmed(item);
  }

  private static Asked invited(RoundEvent.Invited i, Instant at) {
    return new Asked(
        i.institution(),
        i.name(),
        i.language(),
        Standing.INVITED,
        byId(i.items()),
        Map.of(),
        Map.of(),
        false,
        "",
        at,
        null,
        Set.of());
  }

  private static Map<String, RoundItem> byId(List<RoundItem> items) {
    var byId = new LinkedHashMap<String, RoundItem>();
    items.forEach(i -> byId.put(i.id(), i));
    return byId;
  }

  /// What was confirmed in other words than stand there now is asked again.
  private static Asked listed(@Nullable Asked a, List<RoundItem> items) {
    var now = byId(items);
    var answers = new LinkedHashMap<>(there(a).answers());
    answers
        .values()
        .removeIf(given ->
            !now.containsKey(given.item().id())
                || given instanceof Answer.Confirmed(var item) && !item.equals(now.get(item.id())));
    return change(a).items(now).answers(answers).made();
  }

  private static Asked answered(@Nullable Asked a, List<? extends Answer> given) {
    var answers = new LinkedHashMap<>(there(a).answers());
    given.forEach(answer -> answers.put(answer.item().id(), answer));
    return answering(a).answers(answers).made();
  }

  private static Asked reconsidered(@Nullable Asked a, List<String> items) {
    var answers = new LinkedHashMap<>(there(a).answers());
    items.forEach(answers::remove);
    return answering(a).answers(answers).made();
  }

  private static Asked added(@Nullable Asked a, List<Addition> more) {
    var additions = new LinkedHashMap<>(there(a).additions());
    more.forEach(addition -> additions.put(addition.key(), addition));
    return answering(a).additions(additions).made();
  }

  private static Asked tookBack(@Nullable Asked a, String key) {
    var additions = new LinkedHashMap<>(there(a).additions());
    additions.remove(key);
    return answering(a).additions(additions).made();
  }

  private static Asked reminded(@Nullable Asked a, Instant at, @Nullable Integer occasion) {
    var occasions = new HashSet<>(there(a).occasions());
    if (occasion != null) {
      occasions.add(occasion);
    }
    return change(a).reminded(at, occasions).made();
  }

  private static Change answering(@Nullable Asked a) {
    boolean again = there(a).standing() == Standing.SENT_BACK;
    return change(a).standing(again ? Standing.SENT_BACK : Standing.ANSWERING);
  }

  private static Asked there(@Nullable Asked a) {
    if (a == null) {
      throw new IllegalStateException("nobody asked this institution");
    }
    return a;
  }

  private static Change change(@Nullable Asked a) {
    return new Change(there(a));
  }

  /// An institution that stands a little differently.
  private static final class Change {
    private final Asked before;
    private Standing standing;
    private Map<String, RoundItem> items;
    private Map<String, Answer> answers;
    private Map<String, Addition> additions;
    private boolean nothing;
    private String sentBack;
    private @Nullable Instant reminded;
    private Set<Integer> occasions;

    Change(Asked before) {
      this.before = before;
      this.standing = before.standing();
      this.items = before.items();
      this.answers = before.answers();
      this.additions = before.additions();
      this.nothing = before.nothing();
      this.sentBack = before.sentBack();
      this.reminded = before.reminded();
      this.occasions = before.occasions();
    }

    Change standing(Standing now) {
      standing = now;
      return this;
    }

    Change items(Map<String, RoundItem> now) {
      items = now;
      return this;
    }

    Change answers(Map<String, Answer> now) {
      answers = now;
      return this;
    }

    Change additions(Map<String, Addition> now) {
      additions = now;
      return this;
    }

    Change nothing(boolean now) {
      nothing = now;
      return this;
    }

    Change sentBack(String why) {
      sentBack = why;
      return this;
    }

    Change reminded(Instant at, Set<Integer> passed) {
      reminded = at;
      occasions = passed;
      return this;
    }

    Asked made() {
      return new Asked(
          before.institution(),
          before.name(),
          before.language(),
          standing,
          items,
          answers,
          additions,
          nothing,
          sentBack,
          before.invited(),
          reminded,
          occasions);
    }
  }
}
