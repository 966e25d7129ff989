package org.bandung.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {

  @ParameterizedTest
  @ValueSource(strings = {"120.000", "120,000", "1.234", "1,234", "١,٢٣٤", "1 .234"})
  void threeDigitsAfterAPointMayBeThousands(String typed) {
    assertThat(Numerals.fault(typed)).isEqualTo("number-two-ways");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.234.567", "1,234.50", "-5", "1e3", "1.", ".5", "1.1234567", "x"})
  void whatIsNoPlainNumberIsNotTaken(String typed) {
    assertThat(Numerals.fault(typed)).isEqualTo("number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120000    | 120000
          120 000   | 120000
          120000,50 | 120000.50
          1.2340    | 1.234
          1,2345    | 1.2345
          0.125     | 0.125
          1234.567  | 1234.567
          ١٫٢٣٤     | 1.234
          1.5       | 1.5
          """)
  void whatCanBeReadInOneWayIsTaken(String typed, BigDecimal meant) {
    assertThat(Numerals.fault(typed)).isNull();
    assertThat(Numerals.value(typed)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.234", "120000", "0.125", "1.5", "1234.567", "1.2345"})
  void whatAFormShowsComesBackAsItWas(BigDecimal number) {
    var shown = Numerals.again(number);

    assertThat(Numerals.fault(shown)).isNull();
    assertThat(Numerals.value(shown)).isEqualTo(number);
  }
}
