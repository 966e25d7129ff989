package org.bandung.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bandung.kernel.Note;
import org.bandung.registry.ImportView;
import org.bandung.registry.Registry;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;

/// Where the data come from, and what became of each import.
@Controller
final class SourcePages {

  private static final int RUNS = 20;
  private static final int NOTES = 100;
  private static final int FILES = 500;
  private static final int FILES_WITH_NOTES = 100;
  private static final String[] COLUMNS = {
    "key", "name", "channel", "publisher", "statements", "withdrawn", "noted", "last_received"
  };
  private static final String[] NOTE_COLUMNS = {
    "file", "line", "record", "severity", "code", "path", "message", "advice"
  };

  private final Registry registry;

  SourcePages(Registry registry) {
    this.registry = registry;
  }

  /// A note code of a file: how often, what it means, what to do about it.
  record CodeRow(String code, Note.Severity severity, int times, String meaning, String advice) {}

  /// A file of an import, in the table of files.
  ///
  /// @param place where on the page its notes are, or nothing
  record FileRow(ImportView.File file, @Nullable String place) {}

  /// The notes of a file.
  ///
  /// @param more notes that are not shown
  record FilePart(
      String place, ImportView.File file, List<CodeRow> codes, List<Note> notes, int more) {}

  static String encodePath(String path) {
    return UriUtils.encodePath(path, StandardCharsets.UTF_8);
  }

  @GetMapping("/sources")
  String list(Visit visit, Model model) {
    model.addAttribute("sources", registry.listSources(visit.reader()));
    model.addAttribute("runs", registry.listImports(visit.reader(), RUNS));
    return "sources";
  }

  @GetMapping("/sources.csv")
  void download(Visit visit, HttpServletResponse response) throws IOException {
    var words = visit.words();
    try (var table = Download.table(response, "sources", COLUMNS)) {
      for (var source : registry.listSources(visit.reader())) {
        var name = words.phrase(source.name());
        table.row(
            source.key(),
            name == null ? "" : name.text(),
            source.channel(),
            source.publisher(),
            source.statements(),
            source.withdrawn(),
            source.noted(),
            source.lastReceived().map(Instant::toString).orElse(""));
      }
    }
  }

  /// The notes of an import with the columns of the terminal's report.
  @GetMapping("/sources/imports/{id:[0-9]{1,18}}.csv")
  void notes(@PathVariable String id, Visit visit, HttpServletResponse response)
      throws IOException {
    var run =
        registry.findImport(visit.reader(), Long.parseLong(id)).orElseThrow(Refusal.NotFound::new);
    var words = visit.words();
    try (var table = Download.table(response, "import-" + id, NOTE_COLUMNS)) {
      for (var file : run.files()) {
        for (var note : file.notes()) {
          table.row(
              file.file(),
              note.line(),
              note.record(),
              note.severity().name().toLowerCase(Locale.ROOT),
              note.code(),
              note.path(),
              words.explain(note),
              words.advise(note.code()));
        }
      }
    }
  }

  @GetMapping("/sources/{*key}")
  String show(@PathVariable String key, Visit visit, Model model) {
    var asked = key.substring(1);
    if (asked.length() > 400) {
      throw new Refusal.NotFound();
    }
    var source = registry.findSource(visit.reader(), asked).orElseThrow(Refusal.NotFound::new);
    var address = ListAddress.none().with("source", source.key());
    model.addAttribute("source", source);
    model.addAttribute("list", address.under("/initiatives"));
    return "source";
  }

  @GetMapping("/sources/imports/{id:[0-9]{1,18}}")
  String run(@PathVariable String id, Visit visit, Model model) {
    var run =
        registry.findImport(visit.reader(), Long.parseLong(id)).orElseThrow(Refusal.NotFound::new);
    model.addAttribute("run", run);
    var rows = new ArrayList<FileRow>();
    var parts = new ArrayList<FilePart>();
    for (var file : run.files()) {
      boolean silent = file.byCode().isEmpty() && file.unreadable().isEmpty();
      var place = silent || parts.size() == FILES_WITH_NOTES ? null : "file-" + (rows.size() + 1);
      if (place != null) {
        parts.add(part(place, file, visit.words()));
      }
      rows.add(new FileRow(file, place));
    }
    int shown = Math.min(FILES, rows.size());
    model.addAttribute("files", rows.subList(0, shown));
    model.addAttribute("moreFiles", rows.size() - shown);
    model.addAttribute("parts", parts);
    return "import";
  }

  private static FilePart part(String place, ImportView.File file, Words words) {
    var codes = new ArrayList<CodeRow>();
    file.byCode().stream()
        .sorted(
            Comparator.comparing(ImportView.CodeCount::severity)
                .thenComparing(ImportView.CodeCount::times)
                .reversed())
        .forEach(count -> codes.add(row(count, file, words)));
    int shown = Math.min(NOTES, file.notes().size());
    int more = file.notes().size() - shown;
    return new FilePart(place, file, codes, file.notes().subList(0, shown), more);
  }

  /// The meaning is told with the arguments of the first such note, as an example.
  private static CodeRow row(ImportView.CodeCount count, ImportView.File file, Words words) {
    var meaning =
        file.notes().stream()
            .filter(n -> n.code().equals(count.code()))
            .findFirst()
            .map(words::explain)
            .orElse("");
    return new CodeRow(
        count.code(), count.severity(), count.times(), meaning, words.advise(count.code()));
  }
}
