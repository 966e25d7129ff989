package org.bandung.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The embedded server on the real programs.
class EmbeddedServerTest {

  @TempDir Path home;

  private DatabaseSettings settings() {
    return new DatabaseSettings(
        home, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void isDurableAsksForAPasswordAndListensOnLoopbackOnly() throws Exception {
    try (var server = EmbeddedServer.join(settings())) {
      assertThat(setting(server, "fsync")).isEqualTo("on");
      assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(server, "full_page_writes")).isEqualTo("on");
      assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "postgres", "guess"))
          .hasMessageContaining("password");
    }
    assertThat(pidFile()).doesNotExist();
  }

  @Test
  void aServerWhoseStarterWasKilledIsAdoptedAndStoppedByTheLastOneOut() throws Exception {
    var killed = joinFromAnotherProcess();
    var before = pid();
    killed.destroyForcibly().waitFor();

    try (var server = EmbeddedServer.join(settings())) {
      assertThat(setting(server, "port")).isNotBlank();
      assertThat(pid()).isEqualTo(before);
    }
    assertThat(pidFile()).doesNotExist();
  }

  @Test
  void whatADeadServerLeftBehindIsCleared() throws Exception {
    var other = joinFromAnotherProcess();
    var before = pid();
    other.destroyForcibly().waitFor();
    ProcessHandle.of(before).orElseThrow().destroyForcibly();
    TimeUnit.MILLISECONDS.sleep(500);

    try (var server = EmbeddedServer.join(settings())) {
      assertThat(setting(server, "port")).isNotBlank();
      assertThat(pid()).isNotEqualTo(before);
    }
  }

  @Test
  void theFirstOneOutLeavesTheServerToTheOthers() throws Exception {
    var other = joinFromAnotherProcess();
    var before = pid();
    EmbeddedServer.join(settings()).close();
    assertThat(pid()).isEqualTo(before);
    other.getOutputStream().close();
    assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(pidFile()).doesNotExist();
  }

  private Process joinFromAnotherProcess() throws Exception {
    var process =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    started.add(process);
    var ready = home.resolve("ready");
    for (int i = 0; i < 600 && !Files.exists(ready); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return process;
  }

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatWasStarted() throws Exception {
    for (var process : started) {
      process.destroyForcibly().waitFor();
    }
    EmbeddedServer.join(settings()).close();
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Joiner.class.getName(),
        home.toString());
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
  }

  private Path pidFile() {
    return home.resolve("postgres/data/postmaster.pid");
  }

  private static String setting(EmbeddedServer server, String name) throws Exception {
    try (var connection = DriverManager.getConnection(server.url(), "postgres", server.password());
        var statement = connection.createStatement();
        var result = statement.executeQuery("show " + name)) {
      result.next();
      return result.getString(1);
    }
  }

  /// A process of its own that joins the server, says so, and leaves when its input ends.
  public static final class Joiner {
    public static void main(String[] args) throws Exception {
      var home = Path.of(args[0]);
      var settings =
          new DatabaseSettings(
              home, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
      try (var server = EmbeddedServer.join(settings)) {
        Files.writeString(home.resolve("ready"), server.url());
        while (System.in.read() >= 0) {
          // stay
        }
      }
    }
  }
}
