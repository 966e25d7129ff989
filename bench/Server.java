import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A running `serve` and its one client.
final class Server implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

  private final Program program;
  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final double firstPageSeconds;
  private final double readySeconds;

  Server(Program program, Path home, Map<String, String> settings) throws Exception {
    this.program = program;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    long before = System.nanoTime();
    process = program.start(home, settings, "384m", "serve", "--port", String.valueOf(port));
    firstPageSeconds = waitFor("/", before);
    readySeconds = waitFor("/api/v1/ready", before);
  }

  private double waitFor(String path, long before) throws Exception {
    while (System.nanoTime() - before < PATIENCE_NANOS && process.isAlive()) {
      try {
        if (get(path).statusCode() == 200) {
          return (System.nanoTime() - before) / 1e9;
        }
      } catch (IOException e) {
        // nobody listens yet
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new IllegalStateException("no answer at " + path + ": " + program.complaint());
  }

  /// As a browser asks: compressed, and read to the end.
  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return client.send(
        request(path).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
  }

  String text(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString()).body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root() + path));
  }

  String root() {
    return "http://127.0.0.1:" + port;
  }

  double firstPageSeconds() {
    return firstPageSeconds;
  }

  double readySeconds() {
    return readySeconds;
  }

  double peakMegabytes() {
    return Program.peakMegabytes(process.pid());
  }

  @Override
  public void close() throws InterruptedException {
    client.close();
    process.destroy();
    process.waitFor();
  }
}
