package org.bandung.collection;

import static org.bandung.access.guard.Refusals.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.OwnAccount;
import org.bandung.access.Permission;
import org.bandung.collection.RoundOutcome.Done;
import org.bandung.collection.RoundOutcome.KeyUsedOtherwise;
import org.bandung.collection.RoundOutcome.NotAllowed;
import org.bandung.collection.RoundRules.Acting;
import org.bandung.kernel.News;
import org.bandung.kernel.Note;
import org.bandung.kernel.StableId;
import org.bandung.store.Database;
import org.bandung.store.EventLog.Kept;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What every deed has in common: it waits for its turn, asks who may, looks whether it was done
/// already, decides, and writes down what happened with its letters and news. One transaction.
@Component
class RoundDesk {

  private static final int LONGEST_KEY = 200;

  private final Database database;
  private final Mandates mandates;
  private final Audit audit;
  private final RoundLetters letters;
  private final ApplicationEventPublisher events;
  private final RoundTable table;
  private final Clock clock;

  @Autowired
  RoundDesk(
      Database database,
      Mandates mandates,
      Audit audit,
      RoundLetters letters,
      ApplicationEventPublisher events) {
    this(database, mandates, audit, letters, events, Clock.systemUTC());
  }

  RoundDesk(
      Database database,
      Mandates mandates,
      Audit audit,
      RoundLetters letters,
      ApplicationEventPublisher events,
      Clock clock) {
    this.database = database;
    this.mandates = mandates;
    this.audit = audit;
    this.letters = letters;
    this.events = events;
    this.table = new RoundTable(database);
    this.clock = clock;
  }

  Optional<Round> round(String id) {
    return database.reading(() -> table.rounds(List.of(id)).stream().findFirst());
  }

  /// A deed as it was sent.
  ///
  /// @param key empty where nobody sent it
  /// @param command what is compared where the key was used before
  record Sent(String id, String key, String command, String word) {}

  /// Opens a round; the same key makes it once only.
  RoundOutcome open(Account account, Body body, RoundPlan plan, String key) {
    return database.inTransaction(() -> {
      if (badKey(key)) {
        return badKey();
      }
      var id = StableId.of("collection", body.id(), key);
      var outcome = RoundRules.open(id, plan, new Acting(body.id(), account.id(), now()));
      if (!(outcome instanceof Done done)) {
        return outcome;
      }
      var command = "open" + RoundCodec.json(plan);
      if (!table.begin(done.after(), now())) {
        return again(id, body.id(), key, command).orElseThrow();
      }
      write(account.id(), body, new Sent(id, key, command, "open"), done);
      return done;
    });
  }

  /// Does something for one body.
  ///
  /// @param word of what is compared where the key was used before
  /// @param making the deed as the round stands; runs inside the transaction
  /// @return empty if she may not see the round, or not for this body
  Optional<RoundOutcome> act(
      Account account, Asking asking, String key, Function<Round, RoundDeed> making) {
    return database.inTransaction(() -> {
      if (!table.lock(asking.id())) {
        return Optional.empty();
      }
      var r = RoundHistory.fold(table.events(asking.id()));
      boolean owner = r.plan().owner().equals(asking.party());
      var body = mandates.owner(asking.party());
      if (body.isEmpty()
          || (asking.asOwner() ? !owner : !r.asked().containsKey(asking.party()))
          || !mandates.mayAsOwn(account, Permission.READ_PRIVATE, body.get())) {
        return Optional.empty();
      }
      if (!mandates.mayAsOwn(account, asking.needs(), body.get())) {
        return Optional.of(mayNot(account, asking.needs(), body.get()));
      }
      if (badKey(key)) {
        return Optional.of(badKey());
      }
      var before = again(asking.id(), asking.party(), key, asking.command());
      if (before.isPresent()) {
        return before;
      }
      var deed = making.apply(r);
      var outcome = RoundRules.decide(r, deed, new Acting(body.get().id(), account.id(), now()));
      if (outcome instanceof Done done) {
        if (deed instanceof RoundDeed.Invite invite && invite.email() != null) {
          table.contact(asking.id(), invite.institution(), invite.email());
        }
        write(
            account.id(),
            body.get(),
            new Sent(asking.id(), key, asking.command(), deed.word()),
            done);
      }
      return Optional.of(outcome);
    });
  }

