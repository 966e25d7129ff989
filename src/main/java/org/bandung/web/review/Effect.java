package org.bandung.web.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bandung.registry.counted.Countable;
import org.bandung.statistics.counting.Measure;

/// What telling initiatives as one would change in totals.
///
/// @param apart what was put in by currency, as it counts now
/// @param asOne the same, if they were one
public record Effect(Map<String, BigDecimal> apart, Map<String, BigDecimal> asOne) {

  private static final Set<String> KINDS = Set.copyOf(Measure.GIVEN.kinds());

  static Effect of(List<Countable> apart, Countable asOne) {
    return new Effect(sums(apart), sums(List.of(asOne)));
  }

  /// Amounts put in, by currency; those without one are left out.
  private static Map<String, BigDecimal> sums(List<Countable> some) {
    var sums = new TreeMap<String, BigDecimal>();
    for (var countable : some) {
      for (var given : countable.given()) {
        var amount = given.what().amount();
        if (amount != null && amount.currency() != null && KINDS.contains(given.what().kind())) {
          sums.merge(amount.currency(), amount.value(), BigDecimal::add);
        }
      }
    }
    return sums;
  }
}
