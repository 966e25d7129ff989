package org.bandung.collection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.bandung.collection.Round.Asked;
import org.bandung.collection.Round.Standing;
import org.bandung.collection.Round.State;
import org.bandung.collection.RoundEvent.Recorded;
import org.bandung.collection.RoundOutcome.Done;
import org.bandung.collection.RoundOutcome.Faulty;
import org.bandung.collection.RoundOutcome.NotNow;

/// What the authority and an institution may do as things stand, and what comes of it.
///
/// An institution answers while the round is open and until it submits; the authority takes the
/// answers or asks again, signs when none waits, freezes what was signed, and opens once more with
/// a reason. Whether the person may is asked elsewhere.
final class RoundRules {

  private RoundRules() {}

  /// Who acts.
  ///
  /// @param party id of the body: the authority's, or the institution's
  record Acting(String party, String person, Instant at) {}

  static RoundOutcome open(String id, RoundPlan plan, Acting acting) {
    var faults = RoundFaults.of(plan);
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    var first =
        new Recorded(
            1, acting.at(), acting.party(), acting.person(), new RoundEvent.Opened(id, plan));
    return new Done(List.of(first), RoundHistory.fold(List.of(first)));
  }

  static RoundOutcome decide(Round r, RoundDeed deed, Acting acting) {
    var faults = RoundFaults.of(r, deed);
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    return switch (deed) {
      case RoundDeed.OfOwner d -> owner(r, d, acting);
      case RoundDeed.OfAsked d -> asked(r, d, acting);
    };
  }

  private static RoundOutcome owner(Round r, RoundDeed.OfOwner deed, Acting acting) {
    return switch (deed) {
      case RoundDeed.Invite d -> invite(r, d, acting);
      case RoundDeed.ListAnew d ->
          answering(
              r,
              d.institution(),
              a ->
                  List.copyOf(a.items().values()).equals(d.items())
                      ? new NotNow("same")
                      : done(r, acting, new RoundEvent.Listed(d.institution(), d.items())));
      case RoundDeed.Remind d -> answering(r, d.institution(), a -> remind(r, a, d, acting));
      case RoundDeed.SendBack d -> sendBack(r, d, acting);
      case RoundDeed.Accept d -> accept(r, d, acting);
      case RoundDeed.MoveDue d ->
          r.state() != State.OPEN
              ? new NotNow("closed")
              : d.due().equals(r.due())
                  ? new NotNow("same")
                  : done(r, acting, new RoundEvent.DueMoved(d.due()));
      case RoundDeed.SignOff d -> signOff(r, d, acting);
      case RoundDeed.Freeze d ->
          r.state() == State.SIGNED
              ? done(r, acting, new RoundEvent.Frozen(d.number(), d.hash(), d.reason()))
              : new NotNow("not-signed");
      case RoundDeed.Release d -> release(r, d, acting);
      case RoundDeed.Amend d ->
          r.state() == State.OPEN
              ? new NotNow("open")
              : done(r, acting, new RoundEvent.Amended(d.reason()));
    };
  }

  private static RoundOutcome invite(Round r, RoundDeed.Invite d, Acting acting) {
    if (r.state() != State.OPEN) {
      return new NotNow("closed");
    }
    return r.asked().containsKey(d.institution())
        ? new NotNow("invited")
        : done(
            r, acting, new RoundEvent.Invited(d.institution(), d.name(), d.language(), d.items()));
  }

  /// Not more than one a day, in the day of Greenwich; each occasion of the schedule once.
  private static RoundOutcome remind(Round r, Asked a, RoundDeed.Remind d, Acting acting) {
    var last = a.reminded();
    var today = acting.at().atOffset(ZoneOffset.UTC).toLocalDate();
    if (last != null && last.atOffset(ZoneOffset.UTC).toLocalDate().equals(today)) {
      return new NotNow("reminded");
    }
    return d.occasion() != null && a.occasions().contains(d.occasion())
        ? new NotNow("reminded")
        : done(r, acting, new RoundEvent.Reminded(d.institution(), d.occasion()));
  }

  /// Something with an institution that still answers.
  private static RoundOutcome answering(
      Round r, String institution, Function<Asked, RoundOutcome> then) {
    if (r.state() != State.OPEN) {
      return new NotNow("closed");
    }
    var a = r.asked().get(institution);
    if (a == null) {
      return new NotNow("not-invited");
    }
    return a.standing().answers() ? then.apply(a) : new NotNow("submitted");
  }

  private static RoundOutcome sendBack(Round r, RoundDeed.SendBack d, Acting acting) {
    if (r.state() != State.OPEN) {
      return new NotNow("closed");
    }
    var a = r.asked().get(d.institution());
    if (a == null) {
      return new NotNow("not-invited");
    }
    return a.standing().answers()
        ? new NotNow("not-submitted")
        : done(r, acting, new RoundEvent.SentBack(d.institution(), d.reason()));
  }

  private static RoundOutcome accept(Round r, RoundDeed.Accept d, Acting acting) {
    if (r.state() != State.OPEN) {
      return new NotNow("closed");
    }
    var a = r.asked().get(d.institution());
    if (a == null) {
      return new NotNow("not-invited");
    }
    return a.standing() == Standing.SUBMITTED
        ? done(r, acting, new RoundEvent.Accepted(d.institution()))
        : new NotNow(a.standing() == Standing.ACCEPTED ? "same" : "not-submitted");
  }

