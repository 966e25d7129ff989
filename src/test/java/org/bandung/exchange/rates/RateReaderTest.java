package org.bandung.exchange.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.kernel.Note;
import org.bandung.reference.money.Quote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateReaderTest {

  private final List<Quote> quotes = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  private RateFormat read(String text) throws IOException {
    return read(text, StandardCharsets.UTF_8);
  }

  private RateFormat read(String text, Charset charset) throws IOException {
    var in = new BufferedInputStream(new ByteArrayInputStream(text.getBytes(charset)));
    return RateFileReader.read(
        in, Optional.empty(), new RateSheet("test", quotes::add, notes::add));
  }

  /// `1.25 USD = 1 EUR on 2010-03-01` becomes `USD 2010-03-01 1EUR 1.25 fixing`.
  private String told() {
    return quotes.stream()
        .map(q ->
            q.currency()
                + " "
                + q.period()
                + (q.perPivot() ? " 1" : " ")
                + q.pivot()
                + " "
                + q.value().toPlainString()
                + " "
                + q.method().code())
        .collect(Collectors.joining("; "));
  }

  private String remarks() {
    return notes.stream()
        .map(n -> n.line() + " " + n.code().replace("bandung.", "") + " " + n.arguments())
        .collect(Collectors.joining("; "));
  }

  @Test
  void readsTheCentralBanksTable() throws IOException {
    var format =
        read(
            """
            Date,USD,JPY,CYP,
            2026-11-27,1.1,170.5,N/A,
            2026-11-26,1.2,-,0,
            """);

    assertThat(format).isEqualTo(RateFormat.ECB_CSV);
    assertThat(told())
        .isEqualTo(
            "USD 2026-11-27 1EUR 1.1 fixing; JPY 2026-11-27 1EUR 170.5 fixing;"
                + " USD 2026-11-26 1EUR 1.2 fixing");
    assertThat(remarks())
        .isEqualTo(
            "3 rate-not-usable [-, JPY, 2026-11-26]; 3 rate-not-usable [0, CYP, 2026-11-26]");
  }

  @Test
  void readsTheCentralBanksTableOfOneDay() throws IOException {
    read("Date, USD, JPY, \n27 November 2026, 1.1, 170.5, \n");

    assertThat(told())
        .isEqualTo("USD 2026-11-27 1EUR 1.1 fixing; JPY 2026-11-27 1EUR 170.5 fixing");
  }

  @Test
  void readsTheCentralBanksXml() throws IOException {
    var format =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="urn:a" xmlns="urn:b"><gesmes:subject>x</gesmes:subject>
            <Cube><Cube time="2026-11-27"><Cube currency="USD" rate="1.1"/>
            <Cube currency="JPY" rate="NaN"/></Cube>
            <Cube time="2026-11-26"><Cube currency="USD" rate="1.2"/></Cube></Cube>
            </gesmes:Envelope>
            """);

    assertThat(format).isEqualTo(RateFormat.ECB_XML);
    assertThat(told()).isEqualTo("USD 2026-11-27 1EUR 1.1 fixing; USD 2026-11-26 1EUR 1.2 fixing");
    assertThat(remarks()).isEqualTo("4 rate-not-usable [NaN, JPY, 2026-11-27]");
  }

  @Test
  void readsSdmxOfBothKinds() throws IOException {
    read(
        """
        <CompactData xmlns="urn:a"><DataSet>
        <Series FREQ="M" CURRENCY="USD" CURRENCY_DENOM="EUR" EXR_TYPE="SP00" EXR_SUFFIX="A">
        <Obs TIME_PERIOD="2026-10" OBS_VALUE="1.25"/></Series>
        <Series FREQ="M" CURRENCY="USD" CURRENCY_DENOM="EUR" EXR_TYPE="SP00" EXR_SUFFIX="E">
        <Obs TIME_PERIOD="2026-10" OBS_VALUE="1.5"/></Series>
        <Series FREQ="M" CURRENCY="E5" CURRENCY_DENOM="EUR" EXR_TYPE="EN00" EXR_SUFFIX="A">
        <Obs TIME_PERIOD="2026-10" OBS_VALUE="99"/></Series>
        </DataSet></CompactData>
        """);
    read(
        """
        <m:GenericData xmlns:m="urn:a" xmlns:g="urn:b"><m:DataSet><g:Series><g:SeriesKey>
        <g:Value id="FREQ" value="A"/><g:Value id="CURRENCY" value="JPY"/>
        <g:Value id="CURRENCY_DENOM" value="EUR"/><g:Value id="EXR_TYPE" value="SP00"/>
        </g:SeriesKey><g:Attributes><g:Value id="CURRENCY" value="XXX"/></g:Attributes>
        <g:Obs><g:ObsDimension value="2025"/><g:ObsValue value="160"/></g:Obs></g:Series>
        </m:DataSet></m:GenericData>
        """);

    assertThat(told())
        .isEqualTo(
            "USD 2026-10 1EUR 1.25 average; USD 2026-10 1EUR 1.5 end-of-period;"
                + " JPY 2025 1EUR 160 average");
  }

  @Test
  void neverProcessesADocumentType() {
    for (var text :
        List.of(
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "<!DOCTYPE a SYSTEM \"http://localhost:1/a.dtd\"><a/>",
            "<a>&unknown;</a>")) {
      assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(UnreadableInput.class);
    }
    assertThat(quotes).isEmpty();
  }

  @Test
  void whatStandsBeforeTheBreakIsKept() {
    var text = "<Cube><Cube time=\"2026-11-27\"><Cube currency=\"USD\" rate=\"1.1\"/>";

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnreadableInput.class)
        .hasMessageContaining("bandung.rates-xml-broken");
    assertThat(told()).isEqualTo("USD 2026-11-27 1EUR 1.1 fixing");
  }

  @Test
  void readsTheFundsTextAndOfTwoWaysTheFirst() throws IOException {
    var format =
        read(
            """
            SDRs per Currency unit and Currency units per SDR (1)
            last five days
            SDRs per Currency unit (2)

            Currency\tAugust 28, 2024\tAugust 27, 2024
            Chinese yuan\t0.1040520000\tNA
            Euro\t\t0.8
            Shell money\t1\t2

            Currency units per SDR(3)

            Currency\tAugust 28, 2024\tAugust 27, 2024
            Chinese yuan\t9.61\t9.62
            """);

    assertThat(format).isEqualTo(RateFormat.IMF_TEXT);
    assertThat(told())
        .isEqualTo("CNY 2024-08-28 XDR 0.1040520000 fixing; EUR 2024-08-27 XDR 0.8 fixing");
    assertThat(remarks())
        .isEqualTo("8 rate-no-currency [Shell money]; 8 rate-no-currency [Shell money]");
  }

  @Test
  void readsTheFundsRatesPerDollarWithTheirExceptions() throws IOException {
    read(
        """
        Representative Exchange Rates for Selected Currencies for March 2024

        Currency\tMarch 01, 2024
        Euro (1)\t1.0813
        Indonesian rupiah\t15,655.00
        U.S. dollar\t1
        """);

    assertThat(told())
        .isEqualTo("EUR 2024-03-01 USD 1.0813 fixing; IDR 2024-03-01 1USD 15655.00 fixing");
  }

  @Test
  void readsTheFundsSeriesARowAnObservation() throws IOException {
    var format =
        read(
            """
            COUNTRY,INDICATOR,TYPE_OF_TRANSFORMATION,FREQUENCY,TIME_PERIOD,OBS_VALUE
            NPL,XDC_USD,PA_RT,M,2024-M01,133
            NPL,USD_XDC,EOP_RT,A,2024,0.0075
            NPL,SOMETHING,PA_RT,M,2024-M01,7
            FRA,XDC_USD,PA_RT,M,1998-M01,6
            U2,XDC_USD,PA_RT,M,1999-M01,0.86
            ZZZ,XDC_USD,PA_RT,M,1999-M01,0.86
            """);

    assertThat(format).isEqualTo(RateFormat.IMF_SERIES);
    assertThat(told())
        .isEqualTo(
            "NPR 2024-01 1USD 133 average; NPR 2024 USD 0.0075 end-of-period;"
                + " EUR 1999-01 1USD 0.86 average");
    assertThat(remarks()).isEqualTo("7 rate-no-currency [ZZZ]");
  }

  @Test
  void readsTheFundsSeriesARowASeries() throws IOException {
    read(
        """
        Country Name,Country Code,Indicator Code,2023,2023M12,2024M1
        Nepal,NP,ENDA_XDC_USD_RATE,131,132.5,
        """);
    read("SERIES_CODE,2024-M01\nNPL.XDC_USD.EOP_RT.M,134\n");

    assertThat(told())
        .isEqualTo(
            "NPR 2023 1USD 131 average; NPR 2023-12 1USD 132.5 average;"
                + " NPR 2024-01 1USD 134 end-of-period");
  }

  @Test
  void readsMonthlyAveragesOfIatiCloud() throws IOException {
    var format =
        read(
            """
            [{"year": 1994, "month": 1, "currency_id": "ATS", "value": 0.059409175},
             {"year": 1994, "month": 13, "currency_id": "BHD", "value": 1.9},
             {"year": 1994, "month": 12, "currency_id": "BHD", "value": 7.9e-4},
             {"year": 1994, "month": 12, "currency_id": "BHD", "value": null}]
            """);

    assertThat(format).isEqualTo(RateFormat.IATI_CLOUD);
    assertThat(told())
        .isEqualTo("ATS 1994-01 XDR 0.059409175 average; BHD 1994-12 XDR 0.00079 average");
    assertThat(remarks()).isEqualTo("2 rate-no-period [BHD]");
  }

  @Test
  void readsATableOfOnesOwnInWhateverEncoding() throws IOException {
    var text =
        """
        currency;date;month;year;rate;to;method
        qmd;2024-05-03;;;0.5;usd;
        QMD;;2024-05;;0.6;USD;end-of-period
        QMD;;;2024;0.7;USD;average
        QMD;2024-05-03;;;0.8;USD;average
        QMD;;2024-05;;0,75;USD;
        QMD;;2024-05;;1;QMD;
        QMD;;2024-05;;1;dollars;
        QMD;;2024-05;;1;USD;sometimes
        QMD;soon;;;1;USD;
        """;

    for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
      quotes.clear();
      notes.clear();
      assertThat(read(text, charset)).isEqualTo(RateFormat.TABLE);
      assertThat(told())
          .isEqualTo(
              "QMD 2024-05-03 USD 0.5 fixing; QMD 2024-05 USD 0.6 end-of-period;"
                  + " QMD 2024 USD 0.7 average");
      assertThat(remarks())
          .isEqualTo(
              "2 rate-currency-unknown [QMD]; 5 rate-method [average, QMD, 2024-05-03];"
                  + " 6 rate-not-usable [0,75, QMD, 2024-05]; 7 rate-to-itself [QMD];"
                  + " 8 rate-no-currency [dollars]; 9 rate-method [sometimes, QMD, 2024-05];"
                  + " 10 rate-no-period [QMD]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "-1",
        "0",
        "0.000",
        "1e99",
        "1e-99",
        "1.2.3",
        "0x10",
        "١٢",
        "1 000",
        "=1+1",
        "99999999999999999999999999999999999"
      })
  void whatIsNoRateIsRefused(String value) throws IOException {
    read("currency,month,rate,to\nEUR,2024-05,\"" + value + "\",USD\n");

    assertThat(quotes).isEmpty();
    assertThat(remarks()).startsWith("2 rate-not-usable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,2\n",
        "[{\"a\":1}]",
        "<html><body>Sorry</body></html>",
        "%PDF-1.7",
        " ",
        "Date\n1\n"
      })
  void whatIsNoFileOfRatesIsRefusedAsAWhole(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableInput.class);
  }
}
