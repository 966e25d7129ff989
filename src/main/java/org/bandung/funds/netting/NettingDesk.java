package org.bandung.funds.netting;

import static org.bandung.access.guard.Refusals.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.netting.NettingEvent.Recorded;
import org.bandung.funds.netting.NettingOutcome.Done;
import org.bandung.funds.netting.NettingOutcome.Faulty;
import org.bandung.funds.netting.NettingOutcome.KeyUsedOtherwise;
import org.bandung.funds.netting.NettingOutcome.NotAllowed;
import org.bandung.funds.netting.NettingOutcome.NotNow;
import org.bandung.kernel.Note;
import org.bandung.kernel.StableId;
import org.bandung.store.Database;
import org.bandung.store.EventLog.Kept;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What every deed has in common: it waits for its turn, asks who may, looks whether it was done
/// already, decides, and writes down what happened. One transaction, ledger entries included.
@Component
class NettingDesk {

  private static final int LONGEST_KEY = 200;

  private final Database database;
  private final Mandates mandates;
  private final Audit audit;
  private final NettingTable table;
  private final NettingEffects effects;
  private final Clock clock;

  @Autowired
  NettingDesk(Database database, Mandates mandates, Audit audit, Ledger ledger) {
    this(database, mandates, audit, ledger, Clock.systemUTC());
  }

  NettingDesk(Database database, Mandates mandates, Audit audit, Ledger ledger, Clock clock) {
    this.database = database;
    this.mandates = mandates;
    this.audit = audit;
    this.table = new NettingTable(database);
    this.effects = new NettingEffects(table, ledger);
    this.clock = clock;
  }

  Optional<NettingRound> round(String id) {
    return database.reading(() -> table.rounds(List.of(id)).stream().findFirst());
  }

  /// Opens a round; the same key makes it once only.
  NettingOutcome open(Account account, Body body, NettingPlan plan, String key) {
    return database.inTransaction(() -> {
      if (badKey(key)) {
        return badKey();
      }
      var faults = NettingFaults.of(plan);
      if (!faults.isEmpty()) {
        return new Faulty(faults);
      }
      var strangers =
          plan.participants().stream()
              .filter(p -> mandates.owner(p).filter(NettingDesk::clears).isEmpty())
              .map(p -> TermsFaults.fault("bandung.netting-participant", "participants", p))
              .toList();
      if (!strangers.isEmpty()) {
        return new Faulty(strangers);
      }
      var id = StableId.of("netting", body.id(), key);
      var command = "open" + NettingCodec.json(plan);
      if (!table.begin(id, body.id(), plan.participants(), now())) {
        return again(id, body.id(), key, command).orElseThrow();
      }
      var opened =
          new Recorded(1, now(), body.id(), account.id(), new NettingEvent.Opened(id, plan));
      table.append(id, List.of(opened));
      keep(id, body.id(), key, command, List.of(opened));
      audit.record(new Audit.Deed(account.id(), body.id(), "netting.open", id, Map.of()));
      return Done.of(NettingHistory.fold(List.of(opened)));
    });
  }

  private static boolean clears(Body body) {
    return body.admitted() && body.kind() != Body.Kind.NODE;
  }

  /// Does something for one body.
  ///
  /// @param asOwner whether as the body that opened the round
  /// @return empty if she may not see the round, or not for this body
  Optional<NettingOutcome> act(
      Account account, String id, String party, boolean asOwner, NettingDeed deed, String key) {
    return database.inTransaction(() -> {
      if (!table.lock(id)) {
        return Optional.empty();
      }
      var r = NettingHistory.fold(table.events(id));
      var body = mandates.owner(party);
      if (body.isEmpty()
          || (asOwner ? !r.owner().equals(party) : !r.plan().participants().contains(party))
          || !mandates.mayAsOwn(account, Permission.READ_PRIVATE, body.get())) {
        return Optional.empty();
      }
      if (!mandates.mayAsOwn(account, deed.needs(), body.get())) {
        return Optional.of(mayNot(account, deed.needs(), body.get()));
      }
      if (badKey(key)) {
        return Optional.of(badKey());
      }
      var command = deed.word() + NettingCodec.json(deed);
      var before = again(id, party, key, command);
      return before.isPresent()
          ? before
          : Optional.of(decide(account, r, party, deed, new Sent(key, command)));
    });
  }

  private record Sent(String key, String command) {}

  private NettingOutcome decide(
      Account account, NettingRound r, String party, NettingDeed deed, Sent sent) {
    var faults = NettingFaults.of(r, party, deed, today());
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    var why = NettingRules.notNow(r, party, account.id(), deed);
    if (why.isPresent()) {
      return new NotNow(why.get());
    }
    var by = new NettingEffects.By(party, account.id(), now());
    return switch (effects.of(r, by, deed)) {
      case NettingEffects.Refused(var outcome) -> outcome;
      case NettingEffects.Happened(var events, var after) -> {
        keep(r.id(), party, sent.key(), sent.command(), events);
        audit.record(
            new Audit.Deed(account.id(), party, "netting." + deed.word(), r.id(), Map.of()));
        yield Done.of(after);
      }
    };
  }

  private void keep(String id, String party, String key, String command, List<Recorded> events) {
    table.keep(
        id,
        party,
        key,
        new Kept(StableId.of(command), events.getFirst().sequence(), events.getLast().sequence()));
  }

  /// What became of the deed when it was sent before.
  private Optional<NettingOutcome> again(String id, String party, String key, String command) {
    return table
        .command(id, party, key)
        .map(kept ->
            kept.command().equals(StableId.of(command))
                ? Done.of(
                    NettingHistory.fold(table.events(id).subList(0, Math.toIntExact(kept.last()))))
                : new KeyUsedOtherwise());
  }

  private static boolean badKey(String key) {
    return key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0;
  }

  private static NettingOutcome badKey() {
    return new Faulty(
        List.of(new Note(0, "", Note.Severity.REFUSED, "bandung.text-missing", "key", List.of())));
  }

  static NettingOutcome mayNot(Account account, Permission needed, Body body) {
    return refused(new NotAllowed(needed), account.id(), needed, body.id());
  }

  private Instant now() {
    // As fine as the database keeps it.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private LocalDate today() {
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
