package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// The pages of the economy over the invented world's trade: figures that are worked out by hand
/// from its few lines, files, and what is refused.
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EconomyPagesTest {

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", "text/html")
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private String page(String path) throws IOException, InterruptedException {
    var answer = bytes(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /// Without tags, spaces as one.
  private static String text(String html) {
    return html.replaceAll("<[^>]+>", " ").replaceAll("[\\s\u00a0]+", " ");
  }

  @Test
  void aCountrySeesHowDependentItIsOnWhomForWhat() throws Exception {
    // Norelia in 2021: sells 600 and 200 to the North; buys 80 and 30 from the South, 2600 and 100
    // from the North.
    var told = text(page("/countries/QNN/economy?dataset=baci&lang=en"));

    assertThat(told)
        .contains(
            "In 2021, 100.0% of what Norelia exported went to the North",
            "96.1% of what it imported came from there",
            "92.5% of its imports come from one source: " + name("QXX"))
        .contains("only the North")
        .contains("2021; 6 countries have a value");
  }

  private String name(String code) throws IOException, InterruptedException {
    var html = page("/countries/" + code + "?lang=en");
    return html.substring(html.indexOf("<h1>") + 4, html.indexOf("</h1>"));
  }

  @Test
  void theCountrysOwnPageLeadsThere() throws Exception {
    assertThat(page("/countries/QNN?lang=en"))
        .contains("href=\"/countries/QNN/economy", "of its exports go to the North");
  }

  @Test
  void whoExportsAProductIsToldUnderTwoDefinitions() throws Exception {
    // 2021: 980 and 330 of the South, 740 and 100 of the North.
    var told = text(page("/economy/products/100630?lang=en"));

    assertThat(told).contains("60.9% of world exports come from the South");
    // without the 980: 330 of 1170
    assertThat(told).contains("28.2% of the rest come from the South");
  }

  @Test
  void anOrganisationTakesThePriceOrCouldMoveIt() throws Exception {
    // Members sell 980 of 2150: s = 0.4558; s / (0.5 + (1 - s) * 2) = 0.287.
    var told =
        text(page("/economy/products/100630?grouping=COMM&demand=-0.5&supply=2&year=2021&lang=en"));

    assertThat(told).contains("45.6%", "0.287");
  }

  @Test
  void twoCountriesStandSideBySide() throws Exception {
    var told = text(page("/economy/pairs/QMM/QNN?dataset=baci&lang=en"));

    assertThat(told).contains("80K USD sold by Meridia to Norelia", "not in the data");
  }

  @Test
  void aGroupingTradesWithItself() throws Exception {
    // Members sold 980 + 15 (Meridia), 800 (Norelia), 350 (Osmara) in 2021, 80 of it to each other.
    var told = text(page("/groupings/COMM/economy?dataset=baci&lang=en"));

    assertThat(told).contains("3.7% of members’ exports go to other members");
  }

  @Test
  void dataOfFewReportersSaySoFirst() throws Exception {
    var few = "Trade by product holds 6 reporters in this year, not the world";
    for (var path :
        java.util.List.of(
            "/economy?lang=en",
            "/countries/QNN/economy?dataset=baci&lang=en",
            "/economy/pairs/QMM/QNN?dataset=baci&lang=en",
            "/economy/products?lang=en",
            "/economy/products/100630?lang=en",
            "/groupings/COMM/economy?lang=en")) {
      assertThat(text(page(path))).as(path).contains(few);
    }
    assertThat(
            JsonMapper.shared()
                .readTree(bytes("/economy/tables/trade.json").body())
                .at("/about/partial")
                .asBoolean())
        .isTrue();
  }

  @Test
  void filesTellTheYearThatWasChosen() throws Exception {
    // In 2018 Meridia, Paloma and two others sold; the last year of the data is 2021.
    for (var path :
        java.util.List.of("/economy/tables/trade", "/groupings/COMM/economy/tables/years")) {
      var about = JsonMapper.shared().readTree(bytes(path + ".json?year=2018&lang=en").body());
      assertThat(about.at("/about/year").asString())
          .as(path)
          .isEqualTo("2018; 4 countries have a value");
    }
  }

  @Test
  void theExposureToCreditorsSaysOfWhichYearItIs() throws Exception {
    assertThat(text(page("/countries/QNN/economy?dataset=baci&lang=en"))).contains("(2018)");
    var rows =
        JsonMapper.shared()
            .readTree(bytes("/countries/QNN/economy/tables/exposure.json?dataset=baci").body())
            .at("/rows");
    assertThat(rows).hasSize(9);
    assertThat(rows.get(8).at("/measure").asString()).isEqualTo("northern-imports");
    assertThat(rows.get(8).at("/other").isNumber()).isTrue();
    assertThat(rows.get(2).at("/other").isNumber()).isTrue();
  }

  @Test
  void aPriceIsTakenOrMovedWithinARange() throws Exception {
    assertThat(text(page("/economy/products/100630?grouping=COMM&demand=-0.5&supply=2&lang=en")))
        .contains("Could move the price: between 14.3%", "and 57.4%");
  }

  @Test
  void everyPartIsAFile() throws Exception {
    var csv =
        new String(
            bytes("/countries/QNN/economy/tables/sources.csv?dataset=baci").body(),
            StandardCharsets.UTF_8);
    assertThat(csv.lines().findFirst().orElseThrow())
        .contains("country,name,side,value,share,about_dataset,about_year");
    assertThat(csv).contains("QXX,").contains(",2600,0.925266903915");

    var json =
        JsonMapper.shared()
            .readTree(bytes("/countries/QNN/economy/tables/sources.json?dataset=baci").body());
    assertThat(json.at("/rows/0/country").asString()).isEqualTo("QXX");
    assertThat(json.at("/rows/0/value").asDouble()).isEqualTo(2600);
    assertThat(json.at("/about/unit").asString()).contains("thousand");

    try (var book =
        new ReadableWorkbook(
            new ByteArrayInputStream(
                bytes("/countries/QNN/economy/tables/sources.xlsx?dataset=baci").body()))) {
      assertThat(book.getFirstSheet().read()).hasSizeGreaterThan(8);
    }
    var drawing =
        new String(
            bytes("/countries/QNN/economy/tables/years.svg?dataset=baci").body(),
            StandardCharsets.UTF_8);
    assertThat(drawing).startsWith("<?xml").contains("<svg", "2018", "2021");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/countries/ZZZ/economy|404",
        "/countries/nothing/economy|404",
        "/groupings/NONE/economy|404",
        "/economy/pairs/QMM/ZZZ|404",
        "/economy/products/999999|404",
        "/economy/products/..%3B|400",
        "/economy/products/'or'1'='1|404",
        "/countries/QNN/economy?dataset=none|400",
        "/countries/QNN/economy?dataset=../../etc|400",
        "/countries/QNN/economy?year=0|400",
        "/countries/QNN/economy?year=99999999999999999999|400",
        "/countries/QNN/economy?south=nobody|400",
        "/economy?year=abc|400",
        "/economy/products?words=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|400",
        "/economy/products/100630?grouping=NONE|400",
        "/economy/products/100630?grouping=COMM&demand=0|400",
        "/economy/products/100630?grouping=COMM&supply=NaN|400",
        "/economy/choose?country=ZZZ|400",
        "/countries/QNN/economy/tables/none.csv|404",
        "/countries/QNN/economy/tables/sources.svg|404",
        "/countries/QNN/economy/tables/sources.exe|404"
      })
  void whatCannotBeMeantIsRefused(String path, int status) throws Exception {
    assertThat(bytes(path.replace("'", "%27")).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/countries/QNN/economy?year=1990",
        "/economy/pairs/QMM/QNN?year=1990",
        "/groupings/COMM/economy?year=1990",
        "/economy/products/100630?year=1990",
        "/economy?year=1990"
      })
  void aYearWithoutDataIsSaidToBeEmptyNotZero(String path) throws Exception {
    assertThat(text(page(path + "&lang=en"))).contains("The data hold nothing");
  }

  @Test
  void theFormsOfTheOverviewLeadToWhatWasChosen() throws Exception {
    var pair = bytes("/economy/choose?country=QMM&partner=QNN");
    assertThat(pair.statusCode()).isEqualTo(302);
    assertThat(pair.headers().firstValue("Location").orElseThrow())
        .endsWith("/economy/pairs/QMM/QNN");
    assertThat(bytes("/countries/qnn/economy").headers().firstValue("Location").orElseThrow())
        .endsWith("/countries/QNN/economy");
    assertThat(page("/economy/products?words=1006&lang=en"))
        .contains("/economy/products/100630")
        .doesNotContain("/economy/products/847130");
  }

  /// Exports of 800 and imports of 2,810 thousand dollars in 2021, beside an output of 5 million
  /// and a summary that says 1 and 2.5 million: open by 72.2 %, a fifth less and 12.4 % more.
  @Test
  void aCountrySaysWhatStandsBesideItsTrade() throws Exception {
    var told = text(page("/countries/QNN/economy?dataset=baci&lang=en"));

    assertThat(told)
        .contains("Trade with partners of agreements", "Community of the First Region")
        .contains("listed as: participant", "is of 2025 and the trade of 2021")
        .contains("Tariffs it levies", "12.5")
        .contains("constant national prices", "million US dollars of 2017")
        .contains("Openness to trade in goods", "72.2")
        .contains("The same trade as another publisher has it", "-20", "12.4", "5 points");
    assertThat(text(page("/economy/pairs/QMM/QNN?dataset=baci&lang=en")))
        .contains("Agreements at the time", "Community of the First Region");
    assertThat(text(page("/economy/pairs/QNN/QPP?dataset=baci&lang=en")))
        .contains("Tariffs between the two", "2.5", "all to whom no other rate stands");
  }
}
