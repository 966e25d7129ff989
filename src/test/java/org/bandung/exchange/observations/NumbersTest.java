package org.bandung.exchange.observations;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  private static final Numbers POINT = new Numbers('.', '\0');
  private static final Numbers COMMA = new Numbers(',', '.');

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7500, 7500",
    "-3.25, -3.25",
    "+4, 4",
    "1e+05, 100000",
    "2.32e-5, 2.32e-5",
    ".5, 0.5",
    "5., 5",
    "0.1, 0.1",
    "123456789012345678901, 1.2345678901234568E20",
    "0.000000000000000000000001, 1e-24"
  })
  void isTheNumberThatIsWritten(String text, double value) {
    assertThat(POINT.parse(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e",
        "e5",
        "1e5e5",
        "0x10",
        "1d",
        "1f",
        "1,5",
        "1 000",
        "--1",
        "1-2",
        "1e999",
        "١٢",
        "NULL",
        "=1+1",
        "99999999999999999999999999999999999999999"
      })
  void whatIsNoneIsNone(String text) {
    assertThat(POINT.parse(text)).isNaN();
  }

  @Test
  void knowsOtherSigns() {
    assertThat(COMMA.parse("1.234.567,5")).isEqualTo(1_234_567.5);
    assertThat(COMMA.parse("1234567890123456.789,25")).isEqualTo(1234567890123456789.25);
    assertThat(COMMA.parse(",5.5")).isNaN();
  }

  @Property
  void agreesWithJavaOnWhatJavaWrites(@ForAll double value) {
    var text = Double.toString(value);

    if (Double.isFinite(value)) {
      assertThat(POINT.parse(text)).isEqualTo(value);
    } else {
      assertThat(POINT.parse(text)).isNaN();
    }
  }
}
