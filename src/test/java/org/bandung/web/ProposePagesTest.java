package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bandung.kernel.Reader;
import org.bandung.registry.Registry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProposePagesTest {

  @LocalServerPort int port;
  @Autowired Registry registry;

  private HttpResponse<String> send(String language, String table)
      throws IOException, InterruptedException {
    var body =
        "--b\r\nContent-Disposition: form-data; name=\"table\"; filename=\"../../x.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + table
            + "\r\n--b--\r\n";
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/propose?lang=" + language))
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void showsHowATableWouldBeReadAndStoresNothing() throws IOException, InterruptedException {
    var table =
        Files.readString(Path.of("src/test/resources/exchange/tables/register-of-meridia.csv"));
    var before = registry.listImports(Reader.OPERATOR, 10);

    var english = send("en", table);
    var arabic = send("ar", table);

    assertThat(english.statusCode()).isEqualTo(200);
    assertThat(english.body())
        .contains("Rice seed for the delta", "country: provider", "Meridia")
        .doesNotContain("ana@meridia.example");
    assertThat(arabic.body()).contains("dir=\"rtl\"", "اسم العمود يدل على ذلك");
    assertThat(registry.listImports(Reader.OPERATOR, 10)).isEqualTo(before);
  }

  @Test
  void escapesWhatATableHolds() throws IOException, InterruptedException {
    var page = send("en", "id,title\n1,<script>alert(1)</script>\n").body();

    assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;");
  }

  @Test
  void refusesWhatIsNoTableOrTooLarge() throws IOException, InterruptedException {
    assertThat(send("en", "").body()).contains("The file is empty");
    assertThat(send("en", "%PDF-1.7").body()).contains("The file is no table");
    var large = send("en", "id,title\n" + "1,x\n".repeat(270_000));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("larger than 1 MB");
  }
}
