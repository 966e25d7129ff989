package org.bandung.economy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private static final int ROUNDS = 40;
  private static final double MILLION = 1e6;

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
    var cold = new ArrayList<Double>();
    var trade = new TradeYears(observations, new Sums(reference));
    var service = new Substitutions(sources, trade, souths, reference);
    cold.add(timed(i -> service.of(i, "", wish, size), importers.getFirst()));
    System.out.printf("first shortlist, grids of the year made: %.0f ms%n", cold.getFirst());
    print("shortlist of an importer", importers, i -> service.of(i, "", wish, size));
    var growing = new Shortlist.Wish(true, 500, 10);
    print("the same as a file of 500 products", importers, i -> service.of(i, "", wish, growing));
    service.openings(importers.getFirst(), "", wish, 40);
    print("openings of an exporter", importers, i -> service.openings(i, "", wish, 40));
    var product = new Shortlist.Wish(false, 1, 60);
    print("one product", importers, i -> service.of(i, "300490", wish, product));
  }

  private static double timed(Consumer<String> work, String country) {
    long begun = System.nanoTime();
    work.accept(country);
    return (System.nanoTime() - begun) / MILLION;
  }

  private static void print(String what, List<String> countries, Consumer<String> work) {
    var times = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      times[round] = timed(work, countries.get(round * 7 % countries.size()));
    }
    Arrays.sort(times);
    System.out.printf(
        "%s: median %.0f ms, p95 %.0f ms, worst %.0f ms (target %d)%n",
        what, times[ROUNDS / 2], times[ROUNDS * 95 / 100], times[ROUNDS - 1], TARGET_MILLIS);
  }
}
