package org.bandung.catalogue.drafts;

import static org.bandung.access.guard.Refusals.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.CountryRules;
import org.bandung.access.Mandate;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.Entry;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.Freshness;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.News;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.StableId;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// The one entrance to what people write by hand: needs, offers, solutions, events. Every command
/// reads, decides and writes in one transaction while it holds the draft.
@Service
public class Drafts {

  /// The kinds that are written by hand.
  public static final List<EntryKind> KINDS =
      List.of(EntryKind.NEED, EntryKind.OFFER, EntryKind.SOLUTION, EntryKind.EVENT);

  private static final int MOST = 500;
  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_KEY = 200;
  private final Database database;
  private final DraftTable table;
  private final Mandates mandates;
  private final Audit audit;
  private final Catalogue catalogue;
  private final DraftSight sight;
  private final ApplicationEventPublisher news;
  private final Clock clock;

  @Autowired
  Drafts(
      Database database,
      Mandates mandates,
      Audit audit,
      Catalogue catalogue,
      CountryRules rules,
      ApplicationEventPublisher news) {
    this(
        new House(database, mandates, audit, catalogue),
        (country, kind) -> kind == EntryKind.NEED && rules.of(country).needs(),
        news,
        Clock.systemUTC());
  }

  /// The services that it stands on.
  record House(Database database, Mandates mandates, Audit audit, Catalogue catalogue) {}

  Drafts(House house, Clearance clearance, ApplicationEventPublisher news, Clock clock) {
    this.database = house.database();
    this.table = new DraftTable(database);
    this.mandates = house.mandates();
    this.audit = house.audit();
    this.catalogue = house.catalogue();
    this.sight = new DraftSight(table, house.mandates(), clearance, clock);
    this.news = news;
    this.clock = clock;
  }

  /// The bodies for which somebody may write.
  public List<Body> writableFor(Account account) {
    return account.mandates().stream()
        .map(m -> m.body())
        .filter(b -> b.kind() != Body.Kind.NODE)
        .filter(b -> mandates.may(account, Permission.WRITE_ENTRY, b))
        .toList();
  }

  /// What somebody may see, the last saved first.
  public List<DraftView.Summary> list(Account account) {
    return database.reading(() -> sight.list(account, MOST));
  }

  /// One draft; empty for whoever may not know of it.
  public Optional<DraftView> find(Account account, String id) {
    return database.reading(
        () -> table.find(id).filter(d -> sight.sees(account, d)).map(d -> sight.view(account, d)));
  }

  /// Begins a draft for a body. The same key makes it once only; sent again with other words it is
  /// a saving.
  ///
  /// @return empty if there is no such body to her
  public Optional<DraftOutcome.Make> make(
      Account account, String bodyId, Wording wording, String key) {
    return database.inTransaction(() -> {
      var body =
          account.mandates().stream()
              .map(m -> m.body())
              .filter(b -> b.id().equals(bodyId) && b.kind() != Body.Kind.NODE)
              .findFirst();
      if (body.isEmpty()) {
        return Optional.empty();
      }
      if (!KINDS.contains(wording.kind())
          || !mandates.may(account, Permission.WRITE_ENTRY, body.get())) {
        var outcome = new DraftOutcome.NotAllowed();
        return Optional.of(refused(outcome, account.id(), Permission.WRITE_ENTRY, body.get().id()));
      }
      var faults = WordingFaults.storable(wording);
      if (!faults.isEmpty() || key.isBlank() || key.length() > LONGEST_KEY) {
        return Optional.of(new DraftOutcome.Faulty(faults));
      }
      var id = StableId.of("draft", body.get().id(), account.id(), key);
      var draft =
          Draft.begun(
              id,
              body.get(),
              wording,
              new Draft.Saving(now(), account.id()),
              new Draft.Origin("", ""));
      if (table.insert(draft)) {
        record(account, draft, body.get(), "made", 0, "");
        return Optional.of(new DraftOutcome.Made(id, draft.revision()));
      }
      return save(account, id, 1, wording)
          .map(o ->
              switch (o) {
                case DraftOutcome.Saved(int revision) -> new DraftOutcome.Made(id, revision);
                case DraftOutcome.Conflict conflict -> conflict;
                case DraftOutcome.Faulty faulty -> faulty;
                case DraftOutcome.NotAllowed no -> no;
                case DraftOutcome.NotNow no -> new DraftOutcome.NotAllowed();
              });
    });
  }

