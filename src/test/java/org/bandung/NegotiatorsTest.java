package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Fifty negotiators reply to one proposal at once, each sending her command twice.
class NegotiatorsTest {

  private static final int PARTIES = 50;

  @Test
  void noPositionIsLostOrDoubled(@TempDir Path home) throws Exception {
    try (var node = InventedNode.open(home);
        var all = Executors.newVirtualThreadPerTaskExecutor()) {
      var talkers = Talkers.of(node, PARTIES);
      var commands = new ArrayList<Callable<Integer>>();
      talkers
          .tokens()
          .forEach((body, token) -> {
            Callable<Integer> reply =
                () ->
                    talkers
                        .send(
                            node.root(),
                            token,
                            "replies",
                            "reply",
                            "{\"version\": 1, \"position\": {\"type\": \"accepts\"}}")
                        .statusCode();
            commands.add(reply);
            commands.add(reply);
          });

      for (var answer : all.invokeAll(commands)) {
        assertThat(answer.get()).isEqualTo(200);
      }

      var token = talkers.tokens().values().iterator().next();
      var read = JsonMapper.builder().build().readTree(talkers.read(node.root(), token));
      assertThat(read.at("/versions/0/replies").size()).isEqualTo(PARTIES);
      assertThat(read.at("/conclusion/bound").size()).isEqualTo(PARTIES);
      // the opening, the proposal, a position each, and one end
      assertThat(read.at("/sequence").asInt()).isEqualTo(2 + PARTIES + 1);
    }
  }
}
