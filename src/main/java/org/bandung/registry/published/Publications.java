package org.bandung.registry.published;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
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

  /// The initiatives by their ids, in the order of the ids; those that are not public are left out.
  ///
  /// @param as a statement in the form in which it can leave; what follows from all of them follows
  ///   from these
  public List<Published> read(Collection<String> ids, UnaryOperator<Statement> as) {
    var open = table.open(ids);
    var statements = table.statements(open);
    var also = table.also(open);
    var read = new ArrayList<Published>();
    for (var id : open) {
      var standing = statements.getOrDefault(id, List.of()).stream().map(as).toList();
      if (!standing.isEmpty()) {
        var composed = registry.compose(standing);
        read.add(
            new Published(
                id,
                also.getOrDefault(id, List.of()),
                composed,
                registry.derive(composed),
                inOrder(id, also.getOrDefault(id, List.of()), standing)));
      }
    }
    return read;
  }

  /// Those first from which the ids follow, so that who hears them in this order gives the same.
  private static List<Statement> inOrder(String id, List<String> also, List<Statement> statements) {
    return statements.stream()
        .sorted(
            Comparator.comparing((Statement s) -> !named(s).equals(id))
                .thenComparing(s -> !also.contains(named(s)))
                .thenComparing(s -> s.source().key())
                .thenComparing(Statement::originalId))
        .toList();
  }

  /// The id that an initiative has which is heard of first by this statement.
  public static String named(Statement statement) {
    return StableId.of(statement.source().key(), statement.originalId());
  }
}
