import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Measures the ground floor as its users meet it: whole processes through the launcher, a real
/// browser's requests, real data. Prints; judges nothing.
public final class GroundFloor {

  private final Path project;
  private final Path work;
  private final Path corpus;
  private final Path standard;
  private final int runs;

  private GroundFloor(Path project, Path work, int runs) throws Exception {
    this.project = project;
    this.work = work;
    this.runs = runs;
    var data = Path.of(System.getenv().getOrDefault("BANDUNG_CORPUS", project.resolve("../shared").toString()), "data");
    this.standard = data.resolve("iati").toRealPath();
    this.corpus = Files.createDirectories(work.resolve("corpus"));
    Path archive;
    try (var files = Files.list(standard.resolve("corpus"))) {
      archive = files.findFirst().orElseThrow();
    }
    new ProcessBuilder("tar", "xJf", archive.toString(), "-C", corpus.toString()).inheritIO().start().waitFor();
    try (var files = Files.list(corpus)) { // one file of the corpus is JSON under an XML name
      for (var file : files.toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          if (in.read() == '{') {
            Files.delete(file);
          }
        }
      }
    }
  }

  public static void main(String[] args) throws Exception {
    var flags = List.of(args).subList(1, args.length);
    var work = Files.createTempDirectory("bandung-bench-");
    try {
      var bench = new GroundFloor(Path.of(args[0]).toRealPath(), work, flags.contains("--quick") ? 1 : 3);
      bench.machine();
      bench.corpusFigures();
      bench.growth(flags.contains("--full") ? List.of(1_000, 10_000, 100_000) : List.of(1_000, 10_000));
    } finally {
      delete(work);
    }
  }

  private void machine() throws Exception {
    var load = Files.readString(Path.of("/proc/loadavg")).strip();
    System.out.printf("%d processors, Java %s, load before %s%n%n", Runtime.getRuntime().availableProcessors(), Runtime.version(), load);
    System.out.printf("%-52s %9s %9s %9s   %s%n", "figure", "min", "median", "max", "target");
  }

  private void corpusFigures() throws Exception {
    var first = new ArrayList<Double>();
    var again = new ArrayList<Double>();
    var memory = new ArrayList<Double>();
    var home = work.resolve("home");
    for (int i = 0; i < runs; i++) {
      delete(home);
      var fresh = command(home, true, "import", "iati", corpus.toString(), "--json");
      first.add(fresh.seconds);
      memory.add(fresh.megabytes);
      again.add(command(home, true, "import", "iati", corpus.toString(), "--json").seconds);
    }
    row("corpus into an empty home, rules on, s", first, "20 at most, 8 wanted");
    row("  peak memory of the importing process, MB", memory, "heap 512 at most");
    row("unchanged corpus again, s", again, "5 at most");
    var bare = new ArrayList<Double>();
    for (int i = 0; i < runs; i++) {
      delete(work.resolve("bare"));
      bare.add(command(work.resolve("bare"), false, "import", "iati", corpus.toString(), "--json").seconds);
    }
    row("corpus into an empty home, own checks only, s", bare, "");
    row("database, bytes for each activity", List.of(size(home.resolve("postgres/data/base")) / 12_154.0), "");
    pages(home, "12,154 initiatives");
  }

  private void growth(List<Integer> sizes) throws Exception {
    for (int size : sizes) {
      var home = work.resolve("growth");
      delete(home);
      var file = generate(size);
      var run = command(home, true, "import", "iati", file.toString(), "--json");
      var label = "%,d activities: ".formatted(size);
      row(label + "import, s", List.of(run.seconds), "");
      row(label + "peak memory, MB", List.of(run.megabytes), "flat");
      row(label + "database, bytes each", List.of(size(home.resolve("postgres/data/base")) / (double) size), "flat");
      pages(home, "%,d".formatted(size));
      Files.delete(file);
    }
  }

  private void pages(Path home, String label) throws Exception {
    var starts = new ArrayList<Double>();
    for (int i = 0; i < runs; i++) {
      try (var server = new Server(home)) {
        starts.add(server.firstPageSeconds);
        if (i == runs - 1) {
          latencies(server, label);
        }
      }
    }
    row("serve on an existing home, first page, s (" + label + ")", starts, "5 at most, 2 wanted");
  }

  private static final String[] LISTS = {
    "", "?modality=north-south", "?modality=multilateral", "?country=KEN", "?country=BRA&role=recipient",
    "?sector=12220", "?sector=health", "?year=2019", "?year=2021&modality=multilateral", "?words=health",
    "?words=water+supply", "?country=IND&year=2020", "?southSouth=true", "?country=ETH&lang=ar", "?year=2018&lang=ar",
    "?country=NGA&lang=fr", "?role=recipient", "?country=AFG&modality=north-south", "?sector=110", "?partner=KEN&country=UGA",
  };

  private void latencies(Server server, String label) throws Exception {
    for (var path : List.of("/initiatives", "/api/v1/initiatives")) {
      var millis = new ArrayList<Double>();
      for (int round = 0; round < 12; round++) {
        for (var query : LISTS) {
          long before = System.nanoTime();
          int status = server.get(path + query);
          if (round >= 2 && status == 200) {
            millis.add((System.nanoTime() - before) / 1e6);
          } else if (status != 200 && round == 0) {
            System.out.println("  " + status + " for " + path + query);
          }
        }
      }
      millis.sort(Comparator.naturalOrder());
      System.out.printf(Locale.ROOT, "%-52s p50 %5.1f   p95 %5.1f   max %5.1f   p95 60 at most%n",
          path + ", ms (" + label + ")", at(millis, 0.5), at(millis, 0.95), at(millis, 1));
    }
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
  }

  private record Finished(double seconds, double megabytes) {}

  private Finished command(Path home, boolean rules, String... words) throws Exception {
    var command = new ArrayList<>(List.of(project.resolve("bandung").toString()));
    command.addAll(List.of(words));
    long before = System.nanoTime();
    var process = builder(home, rules, command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(work.resolve("err.txt").toFile()).start();
    double peak = 0;
    while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakMegabytes(process.pid()));
    }
    double seconds = (System.nanoTime() - before) / 1e9;
    if (process.exitValue() > 1) {
      System.out.println("  exit " + process.exitValue() + ": " + Files.readString(work.resolve("err.txt")).strip());
    }
    return new Finished(seconds, peak);
  }

  private ProcessBuilder builder(Path home, boolean rules, List<String> command) {
    var builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("BANDUNG_HOME", home.toString());
    environment.remove("BANDUNG_IATI_STANDARD");
    if (rules) {
      environment.put("BANDUNG_IATI_STANDARD", standard.toString());
    }
    return builder;
  }

  /// The launcher ends in exec: its process number is the program's.
  private static double peakMegabytes(long pid) {
    try {
      for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
    } catch (IOException e) {
      // it just ended
    }
    return 0;
  }

  private final class Server implements AutoCloseable {
    final Process process;
    final HttpClient client = HttpClient.newHttpClient();
    final int port = 18_200;
    final double firstPageSeconds;

    Server(Path home) throws Exception {
      long before = System.nanoTime();
      process = builder(home, true, List.of(project.resolve("bandung").toString(), "serve", "--port", "" + port))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      while (true) {
        try {
          if (get("/") == 200) {
            break;
          }
        } catch (IOException e) {
          if (!process.isAlive()) {
            throw new IllegalStateException("the server ended", e);
          }
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
      firstPageSeconds = (System.nanoTime() - before) / 1e9;
    }

    int get(String path) throws Exception {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() throws Exception {
      process.destroy();
      process.waitFor();
    }
  }

  private static final Pattern IDENTIFIER = Pattern.compile("<iati-identifier>([^<]*)</iati-identifier>");

  /// Real activities under new ids: copy n of an activity is `id-n`.
  private Path generate(int size) throws IOException {
    var file = work.resolve("growth.xml");
    try (var out = Files.newBufferedWriter(file); var files = Files.list(corpus)) {
      out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n");
      var all = files.sorted().toList();
      int written = 0;
      for (int copy = 0; written < size; copy++) {
        for (var source : all) {
          var text = Files.readString(source, StandardCharsets.UTF_8);
          for (int at = text.indexOf("<iati-activity "); at >= 0 && written < size; written++) {
            int end = text.indexOf("</iati-activity>", at) + "</iati-activity>".length();
            int number = copy;
            out.write(IDENTIFIER.matcher(text.substring(at, end)).replaceFirst(m ->
                "<iati-identifier>" + java.util.regex.Matcher.quoteReplacement(m.group(1)) + "-" + number + "</iati-identifier>"));
            out.write('\n');
            at = text.indexOf("<iati-activity ", end);
          }
        }
      }
      out.write("</iati-activities>\n");
    }
    return file;
  }

  private static void row(String name, List<Double> values, String target) {
    var sorted = values.stream().sorted().toList();
    System.out.printf(Locale.ROOT, "%-52s %9.2f %9.2f %9.2f   %s%n", name, sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast(), target);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
