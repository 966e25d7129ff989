package org.bandung;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// Opens the whole program without its server, for measurements from inside.
public final class BenchHouse {

  private BenchHouse() {}

  public static ConfigurableApplicationContext open(Path home) throws Exception {
    var settings = Settings.read(Map.of("BANDUNG_HOME", home.toString()), home);
    return Bandung.start(settings, WebApplicationType.NONE, OptionalInt.empty());
  }
}
