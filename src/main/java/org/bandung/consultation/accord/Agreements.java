package org.bandung.consultation.accord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.consultation.Actor;
import org.bandung.consultation.Actors;
import org.bandung.consultation.ConsultationEvent.Author;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.accord.AgreementEvent.Recorded;
import org.bandung.consultation.accord.AgreementOutcome.BadSignature;
import org.bandung.consultation.accord.AgreementOutcome.Done;
import org.bandung.consultation.accord.AgreementOutcome.EndorseOutcome;
import org.bandung.consultation.accord.AgreementOutcome.KeyElsewhere;
import org.bandung.consultation.accord.AgreementOutcome.KeyUsedOtherwise;
import org.bandung.consultation.accord.AgreementOutcome.OutOfPlace;
import org.bandung.consultation.accord.AgreementOutcome.SignOutcome;
import org.bandung.consultation.accord.AgreementOutcome.Unfit;
import org.bandung.consultation.accord.AgreementOutcome.WithdrawOutcome;
import org.bandung.consultation.signing.SignatureBundle;
import org.bandung.consultation.signing.SignatureBundle.Signatory;
import org.bandung.consultation.signing.SigningKeys;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The one entrance to agreements. To somebody who acts for none of its parties, and for no
/// authority that is asked to endorse it, there is no such agreement: the answer is nothing.
///
/// Every command reads, decides and writes in one transaction while it holds the agreement's row,
/// and carries a key: sent again, it is not done again.
@Service
public class Agreements {

  private static final int MOST = 500;
  private static final int LONGEST_WORD = 200;

  /// How old a statement may be that was signed elsewhere.
  private static final Duration CARRIED = Duration.ofDays(7);

  private final Database database;
  private final AgreementTable table;
  private final Actors actors;
  private final Mandates mandates;
  private final SigningKeyRing keys;
  private final AgreementDeeds deeds;
  private final AgreementCommands commands;
  private final Clock clock;

  @Autowired
  Agreements(
      Database database,
      Actors actors,
      Mandates mandates,
      SigningKeyRing keys,
      AgreementDeeds deeds) {
    this.database = database;
    this.table = new AgreementTable(database);
    this.actors = actors;
    this.mandates = mandates;
    this.keys = keys;
    this.deeds = deeds;
    this.clock = Clock.systemUTC();
    this.commands = new AgreementCommands(database, deeds, clock);
  }

  /// An agreement with what was consented to last.
  ///
  /// @param document the canonical text, which is what is signed
  /// @param bundle with the signatures under it
  public record Shown(
      Agreement agreement,
      List<Recorded> events,
      Proposal proposal,
      String document,
      SignatureBundle bundle) {}

  /// The agreements that somebody may see, the newest first.
  public List<Shown> list(Account account) {
    return database.reading(() -> {
      var ids = new ArrayList<>(table.of(actors.parties(account), MOST));
      table.find(table.withEndorsement(MOST)).stream()
          .filter(a -> !ids.contains(a.id()) && !endorses(account, a).isEmpty())
          .map(Agreement::id)
          .forEach(ids::add);
      return ids.stream().map(this::shown).toList();
    });
  }

  /// An agreement, for those who act for a party or are asked to endorse it.
  public Optional<Shown> find(String id, Account account) {
    return database.reading(() -> table.find(id).filter(a -> sees(account, a)).map(a -> shown(id)));
  }

  /// The agreement that came of a consultation and stands.
  public Optional<String> of(String consultation, Account account) {
    return database.reading(() ->
        table.ofConsultation(consultation).stream()
            .flatMap(id -> table.find(id).stream())
            .filter(a -> a.term().annulled() == null && sees(account, a))
            .map(Agreement::id)
            .findFirst());
  }

  /// The agreements below one that somebody may see.
  public List<Shown> below(String id, Account account) {
    return table.below(id).stream().flatMap(below -> find(below, account).stream()).toList();
  }

