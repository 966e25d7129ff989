package org.bandung.consultation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bandung.access.Account;
import org.bandung.consultation.Consultation.Setup;
import org.bandung.consultation.ConsultationEvent.LetterEntered;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.consultation.ConsultationOutcome.ConfirmOutcome;
import org.bandung.consultation.ConsultationOutcome.DeadlineOutcome;
import org.bandung.consultation.ConsultationOutcome.Faulty;
import org.bandung.consultation.ConsultationOutcome.LeaveOutcome;
import org.bandung.consultation.ConsultationOutcome.LetterOutcome;
import org.bandung.consultation.ConsultationOutcome.OpenOutcome;
import org.bandung.consultation.ConsultationOutcome.ProposeOutcome;
import org.bandung.consultation.ConsultationOutcome.RemarkOutcome;
import org.bandung.consultation.ConsultationOutcome.ReplyOutcome;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The one entrance to consultations. Every command is one transaction and carries a key: sent
/// again, it is not done again.
///
/// Whoever comes says for which party; whether she may is found out here. To somebody who acts for
/// no party of a consultation there is no such consultation: the answer is nothing. What she is
/// shown is what her party may see. Every deed but a private note leaves its line in the log of the
/// body acted for, and the bodies of the others are told.
@Service
public class Consultations {

  private static final int MOST_LISTED = 500;

  private final Actors actors;
  private final PartyList parties;
  private final ConsultationCommands commands;

  @Autowired
  Consultations(Database database, Actors actors, PartyList parties, Deeds deeds) {
    this(actors, parties, new ConsultationCommands(database, deeds, Clock.systemUTC()));
  }

  Consultations(Actors actors, PartyList parties, ConsultationCommands commands) {
    this.actors = actors;
    this.parties = parties;
    this.commands = commands;
  }

  /// Somebody who says that she acts for a party.
  public record As(Account account, String party) {}

  /// A party that is to take part.
  ///
  /// @param id code of a country, id of a body here, or id in the directory of organisations
  public record Invited(String id, Party.Role role) {}

  /// A consultation of a party that somebody acts for.
  public record Listed(Actor actor, Consultation consultation) {}

  /// The consultations of every party somebody acts for, by party, the newest first.
  public List<Listed> list(Account account) {
    return actors.parties(account).stream()
        .flatMap(party -> actors.of(account, party).stream())
        .flatMap(actor -> commands.list(actor, MOST_LISTED).stream().map(c -> new Listed(actor, c)))
        .toList();
  }

  /// Somebody as she acts for each party of a consultation that she acts for at all; none where it
  /// is nothing to her.
  public List<Actor> seats(Account account, String id) {
    return actors.parties(account).stream()
        .filter(party -> commands.takesPart(id, party))
        .flatMap(party -> actors.of(account, party).stream())
        .toList();
  }

  /// How things stand, as the party may see it.
  public Optional<Consultation> find(String id, As as) {
    return seated(id, as, actor -> commands.find(id, actor));
  }

  /// What happened, as the party may see it.
  public List<Recorded> history(String id, As as) {
    return seated(id, as, actor -> Optional.of(commands.history(id, actor))).orElse(List.of());
  }

  private <T> Optional<T> seated(String id, As as, Function<Actor, Optional<T>> then) {
    return actors
        .of(as.account(), as.party())
        .filter(actor -> commands.takesPart(id, actor.party()))
        .flatMap(then);
  }

  /// Opens a consultation with its first version. What the parties are called, and which of them
  /// have nobody here and reply by letter, is found out here.
  ///
  /// @return empty if she does not act for the party
  public Optional<OpenOutcome> open(
      As as, List<Invited> invited, DecisionRule rule, Proposal first, String key) {
    return actors
        .of(as.account(), as.party())
        .map(actor -> {
          var listed = parties.of(invited);
          return listed.faults().isEmpty()
              ? commands.open(actor, new Setup(listed.parties(), rule), first, key)
              : new Faulty(listed.faults());
        });
  }

  /// Puts another version forward; all positions on older ones are void.
  ///
  /// @param basis the version that she had before her
  public Optional<ProposeOutcome> propose(
      String id, As as, int basis, Proposal proposal, String key) {
    return seated(id, as, actor -> commands.propose(id, actor, basis, proposal, key));
  }

  /// Accepts, objects or abstains.
  public Optional<ReplyOutcome> reply(
      String id, As as, int version, Position position, String key) {
    return seated(id, as, actor -> commands.reply(id, actor, version, position, key));
  }

  /// Leaves, for the one party alone.
  public Optional<LeaveOutcome> leave(String id, As as, String reason, String key) {
    return seated(id, as, actor -> commands.leave(id, actor, reason, key));
  }

  /// Enters the reply by letter of a party that has not acted itself.
  public Optional<LetterOutcome> enterLetter(String id, As as, LetterEntered letter, String key) {
    return seated(id, as, actor -> commands.enterLetter(id, actor, letter, key));
  }

  /// Says that the letter entered for the party is its own.
  public Optional<ConfirmOutcome> confirmLetter(String id, As as, int version, String key) {
    return seated(id, as, actor -> commands.confirmLetter(id, actor, version, key));
  }

  /// Says that the letter entered for the party is not its own.
  public Optional<ConfirmOutcome> disownLetter(
      String id, As as, int version, String reason, String key) {
    return seated(id, as, actor -> commands.disownLetter(id, actor, version, reason, key));
  }

  /// Says something to all parties.
  public Optional<RemarkOutcome> comment(String id, As as, int version, String text, String key) {
    return seated(id, as, actor -> commands.comment(id, actor, version, text, key));
  }

  /// Writes something down for the one party alone.
  public Optional<RemarkOutcome> note(String id, As as, String text, String key) {
    return seated(id, as, actor -> commands.note(id, actor, text, key));
  }

  /// Asks for replies by a time.
  public Optional<DeadlineOutcome> setDeadline(
      String id, As as, int version, Instant until, String key) {
    return seated(id, as, actor -> commands.setDeadline(id, actor, version, until, key));
  }

  /// Writes down which deadlines have gone by, of all consultations; nothing else comes of it.
  ///
  /// @return how many
  public int lapseDeadlines() {
    return commands.lapseDeadlines();
  }
}
