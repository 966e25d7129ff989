package org.bandung.api.json;

import java.util.List;
import org.bandung.api.json.Shapes.NoteJson;
import org.bandung.registry.ImportView;
import org.jspecify.annotations.Nullable;

/// One run of an import and what became of its files.
///
/// @param state `running`, `finished` or `interrupted`
public record ImportJson(
    long id,
    String channel,
    String description,
    String state,
    String started,
    @Nullable String ended,
    int withdrawn,
    List<FileJson> files) {

  /// What became of one file; read = created + updated + unchanged + refused.
  ///
  /// @param unreadable why it could not be read at all, as a note code
  /// @param notes the first notes; empty in a list of runs
  public record FileJson(
      String file,
      long bytes,
      int read,
      int created,
      int updated,
      int unchanged,
      int refused,
      int noted,
      double seconds,
      @Nullable String unreadable,
      List<CodeCountJson> byCode,
      List<NoteJson> notes) {}

  /// How often a note occurred in a file.
  public record CodeCountJson(String code, String severity, int times) {}

  public static ImportJson render(ImportView run) {
    return new ImportJson(
        run.id(),
        run.channel(),
        run.description(),
        run.state(),
        run.started().toString(),
        run.ended().map(Object::toString).orElse(null),
        run.withdrawn(),
        run.files().stream().map(ImportJson::file).toList());
  }

  private static FileJson file(ImportView.File f) {
    return new FileJson(
        f.file(),
        f.bytes(),
        f.read(),
        f.created(),
        f.updated(),
        f.unchanged(),
        f.refused(),
        f.noted(),
        f.seconds(),
        f.unreadable().isEmpty() ? null : f.unreadable(),
        f.byCode().stream()
            .map(c -> new CodeCountJson(c.code(), CountryJson.word(c.severity()), c.times()))
            .toList(),
        f.notes().stream().map(NoteJson::render).toList());
  }
}