  /// Writes on a draft; nothing public changes by it.
  ///
  /// @param revision the saving that she saw
  public Optional<DraftOutcome.Save> save(
      Account account, String id, int revision, Wording wording) {
    return database.inTransaction(() ->
        table
            .lock(id)
            .filter(d -> sight.sees(account, d))
            .map(draft -> {
              var may = sight.may(account, draft, sight.owner(draft));
              if (!may.contains(Permission.WRITE_ENTRY) || wording.kind() != draft.kind()) {
                return refused(
                    new DraftOutcome.NotAllowed(),
                    account.id(),
                    Permission.WRITE_ENTRY,
                    draft.body());
              }
              if (!DraftRules.writable(draft.standing(), may)) {
                return new DraftOutcome.NotNow(draft.standing().state());
              }
              var faults = WordingFaults.storable(wording);
              if (!faults.isEmpty()) {
                return new DraftOutcome.Faulty(faults);
              }
              if (wording.equals(draft.wording())) {
                return new DraftOutcome.Saved(draft.revision());
              }
              if (revision != draft.revision()) {
                return new DraftOutcome.Conflict(
                    id,
                    draft.revision(),
                    draft.wording(),
                    mandates.nameOf(draft.saving().by()).orElse(""));
              }
              var written = draft.written(wording, new Draft.Saving(now(), account.id()));
              table.write(written);
              return new DraftOutcome.Saved(written.revision());
            }));
  }

  /// Does something with a draft; what it changes for the public changes in the same transaction.
  public Optional<DraftOutcome.Deed> act(Account account, String id, DraftDeed deed) {
    return database.inTransaction(
        () -> table.lock(id).filter(d -> sight.sees(account, d)).map(d -> act(account, d, deed)));
  }

  private DraftOutcome.Deed act(Account account, Draft draft, DraftDeed deed) {
    var owner = sight.owner(draft);
    var may = sight.may(account, draft, owner);
    return switch (DraftRules.decide(sight.aCase(draft), deed, may)) {
      case DraftRules.Decision.NotAllowed() ->
          refused(new DraftOutcome.NotAllowed(), account.id(), deed.code(), draft.body());
      case DraftRules.Decision.NotNow() -> new DraftOutcome.NotNow(draft.standing().state());
      case DraftRules.Decision.Moved() -> new DraftOutcome.Moved();
      case DraftRules.Decision.Stands(var then) -> {
        var faults = faults(draft, deed);
        yield faults.isEmpty()
            ? done(account, draft, owner, deed, then)
            : new DraftOutcome.Faulty(faults);
      }
    };
  }

  private static List<WordingFaults.Fault> faults(Draft draft, DraftDeed deed) {
    if (deed instanceof DraftDeed.Submit) {
      return WordingFaults.submittable(draft.wording());
    }
    if (deed instanceof DraftDeed.Return && deed.reason().isBlank()) {
      return List.of(new WordingFaults.Fault("reason", "missing"));
    }
    return deed.reason().length() > LONGEST_REASON
        ? List.of(new WordingFaults.Fault("reason", "too-long"))
        : List.of();
  }

  private DraftOutcome.Deed done(
      Account account, Draft before, Body owner, DraftDeed deed, Standing then) {
    var dates = before.dates();
    int versions = before.latest();
    Optional<Wording> published = Optional.empty();
    switch (deed) {
      case DraftDeed.Submit submit -> {
        versions++;
        table.append(before.id(), versions, before.wording(), now());
      }
      case DraftDeed.Release release -> {
        var first = dates.firstReleased();
        dates = new Draft.Dates(first == null ? today() : first, today());
        published = table.version(before.id(), before.kind(), then.released());
      }
      case DraftDeed.Confirm confirm -> dates = new Draft.Dates(dates.firstReleased(), today());
      case DraftDeed.Recall recall -> {}
      case DraftDeed.Return returned -> {}
      case DraftDeed.Clear clear -> {}
      case DraftDeed.TakeBack takeBack -> {}
      case DraftDeed.Close close -> {}
    }
    var after = before.standing(then, dates, versions);
    publish(before, after, owner, deed, published);
    table.stand(after, holdsUntil(after));
    int version = Math.max(before.standing().submitted(), then.submitted());
    record(account, after, owner, deed.code(), version, deed.reason());
    tell(account, before, owner, deed);
    return new DraftOutcome.Done(then.state());
  }

