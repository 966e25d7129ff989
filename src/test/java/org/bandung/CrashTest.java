package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bandung.kernel.Reader;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import killed at twenty random moments, its database server now and then as well, ends where
/// an undisturbed one does.
@Tag("crash")
class CrashTest {

  private static final int RECORDS = 2_000;
  private static final int KILLS = 20;

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void leaveNothingRunning() throws Exception {
    for (var process : started) {
      process.destroyForcibly().waitFor();
    }
    for (var home : List.of("killed", "undisturbed")) {
      if (Files.exists(folder.resolve(home))) {
        open(folder.resolve(home)).close(); // joins a server that lives on, and stops it
      }
    }
  }

  @Test
  void nothingIsLostOrDoubled() throws Exception {
    var file = Files.writeString(folder.resolve("activities.xml"), document());
    var killed = folder.resolve("killed");
    var random = new Random(1955);
    for (int i = 0; i < KILLS; i++) {
      var process = importing(killed, file);
      process.waitFor(500 + random.nextInt(5_500), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      if (i % 3 == 2) {
        killServer(killed);
      }
    }
    assertThat(importing(killed, file).waitFor()).isZero();
    var undisturbed = folder.resolve("undisturbed");
    assertThat(importing(undisturbed, file).waitFor()).isZero();

    try (var one = open(killed);
        var other = open(undisturbed)) {
      var ids = ids(one.getBean(Registry.class));
      assertThat(ids).hasSize(RECORDS).isEqualTo(ids(other.getBean(Registry.class)));
      var counts = one.getBean(Registry.class).counts(Reader.OPERATOR);
      assertThat(counts.statements()).isEqualTo(RECORDS);
      assertThat(counts.withdrawn()).isZero();
      for (var id : ids.keySet().stream().limit(50).toList()) {
        var view = one.getBean(Registry.class).find(Reader.OPERATOR, id).orElseThrow();
        assertThat(view.statements()).hasSize(1);
        assertThat(view.statements().getFirst().versions()).isEqualTo(1);
      }
      var last = one.getBean(Registry.class).listImports(Reader.OPERATOR, 1).getFirst();
      assertThat(last.state()).isEqualTo("finished");
    }
  }

  private Process importing(Path home, Path file) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.bandung.Bandung",
            "import",
            "iati",
            file.toString());
    builder.environment().put("BANDUNG_HOME", home.toString());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(folder.resolve("last-errors.txt").toFile());
    var process = builder.start();
    started.add(process);
    return process;
  }

  private static void killServer(Path home) throws Exception {
    var pidFile = home.resolve("postgres/data/postmaster.pid");
    if (Files.exists(pidFile)) {
      var lines = Files.readAllLines(pidFile);
      ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
      TimeUnit.MILLISECONDS.sleep(300);
    }
  }

  private static org.springframework.context.ConfigurableApplicationContext open(Path home) {
    var settings = Settings.read(Map.of("BANDUNG_HOME", home.toString()), home);
    return Bandung.start(
        settings, org.springframework.boot.WebApplicationType.NONE, java.util.OptionalInt.empty());
  }

  /// Initiative id -> its title.
  private static Map<String, String> ids(Registry registry) {
    var all = new ArrayList<InitiativePage.Summary>();
    var page =
        registry.list(Reader.OPERATOR, InitiativeFilter.ALL, java.util.Optional.empty(), 500);
    all.addAll(page.items());
    while (page.next().isPresent()) {
      page = registry.list(Reader.OPERATOR, InitiativeFilter.ALL, page.next(), 500);
      all.addAll(page.items());
    }
    return all.stream()
        .collect(Collectors.toMap(InitiativePage.Summary::id, s -> s.title().toString()));
  }

  private static String document() throws IOException {
    String record;
    try (var stream = CrashTest.class.getResourceAsStream("/training/activity.xml")) {
      record = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    var text = new StringBuilder("<iati-activities version=\"2.03\">\n");
    for (int i = 0; i < RECORDS; i++) {
      text.append(record.replace("NUMBER", Integer.toString(i)));
    }
    return text.append("</iati-activities>\n").toString();
  }
}
