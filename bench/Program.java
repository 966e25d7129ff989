import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The program under measurement: the launcher, temporary homes, and nothing left behind, also
/// after an interruption.
final class Program implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;
  private static final int WORST_EXIT = 2;

  /// One finished import, with the peak resident memory of its process.
  record Finished(double seconds, double megabytes) {}

  private final Path project;
  private final Path standard;
  private final Path work;
  private final ConcurrentLinkedQueue<Process> started = new ConcurrentLinkedQueue<>();

  Program(Path project, Path standard) throws IOException {
    this.project = project;
    this.standard = standard;
    this.work = Files.createTempDirectory("bandung-bench-");
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  Path work() {
    return work;
  }

  Server serve(Path home) throws Exception {
    return new Server(this, home, Map.of("BANDUNG_IATI_STANDARD", standard.toString()));
  }

  /// A server of the invented world.
  Server serveInvented(Path home) throws Exception {
    var world = project.resolve("docs/examples/world").toString();
    return new Server(this, home, Map.of("BANDUNG_REFERENCE_OVERRIDES", world));
  }

  /// Fills an empty home with people of the invented world and lists them in a file.
  void crowd(Path home, Path list) throws Exception {
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("bench.classpath", ""),
            "org.bandung.InventedCrowd",
            home.toString(),
            list.toString());
    builder.directory(project.toFile());
    clean(builder.environment());
    builder.redirectOutput(work.resolve("out.txt").toFile());
    builder.redirectError(Redirect.to(work.resolve("err.txt").toFile()));
    var process = builder.start();
    started.add(process);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("no crowd: " + Files.readString(work.resolve("err.txt")));
    }
  }

  /// What the caller has set, an external database above all, is none of ours.
  private static void clean(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(k -> k.startsWith("BANDUNG_") && !k.equals("BANDUNG_POSTGRES_PROGRAMS"));
  }

  /// Imports; the time of one that did not read exactly `expected` records is no figure.
  Finished imports(Path home, boolean rules, Path input, int expected) throws Exception {
    long before = System.nanoTime();
    var process = start(home, rules, "512m", "import", "iati", input.toString(), "--json");
    double peak = 0;
    while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakMegabytes(process.pid()));
    }
    double seconds = (System.nanoTime() - before) / 1e9;
    long read = count("read");
    if (process.exitValue() > WORST_EXIT || read != expected) {
      throw new IllegalStateException(
          "exit %d, read %d of %d: %s"
              .formatted(process.exitValue(), read, expected, complaint()));
    }
    if (count("refused") > 0) {
      System.out.printf("  attention: %d records refused%n", count("refused"));
    }
    return new Finished(seconds, peak);
  }

  private long count(String key) throws IOException {
    var form = Pattern.compile("\"" + key + "\":(\\d+)");
    return form.matcher(Files.readString(work.resolve("out.txt")))
        .results()
        .mapToLong(m -> Long.parseLong(m.group(1)))
        .sum();
  }

  String complaint() throws IOException {
    var lines = Files.readAllLines(work.resolve("err.txt"));
    return lines.isEmpty() ? "" : lines.getLast();
  }

  Process start(Path home, boolean rules, String heap, String... words) throws IOException {
    var settings =
        rules
            ? Map.of("BANDUNG_IATI_STANDARD", standard.toString())
            : Map.<String, String>of();
    return start(home, settings, heap, words);
  }

  Process start(Path home, Map<String, String> settings, String heap, String... words)
      throws IOException {
    var command = new ArrayList<>(List.of(project.resolve("bandung").toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    clean(environment);
    environment.put("BANDUNG_HOME", home.toString());
    environment.put("BANDUNG_STARTER", "no");
    environment.put("BANDUNG_HEAP", heap);
    environment.putAll(settings);
    builder.redirectOutput(work.resolve("out.txt").toFile());
    builder.redirectError(Redirect.to(work.resolve("err.txt").toFile()));
    var process = builder.start();
    started.add(process);
    return process;
  }

  /// The launcher ends in exec: its process number is the program's. Nothing where there is no
  /// `/proc`.
  static double peakMegabytes(long pid) {
    try {
      for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
    } catch (IOException e) {
      // it has just ended
    }
    return 0;
  }

  /// What PostgreSQL and the tables take before the first record.
  long emptyBytes(Path home) throws Exception {
    int exit = start(home, true, "256m", "status", "--json").waitFor();
    if (exit != 0) {
      throw new IllegalStateException("status ended with " + exit + ": " + complaint());
    }
    long bytes = databaseBytes(home);
    forget(home);
    return bytes;
  }

  long databaseBytes(Path home) throws IOException {
    try (var files = Files.walk(home.resolve("postgres/data/base"))) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }

  /// Removes a home whose processes have ended; a database that outlived them is ended first.
  void forget(Path home) throws IOException {
    var pid = home.resolve("postgres/data/postmaster.pid");
    if (Files.exists(pid)) {
      ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
          .filter(p -> p.info().commandLine().orElse("").contains(home.toString()))
          .ifPresent(Program::end); // the number in a stale file may be another's by now
    }
    delete(home);
  }

  private static void end(ProcessHandle process) {
    try {
      process.destroy();
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      process.destroyForcibly();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  @Override
  public synchronized void close() {
    started.stream().map(Process::toHandle).filter(ProcessHandle::isAlive).forEach(Program::end);
    try {
      for (var home : List.of("home", "bare", "growth", "people")) {
        forget(work.resolve(home));
      }
      delete(work);
    } catch (NoSuchFileException e) {
      // gone already
    } catch (IOException e) {
      System.err.println("Could not remove " + work + ": " + e);
    }
  }
}
