package org.bandung.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.bandung.statistics.facts.Fact.Share;

class ColumnTest {

  @Property
  void aShareIsTheRoundedProductForEveryAmount(
      @ForAll @LongRange(min = -4_000_000_000_000_000_000L, max = 4_000_000_000_000_000_000L)
          long amount,
      @ForAll @IntRange(max = 1_000_000) int millionths) {
    var exact =
        BigDecimal.valueOf(amount)
            .multiply(BigDecimal.valueOf(millionths))
            .movePointLeft(6)
            .add(new BigDecimal("0.5"))
            .setScale(0, RoundingMode.FLOOR);

    assertThat(Share.of(amount, millionths)).isEqualTo(exact.longValueExact());
  }

  @Property
  void partsAddUpToTheWhole(
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long amount,
      @ForAll @IntRange(min = 1, max = 999_998) int first,
      @ForAll @IntRange(min = 1, max = 999_999) int second) {
    var builder = new Column.Builder();
    int low = Math.min(first, second);
    int high = Math.max(low + 1, Math.max(first, second));
    builder.add(1, low);
    builder.add(2, high);
    builder.add(3, 1_000_000);
    builder.endRow();
    var column = builder.build();

    long sum = 0;
    for (int at = 0; at < 3; at++) {
      sum += column.part(amount, 0, at);
    }

    assertThat(sum).isEqualTo(amount);
  }
}
