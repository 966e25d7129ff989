package org.bandung.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Statement;

/// An initiative as it is composed from its statements, with where each field came from.
///
/// @param redirectedFrom the id asked for, when it was merged into this one
/// @param composed what follows from the statements together
/// @param provenance field name of [Content] -> key of the statement it was taken from
/// @param statements side by side, first speaker first
public record InitiativeView(
    String id,
    Optional<String> redirectedFrom,
    Content composed,
    Map<String, String> provenance,
    Derivation derivation,
    List<StatementView> statements,
    List<Related> related,
    List<Reply> replies) {

  public InitiativeView {
    provenance = Map.copyOf(provenance);
    statements = List.copyOf(statements);
    related = List.copyOf(related);
    replies = List.copyOf(replies);
  }

  /// One source's statement.
  ///
  /// @param key `source key` + `#` + original id
  /// @param withdrawn when the source took it back; what is shown then is its last word
  /// @param versions how many versions of it were received
  public record StatementView(
      String key,
      String sourceKey,
      String originalId,
      Statement.Speaker speaker,
      Optional<Instant> lastUpdated,
      Instant received,
      Optional<Instant> withdrawn,
      int versions,
      Content content,
      List<Note> notes) {}

  /// What a country says to what is stated here.
  ///
  /// @param body the name of the authority that said it
  public record Reply(CountryCode country, String body, LocalizedText text, Instant at) {}

  /// A statement that stands, without its history: for reading many at once.
  ///
  /// @param initiative id of the initiative it is told in
  /// @param own id of the initiative it would be told in had nobody decided that two are one
  public record Spoken(
      String initiative,
      String own,
      String sourceKey,
      String originalId,
      Statement.Speaker speaker,
      Content content) {

    /// `source key` + `#` + original id.
    public String key() {
      return StatementTable.statementKey(sourceKey, originalId);
    }
  }

  /// An initiative this one is tied to.
  ///
  /// @param id empty when we do not hold it
  public record Related(String type, String originalId, Optional<String> id) {}
}
