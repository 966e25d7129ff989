import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Requests that come at fixed moments, whether or not those before were answered, as they do from
/// many readers. A time runs from the moment a request was due, so that waiting counts.
final class Rate implements AutoCloseable {

  private static final long SEED = 1955;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-z]{16})\"");

  /// What became of the requests of one rate.
  ///
  /// @param late how late the client itself was for 95 of 100: its own share of the times
  record Outcome(int offered, int errors, double seconds, List<Double> millis, double late) {

    double at(double share) {
      return millis.isEmpty()
          ? Double.POSITIVE_INFINITY
          : millis.get((int) Math.ceil(millis.size() * share) - 1);
    }

    boolean holds() {
      return errors == 0 && at(0.95) < 500;
    }
  }

  private final Server server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> addresses;

  /// The addresses of the list behind each door, and twenty single initiatives.
  Rate(Server server, String... doors) throws Exception {
    this.server = server;
    var all = new ArrayList<String>();
    for (var door : doors) {
      all.addAll(new Lists(door).addresses(server));
      var ids = ID.matcher(server.text("/api/v1/initiatives?limit=20"));
      while (ids.find()) {
        all.add(door + "/" + ids.group(1));
      }
    }
    Collections.shuffle(all, new Random(SEED));
    this.addresses = List.copyOf(all);
  }

  /// Waits until the server has done with what was offered before.
  void rest() throws Exception {
    for (int i = 0; i < 60; i++) {
      long before = System.nanoTime();
      if (server.get("/api/v1/initiatives").statusCode() == 200
          && System.nanoTime() - before < TimeUnit.MILLISECONDS.toNanos(500)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  /// Offers so many requests a second for some seconds.
  Outcome offer(int perSecond, int seconds) throws InterruptedException {
    int count = perSecond * seconds;
    var millis = new ConcurrentLinkedQueue<Double>();
    var late = new ArrayList<Double>();
    var errors = new AtomicInteger();
    var open = new CountDownLatch(count);
    long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
    for (int i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000L / perSecond;
      for (long wait; (wait = due - System.nanoTime()) > 0; ) {
        LockSupport.parkNanos(wait);
      }
      late.add((System.nanoTime() - due) / 1e6);
      send(addresses.get(i % addresses.size()), due, millis, errors, open);
    }
    open.await();
    double taken = (System.nanoTime() - start) / 1e9;
    late.sort(null);
    return new Outcome(
        count,
        errors.get(),
        taken,
        millis.stream().sorted().toList(),
        late.get((int) Math.ceil(count * 0.95) - 1));
  }

  private void send(
      String address,
      long due,
      ConcurrentLinkedQueue<Double> millis,
      AtomicInteger errors,
      CountDownLatch open) {
    var request =
        HttpRequest.newBuilder(URI.create(server.root() + address))
            .header("Accept-Encoding", "gzip")
            .timeout(PATIENCE)
            .build();
    client
        .sendAsync(request, BodyHandlers.ofByteArray())
        .whenComplete(
            (answer, failure) -> {
              if (failure == null && answer.statusCode() == 200) {
                millis.add((System.nanoTime() - due) / 1e6);
              } else if (errors.incrementAndGet() <= 3) {
                System.err.println(
                    address + ": " + (failure == null ? answer.statusCode() : failure));
              }
              open.countDown();
            });
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
