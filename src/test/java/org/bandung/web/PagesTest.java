package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.bandung.exchange.Imports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesTest {

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", "text/html");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String shared() throws IOException, InterruptedException {
    return get("/initiatives/QM-AG-0/a%20b").headers().firstValue("Location").orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/|What the South has done together|ما أنجزته بلدان الجنوب معا",
        "/initiatives|Words in the title|كلمات في العنوان",
        "/countries|Norelia|نوريليا",
        "/countries/QNN|Least developed countries|أقل البلدان نموا",
        "/countries/QPP|ends 24 November 2026|نوريليا",
        "/groupings|Regional communities|جماعات إقليمية",
        "/groupings/COMM|Who works with whom|من يعمل مع من",
        "/sources|Last imports|آخر عمليات الاستيراد",
        "/sources/iati:QM-AG|The initiatives it states|المبادرات التي يذكرها",
        "/about|consultation|التشاور",
        "/accessibility|level AA|المستوى AA",
        "/privacy|desk@example.org|desk@example.org",
        "/api|cursor|cursor",
        "/help/notes|What notes mean|معنى الملاحظات",
        "/organisations|Named by sources|مذكورة في المصادر",
        "/flows|Who provides to whom|من يقدّم لمن",
        "/propose|Try your own table|جرّب جدولك",
        "/problems/not-found|Not found|غير موجود"
      })
  void everyPageSpeaksEnglishAndArabic(String path, String english, String arabic)
      throws IOException, InterruptedException {
    var inEnglish = get(path + "?lang=en");
    var inArabic = get(path + "?lang=ar");

    assertThat(inEnglish.statusCode()).isEqualTo(200);
    assertThat(inEnglish.body()).contains("<html lang=\"en\" dir=\"ltr\"");
    assertThat(inArabic.body()).contains("<html lang=\"ar\" dir=\"rtl\"");
    if (!path.equals("/countries/QPP")) {
      assertThat(inEnglish.body()).contains(english);
      assertThat(inArabic.body()).contains(arabic);
    }
  }

  @Test
  void anInitiativeShowsWhyAndWhereItsSourcesDiffer() throws IOException, InterruptedException {
    var page = get(URI.create(shared()).getPath()).body();

    assertThat(page).contains("Rule 3 of 11", "sources differ", "Sur-Sur", "1,250,000.5");
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
    assertThat(page).doesNotContain("href=\"javascript:").contains("rel=\"noopener");
  }

  @Test
  void aSharedLanguageLinkIsRemembered() throws IOException, InterruptedException {
    var first = get("/about?lang=fr");

    assertThat(first.headers().firstValue("Set-Cookie").orElse(""))
        .contains("lang=fr", "SameSite=Lax");
    assertThat(get("/about", "Cookie", "lang=fr").body()).contains("<html lang=\"fr\"");
    assertThat(get("/about", "Accept-Language", "de, zh-CN;q=0.8").body())
        .contains("<html lang=\"zh\"");
    assertThat(get("/about?lang=xx").body()).contains("<html lang=\"en\"");
  }

  @Test
  void anUnknownCodeGivesAnEmptyListThatNamesTheParameter()
      throws IOException, InterruptedException {
    var page = get("/initiatives?country=zzz");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Country: “ZZZ” is not known here", "No initiatives");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "country=x",
        "year=12",
        "modality=A%20B",
        "cursor=nonsense",
        "country=QMM&country=QNN",
        "sector=%3Cb%3E"
      })
  void aBadParameterIsRefusedCalmly(String query) throws IOException, InterruptedException {
    var page = get("/initiatives?" + query);

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("This address cannot be understood");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nope",
        "/initiatives/none",
        "/countries/ZZZ",
        "/sources/none",
        "/assets/x",
        "/problems/x"
      })
  void whatIsNotThereIsSaidCalmly(String path) throws IOException, InterruptedException {
    var page = get(path);

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("<h1>Not found</h1>");
  }

  @Test
  void aCountryCodeInSmallLettersLeadsToItsAddress() throws IOException, InterruptedException {
    var answer = get("/countries/qnn");

    assertThat(answer.statusCode()).isBetween(301, 302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/countries/QNN");
  }

  @Test
  void theDownloadHasNamesBesideCodesAndNoFormulas() throws IOException, InterruptedException {
    var csv = get("/initiatives.csv?country=QMM");

    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.body()).contains("QMM", "Meridia", "\"'=HYPERLINK(\"\"evil\"\") of nurses\"");
  }

  @Test
  void filesHaveNamesThatChangeWithTheirContentAndHeadersAreStrict()
      throws IOException, InterruptedException {
    var page = get("/");
    var css = Pattern.compile("/assets/site-[0-9a-f]{12}\\.css").matcher(page.body());

    assertThat(css.find()).isTrue();
    assertThat(get(css.group()).headers().firstValue("Cache-Control").orElse(""))
        .contains("immutable");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'");
    assertThat(page.body()).doesNotContain("style=\"").doesNotContain("onclick");
  }

  @Test
  void aGroupingShowsItsMembersOfADay() throws IOException, InterruptedException {
    assertThat(get("/groupings/COMM?lang=en&on=2026-11-24").body())
        .contains("Members on 24 Nov 2026")
        .contains("href=\"/countries/QMM\"");
    assertThat(get("/groupings/COMM?on=yesterday").statusCode()).isEqualTo(400);
    assertThat(get("/groupings/NONE").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/initiatives?words=%25&lang=%ff",
        "/initiatives?words=%FF%FE",
        "/countries?words=%FF"
      })
  void aQueryThatCannotBeDecodedIsTheReadersMistake(String path) throws Exception {
    var answer = raw(path);

    assertThat(answer).startsWith("HTTP/1.1 400").contains("<h1");
  }

  @Test
  void theFilterOfSouthSouthCooperationIsNamedInWords() throws IOException, InterruptedException {
    assertThat(get("/initiatives?southSouth=true&lang=en").body())
        .contains("Only South-South and triangular cooperation")
        .doesNotContain("{0}");
  }

  /// What no well-behaved client sends.
  private String raw(String path) throws IOException {
    try (var socket = new java.net.Socket("localhost", port)) {
      var request =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return new String(
          socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  @Test
  void aWrongFilterOfADownloadIsRefused() throws IOException, InterruptedException {
    assertThat(get("/initiatives.csv?modality=sideways").statusCode()).isEqualTo(400);
    assertThat(get("/initiatives.csv?scope=interregional").statusCode()).isEqualTo(200);
    assertThat(get("/initiatives?signal=nothing&lang=en").body()).contains("is not known here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/initiatives",
        "/countries/QNN",
        "/groupings",
        "/groupings/COMM",
        "/organisations",
        "/sources",
        "/flows",
        "/api",
        "/help/notes",
        "/about"
      })
  void aPageIsInOrder(String path) throws IOException, InterruptedException {
    var page = get(path).body();
    var ids = found(page, " id=\"([^\"]+)\"");

    assertThat(ids).as("each place is named once").doesNotHaveDuplicates();
    assertThat(ids).containsAll(found(page, "href=\"#([^\"]+)\""));
    assertThat(ids).containsAll(found(page, "aria-labelledby=\"([^\" ]+)\""));
    var levels = found(page, "<h([1-6])[ >]").stream().map(Integer::valueOf).toList();
    assertThat(levels).startsWith(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i))
          .as("heading %d of %s", i, levels)
          .isBetween(2, levels.get(i - 1) + 1);
    }
  }

  @Test
  void everyKindOfNoteHasItsPlace() throws IOException, InterruptedException {
    assertThat(found(get("/help/notes").body(), " id=\"(bandung\\.[^\"]+)\""))
        .containsExactlyInAnyOrderElementsOf(Imports.kindsOfNotes().keySet());
  }

  @Test
  void anImportLeadsFromEachFileToItsNotes() throws IOException, InterruptedException {
    var run = found(get("/sources").body(), "href=\"(/sources/imports/[0-9]+)\"").getFirst();
    var page = get(run).body();

    var places = found(page, "href=\"#(file-[0-9]+)\"");
    assertThat(places).isNotEmpty();
    assertThat(found(page, "<section id=\"([^\"]+)\"")).containsAll(places);
  }

  private static List<String> found(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(m -> m.group(1)).toList();
  }
}
