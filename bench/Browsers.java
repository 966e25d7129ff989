import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Browsers without pictures. They share connections, never cookies.
final class Browsers implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String PASSWORD = "three goats on the roof";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String root;

  Browsers(String root) {
    this.root = root;
  }

  /// What came back.
  record Page(int status, String text, String location) {

    /// Addresses of links that match, each once, in their order.
    List<String> links(String form) {
      return Pattern.compile("href=\"(" + form + ")\"")
          .matcher(text)
          .results()
          .map(m -> m.group(1).replace("&amp;", "&"))
          .distinct()
          .toList();
    }

    /// What a form carries unseen.
    ///
    /// @param action where it goes
    /// @param mark something that only the form meant holds
    Map<String, String> form(String action, String mark) {
      var found =
          Pattern.compile(
                  "<form[^>]*action=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>",
                  Pattern.DOTALL)
              .matcher(text)
              .results()
              .map(m -> m.group(1))
              .filter(f -> f.contains(mark))
              .findFirst();
      var fields = new LinkedHashMap<String, String>();
      found.ifPresent(f ->
          HIDDEN.matcher(f).results().forEach(m -> fields.putIfAbsent(m.group(1), m.group(2))));
      return fields;
    }
  }

  /// The browser of one person.
  final class Browser {

    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Page get(String path) throws IOException, InterruptedException {
      return send(request(path).build());
    }

    Page post(String path, Map<String, String> fields) throws IOException, InterruptedException {
      var body =
          fields.entrySet().stream()
              .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
              .collect(Collectors.joining("&"));
      return send(
          request(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(body))
              .build());
    }

    private HttpRequest.Builder request(String path) {
      var sent = new ArrayList<String>();
      cookies.forEach((name, value) -> sent.add(name + "=" + value));
      var request =
          HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : root + path))
              .timeout(PATIENCE);
      return sent.isEmpty() ? request : request.header("Cookie", String.join("; ", sent));
    }

    private Page send(HttpRequest request) throws IOException, InterruptedException {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      for (var set : answer.headers().allValues("Set-Cookie")) {
        var pair = set.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
      }
      return new Page(
          answer.statusCode(),
          answer.body(),
          answer.headers().firstValue("Location").orElse("").replace(root, ""));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Somebody who signs in as people do.
  Browser signedIn(String email, String seed) throws Exception {
    var browser = new Browser();
    var fields = new LinkedHashMap<>(browser.get("/sign-in").form("/sign-in", "_csrf"));
    fields.put("email", email);
    fields.put("password", PASSWORD);
    fields.put("code", code(seed));
    var answer = browser.post("/sign-in", fields);
    if (!answer.location().endsWith("/desk")) {
      throw new IllegalStateException(email + " is not let in: " + answer);
    }
    return browser;
  }

  /// The one-time code of the next half minute (RFC 6238), which a node takes already.
  private static String code(String seed) throws Exception {
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(bytes(seed), "HmacSHA1"));
    long step = Instant.now().getEpochSecond() / 30 + 1;
    var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
    int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & 0x7fff_ffff;
    return "%06d".formatted(number % 1_000_000);
  }

  private static byte[] bytes(String base32) {
    var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
    int buffer = 0;
    int bits = 0;
    for (char letter : base32.toCharArray()) {
      buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (buffer >> bits));
      }
    }
    return bytes.array();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
