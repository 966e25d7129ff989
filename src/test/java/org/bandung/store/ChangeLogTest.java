package org.bandung.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeLogTest {

  private TestDatabase store;
  private ChangeLog log;

  @BeforeAll
  void open() {
    store = TestDatabase.create();
    log = store.changes();
  }

  @AfterAll
  void close() {
    store.close();
  }

  @BeforeEach
  void empty() {
    store.database().sql().sql("truncate store_change, store_cursor").update();
  }

  private void change(String id) {
    store
        .database()
        .inTransaction(() -> {
          log.record("test", "thing", List.of(id));
          return id;
        });
  }

  private List<String> idsAfter(ChangeLog.Cursor cursor) {
    return log.after(cursor, 100).stream().map(ChangeLog.Change::id).toList();
  }

  @Test
  void tellsChangesInTheirOrderFromACursorOn() {
    change("a");
    change("b");
    var first = log.after(ChangeLog.Cursor.START, 1).getFirst();

    assertThat(first.id()).isEqualTo("a");
    assertThat(idsAfter(first.cursor())).containsExactly("b");
  }

  @Test
  void aChangeThatCommitsLateIsNeverSkipped() throws Exception {
    var written = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    var slow =
        Thread.ofPlatform()
            .start(() ->
                store
                    .database()
                    .inTransaction(() -> {
                      log.record("test", "thing", List.of("slow"));
                      written.countDown();
                      await(mayCommit);
                      return 0;
                    }));
    await(written);
    change("fast");
    var stateBefore = log.state();

    assertThat(idsAfter(ChangeLog.Cursor.START)).isEmpty();
    mayCommit.countDown();
    slow.join();
    assertThat(log.state()).isNotEqualTo(stateBefore).isEqualTo(log.state());
    assertThat(idsAfter(ChangeLog.Cursor.START)).containsExactly("slow", "fast");
  }

  @Test
  void whatIsRolledBackIsNotTold() {
    try {
      store
          .database()
          .inTransaction(() -> {
            log.record("test", "thing", List.of("undone"));
            throw new IllegalStateException("on purpose");
          });
    } catch (IllegalStateException e) {
      // rolled back
    }
    assertThat(idsAfter(ChangeLog.Cursor.START)).isEmpty();
  }

  @Test
  void aFollowerCatchesUpAndSaysWhenItHas() throws Exception {
    change("a");
    change("b");
    var heard = new ArrayList<String>();
    var follower =
        new ChangeFollower() {
          @Override
          public String name() {
            return "test";
          }

          @Override
          public void follow(List<ChangeLog.Change> changes) {
            synchronized (heard) {
              changes.forEach(c -> heard.add(c.id()));
            }
          }
        };
    var followers = new Followers(log, List.of(follower), true);
    assertThat(followers.ready()).isFalse();
    followers.start();
    for (int i = 0; i < 200 && !followers.ready(); i++) {
      TimeUnit.MILLISECONDS.sleep(25);
    }
    assertThat(followers.ready()).isTrue();
    change("c");
    for (int i = 0; i < 200 && heard.size() < 3; i++) {
      TimeUnit.MILLISECONDS.sleep(25);
    }
    followers.stop();

    assertThat(heard).containsExactly("a", "b", "c");
    assertThat(log.cursor("test").compareTo(ChangeLog.Cursor.START)).isPositive();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCommandLeavesTheChangesToAServer() {
    var log = store.changes();

    assertThat(new Followers(log, List.of(), false).isAutoStartup()).isFalse();
    assertThat(new Followers(log, List.of(), true).isAutoStartup()).isTrue();
  }
}
