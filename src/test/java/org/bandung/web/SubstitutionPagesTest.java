package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.bandung.kernel.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The finder of suppliers, debt and the data held, over the trade and the debt of the invented
/// world.
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SubstitutionPagesTest {

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> answer(String address) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + address)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String get(String address) throws IOException, InterruptedException {
    var answer = answer(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return answer.body();
  }

  private static String plain(String page) {
    return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").replace(' ', ' ');
  }

  /// QNN buys 100630 (rice) for 600 from the North and 110 from the South, in all 710.
  @Test
  void saysWhoCouldSupplyWhatIsBoughtFromTheNorthAndWhy() throws Exception {
    var page = get("/economy/substitution?importer=QNN&product=100630");

    assertThat(plain(page))
        .contains(
            "Product 100630 · Cereals (HS 2017)", "From the North: 600 thousand US dollars, 84.5 %")
        .contains("Trade by product holds 6 reporters in this year, not the world")
        .contains("4 sources", "Points of 100", "of 25")
        .contains("An invented office of statistics", "2021")
        .contains("1 product is bought from the North");
    assertThat(page)
        .contains("/economy/pairs/QNN/QMM", "/desk/entries/new?kind=need&amp;title=")
        .contains("/economy/scenarios?importer=QNN&amp;product=100630&amp;year=2021")
        .contains("/api/v1/economy/countries/QNN/substitution?product=100630");
  }

  @Test
  void showsOneExporterAlone() throws Exception {
    var page = plain(get("/economy/substitution?importer=QNN&exporter=QPP"));

    assertThat(page).contains("Product 100630", "Product 300490").doesNotContain("more could");
  }

  @Test
  void tellsAnExporterWhereTheSouthBuysFromTheNorth() throws Exception {
    var page = get("/economy/substitution?exporter=QPP");

    assertThat(plain(page)).contains("Bought from the North", "300490", "900", "250");
    assertThat(page).contains("kind=offer&amp;title=");
  }

  @Test
  void saysThatNothingIsHeldForAYear() throws Exception {
    assertThat(plain(get("/economy/substitution?importer=QNN&year=1999")))
        .contains("holds no trade by product for that choice", "Which data this node holds");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/economy/substitution?importer=nowhere",
        "/economy/substitution?importer=QNN&exporter=QNN",
        "/economy/substitution?importer=QNN&product=%3Cscript%3E",
        "/economy/substitution?importer=QNN&year=21",
        "/economy/substitution?importer=QNN&south=polar",
        "/economy/substitution?importer=QNN&growing=perhaps",
        "/economy/substitution?importer=QNN&dataset=..%2Fetc",
        "/economy/substitution.csv",
        "/economy/debt?south=x",
        "/countries/QNN/debt?year=soon"
      })
  void refusesWhatMeansNothing(String address) throws Exception {
    var answer = answer(address);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("<script>", "Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/countries/ZZZ/debt",
        "/economy/data/nothing",
        "/economy/debt.csv?year=1990",
        "/economy/substitution.csv?importer=QNN&year=1999"
      })
  void knowsWhatIsNotThere(String address) throws Exception {
    assertThat(answer(address).statusCode()).isEqualTo(404);
  }

  @Test
  void givesTheListAsATable() throws Exception {
    var csv = get("/economy/substitution.csv?importer=QNN");

    assertThat(csv.lines().findFirst().orElseThrow())
        .contains("dataset,year,unit,south,importer", "term_advantage", "weight_presence");
    assertThat(csv).contains("baci,2021,thousand USD,world,QNN");
    assertThat(answer("/economy/substitution.xlsx?exporter=QPP").statusCode()).isEqualTo(200);
  }

  /// 300 and 100 of 1,000 are owed to states of the South; without QMM 100 of 700.
  @Test
  void tellsWhomACountryOwes() throws Exception {
    var page = plain(get("/countries/QNN/debt"));

    assertThat(page)
        .contains("Owed in all 1,000", "40 %", "14.3 %", "66.7 %")
        .contains("Multilateral bodies 25 %", "The Bank", "Holders of bonds")
        .contains("Public debt, share of output", "55 %", "41 % (2018)")
        .contains("Cancelled", "12.5", "C.NN.02", "not in the data")
        .contains("7*", "marks this amount as its own estimate")
        .contains("holds 2 debtors, not all that owe")
        .doesNotContain("Loan by loan")
        .contains("Service due year by year");
  }

  @Test
  void neverAddsThePublishersTotalsToTheCreditors() throws Exception {
    var page = plain(get("/economy/debt"));

    assertThat(page).contains("Owed in all 1,500").doesNotContain("2,600");
    assertThat(get("/economy/debt.csv")).doesNotContain("Total");
    assertThat(get("/countries/QNN/debt.csv"))
        .contains("amount-cancelled", "gov_debt_to_gdp_perc", "multilateral");
  }

  /// Of 14,385 that the world exports, 145 go from South to South.
  @Test
  void setsClaimsOnTradeBesideTheTradeThatIsHeld() throws Exception {
    var page = plain(get("/claims"));

    assertThat(page)
        .contains("more than a quarter of world trade", "more than 25 %", "1 %")
        .contains("no source of them has been confirmed")
        .contains("Share of world exports in 2021; 6 countries report");
  }

  @Test
  void showsWhereDataAreFrom() throws Exception {
    assertThat(plain(get("/economy/data")))
        .contains("Trade by product", "thousand US dollars", "no data held", "2018 – 2021");
    assertThat(plain(get("/economy/data/baci")))
        .contains("Free to use", "HS 2017", "world-trade.csv", "QZ9", "not known", "exports");
  }

  @ParameterizedTest
  @CsvSource({"ar,rtl", "zh,ltr", "ru,ltr"})
  void speaksEveryLanguage(String language, String direction) throws Exception {
    for (var address :
        new String[] {
          "/economy/substitution?importer=QNN&", "/countries/QNN/debt?", "/economy/data?"
        }) {
      var page = get(address + "lang=" + language);
      assertThat(page)
          .contains("dir=\"" + direction + "\"")
          .doesNotContain("substitution.term", "debt.kind");
    }
    assertThat(Messages.LANGUAGES).contains(language);
  }
}
