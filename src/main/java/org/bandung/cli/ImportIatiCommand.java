package org.bandung.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bandung.exchange.ImportRequest;
import org.bandung.exchange.Imports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `import iati`: activity and organisation files from disk or network.
@Command(name = "iati")
final class ImportIatiCommand implements Callable<Integer> {

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

  private final Rooms rooms;
  private final Talk talk;

  ImportIatiCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() {
    var request =
        new ImportRequest(inputs, dryRun, complete, Optional.ofNullable(report), talk.language());
    var voice = new ImportVoice(talk, json);
    var summary = rooms.open(Imports.class).importIati(request, voice);
    voice.finished(summary);
    return summary.exitValue();
  }
}
