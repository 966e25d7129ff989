package org.bandung.statistics.counting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.bandung.statistics.facts.Fact.Flow;
import org.bandung.statistics.facts.Fact.Share;
import org.jspecify.annotations.Nullable;

/// A contribution to several countries as one to each, where its source says what falls on whom, so
/// that whatever a country is (its category, region, groupings) takes its part and not the whole.
///
/// `part(i) = round(A × S(i)) - round(A × S(i - 1))`, with `S(i)` the share of the first `i`: parts
/// sum to the whole exactly. An amount keeps at least two digits behind the point, a quantity
/// three.
final class FlowParts {

  private static final BigDecimal WHOLE = BigDecimal.valueOf(Column.WHOLE);
  private static final int MONEY = 2;
  private static final int QUANTITY = 3;

  private FlowParts() {}

  /// @param recipients how the initiative falls over countries; empty if that cannot be told
  static List<Flow> of(Flow flow, List<Share> recipients) {
    if (!flow.receiver().isEmpty() || recipients.isEmpty()) {
      return List.of(flow);
    }
    var parts = new ArrayList<Flow>();
    int before = 0;
    for (var share : recipients) {
      parts.add(part(flow, share, before));
      before = share.upTo();
    }
    return parts;
  }

  private static Flow part(Flow flow, Share share, int before) {
    return new Flow(
        flow.kind(),
        part(flow.amount(), before, share.upTo(), MONEY),
        flow.currency(),
        flow.date(),
        flow.year(),
        flow.giver(),
        share.code(),
        flow.form(),
        part(flow.quantity(), before, share.upTo(), QUANTITY),
        flow.unit(),
        flow.sectors());
  }

  private static @Nullable BigDecimal part(
      @Nullable BigDecimal whole, int before, int upTo, int digits) {
    return whole == null ? null : share(whole, upTo, digits).subtract(share(whole, before, digits));
  }

  private static BigDecimal share(BigDecimal whole, int upTo, int digits) {
    return upTo == Column.WHOLE
        ? whole
        : whole
            .multiply(BigDecimal.valueOf(upTo))
            .divide(WHOLE, Math.max(digits, whole.scale()), RoundingMode.HALF_EVEN);
  }
}
