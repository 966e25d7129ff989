package org.bandung.exchange.iati;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Statement.Source;
import org.bandung.registry.said.Statement.Speaker;
import org.jspecify.annotations.Nullable;

/// Our block as it comes back.
///
/// @param id of the initiative on the node that wrote the file
/// @param kind `project`, `action` or `programme`, if it says so
/// @param participants those of an activity that is ours, with their roles
/// @param activity the activity without what is ours, in a root of its own
public record ReadBlock(
    String id,
    @Nullable String kind,
    List<Participant> participants,
    List<Stated> statements,
    String activity) {

  private static final int MOST_STATEMENTS = 1000;

  public ReadBlock {
    participants = List.copyOf(participants);
    statements = List.copyOf(statements);
  }

  /// Who stated it, and what.
  ///
  /// @param content null where the activity itself says it
  public record Stated(
      Source source,
      String originalId,
      Speaker speaker,
      @Nullable Instant lastUpdated,
      @Nullable Instant generated,
      @Nullable Content content) {}

  /// The block of an activity.
  ///
  /// @param document the activity in its root
  /// @return empty if there is none, or one that nobody understands
  public static Optional<ReadBlock> of(String document) {
    if (!document.contains(Ours.NAMESPACE)) {
      return Optional.empty();
    }
    var text = new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    return new XmlIn()
        .record(text)
        .flatMap(activity ->
            activity.elements().stream()
                .filter(e -> e.is(Ours.NAMESPACE, Ours.BLOCK))
                .findFirst()
                .flatMap(block -> understood(block, activity)));
  }

  private static Optional<ReadBlock> understood(Xml block, Xml activity) {
    try {
      var participants = new ArrayList<Participant>();
      var statements = new ArrayList<Stated>();
      for (var child : block.elements()) {
        if (child.is(Ours.NAMESPACE, Block.PARTICIPANTS)) {
          participants.add(RecordXml.read(Participant.class, child));
        } else if (child.is(Ours.NAMESPACE, Block.STATEMENT)) {
          statements.add(stated(child));
        }
      }
      var kind = block.attribute("kind");
      return statements.size() > MOST_STATEMENTS
          ? Optional.empty()
          : Optional.of(
              new ReadBlock(
                  block.attribute("id"),
                  kind.isEmpty() ? null : kind,
                  participants,
                  statements,
                  Original.withoutOurs(activity)));
    } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
      return Optional.empty(); // a block that somebody wrote by hand
    }
  }

  private static Stated stated(Xml element) {
    var said =
        element.elements().stream().filter(e -> e.is(Ours.NAMESPACE, Block.SAID)).findFirst();
    return new Stated(
        new Source(
            element.attribute("channel"),
            element.attribute("publisher"),
            RecordXml.text(element, Block.NAME)),
        element.attribute("id"),
        Speaker.valueOf(element.attribute("speaker").toUpperCase(Locale.ROOT)),
        time(element.attribute("updated")),
        time(element.attribute("generated")),
        said.map(s -> RecordXml.read(Content.class, s)).orElse(null));
  }

  private static @Nullable Instant time(String text) {
    return text.isEmpty() ? null : Instant.parse(text);
  }
}
