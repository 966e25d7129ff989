package org.bandung.exchange.packages;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.bandung.kernel.Fate;
import org.bandung.kernel.Reader;
import org.bandung.registry.Registry;
import org.bandung.registry.counted.Countable;
import org.bandung.store.ChangeFeed;

/// Whether something that a package holds was taken back or made private since: an initiative, what
/// a source said of it, or a figure of a contribution. What was only corrected is not closed.
final class Closings {

  private static final int AT_ONCE = 500;

  private final ChangeFeed changes;
  private final Registry registry;

  Closings(ChangeFeed changes, Registry registry) {
    this.changes = changes;
    this.registry = registry;
  }

  /// The place in the log of changes as it is now.
  String place() {
    return changes.now().next();
  }

  /// Whether something in the package was closed after the place. Where nobody can tell, as after a
  /// restore, it was.
  boolean since(String place, Path zip) throws IOException {
    var at = place;
    var changed = new HashSet<String>();
    while (true) {
      if (at.isEmpty() || !(changes.after(Optional.of(at), AT_ONCE) instanceof ChangeFeed.Page p)) {
        return true;
      }
      p.changes().stream()
          .filter(c -> c.module().equals("registry") && c.kind().equals("initiative"))
          .forEach(c -> changed.add(c.id()));
      if (p.caughtUp()) {
        return !changed.isEmpty() && closed(held(zip, changed));
      }
      at = p.next();
    }
  }

  /// What a package holds of an initiative.
  ///
  /// @param keptBack how many figures of contributions are not published
  private record Held(Set<String> sources, int keptBack) {
    Held plus(int more) {
      return new Held(sources, keptBack + more);
    }
  }

  private static Map<String, Held> held(Path zip, Set<String> ids) throws IOException {
    var held = new HashMap<String, Held>();
    try (var file = new ZipFile(zip.toFile())) {
      rows(
          file,
          "statements",
          row -> {
            if (ids.contains(row.getField(0))) {
              held.computeIfAbsent(row.getField(0), id -> new Held(new HashSet<>(), 0))
                  .sources()
                  .add(row.getField(1));
            }
          });
      int column =
          PackageTable.all().stream()
              .filter(t -> t.name().equals("contributions"))
              .flatMap(t -> t.columns().stream())
              .map(PackageTable.Column::name)
              .toList()
              .indexOf("not_published");
      rows(
          file,
          "contributions",
          row ->
              held.computeIfPresent(
                  row.getField(0), (id, h) -> h.plus(names(row.getField(column)))));
    }
    return held;
  }

  private static int names(String joined) {
    return joined.isEmpty() ? 0 : joined.split("[|]").length;
  }

  private static void rows(ZipFile zip, String table, Consumer<CsvRecord> each) throws IOException {
    var entry = zip.getEntry(table + ".csv");
    if (entry == null) {
      throw new IOException(zip.getName() + " holds no " + table + ".csv");
    }
    try (var rows =
        CsvReader.builder()
            .ofCsvRecord(
                new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
      rows.stream().skip(1).forEach(each);
    }
  }

  private boolean closed(Map<String, Held> held) {
    var ids = List.copyOf(held.keySet());
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      var left = new ArrayList<>(some);
      for (var now : registry.countable(some)) {
        left.remove(now.id());
        if (closed(held.getOrDefault(now.id(), new Held(Set.of(), 0)), now)) {
          return true;
        }
      }
      var fates = registry.fates(Reader.PUBLIC, left);
      // what is told as one with another is still told
      if (left.stream().anyMatch(id -> !(fates.get(id) instanceof Fate.Merged))) {
        return true;
      }
    }
    return false;
  }

  private static boolean closed(Held before, Countable now) {
    int keptBack = now.given().stream().mapToInt(g -> g.what().notPublished().size()).sum();
    return keptBack > before.keptBack() || !now.reporters().containsAll(before.sources());
  }
}
