package org.bandung.registry.sheets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bandung.access.Account;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.StableId;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.Joint;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.JointInitiatives.View;
import org.bandung.registry.joint.JointOutcome;
import org.bandung.registry.joint.JointParty;
import org.bandung.registry.sheets.SheetFate.Change;
import org.bandung.registry.sheets.SheetFate.Fault;
import org.bandung.registry.sheets.SheetFate.Kind;
import org.bandung.store.Database;
import org.springframework.stereotype.Service;

/// Looks at a sheet and says what each row would do; then does all of it, or nothing. What is done
/// is undone by the next sheet: every row is a new word of its party, and nothing is public before
/// it is released.
@Service
public class ContributionSheets {

  private static final int MOST_INITIATIVES = 500;

  private final JointInitiatives initiatives;
  private final Database database;

  public ContributionSheets(JointInitiatives initiatives, Database database) {
    this.initiatives = initiatives;
    this.database = database;
  }

  /// What a sheet would do, or did.
  ///
  /// @param done whether it is done
  /// @param changed whether it was not done because something had changed since it was shown
  /// @param seal equal to that of another telling if that one would do the same on the same ground
  /// @param totals of the initiatives in the sheet, what she states there: by currency
  public record Told(
      List<SheetFate> fates, boolean done, boolean changed, String seal, List<Total> totals) {
    public Told {
      fates = List.copyOf(fates);
      totals = List.copyOf(totals);
    }

    public long count(Kind kind) {
      return fates.stream().filter(f -> f.kind() == kind).count();
    }

    /// Whether there is anything that could be done.
    public boolean useful() {
      return count(Kind.FAULT) == 0 && count(Kind.ADDS) + count(Kind.OVERWRITES) > 0;
    }
  }

  /// What is stated in a currency, before and after.
  public record Total(String currency, BigDecimal before, BigDecimal after) {}

  /// Whether she may state anything in any initiative.
  public boolean mayUpload(Account account) {
    return initiatives.list(account, MOST_INITIATIVES).stream()
        .anyMatch(v -> !speaksFor(v).isEmpty());
  }

  /// The rows of a template: her initiatives, and what her parties stated there; cells in the order
  /// of [SheetRow#COLUMNS].
  public List<List<@org.jspecify.annotations.Nullable Object>> template(Account account) {
    var rows = new ArrayList<List<@org.jspecify.annotations.Nullable Object>>();
    for (var view : initiatives.list(account, MOST_INITIATIVES)) {
      if (!speaksFor(view).isEmpty()) {
        var joint = view.joint();
        rows.add(row(joint, Map.of()));
        joint.stated().values().stream()
            .filter(s -> view.may(s.by(), Deed.SPEAKING))
            .forEach(s -> rows.add(row(joint, SheetRules.told(joint, s))));
      }
    }
    return rows;
  }

  private static List<@org.jspecify.annotations.Nullable Object> row(
      Joint joint, Map<String, Object> told) {
    var cells = new ArrayList<@org.jspecify.annotations.Nullable Object>();
    for (var column : SheetRow.COLUMNS) {
      cells.add(
          switch (column) {
            case "initiative" -> joint.id();
            case "title" -> title(joint);
            default -> told.get(column);
          });
    }
    return Collections.unmodifiableList(cells);
  }

  private static String title(Joint joint) {
    return joint.beginning().title().in("en").map(LocalizedText.Spoken::text).orElse(joint.id());
  }

  /// What the rows would do. Nothing is done.
  public Told look(Account account, List<SheetRow> rows) {
    return undone(() -> act(account, rows, "look"));
  }

  /// Does what the rows would do, if that is still what was shown.
  ///
  /// @param seal of what was shown
  /// @param hash of the file: the same file again does nothing again
  public Told take(Account account, List<SheetRow> rows, String seal, String hash) {
    var now = look(account, rows);
    if (!now.seal().equals(seal) || !now.useful()) {
      return new Told(now.fates(), false, !now.seal().equals(seal), now.seal(), now.totals());
    }
    try {
      return database.inTransaction(() -> {
        var done = act(account, rows, hash);
        if (!done.seal().equals(seal) || !done.useful()) {
          throw new Undone(done); // somebody was faster between the two
        }
        return new Told(done.fates(), true, false, done.seal(), done.totals());
      });
    } catch (Undone undone) {
      var told = undone.told;
      return new Told(told.fates(), false, true, told.seal(), told.totals());
    }
  }

  private Told undone(Supplier<Told> work) {
    try {
      return database.inTransaction(() -> {
        throw new Undone(work.get());
      });
    } catch (Undone undone) {
      return undone.told;
    }
  }

  /// Rolls back what was only tried.
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Told told;

