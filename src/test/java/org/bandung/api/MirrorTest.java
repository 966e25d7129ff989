package org.bandung.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bandung.store.Backups;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever follows the change feed holds in the end what the node holds.
@Tag("external-db")
class MirrorTest {

  @TempDir Path folder;
  private MirrorWorld node;

  @BeforeEach
  void open() {
    node = new MirrorWorld();
  }

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void endsAsTheNodeIsWhateverIsWrittenMeanwhile() throws Exception {
    node.say(MirrorWorld.SHORE, 0, 12, "Wells");
    var written = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    var late = writing(() -> nameAndWait(written, mayCommit));
    await(written); // its changes have the lowest numbers and will be committed last
    var fromTheLists = new Mirror(node.door);
    var fromTheBeginning = new Mirror(node.door);
    fromTheLists.begin();

    var writers =
        CompletableFuture.allOf(
            writing(() -> node.say(MirrorWorld.SHORE, 4, 18, "Wells and pumps")),
            writing(() -> {
              node.say(MirrorWorld.HILL, 0, 9, "Schools");
              node.sayOnly(MirrorWorld.HILL, 3, 11, "Schools for all");
            }));
    while (!writers.isDone()) {
      fromTheLists.follow(3);
      fromTheBeginning.follow(5);
    }
    writers.join();
    fromTheLists.catchUp(3);
    assertThat(fromTheLists.copy).isNotEqualTo(Mirror.lists(node.door));
    mayCommit.countDown();
    late.join();
    fromTheLists.catchUp(3);
    fromTheBeginning.catchUp(500);

    assertEqual(fromTheLists, fromTheBeginning);
  }

  private void assertEqual(Mirror fromTheLists, Mirror fromTheBeginning) throws Exception {
    var held = Mirror.lists(node.door);
    assertThat(held.keySet().stream().filter(k -> k.startsWith("initiative/"))).hasSize(18 + 8);
    assertThat(held.values()).anyMatch(body -> body.contains("The late cooperative"));
    assertThat(fromTheLists.copy).isEqualTo(held);
    assertThat(fromTheBeginning.copy).isEqualTo(held);
  }

  /// On a thread of its own: a shared pool might have one only.
  private static CompletableFuture<Void> writing(Runnable work) {
    return CompletableFuture.runAsync(work, task -> Thread.ofVirtual().start(task));
  }

  private void nameAndWait(CountDownLatch written, CountDownLatch mayCommit) {
    node.store
        .database()
        .inTransaction(() -> {
          node.name("QM-LATE-1", "The late cooperative");
          written.countDown();
          await(mayCommit);
          return 0;
        });
  }

  @Test
  void whatIsNoLongerPublicLeavesTheCopyAndWhatNeverWasIsNotRevealed() throws Exception {
    node.say(MirrorWorld.SHORE, 0, 3, "Wells");
    var mirror = new Mirror(node.door);
    mirror.begin();
    var withheld = initiative(mirror);
    addUnseen("0neverseen000000");

    node.show("operator", withheld, "0neverseen000000");
    var told = node.door.get("/api/v1/changes?after=" + mirror.place()).body();
    mirror.catchUp(100);

    assertThat(told).contains(withheld).contains("\"gone\"").doesNotContain("0neverseen");
    assertThat(mirror.copy).doesNotContainKey("initiative/" + withheld);
    assertThat(mirror.copy).isEqualTo(Mirror.lists(node.door));
    node.show("public", withheld);
    mirror.catchUp(100);
    assertThat(mirror.copy).containsKey("initiative/" + withheld);
  }

  /// A copy of a row under another id, for the operator alone from its first moment.
  private void addUnseen(String id) {
    var columns =
        "original_id, title, words, period_start, period_end, ongoing, sort_day, modality, rule,"
            + " scope, compilation_only, withdrawn, tags, owner, changed_at";
    node.store
        .database()
        .sql()
        .sql(
            "insert into registry_initiative (id, audience, %s) select :id, 'operator', %s from registry_initiative limit 1"
                .formatted(columns, columns))
        .param("id", id)
        .update();
  }

  private static String initiative(Mirror mirror) {
    return mirror.copy.keySet().stream()
        .filter(k -> k.startsWith("initiative/"))
        .map(k -> k.substring("initiative/".length()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void afterARestoreTheMirrorIsToldToBeginAgain() throws Exception {
    node.say(MirrorWorld.SHORE, 0, 3, "Wells");
    var backups = new Backups(node.store.database());
    var file = backups.backup(folder.resolve("node.bandung")).file();
    node.say(MirrorWorld.SHORE, 3, 6, "Wells");
    var mirror = new Mirror(node.door);
    mirror.begin();
    var tag = node.door.get("/api/v1/initiatives").header("ETag");
    backups.restore(file, true);

    var refused = node.door.get("/api/v1/changes?after=" + mirror.place());
    assertThat(refused.status()).isEqualTo(410);
    assertThat(node.door.get("/api/v1/initiatives", "If-None-Match", tag).status()).isEqualTo(200);
    mirror.begin();
    node.say(MirrorWorld.SHORE, 2, 5, "Pumps");
    mirror.catchUp(2);
    assertThat(mirror.copy).isEqualTo(Mirror.lists(node.door));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
