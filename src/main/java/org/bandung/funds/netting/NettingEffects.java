package org.bandung.funds.netting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bandung.funds.ledger.Entry;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.PostOutcome;
import org.bandung.funds.netting.NettingDeed.Answer;
import org.bandung.funds.netting.NettingDeed.Enter;
import org.bandung.funds.netting.NettingEvent.Recorded;
import org.bandung.funds.netting.NettingEvent.Word;
import org.bandung.funds.netting.NettingOutcome.Faulty;
import org.bandung.funds.netting.NettingOutcome.NotNow;

/// What a deed that the rules let through brings about: its events, rows and ledger entries. Runs
/// inside the transaction of the deed, which holds the round.
final class NettingEffects {

  private final NettingTable table;
  private final Ledger ledger;

  NettingEffects(NettingTable table, Ledger ledger) {
    this.table = table;
    this.ledger = ledger;
  }

  /// Who does it, for whom, when.
  record By(String party, String person, Instant at) {}

  sealed interface Effect {}

  record Happened(List<Recorded> events, NettingRound after) implements Effect {}

  record Refused(NettingOutcome outcome) implements Effect {}

  Effect of(NettingRound r, By by, NettingDeed deed) {
    return switch (deed) {
      case Enter enter -> entered(r, by, enter);
      case Answer answer -> answered(r, by, answer);
      case NettingDeed.Calculate c -> calculated(r, by);
      case NettingDeed.Reopen(var reason) ->
          happened(r, by, List.of(new NettingEvent.Reopened(reason)));
      case NettingDeed.End(var reason) -> happened(r, by, List.of(new NettingEvent.Ended(reason)));
      case NettingDeed.Accept(var version) ->
          happened(r, by, List.of(new NettingEvent.Accepted(version)));
      case NettingDeed.Decline(var version, var reason) -> declined(r, by, version, reason);
      case NettingDeed.Settle settle -> settled(r, by, settle);
    };
  }

  private Happened happened(NettingRound r, By by, List<? extends NettingEvent> events) {
    var recorded = new ArrayList<Recorded>();
    var after = r;
    for (var event : events) {
      var next = new Recorded(after.sequence() + 1, by.at(), by.party(), by.person(), event);
      recorded.add(next);
      after = NettingHistory.then(after, next);
    }
    table.append(r.id(), recorded);
    return new Happened(recorded, after);
  }

  private Effect entered(NettingRound r, By by, Enter enter) {
    if (table.count(r.id()) + enter.obligations().size() > NettingFaults.OBLIGATIONS) {
      return new Refused(
          new Faulty(
              List.of(
                  TermsFaults.fault(
                      "bandung.too-many",
                      "obligations",
                      String.valueOf(NettingFaults.OBLIGATIONS)))));
    }
    var entries = enter.obligations().stream().map(e -> named(by.party(), e)).toList();
    var ids = entries.stream().map(e -> e.obligation().id()).toList();
    var taken = table.taken(r.id(), ids);
    if (!taken.isEmpty()) {
      return new Refused(
          new Faulty(
              taken.stream()
                  .map(id -> TermsFaults.fault("bandung.netting-twice", "id", id))
                  .toList()));
    }
    var done = happened(r, by, List.of(new NettingEvent.Entered(ids.size())));
    table.enter(r.id(), done.events().getFirst(), entries);
    return done;
  }

  /// Its id with the side that enters it: nobody learns from a refusal which ids others use.
  private static Enter.Entry named(String party, Enter.Entry entry) {
    var o = entry.obligation();
    return new Enter.Entry(
        new Obligation(party + ":" + o.id(), o.debtor(), o.creditor(), o.amount(), o.due()),
        entry.reference());
  }

  private Effect answered(NettingRound r, By by, Answer answer) {
    var ids = new TreeSet<>(answer.obligations());
    var found = table.entered(r.id(), ids);
    // Whose obligations there are is known to their two sides only: what is not hers is not there.
    if (ids.size() != answer.obligations().size()
        || found.size() != ids.size()
        || found.stream().anyMatch(f -> !sides(f.claim().obligation(), by.party()))) {
      return new Refused(new NotNow("not-yours"));
    }
    for (var entered : found) {
      var refusal = refusal(entered, by, answer.said());
      if (!refusal.isEmpty()) {
        return new Refused(new NotNow(refusal));
      }
    }
    var done = happened(r, by, List.of(new NettingEvent.Answered(answer.said(), ids.size())));
    table.say(r.id(), done.events().getFirst(), answer);
    return done;
  }

