package org.bandung.cli.keys;

import org.bandung.access.upkeep.KeyChange;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Talk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The key with which this node seals secrets: `key change`.
public final class KeyCommands {

  private KeyCommands() {}

  /// `key`: what is done with it is said by the command below it.
  @Command(name = "key")
  public static final class Family implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw new ParameterException(
          spec.commandLine(), "key " + String.join(" | ", spec.subcommands().keySet()));
    }
  }

  /// `key change`: another key from now on, and what is kept is sealed anew.
  @Command(name = "change")
  public static final class Change implements Runnable {

    private final Rooms rooms;
    private final Talk talk;

    /// @param rooms where the service is
    public Change(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public void run() {
      var changed = rooms.open(KeyChange.class).change();
      talk.say("key.changed", changed.version(), changed.resealed());
      if (changed.lost() > 0) {
        talk.say("key.lost", changed.lost());
      }
    }
  }
}
