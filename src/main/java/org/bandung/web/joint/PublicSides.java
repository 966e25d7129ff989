package org.bandung.web.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.said.Content;

/// Reads the public statements of the parties of a joint initiative side by side: what one states
/// it gave or received, and what the other says of it in its own statement.
public final class PublicSides {

  /// Sources that are bodies of this node.
  private static final String DESK = "desk:";

  /// The scheme of replies; what carries one of its codes is a reply and no contribution of its
  /// own.
  private static final String REPLIES = org.bandung.registry.counted.Contributions.REPLY;

  private PublicSides() {}

  /// One contribution.
  ///
  /// @param source key of the source that states it
  public record Row(String source, Content.Contribution said, List<Reply> replies) {
    public Row {
      replies = List.copyOf(replies);
    }
  }

  /// What another source says of it.
  ///
  /// @param standing code of the scheme `contribution-reply`
  public record Reply(String source, String standing, Content.Contribution said) {}

  /// The contributions that parties of this node state, in the order of their statements.
  public static List<Row> of(List<InitiativeView.StatementView> statements) {
    var desk = desk(statements);
    var rows = new ArrayList<Row>();
    for (var statement : desk) {
      for (var said : statement.content().contributions()) {
        if (standing(said).isEmpty()) {
          rows.add(new Row(statement.sourceKey(), said, replies(desk, statement, said)));
        }
      }
    }
    return rows;
  }

  /// What parties of this node state now.
  static List<InitiativeView.StatementView> desk(List<InitiativeView.StatementView> statements) {
    return statements.stream()
        .filter(s -> s.withdrawn().isEmpty())
        .filter(s -> s.sourceKey().startsWith(DESK))
        .toList();
  }

  private static List<Reply> replies(
      List<InitiativeView.StatementView> desk,
      InitiativeView.StatementView of,
      Content.Contribution said) {
    var replies = new ArrayList<Reply>();
    var reference = said.reference();
    for (var other : desk) {
      if (other != of && reference != null) {
        for (var reply : other.content().contributions()) {
          if (reference.equals(reply.reference())) {
            standing(reply)
                .ifPresent(standing -> replies.add(new Reply(other.sourceKey(), standing, reply)));
          }
        }
      }
    }
    return replies;
  }

  private static Optional<String> standing(Content.Contribution said) {
    return said.classifications().stream()
        .filter(c -> c.scheme().equals(REPLIES))
        .map(Content.Classification::code)
        .findFirst();
  }
}