  private boolean sees(Account account, Agreement a) {
    return !seats(account, a).isEmpty() || !endorses(account, a).isEmpty();
  }

  /// Somebody as she acts for each of its parties.
  public List<Actor> seats(Account account, Agreement a) {
    return a.parties().stream().flatMap(p -> actors.of(account, p.id()).stream()).toList();
  }

  /// The parties for which somebody may say what their country's authority says of it.
  public List<String> endorses(Account account, Agreement a) {
    return a.latest().endorsements().keySet().stream()
        .filter(party -> mayEndorse(account, party))
        .toList();
  }

  private boolean mayEndorse(Account account, String party) {
    return mandates
        .actingFor(party)
        .filter(body -> mandates.may(account, Permission.ENDORSE, body))
        .isPresent();
  }

  private Shown shown(String id) {
    var events = table.events(id);
    var a = AgreementHistory.fold(events);
    var text = table.text(id, a.latest().number());
    var bundle = new SignatureBundle(text.document(), table.signatures(id, text.revision()));
    return new Shown(a, events, text.proposal(), text.document(), bundle);
  }

  /// What would be signed outside: the statement to put the party's own key to.
  ///
  /// @param at when; the signature must come back within a week
  public Optional<String> statement(String id, As as, String capacity, Instant at) {
    return database.reading(() ->
        actors
            .of(as.account(), as.party())
            .flatMap(actor -> table.find(id).filter(a -> seated(a, actor)))
            .flatMap(a -> mandates.actingFor(as.party()))
            .flatMap(body ->
                keys.current(body.id())
                    .map(key ->
                        SignatureBundle.statement(
                            shown(id).document(),
                            signatory(as, body, capacity),
                            at.truncatedTo(ChronoUnit.SECONDS),
                            key.fingerprint()))));
  }

  private static boolean seated(Agreement a, Actor actor) {
    return a.parties().stream().anyMatch(p -> p.id().equals(actor.party()));
  }

  private static Signatory signatory(As as, Body body, String capacity) {
    return new Signatory(as.party(), as.account().name(), capacity.strip(), body.name());
  }

  /// Signs a revision with the key that this node holds for the party; makes one if it has none.
  ///
  /// @param capacity the office in which she signs
  public Optional<SignOutcome> sign(String id, As as, int revision, String capacity, String key) {
    if (unfit(capacity)) {
      return Optional.of(new Unfit("capacity"));
    }
    return seated(
        id,
        as,
        new AgreementCommands.Command(key, "sign", revision, capacity),
        KeyUsedOtherwise::new,
        (a, actor) -> {
          if (a.latest().number() != revision) {
            return new OutOfPlace(a.status(today()));
          }
          // Judged before a key is made: a refusal leaves nothing behind.
          var judged = AgreementRules.sign(a, actor, "", now());
          var body = mandates.actingFor(as.party());
          if (!(judged instanceof Done) || body.isEmpty()) {
            return judged;
          }
          var pair = keys.pair(as.account(), body.get());
          if (pair.isEmpty()) {
            return new KeyElsewhere();
          }
          var bundle =
              SignatureBundle.of(table.text(id, revision).document())
                  .signed(signatory(as, body.get(), capacity), now(), pair.get());
          table.keepSignature(id, revision, bundle.signatures().getFirst());
          return AgreementRules.sign(
              a, actor, SigningKeys.fingerprint(pair.get().getPublic()), now());
        });
  }

  /// A signature made elsewhere.
  ///
  /// @param at the time in the statement
  /// @param signature in base 64
  public record Brought(String capacity, Instant at, String signature) {}

