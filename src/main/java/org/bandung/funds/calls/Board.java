package org.bandung.funds.calls;

import static org.bandung.access.guard.Refusals.refused;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.funds.Duty;
import org.bandung.funds.calls.CallsOutcome.Done;
import org.bandung.funds.calls.CallsOutcome.NotAllowed;
import org.bandung.funds.calls.CallsOutcome.NotNow;
import org.bandung.funds.calls.ProposalEvent.Decision;
import org.bandung.funds.calls.people.FundPeople;
import org.bandung.kernel.StableId;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Meetings of a fund's board: an agenda, members who are there and vote, decisions. A decision
/// needs the quorum of the call and more than half of the votes that count; nobody with a conflict
/// of interest counts, and whoever declares one later counts no more.
@Service
public class Board {

  private static final int AGENDA = 300;
  private static final int TEXT = 4_000;
  private static final int MINUTES = 40_000;

  private final Database database;
  private final FundPeople people;
  private final Conflicts conflicts;
  private final ProposalDesk desk;
  private final Audit audit;
  private final MeetingTable table;

  Board(Database database, FundPeople people, Conflicts conflicts, ProposalDesk desk, Audit audit) {
    this.database = database;
    this.people = people;
    this.conflicts = conflicts;
    this.desk = desk;
    this.audit = audit;
    this.table = new MeetingTable(database);
  }

  /// Meetings of a fund, for its board, managers and auditors, the last changed first.
  public List<Meeting> list(Account account, String fund) {
    return sees(fund, account)
        ? database.reading(
            () -> table.of(fund).stream().map(m -> withoutConflicts(m, account)).toList())
        : List.of();
  }

  /// A meeting; what is said of proposals she is kept out of is left out.
  public Optional<Meeting> find(Account account, String id) {
    return database.reading(() ->
        table.find(id).filter(m -> sees(m.fund(), account)).map(m -> withoutConflicts(m, account)));
  }

  private boolean sees(String fund, Account account) {
    var duties = people.duties(fund, account.id());
    return duties.contains(Duty.BOARD)
        || duties.contains(Duty.MANAGER)
        || duties.contains(Duty.AUDITOR);
  }

  private Meeting withoutConflicts(Meeting m, Account account) {
    var out = new HashSet<String>();
    for (var p : desk.table().all(m.agenda())) {
      if (conflicts.excluded(p, account)) {
        out.add(p.id());
      }
    }
    if (out.isEmpty()) {
      return m;
    }
    var votes = new HashMap<>(m.votes());
    votes.keySet().removeAll(out);
    var concluded = new HashMap<>(m.concluded());
    concluded.keySet().removeAll(out);
    return new Meeting(
        m.id(),
        m.fund(),
        m.title(),
        m.on(),
        m.agenda().stream().filter(p -> !out.contains(p)).toList(),
        m.attending(),
        votes,
        concluded,
        m.closed(),
        out.isEmpty() ? m.minutes() : "",
        m.sequence());
  }

  /// Convenes a meeting; its id follows from the fund and the key.
  ///
  /// @param agenda proposals that were screened and are fit
  /// @return empty if there is no such fund to her
  public Optional<CallsOutcome> convene(
      Account account, String fund, String title, Instant on, List<String> agenda, String key) {
    return database.inTransaction(() -> {
      if (!sees(fund, account)) {
        return Optional.empty();
      }
      if (!people.duties(fund, account.id()).contains(Duty.MANAGER)) {
        return Optional.of(mayNot(account, fund, Duty.MANAGER.code()));
      }
      if (Log.badKey(key) || bad(title, TEXT)) {
        return Optional.of(FundProposals.faulty(Log.badKey(key) ? "key" : "title"));
      }
      if (agenda.isEmpty()
          || agenda.size() > AGENDA
          || new HashSet<>(agenda).size() != agenda.size()
          || !onTheWay(fund, agenda)) {
        return Optional.of(FundProposals.faulty("agenda"));
      }
      var id = StableId.of("meeting", fund, key);
      var convened = new MeetingEvent.Convened(fund, title, on, agenda);
      var doing = doing(account, id, fund, key, "convene" + CallsCodec.json(convened));
      if (!table.begin(id, fund, doing.at())) {
        return Optional.of(table.log.again(doing).orElseGet(CallsOutcome.KeyUsedOtherwise::new));
      }
      write(doing, 0, convened, "convene");
      return Optional.of(new Done(id, 1));
    });
  }

