package org.bandung.registry.joint;

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
import org.bandung.kernel.Note;
import org.bandung.kernel.Reader;
import org.bandung.kernel.StableId;
import org.bandung.registry.Registry;
import org.bandung.registry.joint.Resource.Held;
import org.bandung.registry.joint.Resources.Outcome.Done;
import org.bandung.registry.joint.Resources.Outcome.Faulty;
import org.bandung.registry.joint.Resources.Outcome.NotAllowed;
import org.bandung.registry.joint.Resources.Outcome.NotTied;
import org.bandung.registry.joint.Resources.Outcome.Stale;
import org.bandung.store.Database;
import org.springframework.stereotype.Service;

/// The one entrance to what facilitators put into South-South cooperation. Private to its body;
/// released, it becomes a statement about the initiative that it went into. Whoever may not see a
/// body's resources is answered with nothing.
@Service
public class Resources {

  private static final int FIRST_YEAR = 1945;
  private static final int LAST_YEAR = 2200;

  private final Database database;
  private final Mandates mandates;
  private final Audit audit;
  private final Registry registry;
  private final Released released;
  private final ResourceTable table;
  private final Clock clock = Clock.systemUTC();

  Resources(
      Database database, Mandates mandates, Audit audit, Registry registry, Released released) {
    this.database = database;
    this.mandates = mandates;
    this.audit = audit;
    this.registry = registry;
    this.released = released;
    this.table = new ResourceTable(database);
  }

  /// What became of a deed on a resource. Whoever may not see it gets none of these.
  public sealed interface Outcome {

    /// It is done.
    record Done(Held now) implements Outcome {}

    /// She sees it, and may not do this for the body.
    record NotAllowed() implements Outcome {}

    /// What was handed in cannot be taken.
    record Faulty(List<Note> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }

    /// Somebody changed it since it was read.
    record Stale(Held now) implements Outcome {}

    /// It cannot be shown as a statement: it is tied to no public initiative, or meant for the
    /// parties only.
    record NotTied() implements Outcome {}
  }

  /// The resources of the bodies whose private things somebody may read, the last year first.
  public List<Held> list(Account account, int limit) {
    var bodies =
        mandates.list(account).stream()
            .filter(b -> mandates.may(account, Permission.READ_PRIVATE, b))
            .map(Body::id)
            .toList();
    return bodies.isEmpty() ? List.of() : table.of(bodies, limit);
  }

  /// What bodies let everybody read of some years, the last first: each a word of its body.
  ///
  /// @param from the first year
  /// @param to the last
  public List<Resource.Published> published(int from, int to, int limit) {
    return table.released(from, to, limit).stream()
        .flatMap(
            h -> mandates.owner(h.body()).stream().map(b -> new Resource.Published(h, b.name())))
        .toList();
  }

  /// One of them.
  public Optional<Held> find(Account account, String id) {
    return table.find(id).filter(h -> readable(account, h.body()).isPresent());
  }

  private Optional<Body> readable(Account account, String body) {
    return mandates
        .find(account, body)
        .filter(b -> mandates.may(account, Permission.READ_PRIVATE, b));
  }

  /// Enters a resource; sent again with the same key, it is not entered again.
  ///
  /// @return empty if she has nothing to do with the body
  public Optional<Outcome> enter(Account account, String body, Resource said, String key) {
    return readable(account, body)
        .map(owner ->
            database.inTransaction(() -> {
              if (!mandates.may(account, Permission.WRITE_ENTRY, owner)) {
                return refused(new NotAllowed(), account.id(), Permission.WRITE_ENTRY, owner.id());
              }
              var faults = faults(said);
              if (!faults.isEmpty()) {
                return new Faulty(faults);
              }
              table.lock();
              var id = StableId.of("resource", body, account.id(), key);
              var before = table.find(id);
              if (before.isPresent()) {
                return new Done(before.get());
              }
              return written(account, owner, new Held(id, body, 1, said, false), "entered");
            }));
  }

