package org.bandung.cli.economy;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.gravity.Gravity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `economy counterfactual SPEC.json`: what would be otherwise without a border or an agreement;
/// needs no database.
@Command(name = "counterfactual")
final class CounterfactualCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SPEC.json", descriptionKey = "parameter.gravity-spec")
  Path file = Path.of("");

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  private final Talk talk;

  CounterfactualCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() {
    var voice = new GravityVoice(talk);
    return switch (Gravity.counterfactual(file)) {
      case Gravity.CaseOutcome.Compared(var comparison) -> {
        if (json) {
          talk.out().println(Json.line(GravityVoice.json(comparison)));
        } else {
          voice.print(comparison);
        }
        yield 0;
      }
      case Gravity.CaseOutcome.Refused(var faults) -> voice.refused(file.toString(), faults, json);
    };
  }
}
