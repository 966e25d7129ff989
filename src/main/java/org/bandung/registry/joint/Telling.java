package org.bandung.registry.joint;

import java.util.List;
import org.bandung.access.fields.Circle;
import org.bandung.access.fields.SensitiveField;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// What a party tells of the initiative in its own words.
///
/// @param visibility of all of it
/// @param circles for whom single fields are; null where nothing was chosen
public record Telling(
    LocalizedText results,
    LocalizedText lessons,
    LocalizedText story,
    LocalizedText gains,
    List<Picture> pictures,
    Contribution.Visibility visibility,
    @Nullable Circles circles) {

  public Telling {
    pictures = List.copyOf(pictures);
    circles = Circles.USUAL.equals(circles) ? null : circles;
  }

  /// One of which no field was narrowed.
  public Telling(
      LocalizedText results,
      LocalizedText lessons,
      LocalizedText story,
      LocalizedText gains,
      List<Picture> pictures,
      Contribution.Visibility visibility) {
    this(results, lessons, story, gains, pictures, visibility, null);
  }

  /// For whom single fields are, as their writer chose; null is for the usual.
  public record Circles(
      @Nullable Circle results,
      @Nullable Circle lessons,
      @Nullable Circle story,
      @Nullable Circle gains,
      @Nullable Circle pictures) {
    /// Nothing chosen.
    public static final Circles USUAL = new Circles(null, null, null, null, null);
  }

  /// For whom one of its fields is.
  public Circle circle(SensitiveField field) {
    var chosen = circles == null ? Circles.USUAL : circles;
    return field.circle(
        switch (field) {
          case TELLING_RESULTS -> chosen.results();
          case TELLING_LESSONS -> chosen.lessons();
          case TELLING_STORY -> chosen.story();
          case TELLING_GAINS -> chosen.gains();
          case TELLING_PICTURES -> chosen.pictures();
          default -> null;
        },
        visibility.circle());
  }

  /// As somebody sees it who stands in a circle: what is not for her is not there.
  Telling seenFrom(Circle reader) {
    return new Telling(
        seen(SensitiveField.TELLING_RESULTS, reader, results),
        seen(SensitiveField.TELLING_LESSONS, reader, lessons),
        seen(SensitiveField.TELLING_STORY, reader, story),
        seen(SensitiveField.TELLING_GAINS, reader, gains),
        circle(SensitiveField.TELLING_PICTURES).reaches(reader) ? pictures : List.of(),
        visibility,
        circles);
  }

  private LocalizedText seen(SensitiveField field, Circle reader, LocalizedText text) {
    return circle(field).reaches(reader) ? text : LocalizedText.EMPTY;
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
