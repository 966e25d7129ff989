package org.bandung;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.bandung.access.AccessSettings;
import org.bandung.access.Accounts;
import org.bandung.catalogue.Catalogue;
import org.bandung.cli.Rooms;
import org.bandung.cli.Serving;
import org.bandung.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/// Opens the application when a command first needs it: not before, and only what it needs.
final class House implements Rooms, Serving, AutoCloseable {

  private final Map<String, String> environment;
  private @Nullable ConfigurableApplicationContext context;

  House(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public <T> T open(Class<T> service) {
    var opened = context;
    if (opened == null) {
      opened = Bandung.start(settings(), WebApplicationType.NONE, OptionalInt.empty());
      context = opened;
    }
    return opened.getBean(service);
  }

  @Override
  public void serve(OptionalInt port, Serving.Voice voice) {
    var settings = settings();
    try {
      settings.requireSafeDoors();
    } catch (Settings.Mistake e) {
      throw mistaken(e);
    }
    var stopped = new CountDownLatch(1);
    try {
      var server = Bandung.start(settings, WebApplicationType.SERVLET, port);
      context = server;
      server.addApplicationListener(event -> {
        if (event instanceof ContextClosedEvent) {
          stopped.countDown();
        }
      });
      if (server instanceof ServletWebServerApplicationContext web && web.getWebServer() != null) {
        int answersOn = web.getWebServer().getPort();
        voice.answers(settings.listening().reachedAt(answersOn));
        if (Training.wanted()) {
          Training.run(server, answersOn);
          return;
        }
        var address = server.getBean(AccessSettings.class).publicAddress();
        server
            .getBean(Accounts.class)
            .firstAdministrator()
            .ifPresent(word -> voice.awaitsAdministrator(address.resolve("/invitation/" + word)));
      }
      var registry = server.getBean(Registry.class);
      var catalogue = server.getBean(Catalogue.class);
      Thread.ofVirtual()
          .name("derive again")
          .start(() -> {
            registry.deriveAgainIfNeeded();
            catalogue.deriveAgainIfNeeded();
          });
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the training run failed", e);
    } catch (RuntimeException e) {
      throw portTaken(e) ? taken(port.orElse(settings.port()), e) : e;
    }
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Settings settings() {
    try {
      return Settings.read(environment, Path.of(System.getProperty("user.home")));
    } catch (Settings.Mistake e) {
      throw mistaken(e);
    }
  }

  private static Rooms.CannotStart mistaken(Settings.Mistake e) {
    return new Rooms.CannotStart("settings", List.of(String.valueOf(e.getMessage())), e);
  }

  private static boolean portTaken(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException || cause instanceof BindException) {
        return true;
      }
    }
    return false;
  }

  private static Rooms.CannotStart taken(int port, RuntimeException cause) {
    return new Rooms.CannotStart("port", List.of(String.valueOf(port)), cause);
  }

  @Override
  public void close() {
    if (context != null) {
      context.close();
    }
  }
}
