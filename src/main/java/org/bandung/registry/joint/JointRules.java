package org.bandung.registry.joint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bandung.registry.joint.Joint.Standing;
import org.bandung.registry.joint.JointEvent.Part;
import org.bandung.registry.joint.JointEvent.Recorded;
import org.bandung.registry.joint.JointOutcome.Done;
import org.bandung.registry.joint.JointOutcome.Faulty;
import org.bandung.registry.joint.JointOutcome.NotNow;
import org.bandung.registry.joint.JointOutcome.Stale;
import org.jspecify.annotations.Nullable;

/// What a party may do, and what comes of it. Every deed acts for its own party alone.
final class JointRules {

  private JointRules() {}

  /// Who acts, and for which party.
  ///
  /// @param here the parties that are bodies of this node: those whose consent is needed
  record Acting(String party, String person, Instant at, Set<String> here) {
    Acting {
      here = Set.copyOf(here);
    }
  }

  static JointOutcome begin(String id, Beginning beginning, Acting acting) {
    var faults = JointFaults.of(beginning);
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    var first =
        new Recorded(
            1, acting.at(), acting.party(), acting.person(), new JointEvent.Began(id, beginning));
    return new Done(List.of(first), JointHistory.fold(List.of(first)));
  }

  static JointOutcome decide(Joint j, Deed deed, Acting acting) {
    var faults = JointFaults.of(j, deed, acting.party());
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    return switch (deed) {
      case Deed.State d -> state(j, d, acting);
      case Deed.Unsay d -> unsay(j, d, acting);
      case Deed.Answer d -> answer(j, d, acting);
      case Deed.AcceptFigure d -> accept(j, d, acting);
      case Deed.Tell d ->
          d.telling().equals(j.told().get(acting.party()))
              ? new NotNow("same")
              : done(j, acting, new JointEvent.Told(d.telling()));
      case Deed.Evaluate d -> done(j, acting, new JointEvent.Evaluated(d.evaluation()));
      case Deed.Release d -> release(j, d, acting);
      case Deed.TakeBack d -> takeBack(j, d, acting);
      case Deed.ProposePlan d -> JointConsent.propose(j, d, acting);
      case Deed.ConsentPlan d -> JointConsent.consent(j, d, acting);
      case Deed.DeclinePlan d -> JointConsent.decline(j, d, acting);
      case Deed.WriteReport d -> JointConsent.write(j, d, acting);
      case Deed.SignReport d -> JointConsent.sign(j, d, acting);
      case Deed.Suspend d -> JointConsent.suspend(j, d, acting);
      case Deed.Resume d -> JointConsent.resume(j, acting);
      case Deed.Close d -> JointConsent.close(j, acting);
    };
  }

  private static JointOutcome state(Joint j, Deed.State d, Acting acting) {
    var before = j.stated().get(d.contribution());
    if (before == null) {
      return d.basis() == 0
          ? done(j, acting, new JointEvent.Stated(d.contribution(), d.said()))
          : new NotNow("gone");
    }
    if (!before.by().equals(acting.party())) {
      return new NotNow("not-yours");
    }
    if (before.version() != d.basis()) {
      return new Stale(before.version(), j);
    }
    return before.said().equals(d.said())
        ? new NotNow("same")
        : done(j, acting, new JointEvent.Stated(d.contribution(), d.said()));
  }

  private static JointOutcome unsay(Joint j, Deed.Unsay d, Acting acting) {
    var before = j.stated().get(d.contribution());
    if (before == null) {
      return new NotNow("gone");
    }
    if (!before.by().equals(acting.party())) {
      return new NotNow("not-yours");
    }
    return before.version() == d.basis()
        ? done(j, acting, new JointEvent.Unsaid(d.contribution(), d.reason()))
        : new Stale(before.version(), j);
  }

  private static JointOutcome answer(Joint j, Deed.Answer d, Acting acting) {
    var stated = j.stated().get(d.contribution());
    if (stated == null) {
      return new NotNow("gone");
    }
    if (!SideBySide.counterparts(j, stated).contains(acting.party())) {
      return new NotNow("not-counterpart");
    }
    if (stated.version() != d.version()) {
      return new Stale(stated.version(), j);
    }
    var before = stated.answers().get(acting.party());
    boolean same =
        before != null
            && switch (d.reply()) {
              case Reply.Confirms() -> before.standing() != Standing.DISPUTED;
              case Reply.Disputes(var figure, var reason) ->
                  before.standing() == Standing.DISPUTED
                      && before.figure().same(figure)
                      && before.reason().equals(reason);
            };
    return same
        ? new NotNow("same")
        : done(j, acting, new JointEvent.Replied(d.contribution(), d.version(), d.reply()));
  }

  private static JointOutcome accept(Joint j, Deed.AcceptFigure d, Acting acting) {
    var stated = j.stated().get(d.contribution());
    if (stated == null) {
      return new NotNow("gone");
    }
    if (!stated.by().equals(acting.party())) {
      return new NotNow("not-yours");
    }
    if (stated.version() != d.version()) {
      return new Stale(stated.version(), j);
    }
    var answer = stated.answers().get(d.counterpart());
    return answer == null || answer.standing() != Standing.DISPUTED || !answer.figure().isReported()
        ? new NotNow("nothing-disputed")
        : done(
            j,
            acting,
            new JointEvent.FigureAccepted(d.contribution(), d.version(), d.counterpart()));
  }

  private static JointOutcome release(Joint j, Deed.Release d, Acting acting) {
    if (d.part() == Part.OWN) {
      // What was read is released, whatever has been written since.
      if (d.of() < 1 || d.of() > j.sequence()) {
        return new Stale(j.sequence(), j);
      }
      return done(j, acting, new JointEvent.Released(Part.OWN, d.of()));
    }
    if (d.of() != j.jointVersion()) {
      return new Stale(j.jointVersion(), j);
    }
    var released = j.releases().joint().getOrDefault(acting.party(), Set.of());
    return released.contains(j.jointVersion())
        ? new NotNow("same")
        : done(j, acting, new JointEvent.Released(Part.JOINT, d.of()));
  }

  private static JointOutcome takeBack(Joint j, Deed.TakeBack d, Acting acting) {
    var released =
        d.part() == Part.JOINT
            ? j.releases().joint().containsKey(acting.party())
            : j.releases().own().containsKey(acting.party());
    return released
        ? done(j, acting, new JointEvent.TakenBack(d.part()))
        : new NotNow("not-released");
  }

  static Done done(Joint j, Acting acting, JointEvent event) {
    return done(j, acting, event, null);
  }

  /// @param follows what follows at once, because the last consent that was needed has come
  static Done done(Joint j, Acting acting, JointEvent event, @Nullable JointEvent follows) {
    var events = new ArrayList<Recorded>();
    events.add(recorded(j.sequence() + 1, acting, event));
    if (follows != null) {
      events.add(recorded(j.sequence() + 2, acting, follows));
    }
    var after = j;
    for (var recorded : events) {
      after = JointHistory.then(after, recorded);
    }
    return new Done(events, after);
  }

  private static Recorded recorded(long sequence, Acting acting, JointEvent event) {
    return new Recorded(sequence, acting.at(), acting.party(), acting.person(), event);
  }

  /// Whether with this party all have agreed whose consent is needed.
  static boolean complete(Set<String> agreed, Acting acting) {
    var all = new HashSet<>(agreed);
    all.add(acting.party());
    return all.containsAll(acting.here());
  }
}
