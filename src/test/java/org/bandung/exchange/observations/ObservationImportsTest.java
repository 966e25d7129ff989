package org.bandung.exchange.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;
import org.bandung.observations.Selection;
import org.bandung.reference.InventedWorld;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of an invented world come in through mappings.
class ObservationImportsTest {

  private static final String MAPPING =
      """
      dataset = world
      name = Trade of the world
      unit = USD
      year = @year
      series = exports
      reporter = @from
      partner = @to
      product = @what
      product.digits = 6
      value = @value
      marks = *
      """;

  @TempDir Path folder;

  private static TestDatabase store;
  private ObservationsUnderTest node;

  @BeforeAll
  static void create() {
    store = TestDatabase.create();
  }

  @AfterAll
  static void drop() {
    store.close();
  }

  @BeforeEach
  void open() throws IOException {
    node = new ObservationsUnderTest(store, folder.resolve("o"), InventedWorld.reference());
    write("mapping", MAPPING);
  }

  @AfterEach
  void close() {
    node.close();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String mapping() {
    return folder.resolve("mapping").toString();
  }

  private double sum(String dataset, String series) {
    return TradeCorpusTest.total(
        node.observations().cells(Selection.of(dataset, series, 1900, 2100)));
  }

  private List<String> refusals() {
    return node.refusals.stream().map(n -> n.line() + " " + n.code().substring(21)).toList();
  }

  @Test
  void theGoodPartOfABadFileGoesInAndEachBadRowIsTold() throws IOException {
    var file =
        write(
            "trade.csv",
            """
            year,from,to,what,value
            2020,QMM,QNN,10101,7500*
            2020,QMM,QOO,10101,0
            2020,QMM,QPP,10101,
            2020,QMM,QQQ,10101,..
            99999,QMM,QNN,10101,1
            2020,QMM,QNN,10101,=2+2
            2020,,QNN,10101,1
            2020,QMM,QNN,10101,-1
            2020,QMM,QNN,10101,1,5
            """);

    var summary = node.run(mapping(), file);

    assertThat(summary.exitValue()).isEqualTo(1);
    assertThat(refusals())
        .containsExactly(
            "6 no-year", "7 no-number", "8 no-reporter", "9 negative", "10 row-longer");
    assertThat(summary.files().getFirst().created()).isEqualTo(4);
    var cells =
        node.observations().cells(Selection.of("world", "exports", 2020, 2020, Dimension.PARTNER));
    // A stated zero is there, what was not stated is not.
    assertThat(cells.codes(Dimension.PARTNER)).containsExactly("QNN", "QOO");
    assertThat(cells.value(0)).isEqualTo(7_500);
    assertThat(cells.value(1)).isZero();
    assertThat(
            node.observations()
                .cells(Selection.of("world", "exports", 2020, 2020, Dimension.PRODUCT))
                .codes(Dimension.PRODUCT))
        .containsExactly("010101");
  }

  @ParameterizedTest
  @ValueSource(chars = {';', '\t', '|'})
  void delimitersAreSeen(char delimiter) throws IOException {
    var text = "year,from,to,what,value\n2020,QMM,QNN,10101,3\n".replace(',', delimiter);

    assertThat(node.run(mapping(), write("a.csv", text)).exitValue()).isZero();
    assertThat(sum("world", "exports")).isEqualTo(3);
  }

  @Test
  void jsonAndPackedFilesAndOtherEncodingsComeInToo() throws IOException {
    var json =
        write(
            "a.json",
            """
            [{"year": 2020, "from": "QMM", "to": "QNN", "what": "10101", "value": 1.5},
             {"year": 2021, "from": "QMM", "to": "QNN", "what": "10101", "value": 2}]
            """);
    var packed = folder.resolve("b.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("year,from,to,what,value\n2022,QMM,QNN,10101,4\n".getBytes(StandardCharsets.UTF_8));
    }
    var wide = folder.resolve("c.csv");
    Files.write(
        wide,
        "\ufeffyear,from,to,what,value\n2023,QMM,QNN,10101,8\n"
            .getBytes(StandardCharsets.UTF_16LE));

    var summary = node.run(mapping(), json, packed, wide);

    assertThat(summary.unreadable()).isEmpty();
    assertThat(sum("world", "exports")).isEqualTo(15.5);
  }

  @Test
  void theSameFileUnderAnotherNameChangesNothingAndAnotherMappingReadsItAnew() throws IOException {
    var text = "year,from,to,what,value\n2020,QMM,QNN,10101,3\n";
    node.run(mapping(), write("a.csv", text));

    var again = node.run(mapping(), write("b.csv", text));
    assertThat(again.files().getFirst().created()).isZero();
    assertThat(node.remarks).anyMatch(n -> n.code().endsWith("-known"));

    write("mapping", MAPPING + "licence = CC0-1.0\n");
    assertThat(node.run(mapping(), folder.resolve("a.csv")).files().getFirst().created())
        .isEqualTo(1);
    assertThat(sum("world", "exports")).isEqualTo(3);
  }

  @Test
  void figuresOfTwoUnitsNeverStandInOneSeries() throws IOException {
    var file = write("a.csv", "year,from,to,what,value\n2020,QMM,QNN,10101,3\n");
    node.run(mapping(), file);
    write("mapping", MAPPING.replace("unit = USD", "unit = thousand USD"));

    var other = node.run(mapping(), file);

    assertThat(other.unreadable().getFirst().code()).isEqualTo("bandung.observations-unit");
    assertThat(node.observations().find("world").orElseThrow().unit()).isEqualTo("USD");
  }

  @Test
  void aFileOfOtherColumnsIsNotTaken() throws IOException {
    var summary = node.run(mapping(), write("a.csv", "jahr,wert\n2020,1\n"));

    assertThat(summary.exitValue()).isEqualTo(2);
    assertThat(summary.unreadable().getFirst().arguments().getFirst()).contains("year", "value");
  }

  @Test
  void columnsThatNobodyMentionsAreTold() throws IOException {
    node.run(mapping(), write("a.csv", "year,from,to,what,value,x\n2020,QMM,QNN,1,3,9\n"));

    assertThat(node.remarks)
        .anyMatch(n -> n.code().endsWith("-unmapped") && n.arguments().contains("x"));
  }

  @Test
  void aTrialChangesNothing() throws IOException {
    var file = write("a.csv", "year,from,to,what,value\n2020,QMM,QNN,10101,3\n");

    var trial = node.run(mapping(), Optional.empty(), true, file);

    assertThat(trial.files().getFirst().created()).isEqualTo(1);
    assertThat(node.observations().datasets()).isEmpty();
  }

  @Test
  void hostileFilesDoNoHarm() throws IOException {
    var header = "year,from,to,what,value\n";
    var good = "2020,QMM,QNN,10101,1\n";
    var open = write("open.csv", header + good + "2020,\"QMM,QNN,10101,1\n" + good.repeat(50));
    var nul = write("nul.csv", header + "2020,Q\0M,QNN,10101,2\n");
    var cell = write("cell.csv", header + "2021," + "Q".repeat(100_000) + ",QNN,10101,1\n");
    var empty = write("empty.csv", "");
    var text = write("page.csv", "<html><body>no table</body></html>");
    var line = write("line.csv", header + "2022,QMM,QNN,10101,4\n" + "x".repeat(17_000_000));

    var summary = node.run(mapping(), open, nul, cell, empty, text, line);

    assertThat(summary.files()).hasSize(6);
    assertThat(summary.unreadable())
        .extracting(u -> u.code())
        .contains("bandung.empty-file", "bandung.not-a-table", "bandung.text-broken");
    // What came before the line that is too long is kept.
    assertThat(
            TradeCorpusTest.total(
                node.observations().cells(Selection.of("world", "exports", 2022, 2022))))
        .isEqualTo(4);
    assertThat(
            node.observations()
                .cells(Selection.of("world", "exports", 2020, 2020, Dimension.REPORTER))
                .codes(Dimension.REPORTER))
        .contains("QMM")
        .noneMatch(code -> code.indexOf('\0') >= 0);
  }

  @Test
  void aMillionDifferentCodesEndTheFileAndKeepWhatCameBefore() throws IOException {
    var rows = new StringBuilder("year,from,to,what,value\n");
    for (int i = 0; i < 600_000; i++) {
      rows.append("2020,U").append(i).append(",,,1\n");
    }

    var summary = node.run(mapping(), write("codes.csv", rows.toString()));

    assertThat(summary.unreadable().getFirst().code())
        .isEqualTo("bandung.observations-too-many-codes");
    assertThat(sum("world", "exports")).isGreaterThan(400_000);
    assertThat(node.observations().codes("world")).hasSize(1_000);
  }

  @Test
  void theReportIsNoSpreadsheetFormula() throws IOException {
    var report = folder.resolve("report.csv");
    var file = write("a.csv", "year,from,to,what,value\n=cmd(),QMM,QNN,10101,3\n");

    node.run(mapping(), Optional.of(report), false, file);

    assertThat(Files.readString(report)).contains("no-year").doesNotContain("\n=", ",=");
  }

  @Test
  void otherFormsOfTheFieldComeInThroughTheirMappings() throws IOException {
    node.run(
        "comtrade",
        write(
            "comtrade.csv",
            """
            refYear,reporterCode,reporterISO,flowCode,partnerISO,partner2Code,cmdCode,aggrLevel,\
            customsCode,motCode,primaryValue,netWgt
            2020,1,QMM,X,QNN,0,TOTAL,0,C00,0,100,
            2020,1,QMM,X,QNN,0,010101,6,C00,0,60,5
            2020,1,QMM,X,QNN,0,01,2,C00,0,60,5
            2020,1,QMM,M,QNN,0,010101,6,C00,2100,7,1
            2020,1,QMM,M,QNN,0,010101,6,C00,0,9,1
            """));
    node.run(
        "tariffs",
        write(
            "tariffs.csv",
            """
            Reporter,Partner,Product,Tariff Year,DutyType,Simple Average,Weighted Average
            QMM,QNN,010101,2020,MFN,10,8
            QMM,QNN,010101,2020,PRF,2,
            """));
    node.run(
        "fdi",
        write(
            "fdi.csv",
            """
            Year,Economy,Economy Label,Direction Label,Flow Label,\
            US dollars at current prices in millions
            2020,QMM,Meridia,Outward,Flow,-5
            2020,QMM,Meridia,Inward,Stock,50
            """));
    node.run(
        "macro", write("long.csv", "Country Code,Indicator Code,Year,Value\nQMM,NY.GDP,2020,11\n"));
    node.run(
        "macro-wide",
        write("wide.csv", "Country Code,Indicator Code,1999,2021,Remark\nQMM,NY.GDP,,12,none\n"));

    assertThat(sum("comtrade", "exports")).isEqualTo(160);
    assertThat(sum("comtrade", "imports")).isEqualTo(9);
    assertThat(sum("tariffs", "mfn-simple-average")).isEqualTo(10);
    assertThat(sum("tariffs", "preferential-simple-average")).isEqualTo(2);
    assertThat(sum("tariffs", "preferential-weighted-average")).isZero();
    assertThat(sum("fdi", "outward-flows")).isEqualTo(-5);
    assertThat(sum("fdi", "inward-stock")).isEqualTo(50);
    assertThat(sum("macro", "NY.GDP")).isEqualTo(23);
    assertThat(node.observations().coverage("macro").in(2021)).containsExactly("QMM");
  }

  @Test
  void filtersFindTheirColumnsInAnyCaseAndMissingOnesAreTold() throws IOException {
    node.run(
        "comtrade",
        write(
            "pascal.csv",
            """
            RefYear,ReporterISO,FlowCode,PartnerISO,Partner2Code,CmdCode,AggrLevel,MotCode,\
            PrimaryValue,NetWgt
            2020,QMM,X,QNN,0,TOTAL,0,0,100,
            2020,QMM,X,QNN,0,01,2,0,60,5
            2020,QMM,X,QNN,0,010101,6,2100,7,1
            2020,QMM,X,QNN,699,010101,6,0,9,1
            """));

    assertThat(sum("comtrade", "exports")).isEqualTo(100);
    assertThat(node.remarks)
        .anyMatch(n ->
            n.code().endsWith("-filters-absent")
                && n.arguments().equals(List.of("2", "customsCode, freqCode")))
        .anyMatch(n ->
            n.code().endsWith("-filtered")
                && n.arguments().getLast().equals("aggrLevel (1), motCode (1), partner2Code (1)"));
  }

  @Test
  void anUnknownYearIsNoYearAndWhatIsRepeatedIsNotAddedTwice() throws IOException {
    var loans = "# of loans (0 for duplicates, figures represent \"\"at least\"\")";
    node.run(
        "cari-restructuring",
        write(
            "relief.csv",
            """
            ID,Country,Year,USD Millions,"%s"
            R.MM.01,Meridia,2003,42,1
            R.MM.02,Meridia,2010,55,0
            R.MM.03,Meridia,TBD,7500*,1
            """
                .formatted(loans)));

    var dataset = node.observations().find("cari-restructuring").orElseThrow();
    assertThat(List.of(dataset.firstYear(), dataset.lastYear())).containsExactly(2003, 2010);
    assertThat(dataset.series("restructurings").orElseThrow().firstYear()).isEqualTo(2003);
    assertThat(node.observations().coverage("cari-restructuring").reporters())
        .containsOnlyKeys(2003, 2010);
    assertThat(sum("cari-restructuring", "amount-restructured")).isEqualTo(42);
    assertThat(sum("cari-restructuring", "amount-restructured-repeated")).isEqualTo(55);
    assertThat(sum("cari-restructuring", "restructurings")).isEqualTo(2);
    assertThat(
            TradeCorpusTest.total(
                node.observations()
                    .cells(Selection.of("cari-restructuring", "amount-restructured", 0, 0))))
        .isEqualTo(7_500);
  }

  @Test
  void monthsNeverAddToYears() throws IOException {
    var head = "refYear,refMonth,period,reporterISO,flowCode,partnerISO,cmdCode,primaryValue";
    node.run(
        "comtrade",
        write(
            "months.csv",
            head
                + """
                ,netWgt
                2020,52,2020,QMM,X,QNN,TOTAL,100,
                2020,1,202001,QMM,X,QNN,TOTAL,8,
                2020,7,2020,QMM,X,QNN,TOTAL,9,
                """));

    assertThat(sum("comtrade", "exports")).isEqualTo(100);
    assertThat(refusals()).containsExactly("3 month", "4 month");
    node.run(
        "comtrade",
        write(
            "frequencies.csv",
            head
                + """
                ,netWgt,freqCode
                2021,52,2021,QMM,X,QNN,TOTAL,50,,A
                2021,1,202101,QMM,X,QNN,TOTAL,8,,M
                """));
    assertThat(sum("comtrade", "exports")).isEqualTo(150);
    assertThat(node.remarks)
        .anyMatch(
            n -> n.code().endsWith("-filtered") && n.arguments().getLast().equals("freqCode (1)"));
  }

  @Test
  void codesOfEarlierTimesCanBeAskedForEitherWay() throws IOException {
    node.run(mapping(), write("a.csv", "year,from,to,what,value\n1990,QZA,QNN,1,3\n"));

    Cells mapped =
        node.observations()
            .cells(
                Selection.of("world", "exports", 1990, 1990, Dimension.REPORTER)
                    .from(Set.of("QOO")));
    Cells published =
        node.observations()
            .cells(Selection.of("world", "exports", 1990, 1990, Dimension.REPORTER).published());

    assertThat(mapped.codes(Dimension.REPORTER)).containsExactly("QOO");
    assertThat(published.codes(Dimension.REPORTER)).containsExactly("QZA");
    assertThat(node.remarks)
        .anyMatch(n ->
            n.code().endsWith("codes-former") && n.arguments().getLast().contains("QZA → QOO"));
  }
}
