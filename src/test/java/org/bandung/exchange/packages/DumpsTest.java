package org.bandung.exchange.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bandung.InventedNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A dump a day, the last few kept, nothing half written left behind.
class DumpsTest {

  private static final Instant FIRST = Instant.parse("2026-11-20T00:10:00Z");

  @Test
  void keepsTheLastDaysAndMakesOneADay(@TempDir Path home) throws Exception {
    try (var node = InventedNode.open(home.resolve("node"))) {
      var folder = home.resolve("data");
      var settings = new DataSettings(folder, Licence.named("CC-BY-4.0"));
      Files.createDirectories(folder.resolve(".package-killed"));
      var left = Files.writeString(folder.resolve(".bandung-2026-11-01.zip.part"), "half");
      Files.setLastModifiedTime(left, FileTime.from(FIRST.minus(Duration.ofDays(3))));
      for (int day = 0; day < Dumps.KEPT + 2; day++) {
        var clock = Clock.fixed(FIRST.plus(Duration.ofDays(day)), ZoneOffset.UTC);
        var dumps = new Dumps(node.bean(Packages.class), settings, clock);
        dumps.round();
        var made = dumps.latest().orElseThrow();
        dumps.round();
        assertThat(dumps.latest()).contains(made);
        assertThat(dumps.file(made, Dumps.Kind.ZIP)).exists().hasSize(made.zipBytes());
      }
      var dumps = new Dumps(node.bean(Packages.class), settings);
      assertThat(dumps.list()).hasSize(Dumps.KEPT);
      assertThat(dumps.latest().orElseThrow().day()).isEqualTo("2026-11-28");
      assertThat(dumps.of("2026-11-20")).isEmpty();
      assertThat(dumps.of("../../etc")).isEmpty();
      assertThat(left).doesNotExist();
      try (var files = Files.list(folder)) {
        assertThat(files.filter(f -> !f.getFileName().toString().startsWith(".")))
            .hasSize(Dumps.KEPT * 3);
      }
    }
  }

  @Test
  void aLicenceIsAKnownNameOrAnAddress() {
    assertThat(Licence.named("CC-BY-4.0")).map(Licence::address).isNotEmpty();
    assertThat(Licence.named("https://example.org/terms"))
        .contains(new Licence("https://example.org/terms", "https://example.org/terms"));
    assertThat(Licence.named("javascript:alert(1)")).isEqualTo(Optional.empty());
    assertThat(Licence.named("free")).isEmpty();
  }
}
