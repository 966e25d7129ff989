package org.bandung.collection;

import java.time.LocalDate;
import java.util.List;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// What a round asks for.
///
/// @param owner id of the body that asks
/// @param prefix what numbers of its editions begin with: the country's or grouping's code, or the
///   body's id
/// @param country alpha-3 of the country whose institutions are asked; none above countries
/// @param from first day of the period that is asked about
/// @param to last day of it
/// @param due the last day for answers
/// @param reminders days after the due day (before it: negative) at which whoever has not answered
///   is reminded, in their order
public record RoundPlan(
    String owner,
    String prefix,
    @Nullable String country,
    LocalizedText title,
    LocalDate from,
    LocalDate to,
    LocalDate due,
    List<Integer> reminders) {

  /// Two weeks and three days before, a day and ten days after.
  public static final List<Integer> USUAL = List.of(-14, -3, 1, 10);

  public RoundPlan {
    reminders = reminders.stream().distinct().sorted().toList();
  }
}
