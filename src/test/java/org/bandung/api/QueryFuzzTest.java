package org.bandung.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.bandung.reference.InventedWorld;

/// Any text as a request to any route: its first byte chooses the route, the rest are parameters.
class QueryFuzzTest {

  private static final ApiDoor DOOR = new ApiDoor(InventedWorld.reference());

  @FuzzTest(maxDuration = "10m")
  void answersAnything(byte[] bytes) throws Exception {
    if (bytes.length == 0) {
      return;
    }
    var routes = Route.values();
    var path =
        routes[Math.floorMod(bytes[0] - 'A', routes.length)].path().replaceAll("\\{.*}", "QMM");
    var query = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);

    var answer = DOOR.getQuery(path, query);

    assertThat(answer.status()).as(answer.body()).isIn(200, 400, 404, 410, 414);
    if (answer.status() == 400) {
      assertThat(answer.type()).startsWith("application/problem+json");
      assertThat(answer.body().length()).isLessThan(20_000 + 20 * query.length());
    }
  }
}
