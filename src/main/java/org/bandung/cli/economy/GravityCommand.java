package org.bandung.cli.economy;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.gravity.Gravity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `economy gravity SPEC.json`: estimates a gravity equation; needs no database.
@Command(name = "gravity")
final class GravityCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SPEC.json", descriptionKey = "parameter.gravity-spec")
  Path file = Path.of("");

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  private final Talk talk;

  GravityCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() {
    var voice = new GravityVoice(talk);
    return switch (Gravity.estimate(file)) {
      case Gravity.Outcome.Estimated(var estimate) -> {
        if (json) {
          talk.out().println(Json.line(GravityVoice.json(estimate)));
        } else {
          voice.print(estimate);
        }
        yield 0;
      }
      case Gravity.Outcome.Refused(var faults) -> voice.refused(file.toString(), faults, json);
    };
  }
}
