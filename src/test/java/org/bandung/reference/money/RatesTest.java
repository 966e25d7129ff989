package org.bandung.reference.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.money.Deflators.Result.Constant;
import org.bandung.reference.money.RateResult.Rate;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RatesTest {

  private TestDatabase store;
  private Rates rates;

  @BeforeEach
  void open() {
    store = TestDatabase.create();
    rates = new Rates(store.database(), store.changes(), FixedRates.shipped(Optional.empty()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static RateFile file(String source, String sha256) {
    return new RateFile(false, source, "table", "rates.csv", sha256, Instant.EPOCH, 0, 0);
  }

  private Received take(String source, String sha256, String... lines) {
    return take(false, source, sha256, lines);
  }

  private Received take(boolean trial, String source, String sha256, String... lines) {
    return rates.receive(
        to -> {
          List.of(lines).forEach(l -> to.accept(ExchangeRatesTest.quote(source + " " + l)));
          return file(source, sha256);
        },
        trial);
  }

  private String value(String from, String to, String date) {
    return rates.now().rates().rate(from, to, ExchangeRatesTest.date(date), RateMethod.AVERAGE)
            instanceof Rate rate
        ? rate.value().toPlainString()
        : "none";
  }

  @Test
  void whatWasTakenInIsRead() {
    assertThat(take("own", "a", "QMD 2010-03 USD 0.5", "QND 2010-03 1USD 4"))
        .isEqualTo(new Received(2, 0, 0, false));

    assertThat(value("QMD", "USD", "2010-03")).isEqualTo("0.5");
    assertThat(value("QMD", "QND", "2010-03")).isEqualTo("2");
    assertThat(rates.now().files()).extracting(RateFile::written).containsExactly(2);
    assertThat(store.changes().after(org.bandung.store.ChangeLog.Cursor.START, 10))
        .extracting(c -> c.module() + " " + c.kind() + " " + c.id())
        .containsExactly("reference rates own");
  }

  @Test
  void theSameFileChangesNothing() {
    take("own", "a", "QMD 2010-03 USD 0.5");
    var before = rates.now();

    assertThat(take("own", "a", "QMD 2010-03 USD 0.5")).isEqualTo(new Received(0, 0, 1, true));

    assertThat(rates.now()).isSameAs(before);
  }

  @Test
  void aFileThatWasReplacedDoesNotComeBack() {
    take("own", "a", "QMD 2010-03 USD 0.5");
    take("own", "b", "QMD 2010-03 USD 0.6");

    take("own", "a", "QMD 2010-03 USD 0.5");

    assertThat(value("QMD", "USD", "2010-03")).isEqualTo("0.6");
  }

  @Test
  void aNewerFileReplacesWhatItTellsAndHistoryStays() {
    take("own", "a", "QMD 2010-03 USD 0.5", "QMD 2010-04 USD 0.7");
    var before = rates.fingerprint();

    assertThat(take("own", "b", "QMD 2010-03 USD 0.6", "QMD 2010-04 USD 0.70"))
        .isEqualTo(new Received(0, 1, 1, false));

    assertThat(value("QMD", "USD", "2010-03")).isEqualTo("0.6");
    assertThat(value("QMD", "USD", "2010-04")).isEqualTo("0.7");
    assertThat(rates.fingerprint()).isNotEqualTo(before);
    assertThat(
            store
                .database()
                .sql()
                .sql("select count(*) from reference_rate")
                .query(Integer.class)
                .single())
        .isEqualTo(3);
  }

  @Test
  void anotherProcessTakingAFileInIsNoticed() {
    assertThat(value("QMD", "USD", "2010-03")).isEqualTo("none");
    var other = new Rates(store.database(), store.changes(), FixedRates.none());

    other.receive(
        to -> {
          to.accept(ExchangeRatesTest.quote("own QMD 2010-03 USD 0.5"));
          return file("own", "a");
        },
        false);

    assertThat(value("QMD", "USD", "2010-03")).isEqualTo("0.5");
  }

  @Test
  void aTrialWritesNothing() {
    assertThat(take(true, "own", "a", "QMD 2010-03 USD 0.5"))
        .isEqualTo(new Received(1, 0, 0, false));

    assertThat(rates.now().files()).isEmpty();
    assertThat(value("QMD", "USD", "2010-03")).isEqualTo("none");
  }

  @Test
  void ofAPeriodToldTwiceTheLaterRowCounts() {
    assertThat(take("own", "a", "QMD 2010-03 USD 0.5", "QMD 2010-03 USD 0.6"))
        .isEqualTo(new Received(1, 0, 1, false));

    assertThat(value("QMD", "USD", "2010-03")).isEqualTo("0.6");
  }

  @Test
  void rowsAreNeverChanged() {
    take("own", "a", "QMD 2010-03 USD 0.5");

    assertThatThrownBy(
            () -> store.database().sql().sql("update reference_rate set value = 1").update())
        .hasMessageContaining("never changed");
  }

  @Test
  void aDeflatorIsTakenInAndCorrected() {
    var levels = new TreeMap<>(Map.of(2010, new BigDecimal("80"), 2015, new BigDecimal("96")));
    var deflator = new Deflator("gdp", "USD", "a table", levels);
    var file = new RateFile(true, "gdp", "table", "d.csv", "a", Instant.EPOCH, 0, 0);

    assertThat(rates.receive(file, deflator, false)).isEqualTo(new Received(2, 0, 0, false));
    assertThat(rates.receive(file, deflator, false)).isEqualTo(new Received(0, 0, 2, true));
    levels.put(2015, new BigDecimal("100"));
    var corrected = new Deflator("gdp", "USD", "a table", levels);
    var newer = new RateFile(true, "gdp", "table", "d.csv", "b", Instant.EPOCH, 0, 0);
    assertThat(rates.receive(newer, corrected, false)).isEqualTo(new Received(0, 1, 1, false));

    var amount = new ReportedAmount(new BigDecimal("80"), "USD");
    assertThat(rates.now().deflators().constantPrices(amount, 2010, 2015, "gdp"))
        .isEqualTo(new Constant(new BigDecimal("100.00"), "USD", 2010, 2015, "gdp", "a table"));
  }
}
