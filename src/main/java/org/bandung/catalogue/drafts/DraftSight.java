package org.bandung.catalogue.drafts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.access.fields.Circle;
import org.bandung.catalogue.Entry;
import org.bandung.catalogue.Freshness;

/// Who sees what of drafts, and what is open to her.
final class DraftSight {

  private static final List<DraftDeed> PROBES =
      List.of(
          new DraftDeed.Submit(0),
          new DraftDeed.Recall(),
          new DraftDeed.Return(0, ""),
          new DraftDeed.Clear(0),
          new DraftDeed.Release(0),
          new DraftDeed.TakeBack(""),
          new DraftDeed.Close(DraftDeed.Why.OTHER, ""),
          new DraftDeed.Confirm());

  private static final Set<String> SECTORS = Set.of("dac-sector", "dac-sector-group");

  private final DraftTable table;
  private final Mandates mandates;
  private final Clearance clearance;
  private final Function<String, Optional<Body>> owners;
  private final Function<Draft, Optional<Wording>> submitted;
  private final Clock clock;

  DraftSight(DraftTable table, Mandates mandates, Clearance clearance, Clock clock) {
    this(
        table,
        mandates,
        clearance,
        mandates::owner,
        d -> table.version(d.id(), d.kind(), d.standing().submitted()),
        clock);
  }

  private DraftSight(
      DraftTable table,
      Mandates mandates,
      Clearance clearance,
      Function<String, Optional<Body>> owners,
      Function<Draft, Optional<Wording>> submitted,
      Clock clock) {
    this.table = table;
    this.mandates = mandates;
    this.clearance = clearance;
    this.owners = owners;
    this.submitted = submitted;
    this.clock = clock;
  }

  /// The same eyes for many drafts: what they share is looked up once.
  private DraftSight forAll(List<Draft> drafts) {
    var wordings = table.submitted(drafts);
    var bodies = new HashMap<String, Optional<Body>>();
    var demands = new HashMap<List<Object>, Boolean>();
    return new DraftSight(
        table,
        mandates,
        (country, kind) ->
            demands.computeIfAbsent(List.of(country, kind), k -> clearance.demanded(country, kind)),
        id -> bodies.computeIfAbsent(id, mandates::owner),
        d -> Optional.ofNullable(wordings.get(d.id())),
        clock);
  }

  /// What somebody may see, the last saved first.
  List<DraftView.Summary> list(Account account, int limit) {
    var bodies = new HashSet<String>();
    var countries = new HashSet<String>();
    for (var mandate : account.mandates()) {
      var body = mandate.body();
      if (mandates.may(account, Permission.READ_PRIVATE, body)) {
        bodies.add(body.id());
        if (body.admitted() && body.country() != null) {
          countries.add(body.country());
        }
      }
    }
    var drafts = table.list(bodies, countries, limit);
    var sight = forAll(drafts);
    return drafts.stream().map(d -> sight.summary(account, d)).toList();
  }

  private DraftView.Summary summary(Account account, Draft draft) {
    var owner = owner(draft);
    boolean own = own(account, draft);
    var confirmed = draft.standing().released() > 0 ? draft.dates().confirmed() : null;
    return new DraftView.Summary(
        draft.id(),
        owner,
        draft.kind(),
        shown(draft, own).content().title(),
        draft.standing().state(),
        draft.standing().pending(),
        own,
        can(draft, owner, may(account, draft, owner)),
        confirmed != null && Freshness.stale(confirmed, today()),
        confirmed != null && Freshness.soonStale(confirmed, today()),
        draft.saving().at());
  }

