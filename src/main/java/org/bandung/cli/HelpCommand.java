package org.bandung.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// `help [COMMAND ...]`: the same as `COMMAND --help`.
@Command(name = "help")
final class HelpCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "COMMAND", arity = "0..*", descriptionKey = "parameter.command")
  List<String> words = List.of();

  @Override
  public void run() {
    var command = spec.root().commandLine();
    for (var word : words) {
      var below = command.getSubcommands().get(word);
      if (below == null) {
        throw new UnmatchedArgumentException(command, List.of(word));
      }
      command = below;
    }
    command.usage(spec.root().commandLine().getOut());
  }
}
