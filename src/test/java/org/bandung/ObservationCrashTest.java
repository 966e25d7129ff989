package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bandung.observations.Dimension;
import org.bandung.observations.Observations;
import org.bandung.observations.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// An import of observations killed at random moments leaves the old state or the new one, and no
/// leftovers once it was let run to its end.
@Tag("crash")
class ObservationCrashTest {

  private static final int ROWS = 200_000;
  private static final int KILLS = 10;
  private static final Selection ALL = Selection.of("macro", "gdp", 1990, 2030, Dimension.YEAR);

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void leaveNothingRunning() throws Exception {
    for (var process : started) {
      process.destroyForcibly().waitFor();
    }
    open().close();
  }

  @Test
  void eitherTheOldStateOrTheNewOneStands() throws Exception {
    var first = Files.writeString(folder.resolve("first.csv"), table(1));
    var second = Files.writeString(folder.resolve("second.csv"), table(2));
    assertThat(importing(first).waitFor()).isZero();
    var random = new Random(1955);
    for (int i = 0; i < KILLS; i++) {
      var process = importing(second);
      process.waitFor(500 + random.nextInt(6_000), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      assertThat(sum()).isIn((double) ROWS, 2.0 * ROWS);
    }
    assertThat(importing(second).waitFor()).isZero();
    assertThat(importing(first).waitFor()).isZero();

    assertThat(sum()).isEqualTo(2.0 * ROWS);
    try (var files = Files.walk(folder.resolve("home/observations"))) {
      // Ten years that count, and ten of what gave way.
      assertThat(files.filter(f -> f.toString().endsWith(".parquet"))).hasSize(20);
    }
    assertThat(folder.resolve("home/observations/.work")).isEmptyDirectory();
  }

  private double sum() {
    try (var node = open()) {
      var cells = node.getBean(Observations.class).cells(ALL);
      double sum = 0;
      for (int i = 0; i < cells.rows(); i++) {
        sum += cells.value(i);
      }
      return sum;
    }
  }

  private static String table(int value) {
    var text = new StringBuilder("Country Code,Indicator Code,Year,Value\n");
    for (int i = 0; i < ROWS; i++) {
      text.append("Q").append(i / 10).append(",gdp,").append(2010 + i % 10).append(',');
      text.append(value).append('\n');
    }
    return text.toString();
  }

  private Process importing(Path file) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.bandung.Bandung",
            "import",
            "observations",
            file.toString(),
            "--mapping",
            "macro");
    builder.environment().put("BANDUNG_HOME", folder.resolve("home").toString());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(folder.resolve("last-errors.txt").toFile());
    var process = builder.start();
    started.add(process);
    return process;
  }

  private ConfigurableApplicationContext open() {
    var home = folder.resolve("home");
    var settings = Settings.read(Map.of("BANDUNG_HOME", home.toString()), home);
    return Bandung.start(settings, WebApplicationType.NONE, OptionalInt.empty());
  }
}
