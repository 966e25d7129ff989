package org.bandung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UnitedNationsDayTest {

  @Test
  void theNextOneIsTodayThisYearOrNextYear() {
    var day = LocalDate.of(2026, 9, 12);

    assertThat(UnitedNationsDay.next(day)).isEqualTo(day);
    assertThat(UnitedNationsDay.next(day.minusDays(1))).isEqualTo(day);
    assertThat(UnitedNationsDay.next(day.plusDays(1))).isEqualTo(LocalDate.of(2027, 9, 12));
  }
}
