import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Makes files in the form of BACI, as large as the real ones and shaped by real marginals: who
/// trades how much with whom (bilateral totals of 2016), which products are traded how much and how
/// often (the sample of two exporters of 2021). Values are invented; the same seed makes the same
/// bytes.
///
///     java bench/economy/BaciYears.java OUT [--years 1] [--first 2021] [--rows 10650000]
///         [--seed 7] [--gz] [--corpus ../shared]
final class BaciYears {

  private static final int COUNTRIES = 219;
  private static final int PRODUCTS = 5_199;

  private int[] countries = new int[0];
  private String[] products = new String[0];
  private double[] weights = new double[0];
  private double[][] flows = new double[0][];

  public static void main(String[] arguments) throws IOException {
    var options = new HashMap<String, String>();
    var plain = new ArrayList<String>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--gz")) {
        options.put("gz", "yes");
      } else if (arguments[i].startsWith("--")) {
        options.put(arguments[i].substring(2), arguments[++i]);
      } else {
        plain.add(arguments[i]);
      }
    }
    if (plain.size() != 1) {
      System.err.println("usage: java BaciYears.java OUT [--years N] [--first Y] [--rows N] ...");
      System.exit(64);
    }
    var given = options.getOrDefault("corpus", System.getenv().getOrDefault("BANDUNG_CORPUS", "../shared"));
    var years = new BaciYears();
    years.read(Path.of(given).resolve("data"));
    int first = Integer.parseInt(options.getOrDefault("first", "2021"));
    int count = Integer.parseInt(options.getOrDefault("years", "1"));
    int rows = Integer.parseInt(options.getOrDefault("rows", "10650000"));
    long seed = Long.parseLong(options.getOrDefault("seed", "7"));
    var folder = Files.createDirectories(Path.of(plain.getFirst()));
    for (int year = first; year < first + count; year++) {
      long started = System.nanoTime();
      var file = folder.resolve("invented-baci-" + year + ".csv" + (options.containsKey("gz") ? ".gz" : ""));
      years.write(file, year, rows, seed);
      System.out.printf("%s %,d rows, %,d bytes, %.1f s%n", file, rows, Files.size(file), (System.nanoTime() - started) / 1e9);
    }
  }

  private static List<String[]> table(Path file) throws IOException {
    try (var in = Files.newInputStream(file);
        var reader = new BufferedReader(new InputStreamReader(
            file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(l -> l.replace("\"", "").split(",")).toList();
    }
  }

  private void read(Path data) throws IOException {
    var numbers = new TreeMap<Integer, String>();
    for (var row : table(data.resolve("trade/BACI_country_codes_V202201.csv"))) {
      if (row[row.length - 1].matches("[A-Z]{3}")) {
        numbers.put(Integer.parseInt(row[0]), row[row.length - 1]);
      }
    }
    countries = numbers.keySet().stream().mapToInt(Integer::intValue).limit(COUNTRIES).toArray();
    Map<String, Integer> at = new HashMap<>();
    for (int i = 0; i < countries.length; i++) {
      at.put(numbers.get(countries[i]), i);
    }
    flows = new double[countries.length][countries.length];
    for (var row : table(data.resolve("trade/penppml_bilateral_trade_1964_2016.csv.gz"))) {
      var i = at.get(row[0]);
      var j = at.get(row[1]);
      if (row[2].equals("2016") && i != null && j != null && !i.equals(j)) {
        flows[i][j] = Double.parseDouble(row[3]) / 1000;
      }
    }
    // Where nothing is known of a pair, next to nothing is traded.
    for (int i = 0; i < flows.length; i++) {
      for (int j = 0; j < flows.length; j++) {
        flows[i][j] = i == j ? 0 : Math.max(flows[i][j], 1);
      }
    }
    readProducts(data);
  }

  private void readProducts(Path data) throws IOException {
    Map<String, double[]> seen = new TreeMap<>();
    for (var row : table(data.resolve("trade/BACI_HS6_2021_exports_of_ZAF_AFG.csv.gz"))) {
      var code = "0".repeat(6 - row[3].length()) + row[3];
      var sums = seen.computeIfAbsent(code, c -> new double[2]);
      sums[0] += Double.parseDouble(row[4]);
      sums[1]++;
    }
    var codes = new TreeSet<>(seen.keySet());
    for (var row : table(data.resolve("trade/harmonized-system.csv"))) {
      if (codes.size() < PRODUCTS && row[1].matches("[0-9]{6}")) {
        codes.add(row[1]);
      }
    }
    products = codes.stream().limit(PRODUCTS).toArray(String[]::new);
    weights = new double[products.length];
    for (int k = 0; k < products.length; k++) {
      var sums = seen.getOrDefault(products[k], new double[] {5, 1});
      weights[k] = Math.pow(sums[0] + 1, 0.3) * Math.sqrt(sums[1]);
    }
    double mean = Arrays.stream(weights).average().orElse(1);
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= mean;
    }
  }

  /// How likely it is that an exporter sells a product to an importer.
  private double chance(double scale, int i, int j, int k) {
    return 1 - Math.exp(-scale * Math.pow(flows[i][j], 0.45) * weights[k] * leaning(i, k));
  }

  /// What an exporter is good at, the same in all years: from 0.05 to 20 times the usual.
  private static double leaning(int i, int k) {
    return Math.exp(3 * (unit(mixed(i * 100_003L + k)) + unit(mixed(i * 7_919L + k / 40)) - 1));
  }

  private double scale(int rows) {
    double low = 0;
    double high = 1;
    for (int round = 0; round < 40; round++) {
      double scale = (low + high) / 2;
      double expected = 0;
      for (int i = 0; i < flows.length; i += 3) {
        for (int j = i % 5; j < flows.length; j += 5) {
          for (int k = (i + j) % 7; k < products.length && i != j; k += 7) {
            expected += chance(scale, i, j, k);
          }
        }
      }
      if (expected * 3 * 5 * 7 > rows * 1.01) {
        high = scale;
      } else {
        low = scale;
      }
    }
    return high;
  }

  private void write(Path file, int year, int rows, long seed) throws IOException {
    double scale = scale(rows);
    long surplus;
    for (surplus = walk(null, year, scale, seed, 0, 0) - rows; surplus < 0; ) {
      scale *= 1.01;
      surplus = walk(null, year, scale, seed, 0, 0) - rows;
    }
    try (OutputStream bytes = Files.newOutputStream(file);
        var packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
        var out = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.US_ASCII), 1 << 20)) {
      out.write("t,i,j,k,v,q\n");
      walk(out, year, scale, seed, surplus, rows + surplus);
    }
  }

  /// Goes over all cells.
  ///
  /// @param out null only counts
  /// @param surplus how many of `all` rows are passed over, evenly
  private long walk(BufferedWriter out, int year, double scale, long seed, long surplus, long all)
      throws IOException {
    long found = 0;
    double growth = Math.pow(1.045, year - 2016);
    var line = new StringBuilder(64);
    for (int i = 0; i < flows.length; i++) {
      for (int j = 0; j < flows.length; j++) {
        double share = flows[i][j] * growth / 400;
        double reach = scale * Math.pow(flows[i][j], 0.45);
        long cell = seed * 1_000_003L + year * 50_021L + i * 219L + j;
        for (int k = 0; k < products.length && i != j; k++) {
          long dice = mixed(cell * 8_191L + k);
          if (unit(dice) >= 1 - Math.exp(-reach * weights[k] * leaning(i, k))) {
            continue;
          }
          found++;
          if (out == null || surplus > 0 && found * surplus / all != (found - 1) * surplus / all) {
            continue;
          }
          double value = Math.max(0.001, share * weights[k] * leaning(i, k) * Math.exp(4 * unit(mixed(dice)) - 2));
          line.setLength(0);
          line.append(year).append(',').append(countries[i]).append(',').append(countries[j]).append(',');
          line.append(Integer.parseInt(products[k])).append(',');
          thousandths(line, value);
          line.append(',');
          if (dice % 31 == 0) {
            line.append("           NA");
          } else {
            int start = line.length();
            thousandths(line, Math.max(0.001, value * (0.05 + 2 * unit(mixed(k)))));
            line.insert(start, " ".repeat(Math.max(0, 13 - (line.length() - start))));
          }
          out.append(line.append('\n'));
        }
      }
    }
    return found;
  }

  private static void thousandths(StringBuilder line, double value) {
    long thousandths = Math.round(value * 1000);
    line.append(thousandths / 1000).append('.');
    long rest = thousandths % 1000;
    line.append((char) ('0' + rest / 100)).append((char) ('0' + rest / 10 % 10)).append((char) ('0' + rest % 10));
  }

  /// SplitMix64.
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  private static double unit(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }
}
