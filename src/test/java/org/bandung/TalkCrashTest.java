package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A server killed twenty times while a party talks: what was acknowledged is there, once; what was
/// not, is sent again with its key and is there once, too.
@Tag("crash")
class TalkCrashTest {

  private static final int KILLS = 20;

  @TempDir Path home;
  private @Nullable Process server;

  @AfterEach
  void stop() throws Exception {
    var running = server;
    if (running != null) {
      running.destroyForcibly().waitFor();
    }
    InventedNode.settle(home); // joins a database that lives on, and stops it
  }

  @Test
  void nothingThatWasAcknowledgedIsLost() throws Exception {
    Talkers talkers;
    try (var node = InventedNode.open(home)) {
      talkers = Talkers.of(node, 2);
    }
    var token = talkers.tokens().values().iterator().next();
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var root = "http://localhost:" + port;
    var random = new Random(1955);
    int said = 0;
    for (int i = 0; i < KILLS; i++) {
      var running = serve(port);
      server = running;
      awaitAnswer(root);
      var kill =
          CompletableFuture.runAsync(
              running::destroyForcibly,
              CompletableFuture.delayedExecutor(
                  500 + random.nextInt(2_500), TimeUnit.MILLISECONDS));
      while (say(talkers, root, token, said)) {
        said++;
      }
      kill.join();
      running.waitFor();
      if (i % 3 == 2) {
        killDatabase();
      }
    }
    server = serve(port);
    awaitAnswer(root);
    assertThat(say(talkers, root, token, said)).isTrue();

    var talk =
        JsonMapper.builder().build().readTree(talkers.read(root, token)).at("/talk/comments");
    var texts = new ArrayList<String>();
    talk.forEach(c -> texts.add(c.at("/text").asString()));
    var expected = new ArrayList<String>();
    for (int n = 0; n <= said; n++) {
      expected.add("Word " + n);
    }
    assertThat(said).isPositive();
    assertThat(texts).isEqualTo(expected);
  }

  /// Whether it was acknowledged.
  private static boolean say(Talkers talkers, String root, String token, int n)
      throws InterruptedException {
    try {
      var answer =
          talkers.send(
              root,
              token,
              "comments",
              "word-" + n,
              "{\"version\": 1, \"text\": \"Word " + n + "\"}");
      assertThat(answer.statusCode()).isIn(200, 503);
      return answer.statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private Process serve(int port) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.bandung.Bandung",
            "serve",
            "--port",
            String.valueOf(port));
    builder.environment().put("BANDUNG_HOME", home.toString());
    builder.environment().put("BANDUNG_STARTER", "no");
    builder.environment().put("BANDUNG_REFERENCE_OVERRIDES", "docs/examples/world");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(home.resolve("last-errors.txt").toFile());
    return builder.start();
  }

  private static void awaitAnswer(String root) throws InterruptedException {
    var client = HttpClient.newHttpClient();
    var request = HttpRequest.newBuilder(URI.create(root + "/api/v1/status")).build();
    for (int tries = 0; tries < 600; tries++) {
      try {
        if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not yet
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new IllegalStateException("the server did not come up");
  }

  private void killDatabase() throws Exception {
    var file = home.resolve("postgres/data/postmaster.pid");
    if (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file);
      ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
      TimeUnit.MILLISECONDS.sleep(300);
    }
  }
}
