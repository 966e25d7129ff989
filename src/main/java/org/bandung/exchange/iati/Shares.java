package org.bandung.exchange.iati;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Shares that make exactly one hundred.
final class Shares {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DIGITS = 2;

  /// What publishers round away: 33.3 thrice is meant to be 100.
  private static final BigDecimal TOLERANCE = new BigDecimal("0.5");

  private Shares() {}

  /// Shares in percent by the largest remainder.
  ///
  /// `share = floor(100 * weight / sum of weights, 2 digits)`; the hundredths that are missing go,
  /// one each, to those whose remainder is the largest, of equal ones to the first.
  ///
  /// @param weights at least one, none negative, their sum above zero
  /// @return percentages with two digits, in the order of the weights; their sum is exactly 100.
  ///   One weight alone has 100
  /// @see <a href="https://en.wikipedia.org/wiki/Quota_method">largest remainder (Hare)</a>
  static List<BigDecimal> of(List<BigDecimal> weights) {
    var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var shares = new ArrayList<BigDecimal>();
    var remainders = new ArrayList<BigDecimal>();
    for (var weight : weights) {
      var exact = weight.multiply(HUNDRED).divide(sum, 12, RoundingMode.DOWN);
      var share = exact.setScale(DIGITS, RoundingMode.DOWN);
      shares.add(share);
      remainders.add(exact.subtract(share));
    }
    var missing = HUNDRED.subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    int steps = missing.movePointRight(DIGITS).intValueExact();
    IntStream.range(0, weights.size())
        .boxed()
        .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
        .limit(steps)
        .forEach(i -> shares.set(i, shares.get(i).add(BigDecimal.ONE.movePointLeft(DIGITS))));
    return shares;
  }

  /// All alike.
  static List<BigDecimal> equal(int count) {
    return of(Collections.nCopies(count, BigDecimal.ONE));
  }

  /// The reported shares, brought to exactly one hundred; empty if one is missing or they are
  /// nowhere near it.
  static Optional<List<BigDecimal>> reported(List<Optional<BigDecimal>> reported) {
    if (reported.isEmpty()
        || reported.stream().anyMatch(r -> r.isEmpty() || r.get().signum() < 0)) {
      return Optional.empty();
    }
    var weights = reported.stream().map(Optional::orElseThrow).toList();
    var off = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add).subtract(HUNDRED).abs();
    return off.compareTo(TOLERANCE) > 0 ? Optional.empty() : Optional.of(of(weights));
  }

  static String text(BigDecimal share) {
    return share.stripTrailingZeros().toPlainString();
  }
}
