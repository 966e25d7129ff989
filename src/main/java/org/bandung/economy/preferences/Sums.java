package org.bandung.economy.preferences;

import static org.bandung.economy.preferences.Measure.CONSUMER_SURPLUS;
import static org.bandung.economy.preferences.Measure.PRICE_CHANGE;
import static org.bandung.economy.preferences.Measure.PRICE_EFFECT;
import static org.bandung.economy.preferences.Measure.PRODUCER_SURPLUS;
import static org.bandung.economy.preferences.Measure.REVENUE_BEFORE;
import static org.bandung.economy.preferences.Measure.REVENUE_CHANGE;
import static org.bandung.economy.preferences.Measure.TRADE_AFTER;
import static org.bandung.economy.preferences.Measure.TRADE_BEFORE;
import static org.bandung.economy.preferences.Measure.TRADE_CREATION;
import static org.bandung.economy.preferences.Measure.TRADE_DIVERSION;
import static org.bandung.economy.preferences.Measure.TRADE_DIVERTED;
import static org.bandung.economy.preferences.Measure.WELFARE;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The figures of one run, for each line and added up; what is not told of a key is not a number.
final class Sums {

  private static final int MEASURES = Measure.values().length;

  private final Map<Key, double[]> figures = new HashMap<>();
  private final Map<Key, TariffedFlow> lines = new HashMap<>();
  private final TreeSet<String> undetermined = new TreeSet<>();
  private int cut;

  /// What figures are about.
  record Key(Level level, String region, String partner, String product)
      implements Comparable<Key> {

    static final Key TOTAL = new Key(Level.TOTAL, "", "", "");

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::level)
            .thenComparing(Key::product)
            .thenComparing(Key::region)
            .thenComparing(Key::partner);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /// A line of SMART.
  void add(SmartEffect effect) {
    var flow = effect.tariffed().flow();
    var line = new double[MEASURES];
    Arrays.fill(line, Double.NaN);
    line[TRADE_BEFORE.ordinal()] = flow.value();
    line[TRADE_CREATION.ordinal()] = effect.creation();
    line[TRADE_DIVERSION.ordinal()] = effect.diversion();
    line[TRADE_DIVERTED.ordinal()] = Math.max(0, effect.diversion());
    line[PRICE_EFFECT.ordinal()] = effect.priceEffect();
    line[TRADE_AFTER.ordinal()] = effect.importsAfter();
    line[PRICE_CHANGE.ordinal()] = effect.priceChange();
    line[CONSUMER_SURPLUS.ordinal()] = effect.consumerSurplus();
    line[REVENUE_BEFORE.ordinal()] = effect.revenueBefore();
    line[REVENUE_CHANGE.ordinal()] = effect.revenueChange();
    line[WELFARE.ordinal()] = effect.welfare();
    var key = new Key(Level.LINE, flow.importer(), flow.exporter(), flow.product());
    figures.put(key, line);
    lines.put(key, effect.tariffed());
    add(new Key(Level.REGION, flow.importer(), "", ""), line);
    add(new Key(Level.PARTNER, "", flow.exporter(), ""), line);
    add(new Key(Level.PRODUCT, "", "", flow.product()), line);
    add(Key.TOTAL, line);
  }

  /// All regions of a market of GSIM.
  void add(String product, List<String> regions, Gsim gsim) {
    cut += gsim.cut();
    for (int i = 0; i < regions.size(); i++) {
      var region = new double[MEASURES];
      Arrays.fill(region, Double.NaN);
      region[TRADE_BEFORE.ordinal()] = gsim.exports(i);
      region[TRADE_AFTER.ordinal()] = gsim.exportsAfter(i);
      region[PRICE_CHANGE.ordinal()] = gsim.price(i);
      region[PRODUCER_SURPLUS.ordinal()] = gsim.producerSurplus(i);
      region[CONSUMER_SURPLUS.ordinal()] = gsim.consumerSurplus(i);
      region[REVENUE_BEFORE.ordinal()] = gsim.revenueBefore(i);
      region[REVENUE_CHANGE.ordinal()] = gsim.revenueChange(i);
      region[WELFARE.ordinal()] = gsim.welfare(i);
      figures.put(new Key(Level.MARKET, regions.get(i), "", product), region);
      add(new Key(Level.REGION, regions.get(i), "", ""), region);
      add(new Key(Level.PRODUCT, "", "", product), region);
      add(Key.TOTAL, region);
    }
  }

  /// A flow of a market of GSIM.
  void add(TariffedFlow tariffed, double after) {
    var flow = tariffed.flow();
    var line = new double[MEASURES];
    Arrays.fill(line, Double.NaN);
    line[TRADE_BEFORE.ordinal()] = flow.value();
    line[TRADE_AFTER.ordinal()] = after;
    var key = new Key(Level.LINE, flow.importer(), flow.exporter(), flow.product());
    figures.put(key, line);
    lines.put(key, tariffed);
  }

  void undetermined(String product) {
    undetermined.add(product);
  }

  private void add(Key key, double[] line) {
    var sum = figures.get(key);
    if (sum == null) {
      sum = line.clone();
      sum[PRICE_CHANGE.ordinal()] = Double.NaN;
      figures.put(key, sum);
      return;
    }
    for (int i = 0; i < MEASURES; i++) {
      sum[i] += line[i];
    }
    sum[PRICE_CHANGE.ordinal()] = Double.NaN;
  }

  Map<Key, double[]> figures() {
    return Collections.unmodifiableMap(figures);
  }

  @Nullable TariffedFlow tariffed(Key key) {
    return lines.get(key);
  }

  Map<Measure, Double> totals() {
    var totals = new EnumMap<Measure, Double>(Measure.class);
    var sums = figures.get(Key.TOTAL);
    for (var measure : Measure.values()) {
      if (sums != null && !Double.isNaN(sums[measure.ordinal()])) {
        totals.put(measure, sums[measure.ordinal()]);
      }
    }
    return totals;
  }

  int cut() {
    return cut;
  }

  List<String> undetermined() {
    return List.copyOf(undetermined);
  }

  /// A tariff as people write it, without what binary fractions leave behind.
  static double percent(double rate) {
    return Math.round(rate * 1e10) / 1e8;
  }
}
