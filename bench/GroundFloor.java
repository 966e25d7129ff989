import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Measures the ground floor as its users meet it: whole processes through the launcher, requests
/// over HTTP, real data. Prints; judges nothing.
public final class GroundFloor {

  private static final Set<String> NAMES =
      Set.of("import", "again", "bare", "size", "start", "lists", "rate", "growth", "people");

  private static final int WANTED_RATE = 200;
  private static final int RATE_STEP = 25;

  private final Program program;
  private final Copies corpus;
  private final int runs;
  private final Set<String> wanted;

  private GroundFloor(Program program, Copies corpus, int runs, Set<String> wanted) {
    this.program = program;
    this.corpus = corpus;
    this.runs = runs;
    this.wanted = wanted;
  }

  public static void main(String[] args) throws Exception {
    var flags = new ArrayList<>(List.of(args).subList(1, args.length));
    boolean quick = flags.remove("--quick");
    boolean full = flags.remove("--full");
    var wanted = NAMES;
    if (flags.size() == 2 && flags.getFirst().equals("--only") && NAMES.contains(flags.get(1))) {
      wanted = Set.of(flags.get(1));
    } else if (!flags.isEmpty()) {
      System.err.println("usage: bench/run [--quick] [--full] [--only NAME], NAME of " + NAMES);
      System.exit(64);
    }
    var project = Path.of(args[0]).toRealPath();
    if (wanted.equals(Set.of("people"))) {
      people(project, quick ? 1 : 3);
      return;
    }
    var data = System.getenv().getOrDefault("BANDUNG_CORPUS", project + "/../shared");
    var standard = Path.of(data, "data", "iati").toRealPath();
    try (var program = new Program(project, standard)) {
      var corpus = Copies.extract(standard.resolve("corpus"), program.work());
      var bench = new GroundFloor(program, corpus, quick ? 1 : 3, wanted);
      head("%,d activities".formatted(corpus.activities()));
      bench.corpusFigures();
      bench.growth(full ? List.of(1_000, 10_000, 100_000) : List.of(1_000, 10_000));
    }
    if (wanted.contains("people")) {
      people(project, quick ? 1 : 3);
    }
  }

  /// Needs no corpus: its world is invented.
  private static void people(Path project, int runs) throws Exception {
    try (var program = new Program(project, project)) {
      head("people");
      new Crowd(program, runs).measure();
    }
  }

  private boolean wants(String... names) {
    return Set.of(names).stream().anyMatch(wanted::contains);
  }

  private static void head(String what) throws IOException {
    var load = Path.of("/proc/loadavg");
    System.out.printf(
        "%d processors, Java %s, %s, load before: %s%n%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        what,
        Files.exists(load) ? Files.readString(load).strip() : "unknown");
    System.out.printf("%-52s %9s %9s %9s   %s%n", "figure", "min", "median", "max", "target");
  }

  private void corpusFigures() throws Exception {
    var home = program.work().resolve("home");
    if (wants("import", "again", "size", "start", "lists", "rate")) {
      imports(home);
    }
    if (wants("start", "lists")) {
      pages(home, "%,d".formatted(corpus.activities()), runs);
    }
    if (wants("rate")) {
      rate(home);
    }
    if (wants("bare")) {
      bare(program.work().resolve("bare"));
    }
    program.forget(home);
  }

  private void imports(Path home) throws Exception {
    var seconds = new ArrayList<Double>();
    var again = new ArrayList<Double>();
    var memory = new ArrayList<Double>();
    var bytes = new ArrayList<Double>();
    int needed = wants("import", "again", "size") ? runs : 1;
    for (int i = 0; i < needed; i++) {
      program.forget(home);
      var first = program.imports(home, true, corpus.folder(), corpus.activities());
      seconds.add(first.seconds());
      memory.add(first.megabytes());
      bytes.add(program.databaseBytes(home) / (double) corpus.activities());
      if (wants("again")) {
        again.add(program.imports(home, true, corpus.folder(), corpus.activities()).seconds());
      }
    }
    if (wants("import")) {
      row("corpus into an empty home, rules on, s", seconds, "20 at most, 8 wanted");
      row("  peak memory of the importing process, MB", memory, "heap 512 at most");
    }
    row("unchanged corpus again, s", again, "5 at most");
    if (wants("size")) {
      row("database, bytes for each activity", bytes, "");
    }
  }

