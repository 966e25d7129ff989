package org.bandung.economy.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/// Times in milliseconds, of the clock and of the processors; the latter a busy machine falsifies
/// less.
final class Clock {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static Object kept = "";

  private Clock() {}

  interface Work {
    Object done() throws Exception;
  }

  /// How long something took: least and median of several rounds, mean of the processors' time.
  record Took(double least, double median, double processor) {}

  static Took time(int warmUps, int rounds, Work work) throws Exception {
    for (var round = 0; round < warmUps; round++) {
      kept = work.done();
    }
    var clock = new double[rounds];
    var used = SYSTEM.getProcessCpuTime();
    for (var round = 0; round < rounds; round++) {
      var began = System.nanoTime();
      kept = work.done();
      clock[round] = (System.nanoTime() - began) / 1e6;
    }
    var processor = (SYSTEM.getProcessCpuTime() - used) / 1e6 / rounds;
    Arrays.sort(clock);
    return new Took(clock[0], clock[rounds / 2], processor);
  }

  static void print(String name, Took took, String target) {
    System.out.printf(
        Locale.ROOT,
        "%-52s %9.1f %9.1f %9.1f  %s%n",
        name,
        took.least(),
        took.median(),
        took.processor(),
        target);
  }

  static void heading() {
    System.out.printf("%-52s %9s %9s %9s  %s%n", "ms", "least", "median", "processor", "target");
  }

  /// Bytes a second that all threads read together: sums of a table that fits no cache.
  static double bandwidth(int threads) throws Exception {
    var values = new long[48 << 20];
    var part = values.length / threads;
    var took =
        time(
            2,
            5,
            () ->
                IntStream.range(0, threads)
                    .parallel()
                    .mapToLong(thread -> sum(values, thread * part, (thread + 1) * part))
                    .sum());
    return 8.0 * part * threads / (took.least() / 1e3);
  }

  private static long sum(long[] values, int from, int to) {
    var sum = 0L;
    for (var at = from; at < to; at++) {
      sum += values[at];
    }
    return sum;
  }

  /// Whether anything came out; keeps the work from being thought away.
  static boolean anything() {
    return kept != null;
  }
}
