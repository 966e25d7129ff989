package org.bandung.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OnceTest {

  private record Key(String code) {}

  private static final Key KEY = new Key("2021");

  private final Once once = new Once(100);
  private final AtomicInteger made = new AtomicInteger();

  private String ask(Key key, Function<Key, String> make) {
    return once.get(String.class, key, make, v -> 40);
  }

  private String make(Key key) {
    return key.code() + " " + made.incrementAndGet();
  }

  /// Asks in a thread of its own; what came of it stands in the future.
  private record Asking(Thread thread, CompletableFuture<String> answer) {

    static Asking start(java.util.function.Supplier<String> question) {
      var answer = new CompletableFuture<String>();
      var thread =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  answer.complete(question.get());
                } catch (RuntimeException e) {
                  answer.obtrudeException(e);
                }
              });
      return new Asking(thread, answer);
    }

    /// Returns once it waits for another one.
    Asking waiting() {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      return this;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatManyAskForAtTheSameTimeIsCalculatedOnce() {
    var go = new CountDownLatch(1);
    Function<Key, String> slow =
        key -> {
          await(go);
          return make(key);
        };
    var asking = new ArrayList<Asking>();
    for (int i = 0; i < 8; i++) {
      asking.add(Asking.start(() -> ask(KEY, slow)).waiting());
    }
    go.countDown();

    assertThat(asking).allSatisfy(a -> assertThat(a.answer().join()).isEqualTo("2021 1"));
    assertThat(ask(KEY, this::make)).isEqualTo("2021 1");
    assertThat(made).hasValue(1);
  }

  @Test
  void anotherQuestionDoesNotWait() {
    var go = new CountDownLatch(1);
    var slow =
        Asking.start(() ->
                ask(
                    KEY,
                    key -> {
                      await(go);
                      return make(key);
                    }))
            .waiting();

    assertThat(ask(new Key("2020"), this::make)).isEqualTo("2020 1");
    go.countDown();
    assertThat(slow.answer().join()).isEqualTo("2021 2");
  }

  @Test
  void aFailureIsToldToAllAndNotKept() {
    var go = new CountDownLatch(1);
    Function<Key, String> failing =
        key -> {
          await(go);
          throw new IllegalStateException("the file is gone " + made.incrementAndGet());
        };
    var asking =
        List.of(
            Asking.start(() -> ask(KEY, failing)).waiting(),
            Asking.start(() -> ask(KEY, failing)).waiting());
    go.countDown();

    assertThat(asking)
        .allSatisfy(
            a -> assertThatThrownBy(a.answer()::join).hasRootCauseMessage("the file is gone 1"));
    assertThat(ask(KEY, this::make)).isEqualTo("2021 2");
  }

  @Test
  void whoeverWaitsCanBeInterrupted() {
    var go = new CountDownLatch(1);
    Function<Key, String> slow =
        key -> {
          await(go);
          return make(key);
        };
    var first = Asking.start(() -> ask(KEY, slow)).waiting();
    var second = Asking.start(() -> ask(KEY, slow)).waiting();
    second.thread().interrupt();

    assertThatThrownBy(second.answer()::join).isInstanceOf(CancellationException.class);
    go.countDown();
    assertThat(first.answer().join()).isEqualTo("2021 1");
  }

  @Test
  void whenTheOneWhoCalculatesIsInterruptedAnotherOneDoes() {
    var never = new CountDownLatch(1);
    var first =
        Asking.start(() ->
                ask(
                    KEY,
                    key -> {
                      await(never);
                      return "never";
                    }))
            .waiting();
    var second = Asking.start(() -> ask(KEY, this::make)).waiting();
    first.thread().interrupt();

    assertThat(second.answer().join()).isEqualTo("2021 1");
    assertThatThrownBy(first.answer()::join).hasRootCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void whatWasNotAskedForLongestGivesWay() {
    var other = new Key("2020");
    ask(KEY, this::make);
    ask(other, this::make);
    ask(KEY, this::make);
    ask(new Key("2019"), this::make);

    assertThat(once.taken()).isEqualTo(80);
    assertThat(ask(KEY, this::make)).isEqualTo("2021 1");
    assertThat(ask(other, this::make)).isEqualTo("2020 4");
    assertThat(once.taken()).isEqualTo(80);
  }

  @Test
  void valuesOfSeveralTypesHaveOneKey() {
    ask(KEY, this::make);

    assertThat(once.get(Integer.class, KEY, key -> 7, v -> 4)).isEqualTo(7);
    assertThat(ask(KEY, this::make)).isEqualTo("2021 1");
    assertThat(once.taken()).isEqualTo(44);
  }
}
