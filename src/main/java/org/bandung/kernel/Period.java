package org.bandung.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A stretch of time whose ends may be unknown, or known only to the year.
///
/// @param end the last day; null when not reported
/// @param ongoing the reporter says it has no end yet ("Present"), which differs from not reported
public record Period(@Nullable PartialDate start, @Nullable PartialDate end, boolean ongoing) {

  /// A period of which nothing was reported.
  public static final Period UNKNOWN = new Period(null, null, false);

  /// Whether the day can lie in this period; an unknown end does not exclude it.
  public boolean mayContain(LocalDate day) {
    return (start == null || !start.earliest().isAfter(day))
        && (end == null || !end.latest().isBefore(day));
  }
}
