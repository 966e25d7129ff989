package org.bandung.funds.grants;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bandung.funds.Duty;
import org.bandung.funds.grants.Grant.Request;
import org.bandung.funds.grants.Grant.Standing;
import org.bandung.funds.grants.Grant.Step;
import org.bandung.funds.grants.Grant.Told;
import org.bandung.funds.grants.GrantEvent.Recorded;
import org.bandung.funds.grants.GrantOutcome.Done;
import org.bandung.funds.grants.GrantOutcome.Faulty;
import org.bandung.funds.grants.GrantOutcome.NotNow;
import org.bandung.funds.ledger.Money;

/// What can be done with a grant as it stands, and what comes of it.
///
/// Three people touch a payment: one asks, another agrees, a third writes down that it was paid.
/// Whoever acts for a partner of the grant agrees to nothing in it.
final class GrantRules {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private GrantRules() {}

  /// Who acts.
  ///
  /// @param party id of the body for which it is done
  /// @param duties that the person has in the fund
  /// @param partners ids of partners of this grant for whose bodies the person acts
  record Acting(String party, String person, Instant at, Set<Duty> duties, Set<String> partners) {
    Acting {
      duties = Set.copyOf(duties);
      partners = Set.copyOf(partners);
    }
  }

  static GrantOutcome open(String id, String fund, GrantPlan plan, LocalDate on, Acting acting) {
    var faults = GrantFaults.of(plan, on);
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    if (!acting.partners().isEmpty()) {
      return new NotNow("partner-acts");
    }
    var first =
        new Recorded(
            1,
            acting.at(),
            acting.party(),
            acting.person(),
            new GrantEvent.Opened(id, fund, plan, on));
    return new Done(List.of(first), GrantHistory.fold(List.of(first)));
  }

  static GrantOutcome decide(Grant g, GrantDeed deed, Acting acting) {
    var faults = GrantFaults.of(g, deed);
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    if (g.closed() && !(deed instanceof GrantDeed.Audit)) {
      return new NotNow("closed");
    }
    if (day(deed).isAfter(LocalDate.ofInstant(acting.at(), ZoneOffset.UTC))) {
      return new NotNow("after-today");
    }
    return switch (deed) {
      case GrantDeed.Reach d -> reach(g, d, acting);
      case GrantDeed.Report d -> report(g, d, acting);
      case GrantDeed.Accept d ->
          judged(g, d.report(), acting, new GrantEvent.Accepted(d.report(), d.on()));
      case GrantDeed.SendBack d ->
          judged(g, d.report(), acting, new GrantEvent.SentBack(d.report(), d.reason()));
      case GrantDeed.Request d -> request(g, d, acting);
      case GrantDeed.Approve d -> of(g, d.request(), r -> approve(g, r, acting));
      case GrantDeed.Refuse d -> of(g, d.request(), r -> refuse(g, r, d, acting));
      case GrantDeed.Pay d -> of(g, d.request(), r -> pay(g, r, d, acting));
      case GrantDeed.Return d -> giveBack(g, d, acting);
      case GrantDeed.Extend d ->
          d.until().isAfter(g.until())
              ? alone(g, acting, new GrantEvent.Extended(d.until(), d.reason()))
              : new NotNow("earlier");
      case GrantDeed.Audit d -> done(g, acting, new GrantEvent.Audited(d.finding(), d.evidence()));
      case GrantDeed.Close d -> close(g, d, acting);
    };
  }

  /// The day on which money moved, or was accounted for; long ago for other deeds.
  private static LocalDate day(GrantDeed deed) {
    return switch (deed) {
      case GrantDeed.Accept d -> d.on();
      case GrantDeed.Pay d -> d.on();
      case GrantDeed.Return d -> d.on();
      case GrantDeed.Close d -> d.on();
      default -> LocalDate.EPOCH;
    };
  }

