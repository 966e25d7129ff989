package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.LedgerCheck;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.PostOutcome.AlreadyPosted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// A process that posts is killed at twenty moments, its database server now and then as well: no
/// half transaction is left, the chain holds, what was acknowledged is there, and a key that is
/// sent again is not posted twice.
@Tag("crash")
class LedgerCrashTest {

  private static final int KILLS = 20;
  private static final int SENT_AGAIN = 200;

  @TempDir Path folder;
  private Optional<Process> running = Optional.empty();

  @AfterEach
  void leaveNothingRunning() throws Exception {
    if (running.isPresent()) {
      running.get().destroyForcibly().waitFor();
    }
    open(folder).close(); // joins a server that lives on, and stops it
  }

  static ConfigurableApplicationContext open(Path home) {
    var settings = Settings.read(Map.of("BANDUNG_HOME", home.toString()), home);
    return Bandung.start(settings, WebApplicationType.NONE, OptionalInt.empty());
  }

  @Test
  void nothingIsHalfLostOrDoubled() throws Exception {
    var acknowledged = new TreeSet<Long>();
    var random = new Random(1955);
    for (int i = 0; i < KILLS; i++) {
      long first = acknowledged.isEmpty() ? 1 : Math.max(1, acknowledged.last() - SENT_AGAIN);
      run(first, 200 + random.nextInt(1_500), acknowledged);
      if (i % 3 == 2) {
        killServer(folder);
      }
    }
    try (var node = open(folder)) {
      var ledger = node.getBean(Ledger.class);
      var verdict = node.getBean(LedgerCheck.class).verify(Optional.empty());
      assertThat(verdict.findings()).isEmpty();
      assertThat(verdict.anchors()).isPositive();
      assertThat(acknowledged).hasSizeGreaterThan(KILLS);
      // What was under way when the process died may have been posted without being acknowledged.
      var standing =
          LongStream.rangeClosed(1, acknowledged.last() + 100)
              .filter(n -> acknowledged.contains(n) || stands(ledger, n))
              .toArray();
      assertThat(verdict.heads().getFirst().number()).isEqualTo(standing.length);
      var again = acknowledged.stream().map(LedgerPoster::posting).toList();
      assertThat(ledger.postTogether(again)).hasOnlyElementsOfType(AlreadyPosted.class);
      var expected =
          LongStream.of(standing)
              .mapToObj(LedgerPoster::amount)
              .reduce(Money.of("0", "USD"), Money::plus);
      var cash = AccountName.of(LedgerPoster.BOOK, "cash", "USD");
      assertThat(ledger.balance(cash, Ledger.Moment.NOW).orElseThrow().amount())
          .isEqualTo(expected);
      assertThat(node.getBean(LedgerCheck.class).verify(Optional.empty()).isIntact()).isTrue();
    }
  }

  private static boolean stands(Ledger ledger, long number) {
    return ledger.findByKey(LedgerPoster.BOOK, "k" + number).isPresent();
  }

  /// Lets the process post for a while after it was first told that something stands, kills it.
  private void run(long first, int millis, TreeSet<Long> acknowledged) throws Exception {
    var told = folder.resolve("told.txt");
    Files.deleteIfExists(told);
    var process = posting(first, told);
    running = Optional.of(process);
    while (Files.size(told) == 0) {
      assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
          .as(Files.readString(folder.resolve("errors.txt")))
          .isFalse();
    }
    process.waitFor(millis, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    var lines = Files.readString(told);
    // The last line may be cut off.
    lines.substring(0, lines.lastIndexOf('\n') + 1).lines().forEach(l -> take(l, acknowledged));
  }

  private static void take(String line, TreeSet<Long> acknowledged) {
    if (line.matches("(posted|again) [0-9]+")) {
      long number = Long.parseLong(line.replaceAll("\\D+", ""));
      // What was acknowledged before is never posted anew.
      assertThat(line.startsWith("posted") && acknowledged.contains(number)).as(line).isFalse();
      acknowledged.add(number);
    }
  }

  private Process posting(long first, Path told) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.bandung.LedgerPoster",
            folder.toString(),
            Long.toString(first));
    builder.environment().put("BANDUNG_STARTER", "no");
    builder.redirectOutput(told.toFile());
    builder.redirectError(folder.resolve("errors.txt").toFile());
    return builder.start();
  }

  private static void killServer(Path home) throws Exception {
    var pidFile = home.resolve("postgres/data/postmaster.pid");
    if (Files.exists(pidFile)) {
      var lines = Files.readAllLines(pidFile);
      ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
      TimeUnit.MILLISECONDS.sleep(300);
    }
  }
}