  DraftView view(Account account, Draft draft) {
    var owner = owner(draft);
    boolean own = own(account, draft);
    var standing = draft.standing();
    return new DraftView(
        draft.id(),
        owner,
        draft.kind(),
        own,
        draft.revision(),
        shown(draft, own),
        standing,
        own && differs(draft),
        can(draft, owner, may(account, draft, owner)),
        standing.released() > 0 && standing.closed() == null
            ? Optional.of(entryId(draft))
            : Optional.empty(),
        draft.dates().confirmed(),
        demanded(draft),
        draft.country() == null || mandates.authorityOf(draft.country()).isPresent(),
        table.events(draft.id()).stream().map(e -> line(e, own)).toList());
  }

  private DraftView.Line line(DraftTable.Event event, boolean own) {
    return new DraftView.Line(
        event.at(),
        event.deed(),
        event.version(),
        event.reason(),
        mandates.owner(event.body()).map(Body::name).orElse(""),
        own ? mandates.nameOf(event.account()).orElse("") : "");
  }

  private Wording shown(Draft draft, boolean own) {
    return own
        ? draft.wording()
        : submitted
            .apply(draft)
            .orElseThrow()
            .with(draft.wording().confidential().seenFrom(Circle.COUNTRY));
  }

  /// Before it is submitted nobody but its own people sees it, not even the authority.
  boolean sees(Account account, Draft draft) {
    if (own(account, draft)) {
      return true;
    }
    return draft.standing().submitted() > 0
        && draft.country() != null
        && account.mandates().stream()
            .map(m -> m.body())
            .anyMatch(b ->
                b.admitted()
                    && draft.country().equals(b.country())
                    && mandates.may(account, Permission.READ_PRIVATE, b));
  }

  private boolean own(Account account, Draft draft) {
    return account.mandates().stream()
        .map(m -> m.body())
        .anyMatch(
            b -> b.id().equals(draft.body()) && mandates.may(account, Permission.READ_PRIVATE, b));
  }

  Body owner(Draft draft) {
    return owners.apply(draft.body()).orElseThrow();
  }

  Set<Permission> may(Account account, Draft draft, Body owner) {
    var sectors = sectors(draft);
    var may = EnumSet.noneOf(Permission.class);
    for (var one : List.of(Permission.WRITE_ENTRY, Permission.ENDORSE, Permission.RELEASE)) {
      if (mandates.may(account, one, owner, sectors)) {
        may.add(one);
      }
    }
    return may;
  }

  /// The sectors of what was submitted last: of what is to be decided on, not of what is being
  /// written meanwhile.
  Set<String> sectors(Draft draft) {
    return draft.standing().submitted() == 0
        ? Set.of()
        : submitted.apply(draft).stream()
            .flatMap(v -> v.content().classifications().stream())
            .filter(c -> SECTORS.contains(c.scheme()))
            .map(c -> c.code())
            .collect(Collectors.toUnmodifiableSet());
  }

  private Set<String> can(Draft draft, Body owner, Set<Permission> may) {
    var can = new HashSet<String>();
    if (DraftRules.writable(draft.standing(), may)) {
      can.add("edit");
    }
    var c = aCase(draft);
    for (var probe : PROBES) {
      if (DraftRules.permits(probe, may) && DraftRules.possible(c, probe)) {
        can.add(probe.code());
      }
    }
    return can;
  }

  DraftRules.Case aCase(Draft draft) {
    return new DraftRules.Case(
        draft.standing(), draft.revision(), draft.latest(), differs(draft), demanded(draft));
  }

  private boolean demanded(Draft draft) {
    return draft.country() != null && clearance.demanded(draft.country(), draft.kind());
  }

  /// Whether what is written is not what was submitted last.
  private boolean differs(Draft draft) {
    return draft.standing().submitted() == 0
        || submitted.apply(draft).map(v -> !v.equals(draft.wording().published())).orElse(true);
  }

  /// The id that the public entry of a draft has.
  static String entryId(Draft draft) {
    return Entry.id(draft.kind(), Handover.CHANNEL + ":" + draft.body(), draft.id());
  }

  private LocalDate today() {
    return Freshness.day(clock.instant());
  }
}
