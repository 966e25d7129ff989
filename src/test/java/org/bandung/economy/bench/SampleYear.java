package org.bandung.economy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.bandung.economy.indices.TradeYear;
import org.bandung.kernel.Corpus;

/// An invented year of the size of a real one: 219 countries, 5,199 products, 10.65 million flows.
/// What a country exports is spread as its real exports by product were (1998 to 2000), how much to
/// whom as real bilateral totals were (the largest of 2000 to 2016); which products go to which
/// partner is drawn, always the same way. Flows are sorted by product, exporter, importer.
public final class SampleYear {

  static final int COUNTRIES = 219;
  static final int PRODUCTS = 5_199;
  static final int FLOWS = 10_650_000;

  private SampleYear() {}

  public static TradeYear draw(long seed) throws IOException {
    var countries = new ArrayList<String>();
    var totals = totals(countries);
    var structure = structure(countries, seed);
    var roots = new double[COUNTRIES][PRODUCTS];
    for (var row = 0; row < COUNTRIES; row++) {
      for (var k = 0; k < PRODUCTS; k++) {
        roots[row][k] = Math.sqrt(structure[row][k]);
      }
    }
    var scale = scale(totals, roots);
    var products =
        IntStream.range(0, PRODUCTS).mapToObj(k -> "%06d".formatted(10_000 + k)).toList();
    var room = FLOWS + FLOWS / 20;
    var exporters = new int[room];
    var importers = new int[room];
    var kinds = new int[room];
    var values = new double[room];
    var random = new SplittableRandom(seed);
    var size = 0;
    for (var k = 0; k < PRODUCTS; k++) {
      for (var i = 0; i < COUNTRIES; i++) {
        for (var j = 0; j < COUNTRIES && roots[i][k] > 0; j++) {
          var chance = scale * Math.sqrt(totals[i][j]) * roots[i][k];
          var drawn = random.nextDouble();
          if (drawn < chance && size < room) {
            exporters[size] = i;
            importers[size] = j;
            kinds[size] = k;
            values[size++] =
                totals[i][j]
                    * structure[i][k]
                    * Math.exp(2 * random.nextDouble())
                    / Math.min(1, chance);
          }
        }
      }
    }
    return new TradeYear(
        countries,
        products,
        Arrays.copyOf(exporters, size),
        Arrays.copyOf(importers, size),
        Arrays.copyOf(kinds, size),
        Arrays.copyOf(values, size));
  }

  /// The same flows in another year: each value moved by up to a half, one flow in twelve away.
  static TradeYear after(TradeYear first, int years) {
    var random = new SplittableRandom(years);
    var size = first.flows();
    var exporters = new int[size];
    var importers = new int[size];
    var kinds = new int[size];
    var values = new double[size];
    var kept = 0;
    for (var at = 0; at < size; at++) {
      var drawn = random.nextDouble();
      if (drawn > 1 / 12.0) {
        exporters[kept] = first.exporter(at);
        importers[kept] = first.importer(at);
        kinds[kept] = first.product(at);
        values[kept++] = first.value(at) * (.5 + drawn);
      }
    }
    return new TradeYear(
        first.countries(),
        first.products(),
        Arrays.copyOf(exporters, kept),
        Arrays.copyOf(importers, kept),
        Arrays.copyOf(kinds, kept),
        Arrays.copyOf(values, kept));
  }

