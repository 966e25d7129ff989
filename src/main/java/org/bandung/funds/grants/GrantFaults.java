package org.bandung.funds.grants;

import static org.bandung.funds.FaultList.LONGEST;
import static org.bandung.funds.FaultList.SHORT;
import static org.bandung.funds.FaultList.TITLE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.bandung.funds.FaultList;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.Note;

/// What cannot be taken of what is handed in for a grant.
final class GrantFaults {

  /// Partners of one grant.
  static final int PARTNERS = 50;

  /// Lines of one budget, and of one report.
  static final int LINES = 500;

  /// Parts in which one grant is paid.
  static final int TRANCHES = 50;

  /// Reports, and payments, of one grant.
  static final int DEEDS = 2_000;

  private static final int EVIDENCE = 100;

  private final FaultList faults = new FaultList();

  private GrantFaults() {}

  static List<Note> of(GrantPlan plan, LocalDate on) {
    var all = new GrantFaults();
    all.faults.day("on", on);
    all.plan(plan);
    return all.faults.all();
  }

  static List<Note> of(Grant g, GrantDeed deed) {
    var all = new GrantFaults();
    all.deed(g, deed);
    return all.faults.all();
  }

  private void deed(Grant g, GrantDeed deed) {
    switch (deed) {
      case GrantDeed.Reach d -> {
        faults.text("account", d.account(), LONGEST);
        files(d.evidence());
      }
      case GrantDeed.Report d -> report(g, d);
      case GrantDeed.Accept d -> faults.day("on", d.on());
      case GrantDeed.SendBack d -> faults.text("reason", d.reason(), SHORT);
      case GrantDeed.Request d -> {
        faults.word("id", d.id());
        faults.amount("amount", d.amount(), g.plan().currency());
        faults.text("reason", d.reason(), SHORT);
        faults.count("request", g.requests().size() + 1, DEEDS);
      }
      case GrantDeed.Approve d -> {}
      case GrantDeed.Refuse d -> faults.text("reason", d.reason(), SHORT);
      case GrantDeed.Pay d -> {
        faults.day("on", d.on());
        faults.text("reference", d.reference(), TITLE);
      }
      case GrantDeed.Return d -> {
        faults.amount("amount", d.amount(), g.plan().currency());
        faults.day("on", d.on());
        faults.text("reference", d.reference(), TITLE);
      }
      case GrantDeed.Extend d -> {
        faults.day("until", d.until());
        faults.text("reason", d.reason(), SHORT);
      }
      case GrantDeed.Audit d -> {
        faults.text("finding", d.finding(), LONGEST);
        files(d.evidence());
        faults.count("finding", g.findings().size() + 1, DEEDS);
      }
      case GrantDeed.Close d -> {
        faults.day("on", d.on());
        faults.text("reason", d.reason(), SHORT);
      }
    }
  }

  private void plan(GrantPlan plan) {
    faults.title(plan.title());
    faults.day("from", plan.from());
    faults.day("until", plan.until());
    if (plan.until().isBefore(plan.from())) {
      faults.add("bandung.ends-before-start", "until");
    }
    if (!faults.currency("currency", plan.currency())) {
      return;
    }
    faults.count("partners", plan.partners().size(), PARTNERS);
    faults.count("budget", plan.budget().size(), LINES);
    faults.count("tranches", plan.tranches().size(), TRANCHES);
    lines(plan);
    if (plan.budget().isEmpty() || plan.tranches().isEmpty()) {
      faults.add("bandung.text-missing", plan.budget().isEmpty() ? "budget" : "tranches");
    } else {
      tranches(plan);
    }
  }

  private void lines(GrantPlan plan) {
    var partners = new HashSet<String>();
    for (var partner : plan.partners()) {
      faults.word("partner", partner.id());
      faults.text("partner", partner.name(), TITLE);
      once("partner", partners.add(partner.id()));
    }
    var lines = new HashSet<String>();
    for (var line : plan.budget()) {
      faults.word("line", line.id());
      faults.text("line", line.title(), TITLE);
      faults.amount("line", line.amount(), plan.currency());
      once("line", lines.add(line.id()));
      if (!partners.contains(line.partner())) {
        faults.add("bandung.unknown", "line", line.partner());
      }
    }
  }

  /// The parts are the whole, in the order in which they are paid.
  private void tranches(GrantPlan plan) {
    int reports = 0;
    for (var tranche : plan.tranches()) {
      faults.amount("tranche", tranche.amount(), plan.currency());
      faults.count("milestones", tranche.milestones().size(), EVIDENCE);
      tranche.milestones().forEach(m -> faults.text("milestone", m, TITLE));
      if (tranche.reports() < reports || tranche.accounted() < 0 || tranche.accounted() > 100) {
        faults.add("bandung.number", "tranche");
      }
      reports = tranche.reports();
    }
    if (faults.all().isEmpty()) {
      var parts =
          plan.tranches().stream().map(GrantPlan.Tranche::amount).reduce(Money::plus).orElseThrow();
      if (!parts.equals(plan.total())) {
        faults.add("bandung.sum", "tranches", parts.toString(), plan.total().toString());
      }
    }
  }

  private void report(Grant g, GrantDeed.Report d) {
    faults.word("id", d.id());
    var report = d.report();
    faults.day("from", report.from());
    faults.day("to", report.to());
    if (report.to().isBefore(report.from())) {
      faults.add("bandung.ends-before-start", "to");
    }
    faults.text("account", report.account(), LONGEST);
    files(report.evidence());
    if (!report.spent().isEmpty() && report.evidence().isEmpty()) {
      faults.add("bandung.text-missing", "evidence");
    }
    faults.count("spent", report.spent().size(), LINES);
    faults.count("report", g.reports().size() + 1, DEEDS);
    var lines = new HashSet<String>();
    for (var spent : report.spent()) {
      faults.amount("spent", spent.amount(), g.plan().currency());
      once("spent", lines.add(spent.line()));
    }
  }

  private void once(String path, boolean first) {
    if (!first) {
      faults.add("bandung.twice", path);
    }
  }

  private void files(Collection<String> evidence) {
    faults.count("evidence", evidence.size(), EVIDENCE);
    evidence.forEach(e -> faults.text("evidence", e, TITLE));
  }
}
