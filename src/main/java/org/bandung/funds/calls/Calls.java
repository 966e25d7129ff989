package org.bandung.funds.calls;

import static org.bandung.access.guard.Refusals.refused;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.funds.Duty;
import org.bandung.funds.calls.CallsOutcome.Done;
import org.bandung.funds.calls.CallsOutcome.Faulty;
import org.bandung.funds.calls.CallsOutcome.NotAllowed;
import org.bandung.funds.calls.CallsOutcome.NotNow;
import org.bandung.funds.calls.people.FundPeople;
import org.bandung.funds.rules.BookReader;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Note;
import org.bandung.kernel.StableId;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The one entrance to calls: a fund's manager plans, opens, extends and cancels them; everybody
/// reads those that were opened. From the opening on rules never change, and a deadline only moves
/// away.
@Service
public class Calls {

  private static final int LIST = 500;
  private static final int TEXT = 4_000;
  private static final int MOST_QUORUM = 100;

  private final Database database;
  private final FundPeople people;
  private final Audit audit;
  private final CallTable table;
  private final Clock clock;

  @Autowired
  Calls(Database database, FundPeople people, Audit audit) {
    this(database, people, audit, Clock.systemUTC());
  }

  Calls(Database database, FundPeople people, Audit audit, Clock clock) {
    this.database = database;
    this.people = people;
    this.audit = audit;
    this.table = new CallTable(database);
    this.clock = clock;
  }

  /// Calls that everybody may read, the last changed first.
  public List<Call> list() {
    return database.reading(() -> table.opened(LIST));
  }

  /// Calls of a fund for its people, those that are only planned too.
  public List<Call> list(Account account, String fund) {
    return people.duties(fund, account.id()).isEmpty()
        ? List.of()
        : database.reading(() -> table.of(fund, LIST));
  }

  /// A call that was opened.
  public Optional<Call> find(String id) {
    return database.reading(() -> table.find(id)).filter(c -> !c.hash().isEmpty());
  }

  /// A call for somebody of the fund, or one that was opened.
  public Optional<Call> find(Account account, String id) {
    return database
        .reading(() -> table.find(id))
        .filter(c -> !c.hash().isEmpty() || !people.duties(c.fund(), account.id()).isEmpty());
  }

  /// Plans a call of a fund; its id follows from the fund and the key.
  ///
  /// @return empty if there is no such fund to her
  public Optional<CallsOutcome> plan(Account account, String fund, CallPlan plan, String key) {
    return database.inTransaction(() -> {
      if (people.duties(fund, account.id()).isEmpty()) {
        return Optional.empty();
      }
      if (!people.duties(fund, account.id()).contains(Duty.MANAGER)) {
        return Optional.of(mayNot(account, fund));
      }
      var faults = faults(plan);
      if (Log.badKey(key) || !faults.isEmpty()) {
        return Optional.of(new Faulty(faults.isEmpty() ? List.of(fault("key")) : faults));
      }
      var id = StableId.of("call", fund, key);
      var doing = doing(account, id, fund, key, "plan" + CallsCodec.json(plan));
      if (!table.begin(id, fund, doing.at())) {
        return Optional.of(table.log.again(doing).orElseGet(CallsOutcome.KeyUsedOtherwise::new));
      }
      write(doing, 0, new CallEvent.Planned(fund, plan), "plan");
      return Optional.of(new Done(id, 1));
    });
  }

  /// Plans it anew.
  public Optional<CallsOutcome> replan(Account account, String id, CallPlan plan, String key) {
    return act(
        account,
        id,
        key,
        "replan" + CallsCodec.json(plan),
        "plan",
        c -> {
          var faults = faults(plan);
          if (!faults.isEmpty()) {
            return new Faulty(faults);
          }
          return c.state() == Call.State.PLANNED
              ? new CallEvent.Planned(c.fund(), plan)
              : new NotNow("open");
        });
  }

  /// Opens it: its rules are frozen, and everybody may read it.
  public Optional<CallsOutcome> open(Account account, String id, String key) {
    return act(
        account,
        id,
        key,
        "open",
        "open",
        c -> {
          if (c.state() != Call.State.PLANNED) {
            return new NotNow("open");
          }
          if (now().isAfter(c.deadlineAt())) {
            return new NotNow("late");
          }
          return BookReader.read(c.rules()) instanceof BookReader.Read.Faulty(var faults)
              ? new CallsOutcome.FaultyRules(faults)
              : new CallEvent.Opened(Hashes.sha256(c.rules()));
        });
  }

