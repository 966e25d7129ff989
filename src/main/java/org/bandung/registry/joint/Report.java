package org.bandung.registry.joint;

import java.util.List;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.jspecify.annotations.Nullable;

/// A joint report on a stretch of time.
///
/// @param milestones ids of the items of the plan that were reached
/// @param figures what was counted, in words
public record Report(
    Period period, LocalizedText text, List<String> milestones, LocalizedText figures) {

  public Report {
    milestones = List.copyOf(milestones);
  }

  /// What somebody found who looked at the whole.
  ///
  /// @param by who evaluated
  /// @param file hash of the report in the store of files
  public record Evaluation(
      @Nullable PartialDate date, String by, LocalizedText findings, @Nullable String file) {}
}
