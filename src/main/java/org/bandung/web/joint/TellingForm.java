package org.bandung.web.joint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bandung.access.fields.SensitiveField;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.joint.Contribution.Visibility;
import org.bandung.registry.joint.Telling;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// Between what a party tells and the fields of its form.
final class TellingForm {

  private TellingForm() {}

  /// @param before what it told until now, if anything
  static Telling read(
      Said said, @Nullable Telling before, @Nullable MultipartFile file, JointFiles files) {
    var none = LocalizedText.EMPTY;
    var old =
        before == null
            ? new Telling(none, none, none, none, List.of(), Visibility.PARTIES)
            : before;
    return new Telling(
        said.prose("results", old.results()),
        said.prose("lessons", old.lessons()),
        said.prose("story", old.story()),
        said.prose("gains", old.gains()),
        PictureForm.read(said, old.pictures(), file, files),
        said.get("visibility").equals("public") ? Visibility.PUBLIC : Visibility.PARTIES,
        new Telling.Circles(
            SensitiveField.TELLING_RESULTS.picked(said.get("circle-results")),
            SensitiveField.TELLING_LESSONS.picked(said.get("circle-lessons")),
            SensitiveField.TELLING_STORY.picked(said.get("circle-story")),
            SensitiveField.TELLING_GAINS.picked(said.get("circle-gains")),
            SensitiveField.TELLING_PICTURES.picked(said.get("circle-pictures"))));
  }

  /// The fields as they are filled for what is told.
  static Map<String, String> fill(Telling told, JointNames names, Words words) {
    var said = new HashMap<String, String>();
    said.put("results", names.text(told.results()));
    said.put("lessons", names.text(told.lessons()));
    said.put("gains", names.text(told.gains()));
    said.put("story", names.text(told.story()));
    said.put("visibility", told.visibility() == Visibility.PUBLIC ? "public" : "parties");
    var circles = told.circles() == null ? Telling.Circles.USUAL : told.circles();
    ContributionForm.chosen(said, SensitiveField.TELLING_RESULTS, circles.results());
    ContributionForm.chosen(said, SensitiveField.TELLING_LESSONS, circles.lessons());
    ContributionForm.chosen(said, SensitiveField.TELLING_STORY, circles.story());
    ContributionForm.chosen(said, SensitiveField.TELLING_GAINS, circles.gains());
    ContributionForm.chosen(said, SensitiveField.TELLING_PICTURES, circles.pictures());
    PictureForm.fill(said, told.pictures(), words);
    return said;
  }
}