  private static GrantOutcome reach(Grant g, GrantDeed.Reach d, Acting acting) {
    if (g.plan().tranches().stream().noneMatch(t -> t.milestones().contains(d.milestone()))) {
      return new NotNow("no-milestone");
    }
    return g.reached().containsKey(d.milestone())
        ? new NotNow("reached")
        : alone(g, acting, new GrantEvent.Reached(d.milestone(), d.account(), d.evidence()));
  }

  /// A report that was sent back can be told anew under its id.
  private static GrantOutcome report(Grant g, GrantDeed.Report d, Acting acting) {
    var report = d.report();
    var before = g.reports().get(d.id());
    if (before != null
        && (before.standing() != Standing.SENT_BACK
            || !before.report().partner().equals(report.partner()))) {
      return new NotNow("report-there");
    }
    if (!g.plan().hasPartner(report.partner())) {
      return new NotNow("no-partner");
    }
    if (report.from().isBefore(g.plan().from()) || report.to().isAfter(g.until())) {
      return new NotNow("after-end");
    }
    for (var spent : report.spent()) {
      var line =
          g.plan().budget().stream()
              .filter(l -> l.id().equals(spent.line()) && l.partner().equals(report.partner()))
              .findFirst();
      if (line.isEmpty()) {
        return new NotNow("no-line");
      }
      if (g.spent(spent.line()).plus(spent.amount()).compareTo(line.get().amount()) > 0) {
        return new NotNow("above-budget");
      }
    }
    return done(g, acting, new GrantEvent.Reported(d.id(), report));
  }

  /// Nobody judges what he told himself.
  private static GrantOutcome judged(Grant g, String id, Acting acting, GrantEvent event) {
    Told told = g.reports().get(id);
    if (told == null) {
      return new NotNow("no-report");
    }
    if (told.standing() != Standing.WAITING) {
      return new NotNow("not-waiting");
    }
    return told.by().equals(acting.person()) ? new NotNow("own-report") : alone(g, acting, event);
  }

  private static GrantOutcome request(Grant g, GrantDeed.Request d, Acting acting) {
    if (g.requests().containsKey(d.id())) {
      return new NotNow("request-there");
    }
    if (!g.plan().hasPartner(d.partner())) {
      return new NotNow("no-partner");
    }
    if (d.tranche() < 1 || d.tranche() > g.plan().tranches().size()) {
      return new NotNow("no-tranche");
    }
    var waits = waitsFor(g, d.tranche());
    if (waits.isPresent()) {
      return new NotNow(waits.get());
    }
    var tranche = g.plan().tranches().get(d.tranche() - 1);
    if (g.asked(d.tranche()).plus(d.amount()).compareTo(tranche.amount()) > 0) {
      return new NotNow("above-tranche");
    }
    if (g.asked(d.partner()).plus(d.amount()).compareTo(g.plan().total(d.partner())) > 0) {
      return new NotNow("above-budget");
    }
    return alone(
        g,
        acting,
        new GrantEvent.Requested(d.id(), d.tranche(), d.partner(), d.amount(), d.reason()));
  }

  /// What a tranche still waits for; empty if it can be asked for.
  ///
  /// A tranche after the first waits until something of the one before was paid and nothing of
  /// earlier ones is still to be paid, and for its share of the money paid so far to be accounted
  /// for: `accounted ≥ share × paid`, returned money counting as accounted for.
  ///
  /// @param number from 1
  static Optional<String> waitsFor(Grant g, int number) {
    var tranche = g.plan().tranches().get(number - 1);
    if (!g.reached().keySet().containsAll(tranche.milestones())) {
      return Optional.of("waits-for-milestone");
    }
    if (g.accepted() < tranche.reports()) {
      return Optional.of("waits-for-report");
    }
    if (number > 1 && !paidBefore(g, number)) {
      return Optional.of("earlier-tranche");
    }
    var open = Money.zero(g.currency());
    for (var partner : g.plan().partners()) {
      open = open.plus(g.open(partner.id()));
    }
    var accounted = g.paid().minus(open).amount().multiply(HUNDRED);
    var wanted = g.paid().amount().multiply(BigDecimal.valueOf(tranche.accounted()));
    return accounted.compareTo(wanted) < 0 ? Optional.of("waits-for-account") : Optional.empty();
  }