  private void bare(Path home) throws Exception {
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < runs; i++) {
      program.forget(home);
      seconds.add(program.imports(home, false, corpus.folder(), corpus.activities()).seconds());
    }
    row("corpus into an empty home, own checks only, s", seconds, "");
    program.forget(home);
  }

  private void growth(List<Integer> sizes) throws Exception {
    if (!wants("growth")) {
      return;
    }
    var home = program.work().resolve("growth");
    long empty = program.emptyBytes(home);
    row("growth, database of an empty node, MB", List.of(empty / 1e6), "");
    for (int size : sizes) {
      var file = corpus.write(size, program.work().resolve("growth.xml"));
      var run = program.imports(home, true, file, size);
      Files.delete(file);
      var label = "%,d".formatted(size);
      row("growth, import, s (" + label + ")", List.of(run.seconds()), "");
      row("growth, peak memory, MB (" + label + ")", List.of(run.megabytes()), "flat");
      var bytes = (program.databaseBytes(home) - empty) / (double) size;
      row("growth, bytes each beyond empty (" + label + ")", List.of(bytes), "flat");
      pages(home, label, 1);
      program.forget(home);
    }
  }

  private void pages(Path home, String size, int times) throws Exception {
    var first = new ArrayList<Double>();
    var ready = new ArrayList<Double>();
    var memory = new ArrayList<Double>();
    var html = new Lists("/initiatives");
    var json = new Lists("/api/v1/initiatives");
    for (int i = 0; i < times; i++) {
      try (var server = program.serve(home)) {
        first.add(server.firstPageSeconds());
        ready.add(server.readySeconds());
        if (wants("lists", "growth")) {
          html.measure(server);
          json.measure(server);
          memory.add(server.peakMegabytes());
        }
      }
    }
    row("serve to the first page, s (" + size + ")", first, "5 at most, 2 wanted");
    row("serve to ready, s (" + size + ")", ready, "");
    for (var lists : List.of(html, json)) {
      var name = lists.path() + " %s, ms (" + size + ")";
      row(name.formatted("p50"), lists.p50(), "");
      row(name.formatted("p95"), lists.p95(), "60 at most");
      row(name.formatted("max"), lists.max(), "");
    }
    row("peak memory of the server, MB (" + size + ")", memory, "heap 384 at most");
  }

  /// One run for each mix: half a minute at the rate that is wanted, then by steps as far as it goes.
  private void rate(Path home) throws Exception {
    try (var server = program.serve(home)) {
      offer(server, "pages and API", "/initiatives", "/api/v1/initiatives");
      offer(server, "API alone", "/api/v1/initiatives");
      row("peak memory of the server, MB (rate)", List.of(server.peakMegabytes()), "heap 384");
    }
  }

  private static void offer(Server server, String mix, String... doors) throws Exception {
    try (var rate = new Rate(server, doors)) {
      rate.offer(40, 20); // the second compiler comes to know the program
      rate.rest();
      var wanted = rate.offer(WANTED_RATE, 30);
      var label = mix + ", " + WANTED_RATE + "/s for 30 s: ";
      row(label + "errors", List.of((double) wanted.errors()), "0");
      row(label + "answered/s", List.of(wanted.millis().size() / wanted.seconds()), "200");
      row(label + "p50, ms", List.of(wanted.at(0.5)), "");
      row(label + "p95, ms", List.of(wanted.at(0.95)), "");
      row(label + "max, ms", List.of(wanted.at(1)), "");
      row(label + "client late p95, ms", List.of(wanted.late()), "");
      row(mix + ", most with p95 below 500 ms, /s", List.of((double) most(rate, wanted)), "200");
    }
  }

  private static int most(Rate rate, Rate.Outcome wanted) throws Exception {
    int step = wanted.holds() ? RATE_STEP : -RATE_STEP;
    int held = wanted.holds() ? WANTED_RATE : 0;
    for (int next = WANTED_RATE + step; next > 0; next += step) {
      rate.rest();
      boolean holds = rate.offer(next, 10).holds();
      held = holds ? next : held;
      if (holds != wanted.holds()) {
        break;
      }
    }
    return held;
  }

  static void row(String name, List<Double> values, String target) {
    if (values.isEmpty()) {
      return;
    }
    var sorted = values.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%-52s %9.2f %9.2f %9.2f   %s%n",
        name,
        sorted.getFirst(),
        sorted.get(sorted.size() / 2),
        sorted.getLast(),
        target);
  }
}
