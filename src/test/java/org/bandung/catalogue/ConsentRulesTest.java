package org.bandung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.bandung.catalogue.ConsentRules.Act;
import org.junit.jupiter.api.Test;

class ConsentRulesTest {

  private static final LocalDate MAY_1 = LocalDate.of(2025, 5, 1);
  private static final LocalDate MAY_9 = LocalDate.of(2025, 5, 9);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

  @Test
  void aConsentHoldsFromItsDay() {
    assertThat(ConsentRules.holds(TODAY, List.of(), TODAY)).isTrue();
    assertThat(ConsentRules.holds(TODAY.plusDays(1), List.of(), TODAY)).isFalse();
  }

  @Test
  void aWithdrawalEndsEveryConsentUpToItsDay() {
    var withdrawn = List.of(new Act(true, MAY_1), new Act(false, MAY_9));

    assertThat(ConsentRules.holds(MAY_1, withdrawn, TODAY)).isFalse();
    assertThat(ConsentRules.holds(MAY_9, withdrawn, TODAY)).isFalse();
    assertThat(ConsentRules.holds(MAY_9.plusDays(1), withdrawn, TODAY)).isTrue();
  }

  @Test
  void theLastWithdrawalCounts() {
    var twice = List.of(new Act(false, MAY_9), new Act(true, TODAY), new Act(false, MAY_1));

    assertThat(ConsentRules.lastWithdrawal(twice)).contains(MAY_9);
  }
}