  private static boolean sides(Obligation o, String party) {
    return o.debtor().equals(party) || o.creditor().equals(party);
  }

  private static String refusal(NettingTable.Entered entered, By by, Word said) {
    var claim = entered.claim();
    boolean own = claim.enteredBy().equals(by.party());
    return switch (said) {
      case WITHDRAWN ->
          !own
              ? "not-yours"
              : switch (claim.standing()) {
                case ENTERED, DISPUTED -> "";
                case CONFIRMED, WITHDRAWN -> "answered";
              };
      case CONFIRMED -> own ? "not-yours" : confirming(entered, by);
      case DISPUTED ->
          own
              ? "not-yours"
              : switch (claim.standing()) {
                case ENTERED, CONFIRMED -> "";
                case DISPUTED, WITHDRAWN -> "answered";
              };
    };
  }

  private static String confirming(NettingTable.Entered entered, By by) {
    if (entered.person().equals(by.person())) {
      // Two sides are two people, also where one of them acts for both.
      return "same-person";
    }
    return switch (entered.claim().standing()) {
      case ENTERED, DISPUTED -> "";
      case CONFIRMED, WITHDRAWN -> "answered";
    };
  }

  private Effect calculated(NettingRound r, By by) {
    var problem = problem(r);
    var faults = problem.faults();
    if (!faults.isEmpty()) {
      return new Refused(new Faulty(faults));
    }
    var clearing = Clearings.of(problem);
    var event = calculated(r, problem, clearing);
    if (event.asked().isEmpty()) {
      return new Refused(new NotNow("nothing-to-clear"));
    }
    table.rests(r.id(), event.version(), clearing.deferred());
    return happened(r, by, List.of(event));
  }

  private NettingProblem problem(NettingRound r) {
    return new NettingProblem(
        r.participants(), table.confirmed(r.id()), r.plan().terms().among(r.participants()));
  }

  private static NettingEvent.Calculated calculated(
      NettingRound r, NettingProblem problem, Clearing clearing) {
    var deferred = clearing.deferredById();
    var asked = new TreeSet<String>();
    for (var o : problem.obligations()) {
      var rest = deferred.get(o.id());
      if (r.participants().contains(o.debtor())
          && r.participants().contains(o.creditor())
          && (rest == null || rest.clearedValue().signum() > 0)) {
        asked.add(o.debtor());
        asked.add(o.creditor());
      }
    }
    return new NettingEvent.Calculated(r.version() + 1, r.participants(), asked, clearing.pools());
  }

  /// Leaves one out and calculates for the rest; where nothing is left to clear the round ends.
  private Effect declined(NettingRound r, By by, int version, String reason) {
    var declined = new NettingEvent.Declined(version, reason);
    var without =
        NettingHistory.then(
            r, new Recorded(r.sequence() + 1, by.at(), by.party(), by.person(), declined));
    var problem = problem(without);
    var clearing = Clearings.of(problem);
    var event = calculated(without, problem, clearing);
    if (event.asked().isEmpty()) {
      return happened(r, by, List.of(declined, new NettingEvent.Ended("nothing-to-clear")));
    }
    table.rests(r.id(), event.version(), clearing.deferred());
    return happened(r, by, List.of(declined, event));
  }

  private Effect settled(NettingRound r, By by, NettingDeed.Settle settle) {
    var postings =
        Settlement.of(
            r,
            table.confirmed(r.id()),
            table.rests(r.id(), r.version(), java.util.Optional.empty()),
            settle.day(),
            by.person());
    ledger.openBook(r.book(), r.owner());
    ledger.open(
        postings.stream()
            .flatMap(p -> p.entries().stream())
            .map(Entry::account)
            .distinct()
            .toArray(org.bandung.funds.ledger.AccountName[]::new));
    for (var outcome : ledger.postTogether(postings)) {
      if (!(outcome instanceof PostOutcome.Posted)) {
        // All or nothing: what throws undoes the deed and every posting before.
        throw new IllegalStateException("a settlement cannot be posted: " + outcome);
      }
    }
    return happened(r, by, List.of(new NettingEvent.Settled(r.version(), settle.day())));
  }
}
