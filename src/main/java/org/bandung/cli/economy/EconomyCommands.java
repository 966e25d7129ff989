package org.bandung.cli.economy;

import java.util.ArrayList;
import java.util.List;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Talk;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `economy ...`: what is asked is said by the command below it.
@Command(name = "economy")
public final class EconomyCommands implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  private EconomyCommands() {}

  /// The family with all its commands.
  public static CommandLine all(Rooms rooms, Talk talk) {
    var family = new CommandLine(new EconomyCommands());
    commands(rooms, talk).forEach(family::addSubcommand);
    return family;
  }

  // One line each, in the order of the help.
  private static List<Object> commands(Rooms rooms, Talk talk) {
    var commands = new ArrayList<Object>();
    commands.add(new SharesCommand(rooms, talk));
    commands.add(new DependenceCommand(rooms, talk));
    commands.add(new ComplementarityCommand(rooms, talk));
    commands.add(new StructureCommand(rooms, talk));
    commands.add(new SubstitutionCommand(rooms, talk));
    commands.add(new PotentialCommand(rooms, talk));
    commands.add(new NetworkCommand(rooms, talk));
    commands.add(new ProductCommand(rooms, talk));
    commands.add(new DebtCommand(rooms, talk));
    commands.add(new SimulateCommand(rooms, talk));
    commands.add(new ComplexityCommand(talk));
    commands.add(new GravityCommand(talk));
    commands.add(new CounterfactualCommand(talk));
    return commands;
  }

  @Override
  public void run() {
    var names = String.join(" | ", spec.commandLine().getSubcommands().keySet());
    throw new ParameterException(spec.commandLine(), spec.name() + " " + names);
  }
}
