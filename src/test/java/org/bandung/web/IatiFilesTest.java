package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Files of IATI for whoever downloads them.
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IatiFilesTest {

  private static final Pattern ID = Pattern.compile("bandung:initiative id=\"([0-9a-z]{16})\"");

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void allActivitiesAreOneFileThatIsSentOnce() throws Exception {
    var first = get("/iati/activities.xml");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
    assertThat(text(first)).contains("<iati-activities ").endsWith("</iati-activities>\n");
    var tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(get("/iati/activities.xml", "If-None-Match", tag).statusCode()).isEqualTo(304);
    var packed = get("/iati/activities.xml", "Accept-Encoding", "gzip");
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(plain.readAllBytes()).isEqualTo(first.body());
    }
  }

  @Test
  void oneInitiativeIsAFileAndItsPageLeadsThere() throws Exception {
    var all = ID.matcher(text(get("/iati/activities.xml")));
    assertThat(all.find()).isTrue();
    var path = "/initiatives/" + all.group(1) + ".iati.xml";

    var one = get(path);

    assertThat(one.statusCode()).isEqualTo(200);
    assertThat(text(one)).containsOnlyOnce("<iati-identifier>").contains(all.group(1));
    assertThat(text(get("/initiatives/" + all.group(1)))).contains("href=\"" + path + '"');
  }

  @Test
  void aSelectionHoldsLess() throws Exception {
    var whole = text(get("/iati/activities.xml"));
    assertThat(text(get("/iati/activities.xml?source=iati:QM-AG"))).contains("<iati-identifier>");
    assertThat(text(get("/iati/activities.xml?country=QYY"))).hasSizeLessThan(whole.length());
  }

  @Test
  void whatTheFileDoesNotSayIsSaid() throws Exception {
    assertThat(text(get("/iati/loss.json"))).contains("\"initiatives\"").contains("\"modality\"");
    assertThat(text(get("/iati/loss.csv?lang=fr"))).contains("modalité déduite");
    assertThat(text(get("/iati/organisations.xml"))).contains("<organisation-identifier>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/initiatives/0000000000000000.iati.xml",
        "/iati/activities.xml?country=ZZZ",
        "/iati/activities.xml?country=QM",
        "/iati/activities.xml?source=no-such",
        "/iati/activities.xml?source=%00"
      })
  void whatIsNotThereIsNotThere(String path) throws Exception {
    assertThat(get(path).statusCode()).isIn(400, 404);
  }
}