  /// Gives more time; never less.
  public Optional<CallsOutcome> extend(
      Account account, String id, LocalDateTime deadline, String reason, String key) {
    return act(
        account,
        id,
        key,
        "extend" + deadline + reason,
        "extend",
        c -> {
          if (reason.isBlank() || reason.length() > TEXT) {
            return new Faulty(List.of(fault("reason")));
          }
          if (c.state() != Call.State.OPEN) {
            return new NotNow("not-open");
          }
          return deadline.isAfter(c.deadline())
              ? new CallEvent.Extended(deadline, reason)
              : new NotNow("earlier");
        });
  }

  /// Calls it off. Proposals that were handed in stay with the fund.
  public Optional<CallsOutcome> cancel(Account account, String id, String reason, String key) {
    return act(
        account,
        id,
        key,
        "cancel" + reason,
        "cancel",
        c -> {
          if (reason.isBlank() || reason.length() > TEXT) {
            return new Faulty(List.of(fault("reason")));
          }
          return c.state() == Call.State.CANCELLED
              ? new NotNow("cancelled")
              : new CallEvent.Cancelled(reason);
        });
  }

  /// @param deciding gives an event, or an outcome that refuses
  private Optional<CallsOutcome> act(
      Account account,
      String id,
      String key,
      String command,
      String word,
      Function<Call, Object> deciding) {
    return database.inTransaction(() -> {
      if (!table.log.lock(id)) {
        return Optional.empty();
      }
      var call = table.find(id).orElseThrow();
      var duties = people.duties(call.fund(), account.id());
      if (duties.isEmpty()) {
        return Optional.empty();
      }
      if (!duties.contains(Duty.MANAGER)) {
        return Optional.of(mayNot(account, call.fund()));
      }
      if (Log.badKey(key)) {
        return Optional.of(new Faulty(List.of(fault("key"))));
      }
      var doing = doing(account, id, call.fund(), key, command);
      var before = table.log.again(doing);
      if (before.isPresent()) {
        return before;
      }
      var decided = deciding.apply(call);
      if (decided instanceof CallEvent event) {
        write(doing, call.sequence(), event, word);
        return Optional.of(new Done(id, call.sequence() + 1));
      }
      return Optional.of((CallsOutcome) decided);
    });
  }

  private void write(Log.Doing doing, long last, CallEvent event, String word) {
    table.log.write(doing, last, List.of(event));
    table.note(table.find(doing.id()).orElseThrow(), doing.at());
    audit.record(
        new Audit.Deed(doing.person(), doing.party(), "call." + word, doing.id(), Map.of()));
  }

  private Log.Doing doing(Account account, String id, String fund, String key, String command) {
    return new Log.Doing(id, people.owner(fund).orElse(""), account.id(), now(), key, command);
  }

  private CallsOutcome mayNot(Account account, String fund) {
    return refused(
        new NotAllowed(Duty.MANAGER.code()),
        account.id(),
        Duty.MANAGER,
        people.owner(fund).orElse(""));
  }

  private Instant now() {
    // As fine as the database keeps it.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Note fault(String path) {
    return new Note(0, "", Note.Severity.REFUSED, "bandung.text-missing", path, List.of());
  }

  private static List<Note> faults(CallPlan plan) {
    var faults = new ArrayList<Note>();
    boolean titled =
        !plan.title().isEmpty()
            && plan.title().byLanguage().values().stream()
                .allMatch(t -> !t.isBlank() && t.length() <= TEXT);
    if (!titled) {
      faults.add(fault("title"));
    }
    if (!zone(plan.zone())) {
      faults.add(fault("zone"));
    } else if (gap(plan.opening(), plan.zone()) || gap(plan.deadline(), plan.zone())) {
      faults.add(fault("deadline"));
    }
    if (!plan.opening().isBefore(plan.deadline())) {
      faults.add(fault("deadline"));
    }
    if (!currency(plan.currency())) {
      faults.add(fault("currency"));
    }
    if (plan.languages().isEmpty() || !Messages.LANGUAGES.containsAll(plan.languages())) {
      faults.add(fault("languages"));
    }
    if (plan.quorum() < 1 || plan.quorum() > MOST_QUORUM) {
      faults.add(fault("quorum"));
    }
    if (plan.rules().length() > BookReader.LONGEST) {
      faults.add(fault("rules"));
    }
    return faults;
  }

  private static boolean zone(String id) {
    try {
      return id.equals("UTC") || ZoneId.getAvailableZoneIds().contains(id) && ZoneId.of(id) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /// Whether clocks skip that minute there.
  private static boolean gap(LocalDateTime minute, String zone) {
    return ZoneId.of(zone).getRules().getValidOffsets(minute).isEmpty();
  }

  private static boolean currency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(c -> c.getCurrencyCode().equals(code));
  }
}
