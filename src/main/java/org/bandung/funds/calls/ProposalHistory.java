package org.bandung.funds.calls;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.funds.calls.Proposal.Review;
import org.bandung.funds.calls.Proposal.Ruling;
import org.bandung.funds.calls.Proposal.State;
import org.bandung.funds.calls.Proposal.Version;
import org.bandung.funds.calls.ProposalEvent.Decision;
import org.bandung.funds.calls.forms.ProposalForm;
import org.jspecify.annotations.Nullable;

/// What events make of a proposal: a pure fold.
final class ProposalHistory {

  private final String id;
  private final ProposalEvent.Begun begun;
  private State state = State.DRAFT;
  private ProposalForm form;
  private final List<Version> versions = new ArrayList<>();
  private final Set<String> reviewers = new LinkedHashSet<>();
  private final Map<String, String> conflicts = new LinkedHashMap<>();
  private final Map<String, Review> reviews = new LinkedHashMap<>();
  private final List<Ruling> rulings = new ArrayList<>();
  private @Nullable LocalDateTime until;
  private boolean agreed;
  private boolean listed;
  private long sequence;

  private ProposalHistory(String id, Recorded<ProposalEvent> first) {
    if (!(first.event() instanceof ProposalEvent.Begun b)) {
      throw new IllegalStateException("a proposal begins by being begun");
    }
    this.id = id;
    this.begun = b;
    this.form = ProposalForm.empty("en", "USD");
    this.sequence = first.sequence();
  }

  static Proposal fold(String id, List<Recorded<ProposalEvent>> events) {
    var history = new ProposalHistory(id, events.getFirst());
    events.subList(1, events.size()).forEach(history::then);
    return history.made();
  }

  private void then(Recorded<ProposalEvent> recorded) {
    if (recorded.sequence() != sequence + 1) {
      throw new IllegalStateException("an event is missing before " + recorded.sequence());
    }
    sequence = recorded.sequence();
    switch (recorded.event()) {
      case ProposalEvent.Begun b -> throw new IllegalStateException("begun twice");
      case ProposalEvent.Saved(var saved) -> form = saved;
      case ProposalEvent.Submitted s -> submitted(s, recorded);
      case ProposalEvent.Withdrawn w -> {
        state = State.WITHDRAWN;
        listed = false;
      }
      case ProposalEvent.Screened(var passed, var reason) -> {
        state = passed ? State.ELIGIBLE : State.INELIGIBLE;
        rulings.add(new Ruling(recorded.at(), passed ? "screened-in" : "screened-out", reason, ""));
      }
      case ProposalEvent.Assigned(var person) -> reviewers.add(person);
      case ProposalEvent.Conflicted(var why) -> conflicts.putIfAbsent(recorded.person(), why);
      case ProposalEvent.Reviewed(var scores, var comment) ->
          reviews.put(recorded.person(), new Review(scores, comment));
      case ProposalEvent.Decided d -> decided(d, recorded);
      case ProposalEvent.Listed l -> listed = true;
    }
  }

  private void submitted(ProposalEvent.Submitted s, Recorded<ProposalEvent> recorded) {
    state = State.SUBMITTED;
    versions.add(new Version(s.version(), recorded.at(), s.hash(), s.rules(), form, s.judged()));
    // What was reviewed was another version.
    reviews.clear();
    agreed = s.listing();
    listed = listed && agreed;
    until = null;
  }

  private void decided(ProposalEvent.Decided d, Recorded<ProposalEvent> recorded) {
    state = after(d.decision());
    until = d.until();
    rulings.add(
        new Ruling(
            recorded.at(),
            d.decision().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
            d.reason(),
            d.conditions()));
  }

  private static State after(Decision decision) {
    return switch (decision) {
      case APPROVE -> State.APPROVED;
      case APPROVE_WITH_CHANGES -> State.APPROVED_WITH_CHANGES;
      case RETURN -> State.RETURNED;
      case REJECT -> State.REJECTED;
    };
  }

  private Proposal made() {
    return new Proposal(
        id,
        begun.call(),
        begun.fund(),
        begun.body(),
        begun.organisation(),
        begun.name(),
        begun.origin(),
        state,
        form,
        versions,
        reviewers,
        conflicts,
        reviews,
        rulings,
        until,
        agreed,
        listed,
        sequence);
  }
}
