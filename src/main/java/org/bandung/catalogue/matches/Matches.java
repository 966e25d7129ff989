package org.bandung.catalogue.matches;

import static org.bandung.access.guard.Refusals.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.matches.Match.Letter;
import org.bandung.catalogue.matches.Match.Sides;
import org.bandung.catalogue.matches.Match.Subject;
import org.bandung.catalogue.matches.MatchRules.Verdict;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.News;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.Reader;
import org.bandung.kernel.StableId;
import org.bandung.reference.Reference;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// The one entrance to matches. Every deed reads, decides and writes in one transaction while it
/// holds the match's row, and carries a key: sent again, it is not done again.
@Service
public class Matches {

  private static final int LONGEST_KEY = 200;

  private final Database database;
  private final MatchTable table;
  private final Mandates mandates;
  private final Audit audit;
  private final Catalogue catalogue;
  private final Reference reference;
  private final ApplicationEventPublisher news;
  private final Clock clock;

  @Autowired
  Matches(
      Database database,
      Mandates mandates,
      Audit audit,
      Catalogue catalogue,
      Reference reference,
      ApplicationEventPublisher news) {
    this.database = database;
    this.table = new MatchTable(database);
    this.mandates = mandates;
    this.audit = audit;
    this.catalogue = catalogue;
    this.reference = reference;
    this.news = news;
    this.clock = Clock.systemUTC();
  }

  /// The parties somebody can read matches of, by the bodies she acts for.
  public List<String> parties(Account account) {
    var parties = new ArrayList<String>();
    for (var mandate : account.mandates()) {
      var party = mandates.partyOf(mandate.body());
      if (party.isPresent() && acts(account, party.get(), Permission.READ_PRIVATE)) {
        parties.add(party.get());
      }
    }
    return List.copyOf(parties);
  }

  /// Whether she may do a thing for a party, by a mandate in the very body that is the party.
  private boolean acts(Account account, String party, Permission permission) {
    return mandates
        .actingFor(party)
        .filter(body -> mandates.mayAsOwn(account, permission, body))
        .isPresent();
  }

  /// The parties in whose name somebody can invite and answer.
  public List<String> speaking(Account account) {
    return parties(account).stream().filter(p -> acts(account, p, Permission.NEGOTIATE)).toList();
  }

  /// A match of hers; empty as if there were none, if it is not.
  public Optional<Match> find(Account account, String id) {
    return database.reading(() ->
        Optional.of(table.steps(id))
            .filter(steps -> !steps.isEmpty())
            .map(MatchHistory::fold)
            .filter(m -> side(account, m).isPresent()));
  }

  /// The side of a match for which somebody reads it.
  public Optional<String> side(Account account, Match match) {
    return match.sides().of(parties(account));
  }

  /// Her matches, those that changed last first.
  public List<Match> list(Account account, int limit) {
    return database.reading(() -> folded(table.of(parties(account), limit)));
  }

  private List<Match> folded(List<String> ids) {
    return table.steps(ids).stream().map(MatchHistory::fold).toList();
  }

  /// How much of what an entry seeks is covered by the matches of a party of hers.
  public Optional<Cover> cover(Account account, String entry, String party) {
    if (!parties(account).contains(party)) {
      return Optional.empty();
    }
    return database.reading(() -> {
      var matches = folded(table.about(entry, party));
      return matches.isEmpty()
          ? Optional.empty()
          : Optional.ofNullable(Cover.of(matches.getFirst().subject().wanted(), matches));
    });
  }

  /// An invitation.
  ///
  /// @param entry id of a public entry of the catalogue; null where it is told in words only
  /// @param title used where there is no entry
  public record Invitation(
      String by,
      String to,
      Match.Role role,
      @Nullable String entry,
      LocalizedText title,
      String message) {}

  /// Invites somebody to talk.
  public MatchOutcome invite(Account account, Invitation invitation, String key) {
    return database.inTransaction(() -> {
      if (key.isBlank() || key.length() > LONGEST_KEY) {
        return new MatchOutcome.Faulty("key");
      }
      if (!acts(account, invitation.by(), Permission.NEGOTIATE)) {
        return refused(
            new MatchOutcome.NotAllowed(), account.id(), Permission.NEGOTIATE, invitation.by());
      }
      var id = StableId.of("match", invitation.by(), key);
      if (table.lock(id)) {
        return new MatchOutcome.Done(MatchHistory.fold(table.steps(id)));
      }
      var subject = subject(invitation);
      if (subject.isEmpty()) {
        return new MatchOutcome.Faulty("entry");
      }
      var sides = new Sides(invitation.by(), invitation.to(), invitation.role());
      var verdict =
          MatchRules.invite(id, subject.get(), sides, invitation.message(), known(invitation.to()));
      if (!(verdict instanceof Verdict.Happens(var event))) {
        return ((Verdict.Refused) verdict).why();
      }
      var same = table.open(subject.get(), sides);
      if (same.isPresent()) {
        return new MatchOutcome.AlreadyOpen(same.get());
      }
      var after = after(List.of(), account, invitation.by(), event);
      if (!table.begin(after, after.steps().getLast().at())) {
        return new MatchOutcome.Done(MatchHistory.fold(table.steps(id)));
      }
      return written(after, key);
    });
  }

  private Optional<Subject> subject(Invitation invitation) {
    var entry = invitation.entry();
    if (entry == null) {
      return Optional.of(new Subject(null, invitation.title(), null));
    }
    return catalogue
        .find(Reader.PUBLIC, entry)
        .filter(e -> !e.withdrawn())
        .map(e -> new Subject(e.id(), e.content().title(), e.details().howMuch().orElse(null)));
  }

