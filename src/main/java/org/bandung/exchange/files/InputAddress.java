package org.bandung.exchange.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

/// A file on the web: http and https only, a few redirects, limits of size and time.
final class InputAddress implements AutoCloseable {

  private static final int MOST_REDIRECTS = 5;
  private static final long LARGEST = 4L << 30;
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration SILENCE = Duration.ofSeconds(60);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final HttpClient client;
  private final Watched body;
  private final long length;

  private InputAddress(HttpClient client, HttpResponse<InputStream> response) {
    this.client = client;
    this.body = new Watched(response.body());
    this.length = response.headers().firstValueAsLong("content-length").orElse(0);
  }

  /// @param inner whether addresses behind this machine may be asked too
  static InputAddress open(String address, boolean inner) throws IOException {
    var client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    try {
      return new InputAddress(client, follow(client, uri(address), inner));
    } catch (IOException e) {
      client.shutdownNow();
      throw e;
    }
  }

  private static HttpResponse<InputStream> follow(HttpClient client, URI first, boolean inner)
      throws IOException {
    var uri = first;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      if (!inner) {
        InnerNetworks.refuse(uri.getHost());
      }
      var response = ask(client, uri);
      int status = response.statusCode();
      if (status == 200) {
        return response;
      }
      response.body().close();
      var location = response.headers().firstValue("location");
      if (!REDIRECTS.contains(status) || location.isEmpty()) {
        throw new UnreadableInput("bandung.http-status", String.valueOf(status));
      }
      var next = resolved(uri, location.get());
      if (uri.getScheme().equalsIgnoreCase("https") && next.getScheme().equalsIgnoreCase("http")) {
        throw new UnreadableInput("bandung.http-failed", "https leads to http");
      }
      uri = next;
    }
    throw new UnreadableInput("bandung.too-many-redirects", String.valueOf(MOST_REDIRECTS));
  }

  private static HttpResponse<InputStream> ask(HttpClient client, URI uri) throws IOException {
    var request =
        HttpRequest.newBuilder(uri).timeout(ANSWER).header("User-Agent", "Bandung").build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableInput("bandung.http-failed", "interrupted");
    } catch (IOException e) {
      var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new UnreadableInput("bandung.http-failed", Printable.of(reason, 120));
    }
  }

  private static URI resolved(URI from, String location) throws UnreadableInput {
    try {
      return uri(from.resolve(location).toString());
    } catch (IllegalArgumentException e) {
      throw new UnreadableInput("bandung.http-failed", Printable.of(location, 120));
    }
  }

  private static URI uri(String address) throws UnreadableInput {
    try {
      var uri = URI.create(address);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (!web) {
        throw new UnreadableInput(
            "bandung.scheme-refused", Printable.of(String.valueOf(uri.getScheme()), 20));
      }
      if (uri.getHost() == null) {
        throw new UnreadableInput("bandung.http-failed", Printable.of(address, 120));
      }
      return uri;
    } catch (IllegalArgumentException e) {
      throw new UnreadableInput("bandung.http-failed", Printable.of(address, 120));
    }
  }

  InputStream body() {
    return body;
  }

  /// As announced, or 0.
  long length() {
    return length;
  }

  @Override
  public void close() {
    body.done = true;
    client.shutdownNow();
  }

  /// Ends a download on which nothing comes any more, or too much.
  private static final class Watched extends FilterInputStream {
    private volatile long readingSince;
    private volatile boolean done;
    private long bytes;

    Watched(InputStream in) {
      super(in);
      Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
      try {
        while (!done) {
          Thread.sleep(Duration.ofSeconds(2));
          long since = readingSince;
          if (since != 0 && System.nanoTime() - since > SILENCE.toNanos()) {
            done = true;
            in.close();
          }
        }
      } catch (InterruptedException | IOException e) {
        done = true;
      }
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      int read = read(one, 0, 1);
      return read < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      readingSince = System.nanoTime() | 1;
      try {
        int read = in.read(into, from, length);
        bytes += Math.max(read, 0);
        if (bytes > LARGEST) {
          throw new UnreadableInput("bandung.too-large", String.valueOf(LARGEST >> 30));
        }
        return read;
      } catch (UnreadableInput e) {
        throw e;
      } catch (IOException e) {
        var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        throw new UnreadableInput("bandung.http-failed", Printable.of(reason, 120));
      } finally {
        readingSince = 0;
      }
    }
  }
}
