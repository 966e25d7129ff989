package org.bandung.registry.joint;

import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.jspecify.annotations.Nullable;

/// How much: money, a quantity, or both. Not reported is never zero.
public record Figure(@Nullable ReportedAmount amount, @Nullable Quantity quantity) {

  /// Nobody said how much.
  public static final Figure NOT_REPORTED = new Figure(null, null);

  public boolean isReported() {
    return amount != null || quantity != null;
  }

  /// Whether two say the same, however many zeros each wrote behind the point.
  public boolean same(Figure other) {
    return same(amount, other.amount) && same(quantity, other.quantity);
  }

  private static boolean same(@Nullable ReportedAmount a, @Nullable ReportedAmount b) {
    return a == null || b == null
        ? a == b
        : a.value().compareTo(b.value()) == 0
            && java.util.Objects.equals(a.currency(), b.currency());
  }

  private static boolean same(@Nullable Quantity a, @Nullable Quantity b) {
    return a == null || b == null
        ? a == b
        : a.number().compareTo(b.number()) == 0 && a.unit().equals(b.unit());
  }
}
