package org.bandung.api.json;

import java.util.List;
import java.util.function.Function;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// Small shapes that many answers share.
public final class Shapes {

  private Shapes() {}

  /// A code with its name in the reader's language; null where nobody knows a name.
  public record Coded(String code, @Nullable String name) {}

  /// A text in the reader's language, or in the language it was reported in; `und` if nobody said.
  public record SpokenText(String language, String text) {}

  /// One page of a list.
  ///
  /// @param next the cursor of the page after this one; null when this is the last
  public record Listed<T>(List<T> items, @Nullable String next) {

    /// The same page with each item rendered.
    public <R> Listed<R> map(Function<T, R> rendering) {
      return new Listed<>(items.stream().map(rendering).toList(), next);
    }
  }

  /// One remark on one place of an input.
  ///
  /// @param line counted from 1; null when the remark has no line
  /// @param code the official rule's id where one fired, else Bandung's own
  public record NoteJson(
      @Nullable Integer line,
      String record,
      String severity,
      String code,
      String path,
      List<String> arguments) {

    public static NoteJson render(Note note) {
      return new NoteJson(
          note.line() == 0 ? null : note.line(),
          note.record(),
          CountryJson.word(note.severity()),
          note.code(),
          note.path(),
          note.arguments());
    }
  }
}
