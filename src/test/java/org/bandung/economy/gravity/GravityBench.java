package org.bandung.economy.gravity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.bandung.economy.gravity.Columns.Column;
import org.bandung.economy.gravity.solve.Closure;
import org.bandung.economy.gravity.solve.Equilibrium;
import org.bandung.economy.gravity.solve.Errors;
import org.bandung.economy.gravity.solve.Fit;
import org.bandung.economy.gravity.solve.Groups;
import org.bandung.economy.gravity.solve.Model;
import org.bandung.economy.gravity.solve.Ppml;
import org.bandung.economy.gravity.solve.Sandwich;

/// Times of gravity beside their targets; see `bench/README.md`.
public final class GravityBench {

  private static final double NANOS = 1e6;

  private GravityBench() {}

  /// @param arguments folder of the data, then what R took: seconds of its glm, its coefficient,
  ///   seconds of one balancing
  public static void main(String[] arguments) throws IOException {
    var corpus = Path.of(arguments[0]).resolve("data/trade");
    say("processors %d, Java %s", Runtime.getRuntime().availableProcessors(), version());
    threeWay(corpus.resolve("penppml_bilateral_trade_1964_2016.csv.gz"));
    equilibrium(200);
    application(corpus.resolve("agtpa_manufacturing_1986_2006.csv.gz"), arguments);
  }

  private static String version() {
    return String.valueOf(Runtime.version());
  }

  private static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }

  private static double millis(long since) {
    return (System.nanoTime() - since) / NANOS;
  }

  private static void threeWay(Path file) {
    long begin = System.nanoTime();
    var columns =
        DataFile.read(
                file,
                Set.of("exp", "imp", "time", "export", "agreement"),
                Set.of(),
                Set.of("exp", "imp", "agreement"))
            .columns();
    say("reading %,d rows: %.0f ms", columns.rows(), millis(begin));
    var calculation = new Calculation(columns, "exp", "imp");
    var flow = numbers(calculation, "export");
    var agreement = numbers(calculation, "agreement != ''");
    var model =
        new Model(
            new Model.Column("export", flow),
            List.of(new Model.Column("agreement", agreement)),
            List.of(
                groups(calculation, "exp", "time"),
                groups(calculation, "imp", "time"),
                groups(calculation, "exp", "imp")),
            List.of(groups(calculation, "exp", "imp")));
    for (boolean full : new boolean[] {true, false}) {
      var times = new double[7];
      Fit fit = null;
      for (int i = 0; i < times.length; i++) {
        long start = System.nanoTime();
        fit = new Ppml(100, full).fit(model);
        Sandwich.variance(fit, Errors.CLUSTER, 1);
        times[i] = millis(start);
      }
      double first = times[0];
      Arrays.sort(times);
      say(
          "PPML with exporter x year, importer x year and pair, %s: first %,.0f ms, then median"
              + " %,.0f, least %,.0f, most %,.0f (at most 5,000, target 2,000); %,d rows used,"
              + " %d rounds, agreement %.6f",
          full ? "separation looked for" : "without looking for separation",
          first,
          times[times.length / 2],
          times[0],
          times[times.length - 1],
          fit.rows().length,
          fit.course().iterations(),
          fit.coefficients()[0]);
    }
  }

  private static double[] numbers(Calculation calculation, String formula) {
    return calculation.numbers(FormulaReader.read(formula, ""), "");
  }

  private static Groups groups(Calculation calculation, String one, String other) {
    return calculation.groups(List.of(new Formula.Name(one), new Formula.Name(other)), "");
  }

  /// Invented countries on a plane, most of what they make sold at home.
  private static void equilibrium(int n) {
    var random = new Random(1955);
    double[] x = random.doubles(n, 0, 10_000).toArray();
    double[] y = random.doubles(n, 0, 10_000).toArray();
    double[] size = random.doubles(n).map(u -> Math.exp(6 * u)).toArray();
    var before = new double[n * n];
    var after = new double[n * n];
    var flows = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double distance = i == j ? 100 : 100 + Math.hypot(x[i] - x[j], y[i] - y[j]);
        after[i * n + j] = Math.pow(distance / 1000, -0.8);
        before[i * n + j] = after[i * n + j] * (i == j ? 1 : 0.08);
        flows[i * n + j] = size[i] * size[j] * before[i * n + j] * random.nextDouble(0.5, 1.5);
      }
    }
    for (var closure : Closure.values()) {
      var times = new double[60];
      int rounds = 0;
      for (int i = 0; i < times.length; i++) {
        long start = System.nanoTime();
        rounds = new Equilibrium(flows, before, after, 7, 0).solve(closure).rounds();
        times[i] = millis(start);
      }
      double first = times[0];
      Arrays.sort(times);
      say(
          "general equilibrium of %d countries, closure %s: first %.1f ms, then median %.2f, least"
              + " %.2f, most %.2f (at most 20); %d rounds",
          n,
          closure.code(),
          first,
          times[times.length / 2],
          times[0],
          times[times.length - 1],
          rounds);
    }
  }

  private static void application(Path file, String[] r) {
    var columns =
        DataFile.read(
                file,
                Set.of("exporter", "importer", "year", "trade", "dist", "cntg"),
                Set.of(),
                Set.of("exporter", "importer"))
            .columns();
    var years = ((Column.Numbers) columns.find("year").orElseThrow()).values();
    var rows =
        java.util.stream.IntStream.range(0, years.length).filter(i -> years[i] == 2006).toArray();
    var calculation = new Calculation(columns.at(rows), "exporter", "importer");
    var model =
        new Model(
            new Model.Column("trade", numbers(calculation, "trade")),
            List.of(
                new Model.Column("log(dist)", numbers(calculation, "log(dist)")),
                new Model.Column("cntg", numbers(calculation, "cntg")),
                new Model.Column("border", numbers(calculation, "border"))),
            List.of(
                calculation.groups(List.of(new Formula.Name("exporter")), ""),
                calculation.groups(List.of(new Formula.Name("importer")), "")),
            List.of());
    var times = new double[15];
    double found = 0;
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      found = new Ppml(100, true).fit(model).coefficients()[0];
      times[i] = millis(start);
    }
    double first = times[0];
    Arrays.sort(times);
    double median = times[times.length / 2];
    say("PPML of 2006, 69 countries: first %.0f ms, then median %.1f", first, median);
    if (r.length > 3) {
      double seconds = Double.parseDouble(r[1]);
      say(
          "base R, glm with 136 dummies on the same rows: %.0f ms (least of 3), %.0f times as long;"
              + " coefficients of log distance %.6f and %s; one balancing in R %.2f ms",
          seconds * 1000, seconds * 1000 / median, found, r[2], Double.parseDouble(r[3]) * 1000);
    }
  }
}
