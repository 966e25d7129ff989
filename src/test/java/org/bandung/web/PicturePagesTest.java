package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PicturePagesTest {

  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\"[^>]*>(.*?)</script>");
  private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[a-z0-9-]+\\.js)\"");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode data(String page) {
    var data = DATA.matcher(page);
    assertThat(data.find()).isTrue();
    return JSON.readTree(data.group(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"years", "sectors", "goals", "matrix", "sankey", "network", "flows?country=QMM"})
  void everyMarkOpensAsManyRecordsAsItShows(String kind) throws Exception {
    var join = kind.contains("?") ? "&" : "?";
    var page = get("/pictures/" + kind + join + "compilations=true").body();
    var data = data(page);
    var seen = new LinkedHashSet<String>();
    for (var part : new String[] {"marks", "nodes"}) {
      for (var one : data.path(part)) {
        var figure = one.path("figure");
        var href = figure.path("href").asString("");
        if (!href.isEmpty() && seen.size() < 12 && seen.add(href)) {
          assertThat(get(href).body())
              .as(href)
              .contains(" of " + figure.path("text").asString("") + "</p>");
        }
      }
    }

    assertThat(seen).isNotEmpty();
    assertThat(page).contains("<table class=\"figures\">");
    for (var mark : data.path("marks")) {
      assertThat(page)
          .contains(
              "href=\"" + mark.path("figure").path("href").asString("").replace("&", "&amp;"));
    }
  }

  @Test
  void anAmountThatNobodyReportedIsAMarkAndNoZero() throws Exception {
    var data = data(get("/pictures/years?measure=given&in=USD&compilations=true").body());

    assertThat(data.path("nodes"))
        .anySatisfy(n -> {
          assertThat(n.path("figure").path("text").isNull()).isTrue();
          assertThat(n.path("figure").path("missing").asInt()).isPositive();
          assertThat(n.path("figure").path("href").asString("")).isNotEmpty();
          assertThat(n.path("told").asString("")).contains("not reported", "without a figure");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "sankey,d3-sankey",
    "network,d3-force",
    "goals,d3-hierarchy",
    "years,",
    "sectors,",
    "matrix,",
    "flows,"
  })
  void theLibraryComesOnlyWithAPictureThatNeedsIt(String kind, String library) throws Exception {
    var scripts = SCRIPT.matcher(get("/pictures/" + kind + "?compilations=true").body());
    int seen = 0;
    while (scripts.find()) {
      seen++;
      var name = scripts.group(1);
      assertThat(name).startsWith(name.contains("d3") ? "/assets/" + library : "/assets/pictures-");
      assertThat(get(name).headers().firstValue("Cache-Control").orElse(""))
          .contains("max-age=31536000", "immutable");
    }

    assertThat(seen).isEqualTo(library == null ? 1 : 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/statistics", "/pictures", "/reports", "/flows"})
  void elsewhereThereIsNoLibrary(String page) throws Exception {
    assertThat(get(page).body()).doesNotContain("/assets/d3", "/assets/pictures");
  }

  @Test
  void onlyAPageWithAPictureMayMakeImages() throws Exception {
    assertThat(get("/pictures/years").headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "img-src 'self' blob:");
    assertThat(get("/statistics").headers().firstValue("Content-Security-Policy").orElse(""))
        .doesNotContain("blob:");
  }

  @ParameterizedTest
  @CsvSource({
    "/statistics?rows=year&columns=modality,/pictures/years",
    "/statistics?rows=sector,/pictures/sectors",
    "/statistics?rows=sdg,/pictures/goals",
    "/statistics?rows=provider&columns=recipient,/pictures/matrix",
    "/statistics?rows=provider&columns=sector&country=QMM,/pictures/sankey",
    "/statistics?rows=partner&country=QMM,/pictures/network",
    "/reports/country?country=QMM,/pictures/goals",
    "/statistics,/pictures",
    "/,/pictures"
  })
  void aTableIsOfferedAsAPicture(String page, String picture) throws Exception {
    var country = page.contains("country=QMM") ? "[^\"]*country=QMM" : "";

    assertThat(get(page).body()).containsPattern("href=\"" + picture + country);
  }

  @Test
  void aTableOfOtherThingsIsNot() throws Exception {
    assertThat(get("/statistics?rows=reporter&columns=status").body())
        .doesNotContain("As a picture");
    assertThat(get("/statistics?rows=year&measure=delay").body()).doesNotContain("As a picture");
  }

  @Test
  void whatCannotBeDrawnIsSaid() throws Exception {
    assertThat(get("/pictures/pie").statusCode()).isEqualTo(404);
    assertThat(get("/pictures/years?measure=delay").body())
        .contains("“delay” is not known here")
        .doesNotContain("picture-data");
    assertThat(get("/pictures/flows?country=Atlantis&year=soon").body())
        .contains("“Atlantis”", "“soon”");
    assertThat(get("/pictures/years?country=PLW").body())
        .contains("Nothing here fits", "compilations=true");
  }

  @Test
  void nothingInThePageCanEndItsData() throws Exception {
    var page =
        get("/pictures/sankey?year=%3C/script%3E%3Cscript%3Ealert(1)&compilations=true").body();

    assertThat(page).doesNotContain("<script>alert");
  }

  @Test
  void thePicturesKeepWhatWasChosen() throws Exception {
    assertThat(get("/pictures/years?country=QMM&compilations=true").body())
        .contains("/pictures/goals?measure=initiatives&amp;country=QMM&amp;compilations=true");
    assertThat(get("/pictures?country=QMM").body())
        .contains("/pictures/goals?measure=initiatives&amp;country=QMM");
  }
}
