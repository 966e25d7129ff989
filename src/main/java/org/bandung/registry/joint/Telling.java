package org.bandung.registry.joint;

import java.util.List;
import org.bandung.kernel.LocalizedText;

/// What a party tells of the initiative in its own words.
///
/// @param visibility of all of it
public record Telling(
    LocalizedText results,
    LocalizedText lessons,
    LocalizedText story,
    LocalizedText gains,
    List<Picture> pictures,
    Contribution.Visibility visibility) {

  public Telling {
    pictures = List.copyOf(pictures);
  }

  /// A picture in the store of files.
  public record Picture(String sha256, LocalizedText caption) {}

  public boolean isEmpty() {
    return results.isEmpty()
        && lessons.isEmpty()
        && story.isEmpty()
        && gains.isEmpty()
        && pictures.isEmpty();
  }
}
