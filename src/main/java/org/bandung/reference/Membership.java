package org.bandung.reference;

import java.time.LocalDate;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.PartialDate;

/// A country's time in a grouping or category (`LDC`, `LLDC`, `SIDS`, `FCS`), or under a status.
///
/// @param grouping code of the grouping, category or status scheme
/// @param to the first day on which it no longer holds
/// @param status `member`, `associate`, `observer`, `partner`, `suspended`, `claimed`,
///   `participant`; for a development status `south`, `north`, `transition`
/// @param certainty `confirmed`, `scheduled` or `unsure`
public record Membership(
    String grouping,
    CountryCode country,
    Optional<PartialDate> from,
    Optional<PartialDate> to,
    String status,
    String certainty,
    String source,
    String note) {

  /// Whether the country is a full member, not an observer, an associate or one that is claimed.
  public boolean isFull() {
    return status.equals("member");
  }

  /// Whether the country itself takes part: as a member, or in a forum that has participants.
  public boolean takesPart() {
    return isFull() || status.equals("participant");
  }

  /// Whether it holds on the day; a missing end does not end it, a missing start lies in the past.
  public boolean holdsOn(LocalDate day) {
    return from.map(f -> !f.earliest().isAfter(day)).orElse(true)
        && to.map(t -> t.earliest().isAfter(day)).orElse(true);
  }
}