  private @Nullable PartialDate holdsUntil(Draft draft) {
    int released = draft.standing().released();
    boolean dated = draft.kind() == EntryKind.NEED || draft.kind() == EntryKind.OFFER;
    return released == 0 || !dated
        ? null
        : table
            .version(draft.id(), draft.kind(), released)
            .flatMap(v -> Optional.ofNullable(v.content().actual().end()))
            .orElse(null);
  }

  /// What the deed changes for everybody.
  private void publish(
      Draft before, Draft after, Body owner, DraftDeed deed, Optional<Wording> published) {
    boolean wasPublic = before.standing().released() > 0;
    switch (deed) {
      case DraftDeed.Release release -> {
        LocalDate since = java.util.Objects.requireNonNull(after.dates().firstReleased());
        Entry entry = Handover.entry(after.id(), owner, published.orElseThrow(), since);
        catalogue.receive(List.of(entry));
        catalogue.saidAgain(List.of(entry.id()));
      }
      case DraftDeed.Confirm confirm -> catalogue.saidAgain(List.of(DraftSight.entryId(after)));
      case DraftDeed.TakeBack takeBack -> catalogue.takeBack(DraftSight.entryId(after));
      case DraftDeed.Close close when wasPublic -> catalogue.end(DraftSight.entryId(after));
      default -> {}
    }
  }

  private void record(
      Account account, Draft draft, Body owner, String deed, int version, String reason) {
    var as = acting(account, owner, deed, sight.sectors(draft));
    table.record(
        draft.id(), new DraftTable.Event(now(), account.id(), as.id(), deed, version, reason));
    audit.record(
        new Audit.Deed(
            account.id(),
            as.id(),
            "entry." + deed,
            draft.id(),
            Map.of("kind", draft.kind().code(), "of", owner.id(), "version", "" + version)));
  }

  /// For which of her bodies she does it: for the owner if that allows it.
  private Body acting(Account account, Body owner, String deed, Set<String> sectors) {
    var needed =
        switch (deed) {
          case "cleared" -> List.of(Permission.ENDORSE);
          case "returned" -> List.of(Permission.ENDORSE, Permission.RELEASE);
          case "released" -> List.of(Permission.RELEASE);
          case "taken-back" -> List.of(Permission.WRITE_ENTRY, Permission.RELEASE);
          default -> List.of(Permission.WRITE_ENTRY);
        };
    return account.mandates().stream()
        .filter(m -> needed.stream().anyMatch(p -> mandates.may(as(account, m), p, owner, sectors)))
        .map(Mandate::body)
        .min(java.util.Comparator.comparing(b -> !b.id().equals(owner.id())))
        .orElseThrow();
  }

  private static Account as(Account account, Mandate mandate) {
    return new Account(
        account.id(), account.email(), account.name(), account.language(), List.of(mandate));
  }

  /// Who should hear of it: the body, and who decides for it.
  private void tell(Account account, Draft draft, Body owner, DraftDeed deed) {
    if (deed instanceof DraftDeed.Confirm || deed instanceof DraftDeed.Recall) {
      return;
    }
    var told = new HashSet<String>();
    told.add(owner.id());
    boolean decided =
        deed instanceof DraftDeed.Clear
            || deed instanceof DraftDeed.Return
            || deed instanceof DraftDeed.Close && !draft.standing().pending();
    if (draft.country() != null && !decided) {
      mandates.authorityOf(draft.country()).ifPresent(a -> told.add(a.id()));
      mandates.coordinating(draft.country(), sight.sectors(draft)).forEach(b -> told.add(b.id()));
    }
    var facts =
        Map.of(
            "body", owner.name(),
            "reason", deed.reason(),
            "title", title(draft.wording().content().title()));
    news.publishEvent(
        new News(told, account.id(), "entry." + deed.code(), "/desk/entries/" + draft.id(), facts));
  }

  static String title(LocalizedText title) {
    return title.in("en").map(LocalizedText.Spoken::text).orElse("");
  }

  private LocalDate today() {
    return Freshness.day(clock.instant());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
