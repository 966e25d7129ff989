package org.bandung.registry.joint;

import java.util.List;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

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
  ///
  /// @param described null where it was taken in before this was asked; then it is for the parties
  ///   only
  public record Picture(String sha256, LocalizedText caption, @Nullable Described described) {

    /// Whether it may be shown to everybody once its party releases what it tells.
    public boolean presentable() {
      return described != null && described.agreed() && !described.alt().isEmpty();
    }
  }

  /// What is asked with a picture.
  ///
  /// @param alt what is to be seen on it, for who does not see it
  /// @param agreed whoever can be recognised on it has agreed that everybody sees it
  public record Described(LocalizedText alt, boolean agreed) {}

  public boolean isEmpty() {
    return results.isEmpty()
        && lessons.isEmpty()
        && story.isEmpty()
        && gains.isEmpty()
        && pictures.isEmpty();
  }
}
