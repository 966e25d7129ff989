package org.bandung.funds.grants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bandung.funds.grants.Grant.Request;
import org.bandung.funds.grants.Grant.Standing;
import org.bandung.funds.grants.Grant.Step;
import org.bandung.funds.grants.Grant.Told;
import org.bandung.funds.grants.GrantEvent.Recorded;
import org.bandung.funds.ledger.Money;

/// What events make of a grant: a pure fold.
final class GrantHistory {

  private GrantHistory() {}

  static Grant fold(List<Recorded> history) {
    var first = history.getFirst();
    if (!(first.event() instanceof GrantEvent.Opened(var id, var fund, var plan, var on))) {
      throw new IllegalStateException("a grant begins by being opened");
    }
    var grant =
        new Grant(
            id,
            fund,
            first.party(),
            plan,
            plan.until(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            false,
            first.sequence());
    for (var recorded : history.subList(1, history.size())) {
      grant = then(grant, recorded);
    }
    return grant;
  }

  static Grant then(Grant g, Recorded recorded) {
    if (recorded.sequence() != g.sequence() + 1) {
      throw new IllegalStateException("an event is missing before " + recorded.sequence());
    }
    var next = new Next(g);
    switch (recorded.event()) {
      case GrantEvent.Opened o -> throw new IllegalStateException("opened twice");
      case GrantEvent.Reached(var word, var account, var files) ->
          next.reached.put(word, recorded.at());
      case GrantEvent.Reported(var id, var report) ->
          next.reports.put(id, new Told(id, report, recorded.person(), Standing.WAITING, ""));
      case GrantEvent.Accepted(var id, var on) -> next.report(id, Standing.ACCEPTED, "");
      case GrantEvent.SentBack(var id, var reason) -> next.report(id, Standing.SENT_BACK, reason);
      case GrantEvent.Requested(var id, var tranche, var partner, var amount, var reason) ->
          next.requests.put(
              id, new Request(id, tranche, partner, amount, recorded.person(), "", Step.ASKED));
      case GrantEvent.Approved(var id) -> next.request(id, recorded.person(), Step.APPROVED);
      case GrantEvent.Refused(var id, var reason) -> next.request(id, "", Step.REFUSED);
      case GrantEvent.Paid(var id, var on, var reference) -> next.request(id, "", Step.PAID);
      case GrantEvent.Returned(var partner, var amount, var on, var reference) ->
          next.returned.merge(partner, amount, Money::plus);
      case GrantEvent.Extended(var until, var reason) -> next.until = until;
      case GrantEvent.Audited(var finding, var files) -> next.findings.add(finding);
      case GrantEvent.Closed closed -> next.closed = true;
    }
    return next.made(recorded.sequence());
  }

  /// A grant that stands a little differently.
  private static final class Next {
    private final Grant before;
    private final Map<String, java.time.Instant> reached;
    private final Map<String, Told> reports;
    private final Map<String, Request> requests;
    private final Map<String, Money> returned;
    private final List<String> findings;
    private java.time.LocalDate until;
    private boolean closed;

    Next(Grant before) {
      this.before = before;
      this.reached = new LinkedHashMap<>(before.reached());
      this.reports = new LinkedHashMap<>(before.reports());
      this.requests = new LinkedHashMap<>(before.requests());
      this.returned = new LinkedHashMap<>(before.returned());
      this.findings = new ArrayList<>(before.findings());
      this.until = before.until();
      this.closed = before.closed();
    }

    void report(String id, Standing standing, String reason) {
      var told = Objects.requireNonNull(reports.get(id));
      reports.put(id, new Told(id, told.report(), told.by(), standing, reason));
    }

    void request(String id, String approver, Step step) {
      var r = Objects.requireNonNull(requests.get(id));
      requests.put(
          id,
          new Request(
              id,
              r.tranche(),
              r.partner(),
              r.amount(),
              r.by(),
              approver.isEmpty() ? r.approver() : approver,
              step));
    }

    Grant made(long sequence) {
      return new Grant(
          before.id(),
          before.fund(),
          before.owner(),
          before.plan(),
          until,
          reached,
          reports,
          requests,
          returned,
          findings,
          closed,
          sequence);
    }
  }
}
