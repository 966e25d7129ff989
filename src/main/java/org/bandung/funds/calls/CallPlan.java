package org.bandung.funds.calls;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.bandung.funds.calls.forms.FormFaults;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// What a fund calls for.
///
/// @param window of the fund; null if for all of it
/// @param currency in which budgets are stated
/// @param opening first moment for submissions, where `zone` is
/// @param deadline last minute for submissions, where `zone` is: the whole of it counts
/// @param zone such as `Africa/Nairobi`; it decides, whatever clock the applicant has
/// @param languages in which proposals are taken
/// @param rules book of rules as JSON, see [org.bandung.funds.rules.BookReader]
/// @param quorum how many members of the board, none with a conflict, decide
public record CallPlan(
    LocalizedText title,
    @Nullable String window,
    String currency,
    LocalDateTime opening,
    LocalDateTime deadline,
    String zone,
    List<String> languages,
    String rules,
    int quorum) {
  public CallPlan {
    languages = List.copyOf(languages);
  }

  FormFaults.Wanted wanted() {
    return new FormFaults.Wanted(currency, languages, window);
  }

  Instant opensAt() {
    return opening.atZone(ZoneId.of(zone)).toInstant();
  }

  /// The end of the last minute, of the later one where clocks make it two.
  static Instant endOf(LocalDateTime minute, String zone) {
    return minute
        .plusMinutes(1)
        .atZone(ZoneId.of(zone))
        .withLaterOffsetAtOverlap()
        .toInstant()
        .minusNanos(1_000);
  }
}
