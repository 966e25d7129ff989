package org.bandung.statistics.counting;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bandung.kernel.PartialDate;
import org.bandung.statistics.facts.Fact.Share;
import org.jspecify.annotations.Nullable;

/// Some of the facts as columns; never changed once built.
final class Segment {

  final String[] ids;
  final Map<Dimension, Column> records;

  /// Countries with their roles.
  final Column pairs;

  /// For each initiative, whether it is of the South-South family, and whether only a third party
  /// wrote it down.
  final boolean[] southSouth;

  final boolean[] compiled;

  /// Days from the planned to the actual start, and from the first to the last day;
  /// [Integer#MIN_VALUE] where not reported.
  final int[] delays;

  final int[] durations;

  /// The flows of initiative `i`: those at `flowsFrom[i]` to `flowsFrom[i + 1]`.
  final int[] flowsFrom;

  final Map<Dimension, Column> flows;

  /// The part of its contribution that a flow is, in millionths of the whole; the parts of one lie
  /// together, and the first begins at 0.
  final int[] partsFrom;

  final int[] partsUpTo;

  /// Whole, as its source told it, also where the flow is a part.
  final @Nullable BigDecimal[] amounts;

  final int[] currencies;
  final int[] dates;

  /// Thousandths of the unit, whole.
  final long[] quantities;

  final int[] units;

  /// In how many currencies amounts are kept.
  static final int KEPT = 3;

  private final Map<String, long[]> converted = new ConcurrentHashMap<>();

  Segment(SegmentBuilder b) {
    ids = b.ids.toArray(String[]::new);
    records = built(b.records);
    pairs = b.pairs.build();
    southSouth = b.flags(b.southSouth);
    compiled = b.flags(b.compiled);
    delays = b.delays.stream().mapToInt(i -> i).toArray();
    durations = b.durations.stream().mapToInt(i -> i).toArray();
    flowsFrom = b.flowsFrom.stream().mapToInt(i -> i).toArray();
    flows = built(b.flows);
    partsFrom = b.partsFrom.stream().mapToInt(i -> i).toArray();
    partsUpTo = b.partsUpTo.stream().mapToInt(i -> i).toArray();
    amounts = b.amounts.toArray(new BigDecimal[0]);
    currencies = b.currencies.stream().mapToInt(i -> i).toArray();
    dates = b.dates.stream().mapToInt(i -> i).toArray();
    quantities = b.quantities.stream().mapToLong(i -> i).toArray();
    units = b.units.stream().mapToInt(i -> i).toArray();
  }

  private static Map<Dimension, Column> built(Map<Dimension, Column.Builder> builders) {
    var columns = new EnumMap<Dimension, Column>(Dimension.class);
    builders.forEach((dimension, builder) -> columns.put(dimension, builder.build()));
    return columns;
  }

  int size() {
    return ids.length;
  }

  Column record(Dimension dimension) {
    return Objects.requireNonNull(records.get(dimension), dimension.word());
  }

  /// The column of the flows themselves; empty if they take over what their initiative carries.
  Optional<Column> flow(Dimension dimension) {
    return Optional.ofNullable(flows.get(dimension));
  }

  /// No amount, or none in that currency.
  static final long NONE = Long.MIN_VALUE;

  /// All amounts in the smallest unit of a currency; [#NONE] where there is none. A whole is
  /// converted once and falls apart then, so its parts add up to it in every currency. Those of the
  /// currencies asked for first are kept.
  ///
  /// @param rates fingerprint of the rates they are converted with
  long[] amounts(String currency, String rates, Money money, Codes codes) {
    var key = rates + " " + currency;
    var known = converted.get(key);
    if (known != null) {
      return known;
    }
    var all = new long[amounts.length];
    long whole = NONE;
    for (int i = 0; i < all.length; i++) {
      if (begins(i)) {
        var amount = amounts[i];
        whole =
            amount == null
                ? NONE
                : money.convert(amount, codes.currencies().code(currencies[i]), dates[i], currency);
      }
      all[i] = part(whole, i);
    }
    if (converted.size() >= KEPT) {
      converted.clear(); // others are asked for now, or the rates are others
    }
    converted.put(key, all);
    return all;
  }

  /// All quantities that are told in the unit; [#NONE] where none is.
  long[] quantities(int unit) {
    var all = new long[quantities.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = units[i] == unit ? part(quantities[i], i) : NONE;
    }
    return all;
  }

  /// Whether a flow is the first part of a contribution, or all of it.
  boolean begins(int flow) {
    return partsFrom[flow] == 0;
  }

  private long part(long whole, int flow) {
    return whole == NONE
        ? NONE
        : Share.of(whole, partsUpTo[flow]) - Share.of(whole, partsFrom[flow]);
  }

  /// The date that a number such as 20190500 means.
  static PartialDate date(int number) {
    return new PartialDate(number / 10_000, number / 100 % 100, number % 100);
  }

  /// Brings amounts into one currency.
  interface Money {

    /// @param date in one number, or [org.bandung.statistics.facts.Fact#UNKNOWN]
    /// @return in the smallest unit of the currency asked for; [#NONE] if that cannot be done
    long convert(BigDecimal amount, String currency, int date, String to);
  }
}
