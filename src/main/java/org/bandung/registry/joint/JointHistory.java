package org.bandung.registry.joint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.registry.joint.Joint.Answer;
import org.bandung.registry.joint.Joint.Course;
import org.bandung.registry.joint.Joint.Evaluated;
import org.bandung.registry.joint.Joint.JointReport;
import org.bandung.registry.joint.Joint.PlanChange;
import org.bandung.registry.joint.Joint.Releases;
import org.bandung.registry.joint.Joint.Standing;
import org.bandung.registry.joint.Joint.Stated;
import org.bandung.registry.joint.JointEvent.Part;
import org.bandung.registry.joint.JointEvent.Recorded;

/// Folds what happened into how things stand.
final class JointHistory {

  private JointHistory() {}

  static Joint fold(List<Recorded> events) {
    var first = events.getFirst();
    if (!(first.event() instanceof JointEvent.Began(var id, var beginning))) {
      throw new IllegalStateException("does not begin with its beginning");
    }
    var j =
        new Joint(
            id,
            beginning,
            first.at(),
            beginning.plan(),
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            Course.RUNNING,
            List.of(),
            new Releases(Map.of(), Map.of()),
            List.of(first.sequence()),
            first.sequence());
    for (var recorded : events.subList(1, events.size())) {
      j = then(j, recorded);
    }
    return j;
  }

  static Joint then(Joint j, Recorded r) {
    if (r.sequence() != j.sequence() + 1) {
      throw new IllegalStateException(j.id() + ": a gap before " + r.sequence());
    }
    var draft = new Draft(j, r.sequence());
    draft.take(r);
    return draft.joint();
  }

  /// The next state while it is made.
  private static final class Draft {
    final Joint before;
    final long sequence;
    Plan plan;
    final List<PlanChange> changes;
    final Map<String, Stated> stated;
    final Map<String, Telling> told;
    final List<JointReport> reports;
    Course course;
    final List<Evaluated> evaluations;
    Releases releases;
    final List<Long> jointVersions;

    Draft(Joint j, long sequence) {
      this.before = j;
      this.sequence = sequence;
      this.plan = j.plan();
      this.changes = new ArrayList<>(j.changes());
      this.stated = new LinkedHashMap<>(j.stated());
      this.told = new HashMap<>(j.told());
      this.reports = new ArrayList<>(j.reports());
      this.course = j.course();
      this.evaluations = new ArrayList<>(j.evaluations());
      this.releases = j.releases();
      this.jointVersions = new ArrayList<>(j.jointVersions());
    }

    Joint joint() {
      return new Joint(
          before.id(),
          before.beginning(),
          before.begun(),
          plan,
          changes,
          stated,
          told,
          reports,
          course,
          evaluations,
          releases,
          jointVersions,
          sequence);
    }

    void take(Recorded r) {
      switch (r.event()) {
        case JointEvent.Began began ->
            throw new IllegalStateException(before.id() + ": begins twice");
        case JointEvent.Stated(var id, var said) -> state(id, said, r);
        case JointEvent.Unsaid(var id, var reason) -> stated.remove(id);
        case JointEvent.Replied(var id, int version, var reply) -> reply(id, reply, r);
        case JointEvent.FigureAccepted(var id, int version, var counterpart) ->
            accept(id, counterpart, r);
        case JointEvent.Told(var telling) -> told.put(r.party(), telling);
        case JointEvent.Evaluated(var evaluation) ->
            evaluations.add(new Evaluated(r.party(), r.at(), evaluation));
        case JointEvent.PlanProposed(int number, var proposed, var why) ->
            changes.add(
                new PlanChange(
                    number, proposed, why, r.party(), r.at(), Set.of(r.party()), Map.of(), false));
        case JointEvent.PlanConsented(int number) -> consent(number, r.party());
        case JointEvent.PlanDeclined(int number, var reason) -> decline(number, r.party(), reason);
        case JointEvent.PlanHolds(int number) -> holds(number);
        case JointEvent.ReportWritten(int number, var report) -> write(number, report, r);
        case JointEvent.ReportSigned(int number, int version) -> sign(number, r.party());
        case JointEvent.ReportHolds(int number, int version) -> reportHolds(number);
        case JointEvent.Suspended(var reason) -> suspend(r.party(), reason);
        case JointEvent.ResumptionAgreed agreed ->
            course =
                new Course(course.suspended(), with(course.resuming(), r.party()), Set.of(), false);
        case JointEvent.Resumed resumed -> {
          course = Course.RUNNING;
          jointVersions.add(sequence);
        }
        case JointEvent.ClosureAgreed agreed ->
            course =
                new Course(
                    course.suspended(),
                    course.resuming(),
                    with(course.closing(), r.party()),
                    false);
        case JointEvent.Closed closed -> {
          course = new Course(Map.of(), Set.of(), course.closing(), true);
          jointVersions.add(sequence);
        }
        case JointEvent.Released(var part, long of) -> release(part, of, r.party());
        case JointEvent.TakenBack(var part) -> takeBack(part, r.party());
      }
    }

