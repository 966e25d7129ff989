package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Question;
import org.bandung.statistics.doubts.UnsurePair;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FigurePagesTest {

  private static final Pattern DOOR =
      Pattern.compile("href=\"(/statistics/records[^\"]+)\">([0-9,]+)</a>");

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private <T> HttpResponse<T> get(String path, HttpResponse.BodyHandler<T> as)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return client.send(request, as);
  }

  private String page(String path) throws Exception {
    var answer = get(path, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/statistics",
        "/statistics?rows=provider&columns=recipient&compilations=true",
        "/statistics?rows=partner&country=QMM",
        "/statistics?rows=role&columns=year&country=QMM",
        "/reports/country?country=QMM&from=2010&to=2026"
      })
  void everyNumberOpensAsManyRecords(String path) throws Exception {
    var doors = DOOR.matcher(page(path));
    int seen = 0;
    while (doors.find() && seen < 12) {
      var records = page(doors.group(1).replace("&amp;", "&"));
      assertThat(records).as(doors.group(1)).contains(" of " + doors.group(2) + "</p>");
      seen++;
    }

    assertThat(seen).isPositive();
  }

  @Test
  void whatIsNotKnownIsNamedAndNothingIsCounted() throws Exception {
    var page = page("/statistics?rows=year&recipient=Atlantis&measure=lives");

    assertThat(page).contains("Atlantis", "lives", "not known here").doesNotContain("<tbody>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/statistics/records?year=soon",
        "/statistics.csv?rows=continent",
        "/statistics/records?page=0",
        "/reports/country?country=Atlantis",
        "/reports/country?from=2020&to=2010",
        "/reports/region?grouping=NOWHERE",
        "/reports/region.csv?country=QMM",
        "/reports/country.xlsx?grouping=COMM",
        "/reports/country?country=QMM&in=dollars"
      })
  void whatCannotBeMeantIsRefused(String path) throws Exception {
    assertThat(get(path, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(400);
  }

  @Test
  void aReportIsOneOfThoseThereAre() throws Exception {
    assertThat(get("/reports/lives", HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(404);
    assertThat(page("/reports")).contains("Country report", "17.3.1");
  }

  @Test
  void aTableCanBeTakenAlong() throws Exception {
    var csv = page("/statistics.csv?rows=country&columns=year&lang=fr");

    assertThat(csv.lines().findFirst().orElseThrow()).contains("row_dimension,row,row_name");
    assertThat(csv).contains("country,QMM,Méridie,year,");
  }

  @Test
  void aReportIsAWorkbookWithASheetForEachSection() throws Exception {
    var answer =
        get("/reports/country.xlsx?country=QMM&lang=ar", HttpResponse.BodyHandlers.ofByteArray());

    try (var book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
      assertThat(book.getSheets().count()).isEqualTo(9);
      try (var rows = book.getFirstSheet().openStream()) {
        assertThat(rows.findFirst().orElseThrow().getCellText(0)).contains("تقرير البلد");
      }
    }
  }

  @Test
  void aReportWhoseTextWasNotReadSaysSo() throws Exception {
    assertThat(page("/reports/unctad")).contains("Do not submit it");
    assertThat(page("/reports/country?country=QMM")).doesNotContain("Do not submit it");
  }

  @Test
  void repeatsNothingThatCouldBeScript() throws Exception {
    assertThat(page("/statistics?rows=%3Cscript%3E&year=%22%3E%3Cb%3E&in=%27&measure=given"))
        .doesNotContain("<script>alert")
        .doesNotContain("\"><b>");
  }

  @Autowired org.bandung.statistics.Statistics statistics;

  @Test
  void whatMayBeOneIsShownAsARangeThatOpensToThePairs() throws Exception {
    var two = statistics.records(Question.initiatives(Dimension.YEAR)).subList(0, 2);
    WebWorld.PAIRS.add(new UnsurePair(two.getFirst(), two.getLast(), UnsurePair.Origin.PROPOSED));
    try {
      var page = page("/statistics?rows=country");
      var range = Pattern.compile("href=\"(/statistics/pairs[^\"]*)\">at least ([0-9]+), at most");
      var found = range.matcher(page);

      assertThat(found.find()).isTrue();
      assertThat(page).contains("may each be one");
      assertThat(page(found.group(1).replace("&amp;", "&")))
          .contains("/initiatives/" + two.getFirst(), "/initiatives/" + two.getLast());
      var total =
          page("/statistics.csv?rows=country").lines().filter(l -> l.startsWith(",")).findFirst();
      var cells = total.orElseThrow().split(",", -1);
      assertThat(Integer.parseInt(cells[11])).isEqualTo(Integer.parseInt(cells[12]) - 1);
    } finally {
      WebWorld.PAIRS.clear();
    }

    assertThat(page("/statistics?rows=country")).doesNotContain("at least");
    assertThat(page("/statistics/pairs")).contains("Nothing behind this figure is in doubt");
  }

  @Test
  void constantPricesNameTheirDeflatorOrSayThatThereIsNone() throws Exception {
    var page = page("/statistics?measure=given&in=USD&prices=2015&rows=year");

    assertThat(page).contains("prices of 2015").contains("No such deflator for USD");
    assertThat(page("/statistics.csv?measure=given&in=USD&prices=2015&rows=year"))
        .contains("prices_of");
    for (var other :
        List.of(
            "/indicators/sdg-17-3-1-a?in=USD&prices=2015",
            "/reports/country?country=QMM&from=2010&to=2026&prices=2015")) {
      assertThat(page(other))
          .as(other)
          .contains("prices of 2015", "No such deflator for USD", "value=\"2015\"");
      assertThat(page(other.replace("&prices=2015", "")))
          .as(other)
          .doesNotContain("prices of 2015", "No such deflator");
    }
    assertThat(page("/reports/country.csv?country=QMM&prices=2015")).contains(",2015");
    assertThat(
            get("/reports/country?country=QMM&prices=x", HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void anIndicatorTellsItsDefinitionFormulaSourceAndValues() throws Exception {
    assertThat(page("/indicators"))
        .contains("/indicators/share-triangular", "wording not confirmed");
    var page =
        page(
            "/indicators/share-triangular?rows=country&year=2008,2010,2012,2014,2016,2018,2019,2020,2021,2022");

    assertThat(page)
        .contains("share(initiatives[southSouth=true]; modality=triangular)")
        .contains("informesursur.org")
        .contains("/statistics/records?");
  }

  @Test
  void anIndicatorIsOneOfThoseThereAreAndAskedByWhatIsKnown() throws Exception {
    assertThat(get("/indicators/lives", HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(404);
    assertThat(page("/indicators/initiatives?rows=continent")).contains("not known here");
    assertThat(
            get("/indicators/initiatives.csv?rows=continent", HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(400);
    assertThat(page("/indicators/share-triangular.csv?rows=country"))
        .contains("country,QMM,", "share-triangular,percent,");
  }

  @Test
  void aReportHoldsIndicators() throws Exception {
    assertThat(page("/reports/region?grouping=COMM&from=2010&to=2026"))
        .contains(
            "Share of triangular initiatives", "Execution rate", "/indicators/execution-rate?");
    assertThat(page("/reports/region.csv?grouping=COMM&from=2010&to=2026"))
        .contains("triangular,", "share-triangular,percent");
  }

  @Test
  void theSubjectOfATableIsNotOfferedToBeLeftOut() throws Exception {
    assertThat(page("/statistics?rows=year&country=QMM")).doesNotContain("without=QMM");
  }

  @Test
  void theTemplateListsEveryFormAndWhatIsNotReported() throws Exception {
    var page = page("/reports/unctad-template?country=QMM&from=2005&to=2026");

    assertThat(page)
        .contains("Group A", "Scholarship", "not reported", "Do not submit it")
        .contains("/statistics/records?");
    assertThat(page("/reports/unctad-template")).contains("Choose a country");
    assertThat(page("/reports/unctad-template.csv?country=QMM&in=EUR"))
        .contains("group,item,initiatives,amount_EUR,without_amount");
    assertThat(
            get("/reports/unctad-template.xlsx", HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(400);
    try (var book =
        new ReadableWorkbook(
            new ByteArrayInputStream(
                get(
                        "/reports/unctad-template.xlsx?country=QMM",
                        HttpResponse.BodyHandlers.ofByteArray())
                    .body()))) {
      assertThat(book.getFirstSheet().read()).hasSizeGreaterThan(20);
    }
  }

  @Test
  void whatFacilitatorsPutInIsToldAsTheirWord() throws Exception {
    assertThat(page("/reports/mainstreaming?from=2000&to=2026"))
        .contains("own statement", "Nothing here fits");
    assertThat(page("/reports/mainstreaming.csv"))
        .contains("body,year,kind,unit,sum,entries,not-converted");
    assertThat(
            get("/reports/mainstreaming?from=2020&to=2010", HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aClaimStandsBesideWhatTheDataHereGive() throws Exception {
    assertThat(page("/claims"))
        .contains("SEGIB", "914", "not reported", "infobae.com", "Why they differ");
    assertThat(page("/indicators/initiatives")).contains("Published claims about it");
  }

  @Test
  void aReportCountsWhatThirdPartiesWroteDownIfAskedAndItsCellsOpenTheSame() throws Exception {
    var plain = page("/reports/country?country=QMM&from=2000&to=2026");
    var wide = page("/reports/country?country=QMM&from=2000&to=2026&compilations=true");

    assertThat(plain).doesNotContain("compilations=true");
    assertThat(wide).contains("records?", "compilations=true", "checked=\"checked\"");
  }
}
