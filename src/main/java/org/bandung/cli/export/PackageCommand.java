package org.bandung.cli.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Outputs;
import org.bandung.cli.talk.Talk;
import org.bandung.exchange.packages.Packages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `export package --to FILE`: everything public, as tables that can be calculated with.
@Command(name = "package")
public final class PackageCommand implements Callable<Integer> {

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      descriptionKey = "option.package-to")
  Path file = Path.of("");

  @Option(names = "--workbook", paramLabel = "FILE", descriptionKey = "option.package-workbook")
  @Nullable Path workbook;

  @Option(names = "--replace", descriptionKey = "option.replace-file")
  boolean replace;

  @Spec CommandSpec spec = CommandSpec.create();

  private final Rooms rooms;
  private final Talk talk;

  public PackageCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() throws IOException {
    Outputs.writable(talk, spec, file, replace);
    if (workbook != null) {
      Outputs.writable(talk, spec, workbook, replace);
    }
    var written =
        rooms
            .open(Packages.class)
            .write(file.toAbsolutePath(), Optional.ofNullable(workbook).map(Path::toAbsolutePath));
    long rows = written.rows().values().stream().mapToLong(Long::longValue).sum();
    talk.say(
        "export.package-done",
        file.toString(),
        written.rows().getOrDefault("initiatives", 0L),
        written.rows().size(),
        rows);
    return 0;
  }
}
