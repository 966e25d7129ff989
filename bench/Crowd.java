import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Two hundred people of the invented world at once, each with her own account and cookies, who go
/// through the mixed journey with pauses for thought. Client and server share the machine.
final class Crowd {

  private static final int WARM_UP_SECONDS = 30;
  private static final int SECONDS = 120;
  private static final int SIGNING_IN = 4;
  private static final int TOLD = 10;

  private final Program program;
  private final int runs;
  private final Map<String, List<Double>> rows = new TreeMap<>();

  /// What was answered since the measurement began.
  static final class Answers {
    final Map<String, ConcurrentLinkedQueue<Double>> millis = new ConcurrentHashMap<>();
    final AtomicInteger errors = new AtomicInteger();
    final AtomicInteger writes = new AtomicInteger();

    /// @param kind of step
    /// @param fault empty if the answer was the expected one
    void add(String kind, boolean write, double taken, String fault) {
      millis.computeIfAbsent(kind, k -> new ConcurrentLinkedQueue<>()).add(taken);
      if (write) {
        writes.incrementAndGet();
      }
      if (!fault.isEmpty() && errors.incrementAndGet() <= TOLD) {
        System.err.println(kind + ": " + fault);
      }
    }
  }

  private volatile Answers answers = new Answers();
  private volatile boolean over;

  Crowd(Program program, int runs) {
    this.program = program;
    this.runs = runs;
  }

  Answers answers() {
    return answers;
  }

  boolean over() {
    return over;
  }

  void measure() throws Exception {
    var home = program.work().resolve("people");
    var list = program.work().resolve("people.txt");
    program.crowd(home, list);
    var known = Files.readAllLines(list).stream().map(l -> l.split("\t")).toList();
    var parties = known.stream().map(k -> k[2]).distinct().toList();
    try (var server = program.serveInvented(home);
        var browsers = new Browsers(server.root());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var people = signIn(known, browsers);
      for (int i = 0; i < people.size(); i++) {
        var journey = new Journey(this, people.get(i), known.get(i)[2], parties, i);
        threads.submit(journey);
      }
      TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
      for (int i = 0; i < runs; i++) {
        answers = new Answers();
        TimeUnit.SECONDS.sleep(SECONDS);
        var taken = answers;
        answers = new Answers();
        take(taken);
      }
      over = true;
      threads.shutdownNow();
      put("9 peak memory of the server, MB", server.peakMegabytes());
    }
    print(known.size());
    program.forget(home);
  }

  /// Before anything is measured: to compare a password takes a third of a second.
  private static List<Browsers.Browser> signIn(List<String[]> known, Browsers browsers)
      throws Exception {
    var calls = new ArrayList<Callable<Browsers.Browser>>();
    for (var person : known) {
      calls.add(() -> browsers.signedIn(person[0], person[1]));
    }
    var people = new ArrayList<Browsers.Browser>();
    try (var some = Executors.newFixedThreadPool(SIGNING_IN)) {
      for (var done : some.invokeAll(calls)) {
        people.add(done.get());
      }
    }
    return people;
  }

  private void put(String row, double value) {
    rows.computeIfAbsent(row, r -> new ArrayList<>()).add(value);
  }

  private void take(Answers taken) {
    var all = taken.millis.values().stream().flatMap(q -> q.stream()).sorted().toList();
    put("0 requests a second", all.size() / (double) SECONDS);
    put("1 errors", taken.errors.get());
    put("2 of 100 requests, writes", 100.0 * taken.writes.get() / all.size());
    put("3 all, p50, ms", at(all, 0.5));
    put("4 all, p95, ms", at(all, 0.95));
    put("5 all, p99, ms", at(all, 0.99));
    put("6 all, max, ms", all.getLast());
    taken.millis.forEach((kind, queue) -> {
      var millis = queue.stream().sorted().toList();
      put("7 " + kind + " p50, ms (" + millis.size() + ")", at(millis, 0.5));
      put("8 " + kind + " p95, ms", at(millis, 0.95));
    });
  }

  /// The nearest rank.
  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.ceil(sorted.size() * share) - 1);
  }

  private void print(int people) {
    System.out.printf(
        "%d people, each signed in as herself, who pause for %d to %d seconds between pages, for %d s"
            + " after %d s of warming up; client and server share the processors%n",
        people,
        Journey.LEAST_PAUSE / 1000,
        Journey.MOST_PAUSE / 1000,
        SECONDS,
        WARM_UP_SECONDS);
    rows.forEach((name, values) ->
        GroundFloor.row(
            name.substring(2),
            values,
            switch (name) {
              case "1 errors" -> "0";
              case "4 all, p95, ms" -> "500 at most";
              case "9 peak memory of the server, MB" -> "heap 384";
              default -> "";
            }));
  }
}
