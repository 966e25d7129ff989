package org.bandung.registry.published;

import java.util.List;
import org.bandung.registry.Derivation;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Statement;

/// A public initiative as it may leave the node.
///
/// @param also ids that were merged into it and lead to it
/// @param composed what follows from the statements together
/// @param statements those that stand; first the one that gave the initiative its id, then by key
public record Published(
    String id,
    List<String> also,
    Content composed,
    Derivation derivation,
    List<Statement> statements) {

  public Published {
    also = List.copyOf(also);
    statements = List.copyOf(statements);
  }
}
