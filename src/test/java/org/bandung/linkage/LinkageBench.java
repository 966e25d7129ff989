package org.bandung.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// Links invented records and prints how long it took; see `bench/README.md`.
public final class LinkageBench {

  private static final int CAP = 60;

  private LinkageBench() {}

  /// @param arguments how many records, one process for each size
  public static void main(String[] arguments) throws IOException {
    for (var size : arguments) {
      link(Integer.parseInt(size));
    }
  }

  private static void link(int size) throws IOException {
    var invented = new InventedRecords(size, 1955);
    long begin = System.nanoTime();
    var pool = new Pool(invented.records, invented.names);
    long pooled = System.nanoTime();
    var result = Weighing.weigh(pool, CAP, 0.2);
    long weighed = System.nanoTime();
    long right = 0;
    long found = 0;
    for (var pair : result.pairs()) {
      if (pair.probability() >= 0.8) {
        found++;
        right += invented.truth.get(pair.left()).equals(invented.truth.get(pair.right())) ? 1 : 0;
      }
    }
    var told = new int[invented.truth.getLast() + 1];
    invented.truth.forEach(t -> told[t]++);
    long same = Arrays.stream(told).filter(n -> n == 2).count();
    System.out.printf(
        Locale.ROOT,
        "%,d records: pool %.1f s, linked %.1f s, together %.1f s; %,d pairs compared,"
            + " %,.0f a second; %,d found, precision %.4f, recall %.4f; %s; prior %.5f;"
            + " peak memory %s%n",
        size,
        (pooled - begin) / 1e9,
        (weighed - pooled) / 1e9,
        (weighed - begin) / 1e9,
        result.compared(),
        result.compared() / ((weighed - pooled) / 1e9),
        found,
        found == 0 ? 0 : (double) right / found,
        (double) right / Math.max(1, same),
        result.blocks(),
        result.model().prior(),
        peak());
  }

  private static String peak() throws IOException {
    var status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(l -> l.startsWith("VmHWM"))
            .map(l -> l.replaceAll("\\s+", " "))
            .findFirst()
            .orElse("unknown")
        : "unknown";
  }
}
