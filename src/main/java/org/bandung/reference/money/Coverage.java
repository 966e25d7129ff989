package org.bandung.reference.money;

import java.util.List;
import org.bandung.kernel.PartialDate;

/// What one source tells of one currency, from when to when, and what is missing in between.
///
/// @param count periods that have a rate
/// @param missing periods between the first and the last without one; of days none are listed, for
///   nobody sets rates on holidays
public record Coverage(
    String currency,
    String pivot,
    String source,
    RateMethod method,
    Unit unit,
    PartialDate first,
    PartialDate last,
    int count,
    List<PartialDate> missing) {

  public Coverage {
    missing = List.copyOf(missing);
  }

  /// How long a period is.
  public enum Unit {
    DAY,
    MONTH,
    YEAR;

    /// The word for it in addresses, files and bundles.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
