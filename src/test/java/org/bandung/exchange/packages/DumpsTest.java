package org.bandung.exchange.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.bandung.InventedNode;
import org.bandung.registry.Registry;
import org.bandung.statistics.Statistics;
import org.bandung.store.ChangeFeed;
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
        var dumps = dumps(node, settings, clock);
        dumps.round();
        var made = dumps.latest().orElseThrow();
        dumps.round();
        assertThat(dumps.latest()).contains(made);
        assertThat(dumps.file(made, Dumps.Kind.ZIP)).exists().hasSize(made.zipBytes());
      }
      var dumps = dumps(node, settings, Clock.systemUTC());
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

  private static Dumps dumps(InventedNode node, DataSettings settings, Clock clock) {
    var closings = new Closings(node.bean(ChangeFeed.class), node.bean(Registry.class));
    return new Dumps(node.bean(Packages.class), settings, closings, clock);
  }

  @Test
  void whatWasTakenBackIsInNoDumpThatCanBeHad(@TempDir Path home) throws Exception {
    try (var node = InventedNode.open(home.resolve("node"))) {
      var registry = node.bean(Registry.class);
      receive(registry, "kept", "Kept words");
      receive(registry, "secret", "Closed words");
      node.bean(Statistics.class).catchUp();
      var settings = new DataSettings(home.resolve("data"), Licence.named("CC-BY-4.0"));
      var first = dumps(node, settings, Clock.fixed(FIRST, ZoneOffset.UTC));
      first.round();
      var next = dumps(node, settings, Clock.fixed(FIRST.plus(Duration.ofDays(1)), ZoneOffset.UTC));
      next.round();
      assertThat(next.list()).hasSize(2);

      // what is corrected or added closes nothing
      receive(registry, "kept", "Kept words, better");
      receive(registry, "more", "More words");
      node.bean(Statistics.class).catchUp();
      var before = next.latest();
      next.round();
      assertThat(next.list()).hasSize(2);
      assertThat(next.latest()).isEqualTo(before);

      registry.withdraw("iati:QM-DUMP", "secret");
      node.bean(Statistics.class).catchUp();
      next.round();
      assertThat(next.list()).hasSize(1);
      assertThat(next.of("2026-11-20")).isEmpty();
      var texts = texts(next.file(next.latest().orElseThrow(), Dumps.Kind.ZIP));
      assertThat(texts).contains("Kept words, better", "More words").doesNotContain("Closed words");
    }
  }

  private static void receive(Registry registry, String id, String title) {
    try (var run = registry.beginImport("iati", "dump.xml")) {
      run.receive(List.of(OneStatement.of("QM-DUMP", id, title)));
      run.finish(false);
    }
  }

  private static String texts(Path zip) throws Exception {
    try (var file = new ZipFile(zip.toFile());
        var in = file.getInputStream(file.getEntry("texts.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
