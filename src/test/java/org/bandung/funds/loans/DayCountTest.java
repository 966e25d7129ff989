package org.bandung.funds.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Published examples of day counts.
class DayCountTest {

  private static final LocalDate LATER = LocalDate.parse("2040-06-15");

  private static DayCount.Fraction between(DayCount count, String from, String to) {
    return count.between(LocalDate.parse(from), LocalDate.parse(to), LATER);
  }

  /// ISDA, EMU and market conventions: recent developments (1998), the examples of Actual/Actual,
  /// column ISDA.
  @ParameterizedTest
  @CsvSource({
    "2003-11-01, 2004-05-01, 0.497724380567",
    "1999-02-01, 1999-07-01, 0.410958904110",
    "1999-07-01, 2000-07-01, 1.001377348600",
    "2002-08-15, 2003-07-15, 0.915068493151",
    "2003-07-15, 2004-01-15, 0.504004790778",
    "1999-07-30, 2000-01-30, 0.503892506924",
    "2000-01-30, 2000-06-30, 0.415300546448",
    "1999-11-30, 2000-04-30, 0.415540085336"
  })
  void actualActualIsWhatIsdaWorkedOut(String from, String to, double fraction) {
    assertThat(between(DayCount.ACT_ACT_ISDA, from, to).value()).isCloseTo(fraction, within(1e-11));
  }

  /// ISDA's table of 30/360 day counts (2006 definitions), the examples whose dates include an end
  /// of February: days by 30/360, 30E/360 and 30E/360 (ISDA).
  ///
  /// @see <a href="https://www.isda.org/2008/12/22/30-360-day-count-conventions/">ISDA</a>
  @ParameterizedTest
  @CsvSource({
    "2006-08-20, 2007-02-20, 180, 180, 180",
    "2006-02-28, 2006-08-31, 183, 182, 180",
    "2006-08-31, 2007-02-28, 178, 178, 180",
    "2007-02-28, 2007-08-31, 183, 182, 180",
    "2007-08-31, 2008-02-29, 179, 179, 180",
    "2008-02-29, 2008-08-31, 182, 181, 180",
    "2006-01-31, 2006-02-28, 28, 28, 30",
    "2006-02-28, 2006-03-05, 7, 7, 5",
    "2006-09-30, 2006-10-31, 30, 30, 30",
    "2007-10-31, 2007-11-28, 28, 28, 28"
  })
  void monthsOfThirtyDaysAreWhatIsdaTabled(
      String from, String to, long bond, long euro, long german) {
    assertThat(between(DayCount.THIRTY_360, from, to).days()).isEqualTo(bond);
    assertThat(between(DayCount.THIRTY_E_360, from, to).days()).isEqualTo(euro);
    assertThat(between(DayCount.THIRTY_E_360_ISDA, from, to).days()).isEqualTo(german);
  }

  /// Eagle, comparison of ISMA 30E/360, NASD 30/360 and actual days; ours is 30/360 as ISDA has it,
  /// which is NASD's where no February ends.
  ///
  /// @see <a href="https://eagledocs.atlassian.net/wiki/x/hIAvGg">the comparison</a>
  @ParameterizedTest
  @CsvSource({
    "2003-12-29, 2004-01-31, 31, 32, 33",
    "2003-12-30, 2004-01-31, 30, 30, 32",
    "2003-12-31, 2004-01-31, 30, 30, 31",
    "2004-01-01, 2004-01-31, 29, 30, 30",
    "2003-12-29, 2004-02-01, 32, 32, 34",
    "2003-12-30, 2004-02-01, 31, 31, 33",
    "2003-12-31, 2004-02-01, 31, 31, 32",
    "2004-01-01, 2004-02-01, 30, 30, 31"
  })
  void countsDaysAsACustodiansManualDoes(
      String from, String to, long euro, long bond, long actual) {
    assertThat(between(DayCount.THIRTY_E_360, from, to).days()).isEqualTo(euro);
    assertThat(between(DayCount.THIRTY_360, from, to).days()).isEqualTo(bond);
    assertThat(between(DayCount.ACT_360, from, to)).isEqualTo(new DayCount.Fraction(actual, 360));
    assertThat(between(DayCount.ACT_365F, from, to)).isEqualTo(new DayCount.Fraction(actual, 365));
  }

  @Test
  void theLastDayOfFebruaryIsNoThirtiethWhereItEndsTheLoan() {
    var last = LocalDate.parse("2008-02-29");
    var from = LocalDate.parse("2007-08-31");
    assertThat(DayCount.THIRTY_E_360_ISDA.between(from, last, last).days()).isEqualTo(179);
    assertThat(DayCount.THIRTY_E_360_ISDA.between(from, last, LATER).days()).isEqualTo(180);
  }

  @Test
  void daysAreCountedForwards() {
    for (var count : DayCount.values()) {
      assertThat(between(count, "2026-05-31", "2026-05-31").days()).isZero();
      assertThatThrownBy(() -> between(count, "2026-05-31", "2026-05-30"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
