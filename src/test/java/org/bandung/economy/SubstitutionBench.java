package org.bandung.economy;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.bandung.exchange.observations.ObservationsUnderTest;
import org.bandung.observations.Dimension;
import org.bandung.observations.Observations;
import org.bandung.observations.Selection;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;

/// Times the shortlist of suppliers and its mirror on files of BACI's form and size:
/// `SubstitutionBench FILES`; see `bench/economy`. Prints what each took beside its target.
public final class SubstitutionBench {

  private static final int TARGET_MILLIS = 250;
  private static final int ROUNDS = 60;
  // Large and small countries in turn.
  private static final int STEP = 7;
  private static final double MILLION = 1e6;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private SubstitutionBench() {}

  public static void main(String[] arguments) throws IOException {
    var files = Arrays.stream(arguments).map(Path::of).toArray(Path[]::new);
    var reference = Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad"));
    try (var node = new ObservationsUnderTest(Files.createTempDirectory("bench-economy"))) {
      long begun = System.nanoTime();
      node.run("baci", files);
      var observations = node.observations();
      var held = observations.find("baci").orElseThrow();
      System.out.printf(
          "%,d observations of %d to %d taken in, %.1f s%n",
          held.rows(), held.firstYear(), held.lastYear(), (System.nanoTime() - begun) / 1e9);
      run(observations, reference, held.lastYear());
    }
  }

  private static void run(Observations observations, Reference reference, int year) {
    var sources = new EconomySources(observations);
    var souths = new Souths(reference);
    var importers =
        observations
            .cells(Selection.of("baci", "exports", year, year, Dimension.PARTNER))
            .codes(Dimension.PARTNER);
    var wish = new Wish("baci", OptionalInt.of(year), "");
    var size = new Shortlist.Wish(false, 20, 3);
    System.out.printf(
        "load %.1f; by the clock, and processor time of the whole process%n",
        SYSTEM.getSystemLoadAverage());
    print(
        "first shortlist of this process, nothing kept, compiler cold",
        importers.subList(0, 1),
        i -> service(observations, reference, sources, souths).of(i, "", wish, size));
    var service = service(observations, reference, sources, souths);
    print("shortlist, each importer first", importers, i -> service.of(i, "", wish, size));
    print(
        "first shortlist after another import, nothing kept",
        importers.subList(0, 5),
        i -> service(observations, reference, sources, souths).of(i, "", wish, size));
    var next = service(observations, reference, sources, souths);
    next.of(importers.getLast(), "", wish, size);
    print("shortlist, each importer first, warm", importers, i -> next.of(i, "", wish, size));
    print("the same again", importers, i -> next.of(i, "", wish, size));
    var growing = new Shortlist.Wish(true, 500, 10);
    print("the same as a file of 500 products", importers, i -> next.of(i, "", wish, growing));
    var product = new Shortlist.Wish(false, 1, 60);
    print("one product", importers, i -> next.of(i, "300490", wish, product));
    print("first openings of a year", importers.subList(0, 1), i -> next.openings(i, "", wish, 40));
    print("openings of an exporter", importers, i -> next.openings(i, "", wish, 40));
  }

  /// With nothing kept.
  private static Substitutions service(
      Observations observations, Reference reference, EconomySources sources, Souths souths) {
    return new Substitutions(
        sources, new TradeYears(observations, new Sums(reference)), souths, reference);
  }

  private static void print(String what, List<String> countries, Consumer<String> work) {
    int rounds = Math.min(ROUNDS, countries.size());
    var times = new double[rounds];
    var processor = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long begun = System.nanoTime();
      long spent = SYSTEM.getProcessCpuTime();
      work.accept(countries.get(round * STEP % countries.size()));
      times[round] = (System.nanoTime() - begun) / MILLION;
      processor[round] = (SYSTEM.getProcessCpuTime() - spent) / MILLION;
    }
    Arrays.sort(times);
    Arrays.sort(processor);
    System.out.printf(
        "%-60s median %5.0f, p95 %5.0f, worst %5.0f ms (target %d); processor %4.0f, p95 %4.0f ms%n",
        what,
        times[rounds / 2],
        times[rounds * 95 / 100],
        times[rounds - 1],
        TARGET_MILLIS,
        processor[rounds / 2],
        processor[rounds * 95 / 100]);
  }
}