  private static boolean paidBefore(Grant g, int number) {
    var earlier =
        g.requests().values().stream().filter(r -> r.lives() && r.tranche() < number).toList();
    return earlier.stream().allMatch(r -> r.step() == Step.PAID)
        && earlier.stream().anyMatch(r -> r.tranche() == number - 1);
  }

  private static GrantOutcome of(Grant g, String id, Function<Request, GrantOutcome> then) {
    var request = g.requests().get(id);
    return request == null ? new NotNow("no-request") : then.apply(request);
  }

  private static GrantOutcome approve(Grant g, Request r, Acting acting) {
    if (r.step() != Step.ASKED) {
      return new NotNow("decided");
    }
    if (r.by().equals(acting.person())) {
      return new NotNow("own-request");
    }
    var waits = waitsFor(g, r.tranche());
    return waits.isPresent()
        ? new NotNow(waits.get())
        : alone(g, acting, new GrantEvent.Approved(r.id()));
  }

  private static GrantOutcome refuse(Grant g, Request r, GrantDeed.Refuse d, Acting acting) {
    if (r.step() != Step.ASKED && r.step() != Step.APPROVED) {
      return new NotNow("decided");
    }
    boolean may = acting.duties().contains(Duty.APPROVER) || r.by().equals(acting.person());
    return may
        ? alone(g, acting, new GrantEvent.Refused(r.id(), d.reason()))
        : new NotNow("not-yours");
  }

  private static GrantOutcome pay(Grant g, Request r, GrantDeed.Pay d, Acting acting) {
    if (r.step() == Step.PAID || r.step() == Step.REFUSED) {
      return new NotNow("decided");
    }
    if (r.step() != Step.APPROVED) {
      return new NotNow("not-approved");
    }
    if (r.approver().equals(acting.person())) {
      return new NotNow("own-approval");
    }
    if (r.by().equals(acting.person())) {
      return new NotNow("own-request");
    }
    var waits = waitsFor(g, r.tranche());
    return waits.isPresent()
        ? new NotNow(waits.get())
        : alone(g, acting, new GrantEvent.Paid(r.id(), d.on(), d.reference()));
  }

  private static GrantOutcome giveBack(Grant g, GrantDeed.Return d, Acting acting) {
    if (!g.plan().hasPartner(d.partner())) {
      return new NotNow("no-partner");
    }
    return d.amount().compareTo(g.open(d.partner())) > 0
        ? new NotNow("more-than-open")
        : alone(g, acting, new GrantEvent.Returned(d.partner(), d.amount(), d.on(), d.reference()));
  }

  private static GrantOutcome close(Grant g, GrantDeed.Close d, Acting acting) {
    if (g.requests().values().stream()
        .anyMatch(r -> r.step() == Step.ASKED || r.step() == Step.APPROVED)) {
      return new NotNow("open-requests");
    }
    if (g.reports().values().stream().anyMatch(t -> t.standing() == Standing.WAITING)) {
      return new NotNow("open-reports");
    }
    if (g.plan().partners().stream().anyMatch(p -> g.open(p.id()).signum() != 0)) {
      return new NotNow("open-money");
    }
    return alone(g, acting, new GrantEvent.Closed(d.on(), d.reason()));
  }

  /// Done unless the person acts for a partner of the grant.
  private static GrantOutcome alone(Grant g, Acting acting, GrantEvent event) {
    return acting.partners().isEmpty() ? done(g, acting, event) : new NotNow("partner-acts");
  }

  private static Done done(Grant g, Acting acting, GrantEvent event) {
    var recorded =
        new Recorded(g.sequence() + 1, acting.at(), acting.party(), acting.person(), event);
    return new Done(List.of(recorded), GrantHistory.then(g, recorded));
  }
}