  private boolean known(String party) {
    return CountryCode.isWellFormed(party)
        ? reference.findCountry(new CountryCode(party)).isPresent()
        : mandates.actingFor(party).filter(Body::admitted).isPresent();
  }

  /// The invited side wants to talk.
  public MatchOutcome beginTalks(Account account, String id, String party, String key) {
    return decide(account, id, party, key, (m, p) -> MatchRules.beginTalks(m, p));
  }

  /// The invited side does not want to.
  public MatchOutcome decline(Account account, String id, String party, String reason, String key) {
    return decide(account, id, party, key, (m, p) -> MatchRules.decline(m, p, reason));
  }

  /// The inviting side attests what the other, which has no body here, replied by letter.
  ///
  /// @param reason why it declined; null: it wants to talk
  public MatchOutcome enterLetter(
      Account account,
      String id,
      String party,
      @Nullable String reason,
      Letter letter,
      String key) {
    var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    return decide(
        account,
        id,
        party,
        key,
        (m, p) -> {
          boolean here = mandates.actingFor(m.sides().invited()).isPresent();
          return MatchRules.enterLetter(m, p, reason, letter, here, today);
        });
  }

  /// One side draws back.
  public MatchOutcome withdraw(
      Account account, String id, String party, String reason, String key) {
    return decide(account, id, party, key, (m, p) -> MatchRules.withdraw(m, p, reason));
  }

  /// The providing side says how much it can cover; null: it says so no more.
  public MatchOutcome cover(
      Account account, String id, String party, @Nullable Quantity quantity, String key) {
    return decide(account, id, party, key, (m, p) -> MatchRules.cover(m, p, quantity));
  }

  /// Says which talks were opened about it.
  public MatchOutcome opened(
      Account account, String id, String party, String consultation, String key) {
    return decide(account, id, party, key, (m, p) -> MatchRules.open(m, consultation));
  }

  /// One side says that both have agreed.
  public MatchOutcome agree(Account account, String id, String party, String key) {
    return decide(account, id, party, key, (m, p) -> MatchRules.agree(m, p));
  }

  /// Talks that came of matches ended in an agreement: those who stand in it have said so.
  ///
  /// @param bound parties that stand in the agreement
  public void agreedInTalks(String consultation, List<String> bound) {
    for (var id : table.talking(consultation)) {
      table.lock(id);
      for (var party : bound) {
        var steps = table.steps(id);
        if (MatchRules.agree(MatchHistory.fold(steps), party)
            instanceof Verdict.Happens(var event)) {
          var all = new ArrayList<>(steps);
          all.add(new Match.Step(steps.size() + 1L, now(), party, "", event));
          // A key nobody can have used before: no side must be able to hinder the conclusion.
          table.append(MatchHistory.fold(all), UUID.randomUUID().toString());
        }
      }
    }
  }

  private MatchOutcome decide(
      Account account,
      String id,
      String party,
      String key,
      BiFunction<Match, String, Verdict> rule) {
    return database.inTransaction(() -> {
      if (!table.lock(id)) {
        return new MatchOutcome.Unknown();
      }
      var steps = table.steps(id);
      var match = MatchHistory.fold(steps);
      if (!match.sides().has(party) || !acts(account, party, Permission.READ_PRIVATE)) {
        return new MatchOutcome.Unknown();
      }
      if (!acts(account, party, Permission.NEGOTIATE)) {
        return refused(new MatchOutcome.NotAllowed(), account.id(), Permission.NEGOTIATE, party);
      }
      if (key.isBlank() || key.length() > LONGEST_KEY) {
        return new MatchOutcome.Faulty("key");
      }
      if (table.known(id, party, key)) {
        return new MatchOutcome.Done(match);
      }
      return switch (rule.apply(match, party)) {
        case Verdict.Refused(var why) -> why;
        case Verdict.Happens(var event) -> written(after(steps, account, party, event), key);
      };
    });
  }

  private Match after(List<Match.Step> steps, Account account, String party, MatchEvent event) {
    var all = new ArrayList<>(steps);
    all.add(new Match.Step(steps.size() + 1L, now(), party, account.id(), event));
    return MatchHistory.fold(all);
  }

  /// Writes the last step with its line of the log, and tells the other side.
  private MatchOutcome written(Match after, String key) {
    var step = after.steps().getLast();
    table.append(after, key);
    var word = "match." + word(step.event());
    audit.record(
        new Audit.Deed(
            step.person(),
            mandates.actingFor(step.party()).map(Body::id).orElse(null),
            word,
            after.id(),
            Map.of("party", step.party())));
    var told = mandates.actingFor(after.sides().other(step.party())).map(Body::id).map(Set::of);
    told.ifPresent(bodies ->
        news.publishEvent(
            new News(bodies, step.person(), word, "/desk/matches/" + after.id(), facts(after))));
    return new MatchOutcome.Done(after);
  }

  private Map<String, String> facts(Match match) {
    var facts = new HashMap<String, String>();
    facts.put("title", match.subject().title().in("en").map(LocalizedText.Spoken::text).orElse(""));
    facts.put(
        "by",
        mandates
            .actingFor(match.steps().getLast().party())
            .map(Body::name)
            .orElse(match.steps().getLast().party()));
    return facts;
  }

  private static String word(MatchEvent event) {
    return switch (event) {
      case MatchEvent.Invited invited -> "invited";
      case MatchEvent.TalksBegun talks -> "talks-begun";
      case MatchEvent.Declined declined -> "declined";
      case MatchEvent.Withdrawn withdrawn -> "withdrawn";
      case MatchEvent.CoverStated cover -> "cover-stated";
      case MatchEvent.TalksOpened opened -> "talks-opened";
      case MatchEvent.SaidAgreed said -> "said-agreed";
    };
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
