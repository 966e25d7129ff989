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
    double processorBegin = processor();
    var pool = new Pool(invented.records, invented.names);
    long pooled = System.nanoTime();
    var result = Weighing.weigh(pool, CAP, 0.2);
    long weighed = System.nanoTime();
    int[] statement = java.util.stream.IntStream.range(0, size).toArray();
    var judged = new Judge(pool, statement, result.model()).judge(result.pairs());
    long done = System.nanoTime();
    long right = 0;
    long found = 0;
    for (var pair : judged) {
      if (pair.outcome() == Outcome.SAME) {
        found++;
        right += invented.truth.get(pair.left()).equals(invented.truth.get(pair.right())) ? 1 : 0;
      }
    }
    var told = new int[invented.truth.getLast() + 1];
    invented.truth.forEach(t -> told[t]++);
    long same = Arrays.stream(told).filter(n -> n == 2).count();
    System.out.printf(
        Locale.ROOT,
        "%,d records: together %.1f s, processor %.1f s (pool %.1f, weighed %.1f, judged %.1f); %,d pairs compared,"
            + " %,.0f a second; %,d found, precision %.4f, recall %.4f; %s;"
            + " peak memory %s%n",
        size,
        (done - begin) / 1e9,
        processor() - processorBegin,
        (pooled - begin) / 1e9,
        (weighed - pooled) / 1e9,
        (done - weighed) / 1e9,
        result.compared(),
        result.compared() / ((weighed - pooled) / 1e9),
        found,
        found == 0 ? 0 : (double) right / found,
        (double) right / Math.max(1, same),
        result.blocks(),
        peak());
  }

  /// Seconds of all threads: what a busy machine does not falsify.
  private static double processor() {
    return java.lang.ProcessHandle.current()
            .info()
            .totalCpuDuration()
            .orElse(java.time.Duration.ZERO)
            .toMillis()
        / 1e3;
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
