package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bandung.economy.preferences.Level;
import org.bandung.economy.preferences.Measure;
import org.bandung.economy.scenarios.ScenarioReader;
import org.bandung.economy.scenarios.ScenarioReader.Read;
import org.bandung.economy.scenarios.ScenarioRun;
import org.bandung.economy.scenarios.ScenarioRun.Result;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The page on which a change of tariffs is tried.
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ScenarioPagesTest {

  private static final java.util.List<String> LANGUAGES = org.bandung.kernel.Messages.LANGUAGES;

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private static Map<String, String> beans() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", "=1+1 <b>beans</b>");
    fields.put("unit", "thousand QMD");
    fields.put("lines", "QNN QMM 0713 100 20\r\nQXX\tQMM\t0713\t100\t20\nQZZ;QMM;8432;40;-");
    fields.put("countries", "QNN");
    return fields;
  }

  private static String query(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }

  private HttpResponse<byte[]> get(String rest) throws IOException, InterruptedException {
    var address = URI.create("http://localhost:" + port + "/economy/scenarios" + rest);
    return client.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private String page(String rest, int status) throws IOException, InterruptedException {
    var answer = get(rest);
    assertThat(answer.statusCode()).as(rest).isEqualTo(status);
    return new String(answer.body(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
  }

  @Test
  void aScenarioIsCalculatedWithItsAssumptions() throws Exception {
    var page = page(query(beans()), 200);

    assertThat(page)
        .contains("=1+1 &lt;b&gt;beans&lt;/b&gt;")
        .doesNotContain("<b>beans")
        .contains("In all, in thousand QMD", "12.5 to 50")
        .contains("-1.5 (assumed, not estimated for these countries)")
        .contains("Tariffs are known for 83.3 % of imports of 240 thousand QMD in 3 flows.")
        .contains("QZZ → QMM 8432")
        .contains("value=\"QNN\"");
    assertThat(page.replaceAll("<[^>]*>", " ")).containsPattern("Trade creation +25 +12.5 +50");
  }

  @Test
  void theDownloadedScenarioGivesTheSameNumbers() throws Exception {
    var fields = beans();
    fields.put("supply", "4");
    fields.put("diversion", "ces");
    fields.put("margin", "30");
    var document = get(".json" + query(fields));
    var csv = new String(get(".csv" + query(fields)).body(), StandardCharsets.UTF_8);

    assertThat(document.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment", "bandung-scenario.json");
    var scenario = ((Read.Understood) ScenarioReader.read(document.body())).scenario();
    var outcome = ((Result.Told) ScenarioRun.run(scenario)).outcome();
    var welfare =
        Objects.requireNonNull(outcome.rows(Level.TOTAL).getFirst().figure(Measure.WELFARE));
    var line =
        csv.lines().filter(l -> l.startsWith("total,,,,,,welfare,")).findFirst().orElseThrow();
    assertThat(Double.parseDouble(line.split(",")[7])).isCloseTo(welfare.value(), within(1e-9));
    assertThat(Double.parseDouble(line.split(",")[9])).isCloseTo(welfare.most(), within(1e-9));
    assertThat(line).contains("thousand QMD", "assumed: demand substitution");
    assertThat(scenario.assumptions().assumed()).containsExactly("demand", "substitution");
  }

  @Test
  void theWorkbookHoldsAssumptionsAndResults() throws Exception {
    var answer = get(".xlsx" + query(beans()));
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
      var sheets = book.getSheets().toList();
      assertThat(sheets.stream().map(s -> s.getName()))
          .containsExactly("Assumptions", "Results", "Sensitivity");
      var first = sheets.getFirst().read();
      assertThat(first.getFirst().getCellText(1)).isEqualTo("=1+1 <b>beans</b>");
      assertThat(first.getLast().getCellText(0)).isEqualTo("QXX");
      assertThat(sheets.get(1).read()).hasSizeGreaterThan(20);
    }
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyLanguageHasAllItsWords(String language) throws Exception {
    var union = new LinkedHashMap<>(beans());
    union.put("model", "gsim");
    union.put("change", "customs-union");
    union.put("countries", "QMM QNN");
    union.put("external", "given");
    union.put("rate", "12");
    for (var fields : java.util.List.of(beans(), union)) {
      fields.put("lang", language);
      assertThat(page(query(fields), 200))
          .doesNotContain(
              ">scenarios.", ": scenarios.", "fact.", "measure.", "column.", "heading.", "{0}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lines      | QNN QMM                | Line 1: A row has exporter
          lines      | Q%N QMM 1 5            | is no code of a country
          lines      | QNN QMM 1 1.234 5      | can be read in two ways
          lines      | QNN QMM 1 x 5          | is no number
          lines      | QNN QMM 1 -5 5         | is no number
          demand     | 2                      | A number from -100 to -0.000001
          supply     | 0                      | A number from 0.000001 to 1000
          countries  | QNM                    | QNM trades with nobody
          products   | nails                  | nails is not traded in this scenario
          countries  | <script>               | A code is expected here
          change     | magic                  | One of these is expected here
          year       | 20                     | A number from 1800
          low        | 3                      | A number from 0.05 to 1
          margin     | 101                    | A number from 0 to 100
          """)
  void whatCannotBeTakenIsToldAndNothingTypedIsLost(String field, String value, String told)
      throws Exception {
    var fields = beans();
    fields.put(field, value);
    var page = page(query(fields), 400);

    assertThat(page).contains(told).contains("thousand QMD").doesNotContain("<script>");
    assertThat(get(".csv" + query(fields)).statusCode()).isEqualTo(400);
    assertThat(get(".json" + query(fields)).statusCode()).isEqualTo(400);
    assertThat(get(".xlsx" + query(fields)).statusCode()).isEqualTo(400);
  }

  @Test
  void whatNoFormSendsIsRefused() throws Exception {
    var many = "QNN QMM 1 5\n".repeat(900);
    assertThat(get("?lines=" + URLEncoder.encode(many, StandardCharsets.UTF_8)).statusCode())
        .isEqualTo(400);
    assertThat(get("?lines=a&lines=b").statusCode()).isEqualTo(400);
    assertThat(get("?lines=x&name=%07").statusCode()).isEqualTo(400);
    assertThat(get("?lines=x&name=" + "y".repeat(700)).statusCode()).isEqualTo(400);
    assertThat(get("?importer=%3Cb%3E").statusCode()).isEqualTo(400);
    assertThat(get("?importer=QMM&dataset=..%2F..").statusCode()).isEqualTo(400);
    assertThat(get(".csv").statusCode()).isEqualTo(400);
    var regions = new StringBuilder();
    for (int i = 0; i < 32; i++) {
      regions.append("A").append(i).append(" QMM 1 5 5\n");
    }
    assertThat(
            page(
                "?model=gsim&countries=A1&lines="
                    + URLEncoder.encode(regions.toString(), StandardCharsets.UTF_8),
                400))
        .contains("At most 30 regions");
  }

  @Test
  void aLinkSaysWhenNoDatasetHoldsSuchTrade() throws Exception {
    assertThat(page("?importer=QMM&product=0713", 200))
        .contains("No dataset of this node holds such imports of Meridia");
  }

  /// Of the latest year, the largest sources first; tariffs are the reader's to add.
  @Test
  void aLinkFillsTheFormFromADataset() throws Exception {
    var page = page("?importer=QNN&product=100630", 200);
    assertThat(page)
        .contains("are filled in. Their tariffs are not known here")
        .contains("QXX QNN 100630 500 QYY QNN 100630 100 QMM QNN 100630 80 QPP QNN 100630 30<")
        .contains("value=\"thousand USD\"", "value=\"2021\"")
        .contains("value=\"baci: An invented office of statistics\"");
    assertThat(page("?importer=QNN&product=100630&dataset=baci&year=2018", 200))
        .contains("QXX QNN 100630 400 QMM QNN 100630 40 QPP QNN 100630 10<");
    // all products together: QXX 500 + 900 + 1200
    assertThat(page("?importer=QNN", 200)).contains("QXX QNN - 2600 QYY QNN - 100");
    assertThat(page("?importer=QNN&product=100630&year=1999", 200))
        .contains("No dataset of this node holds such imports");
  }

  /// The rate for one exporter, for all others that of the most favoured nation; whose they are
  /// stands among the assumptions.
  @Test
  void tariffsThatAreHeldAreFilledInWithTheirSourceAndYear() throws Exception {
    assertThat(page("?importer=QNN&product=300490", 200))
        .contains("QXX QNN 300490 900 10<")
        .contains("for 1 of 1 flow")
        .contains("value=\"tariffs: applied-simple-average, mfn-simple-average, 2021, An invented");
    assertThat(page("?importer=QMM&product=300490", 200))
        .contains("Their tariffs are not known here");
  }

  @Test
  void withoutTariffsNothingIsCalculated() throws Exception {
    assertThat(page("?countries=QNN&lines=QNN%20QMM%201%205", 200))
        .contains("No tariff is stated for any of these flows");
  }
}
