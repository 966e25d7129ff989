package org.bandung.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bandung.exchange.ImportRequest;
import org.bandung.exchange.Imports;
import org.bandung.exchange.tables.MappingReader;
import org.bandung.exchange.tables.Mappings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `import table`: spreadsheets, text tables and JSON through a mapping.
@Command(name = "table")
final class ImportTableCommand implements Callable<Integer> {

  private static final int FAULTY_MAPPING = 64;

  @Parameters(arity = "1..*", paramLabel = "FILE|DIR|URL", descriptionKey = "parameter.inputs")
  List<String> inputs = List.of();

  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "NAME|FILE",
      descriptionKey = "option.mapping")
  String mapping = "";

  @Option(names = "--dry-run", descriptionKey = "option.dry-run")
  boolean dryRun;

  @Option(names = "--report", paramLabel = "FILE.csv", descriptionKey = "option.report")
  @Nullable Path report;

  @Option(names = "--complete", descriptionKey = "option.complete")
  boolean complete;

  @Option(names = "--json", descriptionKey = "option.import-json")
  boolean json;

  private final Rooms rooms;
  private final Talk talk;

  ImportTableCommand(Rooms rooms, Talk talk) {
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
      case MappingReader.Reading.Read(var read) -> {
        var request =
            new ImportRequest(
                inputs, dryRun, complete, Optional.ofNullable(report), talk.language());
        var voice = new ImportVoice(talk, json);
        var summary = rooms.open(Imports.class).importTable(request, read, voice);
        voice.finished(summary);
        yield summary.exitValue();
      }
    };
  }
}
