package org.bandung.statistics.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.money.Splits;
import org.bandung.statistics.facts.Fact.Share;
import org.jspecify.annotations.Nullable;

/// How a whole falls over codes, from the percentages a source gave: a million is split as every
/// amount is, and whatever falls on a code is its share in millionths.
final class Shares {

  private static final Pattern PERCENTAGE = Pattern.compile("[0-9]{1,3}([.][0-9]{1,20})?");

  private Shares() {}

  /// A code with the percentage its source gives, or null.
  record Part(String code, @Nullable String percentage) {}

  /// The shares in the order of the codes; empty if they cannot be told, see [Splits]. One code is
  /// the whole, whatever its percentage.
  static List<Share> of(List<Part> parts) {
    var codes = parts.stream().map(Part::code).distinct().toList();
    if (codes.size() == 1) {
      return List.of(new Share(codes.getFirst(), Share.WHOLE));
    }
    var percentages =
        parts.stream().map(p -> new Splits.Share("", p.code(), number(p.percentage()))).toList();
    return Splits.split(new ReportedAmount(BigDecimal.valueOf(Share.WHOLE), null), percentages)
            instanceof Splits.Result.Split split
        ? upTo(split.parts())
        : List.of();
  }

  /// Anything else than a few digits is no percentage: 1E-99999999 would be summed for hours.
  private static @Nullable BigDecimal number(@Nullable String percentage) {
    return percentage != null && PERCENTAGE.matcher(percentage.strip()).matches()
        ? new BigDecimal(percentage.strip())
        : null;
  }

  private static List<Share> upTo(Map<String, BigDecimal> millionths) {
    var shares = new ArrayList<Share>();
    int reached = 0;
    for (var one : millionths.entrySet()) {
      int part = one.getValue().intValueExact();
      if (part > 0) {
        reached += part;
        shares.add(new Share(one.getKey(), reached));
      }
    }
    return shares;
  }
}
