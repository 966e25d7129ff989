package org.bandung.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.observations.Dimension.PARTNER;
import static org.bandung.observations.Dimension.PRODUCT;
import static org.bandung.observations.Dimension.REPORTER;
import static org.bandung.observations.Dimension.YEAR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.junit.jupiter.api.Test;

class SumsTest {

  private static final Sums SUMS =
      new Sums(Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad")));

  private static List<String> told(Cells cells, Dimension... by) {
    var rows = new ArrayList<String>();
    for (int row = 0; row < cells.rows(); row++) {
      var line = new StringBuilder();
      for (var dimension : by) {
        line.append(cells.code(dimension, row)).append(' ');
      }
      rows.add(line.append((int) cells.value(row)).toString());
    }
    return rows;
  }

  @Test
  void theWorldIsASumButBunkersAndUnknownCodesAreParts() {
    var cells =
        SomeCells.of(
            List.of(REPORTER, PARTNER),
            """
            AAA WLD 100
            AAA BUN 10
            AAA XX9 20
            AAA BBB 70
            WLD BBB 500
            """);

    assertThat(told(SUMS.without(cells), REPORTER, PARTNER))
        .containsExactly("AAA BUN 10", "AAA XX9 20", "AAA BBB 70");
    assertThat(SUMS.isSum("ARB")).isTrue();
    assertThat(SUMS.isSum("UNS")).isFalse();
  }

  @Test
  void amongLinesOfProductsATotalIsNoLine() {
    var lines = SomeCells.of(List.of(PRODUCT, PARTNER), "10 BBB 1\n20 BBB 2\n");
    var total = SomeCells.rows(List.of(PRODUCT, PARTNER), List.of(List.of("", "BBB")), 3);

    assertThat(SUMS.without(lines).rows()).isEqualTo(2);
    assertThat(SUMS.without(total).rows()).isZero();
  }

  @Test
  void aYearThatStatesTotalsIsNotAddedUpFromItsLinesToo() {
    // 2001 states totals (100) beside its lines (60): together 160, which is nothing.
    var stated = SomeCells.of(List.of(YEAR, REPORTER), "2001 AAA 100");
    var all = SomeCells.of(List.of(YEAR, REPORTER), "2001 AAA 160\n2002 AAA 40\n2002 BBB 5\n");

    assertThat(told(Sums.totals(stated, 2, () -> all), YEAR, REPORTER))
        .containsExactly("2001 AAA 100", "2002 AAA 40", "2002 BBB 5");
    assertThat(Sums.totals(stated, 1, () -> all)).isSameAs(stated);
    var none = SomeCells.rows(List.of(YEAR, REPORTER), List.of(), 0);
    assertThat(Sums.totals(none, 2, () -> all)).isSameAs(all);
  }
}
