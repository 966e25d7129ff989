package org.bandung.cli;

import java.net.URI;
import java.util.OptionalInt;
import org.bandung.cli.talk.Talk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `serve`: the web server, until it is told to stop.
@Command(name = "serve")
final class ServeCommand implements Runnable {

  private static final int LAST_PORT = 65_535;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--port", paramLabel = "N", descriptionKey = "option.port")
  @Nullable Integer port;

  private final Serving serving;
  private final Talk talk;

  ServeCommand(Serving serving, Talk talk) {
    this.serving = serving;
    this.talk = talk;
  }

  @Override
  public void run() {
    if (port != null && (port < 0 || port > LAST_PORT)) {
      throw new ParameterException(
          spec.commandLine(), talk.words("usage-fault.port", String.valueOf(port)));
    }
    serving.serve(
        port == null ? OptionalInt.empty() : OptionalInt.of(port),
        new Serving.Voice() {
          @Override
          public void answers(URI address) {
            talk.say("serve.answers", address.toString());
          }

          @Override
          public void awaitsAdministrator(URI link) {
            talk.say("serve.administrator", link.toString());
          }
        });
  }
}
