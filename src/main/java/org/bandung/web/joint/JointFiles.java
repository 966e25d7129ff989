package org.bandung.web.joint;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.bandung.registry.joint.Joint;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.Telling;
import org.bandung.store.Files;
import org.bandung.store.KeepOutcome;
import org.bandung.store.StoredFile;
import org.bandung.web.frame.FileAnswer;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.multipart.MultipartFile;

/// Files of joint initiatives: pictures of what parties tell, reports of evaluations. They are for
/// the parties, and only those that the initiative names.
@Controller
final class JointFiles {

  private final JointInitiatives initiatives;
  private final Files files;

  JointFiles(JointInitiatives initiatives, Files files) {
    this.initiatives = initiatives;
    this.files = files;
  }

  @GetMapping("/desk/initiatives/{id}/files/{sha256}")
  void send(
      @PathVariable String id,
      @PathVariable String sha256,
      Visit visit,
      HttpServletResponse response)
      throws IOException {
    var view = initiatives.find(visit.requireAccount(), id).orElseThrow(Refusal.NotFound::new);
    var file =
        named(view.joint())
            .filter(sha256::equals)
            .findFirst()
            .flatMap(files::find)
            .orElseThrow(Refusal.NotFound::new);
    FileAnswer.send(response, file, file.name(), files.read(sha256));
  }

  private static Stream<String> named(Joint joint) {
    return Stream.concat(
        joint.told().values().stream()
            .flatMap(t -> t.pictures().stream())
            .map(Telling.Picture::sha256),
        joint.evaluations().stream().flatMap(e -> Stream.ofNullable(e.evaluation().file())));
  }

  /// Keeps a picture that was sent with a form, without what its file tells beside it.
  ///
  /// @return empty if it cannot be taken
  Optional<StoredFile> keepPicture(MultipartFile sent, Said said) {
    return keep(sent, files::keepPicture, said);
  }

  /// Keeps a file that was sent with a form; a fault is told at the field `file`.
  ///
  /// @return empty if none was sent, or it cannot be taken
  Optional<StoredFile> keep(@Nullable MultipartFile sent, Said said) {
    return keep(sent, files::keep, said);
  }

  private static Optional<StoredFile> keep(
      @Nullable MultipartFile sent, BiFunction<String, byte[], KeepOutcome> way, Said said) {
    if (sent == null || sent.isEmpty()) {
      return Optional.empty();
    }
    try {
      var name = sent.getOriginalFilename();
      return switch (way.apply(name == null ? "" : name, sent.getBytes())) {
        case KeepOutcome.Refused(var why) -> {
          said.fault("file", "file-" + why);
          yield Optional.empty();
        }
        case KeepOutcome.Kept(var file) -> Optional.of(file);
      };
    } catch (IOException e) {
      throw new UncheckedIOException("reading a sent file", e);
    }
  }
}
