package org.bandung.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.bandung.cli.talk.Outputs;
import org.bandung.cli.talk.Talk;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportRequest;
import org.bandung.exchange.ImportSummary;
import org.bandung.exchange.Imports;
import org.bandung.exchange.tables.MappingReader;
import org.bandung.exchange.tables.Mappings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The commands below `import`, one for each kind of data.
final class ImportCommands {

  private static final int FAULTY_MAPPING = 64;

  private ImportCommands() {}

  /// What is the same whatever comes in.
  static final class Options {

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|URL", descriptionKey = "parameter.inputs")
    List<String> inputs = List.of();

    @Option(names = "--dry-run", descriptionKey = "option.dry-run")
    boolean dryRun;

    @Option(names = "--report", paramLabel = "FILE.csv", descriptionKey = "option.report")
    @Nullable Path report;

    @Option(names = "--complete", descriptionKey = "option.complete")
    boolean complete;

    @Option(names = "--json", descriptionKey = "option.import-json")
    boolean json;

    int run(
        Talk talk,
        CommandSpec spec,
        BiFunction<ImportRequest, ImportProgress, ImportSummary> imports) {
      if (report != null) {
        Outputs.writable(talk, spec, report, true);
      }
      var request =
          new ImportRequest(inputs, dryRun, complete, Optional.ofNullable(report), talk.language());
      var voice = new ImportVoice(talk, json);
      var summary = imports.apply(request, voice);
      voice.finished(summary);
      return summary.exitValue();
    }
  }

  /// `import iati`: activity and organisation files from disk or network.
  @Command(name = "iati")
  static final class Iati implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin Options options = new Options();

    @Option(names = "--as-stated", descriptionKey = "option.as-stated")
    boolean asStated;

    private final Rooms rooms;
    private final Talk talk;

    Iati(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() {
      return options.run(
          talk,
          spec,
          (request, voice) -> {
            var imports = rooms.open(Imports.class);
            return asStated
                ? imports.importStatements(request, voice)
                : imports.importIati(request, voice);
          });
    }
  }

  /// `import table`: spreadsheets, text tables and JSON through a mapping.
  @Command(name = "table")
  static final class Table implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin Options options = new Options();

    @Option(
        names = "--mapping",
        required = true,
        paramLabel = "NAME|FILE",
        descriptionKey = "option.mapping")
    String mapping = "";

    private final Rooms rooms;
    private final Talk talk;

    Table(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() {
      return switch (Mappings.find(mapping)) {
        case MappingReader.Reading.Faulty(var faults) -> {
          faults.forEach(f -> talk.err().println(f.told(talk.language())));
          yield FAULTY_MAPPING;
        }
        case MappingReader.Reading.Read(var read) ->
            options.run(
                talk,
                spec,
                (request, voice) -> rooms.open(Imports.class).importTable(request, read, voice));
      };
    }
  }
}
