package org.bandung.registry.joint;

import java.util.Map;
import org.bandung.registry.loans.Loan;
import org.bandung.store.EventJson;

/// Events as JSON. The words of the types are stored and never change: a new kind of event gets a
/// new word.
final class JointCodec {

  private static final EventJson JSON =
      EventJson.of(
          Map.ofEntries(
              Map.entry("began", JointEvent.Began.class),
              Map.entry("stated", JointEvent.Stated.class),
              Map.entry("unsaid", JointEvent.Unsaid.class),
              Map.entry("replied", JointEvent.Replied.class),
              Map.entry("figure-accepted", JointEvent.FigureAccepted.class),
              Map.entry("told", JointEvent.Told.class),
              Map.entry("plan-proposed", JointEvent.PlanProposed.class),
              Map.entry("plan-consented", JointEvent.PlanConsented.class),
              Map.entry("plan-declined", JointEvent.PlanDeclined.class),
              Map.entry("plan-holds", JointEvent.PlanHolds.class),
              Map.entry("report-written", JointEvent.ReportWritten.class),
              Map.entry("report-signed", JointEvent.ReportSigned.class),
              Map.entry("report-holds", JointEvent.ReportHolds.class),
              Map.entry("suspended", JointEvent.Suspended.class),
              Map.entry("resumption-agreed", JointEvent.ResumptionAgreed.class),
              Map.entry("resumed", JointEvent.Resumed.class),
              Map.entry("evaluated", JointEvent.Evaluated.class),
              Map.entry("closure-agreed", JointEvent.ClosureAgreed.class),
              Map.entry("closed", JointEvent.Closed.class),
              Map.entry("released", JointEvent.Released.class),
              Map.entry("taken-back", JointEvent.TakenBack.class),
              Map.entry("confirms", Reply.Confirms.class),
              Map.entry("disputes", Reply.Disputes.class),
              Map.entry("relief", Loan.Relief.class),
              Map.entry("rescheduling", Loan.Rescheduling.class)),
          JointEvent.class,
          Reply.class,
          Loan.DebtEvent.class);

  private JointCodec() {}

  static String json(Object value) {
    return JSON.write(value);
  }

  static Object tree(Object value) {
    return JSON.tree(value);
  }

  static JointEvent event(String json) {
    return JSON.read(json, JointEvent.class);
  }

  static Resource resource(String json) {
    return JSON.read(json, Resource.class);
  }
}
