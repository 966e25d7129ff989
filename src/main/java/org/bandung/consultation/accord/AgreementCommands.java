package org.bandung.consultation.accord;

import static org.bandung.access.guard.Refusals.refused;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bandung.consultation.ConsultationEvent.Author;
import org.bandung.consultation.accord.AgreementEvent.Recorded;
import org.bandung.consultation.accord.AgreementOutcome.Done;
import org.bandung.kernel.StableId;
import org.bandung.store.Database;
import org.bandung.store.EventLog.Kept;

/// How a command on an agreement is done: once, in one transaction, in its turn.
final class AgreementCommands {

  private static final int LONGEST_KEY = 200;

  private final Database database;
  private final AgreementTable table;
  private final AgreementDeeds deeds;
  private final Clock clock;

  AgreementCommands(Database database, AgreementDeeds deeds, Clock clock) {
    this.database = database;
    this.table = new AgreementTable(database);
    this.deeds = deeds;
    this.clock = clock;
  }

  /// What is asked, so that the same asked again is known.
  record Command(String key, String hash) {
    Command(String key, Object... parts) {
      this(key, StableId.of(Arrays.stream(parts).map(String::valueOf).toArray(String[]::new)));
    }
  }

  /// Read, decide, write; the row is held from the first to the last.
  <T extends AgreementOutcome> Optional<T> decide(
      String id,
      Author by,
      Command command,
      Supplier<? extends T> otherwise,
      Predicate<Agreement> sees,
      Function<Agreement, T> rule) {
    return database.inTransaction(() -> {
      if (command.key().isBlank() || command.key().length() > LONGEST_KEY || !table.lock(id)) {
        return Optional.empty();
      }
      var found = table.find(id).orElseThrow();
      if (!sees.test(found)) {
        return Optional.empty();
      }
      var before = table.command(id, by.person(), command.key());
      if (before.isPresent()) {
        return Optional.of(
            before.get().command().equals(command.hash())
                ? again(id, before.get())
                : otherwise.get());
      }
      var outcome = rule.apply(movedOn(found));
      if (outcome instanceof Done(var events, var after)) {
        write(after, events);
        table.keep(
            id,
            by.person(),
            command.key(),
            new Kept(command.hash(), events.getFirst().sequence(), events.getLast().sequence()));
      }
      return Optional.of(
          outcome instanceof AgreementOutcome.LacksCapacity(var needed)
              ? refused(outcome, by.person(), needed, by.party())
              : outcome);
    });
  }

  @SuppressWarnings("unchecked") // what was kept was done, and done is an answer to every command
  private <T extends AgreementOutcome> T again(String id, Kept kept) {
    var events = table.events(id).subList(0, Math.toIntExact(kept.last()));
    return (T)
        new Done(
            events.subList(Math.toIntExact(kept.first()) - 1, events.size()),
            AgreementHistory.fold(events));
  }

  /// It may have come into force since whoever was lacking is not bound any more.
  private Agreement movedOn(Agreement a) {
    return AgreementRules.enterIntoForce(a, clock.instant().truncatedTo(ChronoUnit.MICROS))
        .map(done -> {
          write(done.after(), done.events());
          return done.after();
        })
        .orElse(a);
  }

  private void write(Agreement after, List<Recorded> events) {
    table.append(after.id(), events);
    deeds.saw(events, after, table.text(after.id(), after.latest().number()).proposal().title());
  }
}
