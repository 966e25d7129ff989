package org.bandung.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.collection.Edition.Institution;
import org.bandung.collection.Edition.Row;
import org.bandung.kernel.LocalizedText;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What was frozen: numbered editions, read by everybody once released, and what is otherwise now.
@Service
public class Editions {

  private static final int MOST = 500;
  private static final int MOST_REMEMBERED = 64;

  private final Database database;
  private final EditionTable table;
  private final RoundTable rounds;
  private final EditionRows rows;
  private final Mandates mandates;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  /// What lists tell of editions: an edition never changes.
  private final Map<String, EditionTable.Head> heads = new ConcurrentHashMap<>();

  /// What the public is told, until the facts move: anybody may ask, and it is not cheap.
  private record Remembered(String state, List<EditionDifference> differences) {}

  Editions(Database database, EditionRows rows, Mandates mandates) {
    this.database = database;
    this.table = new EditionTable(database);
    this.rounds = new RoundTable(database);
    this.rows = rows;
    this.mandates = mandates;
  }

  /// An edition as somebody may read it.
  ///
  /// @param hash SHA-256 of `text`
  /// @param text the canonical JSON
  /// @param replacedBy the number of the released edition that came after it; empty if none did
  /// @param owner whether who reads acts for the authority
  public record View(
      Edition edition,
      String hash,
      String text,
      Optional<Instant> released,
      String replacedBy,
      boolean owner) {}

  /// An edition in a list.
  ///
  /// @param initiatives how many rows it has
  public record Listed(
      String number,
      LocalizedText title,
      String authority,
      LocalDate from,
      LocalDate to,
      int initiatives,
      Instant released) {}

  /// What everybody may read, the last released first.
  public List<Listed> list() {
    return database.reading(() -> {
      var released = table.released(MOST);
      var known = new HashMap<>(heads);
      var unread = new TreeSet<>(released.keySet());
      unread.removeAll(known.keySet());
      if (!unread.isEmpty()) {
        table.heads(unread).forEach(h -> known.put(h.number(), h));
        known.keySet().retainAll(released.keySet());
        heads.putAll(known);
        heads.keySet().retainAll(known.keySet());
      }
      return released.entrySet().stream()
          .map(e -> Objects.requireNonNull(known.get(e.getKey())).listed(e.getValue()))
          .toList();
    });
  }

  /// Of an edition that somebody may read: rows of initiatives that were public when it was frozen
  /// and are so no more.
  public List<Row> closed(Account account, String number) {
    return find(account, number)
        .map(v -> database.reading(() -> rows.closed(v.edition().rows())))
        .orElse(List.of());
  }

  /// One by its number: released ones for everybody, others for who acts for the authority.
  public Optional<View> find(@Nullable Account account, String number) {
    return database.reading(() ->
        table
            .find(number)
            .flatMap(s -> {
              boolean owner = owner(account, s.owner());
              return owner || s.released().isPresent()
                  ? Optional.of(
                      new View(
                          RoundCodec.edition(s.text()),
                          s.hash(),
                          s.text(),
                          s.released(),
                          later(s, owner),
                          owner))
                  : Optional.empty();
            }));
  }

  private boolean owner(@Nullable Account account, String body) {
    return account != null
        && mandates
            .owner(body)
            .filter(b -> mandates.mayAsOwn(account, Permission.READ_PRIVATE, b))
            .isPresent();
  }

  /// The edition after this one, as far as the reader may know of it.
  private String later(EditionTable.Stored stored, boolean owner) {
    var editions = RoundHistory.fold(rounds.events(stored.round())).editions();
    boolean after = false;
    for (var made : editions) {
      if (after && (owner || made.released())) {
        return made.number();
      }
      after |= made.number().equals(stored.number());
    }
    return "";
  }