  /// Takes a signature that the party made with its own key under [#statement].
  public Optional<SignOutcome> bring(String id, As as, int revision, Brought brought, String key) {
    if (unfit(brought.capacity())) {
      return Optional.of(new Unfit("capacity"));
    }
    return seated(
        id,
        as,
        new AgreementCommands.Command(
            key, "bring", revision, brought.capacity(), brought.signature()),
        KeyUsedOtherwise::new,
        (a, actor) -> {
          var statement = statement(id, as, brought.capacity(), brought.at());
          var own = mandates.actingFor(as.party()).flatMap(b -> keys.current(b.id()));
          if (a.latest().number() != revision || statement.isEmpty() || own.isEmpty()) {
            return new OutOfPlace(a.status(today()));
          }
          var judged = AgreementRules.sign(a, actor, own.get().fingerprint(), now());
          if (!(judged instanceof Done)) {
            return judged;
          }
          if (!verifies(own.get(), statement.get(), brought)) {
            return new BadSignature();
          }
          var signed =
              new SignatureBundle.Signed(
                  signatory(as, mandates.actingFor(as.party()).orElseThrow(), brought.capacity()),
                  brought.at().truncatedTo(ChronoUnit.SECONDS),
                  own.get().publicKey(),
                  brought.signature().replaceAll("\\s", ""));
          table.keepSignature(id, revision, signed);
          return judged;
        });
  }

  private boolean verifies(SigningKeyRing.Key own, String statement, Brought brought) {
    var age = Duration.between(brought.at(), now());
    return age.compareTo(CARRIED) <= 0
        && age.compareTo(Duration.ofMinutes(-5)) >= 0
        && SigningKeys.verifies(
            SigningKeys.publicKey(Base64.getDecoder().decode(own.publicKey())).orElseThrow(),
            statement,
            SigningKeyRing.bytes(brought.signature()).orElse(new byte[0]));
  }

  /// Says that the party's own law is satisfied.
  public Optional<SignOutcome> giveNotice(String id, As as, LocalDate on, String key) {
    return seated(
        id,
        as,
        new AgreementCommands.Command(key, "notice", on),
        KeyUsedOtherwise::new,
        (a, actor) -> AgreementRules.giveNotice(a, actor, on, now()));
  }

  /// Attaches a scanned original, which is then the legal instrument.
  ///
  /// @param file kept in the store of files
  public Optional<SignOutcome> attachInstrument(String id, As as, Proposal.Annex file, String key) {
    return seated(
        id,
        as,
        new AgreementCommands.Command(key, "instrument", file.sha256()),
        KeyUsedOtherwise::new,
        (a, actor) -> AgreementRules.attachInstrument(a, actor, file, now()));
  }

  /// Attests that a party which nobody can act for here has signed the attached original by hand.
  ///
  /// @param signed the party
  public Optional<SignOutcome> attestPaper(String id, As as, String signed, String key) {
    return seated(
        id,
        as,
        new AgreementCommands.Command(key, "paper", signed),
        KeyUsedOtherwise::new,
        (a, actor) ->
            mandates.actingFor(signed).isPresent()
                ? new OutOfPlace(a.status(today()))
                : AgreementRules.attestPaper(a, actor, signed, now()));
  }

  /// Says, for the party itself, that what was attested of it is not so.
  public Optional<SignOutcome> disownPaper(String id, As as, String reason, String key) {
    return seated(
        id,
        as,
        new AgreementCommands.Command(key, "disown-paper", reason),
        KeyUsedOtherwise::new,
        (a, actor) ->
            reason.isBlank()
                ? new Unfit("reason")
                : AgreementRules.disownPaper(a, actor, reason, now()));
  }

  /// Leaves, for the party alone.
  public Optional<WithdrawOutcome> withdraw(
      String id, As as, String reason, LocalDate on, String key) {
    return seated(
        id,
        as,
        new AgreementCommands.Command(key, "withdraw", reason, on),
        KeyUsedOtherwise::new,
        (a, actor) -> AgreementRules.withdraw(a, actor, reason, on, now()));
  }