  /// Changes a resource. What was released of it is released no longer: its body decides anew.
  ///
  /// @param basis the version that was read
  public Optional<Outcome> change(Account account, String id, int basis, Resource said) {
    return deed(
        account,
        id,
        Permission.WRITE_ENTRY,
        (owner, held) -> {
          var faults = faults(said);
          if (!faults.isEmpty()) {
            return new Faulty(faults);
          }
          if (held.version() != basis) {
            return new Stale(held);
          }
          takeBack(owner, held);
          return written(
              account, owner, new Held(id, held.body(), basis + 1, said, false), "entered");
        });
  }

  /// Takes a resource back that should not have been entered.
  public Optional<Outcome> remove(Account account, String id, int basis) {
    return deed(
        account,
        id,
        Permission.WRITE_ENTRY,
        (owner, held) -> {
          if (held.version() != basis) {
            return new Stale(held);
          }
          takeBack(owner, held);
          return written(
              account, owner, new Held(id, held.body(), basis + 1, held.said(), false), "removed");
        });
  }

  /// Lets everybody read it as a statement about its initiative.
  public Optional<Outcome> release(Account account, String id, int basis) {
    return deed(
        account,
        id,
        Permission.RELEASE,
        (owner, held) -> {
          if (held.version() != basis) {
            return new Stale(held);
          }
          var content = ResourcePublication.of(held, owner, this::linked);
          if (content.isEmpty()) {
            return new NotTied();
          }
          var now = now();
          registry.receive(
              Released.CHANNEL,
              List.of(
                  Released.statement(
                      owner, ResourcePublication.originalId(id), content.get(), now)));
          return written(
              account, owner, new Held(id, held.body(), basis + 1, held.said(), true), "released");
        });
  }

  /// The identifier under which a public initiative can be spoken of.
  private Optional<String> linked(String initiative) {
    return registry
        .find(Reader.PUBLIC, initiative)
        .flatMap(view ->
            view.statements().stream()
                .filter(s -> s.withdrawn().isEmpty())
                .filter(s ->
                    s.sourceKey().startsWith("iati:")
                        || s.sourceKey().startsWith(Released.CHANNEL + ":"))
                .map(s -> s.originalId())
                .findFirst());
  }

  /// Lets nobody but its body read it any more.
  public Optional<Outcome> takeBack(Account account, String id, int basis) {
    return deed(
        account,
        id,
        Permission.RELEASE,
        (owner, held) -> {
          if (held.version() != basis) {
            return new Stale(held);
          }
          takeBack(owner, held);
          return written(
              account,
              owner,
              new Held(id, held.body(), basis + 1, held.said(), false),
              "taken-back");
        });
  }

  private void takeBack(Body owner, Held held) {
    if (held.released()) {
      released.takeBack(owner, ResourcePublication.originalId(held.id()), now());
    }
  }

  private interface Rule {
    Outcome on(Body owner, Held held);
  }

  private Optional<Outcome> deed(Account account, String id, Permission needed, Rule rule) {
    return database.inTransaction(() -> {
      table.lock();
      var held = table.find(id);
      var owner = held.flatMap(h -> readable(account, h.body()));
      if (held.isEmpty() || owner.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          mandates.may(account, needed, owner.get())
              ? rule.on(owner.get(), held.get())
              : refused(new NotAllowed(), account.id(), needed, owner.get().id()));
    });
  }

  private Done written(Account account, Body owner, Held held, String word) {
    table.append(held, account.id(), now(), word.equals("removed"));
    audit.record(new Audit.Deed(account.id(), owner.id(), "resource." + word, held.id(), Map.of()));
    return new Done(held);
  }

  private static List<Note> faults(Resource said) {
    var faults = new Faults();
    faults.require(said.year() >= FIRST_YEAR && said.year() <= LAST_YEAR, "bandung.year", "year");
    faults.someText("what", said.what(), Faults.SHORT);
    faults.require(said.figure().isReported(), "bandung.text-missing", "quantity");
    faults.amount("amount", said.figure().amount());
    var quantity = said.figure().quantity();
    if (quantity != null) {
      faults.number("quantity", quantity.number());
      faults.text("unit", quantity.unit(), Faults.TITLE);
    }
    if (said.initiative() != null) {
      faults.text("initiative", said.initiative(), Faults.TITLE);
    }
    return faults.all();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
