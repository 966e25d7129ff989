package org.bandung.statistics.indicators;

import java.math.BigDecimal;
import java.util.Map;
import org.bandung.kernel.LocalizedText;

/// A figure that somebody published, to be set beside what the data here give. It stays the claim
/// of whoever made it.
///
/// @param words what is claimed, in words of ours
/// @param coverage why the figure here covers something else
/// @param value the figure that is claimed, in the unit of the indicator
/// @param indicator code of the indicator that it is about
/// @param question parameters that ask for the same here
public record Claim(
    String code,
    Source source,
    LocalizedText words,
    LocalizedText coverage,
    BigDecimal value,
    String indicator,
    Map<String, String> question) {

  public Claim {
    question = Map.copyOf(question);
  }

  /// Who claims it, where and when.
  ///
  /// @param date a day, month or year, as ISO 8601 writes it
  public record Source(String claimant, String address, String date) {}
}
