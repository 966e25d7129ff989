package org.bandung.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Outputs;
import org.bandung.cli.talk.Talk;
import org.bandung.concepts.Concepts;
import org.bandung.exchange.Imports;
import org.bandung.exchange.skos.SkosFormat;
import org.bandung.exchange.skos.Vocabularies;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Topics out and in: `export concepts`, `import concepts`.
final class ConceptCommands {

  private ConceptCommands() {}

  private static Optional<SkosFormat> format(@Nullable String given, Talk talk, CommandSpec spec) {
    if (given == null) {
      return Optional.empty();
    }
    var format = SkosFormat.ofCode(given);
    if (format.isEmpty()) {
      var known =
          Arrays.stream(SkosFormat.values())
              .map(SkosFormat::code)
              .collect(Collectors.joining(", "));
      throw new ParameterException(
          spec.commandLine(), talk.words("usage-fault.one-of", given, known));
    }
    return format;
  }

  /// `export`: what is written is said by the command below it.
  @Command(name = "export")
  static final class Family implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw FamilyCommands.which(spec, " FILE");
    }
  }

  /// `export concepts`: our thesaurus as SKOS.
  @Command(name = "concepts")
  static final class Export implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE|-", descriptionKey = "parameter.export-file")
    String file = "";

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "option.skos-format-out")
    @Nullable String format;

    @Option(names = "--replace", descriptionKey = "option.replace-file")
    boolean replace;

    private final Rooms rooms;
    private final Talk talk;

    Export(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() throws IOException {
      var chosen =
          format(format, talk, spec).or(() -> SkosFormat.ofName(file)).orElse(SkosFormat.TURTLE);
      var titles = new TreeMap<String, String>();
      Messages.LANGUAGES.forEach(l -> titles.put(l, Talk.WORDS.text(l, "export.concepts-title")));
      if (file.equals("-")) {
        rooms.open(Vocabularies.class).export(titles, chosen, Outputs.kept(talk.out()));
        return 0;
      }
      var path = Path.of(file);
      Outputs.writable(talk, spec, path, replace);
      int topics;
      try (var out = new BufferedOutputStream(Files.newOutputStream(path))) {
        topics = rooms.open(Vocabularies.class).export(titles, chosen, out);
      }
      talk.say("export.concepts-done", file, topics);
      return 0;
    }
  }

  /// `import concepts`: a vocabulary in SKOS, plugged in beside our own.
  @Command(name = "concepts")
  static final class Import implements Callable<Integer> {

    private static final int IN_PART = 1;
    private static final int UNREADABLE = 2;

    /// What a server has room for without being told.
    private static final int MANY_LABELS = 150_000;

    /// Measured: a label takes 350 to 500 bytes, the words it is found by included.
    private static final int LABELS_OF_A_MEGABYTE = 2_000;

    /// As the launcher gives it.
    private static final int SERVER_MEGABYTES = 384;

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", descriptionKey = "parameter.vocabulary")
    String file = "";

    @Option(
        names = "--name",
        required = true,
        paramLabel = "KEY",
        descriptionKey = "option.vocabulary-name")
    String name = "";

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "option.skos-format-in")
    @Nullable String format;

    @Option(names = "--dry-run", descriptionKey = "option.dry-run")
    boolean dryRun;

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    private final Rooms rooms;
    private final Talk talk;
    private final Messages notes = Messages.of("exchange");

    Import(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() throws IOException {
      if (!Concepts.isKey(name)) {
        throw new ParameterException(
            spec.commandLine(), talk.words("usage-fault.vocabulary-name", name));
      }
      var given = format(format, talk, spec);
      var plugged = rooms.open(Vocabularies.class).plug(file, name, given, dryRun);
      if (json) {
        talk.out().println(Json.line(plugged));
      } else {
        tell(plugged);
      }
      boolean refused =
          plugged.notes().stream().anyMatch(n -> n.severity() == Note.Severity.REFUSED);
      return !plugged.whole() || plugged.topics() == 0 ? UNREADABLE : refused ? IN_PART : 0;
    }

    private void tell(Vocabularies.Plugged plugged) {
      for (var note : plugged.notes()) {
        var what = notes.text(talk.language(), "note." + note.code(), note.arguments().toArray());
        var todo =
            Imports.whatToDo(note.code()).map(k -> notes.text(talk.language(), k)).orElse("");
        var place = note.line() > 0 ? "line" : note.record().isEmpty() ? "file" : "concept";
        talk.say("import.concepts-note-" + place, file, what, todo, note.line(), note.record());
      }
      plugged
          .counts()
          .forEach((code, count) -> {
            long told = plugged.notes().stream().filter(n -> n.code().equals(code)).count();
            if (count > told) {
              talk.say("import.concepts-more", code, count);
            }
          });
      var labels =
          plugged.labels().entrySet().stream()
              .map(e -> e.getKey() + " " + e.getValue())
              .collect(Collectors.joining(", "));
      talk.out()
          .println(
              talk.words(
                  "import.concepts-read",
                  plugged.topics(),
                  labels,
                  plugged.byMapping() + plugged.byLabel(),
                  plugged.byMapping()));
      plugged
          .folder()
          .ifPresent(f -> {
            talk.say("import.concepts-plugged", f.toString());
            int all = plugged.labels().values().stream().mapToInt(Integer::intValue).sum();
            if (all > MANY_LABELS) {
              int more = all / LABELS_OF_A_MEGABYTE;
              talk.say("import.concepts-heap", all, more, String.valueOf(SERVER_MEGABYTES + more));
            }
          });
      if (dryRun) {
        talk.say("import.dry-run");
      }
    }
  }
}
