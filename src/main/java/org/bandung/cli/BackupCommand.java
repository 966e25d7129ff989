package org.bandung.cli;

import java.nio.file.Path;
import org.bandung.cli.talk.Outputs;
import org.bandung.cli.talk.Talk;
import org.bandung.store.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `backup FILE`: the whole database in one file.
@Command(name = "backup")
final class BackupCommand implements Runnable {

  @Parameters(paramLabel = "FILE", descriptionKey = "parameter.backup-file")
  Path file = Path.of("");

  @Option(names = "--replace", descriptionKey = "option.replace-file")
  boolean replace;

  @Spec CommandSpec spec = CommandSpec.create();

  private final Rooms rooms;
  private final Talk talk;

  BackupCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public void run() {
    Outputs.writable(talk, spec, file, replace);
    var summary = rooms.open(Backups.class).backup(file.toAbsolutePath());
    talk.out().println(told(talk, "backup.done", summary));
    tellFiles(talk, summary);
  }

  /// Says what became of the files beside the database: nothing of them is lost in silence.
  static void tellFiles(Talk talk, Backups.Summary summary) {
    if (summary.files() > 0) {
      talk.out().println(talk.words("backup.files", summary.files()));
    }
    if (!summary.missing().isEmpty()) {
      talk.say("backup.missing", summary.missing().size(), summary.missing().getFirst());
    }
  }

  static String told(Talk talk, String key, Backups.Summary summary) {
    long rows = summary.rowsByTable().values().stream().mapToLong(Long::longValue).sum();
    return talk.words(
        key, summary.file().toString(), summary.rowsByTable().size(), rows, summary.bytes());
  }
}
