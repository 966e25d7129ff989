package org.bandung.funds.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.bandung.access.TestAudit;
import org.bandung.funds.ledger.Ledger.Moment;

/// Measures the ledger on the real engine: transactions a second that are on disk when the caller
/// learns of them, the balance of an account with a million entries, and the check of its book.
public final class LedgerBench {

  private static final int AT_ONCE = 500;

  private LedgerBench() {}

  /// @param arguments entries of the large account (1,000,000), seconds of each round (10)
  public static void main(String[] arguments) throws Exception {
    int entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    try (var world = new LedgerWorld()) {
      System.out.printf(
          "%d processors, fsync=%s, synchronous_commit=%s%n",
          Runtime.getRuntime().availableProcessors(),
          setting(world, "fsync"),
          setting(world, "synchronous_commit"));
      rate(world, 8, 1, 3);
      for (int callers : List.of(1, 8, 64)) {
        print(callers + " callers, one book", rate(world, callers, 1, seconds), 2_000);
      }
      print("64 callers, eight books", rate(world, 64, 8, seconds), 2_000);
      large(world, entries);
    }
    System.exit(0);
  }

  private static String setting(LedgerWorld world, String name) {
    return world.database().sql().sql("show " + name).query(String.class).single();
  }

  private static void print(String what, double value, double target) {
    System.out.printf(
        Locale.ROOT, "posted a second, %s: %.0f (target %.0f)%n", what, value, target);
  }

  private static double rate(LedgerWorld world, int callers, int books, int seconds)
      throws Exception {
    var names = new ArrayList<String>();
    for (int i = 0; i < books; i++) {
      names.add(world.book());
    }
    var posted = new AtomicLong();
    long begin = System.nanoTime();
    double before = processorSeconds();
    long end = begin + seconds * 1_000_000_000L;
    var work = new ArrayList<Callable<Long>>();
    for (int i = 0; i < callers; i++) {
      var book = names.get(i % books);
      work.add(() -> {
        while (System.nanoTime() < end) {
          var outcome =
              world.ledger.post(LedgerWorld.received(book, LedgerWorld.key(), "USD 1.25"));
          if (!(outcome instanceof PostOutcome.Posted)) {
            throw new IllegalStateException(outcome.toString());
          }
          posted.incrementAndGet();
        }
        return 0L;
      });
    }
    try (var threads = Executors.newFixedThreadPool(callers)) {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "  processor of this process a transaction: %.2f ms%n",
        (processorSeconds() - before) * 1e3 / posted.get());
    return posted.get() * 1e9 / (System.nanoTime() - begin);
  }

  /// Of this process; the database's own is not in it.
  private static double processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  private static void large(LedgerWorld world, int entries) {
    var book = world.book();
    long begin = System.nanoTime();
    for (int i = 0; i < entries; i += AT_ONCE) {
      var postings = new ArrayList<Posting>();
      for (int j = i; j < Math.min(entries, i + AT_ONCE); j++) {
        var posting = LedgerWorld.received(book, "large-" + j, "USD 1.25");
        postings.add(
            Posting.of(
                book,
                posting.key(),
                posting.day().plusDays(j / 10_000),
                posting.cause(),
                posting.entries()));
      }
      world.ledger.postTogether(postings);
    }
    System.out.printf(
        Locale.ROOT,
        "posted %d by %d together: %.0f a second%n",
        entries,
        AT_ONCE,
        entries * 1e9 / (System.nanoTime() - begin));
    balance(world, book, "now", Moment.NOW);
    var middle = world.ledger.find(book, entries / 2 + 7).orElseThrow();
    balance(world, book, "at a moment of posting", Moment.ofPosting(middle.at()));
    balance(world, book, "at a value date", Moment.ofDay(middle.posting().day()));
    check(world);
  }

  private static void check(LedgerWorld world) {
    var audit = TestAudit.of(world.database());
    new LedgerAnchors(world.database(), audit).anchor();
    System.gc();
    var memory = Runtime.getRuntime();
    long used = memory.totalMemory() - memory.freeMemory();
    long begin = System.nanoTime();
    var verdict = new LedgerCheck(world.database(), audit).verify(Optional.empty());
    System.out.printf(
        Locale.ROOT,
        "verify: %s, %d entries in %.1f s, heap %d MB before, at most %d MB allowed%n",
        verdict.isIntact() ? "intact" : verdict.findings(),
        verdict.entries(),
        (System.nanoTime() - begin) / 1e9,
        used >> 20,
        memory.maxMemory() >> 20);
  }

  private static void balance(LedgerWorld world, String book, String what, Moment moment) {
    var times = new double[200];
    for (int i = 0; i < times.length; i++) {
      long begin = System.nanoTime();
      if (world.ledger.balance(LedgerWorld.cash(book), moment).isEmpty()) {
        throw new IllegalStateException("no account");
      }
      times[i] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "balance %s: p50 %.1f, p99 %.1f, max %.1f ms (target 20)%n",
        what,
        times[100],
        times[198],
        times[199]);
  }
}