    Undone(Told told) {
      super("undone on purpose", null, false, false);
      this.told = told;
    }
  }

  private Told act(Account account, List<SheetRow> rows, String hash) {
    var before = new LinkedHashMap<String, View>();
    var fates = new ArrayList<SheetFate>();
    var seals = new ArrayList<String>();
    var seen = new HashSet<String>();
    // Everybody locks initiatives in one order, or two sheets could wait for each other for ever.
    for (var row : rows.stream().sorted(Comparator.comparing(r -> r.get("initiative"))).toList()) {
      if (!row.tellsNothing()) {
        var found = initiatives.find(account, row.get("initiative"));
        found.ifPresent(v -> before.putIfAbsent(v.joint().id(), v));
        fates.add(fate(account, row, found, seen, seals, hash));
      }
    }
    var totals = new TreeMap<String, BigDecimal[]>();
    before.forEach((id, view) -> {
      add(totals, view, 0);
      initiatives.find(account, id).ifPresent(after -> add(totals, after, 1));
    });
    fates.sort(Comparator.comparingInt(SheetFate::line));
    return new Told(
        fates,
        false,
        false,
        StableId.of(seals.toArray(String[]::new)),
        totals.entrySet().stream()
            .map(e -> new Total(e.getKey(), e.getValue()[0], e.getValue()[1]))
            .toList());
  }

  private static void add(Map<String, BigDecimal[]> totals, View view, int at) {
    for (var stated : view.joint().stated().values()) {
      var amount = stated.said().figure().amount();
      if (amount != null && view.may(stated.by(), Deed.SPEAKING)) {
        var currency = amount.currency() == null ? "" : amount.currency();
        var sum =
            totals.computeIfAbsent(
                currency, c -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
        sum[at] = sum[at].add(amount.value());
      }
    }
  }

  /// The parties for which she may state something.
  private static List<String> speaksFor(View view) {
    return view.joint().beginning().parties().stream()
        .map(JointParty::id)
        .filter(p -> view.may(p, Deed.SPEAKING))
        .toList();
  }

  /// The party for which she speaks in a row.
  private static Optional<String> party(View view, SheetRow row) {
    return SheetRules.party(view.joint(), speaksFor(view), row);
  }

  private SheetFate fate(
      Account account,
      SheetRow row,
      Optional<View> found,
      HashSet<String> seen,
      List<String> seals,
      String hash) {
    var party = found.flatMap(v -> party(v, row));
    if (found.isEmpty() || party.isEmpty()) {
      return told(row, found, Kind.FAULT, List.of(new Fault("initiative", "initiative")));
    }
    var joint = found.get().joint();
    var read = SheetRules.read(joint, party.get(), row);
    if (!seen.add(joint.id() + " " + read.contribution())) {
      return told(row, found, Kind.FAULT, List.of(new Fault("reference", "reference-twice")));
    }
    var said = read.said();
    if (said == null) {
      return told(row, found, Kind.FAULT, read.faults());
    }
    seals.add(
        String.join(
            " ",
            joint.id(),
            read.contribution(),
            read.basis() + " " + read.standing(),
            said.toString()));
    var deed = new Deed.State(read.contribution(), read.basis(), said);
    var key = StableId.of("sheet", hash, read.contribution(), String.valueOf(read.basis()));
    var outcome = initiatives.act(account, joint.id(), party.get(), deed, key);
    return switch (outcome.orElse(new JointOutcome.NotNow("gone"))) {
      case JointOutcome.Done done ->
          told(
              row,
              found,
              read.standing() == 0 ? Kind.ADDS : Kind.OVERWRITES,
              List.of(),
              read.changes());
      case JointOutcome.NotNow(var why) when why.equals("same") ->
          told(row, found, Kind.REPEATS, List.of());
      case JointOutcome.NotNow(var why) ->
          told(row, found, Kind.FAULT, List.of(new Fault("reference", why)));
      case JointOutcome.Faulty(var notes) ->
          told(
              row,
              found,
              Kind.FAULT,
              notes.stream()
                  .map(n -> new Fault(n.path(), n.code().replace("bandung.", "")))
                  .toList());
      case JointOutcome.NotAllowed(var needed) ->
          told(row, found, Kind.FAULT, List.of(new Fault("initiative", "not-allowed")));
      case JointOutcome.Stale(long latest, var now) ->
          told(
              row, found, Kind.FAULT, List.of(new Fault("version", "sheet-stale")), read.changes());
      case JointOutcome.KeyUsedOtherwise used ->
          told(row, found, Kind.FAULT, List.of(new Fault("reference", "key")));
    };
  }

  private static SheetFate told(SheetRow row, Optional<View> found, Kind kind, List<Fault> faults) {
    return told(row, found, kind, faults, List.of());
  }

  private static SheetFate told(
      SheetRow row, Optional<View> found, Kind kind, List<Fault> faults, List<Change> changes) {
    return new SheetFate(
        row.line(),
        found.map(v -> v.joint().id()).orElse(""),
        found.map(v -> title(v.joint())).orElse(row.get("initiative")),
        row.get("reference"),
        kind,
        faults,
        changes);
  }
}
