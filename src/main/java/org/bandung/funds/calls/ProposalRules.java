package org.bandung.funds.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bandung.funds.Duty;
import org.bandung.funds.calls.CallsOutcome.Faulty;
import org.bandung.funds.calls.CallsOutcome.Ineligible;
import org.bandung.funds.calls.CallsOutcome.NotNow;
import org.bandung.funds.calls.Proposal.State;
import org.bandung.funds.calls.forms.FormFaults;
import org.bandung.funds.calls.forms.ProposalForm;
import org.bandung.funds.rules.Eligibility;
import org.bandung.funds.rules.Rule;
import org.bandung.funds.rules.Verdict;
import org.bandung.kernel.Note;

/// What may be done to a proposal as things stand, and what comes of it. Whether the person may is
/// asked elsewhere.
final class ProposalRules {

  private static final int REASON = 4_000;

  // Each saving is kept and read again: beyond this nobody saves, but can still hand in.
  static final int MOST_EVENTS = 1_000;

  private ProposalRules() {}

  /// What comes of a deed: events, or why not.
  sealed interface Decided {
    record Happened(List<ProposalEvent> events) implements Decided {
      Happened(ProposalEvent event) {
        this(List.of(event));
      }
    }

    record Refused(CallsOutcome why) implements Decided {}
  }

  private static Decided not(String why) {
    return new Decided.Refused(new NotNow(why));
  }

  private static Decided faulty(String code, String path) {
    return new Decided.Refused(
        new Faulty(List.of(new Note(0, "", Note.Severity.REFUSED, code, path, List.of()))));
  }

  private static boolean reasonless(String reason) {
    return reason.isBlank() || reason.length() > REASON;
  }

  static Decided save(Proposal p, Call call, ProposalForm form) {
    if (!p.state().writes()) {
      return not("submitted");
    }
    if (p.sequence() >= MOST_EVENTS) {
      return not("full");
    }
    var faults = FormFaults.refusing(form, call.plan().wanted());
    if (!faults.isEmpty()) {
      return new Decided.Refused(new Faulty(faults));
    }
    return form.equals(p.form())
        ? not("same")
        : new Decided.Happened(new ProposalEvent.Saved(form));
  }

  /// The last moment at which this proposal can be handed in.
  static Instant deadline(Proposal p, Call call) {
    var until = p.until();
    return p.state() == State.RETURNED && until != null
        ? CallPlan.endOf(until, call.plan().zone())
        : call.deadlineAt();
  }

  /// The clock of the node decides, before any rule; then what does not fit together; then the
  /// rules as they stood when the call was opened.
  ///
  /// @param hash of the form
  static Decided submit(
      Proposal p, Call call, List<Verdict> verdicts, Instant now, String hash, boolean listing) {
    if (!p.state().writes()) {
      return not("submitted");
    }
    if (call.state() != Call.State.OPEN) {
      return not(call.state() == Call.State.CANCELLED ? "cancelled" : "early");
    }
    if (now.isBefore(call.plan().opensAt())) {
      return not("early");
    }
    if (now.isAfter(deadline(p, call))) {
      return not("late");
    }
    var faults = FormFaults.fitting(p.form(), call.plan().wanted());
    if (!faults.isEmpty()) {
      return new Decided.Refused(new Faulty(faults));
    }
    var refusing = Eligibility.refusing(verdicts);
    if (!refusing.isEmpty()) {
      return new Decided.Refused(new Ineligible(refusing));
    }
    var judged = new ArrayList<ProposalEvent.Judged>();
    for (var v : verdicts) {
      var points = v.points() == null ? null : v.points().toPlainString();
      judged.add(new ProposalEvent.Judged(v.rule().id(), v.outcome().name(), points));
    }
    return new Decided.Happened(
        new ProposalEvent.Submitted(p.versions().size() + 1, hash, call.hash(), judged, listing));
  }

  static Decided withdraw(Proposal p, String reason) {
    if (reasonless(reason)) {
      return faulty("bandung.reason", "reason");
    }
    return p.state().writes() || p.state().underWay()
        ? new Decided.Happened(new ProposalEvent.Withdrawn(reason))
        : not("decided");
  }

  /// @param duties of the person it names, where it names one
  /// @param excluded whether that person is kept out
  static Decided fund(
      Proposal p,
      Call call,
      ProposalDeed.OfFund deed,
      String person,
      Set<Duty> duties,
      boolean excluded) {
    return switch (deed) {
      case ProposalDeed.Screen s -> screen(p, s);
      case ProposalDeed.Assign a -> {
        if (p.state() != State.ELIGIBLE) {
          yield not("not-eligible");
        }
        if (!duties.contains(Duty.REVIEWER)) {
          yield faulty("bandung.no-reviewer", "person");
        }
        if (excluded) {
          yield faulty("bandung.conflict", "person");
        }
        yield p.reviewers().contains(a.person())
            ? not("assigned")
            : new Decided.Happened(new ProposalEvent.Assigned(a.person()));
      }
      case ProposalDeed.Declare d -> {
        if (reasonless(d.why())) {
          yield faulty("bandung.reason", "why");
        }
        yield p.conflicts().containsKey(person)
            ? not("same")
            : new Decided.Happened(new ProposalEvent.Conflicted(d.why()));
      }
      case ProposalDeed.GiveReview r -> review(p, call, r, person);
      case ProposalDeed.Publish d -> {
        if (!p.agreed()) {
          yield not("not-agreed");
        }
        yield p.listed() ? not("same") : new Decided.Happened(new ProposalEvent.Listed());
      }
    };
  }

  private static Decided screen(Proposal p, ProposalDeed.Screen s) {
    if (p.state() != State.SUBMITTED) {
      return not("not-submitted");
    }
    return reasonless(s.reason())
        ? faulty("bandung.reason", "reason")
        : new Decided.Happened(new ProposalEvent.Screened(s.passed(), s.reason()));
  }

  /// Points for each criterion of the book, none missing, none beyond what it can bring.
  private static Decided review(Proposal p, Call call, ProposalDeed.GiveReview r, String person) {
    if (p.state() != State.ELIGIBLE) {
      return not("not-eligible");
    }
    if (!p.reviewers().contains(person)) {
      return not("not-assigned");
    }
    if (reasonless(r.comment())) {
      return faulty("bandung.reason", "comment");
    }
    var criteria = call.book().orElseThrow().of(Rule.Kind.CRITERION);
    for (var criterion : criteria) {
      var points = r.scores().get(criterion.id());
      if (points == null
          || points < 0
          || criterion.points() == null
          || points > criterion.points().intValue()) {
        return faulty("bandung.points", "scores/" + criterion.id());
      }
    }
    if (r.scores().size() != criteria.size()) {
      return faulty("bandung.points", "scores");
    }
    return new Proposal.Review(r.scores(), r.comment()).equals(p.reviews().get(person))
        ? not("same")
        : new Decided.Happened(new ProposalEvent.Reviewed(r.scores(), r.comment()));
  }
}