  /// Endorses it for a party, in the name of its country's authority.
  public Optional<EndorseOutcome> endorse(String id, As as, String key) {
    return above(
        id,
        as,
        new AgreementCommands.Command(key, "endorse", as.party()),
        (a, by) -> AgreementRules.endorse(a, by, as.party(), now()));
  }

  /// Refuses to endorse it for a party, in the name of its country's authority.
  public Optional<EndorseOutcome> refuseEndorsement(String id, As as, String reason, String key) {
    return above(
        id,
        as,
        new AgreementCommands.Command(key, "refuse-endorsement", as.party(), reason),
        (a, by) ->
            reason.isBlank()
                ? new Unfit("reason")
                : AgreementRules.refuseEndorsement(a, by, as.party(), reason, now()));
  }

  private Optional<EndorseOutcome> above(
      String id,
      As as,
      AgreementCommands.Command command,
      BiFunction<Agreement, Author, EndorseOutcome> rule) {
    var country = mandates.actingFor(as.party()).map(Body::country).orElse("");
    var by = new Author(country, as.account().id());
    return commands.decide(
        id,
        by,
        command,
        KeyUsedOtherwise::new,
        a -> endorses(as.account(), a).contains(as.party()),
        a -> rule.apply(a, by));
  }

  private <T extends AgreementOutcome> Optional<T> seated(
      String id,
      As as,
      AgreementCommands.Command command,
      java.util.function.Supplier<? extends T> otherwise,
      BiFunction<Agreement, Actor, T> rule) {
    return actors
        .of(as.account(), as.party())
        .flatMap(actor ->
            commands.decide(
                id,
                new Author(actor.party(), actor.person()),
                command,
                otherwise,
                a -> seated(a, actor),
                a -> rule.apply(a, actor)));
  }

  /// Releases the part of a body in an agreement to everybody, or takes it back.
  ///
  /// @return whether she may; empty if it is nothing to her
  public Optional<Boolean> release(String id, Account account, Body body, boolean released) {
    return database.inTransaction(() -> {
      if (!table.lock(id)) {
        return Optional.empty();
      }
      var a = table.find(id).orElseThrow();
      boolean part = owners(a).stream().anyMatch(o -> o.id().equals(body.id()));
      boolean may = mandates.may(account, Permission.RELEASE, body);
      if (!part || !may && !sees(account, a)) {
        return Optional.empty();
      }
      if (may) {
        table.release(id, body.id(), released ? now() : null);
        deeds.audit(account.id(), body.id(), released ? "released" : "taken-back", a, Map.of());
      }
      return Optional.of(may);
    });
  }

  /// The bodies here that act for its parties.
  public List<Body> owners(Agreement a) {
    return a.parties().stream().flatMap(p -> mandates.actingFor(p.id()).stream()).toList();
  }

  /// Those among them that have released their part.
  public List<Body> released(Agreement a) {
    var released = table.released(a.id());
    return owners(a).stream().filter(b -> released.contains(b.id())).toList();
  }

  /// The parties that have nobody here who could release their part.
  public List<Party> absent(Agreement a) {
    return a.parties().stream().filter(p -> mandates.actingFor(p.id()).isEmpty()).toList();
  }

  /// Whether everybody may see it: each party that is a body here has released its part.
  public boolean isPublic(Agreement a) {
    var owners = owners(a);
    return !owners.isEmpty() && released(a).size() == owners.size();
  }

  /// An agreement that everybody may see.
  public Optional<Shown> findPublic(String id) {
    return database.reading(() -> table.find(id).filter(this::isPublic).map(a -> shown(id)));
  }

  /// The agreements that everybody may see, the newest first.
  public List<Shown> listPublic() {
    return database.reading(() ->
        table.anyReleased().stream().flatMap(id -> findPublic(id).stream()).limit(MOST).toList());
  }

  private static boolean unfit(String capacity) {
    return capacity.isBlank()
        || capacity.length() > LONGEST_WORD
        || capacity.chars().anyMatch(c -> c < ' ' || c == 0x7f);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.UTC);
  }
}
