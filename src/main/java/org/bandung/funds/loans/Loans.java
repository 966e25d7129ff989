package org.bandung.funds.loans;

import static org.bandung.access.guard.Refusals.refused;

import java.time.Clock;
import java.time.Instant;
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
import org.bandung.funds.loans.LoanEvent.Recorded;
import org.bandung.funds.loans.LoanOutcome.Done;
import org.bandung.funds.loans.LoanOutcome.Faulty;
import org.bandung.funds.loans.LoanOutcome.KeyUsedOtherwise;
import org.bandung.funds.loans.LoanOutcome.NotAllowed;
import org.bandung.funds.loans.LoanOutcome.NotNow;
import org.bandung.kernel.StableId;
import org.bandung.store.Database;
import org.bandung.store.EventLog.Kept;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The one entrance to loans that creditor and debtor keep together. Both read all of a loan, each
/// speaks for itself, and nothing of its terms changes without both. Every deed reads, decides and
/// writes in one transaction, entries of the ledger included, and carries a key: sent again, it is
/// not done again.
@Service
public class Loans {

  private static final int LONGEST_KEY = 200;

  private final Database database;
  private final Mandates mandates;
  private final Audit audit;
  private final LoanTable table;
  private final LoanEffects effects;
  private final Clock clock;

  @Autowired
  Loans(Database database, Mandates mandates, Audit audit, Ledger ledger) {
    this(database, mandates, audit, ledger, Clock.systemUTC());
  }

  Loans(Database database, Mandates mandates, Audit audit, Ledger ledger, Clock clock) {
    this.database = database;
    this.mandates = mandates;
    this.audit = audit;
    this.table = new LoanTable(database);
    this.effects = new LoanEffects(ledger);
    this.clock = clock;
  }

  /// The loans of bodies somebody acts for, the last changed first.
  public List<LoanFile> list(Account account, int limit) {
    return database.reading(() -> table.files(table.of(mandates.hearing(account), limit)));
  }

  /// A loan, for who acts for one of its sides.
  public Optional<LoanFile> find(Account account, String id) {
    return database.reading(() ->
        table.files(List.of(id)).stream()
            .filter(f -> reads(account, f.plan().creditor()) || reads(account, f.plan().debtor()))
            .findFirst());
  }

  private boolean reads(Account account, String party) {
    return mandates
        .owner(party)
        .filter(b -> mandates.mayAsOwn(account, Permission.READ_PRIVATE, b))
        .isPresent();
  }

  /// Writes a loan down for one of its sides; its id follows from the body and the key.
  ///
  /// @param party the side that proposes
  /// @return empty if there is no such body to her, or it is no side
  public Optional<LoanOutcome> propose(Account account, String party, LoanPlan plan, String key) {
    var body = mandates.owner(party).filter(b -> reads(account, b.id()));
    if (body.isEmpty() || !party.equals(plan.creditor()) && !party.equals(plan.debtor())) {
      return Optional.empty();
    }
    if (!mandates.mayAsOwn(account, Permission.NEGOTIATE, body.get())) {
      return Optional.of(mayNot(account, Permission.NEGOTIATE, body.get()));
    }
    return Optional.of(database.inTransaction(() -> proposed(account, party, plan, key)));
  }

  private LoanOutcome proposed(Account account, String party, LoanPlan plan, String key) {
    if (badKey(key)) {
      return badKey();
    }
    var faults = LoanRules.faults(plan);
    var other = party.equals(plan.creditor()) ? plan.debtor() : plan.creditor();
    if (mandates.owner(other).filter(b -> b.admitted() && b.kind() != Body.Kind.NODE).isEmpty()) {
      faults.add(LoanRules.fault("bandung.loan-parties", "debtor", other));
    }
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    var id = StableId.of("loan", party, key);
    var command = "propose" + LoanTable.json(plan);
    if (!table.begin(id, plan, now())) {
      return again(id, party, key, command).orElseThrow();
    }
    var first = new Recorded(1, now(), party, account.id(), new LoanEvent.Proposed(id, plan));
    return written(account, party, new Sent(key, command, "propose"), id, List.of(first));
  }

  /// Does something for one side.
  ///
  /// @return empty if she may not see the loan, or not for this body
  public Optional<LoanOutcome> act(
      Account account, String id, String party, LoanDeed deed, String key) {
    return database.inTransaction(() -> {
      if (!table.lock(id)) {
        return Optional.empty();
      }
      var file = LoanFile.fold(table.events(id));
      var body = mandates.owner(party);
      boolean side = party.equals(file.plan().creditor()) || party.equals(file.plan().debtor());
      if (body.isEmpty() || !side || !reads(account, party)) {
        return Optional.empty();
      }
      if (!mandates.mayAsOwn(account, deed.needs(), body.get())) {
        return Optional.of(mayNot(account, deed.needs(), body.get()));
      }
      if (badKey(key)) {
        return Optional.of(badKey());
      }
      var command = deed.word() + LoanTable.json(deed);
      var before = again(id, party, key, command);
      return before.isPresent()
          ? before
          : Optional.of(decide(account, file, party, deed, new Sent(key, command, deed.word())));
    });
  }

  private record Sent(String key, String command, String word) {}

  private LoanOutcome decide(
      Account account, LoanFile file, String party, LoanDeed deed, Sent sent) {
    var faults =
        LoanRules.faults(file, deed, clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    var by = new LoanFile.Proposer(party, account.id());
    var why = LoanRules.notNow(file, by, deed);
    if (why.isPresent()) {
      return new NotNow(why.get());
    }
    return switch (effects.of(file, by, deed, now())) {
      case LoanEffects.Refused(var reason) -> new NotNow(reason);
      case LoanEffects.Happened(var event) ->
          written(account, party, sent, file.id(), List.of(event));
    };
  }

  private LoanOutcome written(
      Account account, String party, Sent sent, String id, List<Recorded> events) {
    table.append(id, events);
    table.keep(
        id,
        party,
        sent.key(),
        new Kept(
            StableId.of(sent.command()),
            events.getFirst().sequence(),
            events.getLast().sequence()));
    audit.record(new Audit.Deed(account.id(), party, "loan." + sent.word(), id, Map.of()));
    return new Done(LoanFile.fold(table.events(id)));
  }

  private Optional<LoanOutcome> again(String id, String party, String key, String command) {
    return table
        .command(id, party, key)
        .map(kept ->
            kept.command().equals(StableId.of(command))
                ? new Done(LoanFile.fold(table.events(id).subList(0, Math.toIntExact(kept.last()))))
                : new KeyUsedOtherwise());
  }

  private static boolean badKey(String key) {
    return key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0;
  }

  private static LoanOutcome badKey() {
    return new Faulty(List.of(LoanRules.fault("bandung.text-missing", "key")));
  }

  private static LoanOutcome mayNot(Account account, Permission needed, Body body) {
    return refused(new NotAllowed(needed), account.id(), needed, body.id());
  }

  private Instant now() {
    // As fine as the database keeps it.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
