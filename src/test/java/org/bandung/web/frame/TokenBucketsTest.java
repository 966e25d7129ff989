package org.bandung.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketsTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void aMinutesWorthMayBeAskedAtOnceAndThenAsItFillsUp() {
    var buckets = new TokenBuckets(6, 10);
    for (int i = 0; i < 6; i++) {
      assertThat(buckets.take("a", 0)).isZero();
    }

    assertThat(buckets.take("a", 0)).isEqualTo(10);
    assertThat(buckets.take("a", 4 * SECOND)).isEqualTo(6);
    assertThat(buckets.take("a", 10 * SECOND)).isZero();
    assertThat(buckets.take("a", 10 * SECOND)).isEqualTo(10);
  }

  @Test
  void aLongRestFillsNoMoreThanOneMinutesWorth() {
    var buckets = new TokenBuckets(2, 10);
    buckets.take("a", 0);

    assertThat(buckets.take("a", 3600 * SECOND)).isZero();
    assertThat(buckets.take("a", 3600 * SECOND)).isZero();
    assertThat(buckets.take("a", 3600 * SECOND)).isPositive();
  }

  @Test
  void callersDoNotTakeFromEachOther() {
    var buckets = new TokenBuckets(1, 10);
    buckets.take("a", 0);

    assertThat(buckets.take("b", 0)).isZero();
    assertThat(buckets.take("a", 0)).isEqualTo(60);
  }

  @Test
  void onlySoManyCallersAreRemembered() {
    var buckets = new TokenBuckets(1, 3);
    for (int i = 0; i < 1000; i++) {
      buckets.take("caller " + i, 0);
    }

    assertThat(buckets.callers()).isEqualTo(3);
  }
}
