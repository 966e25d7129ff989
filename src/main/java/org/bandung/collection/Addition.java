package org.bandung.collection;

import java.util.List;
import org.bandung.kernel.Note;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.ContentCodec;

/// An initiative that an institution adds: its own statement, private until an edition is released.
///
/// @param key its name among the institution's additions, from the form or the row of a table
/// @param content as JSON
/// @param sheet whether it came in a table
public record Addition(String key, String content, boolean sheet) {

  /// One that says this.
  public static Addition of(String key, Content said, boolean sheet) {
    return new Addition(key, ContentCodec.json(said), sheet);
  }

  /// What of it cannot be taken.
  public List<Note> faults() {
    return RoundFaults.of(this);
  }

  /// What it says.
  public Content said() {
    return ContentCodec.fromJson(content, Content.class);
  }
}
