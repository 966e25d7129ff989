package org.bandung.web.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bandung.economy.Debts.Debt;
import org.bandung.economy.Debts.Relief;
import org.bandung.economy.Owed;
import org.bandung.reference.InventedWorld;
import org.bandung.web.frame.SpokenWords;
import org.junit.jupiter.api.Test;

class DebtViewTest {

  private final DebtView view = new DebtView(SpokenWords.in("en", InventedWorld.reference()));

  @Test
  void anEventWithoutAYearIsNotOfTheYearNought() {
    var relief =
        new Relief("made", "amount-cancelled", "USD", 0, "C.1", "QMM", OptionalDouble.of(3), "");

    assertThat(view.events(List.of(relief)))
        .singleElement()
        .extracting(DebtView.Event::year)
        .isEqualTo("year not known");
    assertThat(view.year(2001)).isEqualTo("2001");
  }

  @Test
  void sharesOfNothingOwedAreNotInTheData() {
    var nothing = new Owed(2018, List.of(), OptionalDouble.empty());
    var debt =
        new Debt(
            "QNN",
            List.of(),
            List.of(nothing),
            Optional.of(nothing),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of());

    assertThat(view.measures(debt, "one", "other"))
        .isNotEmpty()
        .allSatisfy(m -> assertThat(m.value()).isEqualTo("not in the data"));
    assertThat(view.years(List.of(nothing)).getFirst().cells())
        .allSatisfy(c -> assertThat(c).isEqualTo("not in the data"));
  }
}
