package org.bandung.finder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.bandung.kernel.CountryCode;
import org.junit.jupiter.api.Test;

/// Figures worked by hand, and a fit that finds what was put in.
class MetricsTest {

  private static final Offset<Double> NEAR = Offset.offset(1e-12);

  private static List<CountryCode> ranked(String... codes) {
    return Arrays.stream(codes).map(CountryCode::new).toList();
  }

  private static Set<CountryCode> right(String... codes) {
    return Arrays.stream(codes).map(CountryCode::new).collect(Collectors.toSet());
  }

  @Test
  void measuresARankingAsByHand() {
    var metrics = Metrics.of(ranked("QMM", "QNN", "QPP", "QQQ", "QRR", "QSS"), right("QNN", "QSS"));

    assertThat(metrics.reciprocalRank()).isCloseTo(0.5, NEAR);
    assertThat(metrics.recall5()).isCloseTo(0.5, NEAR);
    assertThat(metrics.recall10()).isCloseTo(1.0, NEAR);
    double gained = 1 / log2(3) + 1 / log2(7);
    double best = 1 / log2(2) + 1 / log2(3);
    assertThat(metrics.ndcg10()).isCloseTo(gained / best, NEAR);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  @Test
  void aRightOrderIsOneAndAWrongOneNothing() {
    assertThat(Metrics.of(ranked("QMM", "QNN"), right("QMM")).ndcg10()).isCloseTo(1, NEAR);
    assertThat(Metrics.of(ranked("QMM", "QNN"), right("QPP")).ndcg10()).isZero();
  }

  @Test
  void theIntervalHoldsTheMean() {
    var mean = Metrics.Mean.of(new double[] {0, 0, 1, 1, 1, 0.5});

    assertThat(mean.mean()).isCloseTo(3.5 / 6, NEAR);
    assertThat(mean.low()).isLessThan(mean.mean());
    assertThat(mean.high()).isGreaterThan(mean.mean());
  }

  /// Answers are always the candidates with most evidence: that term must come out on top.
  @Test
  void theFitFindsTheTermThatDecides() {
    var random = new java.util.Random(3);
    var samples = new java.util.ArrayList<Fit.Sample>();
    for (int q = 0; q < 200; q++) {
      var features = new double[20][Term.values().length];
      int best = 0;
      for (int c = 0; c < 20; c++) {
        for (int t = 0; t < features[c].length; t++) {
          features[c][t] = random.nextDouble();
        }
        if (features[c][Term.EVIDENCE.ordinal()] > features[best][Term.EVIDENCE.ordinal()]) {
          best = c;
        }
      }
      var right = new boolean[20];
      right[best] = true;
      samples.add(new Fit.Sample(features, right, 1));
    }
    var weights = new EnumMap<>(Fit.weights(samples));

    for (var term : Term.values()) {
      if (term != Term.EVIDENCE) {
        assertThat(weights.getOrDefault(Term.EVIDENCE, 0.0))
            .as(term.code())
            .isGreaterThan(5 * weights.getOrDefault(term, 0.0));
      }
    }
  }

  @Test
  void olderRecordsCountLessButNeverNothing() {
    int today = 20_000;

    assertThat(Features.ageFactor(today, today)).isCloseTo(1, NEAR);
    assertThat(Features.ageFactor(today - (int) (12 * 365.25), today))
        .isCloseTo(0.5, Offset.offset(1e-3));
    assertThat(Features.ageFactor(0, today)).isEqualTo(Features.OLDEST);
    assertThat(Features.ageFactor(Integer.MIN_VALUE, today)).isEqualTo(Features.UNDATED);
  }
}
