package org.bandung.funds;

import static org.bandung.access.guard.Refusals.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.funds.FundOutcome.Done;
import org.bandung.funds.FundOutcome.KeyUsedOtherwise;
import org.bandung.funds.FundOutcome.NotAllowed;
import org.bandung.funds.FundRules.Acting;
import org.bandung.kernel.Note;
import org.bandung.kernel.StableId;
import org.bandung.store.Database;
import org.bandung.store.EventLog.Kept;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What every deed with a fund has in common: it waits for its turn, asks who may, looks whether it
/// was done already, decides, and writes down what happened with its entries. One transaction.
@Component
class FundDesk {

  private static final int LONGEST_KEY = 200;

  private final Database database;
  private final Mandates mandates;
  private final Audit audit;
  private final FundBooks books;
  private final FundTable table;
  private final Clock clock;

  @Autowired
  FundDesk(Database database, Mandates mandates, Audit audit, FundBooks books) {
    this(database, mandates, audit, books, Clock.systemUTC());
  }

  FundDesk(Database database, Mandates mandates, Audit audit, FundBooks books, Clock clock) {
    this.database = database;
    this.mandates = mandates;
    this.audit = audit;
    this.books = books;
    this.table = new FundTable(database);
    this.clock = clock;
  }

  /// Opens a fund; the same key makes it once only.
  FundOutcome open(Account account, Body body, FundTerms terms, String key) {
    return database.inTransaction(() -> {
      if (badKey(key)) {
        return badKey();
      }
      var id = StableId.of("fund", body.id(), key);
      var outcome = FundRules.open(id, terms, new Acting(body.id(), account.id(), now()));
      if (!(outcome instanceof Done done)) {
        return outcome;
      }
      var command = "open" + FundCodec.json(terms);
      if (!table.begin(done.after(), now())) {
        return again(id, account.id(), key, command).orElseGet(KeyUsedOtherwise::new);
      }
      books.begin(done.after());
      write(account.id(), body.id(), new Sent(id, key, command, "open"), done);
      return done;
    });
  }

  /// Does something with a fund.
  ///
  /// @return empty if she may not see the fund
  Optional<FundOutcome> act(Account account, String id, FundDeed deed, String key) {
    return database.inTransaction(() -> {
      if (!table.lock(id)) {
        return Optional.empty();
      }
      var f = FundHistory.fold(table.events(id));
      var body = mandates.owner(f.owner());
      if (body.isEmpty() || !sees(account, f, body.get())) {
        return Optional.empty();
      }
      var missing = missing(account, f, body.get(), deed);
      if (missing.isPresent()) {
        return Optional.of(
            refused(new NotAllowed(missing.get()), account.id(), missing.get(), body.get().id()));
      }
      if (badKey(key)) {
        return Optional.of(badKey());
      }
      var command = deed.word() + FundCodec.json(deed);
      var before = again(id, account.id(), key, command);
      if (before.isPresent()) {
        return before;
      }
      var outcome = FundRules.decide(f, deed, new Acting(f.owner(), account.id(), now()));
      if (outcome instanceof Done done) {
        var refusal = FundPostings.of(f, done.events().getFirst()).flatMap(books::post);
        if (refusal.isPresent()) {
          return Optional.of(new FundOutcome.NotNow(refusal.get()));
        }
        write(account.id(), f.owner(), new Sent(id, key, command, deed.word()), done);
      }
      return Optional.of(outcome);
    });
  }

  /// Whether somebody may see all of a fund: she acts for its body, or is appointed to it.
  boolean sees(Account account, Fund f, Body body) {
    return !f.duties(account.id()).isEmpty()
        || mandates.mayAsOwn(account, Permission.READ_PRIVATE, body);
  }

  /// What somebody lacks for a deed; empty if she may do it. Who binds the body does what appointed
  /// people do not, and nothing of what they do: she appoints.
  private Optional<String> missing(Account account, Fund f, Body body, FundDeed deed) {
    var duty = deed.duty();
    if (duty != null) {
      return f.duties(account.id()).contains(duty) ? Optional.empty() : Optional.of(duty.code());
    }
    return mandates.mayAsOwn(account, Permission.SIGN, body)
        ? Optional.empty()
        : Optional.of(Permission.SIGN.code());
  }

  private record Sent(String id, String key, String command, String word) {}

  private void write(String person, String body, Sent sent, Done done) {
    table.append(sent.id(), done.events(), done.after());
    table.keep(
        sent.id(),
        person,
        sent.key(),
        new Kept(
            StableId.of(sent.command()),
            done.events().getFirst().sequence(),
            done.events().getLast().sequence()));
    audit.record(new Audit.Deed(person, body, "fund." + sent.word(), sent.id(), Map.of()));
  }

  /// What became of the deed when it was sent before.
  private Optional<FundOutcome> again(String id, String person, String key, String command) {
    return table
        .command(id, person, key)
        .map(kept -> {
          if (!kept.command().equals(StableId.of(command))) {
            return new KeyUsedOtherwise();
          }
          var history = table.events(id).subList(0, Math.toIntExact(kept.last()));
          return new Done(
              history.subList(Math.toIntExact(kept.first()) - 1, history.size()),
              FundHistory.fold(history));
        });
  }

  private static boolean badKey(String key) {
    return key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0;
  }

  private static FundOutcome badKey() {
    return new FundOutcome.Faulty(
        List.of(new Note(0, "", Note.Severity.REFUSED, "bandung.text-missing", "key", List.of())));
  }

  private Instant now() {
    // As fine as the database keeps it.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
