package org.bandung.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `list`: what kind of things is said by the command below it.
@Command(name = "list")
final class ListCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "list " + String.join(" | ", spec.commandLine().getSubcommands().keySet()));
  }
}
