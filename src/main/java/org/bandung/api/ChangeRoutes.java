package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.bandung.api.frame.Addresses;
import org.bandung.api.json.ChangesJson;
import org.bandung.api.json.ChangesJson.ChangeJson;
import org.bandung.kernel.Fate;
import org.bandung.store.ChangeFeed;
import org.bandung.store.ChangeLog.Change;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What changed, for those who keep a copy: `/changes?after=CURSOR`.
@RestController
@RequestMapping(path = Addresses.ROOT, produces = "application/json")
final class ChangeRoutes {

  /// Asks for the place after all that can be told now.
  static final String NOW = "now";

  private final Requests requests;
  private final Facts facts;

  ChangeRoutes(Requests requests, Facts facts) {
    this.requests = requests;
    this.facts = facts;
  }

  /// The kinds of things the feed tells of; the change log may know more, which stay inside.
  enum Kind {
    INITIATIVE("registry", Route.INITIATIVE),
    ORGANISATION("parties", Route.ORGANISATION),
    ENTRY("catalogue", Route.ENTRY);

    private final String module;
    private final Route route;

    Kind(String module, Route route) {
      this.module = module;
      this.route = route;
    }

    private String word() {
      return route.word();
    }

    private String href(String id) {
      return route.pathOf(id);
    }

    private static Optional<Kind> of(Change change) {
      return List.of(values()).stream()
          .filter(k -> k.module.equals(change.module()) && k.word().equals(change.kind()))
          .findFirst();
    }
  }

  @GetMapping("/changes")
  ChangesJson list(HttpServletRequest request) {
    var query = requests.read(request, Route.CHANGES).query();
    int limit = query.limit();
    var after = query.cursor(Parameter.AFTER);
    query.refuseFaults();
    return switch (ask(after, limit)) {
      case ChangeFeed.Page page -> told(page);
      case ChangeFeed.Elsewhere elsewhere -> throw new CursorFromElsewhere();
      case ChangeFeed.Unreadable unreadable -> throw Query.brokenCursor(Parameter.AFTER);
    };
  }

  private ChangeFeed.Answer ask(Optional<String> after, int limit) {
    return after.filter(NOW::equals).isPresent() ? facts.changesNow() : facts.changes(after, limit);
  }

  private record Thing(Kind kind, String id) {}

  private ChangesJson told(ChangeFeed.Page page) {
    var things = things(page.changes());
    var fates = new EnumMap<Kind, Map<String, Fate>>(Kind.class);
    for (var kind : Kind.values()) {
      var ids = things.stream().filter(t -> t.kind == kind).map(Thing::id).toList();
      fates.put(kind, ids.isEmpty() ? Map.of() : facts.fates(kind, ids));
    }
    var items = new ArrayList<ChangeJson>();
    for (var thing : things) {
      var fate = fates.getOrDefault(thing.kind, Map.of()).get(thing.id);
      if (fate != null) {
        items.add(rendered(thing, fate));
      }
    }
    return new ChangesJson(items, page.next(), page.caughtUp());
  }

  /// Each thing once, where it changed last.
  private static SequencedSet<Thing> things(List<Change> changes) {
    var things = new LinkedHashSet<Thing>();
    for (var change : changes) {
      Kind.of(change).ifPresent(kind -> things.addLast(new Thing(kind, change.id())));
    }
    return things;
  }

  private static ChangeJson rendered(Thing thing, Fate fate) {
    var kind = thing.kind;
    var href = kind.href(thing.id);
    return switch (fate) {
      case Fate.Current(var since) -> change(thing, "changed", href, since);
      case Fate.Withdrawn(var since) -> change(thing, "withdrawn", href, since);
      case Fate.Merged(var into) ->
          new ChangeJson(kind.word(), thing.id, "merged", kind.href(into), into, null);
      case Fate.Closed() -> new ChangeJson(kind.word(), thing.id, "gone", null, null, null);
    };
  }

  private static ChangeJson change(
      Thing thing, String state, String href, Optional<Instant> since) {
    return new ChangeJson(
        thing.kind.word(), thing.id, state, href, null, since.map(Instant::toString).orElse(null));
  }

  /// The cursor is of another node, or of a time this node has never seen.
  static final class CursorFromElsewhere extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
