package org.bandung.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.bandung.access.OneTimeCode;
import org.bandung.cli.demo.DemoPerson;
import org.bandung.cli.demo.DemoWorld;
import org.bandung.cli.talk.Talk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// An invented world to try every role in: `demo`, and the codes of its people: `demo code`.
final class DemoCommands {

  private static final int CANNOT = 1;
  private static final String WORLD = "BANDUNG_REFERENCE_OVERRIDES=docs/examples/world ";

  private DemoCommands() {}

  /// `demo`: fills an empty home, and shows once how to sign in.
  @Command(name = "demo")
  static final class Fill implements Callable<Integer> {

    private final Rooms rooms;
    private final Talk talk;

    Fill(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() {
      var world = rooms.open(DemoWorld.class);
      if (!world.known()) {
        talk.say("demo.unknown", WORLD + "./bandung demo");
        return CANNOT;
      }
      talk.say("demo.begins");
      try {
        var people = world.fill();
        if (people.isEmpty()) {
          talk.say("demo.not-empty");
          return CANNOT;
        }
        show(people.get());
      } catch (RuntimeException e) {
        talk.say("demo.broken");
        throw e;
      }
      talk.say("demo.next", WORLD + "./bandung serve", "./bandung demo code SEED");
      return 0;
    }

    /// Not as a table fitted to the terminal: that would cut passwords off.
    private void show(List<DemoPerson> people) {
      var out = talk.out();
      out.println(
          String.join(
              "\t",
              talk.words("demo.email"),
              talk.words("demo.name"),
              talk.words("demo.body"),
              talk.words("demo.roles"),
              talk.words("demo.password"),
              talk.words("demo.seed")));
      for (var p : people) {
        out.println(
            String.join(
                "\t",
                p.email(),
                p.name(),
                p.body().isEmpty() ? talk.words("demo.node") : p.body(),
                String.join(", ", p.roles()),
                p.password(),
                p.seed()));
      }
    }
  }

  /// `demo code`: what a telephone would show.
  @Command(name = "code")
  static final class Code implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SEED", descriptionKey = "parameter.seed")
    String seed = "";

    private final Talk talk;

    Code(Talk talk) {
      this.talk = talk;
    }

    @Override
    public Integer call() {
      var code = OneTimeCode.now(seed);
      if (code.isEmpty()) {
        throw new ParameterException(spec.commandLine(), talk.words("usage-fault.seed"));
      }
      talk.out().println(code.get());
      return 0;
    }
  }
}
