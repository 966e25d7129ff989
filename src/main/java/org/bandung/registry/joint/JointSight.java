package org.bandung.registry.joint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.bandung.access.fields.Circle;
import org.bandung.registry.joint.JointEvent.Recorded;

/// What somebody sees of an initiative that she takes part in: all of what her own bodies wrote,
/// and of the others what is for the parties. Pure functions.
final class JointSight {

  private JointSight() {}

  /// @param own the parties whose bodies she acts for herself
  static Joint of(Joint j, Set<String> own) {
    var stated = new LinkedHashMap<String, Joint.Stated>();
    j.stated().forEach((id, s) -> stated.put(id, own.contains(s.by()) ? s : forParties(s)));
    var told = new TreeMap<String, Telling>();
    j.told()
        .forEach(
            (party, t) -> told.put(party, own.contains(party) ? t : t.seenFrom(Circle.PARTIES)));
    return new Joint(
        j.id(),
        j.beginning(),
        j.begun(),
        j.plan(),
        j.changes(),
        stated,
        told,
        j.reports(),
        j.course(),
        j.evaluations(),
        j.releases(),
        j.jointVersions(),
        j.sequence());
  }

  private static Joint.Stated forParties(Joint.Stated s) {
    return new Joint.Stated(
        s.id(), s.by(), s.version(), s.said().forParties(), s.at(), s.answers());
  }

  /// What happened, as she sees it: no event is left out, since a gap in the numbers would tell.
  static List<Recorded> of(List<Recorded> history, Set<String> own) {
    return history.stream().map(r -> own.contains(r.party()) ? r : forParties(r)).toList();
  }

  private static Recorded forParties(Recorded r) {
    return switch (r.event()) {
      case JointEvent.Told(var telling) ->
          new Recorded(
              r.sequence(),
              r.at(),
              r.party(),
              r.person(),
              new JointEvent.Told(telling.seenFrom(Circle.PARTIES)));
      case JointEvent.Stated(var contribution, var said) ->
          new Recorded(
              r.sequence(),
              r.at(),
              r.party(),
              r.person(),
              new JointEvent.Stated(contribution, said.forParties()));
      default -> r;
    };
  }

  /// What came of a deed, as she sees it.
  static JointOutcome of(JointOutcome outcome, Set<String> own) {
    return switch (outcome) {
      case JointOutcome.Done(var events, var after) ->
          new JointOutcome.Done(of(events, own), of(after, own));
      case JointOutcome.Stale(long latest, var now) -> new JointOutcome.Stale(latest, of(now, own));
      default -> outcome;
    };
  }
}
