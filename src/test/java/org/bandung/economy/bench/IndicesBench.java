package org.bandung.economy.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bandung.economy.indices.Advantage;
import org.bandung.economy.indices.Complementarity;
import org.bandung.economy.indices.Complexity;
import org.bandung.economy.indices.Intensity;
import org.bandung.economy.indices.ProductSpace;
import org.bandung.economy.indices.Similarity;
import org.bandung.economy.indices.TradeYear;

/// Calculates the indices of an invented year of 10.65 million flows, beside DuckDB and R on the
/// same data; or all indices of 28 such years. See `bench/README.md`.
public final class IndicesBench {

  private static final int YEARS = 28;

  private IndicesBench() {}

  /// @param arguments `year`, `years` or both
  public static void main(String[] arguments) throws Exception {
    var began = System.nanoTime();
    var year = SampleYear.draw(1955);
    System.out.printf(
        Locale.ROOT,
        "%,d flows of %d countries and %,d products, drawn in %.1f s; load %s%n",
        year.flows(),
        year.countries().size(),
        year.products().size(),
        (System.nanoTime() - began) / 1e9,
        Files.readString(Path.of("/proc/loadavg")).strip());
    for (var argument : arguments) {
      switch (argument) {
        case "year" -> year(year);
        case "years" -> years(year);
        default -> throw new IllegalArgumentException(argument);
      }
    }
  }

  private static void year(TradeYear year) throws Exception {
    var one = Clock.bandwidth(1);
    var two = Clock.bandwidth(2);
    System.out.printf(
        Locale.ROOT,
        "memory read in order: %.1f GB/s by one thread, %.1f by two; the flows (20 bytes each) at"
            + " that rate: %.0f ms%n",
        one / 1e9,
        two / 1e9,
        year.flows() * 20.0 / two * 1e3);
    Clock.heading();
    var exports = year.exports();
    var imports = year.imports();
    var bilateral = year.bilateral();
    var balassa = Advantage.balassa(exports);
    Clock.print("exports by exporter and product", Clock.time(3, 7, year::exports), "");
    var advantage = Clock.time(3, 7, () -> Advantage.balassa(year.exports()));
    Clock.print("advantage of all cells, from the flows", advantage, "150");
    Clock.print(
        "advantage of all cells, from the grid",
        Clock.time(40, 21, () -> Advantage.balassa(exports)),
        "");
    var similarity = Clock.time(10, 21, () -> Similarity.fingerKreinin(exports));
    Clock.print("Finger-Kreinin, all pairs", similarity, "");
    var michaely = Clock.time(10, 21, () -> Complementarity.michaely(exports, imports));
    Clock.print("Michaely, all pairs", michaely, "");
    var together =
        Clock.time(
            3,
            21,
            () ->
                List.of(
                    Similarity.fingerKreinin(exports), Complementarity.michaely(exports, imports)));
    Clock.print("both together", together, "100 (50)");
    var fitness = Clock.time(5, 11, () -> Complexity.fitness(balassa, 19));
    Clock.print("fitness and complexity, 19 updates", fitness, "");
    Clock.print(
        "index of economic complexity",
        Clock.time(3, 7, () -> Complexity.economicComplexity(balassa)),
        "");
    var proximity = Clock.time(3, 7, () -> ProductSpace.proximity(balassa));
    Clock.print("proximity of all products", proximity, "");
    Clock.print("density of all cells", Clock.time(3, 7, () -> ProductSpace.density(balassa)), "");
    Clock.print(
        "commodity bias, all pairs",
        Clock.time(3, 7, () -> Intensity.commodityBias(exports, imports)),
        "");
    var mutual = Clock.time(3, 7, year::grubelLloyd);
    Clock.print("Grubel-Lloyd of all pairs, from the flows", mutual, "");
    Clock.print(
        "network statistics, all",
        Clock.time(
            2,
            5,
            () -> {
              var results = new ArrayList<Object>();
              AllIndicators.network(bilateral, results);
              return results;
            }),
        "");
    Baselines.duckDb(year, advantage, similarity, michaely, mutual);
    Baselines.r(year, similarity, michaely, fitness, proximity);
  }

  private static void years(TradeYear first) {
    var calculated = 0L;
    var processor = 0L;
    var results = 0;
    for (var at = 0; at < YEARS; at++) {
      var year = SampleYear.after(first, at);
      var used = processor();
      var began = System.nanoTime();
      results += AllIndicators.of(year).size();
      calculated += System.nanoTime() - began;
      processor += processor() - used;
    }
    System.out.printf(
        Locale.ROOT,
        "%d years, all indicators (%,d results, most of them grids): %.1f s, processor %.1f s;"
            + " target 90 (60); heap at most %,d MB%n",
        YEARS,
        results,
        calculated / 1e9,
        processor / 1e3,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static long processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }
}
