package org.bandung.statistics.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bandung.statistics.facts.Fact.Share;
import org.jspecify.annotations.Nullable;

/// How a whole falls over codes, from the percentages a source gave: pure functions.
final class Shares {

  /// The whole.
  static final int WHOLE = 1_000_000;

  private static final Pattern PERCENTAGE = Pattern.compile("[0-9]{1,3}([.][0-9]{1,20})?");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// Sources round: 33.3 three times is the whole.
  private static final BigDecimal TOLERANCE = BigDecimal.ONE;

  private Shares() {}

  /// A code with the percentage its source gives, or null.
  record Part(String code, @Nullable String percentage) {}

  /// The shares; empty if they cannot be told: several codes without percentages, or percentages
  /// that are no numbers from 0 to 100 or do not add up to 100, give or take one.
  static List<Share> of(List<Part> parts) {
    var codes = parts.stream().map(Part::code).distinct().toList();
    if (codes.size() == 1) {
      return List.of(new Share(codes.getFirst(), WHOLE));
    }
    var weights = new LinkedHashMap<String, BigDecimal>();
    for (var part : parts) {
      var weight = weight(part.percentage());
      if (weight == null) {
        return List.of();
      }
      weights.merge(part.code(), weight, BigDecimal::add);
    }
    return upTo(weights);
  }

  private static @Nullable BigDecimal weight(@Nullable String percentage) {
    // Anything else than a few digits is no percentage: 1E-99999999 would be summed for hours.
    if (percentage == null || !PERCENTAGE.matcher(percentage.strip()).matches()) {
      return null;
    }
    var weight = new BigDecimal(percentage.strip());
    return weight.compareTo(HUNDRED) > 0 ? null : weight;
  }

  private static List<Share> upTo(Map<String, BigDecimal> weights) {
    var sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.subtract(HUNDRED).abs().compareTo(TOLERANCE) > 0) {
      return List.of();
    }
    var shares = new ArrayList<Share>();
    var before = BigDecimal.ZERO;
    int reached = 0;
    for (var one : weights.entrySet()) {
      if (one.getValue().signum() > 0) {
        before = before.add(one.getValue());
        int upTo =
            before
                .multiply(BigDecimal.valueOf(WHOLE))
                .divide(sum, 0, RoundingMode.HALF_UP)
                .intValueExact();
        if (upTo > reached) {
          shares.add(new Share(one.getKey(), upTo));
          reached = upTo;
        }
      }
    }
    return shares;
  }
}
