package org.bandung.consultation;

import static org.bandung.access.guard.Refusals.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bandung.consultation.Consultation.Setup;
import org.bandung.consultation.ConsultationEvent.LetterEntered;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.consultation.ConsultationOutcome.AnyOutcome;
import org.bandung.consultation.ConsultationOutcome.ConfirmOutcome;
import org.bandung.consultation.ConsultationOutcome.DeadlineOutcome;
import org.bandung.consultation.ConsultationOutcome.Done;
import org.bandung.consultation.ConsultationOutcome.Faulty;
import org.bandung.consultation.ConsultationOutcome.KeyUsedOtherwise;
import org.bandung.consultation.ConsultationOutcome.LeaveOutcome;
import org.bandung.consultation.ConsultationOutcome.LetterOutcome;
import org.bandung.consultation.ConsultationOutcome.OpenOutcome;
import org.bandung.consultation.ConsultationOutcome.ProposeOutcome;
import org.bandung.consultation.ConsultationOutcome.RemarkOutcome;
import org.bandung.consultation.ConsultationOutcome.ReplyOutcome;
import org.bandung.kernel.StableId;
import org.bandung.store.Database;
import org.bandung.store.EventLog.Kept;

/// Consultations for actors. Every command reads, decides and writes in one transaction while it
/// holds the consultation's row, and carries a key: sent again, it is not done again. Commands on a
/// consultation that does not exist are answered with nothing.
///
/// Who an actor is and what she may do has been decided before, by [Consultations]; what she is
/// shown here is what her party may see.
final class ConsultationCommands {

  private static final int LONGEST_KEY = 200;

  private final Database database;
  private final ConsultationTable table;
  private final Witness witness;
  private final Clock clock;

  ConsultationCommands(Database database, Witness witness, Clock clock) {
    this.database = database;
    this.table = new ConsultationTable(database);
    this.witness = witness;
    this.clock = clock;
  }

  /// Is told what happens, in the transaction in which it does, and only once.
  interface Witness {

    /// @param after how things stand then, with what only its writers may see
    void saw(List<Recorded> happened, Consultation after);
  }

  /// Whether a party takes part in a consultation, or did before it left.
  boolean takesPart(String id, String party) {
    return table.takesPart(id, party);
  }

  /// How things stand, as the actor's party may see it; empty if it never took part.
  Optional<Consultation> find(String id, Actor actor) {
    var visible = history(id, actor);
    return visible.isEmpty() ? Optional.empty() : Optional.of(ConsultationHistory.fold(visible));
  }

  /// What happened, as the actor's party may see it; empty if it never took part.
  List<Recorded> history(String id, Actor actor) {
    return visible(database.reading(() -> table.events(id)), actor);
  }

  private static List<Recorded> visible(List<Recorded> events, Actor actor) {
    if (events.isEmpty() || ConsultationHistory.fold(events).party(actor.party()).isEmpty()) {
      return List.of();
    }
    return ConsultationHistory.visibleTo(actor.party(), events);
  }

  /// The consultations of the actor's party as it may see them, the newest first.
  List<Consultation> list(Actor actor, int limit) {
    return database.reading(() -> table.events(table.of(actor.party(), limit))).stream()
        .map(events -> visible(events, actor))
        .filter(visible -> !visible.isEmpty())
        .map(ConsultationHistory::fold)
        .toList();
  }

  /// Opens a consultation with its first version; its id follows from the party and the key.
  OpenOutcome open(Actor actor, Setup setup, Proposal first, String key) {
    var ask =
        new Ask(StableId.of("consultation", actor.party(), key), actor, key, hash(setup, first));
    return database.inTransaction(() -> {
      var bad = badKey(key);
      if (bad.isPresent()) {
        return bad.get();
      }
      var now = now();
      var outcome = ConsultationRules.open(ask.id(), setup, first, actor, now);
      if (!(outcome instanceof Done done)) {
        return outcome;
      }
      if (table.begin(done.after(), actor.party(), now)) {
        return written(ask, List.of(), done);
      }
      // One with this key came first, and has been waited for.
      return again(ask).orElseThrow();
    });
  }

  /// Puts another version forward; all positions on older ones are void.
  Optional<ProposeOutcome> propose(
      String id, Actor actor, int basis, Proposal proposal, String key) {
    return decide(
        ask(id, actor, key, "propose", basis, proposal),
        o -> o,
        (c, now) -> ConsultationRules.propose(c, actor, basis, proposal, now));
  }

  /// Accepts, objects or abstains.
  Optional<ReplyOutcome> reply(String id, Actor actor, int version, Position position, String key) {
    return decide(
        ask(id, actor, key, "reply", version, position),
        o -> o,
        (c, now) ->
            switch (position) {
              case Position.Accepts() -> ConsultationRules.accept(c, actor, version, now);
              case Position.Abstains() -> ConsultationRules.abstain(c, actor, version, now);
              case Position.Objects(var reason) ->
                  ConsultationRules.object(c, actor, version, reason, now);
            });
  }

  /// Leaves, for the actor's party alone.
  Optional<LeaveOutcome> leave(String id, Actor actor, String reason, String key) {
    return decide(
        ask(id, actor, key, "leave", reason),
        o -> o,
        (c, now) -> ConsultationRules.leave(c, actor, reason, now));
  }

  /// Enters the reply by letter of a party that has not acted itself.
  Optional<LetterOutcome> enterLetter(String id, Actor actor, LetterEntered letter, String key) {
    return decide(
        ask(id, actor, key, "enter-letter", letter),
        o -> o,
        (c, now) -> ConsultationRules.enterLetter(c, actor, letter, now));
  }

