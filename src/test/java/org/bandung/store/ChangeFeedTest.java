package org.bandung.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("external-db")
class ChangeFeedTest {

  @TempDir Path folder;
  private TestDatabase store;
  private ChangeFeed feed;

  @BeforeEach
  void open() {
    store = TestDatabase.create();
    feed = store.feed();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static void change(TestDatabase store, String... ids) {
    store
        .database()
        .inTransaction(() -> {
          store.changes().record("test", "thing", List.of(ids));
          return 0;
        });
  }

  private ChangeFeed.Page page(String after, int limit) {
    return (ChangeFeed.Page) feed.after(Optional.of(after), limit);
  }

  private ChangeFeed.Page fromTheBeginning(int limit) {
    return (ChangeFeed.Page) feed.after(Optional.empty(), limit);
  }

  private static List<String> ids(ChangeFeed.Page page) {
    return page.changes().stream().map(ChangeLog.Change::id).toList();
  }

  @Test
  void pagesFollowEachOtherWithoutLossOrRepeat() {
    change(store, "a", "b", "c");
    change(store, "a", "d");

    var told = new ArrayList<String>();
    var page = fromTheBeginning(2);
    for (; !page.caughtUp(); page = page(page.next(), 2)) {
      told.addAll(ids(page));
    }
    told.addAll(ids(page));

    assertThat(told).containsExactly("a", "b", "c", "a", "d");
    assertThat(page(page.next(), 2)).isEqualTo(new ChangeFeed.Page(List.of(), page.next(), true));
  }

  @Test
  void thePlaceOfNowIsBeforeWhateverIsNotToldYet() throws Exception {
    change(store, "before");
    var written = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    var slow =
        Thread.ofPlatform()
            .start(() ->
                store
                    .database()
                    .inTransaction(() -> {
                      store.changes().record("test", "thing", List.of("slow"));
                      written.countDown();
                      await(mayCommit);
                      return 0;
                    }));
    await(written);
    change(store, "fast");

    var now = feed.now().next();
    assertThat(ids(page(now, 10))).isEmpty();
    mayCommit.countDown();
    slow.join();

    assertThat(ids(page(now, 10))).containsExactly("slow", "fast");
  }

  @Test
  void aPlaceOfAnotherLogIsToldApart() {
    change(store, "a");
    try (var other = TestDatabase.create()) {
      change(other, "a");

      assertThat(feed.after(Optional.of(other.feed().now().next()), 10))
          .isEqualTo(new ChangeFeed.Elsewhere());
    }
  }

  @Test
  void aRestoreBeginsAnotherLogEvenWhereNothingElseDiffers() {
    var backups = new Backups(store.database());
    var atTheBeginning = feed.now().next();
    change(store, "a");
    var place = feed.now().next();
    var state = store.changes().state();
    backups.restore(backups.backup(folder.resolve("node.bandung")).file(), true);

    assertThat(feed.after(Optional.of(place), 10)).isEqualTo(new ChangeFeed.Elsewhere());
    assertThat(feed.after(Optional.of(atTheBeginning), 10)).isEqualTo(new ChangeFeed.Elsewhere());
    assertThat(store.changes().state()).isNotEqualTo(state);
    assertThat(ids(fromTheBeginning(10))).containsExactly("a");
  }

  /// As after a restore that went past Bandung, to a moment before the place was given out.
  @Test
  void aPlaceThatThisLogHasNeverSeenIsToldApart() {
    change(store, "a");
    var place = feed.now().next();
    store.database().sql().sql("truncate store_change restart identity").update();
    assertThat(feed.after(Optional.of(place), 10)).isEqualTo(new ChangeFeed.Elsewhere());
    change(store, "other");

    assertThat(feed.after(Optional.of(place), 10)).isEqualTo(new ChangeFeed.Elsewhere());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!!", "AAAA", "MCAwIDA", "now"})
  void whatIsNoPlaceIsUnreadable(String text) {
    assertThat(feed.after(Optional.of(text), 10)).isEqualTo(new ChangeFeed.Unreadable());
  }

  @Test
  void noNumberInAPlaceCanDoHarm() {
    var epoch = store.changes().epoch();
    for (var numbers :
        List.of("-1 0", "999999999999999999 1", "99999999999999999999999 1", "1 x")) {
      var text =
          Base64.getUrlEncoder()
              .encodeToString((epoch + " " + numbers).getBytes(StandardCharsets.UTF_8));

      assertThat(feed.after(Optional.of(text), 10)).isNotInstanceOf(ChangeFeed.Page.class);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
