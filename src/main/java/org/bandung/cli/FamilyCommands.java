package org.bandung.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Commands that only gather those below them: alone they say which there are.
final class FamilyCommands {

  private FamilyCommands() {}

  /// `import`: the format is said by the command below it.
  @Command(name = "import")
  static final class Import implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw which(spec, " FILE ...");
    }
  }

  /// `list`: what kind of things is said by the command below it.
  @Command(name = "list")
  static final class Lists implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw which(spec, "");
    }
  }

  /// `entries`: what is done with a table of them is said by the command below it.
  @Command(name = "entries")
  static final class Entries implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw which(spec, " --kind KIND");
    }
  }

  static ParameterException which(CommandSpec spec, String rest) {
    var names = String.join(" | ", spec.commandLine().getSubcommands().keySet());
    return new ParameterException(spec.commandLine(), spec.name() + " " + names + rest);
  }
}
