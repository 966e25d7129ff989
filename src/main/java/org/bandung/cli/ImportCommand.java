package org.bandung.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `import`: the format is said by the command below it.
@Command(name = "import")
final class ImportCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "import " + String.join(" | ", spec.commandLine().getSubcommands().keySet()) + " FILE ...");
  }
}
