package org.bandung;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;
import org.bandung.cli.Cli;
import org.bandung.exchange.Imports;
import org.bandung.store.ServerStart;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// One program: a web server (`serve`) or one command.
@SpringBootApplication
public class Bandung {

  public static void main(String[] arguments) {
    int exit;
    try (var house = new House(System.getenv())) {
      exit = Cli.run(arguments, System.getenv(), house, house);
    }
    System.exit(exit);
  }

  /// Starts the application with the settings of this node.
  ///
  /// @param port instead of the one of the settings
  static ConfigurableApplicationContext start(
      Settings settings, WebApplicationType type, OptionalInt port) {
    var application = application(type);
    application.setDefaultProperties(
        Map.of(
            "server.address",
            settings.address(),
            "server.port",
            port.orElse(settings.port()),
            "server.servlet.session.cookie.name",
            settings.access().cookie("bandung"),
            "server.servlet.session.cookie.secure",
            settings.access().encrypted(),
            "spring.main.lazy-initialization",
            type == WebApplicationType.NONE));
    var server = ServerStart.begin(settings.database());
    application.addInitializers(context -> {
      register((GenericApplicationContext) context, settings, server);
      bean(
          (GenericApplicationContext) context,
          settings.access().answeringOn(port.orElse(settings.port())));
    });
    if (type == WebApplicationType.NONE) {
      application.addInitializers(
          context -> context.addBeanFactoryPostProcessor(Bandung::leaveOutWebListeners));
    }
    if (type == WebApplicationType.SERVLET && settings.starter()) {
      application.addInitializers(context -> loadStarterFirst((GenericApplicationContext) context));
    }
    try {
      return application.run();
    } catch (RuntimeException | Error e) {
      leave(server, e);
      throw e;
    }
  }

  /// The application without the settings of a node.
  static SpringApplication application(WebApplicationType type) {
    var application = new SpringApplication(Bandung.class);
    application.setWebApplicationType(type);
    application.setMainApplicationClass(BeansAhead.class);
    return application;
  }

  /// The beans written down ahead of time are those of a server. A command makes only what it asks
  /// for, but would wake whoever listens to the start: this one, which needs a servlet context.
  private static void leaveOutWebListeners(ConfigurableListableBeanFactory beans) {
    if (beans.containsBeanDefinition("mvcResourceUrlProvider")) {
      ((BeanDefinitionRegistry) beans).removeBeanDefinition("mvcResourceUrlProvider");
    }
  }

  private static void loadStarterFirst(GenericApplicationContext context) {
    context.registerBean(
        StarterFirst.class, () -> new StarterFirst(context.getBeanProvider(Imports.class)));
  }

  private static void leave(ServerStart server, Throwable failure) {
    try {
      server.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static void register(
      GenericApplicationContext context, Settings settings, ServerStart server) {
    // Not lazy: who closes the application leaves the server, whether or not anybody asked for it.
    context.registerBean(ServerStart.class, () -> server, d -> d.setLazyInit(false));
    bean(context, settings.database());
    bean(context, settings.files());
    bean(context, settings.iati());
    bean(context, settings.inputs());
    bean(context, settings.data());
    bean(context, settings.observations());
    bean(context, settings.reference());
    bean(context, settings.concepts());
    bean(context, settings.search());
    bean(context, settings.site());
    bean(context, settings.post());
    bean(context, settings.listening().traffic());
  }

  @SuppressWarnings("unchecked")
  private static <T> void bean(GenericApplicationContext context, T settings) {
    context.registerBean((Class<T>) settings.getClass(), () -> settings);
  }
}
