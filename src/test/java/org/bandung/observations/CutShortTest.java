package org.bandung.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bandung.observations.World.load;
import static org.bandung.observations.World.sum;
import static org.bandung.observations.World.trade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bandung.observations.LoadedFile.Replacing;
import org.bandung.store.Backups;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import that is cut short leaves the old state, and its leftovers go; a backup brings files.
class CutShortTest {

  private static final Selection ALL = Selection.of("world-trade", "exports", 1990, 2030);

  @TempDir Path folder;
  private static TestDatabase store;

  @BeforeAll
  static void create() {
    store = TestDatabase.create();
  }

  @AfterAll
  static void drop() {
    store.close();
  }

  @BeforeEach
  void empty() {
    store.empty(World.TABLES);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(f -> folder.relativize(f).toString())
          .filter(f -> !f.matches("\\.(lock|keep|database)"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aReadingThatFailsChangesNothing() throws IOException {
    var observations = World.in(store, folder);
    load(observations, "a", Replacing.OBSERVATION, List.of(trade(2020, "QMA", "QMB", "1", 1)));
    var before = files(folder);

    assertThatThrownBy(() ->
            observations.receive(
                World.TRADE,
                sink -> {
                  sink.add(trade(2020, "QMA", "QMB", "1", 2));
                  throw new IllegalStateException("cut");
                },
                false))
        .hasMessage("cut");

    assertThat(sum(observations, ALL)).isEqualTo(1);
    assertThat(files(folder)).isEqualTo(before);
    observations.destroy();
  }

  @Test
  void filesWhoseTransactionNeverCameAreLeftovers() throws IOException {
    var observations = World.in(store, folder);
    load(observations, "a", Replacing.OBSERVATION, List.of(trade(2020, "QMA", "QMB", "1", 1)));
    var before = files(folder);
    // The last step before the commit fails, when all files are in their places.
    store
        .database()
        .sql()
        .sql("alter table observations_coverage add constraint none check (year < 2021) not valid")
        .update();

    assertThatThrownBy(() ->
            load(
                observations,
                "b",
                Replacing.OBSERVATION,
                List.of(trade(2020, "QMA", "QMB", "1", 2), trade(2021, "QMA", "QMB", "1", 2))))
        .isInstanceOf(RuntimeException.class);

    assertThat(sum(observations, ALL)).isEqualTo(1);
    assertThat(files(folder)).hasSizeGreaterThan(before.size());
    observations.tidy();
    assertThat(files(folder)).isEqualTo(before);
    store.database().sql().sql("alter table observations_coverage drop constraint none").update();
    load(
        observations,
        "b",
        Replacing.OBSERVATION,
        List.of(trade(2020, "QMA", "QMB", "1", 2), trade(2021, "QMA", "QMB", "1", 2)));
    assertThat(sum(observations, ALL)).isEqualTo(4);
    observations.destroy();
  }

  @Test
  void whatAKilledProcessLeftIsClearedAwayByTheNext() throws IOException {
    var observations = World.in(store, folder);
    observations.receive(World.TRADE, sink -> World.file("t", Replacing.OBSERVATION), true);
    Files.createDirectories(folder.resolve(".work/0123456789abcdef"));
    Files.writeString(folder.resolve(".work/0123456789abcdef/staged.db"), "half");
    Files.createDirectories(folder.resolve(".spill-999999999"));
    Files.createDirectories(folder.resolve("world-trade/2019"));
    Files.writeString(folder.resolve("world-trade/2019/0123456789abcdef.parquet"), "half");

    load(observations, "a", Replacing.OBSERVATION, List.of(trade(2020, "QMA", "QMB", "1", 1)));

    assertThat(files(folder)).hasSize(1).allMatch(f -> f.contains("2020"));
    assertThat(folder.resolve(".spill-999999999")).doesNotExist();
    observations.destroy();
  }

  @Test
  void aBackupBringsTheFilesAndNothingElseAlong() throws IOException {
    var backup = folder.resolve("node.bandung");
    try (var from = TestDatabase.create();
        var to = TestDatabase.create()) {
      var observations = World.in(from, folder.resolve("from"));
      load(observations, "a", Replacing.OBSERVATION, List.of(trade(2020, "QMA", "QMB", "1", 1)));
      load(observations, "b", Replacing.OBSERVATION, List.of(trade(2020, "QMA", "QMB", "1", 5)));
      var saved = new Backups(from.database(), List.of(observations)).backup(backup);
      var other = World.in(to, folder.resolve("to"));
      var restored = new Backups(to.database(), List.of(other)).restore(backup, false);

      // The year, and what gave way in it.
      assertThat(saved.files()).isEqualTo(2);
      assertThat(saved.missing()).isEmpty();
      assertThat(restored.files()).isEqualTo(2);
      assertThat(restored.missing()).isEmpty();
      assertThat(sum(other, ALL)).isEqualTo(5);
      assertThat(other.find("world-trade").orElseThrow().files()).hasSize(2);
      observations.destroy();
      other.destroy();
    }
  }

  @Test
  void aBackupSaysWhichFilesItLacks() throws IOException {
    var observations = World.in(store, folder.resolve("o"));
    load(observations, "a", Replacing.OBSERVATION, List.of(trade(2020, "QMA", "QMB", "1", 1)));
    for (var file : files(folder.resolve("o"))) {
      Files.delete(folder.resolve("o").resolve(file));
    }

    var saved =
        new Backups(store.database(), List.of(observations)).backup(folder.resolve("b.bandung"));

    assertThat(saved.files()).isZero();
    assertThat(saved.missing()).hasSize(1).allMatch(m -> m.startsWith("observations/"));
    observations.destroy();
  }

  @Test
  void onlyNamesOfOursAreBroughtBack() {
    assertThat(Folder.isName("world-trade/2020/0123456789abcdef.parquet")).isTrue();
    assertThat(Folder.isName("world-trade/2020/replaced-0123456789abcdef.parquet")).isTrue();
    for (var hostile :
        List.of(
            "../2020/0123456789abcdef.parquet",
            "world-trade/../0123456789abcdef.parquet",
            "/world-trade/2020/0123456789abcdef.parquet",
            "world-trade/2020/0123456789abcdef.parquet/x",
            "world-trade\\2020\\0123456789abcdef.parquet")) {
      assertThat(Folder.isName(hostile)).as(hostile).isFalse();
    }
  }
}
