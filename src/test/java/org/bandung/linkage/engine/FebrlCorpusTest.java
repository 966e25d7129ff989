package org.bandung.linkage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// FEBRL datasets 3 and 4 with the counts of the Python Record Linkage Toolkit's guide and of a run
/// of it.
@Tag("corpus")
class FebrlCorpusTest {

  private static final List<String> NAMES = List.of("given_name", "surname", "suburb", "address_1");
  private static final List<String> CODES =
      List.of("date_of_birth", "soc_sec_id", "postcode", "state", "street_number");
  private static final String[] BLOCKS = {
    "given_name", "surname", "date_of_birth", "soc_sec_id", "postcode"
  };
  private static final Shape SHAPE = new Shape(4, 4, 4, 4, 4, 4, 4, 3, 3);

  private record Pair(int left, int right) {}

  private static List<Pair> pairs(Blocking blocking, Febrl febrl, boolean acrossOnly) {
    var pairs = new ArrayList<Pair>();
    blocking.pairs((l, r) -> {
      if (!acrossOnly || febrl.original(l) != febrl.original(r)) {
        pairs.add(new Pair(l, r));
      }
    });
    return pairs;
  }

  private static int pattern(Febrl febrl, Pair pair) {
    int pattern = 0;
    for (int f = 0; f < SHAPE.fields(); f++) {
      boolean name = f < NAMES.size();
      var field = name ? NAMES.get(f) : CODES.get(f - NAMES.size());
      var a = febrl.value(pair.left(), field);
      var b = febrl.value(pair.right(), field);
      int most = SHAPE.levels(f) - 1;
      double like = name ? Strings.jaroWinkler(a, b) : Strings.levenshtein(a, b);
      boolean close = like >= (name ? 0.88 : 0.7);
      int level = a.isEmpty() || b.isEmpty() ? 0 : a.equals(b) ? most : close && most > 2 ? 2 : 1;
      pattern += SHAPE.at(f, level);
    }
    return pattern;
  }

  private record Scored(double precision, double recall, double f) {}

  private static Scored score(Febrl febrl, List<Pair> pairs, boolean oneToOne) {
    var counts = new long[SHAPE.patterns()];
    pairs.forEach(p -> counts[pattern(febrl, p)]++);
    var model =
        FellegiSunter.learn(SHAPE, counts, FellegiSunter.Start.guess(SHAPE, 0.05), 500, 1e-6);
    assertThat(model.converged()).isTrue();
    assertThat(model.turned()).isFalse();
    var likely =
        pairs.stream()
            .filter(p -> model.probability(model.weight(pattern(febrl, p))) > 0.5)
            .map(p -> edge(febrl, p, model.weight(pattern(febrl, p))))
            .toList();
    // Dataset 4 holds two lists without repeats in themselves: each person has one partner.
    var kept = oneToOne ? Assignment.oneToOne(likely) : likely;
    long found = kept.size();
    long right =
        kept.stream().filter(e -> febrl.person(e.left()).equals(febrl.person(e.right()))).count();
    double precision = (double) right / found;
    double recall = (double) right / febrl.truePairs();
    var scored = new Scored(precision, recall, 2 * precision * recall / (precision + recall));
    return scored;
  }

  private static Assignment.Edge edge(Febrl febrl, Pair pair, double weight) {
    return febrl.original(pair.left())
        ? new Assignment.Edge(pair.left(), pair.right(), weight)
        : new Assignment.Edge(pair.right(), pair.left(), weight);
  }

  @Test
  void countsThePairsOfTheGuideInDataset4() throws IOException {
    var febrl = Febrl.read("febrl_dataset4a.csv", "febrl_dataset4b.csv");
    assertThat(pairs(febrl.block("given_name"), febrl, true)).hasSize(77_249);
  }

  @Test
  void findsTheMatchesOfTheGuideByTheSumOfSixComparisons() throws IOException {
    var febrl = Febrl.read("febrl_dataset4a.csv", "febrl_dataset4b.csv");
    long matches =
        pairs(febrl.block("given_name"), febrl, true).stream()
            .filter(p -> agreeing(febrl, p) > 3)
            .count();
    assertThat(matches).isEqualTo(3_241);
  }

  private static int agreeing(Febrl febrl, Pair pair) {
    int sum = 0;
    for (var field : List.of("given_name", "date_of_birth", "suburb", "state")) {
      var a = febrl.value(pair.left(), field);
      sum += !a.isEmpty() && a.equals(febrl.value(pair.right(), field)) ? 1 : 0;
    }
    var a = febrl.value(pair.left(), "surname");
    var b = febrl.value(pair.right(), "surname");
    sum += !a.isEmpty() && !b.isEmpty() && Strings.jaroWinkler(a, b) >= 0.85 ? 1 : 0;
    a = febrl.value(pair.left(), "address_1");
    b = febrl.value(pair.right(), "address_1");
    return sum + (!a.isEmpty() && !b.isEmpty() && Strings.levenshtein(a, b) >= 0.85 ? 1 : 0);
  }

  @Test
  void linksDataset4WithoutLabels() throws IOException {
    var febrl = Febrl.read("febrl_dataset4a.csv", "febrl_dataset4b.csv");
    assertThat(febrl.truePairs()).isEqualTo(5_000);
    var pairs = pairs(febrl.block(BLOCKS), febrl, true);
    assertThat(score(febrl, pairs, true).f()).isGreaterThanOrEqualTo(0.9999);
  }

  @Test
  void linksDataset3WithoutLabels() throws IOException {
    var febrl = Febrl.read("febrl_dataset3.csv");
    assertThat(febrl.truePairs()).isEqualTo(6_538);
    assertThat(score(febrl, pairs(febrl.block(BLOCKS), febrl, false), false).f())
        .isGreaterThanOrEqualTo(0.997);
  }
}