  // So that as many flows come out as wanted: the expected number grows with the scale.
  private static double scale(double[][] totals, double[][] roots) {
    var low = 0.0;
    var high = 1e6;
    for (var step = 0; step < 60; step++) {
      var middle = Math.sqrt(Math.max(low, 1e-12) * high);
      if (expected(totals, roots, middle) < FLOWS) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  // Of every thirteenth product, thirteen times.
  private static double expected(double[][] totals, double[][] roots, double scale) {
    var sum = 0.0;
    for (var i = 0; i < COUNTRIES; i++) {
      for (var j = 0; j < COUNTRIES; j++) {
        var factor = scale * Math.sqrt(totals[i][j]);
        for (var k = 0; k < PRODUCTS && factor > 0; k += 13) {
          sum += 13 * Math.min(1, factor * roots[i][k]);
        }
      }
    }
    return sum;
  }

  private static double[][] totals(List<String> countries) throws IOException {
    Map<String, Map<String, Double>> flows = new TreeMap<>();
    Map<String, Double> size = new TreeMap<>();
    rows(
        Corpus.data("data/trade/penppml_bilateral_trade_1964_2016.csv.gz"),
        row -> {
          if (row.get("time").equals("2016")) {
            var value = Double.parseDouble(row.get("export"));
            flows
                .computeIfAbsent(row.get("exp"), e -> new TreeMap<>())
                .merge(row.get("imp"), value, Double::sum);
            size.merge(row.get("exp"), value, Double::sum);
            size.merge(row.get("imp"), value, Double::sum);
          }
        });
    countries.addAll(
        new TreeSet<>(
            size.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(COUNTRIES)
                .map(Map.Entry::getKey)
                .toList()));
    var totals = new double[COUNTRIES][COUNTRIES];
    for (var i = 0; i < COUNTRIES; i++) {
      for (var j = 0; j < COUNTRIES; j++) {
        var there = flow(flows, countries.get(i), countries.get(j));
        // Who reports no exports is taken to sell half of what it buys.
        var back = flows.containsKey(countries.get(i)) ? 0 : .5;
        totals[i][j] =
            i == j
                ? 0
                : Math.max(there, back * flow(flows, countries.get(j), countries.get(i))) / 1000;
      }
    }
    return totals;
  }

  private static double flow(Map<String, Map<String, Double>> flows, String from, String to) {
    return flows.getOrDefault(from, Map.of()).getOrDefault(to, 0.0);
  }

  // Shares of the products in each country's exports; a product of the old list is split among six
  // or seven of the new one, each country's split being its own.
  private static double[][] structure(List<String> countries, long seed) throws IOException {
    Map<String, Map<String, Double>> exports = new TreeMap<>();
    var old = new TreeSet<String>();
    rows(
        Corpus.data("data/trade/economiccomplexity_country_product_avg1998_2000.csv.gz"),
        row -> {
          old.add(row.get("product"));
          exports
              .computeIfAbsent(row.get("country"), c -> new TreeMap<>())
              .put(row.get("product"), Double.parseDouble(row.get("value")));
        });
    var names = List.copyOf(old);
    var rich = List.copyOf(exports.keySet());
    var random = new SplittableRandom(seed + 1);
    var structure = new double[COUNTRIES][PRODUCTS];
    for (var row = 0; row < COUNTRIES; row++) {
      var code = countries.get(row).toLowerCase(Locale.ROOT);
      var own = exports.getOrDefault(code, exports.get(rich.get(row % rich.size())));
      var sum = 0.0;
      for (var k = 0; k < PRODUCTS; k++) {
        var value = own.getOrDefault(names.get(k * names.size() / PRODUCTS), 0.0);
        structure[row][k] = value * Math.exp(6 * random.nextDouble() - 6);
        sum += structure[row][k];
      }
      for (var k = 0; k < PRODUCTS; k++) {
        structure[row][k] /= sum;
      }
    }
    return structure;
  }

  private interface Sink {
    void row(Map<String, String> row);
  }

  private static void rows(Path file, Sink sink) throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      var names = List.of(lines.readLine().replace("\"", "").split(","));
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var cells = line.replace("\"", "").split(",", -1);
        var row = new TreeMap<String, String>();
        for (var at = 0; at < Math.min(names.size(), cells.length); at++) {
          row.put(names.get(at), cells[at]);
        }
        sink.row(row);
      }
    }
  }
}
