package org.bandung.registry.joint;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bandung.kernel.Note;
import org.bandung.kernel.Quantity;
import org.bandung.registry.loans.Loan;
import org.jspecify.annotations.Nullable;

/// What is wrong with what is handed in, whatever has happened before.
final class JointFaults {

  private static final int MOST_PARTIES = 30;
  private static final int MOST_ITEMS = 200;
  private static final int MOST_CONTRIBUTIONS = 1_000;
  private static final int MOST_REPORTS = 500;
  private static final int MOST_PICTURES = 20;
  private static final int MOST_COMPONENTS = 30;
  private static final int MOST_DEBT_EVENTS = 50;
  private static final int MOST_PROPOSALS = 500;
  private static final int LONGEST_LOAN_MONTHS = 1_200;
  private static final BigDecimal HIGHEST_INTEREST = BigDecimal.valueOf(100);
  private static final Set<Integer> PAYMENTS = Set.of(1, 2, 4, 12);

  private JointFaults() {}

  static List<Note> of(Beginning b) {
    var faults = new Faults();
    faults.someText("title", b.title(), Faults.TITLE);
    faults.texts("objective", b.objective(), Faults.LONGEST);
    faults.texts("description", b.description(), Faults.LONGEST);
    faults.require(b.parties().size() >= 2, "bandung.two-parties", "parties");
    faults.count("parties", b.parties().size(), MOST_PARTIES);
    var ids = new HashSet<String>();
    for (var party : b.parties()) {
      faults.require(ids.add(party.id()), "bandung.party-twice", "parties");
      faults.code("parties", party.id());
      faults.someText("parties", party.name(), Faults.TITLE);
    }
    if (b.origin().number() != null) {
      faults.text("number", b.origin().number(), Faults.TITLE);
    }
    period(faults, "period", b.period());
    plan(faults, b.plan(), ids);
    faults.count("shares", b.shares().size(), MOST_PARTIES);
    faults.count("budget", b.budget().size(), MOST_ITEMS);
    b.budget()
        .forEach(line -> {
          faults.texts("budget", line.what(), Faults.SHORT);
          faults.amount("budget", line.amount());
        });
    faults.count("conditions", b.conditions().size(), MOST_ITEMS);
    faults.count("sectors", b.sectors().size(), MOST_COMPONENTS);
    b.sectors().forEach(code -> faults.code("sectors", code));
    return faults.all();
  }

  private static void period(Faults faults, String path, org.bandung.kernel.Period period) {
    var start = period.start();
    var end = period.end();
    faults.require(
        start == null || end == null || !end.latest().isBefore(start.earliest()),
        "bandung.period-reversed",
        path);
  }

  private static void plan(Faults faults, Plan plan, Set<String> parties) {
    faults.count("plan", plan.items().size(), MOST_ITEMS);
    var ids = new HashSet<String>();
    for (var item : plan.items()) {
      faults.require(ids.add(item.id()), "bandung.item-twice", "plan");
      faults.code("plan", item.id());
      faults.someText("plan", item.what(), Faults.SHORT);
      faults.require(
          item.responsible() == null || parties.contains(item.responsible()),
          "bandung.no-such-party",
          "plan");
    }
  }

  static List<Note> of(Joint j, Deed deed, String party) {
    var faults = new Faults();
    var parties =
        j.beginning().parties().stream()
            .map(JointParty::id)
            .collect(java.util.stream.Collectors.toSet());
    switch (deed) {
      case Deed.State d -> {
        faults.code("contribution", d.contribution());
        faults.count("contributions", j.stated().size(), MOST_CONTRIBUTIONS);
        contribution(faults, d.said(), party, parties);
      }
      case Deed.Unsay d -> faults.text("reason", d.reason(), Faults.SHORT);
      case Deed.Answer d -> {
        if (d.reply() instanceof Reply.Disputes(var figure, var reason)) {
          figure(faults, figure);
          faults.text("reason", reason, Faults.SHORT);
        }
      }
      case Deed.AcceptFigure d -> {}
      case Deed.Tell d -> telling(faults, d.telling());
      case Deed.ProposePlan d -> {
        faults.count("plans", j.changes().size(), MOST_PROPOSALS);
        faults.texts("why", d.why(), Faults.SHORT);
        plan(faults, d.plan(), parties);
      }
      case Deed.ConsentPlan d -> {}
      case Deed.DeclinePlan d -> faults.text("reason", d.reason(), Faults.SHORT);
      case Deed.WriteReport d -> report(faults, j, d.report());
      case Deed.SignReport d -> {}
      case Deed.Suspend d -> faults.text("reason", d.reason(), Faults.SHORT);
      case Deed.Resume d -> {}
      case Deed.Evaluate d -> {
        faults.count("evaluations", j.evaluations().size(), MOST_ITEMS);
        faults.text("by", d.evaluation().by(), Faults.TITLE);
        faults.someText("findings", d.evaluation().findings(), Faults.LONGEST);
        faults.sha256("file", d.evaluation().file());
      }
      case Deed.Close d -> {}
      case Deed.Release d -> {}
      case Deed.TakeBack d -> {}
    }
    return faults.all();
  }

