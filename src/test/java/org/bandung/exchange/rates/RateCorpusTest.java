package org.bandung.exchange.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportRequest;
import org.bandung.exchange.ImportSummary;
import org.bandung.exchange.files.InputSettings;
import org.bandung.kernel.Corpus;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.ReferenceSettings;
import org.bandung.reference.money.Conversion;
import org.bandung.reference.money.ConversionResult.Converted;
import org.bandung.reference.money.Coverage;
import org.bandung.reference.money.Deflators.Result.Constant;
import org.bandung.reference.money.RateBasis;
import org.bandung.reference.money.RateMethod;
import org.bandung.reference.money.Rates;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Real files, with everything calculated a second time by other means.
@Tag("corpus")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateCorpusTest {

  private static final String MONTHLY = "data/finance/IATI.cloud_currency_monthly_average.json.gz";
  private static final String PENN = "data/finance/pwt10.01.csv.gz";
  private static final Pattern ENTRY =
      Pattern.compile(
          "\"year\": ([0-9]+), \"month\": ([0-9]+), \"currency_id\": \"(\\w+)\", \"value\": ([0-9.e-]+)");

  private TestDatabase store;
  private Rates rates;
  private ImportSummary first;
  private Map<String, Double> told;

  @BeforeAll
  void read() throws IOException {
    var file = Corpus.data(MONTHLY);
    store = TestDatabase.create();
    rates =
        new Rates(
            store.database(), store.changes(), new ReferenceSettings(Optional.empty(), "unctad"));
    first = imports(file);
    told = entries(file);
  }

  @AfterAll
  void close() {
    if (store != null) {
      store.close();
    }
  }

  private static ImportRequest request(Path file) {
    return new ImportRequest(List.of(file.toString()), false, false, Optional.empty(), "en");
  }

  private ImportSummary imports(Path file) {
    return new RateImports(rates, InputSettings.WEB_ONLY)
        .importRates(request(file), Optional.empty(), Optional.empty(), ImportProgress.SILENT);
  }

  /// Read without a parser of JSON.
  private static Map<String, Double> entries(Path file) throws IOException {
    var entries = new HashMap<String, Double>();
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      var matcher = ENTRY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (matcher.find()) {
        var month = "%s-%02d".formatted(matcher.group(1), Integer.parseInt(matcher.group(2)));
        entries.put(matcher.group(3) + " " + month, Double.valueOf(matcher.group(4)));
      }
    }
    return entries;
  }

  private double told(String currencyAndMonth) {
    return told.getOrDefault(currencyAndMonth, Double.NaN);
  }

  @Test
  void everyRateIsTakenInOnce() {
    assertThat(told).hasSize(17_519);
    assertThat(first.files().getFirst().created()).isEqualTo(17_519);
    assertThat(first.files().getFirst().refused()).isZero();
    assertThat(rates.now().rates().size()).isEqualTo(17_519);
    assertThat(rates.now().rates().coverage()).hasSize(65);

    var again = imports(Corpus.data(MONTHLY)).files().getFirst();

    assertThat(again.unchanged()).isEqualTo(17_519);
    assertThat(rates.now().files()).hasSize(1);
  }

  @Test
  void crossRatesAreTheQuotientOfWhatTheFileTells() {
    var conversion = new Conversion(rates.now().rates(), RateMethod.AVERAGE);
    var keys = told.keySet().stream().sorted().toList();
    var random = new Random(7);
    int checked = 0;
    for (int i = 0; i < 3_000; i++) {
      var from = keys.get(random.nextInt(keys.size()));
      var month = from.substring(4);
      var dollar = told.get("USD " + month);
      var date = PartialDate.parse(month + "-15").orElseThrow();
      var amount = new ReportedAmount(new BigDecimal("1000000"), from.substring(0, 3));
      if (dollar == null || from.startsWith("USD")) {
        continue;
      }
      var expected = 1_000_000 * told(from) / dollar;
      assertThat(conversion.convert(amount, date, "USD"))
          .as(from)
          .isInstanceOfSatisfying(
              Converted.class,
              c ->
                  assertThat(c.amount().doubleValue())
                      .isCloseTo(expected, within(0.0051 + expected * 1e-12)));
      checked++;
    }
    assertThat(checked).isGreaterThan(2_500);
  }

  @Test
  void ofDaysInMonthsWithoutARateTheYearIsTaken() {
    // The Colombian peso has months without a rate and no peg that could stand in for them.
    var gap =
        rates.now().rates().coverage().stream()
            .filter(c -> c.currency().equals("COP"))
            .findFirst()
            .orElseThrow();
    assertThat(gap.missing()).hasSize(24);
    var month = gap.missing().getFirst();
    var months =
        told.keySet().stream()
            .filter(k -> k.startsWith(gap.currency() + " " + month.year()))
            .toList();
    var mean = months.stream().mapToDouble(this::told).average().orElse(Double.NaN);
    var amount = new ReportedAmount(new BigDecimal("1000000"), gap.currency());

    var result =
        new Conversion(rates.now().rates(), RateMethod.AVERAGE).convert(amount, month, "XDR");

    assertThat(months).hasSizeBetween(1, 11);
    var converted = (Converted) result;
    assertThat(converted.amount().doubleValue()).isCloseTo(mean * 1_000_000, within(0.0051));
    assertThat(converted.rate().method()).isEqualTo(RateBasis.YEAR_OF_MONTHS);
    assertThat(converted.rate().via().getFirst().of()).isEqualTo(months.size());
  }

  @Test
  void theFrancOfTheUnionsFollowsTheEuro() {
    var conversion = new Conversion(rates.now().rates(), RateMethod.AVERAGE);
    var date = PartialDate.parse("2010-03-05").orElseThrow();
    var euro = told("EUR 2010-03") / told("USD 2010-03");

    var result =
        (Converted)
            conversion.convert(new ReportedAmount(new BigDecimal("655957000"), "XOF"), date, "USD");

    assertThat(result.amount())
        .isEqualByComparingTo(
            BigDecimal.valueOf(1_000_000 * euro).setScale(2, RoundingMode.HALF_EVEN));
  }

  @Test
  void everyCurrencySaysFromWhenToWhen() {
    assertThat(rates.now().rates().coverage())
        .filteredOn(c -> c.currency().equals("DEM"))
        .extracting(Coverage::first, Coverage::last, Coverage::count)
        .map(Object::toString)
        .containsExactly("(1994-01, 1998-12, 60)");
  }

  @Test
  void theDeflatorOfThePennWorldTableIsThePriceLevelOfItsColumn() throws IOException {
    var file = Corpus.data(PENN);
    new RateImports(rates, InputSettings.WEB_ONLY)
        .importDeflator(
            request(file),
            new RateImports.DeflatorWish("us-gdp", "USA", "USD", Optional.of("PWT 10.01")),
            ImportProgress.SILENT);
    new RateImports(rates, InputSettings.WEB_ONLY)
        .importDeflator(
            request(file),
            new RateImports.DeflatorWish("br-gdp", "BRA", "BRL", Optional.of("PWT 10.01")),
            ImportProgress.SILENT);
    var american = rows(file, "USA");
    var brazilian = rows(file, "BRA");

    assertThat(rates.now().deflators().all()).extracting(d -> d.index().size()).containsOnly(70);
    // 1,000,000 dollars of 1990 in prices of 2015
    assertConstant("us-gdp", "USD", level(american, 2015, false) / level(american, 1990, false));
    assertConstant("br-gdp", "BRL", level(brazilian, 2015, true) / level(brazilian, 1990, true));
  }

  private void assertConstant(String name, String currency, double ratio) {
    var amount = new ReportedAmount(new BigDecimal("1000000"), currency);
    assertThat(rates.now().deflators().constantPrices(amount, 1990, 2015, name))
        .isInstanceOfSatisfying(
            Constant.class,
            c ->
                assertThat(c.amount().doubleValue())
                    .isCloseTo(1_000_000 * ratio, within(0.0051 + ratio * 1e-3)));
  }

  private static double level(List<NamedCsvRecord> rows, int year, boolean own) {
    var row =
        rows.stream()
            .filter(r -> r.getField("year").equals(String.valueOf(year)))
            .findFirst()
            .orElseThrow();
    double level = Double.parseDouble(row.getField("pl_gdpo"));
    return own ? level * Double.parseDouble(row.getField("xr")) : level;
  }

  private static List<NamedCsvRecord> rows(Path file, String country) throws IOException {
    try (var in =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        var csv = CsvReader.builder().ofNamedCsvRecord(in)) {
      return csv.stream().filter(r -> r.getField("isocode").equals(country)).toList();
    }
  }
}
