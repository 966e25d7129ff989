package org.bandung.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.bandung.exchange.tossd.TossdExtract.Extract;
import org.bandung.kernel.CountryCode;
import org.junit.jupiter.api.Test;

/// Nobody waits for the extract of another, and the same is made once.
class KeptExtractsTest {

  private static final Extract MADE = new Extract(List.of(), Map.of());

  private static KeptExtracts.Key key(String country, String state) {
    return new KeptExtracts.Key(new CountryCode(country), 2019, state);
  }

  private static Extract never() {
    throw new AssertionError("made again");
  }

  @Test
  void whoFindsAllPlacesTakenIsTurnedAwayAtOnce() {
    var kept = new KeptExtracts(1);
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var first =
        CompletableFuture.supplyAsync(() ->
            kept.find(
                key("QMM", "a"),
                () -> {
                  begun.countDown();
                  await(go);
                  return MADE;
                }));
    await(begun);
    assertThat(kept.find(key("QNN", "a"), KeptExtractsTest::never)).isEmpty();
    go.countDown();
    assertThat(first.join()).contains(MADE);
    assertThat(kept.find(key("QNN", "a"), () -> MADE)).isNotEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theSameOfTheSameFactsIsMadeOnce() {
    var kept = new KeptExtracts(1);
    kept.find(key("QMM", "a"), () -> MADE);
    assertThat(kept.find(key("QMM", "a"), KeptExtractsTest::never)).contains(MADE);
    var other = new Extract(List.of(), Map.of("x", 1));
    assertThat(kept.find(key("QMM", "b"), () -> other)).contains(other);
    assertThat(kept.find(key("QMM", "a"), () -> other)).contains(other);
  }

  @Test
  void nothingIsKeptWhileTheFactsMove() {
    var kept = new KeptExtracts(1);
    kept.find(key("QMM", ""), () -> MADE);
    var other = new Extract(List.of(), Map.of("x", 1));
    assertThat(kept.find(key("QMM", ""), () -> other)).isEqualTo(Optional.of(other));
  }

  @Test
  void whatFailsGivesItsPlaceBack() {
    var kept = new KeptExtracts(1);
    try {
      kept.find(key("QMM", "a"), KeptExtractsTest::never);
    } catch (AssertionError expected) {
      // the next may try
    }
    assertThat(kept.find(key("QMM", "a"), () -> MADE)).contains(MADE);
  }
}
