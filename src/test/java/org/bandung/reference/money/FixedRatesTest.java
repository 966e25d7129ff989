package org.bandung.reference.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bandung.reference.BadDataException;
import org.bandung.reference.money.RateResult.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedRatesTest {

  private static final String HEADER = "currency,units,one,from,to,kind,source\n";

  @TempDir Path home;

  private FixedRates own(String rows) throws IOException {
    var file = home.resolve("money/fixed-rates.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(file, HEADER + rows);
    return FixedRates.shipped(Optional.of(home));
  }

  private static String value(FixedRates fixed, String from, String to, String date) {
    var none = ExchangeRates.none(fixed);
    return none.rate(from, to, ExchangeRatesTest.date(date), RateMethod.AVERAGE)
            instanceof Rate rate
        ? rate.value().toPlainString()
        : "none";
  }

  @ParameterizedTest
  @CsvSource({
    "EUR,DEM,1999-01-01,1.95583",
    "EUR,DEM,1998-12-31,none",
    "EUR,GRD,2000-12-31,none",
    "EUR,GRD,2001-01-01,340.75",
    "EUR,HRK,2023-01-01,7.5345",
    "EUR,BGN,2025-06-01,1.95583",
    "EUR,BGN,2026-01-01,1.95583",
    "EUR,XAF,2024,655.957",
    "EUR,KMF,2024,491.96775",
    "FRF,XOF,1994-01-11,50",
    "FRF,XOF,1994-01-12,100",
    "FRF,XOF,1994-01,none",
    "EUR,GWP,2000,42637.205",
    "USD,SVC,2001,8.75",
    "VES,VEB,2000,100000000",
    "ZMW,ZMK,2005,1000",
    "ZAR,NAD,2020,1",
    "LSL,SZL,2020,1",
    "INR,NPR,2020,1.6"
  })
  void whatLawFixesIsKnownWithoutAnyTable(String from, String to, String date, String value) {
    assertThat(value(FixedRates.shipped(Optional.empty()), from, to, date)).isEqualTo(value);
  }

  @Test
  void aNodeAddsAndReplacesCurrencies() throws IOException {
    var fixed = own("QMD,4,USD,2000-01-01,,peg,a law\nXOF,700,EUR,1999-01-01,,parity,a law\n");

    assertThat(value(fixed, "USD", "QMD", "2010")).isEqualTo("4");
    assertThat(value(fixed, "EUR", "XOF", "2010")).isEqualTo("700");
    assertThat(value(fixed, "FRF", "XOF", "1990")).isEqualTo("none");
    assertThat(fixed.fingerprint())
        .isNotEqualTo(FixedRates.shipped(Optional.empty()).fingerprint());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QMD,0,USD,,,peg,a law|above zero",
        "QMD,-1,USD,,,peg,a law|above zero",
        "QMD,1e9,USD,,,peg,a law|above zero",
        "QMD,1,USD,,,guess,a law|none of",
        "QMD,1,USD,soon,,peg,a law|not a date",
        "QMD,1,USD,2001,2000,peg,a law|before it begins",
        "QMD,1,USD,,,peg,|missing source"
      })
  void aFaultIsToldWithItsLine(String row, String reason) {
    assertThatThrownBy(() -> own(row + "\n"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("fixed-rates.csv:2")
        .hasMessageContaining(reason);
  }

  @Test
  void aCircleOfParitiesEnds() throws IOException {
    var fixed = own("QMD,2,QND,,,parity,a law\nQND,2,QMD,,,parity,a law\n");

    assertThat(value(fixed, "QMD", "USD", "2010")).isEqualTo("none");
  }
}
