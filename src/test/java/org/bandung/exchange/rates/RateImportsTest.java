package org.bandung.exchange.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportRequest;
import org.bandung.exchange.ImportSummary;
import org.bandung.exchange.files.InputSettings;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.ReferenceSettings;
import org.bandung.reference.money.Deflators.Result.Constant;
import org.bandung.reference.money.RateFile;
import org.bandung.reference.money.RateMethod;
import org.bandung.reference.money.RateResult.Rate;
import org.bandung.reference.money.Rates;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateImportsTest {

  @TempDir Path folder;

  private TestDatabase store;
  private Rates rates;
  private RateImports imports;

  @BeforeEach
  void open() {
    store = TestDatabase.create();
    rates =
        new Rates(
            store.database(), store.changes(), new ReferenceSettings(Optional.empty(), "unctad"));
    imports = new RateImports(rates, InputSettings.WEB_ONLY);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private ImportRequest request(Path file, boolean trial) {
    return new ImportRequest(
        List.of(file.toString()), trial, false, Optional.of(folder.resolve("report.csv")), "en");
  }

  private ImportSummary rates(Path file) {
    return imports.importRates(
        request(file, false), Optional.empty(), Optional.empty(), ImportProgress.SILENT);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void keepsTheGoodPartAndTellsOfTheOther() throws IOException {
    var file =
        write("own.csv", "currency,month,rate,to\nEUR,2024-05,1.1,USD\nEUR,2024-06,NaN,USD\n");

    var summary = rates(file);

    assertThat(summary.exitValue()).isEqualTo(1);
    assertThat(summary.files())
        .extracting(
            ImportSummary.File::read, ImportSummary.File::created, ImportSummary.File::refused)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(2, 1, 1));
    assertThat(Files.readString(folder.resolve("report.csv")))
        .contains("own.csv,3,,refused,bandung.rate-not-usable,,\"\"\"NaN\"\" for EUR, 2024-06");
    assertThat(rates.now().rates().size()).isEqualTo(1);
    assertThat(rates.now().files())
        .extracting(RateFile::name, RateFile::source, RateFile::refused)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("own.csv", "own", 1));
  }

  @Test
  void theSameFileUnderAnotherNameChangesNothing() throws IOException {
    var text = "currency,month,rate,to\nEUR,2024-05,1.1,USD\n";
    rates(write("own.csv", text));

    var again = rates(write("copy.csv", text));

    assertThat(again.files().getFirst().unchanged()).isEqualTo(1);
    assertThat(again.exitValue()).isZero();
    assertThat(Files.readString(folder.resolve("report.csv"))).contains("rates-file-known");
    assertThat(rates.now().files()).hasSize(1);
  }

  @Test
  void aFileThatIsNoneIsToldAndLeavesNothing() throws IOException {
    var summary = rates(write("other.csv", "a,b\n1,2\n"));

    assertThat(summary.exitValue()).isEqualTo(2);
    assertThat(summary.unreadable())
        .extracting(ImportSummary.Unreadable::code)
        .containsExactly("bandung.rates-unknown");
    assertThat(rates.now().files()).isEmpty();
    assertThat(rates(folder.resolve("none.csv")).unreadable())
        .extracting(ImportSummary.Unreadable::code)
        .containsExactly("bandung.no-such-file");
  }

  @Test
  void aTrialOnlySaysWhatWouldBe() throws IOException {
    var file = write("own.csv", "currency,month,rate,to\nEUR,2024-05,1.1,USD\n");

    var summary =
        imports.importRates(
            request(file, true), Optional.empty(), Optional.of("bank"), ImportProgress.SILENT);

    assertThat(summary.files().getFirst().created()).isEqualTo(1);
    assertThat(rates.now().files()).isEmpty();
  }

  @Test
  void theOperatorMayNameTheSource() throws IOException {
    var file = write("own.csv", "currency,month,rate,to\nEUR,2024-05,1.1,USD\n");

    imports.importRates(
        request(file, false), Optional.of(RateFormat.TABLE), Optional.of("bank"), s -> {});

    var rate =
        (Rate)
            rates
                .now()
                .rates()
                .rate(
                    "EUR",
                    "USD",
                    PartialDate.parse("2024-05-09").orElseThrow(),
                    RateMethod.AVERAGE);
    assertThat(rate.source()).isEqualTo("bank");
    assertThat(rate.value()).isEqualByComparingTo("1.1");
  }

  private ImportSummary deflator(Path file, String currency) {
    return imports.importDeflator(
        request(file, false),
        new RateImports.DeflatorWish("gdp", "QMA", currency, Optional.empty()),
        ImportProgress.SILENT);
  }

  private Object constant(String currency) {
    return rates
        .now()
        .deflators()
        .constantPrices(new ReportedAmount(new BigDecimal("100"), currency), 2010, 2011, "gdp");
  }

  @Test
  void readsADeflatorOfOnesOwn() throws IOException {
    var summary = deflator(write("d.csv", "year,level\n2010,80\n2011,88\n2012,x\n"), "QMD");

    assertThat(summary.files().getFirst().created()).isEqualTo(2);
    assertThat(summary.files().getFirst().refused()).isEqualTo(1);
    assertThat(constant("QMD"))
        .isEqualTo(new Constant(new BigDecimal("110.00"), "QMD", 2010, 2011, "gdp", "d.csv"));
  }

  @Test
  void readsThePennWorldTableOfOneCountry() throws IOException {
    var text =
        """
        country,isocode,year,xr,pl_gdpo
        Q,QMA,2009,2,NA
        Q,QMA,2010,2,0.5
        Q,QMA,2011,4,0.5
        R,QNA,2011,4,9
        """;

    assertThat(deflator(write("pwt.csv", text), "USD").files().getFirst().created()).isEqualTo(2);
    assertThat(constant("USD"))
        .isEqualTo(new Constant(new BigDecimal("100.00"), "USD", 2010, 2011, "gdp", "pwt.csv"));
    // In the country's own currency prices doubled, for its exchange rate did.
    deflator(write("pwt2.csv", text + "\n"), "QMD");
    assertThat(constant("QMD"))
        .isEqualTo(new Constant(new BigDecimal("200.00"), "QMD", 2010, 2011, "gdp", "pwt2.csv"));
  }

  @Test
  void aCountryThatIsNotInTheFileIsSaid() throws IOException {
    var summary = deflator(write("pwt.csv", "isocode,year,xr,pl_gdpo\nQNA,2011,4,9\n"), "USD");

    assertThat(summary.unreadable())
        .extracting(ImportSummary.Unreadable::code)
        .containsExactly("bandung.deflator-empty");
  }
}