  /// Nothing that was submitted is passed over, and something was.
  private static RoundOutcome signOff(Round r, RoundDeed.SignOff d, Acting acting) {
    if (r.state() != State.OPEN) {
      return new NotNow("closed");
    }
    if (r.asked().values().stream().anyMatch(a -> a.standing() == Standing.SUBMITTED)) {
      return new NotNow("waiting");
    }
    return r.asked().values().stream().anyMatch(a -> a.standing() == Standing.ACCEPTED)
        ? done(r, acting, new RoundEvent.SignedOff(d.name()))
        : new NotNow("none-accepted");
  }

  private static RoundOutcome release(Round r, RoundDeed.Release d, Acting acting) {
    var made = r.editions().stream().filter(m -> m.number().equals(d.number())).findFirst();
    if (made.isEmpty()) {
      return new NotNow("gone");
    }
    return made.get().released()
        ? new NotNow("released")
        : done(r, acting, new RoundEvent.Released(d.number(), d.initiatives()));
  }

  private static RoundOutcome asked(Round r, RoundDeed.OfAsked deed, Acting acting) {
    if (deed instanceof RoundDeed.See) {
      var a = r.asked().get(acting.party());
      return a != null && a.standing() == Standing.INVITED
          ? done(r, acting, new RoundEvent.Seen())
          : new NotNow("same");
    }
    return answering(
        r,
        acting.party(),
        a ->
            switch (deed) {
              case RoundDeed.See d -> new NotNow("same");
              case RoundDeed.Confirm d -> confirm(r, a, d, acting);
              case RoundDeed.Correct d ->
                  onList(r, a, new Answer.Corrected(d.item(), d.correction()), acting);
              case RoundDeed.Refuse d ->
                  onList(r, a, new Answer.Refused(d.item(), d.reason()), acting);
              case RoundDeed.Reconsider d ->
                  d.items().isEmpty() || !a.answers().keySet().containsAll(d.items())
                      ? new NotNow("not-listed")
                      : done(r, acting, new RoundEvent.Reconsidered(d.items()));
              case RoundDeed.Add d -> add(r, a, d, acting);
              case RoundDeed.TakeBack d ->
                  a.additions().containsKey(d.addition())
                      ? done(r, acting, new RoundEvent.TookBack(d.addition()))
                      : new NotNow("gone");
              case RoundDeed.NothingToReport d ->
                  a.count("confirmed") + a.count("corrected") + a.additions().size() > 0
                      ? new NotNow("answered")
                      : done(r, acting, new RoundEvent.NothingReported());
              case RoundDeed.Submit d ->
                  a.answers().isEmpty() && a.additions().isEmpty()
                      ? new NotNow("nothing-answered")
                      : done(r, acting, new RoundEvent.Submitted());
            });
  }

  /// What was confirmed already is not confirmed again; what is not as it was read is not confirmed
  /// at all.
  private static RoundOutcome confirm(Round r, Asked a, RoundDeed.Confirm d, Acting acting) {
    for (var item : d.items()) {
      var listed = a.items().get(item.id());
      if (listed == null) {
        return new NotNow("not-listed");
      }
      if (!listed.equals(item)) {
        return new NotNow("listed-anew");
      }
    }
    var fresh =
        d.items().stream()
            .distinct()
            .filter(i -> !new Answer.Confirmed(i).equals(a.answers().get(i.id())))
            .toList();
    return fresh.isEmpty() ? new NotNow("same") : done(r, acting, new RoundEvent.Confirmed(fresh));
  }

  private static RoundOutcome onList(Round r, Asked a, Answer answer, Acting acting) {
    var listed = a.items().get(answer.item().id());
    if (listed == null) {
      return new NotNow("not-listed");
    }
    if (!listed.equals(answer.item())) {
      return new NotNow("listed-anew");
    }
    if (answer.equals(a.answers().get(listed.id()))) {
      return new NotNow("same");
    }
    return done(
        r,
        acting,
        switch (answer) {
          case Answer.Confirmed c -> new RoundEvent.Confirmed(List.of(c.item()));
          case Answer.Corrected c -> new RoundEvent.Corrected(c.item(), c.correction());
          case Answer.Refused c -> new RoundEvent.Refused(c.item(), c.reason());
        });
  }

  private static RoundOutcome add(Round r, Asked a, RoundDeed.Add d, Acting acting) {
    var fresh = d.additions().stream().filter(x -> !x.equals(a.additions().get(x.key()))).toList();
    var keys = new HashSet<>(a.additions().keySet());
    fresh.forEach(x -> keys.add(x.key()));
    if (fresh.isEmpty()) {
      return new NotNow("same");
    }
    return keys.size() > RoundFaults.ADDITIONS
        ? new NotNow("full")
        : done(r, acting, new RoundEvent.Added(fresh));
  }

  private static Done done(Round r, Acting acting, RoundEvent event) {
    var recorded =
        new Recorded(r.sequence() + 1, acting.at(), acting.party(), acting.person(), event);
    return new Done(List.of(recorded), RoundHistory.then(r, recorded));
  }
}