  /// Who asks for what.
  ///
  /// @param party id of the body for which it is done
  /// @param asOwner whether it is a deed of the authority
  record Asking(String id, String party, boolean asOwner, Permission needs, String command) {}

  /// Reminds by the schedule.
  ///
  /// @return whether a reminder was due
  boolean remind(String id, String institution) {
    return database.inTransaction(() -> {
      if (!table.lock(id)) {
        return false;
      }
      var r = RoundHistory.fold(table.events(id));
      var owner = mandates.owner(r.plan().owner());
      var occasion = RoundReminders.occasion(r, institution, today());
      if (owner.isEmpty() || occasion.isEmpty()) {
        return false;
      }
      var deed = new RoundDeed.Remind(institution, occasion.get());
      if (RoundRules.decide(r, deed, new Acting(owner.get().id(), "", now()))
          instanceof Done done) {
        write("", owner.get(), new Sent(id, "", "", deed.word()), done);
        return true;
      }
      return false;
    });
  }

  /// Writes down what was done, and the letters and news of it.
  private void write(String person, Body body, Sent sent, Done done) {
    table.append(sent.id(), done.events(), done.after());
    if (!sent.key().isEmpty()) {
      table.keep(
          sent.id(),
          body.id(),
          sent.key(),
          new Kept(
              StableId.of(sent.command()),
              done.events().getFirst().sequence(),
              done.events().getLast().sequence()));
    }
    if (!person.isEmpty() && !sent.word().equals("see")) {
      audit.record(
          new Audit.Deed(person, body.id(), "collection." + sent.word(), sent.id(), Map.of()));
    }
    for (var recorded : done.events()) {
      RoundNews.of(done.after(), recorded.event(), body)
          .ifPresent(n -> tell(done.after(), person, body, n));
    }
  }

  /// Forgets the address of somebody who closed her account; runs inside that transaction.
  @EventListener
  void closed(OwnAccount.Closed closed) {
    table.forget(closed.email());
  }

  private void tell(Round r, String person, Body body, RoundNews news) {
    news.letter()
        .ifPresent(who ->
            letters.write(
                table.contact(r.id(), who),
                r,
                java.util.Objects.requireNonNull(r.asked().get(who)),
                news.word(),
                body.name(),
                news.reason()));
    events.publishEvent(
        new News(
            new TreeSet<>(news.bodies()),
            person,
            "collection." + news.word(),
            news.path(),
            Map.of(
                "body", body.name(),
                "day", r.due().toString(),
                "reason", news.reason(),
                "title", RoundLetters.spoken(r.plan().title(), "en"))));
  }

  /// What became of the deed when it was sent before.
  private Optional<RoundOutcome> again(String id, String party, String key, String command) {
    return table
        .command(id, party, key)
        .map(kept -> {
          if (!kept.command().equals(StableId.of(command))) {
            return new KeyUsedOtherwise();
          }
          var history = table.events(id).subList(0, Math.toIntExact(kept.last()));
          return new Done(
              history.subList(Math.toIntExact(kept.first()) - 1, history.size()),
              RoundHistory.fold(history));
        });
  }

  private static boolean badKey(String key) {
    return key.isBlank() || key.length() > LONGEST_KEY;
  }

  private static RoundOutcome badKey() {
    return faulty("bandung.text-missing", "key");
  }

  static RoundOutcome faulty(String code, String path) {
    return new RoundOutcome.Faulty(
        List.of(new Note(0, "", Note.Severity.REFUSED, code, path, List.of())));
  }

  static RoundOutcome mayNot(Account account, Permission needed, Body body) {
    return refused(new NotAllowed(needed), account.id(), needed, body.id());
  }

  Instant now() {
    // As fine as the database keeps it.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  LocalDate today() {
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
