package org.bandung;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// One program: a web server (`serve`) or one command.
@SpringBootApplication
public class Bandung {

  public static void main(String[] args) {
    var settings = Settings.read(System.getenv(), Path.of(System.getProperty("user.home")));
    start(settings, WebApplicationType.SERVLET);
  }

  /// Starts the application with the settings of this node.
  static ConfigurableApplicationContext start(Settings settings, WebApplicationType type) {
    var application = new SpringApplication(Bandung.class);
    application.setWebApplicationType(type);
    application.setDefaultProperties(
        Map.of(
            "server.port",
            settings.port(),
            "spring.main.lazy-initialization",
            type == WebApplicationType.NONE));
    application.addInitializers(context -> register((GenericApplicationContext) context, settings));
    return application.run();
  }

  private static void register(GenericApplicationContext context, Settings settings) {
    bean(context, settings.database());
    bean(context, settings.iati());
    bean(context, settings.reference());
    bean(context, settings.site());
  }

  @SuppressWarnings("unchecked")
  private static <T> void bean(GenericApplicationContext context, T settings) {
    context.registerBean((Class<T>) settings.getClass(), () -> settings);
  }
}
