package org.bandung.registry.joint;

import org.bandung.registry.joint.JointOutcome.NotNow;
import org.bandung.registry.joint.JointOutcome.Stale;
import org.bandung.registry.joint.JointRules.Acting;

/// What needs the consent of all: it holds when every party that is a body here has expressly
/// agreed. Silence is never consent.
final class JointConsent {

  private JointConsent() {}

  static JointOutcome propose(Joint j, Deed.ProposePlan d, Acting acting) {
    if (j.closed()) {
      return new NotNow("closed");
    }
    if (d.basis() != j.jointVersion()) {
      return new Stale(j.jointVersion(), j);
    }
    if (d.plan().equals(j.plan())) {
      return new NotNow("same");
    }
    int number = j.changes().size() + 1;
    var event = new JointEvent.PlanProposed(number, d.plan(), d.why());
    return JointRules.complete(java.util.Set.of(), acting)
        ? JointRules.done(j, acting, event, new JointEvent.PlanHolds(number))
        : JointRules.done(j, acting, event);
  }

  static JointOutcome consent(Joint j, Deed.ConsentPlan d, Acting acting) {
    var refused = open(j, d.number());
    if (refused != null) {
      return refused;
    }
    var change = j.changes().get(d.number() - 1);
    if (change.consented().contains(acting.party())) {
      return new NotNow("same");
    }
    var event = new JointEvent.PlanConsented(d.number());
    return JointRules.complete(change.consented(), acting)
        ? JointRules.done(j, acting, event, new JointEvent.PlanHolds(d.number()))
        : JointRules.done(j, acting, event);
  }

  static JointOutcome decline(Joint j, Deed.DeclinePlan d, Acting acting) {
    var refused = open(j, d.number());
    return refused != null
        ? refused
        : JointRules.done(j, acting, new JointEvent.PlanDeclined(d.number(), d.reason()));
  }

  /// Only the last proposal can still be decided on: each newer one takes its place.
  private static @org.jspecify.annotations.Nullable JointOutcome open(Joint j, int number) {
    if (j.closed()) {
      return new NotNow("closed");
    }
    if (number < 1 || number > j.changes().size()) {
      return new NotNow("gone");
    }
    return number < j.changes().size() || j.changes().getLast().holds()
        ? new NotNow("decided")
        : null;
  }

  static JointOutcome write(Joint j, Deed.WriteReport d, Acting acting) {
    if (d.number() == 0) {
      return JointRules.done(
          j, acting, new JointEvent.ReportWritten(j.reports().size() + 1, d.report()));
    }
    if (d.number() < 0 || d.number() > j.reports().size()) {
      return new NotNow("gone");
    }
    var before = j.reports().get(d.number() - 1);
    if (before.version() != d.basis()) {
      return new Stale(before.version(), j);
    }
    return before.report().equals(d.report())
        ? new NotNow("same")
        : JointRules.done(j, acting, new JointEvent.ReportWritten(d.number(), d.report()));
  }

  static JointOutcome sign(Joint j, Deed.SignReport d, Acting acting) {
    if (d.number() < 1 || d.number() > j.reports().size()) {
      return new NotNow("gone");
    }
    var report = j.reports().get(d.number() - 1);
    if (report.version() != d.version()) {
      return new Stale(report.version(), j);
    }
    if (report.signed().contains(acting.party())) {
      return new NotNow("same");
    }
    var event = new JointEvent.ReportSigned(d.number(), d.version());
    return JointRules.complete(report.signed(), acting)
        ? JointRules.done(j, acting, event, new JointEvent.ReportHolds(d.number(), d.version()))
        : JointRules.done(j, acting, event);
  }

  static JointOutcome suspend(Joint j, Deed.Suspend d, Acting acting) {
    if (j.closed()) {
      return new NotNow("closed");
    }
    return j.course().suspended().containsKey(acting.party())
        ? new NotNow("same")
        : JointRules.done(j, acting, new JointEvent.Suspended(d.reason()));
  }

  static JointOutcome resume(Joint j, Acting acting) {
    if (!j.suspended()) {
      return new NotNow("not-suspended");
    }
    if (j.course().resuming().contains(acting.party())) {
      return new NotNow("same");
    }
    var event = new JointEvent.ResumptionAgreed();
    return JointRules.complete(j.course().resuming(), acting)
        ? JointRules.done(j, acting, event, new JointEvent.Resumed())
        : JointRules.done(j, acting, event);
  }

  static JointOutcome close(Joint j, Acting acting) {
    if (j.closed()) {
      return new NotNow("closed");
    }
    if (j.course().closing().contains(acting.party())) {
      return new NotNow("same");
    }
    var event = new JointEvent.ClosureAgreed();
    return JointRules.complete(j.course().closing(), acting)
        ? JointRules.done(j, acting, event, new JointEvent.Closed())
        : JointRules.done(j, acting, event);
  }
}