  /// Says that the letter entered for the actor's party is its own.
  Optional<ConfirmOutcome> confirmLetter(String id, Actor actor, int version, String key) {
    return decide(
        ask(id, actor, key, "confirm-letter", version),
        o -> o,
        (c, now) -> ConsultationRules.confirmLetter(c, actor, version, now));
  }

  /// Says that the letter entered for the actor's party is not its own.
  Optional<ConfirmOutcome> disownLetter(
      String id, Actor actor, int version, String reason, String key) {
    return decide(
        ask(id, actor, key, "disown-letter", version, reason),
        o -> o,
        (c, now) -> ConsultationRules.disownLetter(c, actor, version, reason, now));
  }

  /// Says something to all parties.
  Optional<RemarkOutcome> comment(String id, Actor actor, int version, String text, String key) {
    return decide(
        ask(id, actor, key, "comment", version, text),
        o -> o,
        (c, now) -> ConsultationRules.comment(c, actor, version, text, now));
  }

  /// Writes something down for the actor's own party.
  Optional<RemarkOutcome> note(String id, Actor actor, String text, String key) {
    return decide(
        ask(id, actor, key, "note", text),
        o -> o,
        (c, now) -> ConsultationRules.note(c, actor, text, now));
  }

  /// Asks for replies by a time.
  Optional<DeadlineOutcome> setDeadline(
      String id, Actor actor, int version, Instant until, String key) {
    return decide(
        ask(id, actor, key, "set-deadline", version, until),
        o -> o,
        (c, now) -> ConsultationRules.setDeadline(c, actor, version, until, now));
  }

  /// Writes down which deadlines have gone by, of all consultations; nothing else comes of it.
  ///
  /// @return how many
  int lapseDeadlines() {
    int lapsed = 0;
    for (var id : table.withDeadlinesBefore(now())) {
      lapsed += database.inTransaction(() -> lapse(id));
    }
    return lapsed;
  }

  private int lapse(String id) {
    table.lock(id);
    var all = new ArrayList<>(table.events(id));
    var events = ConsultationRules.lapse(ConsultationHistory.fold(all), now());
    if (!events.isEmpty()) {
      table.append(id, events);
      all.addAll(events);
      witness.saw(events, ConsultationHistory.fold(all));
    }
    return events.size();
  }

  /// @param command hash of what is asked
  private record Ask(String id, Actor actor, String key, String command) {}

  private static Ask ask(String id, Actor actor, String key, Object... command) {
    return new Ask(id, actor, key, hash(command));
  }

  private static String hash(Object... command) {
    return StableId.of(Arrays.stream(command).map(ConsultationCodec::json).toArray(String[]::new));
  }

  /// Read, decide, write; the row is held from the first to the last.
  ///
  /// @param widened what can become of every command can become of this one
  private <T extends ConsultationOutcome> Optional<T> decide(
      Ask ask, Function<AnyOutcome, T> widened, BiFunction<Consultation, Instant, T> rule) {
    return database.inTransaction(() -> {
      var bad = badKey(ask.key());
      if (bad.isPresent()) {
        return bad.map(widened);
      }
      if (!table.lock(ask.id())) {
        return Optional.empty();
      }
      var before = again(ask);
      if (before.isPresent()) {
        return before.map(widened);
      }
      var events = table.events(ask.id());
      var outcome = rule.apply(ConsultationHistory.fold(events), now());
      return Optional.of(
          outcome instanceof Done done
              ? widened.apply(written(ask, events, done))
              : told(outcome, ask.actor()));
    });
  }

  private static <T extends ConsultationOutcome> T told(T outcome, Actor actor) {
    return outcome instanceof ConsultationOutcome.LacksCapacity(var needed)
        ? refused(outcome, actor.person(), needed, actor.party())
        : outcome;
  }

  private Done written(Ask ask, List<Recorded> before, Done done) {
    table.append(ask.id(), done.events());
    var first = done.events().getFirst().sequence();
    var last = done.events().getLast().sequence();
    table.keep(ask.id(), ask.actor().party(), ask.key(), new Kept(ask.command(), first, last));
    var all = new ArrayList<>(before);
    all.addAll(done.events());
    witness.saw(done.events(), ConsultationHistory.fold(all));
    return shown(ask.actor(), all, before.size());
  }

  /// What became of the command when it was sent before.
  private Optional<AnyOutcome> again(Ask ask) {
    return table
        .command(ask.id(), ask.actor().party(), ask.key())
        .map(kept -> {
          if (!kept.command().equals(ask.command())) {
            return new KeyUsedOtherwise();
          }
          var events = table.events(ask.id()).subList(0, Math.toIntExact(kept.last()));
          return shown(ask.actor(), events, Math.toIntExact(kept.first()) - 1);
        });
  }

  /// What was done, without a trace of the others' notes.
  ///
  /// @param before how many events there were before it
  private static Done shown(Actor actor, List<Recorded> events, int before) {
    var visible = ConsultationHistory.visibleTo(actor.party(), events);
    int seen = ConsultationHistory.visibleTo(actor.party(), events.subList(0, before)).size();
    return new Done(visible.subList(seen, visible.size()), ConsultationHistory.fold(visible));
  }

  private static Optional<AnyOutcome> badKey(String key) {
    var faults = new Faults();
    faults.text("key", key, LONGEST_KEY);
    return faults.all().isEmpty() ? Optional.empty() : Optional.of(new Faulty(faults.all()));
  }

  private Instant now() {
    // As fine as the database keeps it.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
