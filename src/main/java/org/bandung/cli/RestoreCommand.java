package org.bandung.cli;

import java.nio.file.Path;
import org.bandung.cli.talk.Talk;
import org.bandung.store.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `restore FILE`: brings a backup back, all of it or nothing.
@Command(name = "restore")
final class RestoreCommand implements Runnable {

  @Parameters(paramLabel = "FILE", descriptionKey = "parameter.restore-file")
  Path file = Path.of("");

  @Option(names = "--replace", descriptionKey = "option.replace")
  boolean replace;

  private final Rooms rooms;
  private final Talk talk;

  RestoreCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public void run() {
    var summary = rooms.open(Backups.class).restore(file.toAbsolutePath(), replace);
    talk.out().println(BackupCommand.told(talk, "restore.done", summary));
    BackupCommand.tellFiles(talk, summary);
  }
}