  private boolean onTheWay(String fund, List<String> agenda) {
    var found = desk.table().all(agenda);
    return found.size() == agenda.size()
        && found.stream()
            .allMatch(p -> p.fund().equals(fund) && p.state() == Proposal.State.ELIGIBLE);
  }

  /// A member is there.
  public Optional<CallsOutcome> attend(Account account, String id, String key) {
    return act(
        account,
        id,
        Duty.BOARD,
        key,
        "attend",
        "attend",
        m -> {
          if (m.closed()) {
            return new NotNow("closed");
          }
          return m.attending().contains(account.id())
              ? new NotNow("same")
              : new MeetingEvent.Attended();
        });
  }

  /// A member who is there says what should become of a proposal; the last word counts until it is
  /// decided.
  public Optional<CallsOutcome> vote(
      Account account, String id, String proposal, Decision choice, String reason, String key) {
    var voted = new MeetingEvent.Voted(proposal, choice, reason);
    return act(
        account,
        id,
        Duty.BOARD,
        key,
        "vote" + CallsCodec.json(voted),
        "vote",
        m -> {
          var refused = open(m, proposal);
          if (refused != null) {
            return refused;
          }
          if (bad(reason, TEXT)) {
            return FundProposals.faulty("reason");
          }
          if (!m.attending().contains(account.id())) {
            return new NotNow("not-attending");
          }
          // Held until the vote stands, so that a conflict declared meanwhile is seen.
          desk.table().log.lock(proposal);
          return conflicts.excluded(desk.table().find(proposal).orElseThrow(), account)
              ? mayNot(account, m.fund(), "no-conflict")
              : voted;
        });
  }

  /// What the board decided on a proposal.
  ///
  /// @param conditions changes that are asked; needed where it is approved with changes
  /// @param until last minute to hand it in again, where the call's clock is; needed where it is
  ///   returned
  public record Ruling(
      String proposal,
      Decision decision,
      String reason,
      String conditions,
      @Nullable LocalDateTime until) {}

  /// Writes down a decision that the votes carry, with the letter to the applicant.
  public Optional<CallsOutcome> decide(Account account, String id, Ruling ruling, String key) {
    var command = "decide" + CallsCodec.json(ruling);
    return act(
        account,
        id,
        Duty.MANAGER,
        key,
        command,
        "decide",
        m -> {
          var refused = open(m, ruling.proposal());
          return refused != null ? refused : decided(account, m, ruling);
        });
  }

  private Object decided(Account account, Meeting m, Ruling ruling) {
    desk.table().log.lock(ruling.proposal());
    var p = desk.table().find(ruling.proposal()).orElseThrow();
    var call = desk.call(p.call());
    if (conflicts.excluded(p, account)) {
      return mayNot(account, m.fund(), "no-conflict");
    }
    if (p.state() != Proposal.State.ELIGIBLE) {
      return new NotNow("not-eligible");
    }
    var fault = fault(ruling, call);
    if (fault.isPresent()) {
      return FundProposals.faulty(fault.get());
    }
    var out = conflicts.people(p);
    var count =
        m.count(
            p.id(), who -> !out.contains(who) && people.duties(m.fund(), who).contains(Duty.BOARD));
    if (count.voted().size() < call.plan().quorum()) {
      return new NotNow("quorum");
    }
    if (!count.majority(ruling.decision())) {
      return new NotNow("no-majority");
    }
    var event =
        new ProposalEvent.Decided(
            m.id(),
            ruling.decision(),
            ruling.reason(),
            ruling.conditions(),
            ruling.until(),
            count.voted());
    desk.write(
        new Log.Doing(p.id(), people.owner(m.fund()).orElse(""), account.id(), desk.now(), "", ""),
        p,
        call,
        List.of(event),
        "decide");
    return new MeetingEvent.Concluded(
        p.id(),
        ruling.decision(),
        count.choices().getOrDefault(ruling.decision(), 0),
        count.voted().size());
  }