  /// What is otherwise now. The public compares with what everybody reads in the registry; who acts
  /// for the authority sees what an edition of today would say.
  public List<EditionDifference> differences(View view) {
    if (view.owner()) {
      return database.reading(
          () -> EditionDifference.between(view.edition().rows(), rows.of(round(view.edition()))));
    }
    var number = view.edition().number();
    var state = rows.state();
    var known = remembered.get(number);
    if (known != null && known.state().equals(state)) {
      return known.differences();
    }
    var differences = database.reading(() -> publicly(view.edition(), round(view.edition())));
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(number, new Remembered(state, differences));
    return differences;
  }

  private Round round(Edition edition) {
    return RoundHistory.fold(rounds.events(edition.round()));
  }

  private List<EditionDifference> publicly(Edition edition, Round round) {
    var ids = new LinkedHashSet<String>();
    edition.rows().stream().filter(Row::inRegistry).forEach(r -> ids.add(r.key()));
    var handed =
        round.editions().stream()
            .filter(m -> m.number().equals(edition.number()))
            .flatMap(m -> m.handed().entrySet().stream())
            .toList();
    handed.forEach(e -> ids.add(e.getValue()));
    var now = new HashMap<String, Row>();
    rows.known(ids).forEach(r -> now.put(r.key(), r));
    var compared =
        edition.rows().stream()
            .flatMap(frozen -> {
              var id =
                  frozen.inRegistry()
                      ? frozen.key()
                      : handed.stream()
                          .filter(e -> e.getKey().endsWith("/" + frozen.originalId()))
                          .map(java.util.Map.Entry::getValue)
                          .findFirst()
                          .orElse("");
              return Optional.ofNullable(now.get(id)).stream().map(r -> keyed(r, frozen));
            })
            .toList();
    return EditionDifference.between(edition.rows(), compared);
  }

  /// What the registry says now, as a row to compare with another. A corrected amount is told in
  /// the edition only, so that the registry having another is no change.
  private static Row keyed(Row now, Row frozen) {
    return new Row(
        frozen.key(),
        frozen.inRegistry(),
        now.originalId(),
        now.title(),
        now.start(),
        now.end(),
        now.modality(),
        now.countries(),
        now.sectors(),
        frozen.corrected().contains("money") ? frozen.money() : now.money(),
        frozen.said(),
        frozen.corrected());
  }

  /// The edition that a signed round would give; nothing is stored.
  Edition preview(Round r, Body authority, String number, String reason, Instant now) {
    var all = rows.of(r);
    var signed = java.util.Objects.requireNonNull(r.signed());
    return new Edition(
        number,
        r.editions().isEmpty() ? "" : r.editions().getLast().number(),
        reason,
        r.id(),
        authority.name(),
        r.plan().country(),
        r.plan().title(),
        r.plan().from(),
        r.plan().to(),
        signed.name(),
        signed.at(),
        now,
        r.asked().values().stream().map(Editions::institution).toList(),
        Edition.Figures.of(all, r.plan().country()),
        all);
  }

  /// Until its answers are accepted an institution has answered nothing.
  private static Institution institution(Round.Asked a) {
    boolean heard = a.standing() == Round.Standing.ACCEPTED;
    return new Institution(
        a.name(),
        a.standing().word(),
        heard && a.nothing(),
        a.items().size(),
        heard ? (int) a.count("confirmed") : 0,
        heard ? (int) a.count("corrected") : 0,
        heard ? (int) a.count("refused") : 0,
        heard ? a.additions().size() : 0);
  }

  /// The next number of an authority in a year; call it in the transaction that uses it.
  String nextNumber(RoundPlan plan) {
    var series = plan.prefix() + "-" + plan.to().getYear();
    return series + "-" + table.next(series);
  }

  /// Keeps an edition for ever.
  ///
  /// @return its hash
  String keep(Edition edition, String owner) {
    var text = RoundCodec.json(edition);
    var hash = Handover.sha256(text);
    table.insert(
        new EditionTable.Stored(
            edition.number(),
            edition.round(),
            owner,
            edition.frozenAt(),
            hash,
            text,
            Optional.empty()));
    return hash;
  }

  void release(String number, Instant now) {
    table.release(number, now);
  }
}
