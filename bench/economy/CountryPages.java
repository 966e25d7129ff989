import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long the economy page of a country takes, each country once, so that no page is remembered;
/// then each once more. Needs a server that holds a BACI-sized year (see `BaciYears.java`) and asks
/// slowly enough for its limits; `bench/economy/pages` starts both.
///
///     java bench/economy/CountryPages.java http://localhost:8080 [--most 219] [--server PID]
///
/// With the number of the server's process on this machine its processor time is told as well.
final class CountryPages {

  private static final double TARGET_MS = 150;
  private static final Pattern COUNTRY = Pattern.compile("href=\"/countries/([A-Z]{3})\"");

  private static Optional<ProcessHandle> server = Optional.empty();

  private CountryPages() {}

  private static double spent() {
    return server.flatMap(s -> s.info().totalCpuDuration()).map(d -> d.toNanos() / 1e6).orElse(Double.NaN);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length % 2 != 1) {
      System.err.println("usage: java CountryPages.java ROOT [--most N] [--server PID]");
      System.exit(64);
    }
    var root = arguments[0];
    int most = 219;
    for (int i = 1; i < arguments.length; i += 2) {
      if (arguments[i].equals("--most")) {
        most = Integer.parseInt(arguments[i + 1]);
      } else {
        server = ProcessHandle.of(Long.parseLong(arguments[i + 1]));
      }
    }
    var client = HttpClient.newHttpClient();
    var codes = COUNTRY.matcher(get(client, root + "/countries").body()).results()
        .map(r -> r.group(1)).distinct().limit(most).toList();
    double before = spent();
    double first = time(client, root + address("DEU"));
    System.out.printf(
        "first page of this server, which makes the grids: %,.0f ms, processor %,.0f ms%n",
        first, spent() - before);
    // The program warms up on pages that are not counted: another definition of the South.
    for (var code : codes.subList(0, Math.min(40, codes.size()))) {
      time(client, root + address(code) + "?south=G77");
    }
    told("each country for the first time", client, root, codes, "");
    told("each country again, remembered", client, root, codes, "");
    told("each country under another definition", client, root, codes, "?south=G77");
  }

  private static String address(String code) {
    return "/countries/" + code + "/economy";
  }

  private static List<Double> times(HttpClient client, String root, List<String> codes, String query)
      throws IOException, InterruptedException {
    var times = new ArrayList<Double>();
    for (var code : codes) {
      times.add(time(client, root + address(code) + query));
    }
    return times.stream().sorted().toList();
  }

  private static HttpResponse<String> get(HttpClient client, String address)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static double time(HttpClient client, String address)
      throws IOException, InterruptedException {
    while (true) {
      long started = System.nanoTime();
      var answer = get(client, address);
      double took = (System.nanoTime() - started) / 1e6;
      if (answer.statusCode() == 200) {
        return took;
      }
      if (answer.statusCode() != 429) {
        throw new IOException(answer.statusCode() + " " + address);
      }
      Thread.sleep(2_000);
    }
  }

  private static void told(
      String what, HttpClient client, String root, List<String> codes, String query)
      throws IOException, InterruptedException {
    double before = spent();
    var sorted = times(client, root, codes, query);
    double p95 = sorted.get((int) Math.ceil(sorted.size() * .95) - 1);
    System.out.printf(
        "%s: %d pages, median %.0f ms, p95 %.0f ms (target %.0f), slowest %.0f ms; processor %.0f ms"
            + " a page%n",
        what, sorted.size(), sorted.get(sorted.size() / 2), p95, TARGET_MS, sorted.getLast(),
        (spent() - before) / sorted.size());
  }
}
