package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.bandung.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is too large is answered by a page that says so, in the reader's language.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TooLargeTest {

  private InventedNode node;
  private Caller caller;
  private String page = "";

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    var person =
        node.person(node.keeper(), node.authority("QMM"), "QMM", Role.SIGNATORY, Role.CONTRIBUTOR);
    caller = node.signedIn(person);
    page = "/desk/initiatives/" + JointFilesTest.begun(node, person) + "/told";
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private static void clear(HttpResponse<String> answer, String said) {
    assertThat(answer.body()).contains(said).doesNotContain("Exception", "org.apache", "\tat ");
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.body()).contains("<h1", "</html>");
  }

  @Test
  void aFormBeyondItsLimitIsToldSo() {
    caller.get(page + "?as=QMM&lang=en");
    clear(caller.post(page, "as", "QMM", "story", "x".repeat(1_100_000)), "too large");
    caller.get("/desk?lang=fr");
    clear(caller.post("/desk/initiatives/new", "title", "x".repeat(1_100_000)), "trop grand");
    caller.get("/desk?lang=en");
  }

  @Test
  void aFileBeyondItsLimitIsToldSo() {
    caller.get(page + "?as=QMM&lang=en");
    clear(caller.upload(page, "x.jpg", new byte[11_700_000], "as", "QMM"), "too large");
    clear(caller.upload(page, "x.jpg", new byte[20_000_000], "as", "QMM"), "too large");
    caller.get("/desk?lang=ar");
    clear(caller.upload(page, "x.jpg", new byte[20_000_000], "as", "QMM"), "أكبر");
    caller.get("/desk?lang=en");
    var stranger = node.stranger();
    stranger.get("/propose");
    clear(stranger.upload("/propose", "x.csv", new byte[13_000_000]), "1 MB");
  }

  @Test
  void whatIsJustBelowTheLimitIsReadAndAnsweredByTheForm() {
    caller.get(page + "?as=QMM&lang=en");
    var answer =
        caller.upload(
            page,
            "x.jpg",
            new byte[10_600_000],
            "as",
            "QMM",
            "key",
            "k",
            "alt",
            "A",
            "seen-agreed",
            "yes");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("The file is larger than 10 MB");
  }
}