  private static void contribution(
      Faults faults, Contribution c, String party, Set<String> parties) {
    boolean everybody = c.receiver().equals(Contribution.EVERYBODY);
    faults.require(parties.contains(c.giver()), "bandung.no-such-party", "giver");
    faults.require(
        everybody || parties.contains(c.receiver()), "bandung.no-such-party", "receiver");
    faults.require(!c.giver().equals(c.receiver()), "bandung.to-itself", "receiver");
    faults.require(
        c.giver().equals(party) || c.receiver().equals(party), "bandung.not-own", "giver");
    faults.someText("what", c.what(), Faults.SHORT);
    faults.code("form", c.form());
    figure(faults, c.figure());
    faults.count("components", c.components().size(), MOST_COMPONENTS);
    c.components()
        .forEach(part -> {
          faults.code("components", part.kind());
          faults.amount("components", part.amount());
        });
    faults.code("valuation", c.valuation().method());
    var rate = c.valuation().rate();
    if (rate != null) {
      faults.number("rate", rate.rate());
      faults.require(rate.rate().signum() > 0, "bandung.number", "rate");
      faults.amount("rate", new org.bandung.kernel.ReportedAmount(BigDecimal.ONE, rate.currency()));
      if (rate.source() != null) {
        faults.text("rate-source", rate.source(), Faults.TITLE);
      }
    }
    period(faults, "period", c.period());
    if (c.loan() != null) {
      loan(faults, c.loan());
    }
  }

  private static void figure(Faults faults, Figure figure) {
    faults.amount("amount", figure.amount());
    quantity(faults, figure.quantity());
  }

  private static void quantity(Faults faults, @Nullable Quantity quantity) {
    if (quantity != null) {
      faults.number("quantity", quantity.number());
      faults.text("unit", quantity.unit(), Faults.TITLE);
    }
  }

  private static void loan(Faults faults, Loan loan) {
    terms(faults, loan.terms());
    faults.count("debt", loan.events().size(), MOST_DEBT_EVENTS);
    for (var event : loan.events()) {
      faults.texts("debt", event.text(), Faults.SHORT);
      switch (event) {
        case Loan.Relief(var date, var forgiven, var text) -> faults.amount("debt", forgiven);
        case Loan.Rescheduling(var date, var terms, var text) -> terms(faults, terms);
      }
    }
  }

  private static void terms(Faults faults, Loan.Terms terms) {
    faults.amount("principal", terms.principal());
    faults.require(terms.principal().value().signum() > 0, "bandung.number", "principal");
    faults.number("interest", terms.interest());
    faults.require(terms.interest().compareTo(HIGHEST_INTEREST) <= 0, "bandung.number", "interest");
    faults.require(PAYMENTS.contains(terms.paymentsPerYear()), "bandung.payments", "payments");
    faults.require(
        terms.maturityMonths() > 0 && terms.maturityMonths() <= LONGEST_LOAN_MONTHS,
        "bandung.maturity",
        "maturity");
    faults.require(
        terms.graceMonths() >= 0 && terms.graceMonths() <= terms.maturityMonths(),
        "bandung.grace",
        "grace");
    if (PAYMENTS.contains(terms.paymentsPerYear())) {
      int step = 12 / terms.paymentsPerYear();
      faults.require(terms.maturityMonths() % step == 0, "bandung.maturity", "maturity");
      faults.require(terms.graceMonths() % step == 0, "bandung.grace", "grace");
    }
  }

  private static void telling(Faults faults, Telling t) {
    faults.texts("results", t.results(), Faults.LONGEST);
    faults.texts("lessons", t.lessons(), Faults.LONGEST);
    faults.texts("story", t.story(), Faults.LONGEST);
    faults.texts("gains", t.gains(), Faults.LONGEST);
    faults.count("pictures", t.pictures().size(), MOST_PICTURES);
    t.pictures()
        .forEach(p -> {
          faults.sha256("pictures", p.sha256());
          faults.texts("pictures", p.caption(), Faults.TITLE);
          if (p.described() != null) {
            faults.someText("pictures", p.described().alt(), Faults.SHORT);
            faults.require(p.described().agreed(), "bandung.agreed", "pictures");
          }
        });
  }

  private static void report(Faults faults, Joint j, Report r) {
    faults.count("reports", j.reports().size(), MOST_REPORTS);
    faults.someText("text", r.text(), Faults.LONGEST);
    faults.texts("figures", r.figures(), Faults.LONGEST);
    period(faults, "period", r.period());
    faults.count("milestones", r.milestones().size(), MOST_ITEMS);
    r.milestones()
        .forEach(id ->
            faults.require(j.plan().find(id).isPresent(), "bandung.no-such-item", "milestones"));
  }
}
