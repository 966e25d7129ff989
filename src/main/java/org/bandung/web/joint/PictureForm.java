package org.bandung.web.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.joint.Telling;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// The pictures of a story in its form: those that stand there, each with what is asked of it, and
/// one more.
final class PictureForm {

  private PictureForm() {}

  /// The pictures as they are to be.
  static List<Telling.Picture> read(
      Said said, List<Telling.Picture> before, @Nullable MultipartFile sent, JointFiles files) {
    var pictures = new ArrayList<Telling.Picture>();
    before.stream()
        .filter(p -> !said.ticked("drop-" + p.sha256()))
        .map(p -> new Telling.Picture(p.sha256(), p.caption(), described(said, p)))
        .forEach(pictures::add);
    if (sent == null || sent.isEmpty()) {
      return pictures;
    }
    var alt = said.prose("alt");
    if (alt.isEmpty()) {
      said.fault("alt", "text-missing");
    }
    if (!said.ticked("seen-agreed")) {
      said.fault("seen-agreed", "agreed");
    }
    if (said.faults().isEmpty()) {
      files
          .keepPicture(sent, said)
          .ifPresent(f ->
              pictures.add(
                  new Telling.Picture(
                      f.sha256(), said.prose("caption"), new Telling.Described(alt, true))));
    }
    if (!said.faults().isEmpty()) {
      // A browser gives no file back.
      said.fault("file", "file-again");
    }
    return pictures;
  }

  /// What is asked of a picture that stands there; one that was taken in before it was asked may
  /// stay without, for the parties.
  private static Telling.@Nullable Described described(Said said, Telling.Picture before) {
    var field = "alt-" + before.sha256();
    var old = before.described();
    boolean agreed = said.ticked("seen-agreed-" + before.sha256());
    if (old == null && !agreed && said.get(field).isEmpty()) {
      return null;
    }
    var alt = said.prose(field, old == null ? LocalizedText.EMPTY : old.alt());
    if (alt.isEmpty()) {
      said.fault(field, "text-missing");
    }
    if (!agreed) {
      said.fault("seen-agreed-" + before.sha256(), "agreed");
    }
    return new Telling.Described(alt, agreed);
  }

  /// Fills the fields of the pictures that stand there.
  static void fill(Map<String, String> said, List<Telling.Picture> pictures, Words words) {
    for (var picture : pictures) {
      var described = picture.described();
      if (described != null) {
        var alt = words.phrase(described.alt());
        said.put("alt-" + picture.sha256(), alt == null ? "" : alt.text());
        said.put("seen-agreed-" + picture.sha256(), described.agreed() ? "yes" : "");
      }
    }
  }
}
