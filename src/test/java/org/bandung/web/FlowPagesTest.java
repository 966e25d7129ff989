package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xml.sax.InputSource;

@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FlowPagesTest {

  private static final Pattern ROW =
      Pattern.compile("<td class=\"number\"><a href=\"([^\"]+)\">([0-9]+)</a></td>");

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/flows", "/flows?southSouth=true", "/flows?modality=triangular"})
  void everyNumberOpensTheRecordsItWasCountedFrom(String path) throws Exception {
    var rows = ROW.matcher(get(path).body());
    int seen = 0;
    while (rows.find()) {
      var list = get(rows.group(1).replace("&amp;", "&")).body();
      assertThat(list).as(rows.group(1)).contains(rows.group(2) + " initiative");
      seen++;
    }

    assertThat(seen).isPositive();
  }

  @Test
  void theMapShowsEachFlowOfTheTableAsAnArc() throws Exception {
    var page = get("/flows").body();

    assertThat(page).contains("role=\"img\"", "class=\"land\"");
    assertThat(Pattern.compile("class=\"arc [a-z-]+\" d=\"M").matcher(page).results().count())
        .isEqualTo(ROW.matcher(page).results().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar", "zh"})
  void thePictureAloneIsWellFormedAndSpeaks(String language) throws Exception {
    var answer = get("/flows.svg?southSouth=true&lang=" + language);
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var picture =
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));

    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
    assertThat(picture.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://www.w3.org/2000/svg");
    assertThat(picture.getElementsByTagName("title").getLength()).isPositive();
  }

  @Test
  void whatNobodyKnowsIsSaid() throws Exception {
    assertThat(get("/flows?country=ZZZ").body()).contains("“ZZZ” is not known here");
    assertThat(get("/flows.svg?country=ZZZ").statusCode()).isEqualTo(400);
    assertThat(get("/flows?year=12").statusCode()).isEqualTo(400);
  }
}
