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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bandung.observations.LoadedFile.Replacing;
import org.bandung.store.Backups;
import org.bandung.store.StoreException;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder belongs to one database; backups and imports do not wait for each other.
class OwnerTest {

  private static final Selection ALL = Selection.of("world-trade", "exports", 1990, 2030);

  @TempDir Path folder;
  private TestDatabase first;
  private TestDatabase second;
  private Observations ours;
  private Observations theirs;

  @BeforeEach
  void create() {
    first = TestDatabase.create();
    second = TestDatabase.create();
    ours = World.in(first, folder.resolve("o"));
    theirs = World.in(second, folder.resolve("o"));
  }

  @AfterEach
  void drop() {
    ours.destroy();
    theirs.destroy();
    first.close();
    second.close();
  }

  private static Received take(Observations to, String file, double value) {
    return load(
        to, file, Replacing.OBSERVATION, List.of(trade(2020, "QMA", "QMB", "010101", value)));
  }

  private Backups backups(TestDatabase store, Observations files) {
    return new Backups(store.database(), List.of(files));
  }

  private void stranger() {
    assertThatThrownBy(() -> take(theirs, "b", 2))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("another database")
        .hasMessageContaining("BANDUNG_HOME");
    theirs.tidy();
    assertThat(sum(ours, ALL)).isEqualTo(1);
    assertThat(theirs.datasets()).isEmpty();
  }

  @Test
  void aSecondDatabaseLeavesTheFilesOfTheFirstAlone() {
    take(ours, "a", 1);
    stranger();
    take(ours, "c", 3);
    assertThat(sum(ours, ALL)).isEqualTo(3);
  }

  @Test
  void aFolderWithoutAWordIsOnlyForWhoeverKnowsItsFiles() throws IOException {
    take(ours, "a", 1);
    Files.delete(folder.resolve("o/.database"));
    stranger();
    assertThat(folder.resolve("o/.database")).doesNotExist();
    take(ours, "c", 3);
    assertThat(folder.resolve("o/.database")).isRegularFile();
  }

  @Test
  void aDatabaseBroughtBackFindsItsFolder() {
    take(ours, "a", 1);
    var file = folder.resolve("node.bandung");
    backups(first, ours).backup(file);

    // The database was lost, its home was not.
    backups(second, theirs).restore(file, false);

    take(theirs, "c", 3);
    assertThat(sum(theirs, ALL)).isEqualTo(3);
  }

  @Test
  void anotherStateMayBeBroughtIntoADatabaseWithItsFolderButNotIntoAForeignOne() {
    take(ours, "a", 1);
    var other = World.in(second, folder.resolve("elsewhere"));
    take(other, "b", 2);
    var file = folder.resolve("other.bandung");
    backups(second, other).backup(file);
    other.destroy();

    // What was brought back is of the second; the folder is of the first.
    assertThatThrownBy(() -> backups(second, theirs).restore(file, true))
        .hasMessageContaining("another database");
    assertThat(sum(ours, ALL)).isEqualTo(1);

    backups(first, ours).restore(file, true);
    assertThat(sum(ours, ALL)).isEqualTo(2);
    take(ours, "c", 3);
    assertThat(sum(ours, ALL)).isEqualTo(3);
  }

  private static <T> T elsewhere(java.util.function.Supplier<T> work) {
    try {
      // Far longer than it takes: only a lock that is never given back uses it up.
      return CompletableFuture.supplyAsync(work).get(60, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw (RuntimeException) e.getCause();
    } catch (Exception e) {
      throw new IllegalStateException("waited for an import", e);
    }
  }

  @Test
  void aBackupDoesNotWaitForAnImportAndARestoreSaysThatThereIsOne() {
    take(ours, "a", 1);
    var file = folder.resolve("node.bandung");
    ours.receive(
        World.TRADE,
        sink -> {
          sink.add(trade(2021, "QMA", "QMB", "010101", 4));
          assertThat(elsewhere(() -> backups(first, ours).backup(file)).files()).isEqualTo(1);
          assertThatThrownBy(() -> elsewhere(() -> backups(first, ours).restore(file, true)))
              .isInstanceOf(StoreException.class)
              .hasMessageContaining("importing");
          return World.file("b", Replacing.OBSERVATION);
        },
        false);
    assertThat(sum(ours, ALL)).isEqualTo(5);
  }

  @Test
  void whatABackupReliesOnIsClearedAwayAfterIt() throws IOException {
    take(ours, "a", 1);
    var left = folder.resolve("o/world-trade/2019/0123456789abcdef.parquet");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "gave way");
    try (var hold = ours.hold()) {
      elsewhere(() -> take(ours, "b", 2));
      assertThat(left).exists();
    }
    ours.tidy();
    assertThat(left).doesNotExist();
    assertThat(sum(ours, ALL)).isEqualTo(2);
  }
}
