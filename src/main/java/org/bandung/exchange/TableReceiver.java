package org.bandung.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.Entry;
import org.bandung.exchange.tables.MappedTable.Reading;
import org.bandung.kernel.Note;
import org.bandung.registry.ImportRun;
import org.bandung.registry.said.Statement;

/// Where the rows of a table end: as initiatives in the registry, or as entries of the catalogue.
interface TableReceiver {

  /// What became of one row.
  enum Fate {
    CREATED,
    UPDATED,
    UNCHANGED,
    OLDER,
    /// A person whose consent does not hold.
    NO_CONSENT
  }

  /// A row that is held already.
  ///
  /// @param current whether it is its source's last word; else a newer one is known
  /// @param key what it is to whoever holds it
  record Held(boolean current, String judgedWith, List<Note> notes, Object key) {}

  /// Which of these rows are held already, by their hash.
  Map<String, Held> known(Collection<String> hashes);

  /// Says that these occur in this input too.
  void seen(List<Held> held);

  /// Takes rows that were understood; one fate each, in the same order.
  List<Fate> receive(List<Reading> understood);

  /// Ends it. With `complete`, what the sources of this input said before and not in it is
  /// withdrawn.
  ///
  /// @return how many were withdrawn
  int finish(boolean complete);

  /// Rows become statements on initiatives.
  record Initiatives(ImportRun run) implements TableReceiver {

    @Override
    public Map<String, Held> known(Collection<String> hashes) {
      var known = new HashMap<String, Held>();
      run.known(hashes)
          .forEach(
              (hash, k) -> known.put(hash, new Held(k.current(), k.judgedWith(), k.notes(), k)));
      return known;
    }

    @Override
    public void seen(List<Held> held) {
      run.seen(held.stream().map(h -> (ImportRun.Known) h.key()).toList());
    }

    @Override
    public List<Fate> receive(List<Reading> understood) {
      var statements = new ArrayList<Statement>();
      for (var reading : understood) {
        if (reading instanceof Reading.Taken(var statement)) {
          statements.add(statement);
        }
      }
      return run.receive(statements).stream().map(r -> Fate.valueOf(r.outcome().name())).toList();
    }

    @Override
    public int finish(boolean complete) {
      return run.finish(complete);
    }
  }

  /// How a piece of work is done.
  interface Way {
    <T> T go(Supplier<T> work);
  }

  /// Rows become entries of the catalogue.
  final class Entries implements TableReceiver {

    private final Catalogue catalogue;
    private final ImportRun run;
    private final Way way;
    private final Set<String> seen = new HashSet<>();
    private final Set<Catalogue.Voice> voices = new HashSet<>();

    /// @param run what the operator sees in the list of imports
    /// @param way in earnest, or undone at once
    Entries(Catalogue catalogue, ImportRun run, Way way) {
      this.catalogue = catalogue;
      this.run = run;
      this.way = way;
    }

    @Override
    public Map<String, Held> known(Collection<String> hashes) {
      var known = new HashMap<String, Held>();
      catalogue
          .known(hashes)
          .forEach((hash, k) -> known.put(hash, new Held(true, k.judgedWith(), k.notes(), k)));
      return known;
    }

    @Override
    public void seen(List<Held> held) {
      for (var one : held) {
        var known = (Catalogue.Known) one.key();
        seen.add(known.id());
        voices.add(known.voice());
      }
    }

    @Override
    public List<Fate> receive(List<Reading> understood) {
      var entries = new ArrayList<Entry>();
      for (var reading : understood) {
        if (reading instanceof Reading.Listed(var entry)) {
          entries.add(entry);
          seen.add(entry.id());
          voices.add(entry.voice());
        }
      }
      return way.go(() -> catalogue.receive(entries)).stream().map(r -> fate(r.outcome())).toList();
    }

    private static Fate fate(Catalogue.Outcome outcome) {
      return switch (outcome) {
        case CREATED -> Fate.CREATED;
        case UPDATED -> Fate.UPDATED;
        case UNCHANGED -> Fate.UNCHANGED;
        case NO_CONSENT -> Fate.NO_CONSENT;
      };
    }

    @Override
    public int finish(boolean complete) {
      way.go(() -> {
        catalogue.saidAgain(seen);
        return true;
      });
      int withdrawn = complete ? way.go(() -> catalogue.withdrawUnseen(voices, seen)) : 0;
      run.finish(false);
      return withdrawn;
    }
  }
}
