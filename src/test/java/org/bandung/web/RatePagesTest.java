package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The page of exchange rates over the invented world.
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RatePagesTest {

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private String get(String query) throws IOException, InterruptedException {
    var address = URI.create("http://localhost:" + port + "/rates" + query);
    var answer =
        client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(query).isEqualTo(200);
    return answer.body().replaceAll("\\s+", " ").replaceAll("<[^>]*>", "").replace('\u00a0', ' ');
  }

  @Test
  void saysWhichRatesThereAreAndWhatIsMissing() throws Exception {
    var page = get("");

    assertThat(page)
        .contains("3 rates", "QMD / USD", "crown-bank", "May 2019", "Jun 2019; Jul 2019")
        .contains("qm-gdp", "2018–2019", "rates.csv", "levels.csv")
        .doesNotContain("No value:");
  }

  @Test
  void convertsAndSaysByWhichRateFromWhomAndOfWhen() throws Exception {
    var page = get("?amount=100&from=qmd&to=EUR&date=2019-05-03");

    // 100 × 0.5 / 1.25
    assertThat(page)
        .contains("100 QMD = 40 EUR", "1 QMD = 0.4 EUR", "average of the month", "May 2019")
        .contains("1 QMD = 0.5 USD: average of the month, May 2019; source: crown-bank")
        .contains("1 EUR = 1.25 USD: average of the month, May 2019; source: crown-bank");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?amount=100&from=QMD&to=EUR&date=2018|there is no rate of QMD for 2018.",
        "?amount=100&from=KES&to=EUR&date=2019|no source has any rate of KES.",
        "?amount=100&from=ZZZ&to=EUR&date=2019|ZZZ is no currency that is known.",
        "?amount=ten&from=QMD&to=EUR&date=2019|The amount cannot be read",
        "?amount=1&from=QMD&to=EUR&date=soon|The date cannot be read",
        "?amount=1&from=dollars&to=EUR&date=2019|A currency has three letters",
        "?amount=99999999999999999999999999999999999999999&from=QMD&to=EUR&date=2019|cannot be read"
      })
  void saysWhyThereIsNoValue(String query, String reason) throws Exception {
    assertThat(get(query)).contains("No value:", reason);
  }

  @Test
  void repeatsNothingThatCouldBeScript() throws Exception {
    var address =
        URI.create(
            "http://localhost:"
                + port
                + "/rates?amount=%22%3E%3Cscript%3E&from=%3Cb%3E&to=%22%27&date=%3Ci%3E&method=%3Cu%3E");
    var body =
        client
            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
            .body();

    assertThat(body).doesNotContain("<script>", "<b>", "<i>", "<u>");
  }
}
