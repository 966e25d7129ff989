package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every list as a file: codes and names beside them, in the reader's language.
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DownloadsTest {

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private List<NamedCsvRecord> rows(String path) throws IOException, InterruptedException {
    var answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"bandung-");
    assertThat(answer.body()).startsWith("\ufeff");
    return CsvReader.builder().ofNamedCsvRecord(answer.body().substring(1)).stream().toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/countries.csv|code|QNN|name|Norelia|نوريليا",
        "/countries/QNN.csv|country|QNN|country_name|Norelia|نوريليا",
        "/groupings.csv|code|COMM|kind_name|Regional communities|جماعات إقليمية",
        "/organisations.csv?kind=un-body|id|fao|kind_name|United Nations body|هيئة تابعة للأمم المتحدة",
        "/organisations.csv?words=meridia|id||name|Meridia Agency for Cooperation|Meridia Agency for Cooperation",
        "/sources.csv|key|iati:QM-AG|channel|iati|iati",
        "/rates.csv|currency|EUR|currency_name|Euro|يورو",
        "/flows.csv?modality=triangular|modality|triangular|modality_name|Triangular|ثلاثي"
      })
  void holdsCodesAndTheirNamesInTheReadersLanguage(
      String path, String key, String code, String column, String english, String arabic)
      throws Exception {
    var join = path.contains("?") ? "&" : "?";
    for (var language : List.of("en", "ar")) {
      var row =
          rows(path + join + "lang=" + language).stream()
              .filter(r -> code == null || r.getField(key).equals(code))
              .findFirst();
      assertThat(row).as(path).isPresent();
      assertThat(row.get().getField(column)).isEqualTo(language.equals("en") ? english : arabic);
    }
  }

  @Test
  void theMembersOfAGroupingAreThoseOfTheDayAskedFor() throws Exception {
    var today = rows("/groupings/COMM.csv");
    var before = rows("/groupings/COMM.csv?on=1900-01-01");

    assertThat(today).isNotEmpty().hasSameSizeAs(before);
    assertThat(today).anyMatch(r -> r.getField("state").equals("now"));
    assertThat(before)
        .noneMatch(r -> r.getField("state").equals("now") && !r.getField("from").isEmpty());
  }

  @Test
  void theNotesOfAnImportSayWhatToDo() throws Exception {
    var page = get("/sources").body();
    int at = page.indexOf("/sources/imports/") + "/sources/imports/".length();
    var id = page.substring(at, page.indexOf('"', at));

    var notes = rows("/sources/imports/" + id + ".csv");

    assertThat(notes).isNotEmpty();
    assertThat(notes.getFirst().getHeader())
        .containsExactly("file", "line", "record", "severity", "code", "path", "message", "advice");
  }

  @Test
  void whatAnybodyWroteIsNeverAFormula() throws Exception {
    assertThat(rows("/initiatives.csv"))
        .anyMatch(r -> r.getField("title").startsWith("'=HYPERLINK"))
        .noneMatch(r -> r.getField("title").startsWith("="));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/organisations.csv?country=ZZZ",
        "/organisations.csv?kind=none",
        "/organisations?cursor=x",
        "/organisations?words=%00",
        "/flows.csv?country=ZZZ"
      })
  void whatCannotBeIsRefused(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(400);
  }

  @Test
  void anOrganisationOpensExactlyTheInitiativesItsNumbersWereCountedFrom() throws Exception {
    var id = rows("/organisations.csv?words=meridia").getFirst().getField("id");
    var page = get("/organisations/" + id).body();

    assertThat(page).contains("Meridia Agency for Cooperation");
    assertThat(opened(page)).isPositive();
    assertThat(get("/organisations/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void organisationsThatWorkTogetherOpenWhatTheyShare() throws Exception {
    String page = "";
    for (var organisation : rows("/organisations.csv")) {
      page = get("/organisations/" + organisation.getField("id")).body();
      if (page.contains("alongside=")) {
        break;
      }
    }

    assertThat(page).contains("alongside=");
    assertThat(opened(page)).isPositive();
  }

  /// Opens every number of an organisation's page and finds as many initiatives there.
  private int opened(String page) throws Exception {
    var doors =
        java.util.regex.Pattern.compile(
                "href=\"(/initiatives\\?organisation=[^\"]+)\"(?:><span>[^<]+</span> <span class=\"count\"| aria-label=\"[^\"]+\")>([0-9]+)<")
            .matcher(page);
    int seen = 0;
    while (doors.find()) {
      var list = get(doors.group(1).replace("&amp;", "&")).body();
      assertThat(list).as(doors.group(1)).contains(doors.group(2) + " initiative");
      seen++;
    }
    return seen;
  }
}