    private void state(String id, Contribution said, Recorded r) {
      var old = stated.get(id);
      if (old != null && !old.by().equals(r.party())) {
        throw new IllegalStateException(before.id() + ": another's statement");
      }
      // Who may read it is the only thing that can change under a reply.
      var answers =
          old != null && old.said().sameClaim(said) ? old.answers() : Map.<String, Answer>of();
      int version =
          old == null ? 1 : old.said().sameClaim(said) ? old.version() : old.version() + 1;
      stated.put(id, new Stated(id, r.party(), version, said, r.at(), answers));
    }

    private void reply(String id, Reply reply, Recorded r) {
      var old = one(id);
      var answers = new HashMap<>(old.answers());
      var earlier = answers.get(r.party());
      boolean disputed = earlier != null && earlier.standing() == Standing.DISPUTED;
      answers.put(
          r.party(),
          switch (reply) {
            case Reply.Confirms() ->
                new Answer(
                    disputed ? Standing.RECONCILED : Standing.CONFIRMED,
                    old.said().figure(),
                    "",
                    r.at());
            case Reply.Disputes(var figure, var reason) ->
                new Answer(Standing.DISPUTED, figure, reason, r.at());
          });
      stated.put(id, new Stated(id, old.by(), old.version(), old.said(), old.at(), answers));
    }

    /// The party's own figure changes, so every other reply is void.
    private void accept(String id, String counterpart, Recorded r) {
      var old = one(id);
      var answer = old.answers().get(counterpart);
      if (answer == null || !old.by().equals(r.party())) {
        throw new IllegalStateException(before.id() + ": nothing to accept");
      }
      stated.put(
          id,
          new Stated(
              id,
              old.by(),
              old.version() + 1,
              old.said().with(answer.figure()),
              r.at(),
              Map.of(
                  counterpart,
                  new Answer(Standing.RECONCILED, answer.figure(), answer.reason(), r.at()))));
    }

    private Stated one(String id) {
      var one = stated.get(id);
      if (one == null) {
        throw new IllegalStateException(before.id() + ": no contribution " + id);
      }
      return one;
    }

    private void consent(int number, String party) {
      var c = changes.get(number - 1);
      var declined = new HashMap<>(c.declined());
      declined.remove(party);
      changes.set(number - 1, change(c, with(c.consented(), party), declined, c.holds()));
    }

    private void decline(int number, String party, String reason) {
      var c = changes.get(number - 1);
      var consented = new HashSet<>(c.consented());
      consented.remove(party);
      var declined = new HashMap<>(c.declined());
      declined.put(party, reason);
      changes.set(number - 1, change(c, consented, declined, c.holds()));
    }

    private void holds(int number) {
      var c = changes.get(number - 1);
      changes.set(number - 1, change(c, c.consented(), c.declined(), true));
      plan = c.plan();
      jointVersions.add(sequence);
    }

    private static PlanChange change(
        PlanChange c, Set<String> consented, Map<String, String> declined, boolean holds) {
      return new PlanChange(
          c.number(), c.plan(), c.why(), c.by(), c.at(), consented, declined, holds);
    }

    private void write(int number, Report report, Recorded r) {
      int version = number > reports.size() ? 1 : reports.get(number - 1).version() + 1;
      var written = new JointReport(number, version, report, r.party(), r.at(), Set.of(), false);
      if (number > reports.size()) {
        reports.add(written);
      } else {
        reports.set(number - 1, written);
      }
    }

    private void sign(int number, String party) {
      var old = reports.get(number - 1);
      reports.set(number - 1, report(old, with(old.signed(), party), old.holds()));
    }

    private void reportHolds(int number) {
      var old = reports.get(number - 1);
      reports.set(number - 1, report(old, old.signed(), true));
      jointVersions.add(sequence);
    }

    private static JointReport report(JointReport old, Set<String> signed, boolean holds) {
      return new JointReport(
          old.number(), old.version(), old.report(), old.by(), old.at(), signed, holds);
    }

    /// Whoever suspends has not agreed to go on, nor that it is done.
    private void suspend(String party, String reason) {
      var suspended = new HashMap<>(course.suspended());
      suspended.put(party, reason);
      course = new Course(suspended, Set.of(), Set.of(), false);
      jointVersions.add(sequence);
    }

    private void release(Part part, long of, String party) {
      var joint = new HashMap<>(releases.joint());
      var own = new HashMap<>(releases.own());
      if (part == Part.JOINT) {
        var versions = new HashSet<>(joint.getOrDefault(party, Set.of()));
        versions.add(Math.toIntExact(of));
        joint.put(party, Set.copyOf(versions));
      } else {
        own.put(party, of);
      }
      releases = new Releases(joint, own);
    }

    private void takeBack(Part part, String party) {
      var joint = new HashMap<>(releases.joint());
      var own = new HashMap<>(releases.own());
      own.remove(party);
      if (part == Part.JOINT) {
        joint.remove(party);
      }
      releases = new Releases(joint, own);
    }

    private static Set<String> with(Set<String> some, String one) {
      var all = new HashSet<>(some);
      all.add(one);
      return all;
    }
  }
}
