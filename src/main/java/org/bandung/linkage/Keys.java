package org.bandung.linkage;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.bandung.linkage.engine.Blocking;

/// Under which keys records meet: whoever shares one is compared.
///
/// Weak identifiers; the whole title; two of its four rarest words; the countries with the year it
/// began, or the one after; a country with the amount by its first two digits; two of the rarest
/// three topics with a country; an organisation with a country and the year.
final class Keys {

  private static final int RAREST_WORDS = 4;
  private static final int RAREST_TOPICS = 3;
  private static final int COUNTRIES = 4;
  private static final int ORGANISATIONS = 4;
  private static final int DAYS_OF_A_YEAR = 365;
  private static final int MOST = 64;

  private final Pool pool;

  Keys(Pool pool) {
    this.pool = pool;
  }

  long[][] all() {
    return IntStream.range(0, pool.size()).parallel().mapToObj(this::of).toArray(long[][]::new);
  }

  /// A list of keys that grows.
  private static final class Row {
    private final long[] held = new long[MOST];
    private int size;

    void add(int kind, long value) {
      if (size < MOST) {
        held[size++] = Blocking.key(kind, value);
      }
    }

    long[] values() {
      return Arrays.copyOf(held, size);
    }
  }

  long[] of(int record) {
    var one = pool.get(record);
    var row = new Row();
    for (int id : one.identifiers()) {
      row.add(1, id);
    }
    if (one.title().length > 1) {
      row.add(2, one.titleKey());
    }
    pairs(row, 3, rarest(one.title(), true), 0);
    when(row, one, record);
    money(row, one);
    int[] topics = rarest(one.topics(), false);
    for (int c = 0; c < Math.min(COUNTRIES, one.countries().length); c++) {
      pairs(row, 6, topics, one.countries()[c] + 1L);
    }
    return row.values();
  }

  private static void when(Row row, Traits one, int record) {
    if (one.start() == Traits.UNKNOWN || one.countries().length == 0) {
      return;
    }
    long year = Math.floorDiv(one.start(), DAYS_OF_A_YEAR);
    long set = Arrays.hashCode(one.countries());
    row.add(4, set * 4096 + year);
    row.add(4, set * 4096 + year + 1);
    for (int o = 0; o < Math.min(ORGANISATIONS, one.organisations().length); o++) {
      row.add(7, (one.organisations()[o] * 512L + one.countries()[0]) * 4096 + year);
    }
  }

  private static void money(Row row, Traits one) {
    if (!(one.amount() > 0)) {
      return;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(one.amount())) - 1);
    long digits = Math.round(one.amount() / unit);
    long scale = Math.round(Math.log10(unit)) + 20;
    for (int c = 0; c < Math.min(COUNTRIES, one.countries().length); c++) {
      long place = (one.countries()[c] * 256L + one.currency()) * 64 + scale;
      row.add(5, place * 128 + digits);
    }
  }

  /// The rarest few, sorted; picked without boxes, since a million records come by.
  private int[] rarest(int[] some, boolean title) {
    int most = Math.min(some.length, title ? RAREST_WORDS : RAREST_TOPICS);
    var left = some.clone();
    for (int i = 0; i < most; i++) {
      int best = i;
      for (int j = i + 1; j < left.length; j++) {
        best = rarity(left[j], title) > rarity(left[best], title) ? j : best;
      }
      int word = left[best];
      // What was passed over moves up, so that equally rare ones keep their order.
      System.arraycopy(left, i, left, i + 1, best - i);
      left[i] = word;
    }
    var rarest = Arrays.copyOf(left, most);
    Arrays.sort(rarest);
    return rarest;
  }

  private float rarity(int word, boolean title) {
    return title ? pool.titleRarity(word) : pool.topicRarity(word);
  }

  private static void pairs(Row row, int kind, int[] some, long with) {
    for (int i = 0; i < some.length; i++) {
      for (int j = i + 1; j < some.length; j++) {
        row.add(kind, ((long) some[i] << 32 ^ some[j]) * 521 + with);
      }
    }
    if (some.length == 1) {
      row.add(kind, some[0] * 521L + with);
    }
  }
}
