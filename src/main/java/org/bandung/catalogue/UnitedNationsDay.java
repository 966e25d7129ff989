package org.bandung.catalogue;

import java.time.LocalDate;
import java.time.MonthDay;

/// The United Nations Day for South-South Cooperation: 12 September, the day on which the Buenos
/// Aires Plan of Action was adopted in 1978 (General Assembly decision 66/550, from 2012 on; before
/// it 19 December, resolution 58/220).
public final class UnitedNationsDay {

  private static final MonthDay DAY = MonthDay.of(9, 12);

  private UnitedNationsDay() {}

  /// The next one, today included.
  public static LocalDate next(LocalDate today) {
    var thisYear = DAY.atYear(today.getYear());
    return thisYear.isBefore(today) ? DAY.atYear(today.getYear() + 1) : thisYear;
  }
}
