package org.bandung.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bandung.cli.talk.Talk;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;

/// The command line over the invented world, with what it prints caught.
final class CliDoor implements Rooms, Serving {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  Optional<RuntimeException> failure = Optional.empty();
  OptionalInt servedOn = OptionalInt.empty();
  boolean opened;
  private final Map<Class<?>, Object> services = new java.util.HashMap<>();

  /// Another service of this world.
  <T> void give(Class<T> kind, T service) {
    services.put(kind, service);
  }

  /// What a command printed, and how it ended.
  record Ended(int exit, String out, String err) {}

  Talk talk(String language, boolean terminal) {
    return new Talk(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        language,
        new Talk.Terminal(terminal, terminal, 60));
  }

  Ended run(String... arguments) {
    return run(false, arguments);
  }

  Ended run(boolean terminal, String... arguments) {
    var talk = talk(Talk.language(arguments, Map.of()), terminal);
    int exit = new Cli(this, this, talk).run(arguments);
    return ended(exit);
  }

  Ended ended(int exit) {
    var ended =
        new Ended(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    out.reset();
    err.reset();
    return ended;
  }

  @Override
  public <T> T open(Class<T> service) {
    opened = true;
    failure.ifPresent(f -> {
      throw f;
    });
    if (service == Reference.class) {
      return service.cast(InventedWorld.reference());
    }
    if (services.containsKey(service)) {
      return service.cast(services.get(service));
    }
    throw new AssertionError("this world has no " + service);
  }

  @Override
  public void serve(OptionalInt port, Serving.Voice voice) {
    failure.ifPresent(f -> {
      throw f;
    });
    servedOn = port;
    voice.answers(URI.create("http://localhost:" + port.orElse(8080) + "/"));
  }
}
