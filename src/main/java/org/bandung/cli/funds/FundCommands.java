package org.bandung.cli.funds;

import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Talk;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `funds ...`: what is asked is said by the command below it.
@Command(name = "funds")
public final class FundCommands implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  private FundCommands() {}

  /// The family with all its commands.
  public static CommandLine all(Rooms rooms, Talk talk) {
    return new CommandLine(new FundCommands()).addSubcommand(new CheckCommand(rooms, talk));
  }

  @Override
  public void run() {
    var names = String.join(" | ", spec.commandLine().getSubcommands().keySet());
    throw new ParameterException(spec.commandLine(), spec.name() + " " + names);
  }
}
