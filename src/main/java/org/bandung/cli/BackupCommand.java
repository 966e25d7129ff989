package org.bandung.cli;

import java.nio.file.Path;
import org.bandung.store.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `backup FILE`: the whole database in one file.
@Command(name = "backup")
final class BackupCommand implements Runnable {

  @Parameters(paramLabel = "FILE", descriptionKey = "parameter.backup-file")
  Path file = Path.of("");

  private final Rooms rooms;
  private final Talk talk;

  BackupCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public void run() {
    var summary = rooms.open(Backups.class).backup(file.toAbsolutePath());
    talk.out().println(told(talk, "backup.done", summary));
  }

  static String told(Talk talk, String key, Backups.Summary summary) {
    long rows = summary.rowsByTable().values().stream().mapToLong(Long::longValue).sum();
    return talk.words(
        key, summary.file().toString(), summary.rowsByTable().size(), rows, summary.bytes());
  }
}
