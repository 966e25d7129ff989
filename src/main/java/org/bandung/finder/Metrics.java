package org.bandung.finder;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bandung.kernel.CountryCode;

/// How well a ranking answers a question; all between 0 and 1, without unit.
///
/// @param reciprocalRank 1 / place of the first right answer, 0 if there is none
/// @param recall5 share of the right answers (at most 5 count) among the first five
/// @param recall10 the same among the first ten
/// @param ndcg10 discounted gain of the right answers among the first ten, by that of the best
///   order
record Metrics(double reciprocalRank, double recall5, double recall10, double ndcg10) {

  private static final int SAMPLES = 1_000;
  private static final long SEED = 12_091_978L;

  static Metrics of(List<CountryCode> ranked, Set<CountryCode> right) {
    double reciprocal = 0;
    double gain = 0;
    int five = 0;
    int ten = 0;
    for (int i = 0; i < ranked.size(); i++) {
      if (right.contains(ranked.get(i))) {
        reciprocal = reciprocal == 0 ? 1.0 / (i + 1) : reciprocal;
        five += i < 5 ? 1 : 0;
        ten += i < 10 ? 1 : 0;
        gain += i < 10 ? discount(i) : 0;
      }
    }
    double best = 0;
    for (int i = 0; i < Math.min(10, right.size()); i++) {
      best += discount(i);
    }
    return new Metrics(
        reciprocal,
        (double) five / Math.min(5, right.size()),
        (double) ten / Math.min(10, right.size()),
        gain / best);
  }

  static Metrics mean(List<Metrics> some) {
    return new Metrics(
        some.stream().mapToDouble(Metrics::reciprocalRank).average().orElse(0),
        some.stream().mapToDouble(Metrics::recall5).average().orElse(0),
        some.stream().mapToDouble(Metrics::recall10).average().orElse(0),
        some.stream().mapToDouble(Metrics::ndcg10).average().orElse(0));
  }

  private static double discount(int place) {
    return Math.log(2) / Math.log(place + 2.0);
  }

  /// A mean with the interval in which 95 of 100 resampled means lie.
  record Mean(double mean, double low, double high) {

    static Mean of(double[] values) {
      var random = new Random(SEED);
      var means = new double[SAMPLES];
      for (int s = 0; s < SAMPLES; s++) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
          sum += values[random.nextInt(values.length)];
        }
        means[s] = values.length == 0 ? 0 : sum / values.length;
      }
      java.util.Arrays.sort(means);
      return new Mean(
          java.util.Arrays.stream(values).average().orElse(0),
          means[(int) (SAMPLES * 0.025)],
          means[(int) (SAMPLES * 0.975)]);
    }
  }
}
