package org.bandung.catalogue;

import java.util.List;
import org.bandung.kernel.Note;
import org.bandung.kernel.StableId;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Statement;

/// What one source says for the catalogue, as a door hands it in.
///
/// The period of `content.actual()` is the time for which the entry holds; of an event, when it
/// takes place.
///
/// @param originalId the entry's id in the source's own books
/// @param contentHash 64 hexadecimal digits over the original; equal means nothing new
/// @param element the original, compressed
/// @param judgedWith fingerprint of the rules that gave the notes
public record Entry(
    Statement.Source source,
    String originalId,
    String contentHash,
    Statement.Payload element,
    Content content,
    Details details,
    List<Note> notes,
    String judgedWith) {

  public Entry {
    notes = List.copyOf(notes);
  }

  /// What it is.
  public EntryKind kind() {
    return details.kind();
  }

  /// Who says what kind of thing.
  public Catalogue.Voice voice() {
    return new Catalogue.Voice(kind(), source.key());
  }

  /// Its id here: the same source says the same of the same thing under it.
  public String id() {
    return id(kind(), source.key(), originalId);
  }

  /// The id that a source's entry has here.
  public static String id(EntryKind kind, String sourceKey, String originalId) {
    return StableId.of("catalogue", kind.code(), sourceKey, originalId);
  }
}
