package org.bandung.registry.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.StableId;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Statement;
import org.bandung.store.Database;
import org.springframework.stereotype.Component;

/// Public initiatives with all that was stated of them, for what leaves the node. It reads for
/// everybody only: what is not public, withdrawn or not released is not there.
@Component
public class Publications {

  private final Registry registry;
  private final PublishedTable table;

  public Publications(Registry registry, Database database) {
    this.registry = registry;
    this.table = new PublishedTable(database);
  }

  /// The ids of those that are meant, after one, in their order; `""` for the first.
  public List<String> idsAfter(Selection selection, String id, int limit) {
    return table.idsAfter(selection, id, limit);
  }

  /// When a source last changed anything of these, by its own word; empty if none says so.
  public Optional<Instant> lastSaid(Collection<String> ids) {
    return table.lastSaid(ids);
  }

  /// The initiatives by their ids, in the order of the ids; those that are not public are left out.
  public List<Published> read(Collection<String> ids) {
    var open = table.open(ids);
    var statements = table.statements(open);
    var also = table.also(open);
    var read = new ArrayList<Published>();
    for (var id : open) {
      var standing = statements.getOrDefault(id, List.of());
      if (!standing.isEmpty()) {
        var composed = registry.compose(standing);
        read.add(
            new Published(
                id,
                also.getOrDefault(id, List.of()),
                composed,
                registry.derive(composed),
                inOrder(id, standing)));
      }
    }
    return read;
  }

  private static List<Statement> inOrder(String id, List<Statement> statements) {
    return statements.stream()
        .sorted(
            Comparator.comparing((Statement s) -> !named(s).equals(id))
                .thenComparing(s -> s.source().key())
                .thenComparing(Statement::originalId))
        .toList();
  }

  /// The id that an initiative has which is heard of first by this statement.
  public static String named(Statement statement) {
    return StableId.of(statement.source().key(), statement.originalId());
  }
}