  private Optional<String> fault(Ruling ruling, Call call) {
    if (bad(ruling.reason(), TEXT)) {
      return Optional.of("reason");
    }
    boolean asked = ruling.decision() == Decision.APPROVE_WITH_CHANGES;
    if (ruling.conditions().length() > TEXT || asked && ruling.conditions().isBlank()) {
      return Optional.of("conditions");
    }
    boolean returned = ruling.decision() == Decision.RETURN;
    var until = ruling.until();
    if (returned != (until != null)
        || until != null && !CallPlan.endOf(until, call.plan().zone()).isAfter(desk.now())) {
      return Optional.of("until");
    }
    return Optional.empty();
  }

  /// Closes a meeting; what was not decided can be on the agenda of another.
  public Optional<CallsOutcome> close(Account account, String id, String minutes, String key) {
    return act(
        account,
        id,
        Duty.MANAGER,
        key,
        "close" + minutes,
        "close",
        m -> {
          if (m.closed()) {
            return new NotNow("closed");
          }
          return bad(minutes, MINUTES)
              ? FundProposals.faulty("minutes")
              : new MeetingEvent.Closed(minutes);
        });
  }

  private static @Nullable CallsOutcome open(Meeting m, String proposal) {
    if (m.closed()) {
      return new NotNow("closed");
    }
    if (!m.agenda().contains(proposal)) {
      return new NotNow("not-on-agenda");
    }
    return m.concluded().containsKey(proposal) ? new NotNow("decided") : null;
  }

  private static boolean bad(String text, int most) {
    return text.isBlank() || text.length() > most;
  }

  private Optional<CallsOutcome> act(
      Account account,
      String id,
      Duty needed,
      String key,
      String command,
      String word,
      Function<Meeting, Object> deciding) {
    return database.inTransaction(() -> {
      if (!table.log.lock(id)) {
        return Optional.empty();
      }
      var m = table.find(id).orElseThrow();
      if (!sees(m.fund(), account)) {
        return Optional.empty();
      }
      if (!people.duties(m.fund(), account.id()).contains(needed)) {
        return Optional.of(mayNot(account, m.fund(), needed.code()));
      }
      if (Log.badKey(key)) {
        return Optional.of(FundProposals.faulty("key"));
      }
      var doing = doing(account, id, m.fund(), key, command);
      var before = table.log.again(doing);
      if (before.isPresent()) {
        return before;
      }
      var decided = deciding.apply(m);
      if (decided instanceof MeetingEvent event) {
        write(doing, m.sequence(), event, word);
        return Optional.of(new Done(id, m.sequence() + 1));
      }
      return Optional.of((CallsOutcome) decided);
    });
  }

  private void write(Log.Doing doing, long last, MeetingEvent event, String word) {
    table.log.write(doing, last, List.of(event));
    table.note(doing.id(), doing.at());
    audit.record(
        new Audit.Deed(doing.person(), doing.party(), "board." + word, doing.id(), Map.of()));
  }

  private Log.Doing doing(Account account, String id, String fund, String key, String command) {
    return new Log.Doing(id, people.owner(fund).orElse(""), account.id(), desk.now(), key, command);
  }

  private CallsOutcome mayNot(Account account, String fund, String needed) {
    return refused(new NotAllowed(needed), account.id(), needed, people.owner(fund).orElse(""));
  }
}
