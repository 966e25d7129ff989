package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Role;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Reader;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Statement;
import org.bandung.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/// An authority opens a round; one ministry confirms in bulk and adds by form and by table, another
/// says that it has nothing to report; two editions come of it, and a correction in between.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundJourneyTest {

  private InventedNode node;
  private String water;
  private int version;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node =
        InventedNode.open(
            home, "BANDUNG_MAIL_SERVER", "localhost:1", "BANDUNG_MAIL_ENCRYPTED", "no");
    var wells = say("QM-W-1", "Wells for the uplands");
    say("QM-W-2", "Springs for the uplands");
    say("QM-W-3", "Dams for the uplands");
    water =
        node.bean(Registry.class)
            .organisations(Reader.PUBLIC, List.of(wells))
            .getOrDefault(wells, Set.of())
            .iterator()
            .next()
            .replaceFirst(":.*", "");
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  /// What the ministry's own publisher says of an initiative; said again, it is a correction.
  private String say(String id, String title) {
    var content =
        new Content(
            "project",
            LocalizedText.of("en", title),
            LocalizedText.EMPTY,
            null,
            Period.UNKNOWN,
            new Period(PartialDate.parse("2024-03").orElseThrow(), null, false),
            List.of(
                new Participant(
                    org.bandung.registry.said.Role.PROVIDER,
                    new CountryCode("QMM"),
                    null,
                    null,
                    new Participant.OrganisationMention(
                        "QM-GOV-WATER", LocalizedText.of("en", "Ministry of Water"), "10", null)),
                Participant.country(
                    org.bandung.registry.said.Role.RECIPIENT, new CountryCode("QNN"))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    try (var run = node.bean(Registry.class).beginImport("iati", "QM-PUB")) {
      var receipts =
          run.receive(
              List.of(
                  new Statement(
                      new Statement.Source("iati", "QM-PUB", LocalizedText.of("en", "Publisher")),
                      id,
                      Statement.Speaker.PUBLISHER,
                      "%064x".formatted(++version),
                      Statement.Payload.compress(id),
                      null,
                      null,
                      content,
                      List.of(),
                      "test")));
      run.finish(false);
      return receipts.getFirst().initiativeId();
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(node.root() + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private List<String> letters() {
    return node.bean(Database.class)
        .sql()
        .sql("select recipient || ' ' || language || ' ' || subject from post_letter order by id")
        .query(String.class)
        .list();
  }

  /// The row of a ministry in the table of progress.
  private static String row(Visitor visitor, String name) {
    return visitor.browser().text(By.xpath("//tr[th//*[contains(text(), '" + name + "')]]"));
  }

  private static void picture(Visitor visitor, String name) {
    for (int width : new int[] {360, 1280}) {
      visitor.browser().screen(width, false);
      visitor.browser().picture("round-" + name + "-" + width + "-en");
    }
  }

  private Path sheet() throws IOException {
    var file = Files.createTempFile("more", ".csv");
    Files.writeString(
        file,
        """
        ID,Title,Providers,Recipients,Start,End,Spent,Currency
        A-1,Seed banks for Norelia,Meridia,Norelia,2026-02,2026-11,12000,USD
        A-2,Nurses for Osmara,QMM,QOO,2026-05,open,,
        A-3,=cmd|' /C calc'!A0,QMM,Nowhere at all,2026,,lots,
        A-3,The same row again,QMM,QNN,2026,,,
        """);
    return file;
  }

  @Test
  void fromTheFirstLetterToTheSecondEdition() throws Exception {
    var keeper = node.keeper();
    var agency = node.admit(keeper, Body.Kind.AUTHORITY, "Meridia Agency", "QMM");
    var head = node.person(keeper, agency, "Bao", Role.AUTHORITY, Role.SIGNATORY);
    var wanted =
        new Mandates.Wanted(Body.Kind.ORGANISATION, "Ministry of Water", "QMM", null, water);
    var ministry =
        ((Mandates.AdmitOutcome.Admitted)
                node.bean(Mandates.class).admit(node.account(head), wanted))
            .body();
    var clerk = node.person(head, ministry, "Chidi", Role.CONTRIBUTOR, Role.SIGNATORY);
    var health = node.admit(head, Body.Kind.ORGANISATION, "Ministry of Health", "QMM");
    var nurse = node.person(head, health, "Dalia", Role.CONTRIBUTOR, Role.SIGNATORY);
    try (var bao = Visitor.signIn(node, head, true);
        var chidi = Visitor.signIn(node, clerk, false);
        var dalia = Visitor.signIn(node, nurse, false)) {
      var round = opened(bao, ministry, health);
      confirms(chidi, round);
      dalia.browser().show(node.root() + "/desk/rounds/" + round);
      assertThat(dalia.reads()).contains("Nothing is known of this period yet");
      assertThat(dalia.reads()).doesNotContain("Wells", "Seed banks", "Ministry of Water");
      dalia.browser().show(node.root() + "/desk/rounds/" + round + "/answers/" + ministry.id());
      assertThat(dalia.reads()).doesNotContain("Seed banks");
      dalia.browser().show(node.root() + "/desk/rounds/" + round + "/mine");
      dalia.press("/do/nothing").until("nothing to report. Thank you");

      var first = signedAndFrozen(bao, round, ministry, health);
      assertThat(get("/editions/" + first).statusCode()).isEqualTo(404);
      bao.browser().show(node.root() + "/desk/rounds/" + round);
      bao.press("/do/release").until("Everybody can read it now");
      var frozen = get("/editions/" + first + "/edition.json").body();
      assertThat(get("/editions/" + first).body())
          .contains("Seed banks for Norelia", "Bao", "Since then", "No record of this edition");
      assertThat(get("/editions/" + first + "/initiatives.csv").body())
          .contains("'=cmd|", "QMM provider; QNN recipient");

      say("QM-W-1", "Forty wells for the uplands");
      assertThat(get("/editions/" + first).body())
          .contains("<del dir=\"auto\">Wells for the uplands</del>")
          .contains("<ins dir=\"auto\">Forty wells for the uplands</ins>");
      assertThat(get("/editions/" + first + "/edition.json").body()).isEqualTo(frozen);

      second(bao, round, first);
      assertThat(get("/editions/" + first + "/edition.json").body()).isEqualTo(frozen);
    }
  }

  private String opened(Visitor bao, Body ministry, Body health) {
    bao.desk("rounds").follow("/desk/rounds/new").type("name", "What we did in 2026");
    bao.send();
    var round = bao.idAfter("/desk/rounds/");
    bao.tick("i-" + ministry.id()).type("email-known", "water@example.org");
    bao.choose("language-known", "es").press("/do/invite").until("Invited.");
    bao.tick("i-" + health.id()).type("email-known", "health@example.org");
    bao.press("/do/invite").until("Ministry of Health");
    bao.type("newcomer", "Ministry of Roads").type("email", "roads@example.org");
    bao.press("/do/invite-new").until("Ministry of Roads");
    bao.press("/do/remind-late").until("Reminded.");
    assertThat(letters())
        .contains(
            "water@example.org es Ronda de recolección: What we did in 2026",
            "water@example.org es Recordatorio: What we did in 2026",
            "roads@example.org en Collection round: What we did in 2026")
        .anyMatch(l -> l.startsWith("roads@example.org en ") && l.contains("Ministry of Roads"));
    picture(bao, "progress");
    return round;
  }

  private void confirms(Visitor chidi, String round) throws IOException {
    chidi.desk("rounds").follow("/desk/rounds/" + round);
    picture(chidi, "list");
    chidi.browser().screen(360, true);
    chidi.browser().show(chidi.address().replaceFirst("[?].*", "?lang=ar"));
    chidi.browser().picture("round-list-360-ar");
    chidi.browser().show(chidi.address().replaceFirst("[?].*", "?lang=en"));
    chidi.read("It is otherwise");
    chidi.type("end", "2026-12").type("note", "Handed over in December");
    picture(chidi, "item");
    chidi.press("/correct").until("The correction is kept");
    chidi.click(By.id("confirm-rest")).until("3 of 3 answered");

    chidi.followTo("/mine/add").type("title", "Bridges for Osmara");
    chidi.choose("country-1", "QOO").type("amount", "5000").type("currency", "usd");
    picture(chidi, "add");
    chidi.send().until("Bridges for Osmara");

    chidi.followTo("/mine/sheet").attach("table", sheet()).press("/mine/sheet");
    assertThat(chidi.reads()).contains("3 rows can be taken", "will be added", "not taken");
    picture(chidi, "sheet");
    chidi.press("/sheet/take").until("Seed banks for Norelia");
    chidi.press("/do/submit").until("Submitted. Thank you.");
    assertThat(chidi.browser().driver().findElements(By.id("confirm-ticked"))).isEmpty();
  }

  private String signedAndFrozen(Visitor bao, String round, Body ministry, Body health) {
    bao.browser().show(node.root() + "/desk/rounds/" + round);
    assertThat(row(bao, "Ministry of Water")).contains("submitted", "2 of 3");
    assertThat(row(bao, "Ministry of Health")).contains("nothing to report");
    assertThat(row(bao, "Ministry of Roads")).contains("invited");
    bao.followTo("/answers/" + ministry.id());
    assertThat(bao.reads()).contains("Handed over in December", "Bridges for Osmara");
    picture(bao, "answers");
    bao.press("/do/accept").until("Accepted.");
    bao.followTo("/answers/" + health.id()).press("/do/accept").until("Accepted.");
    bao.press("/do/sign-off").until("Signed off by Bao");
    bao.press("/do/freeze").until("Frozen as an edition");
    var number = bao.followTo("/editions/QMM-").idAfter("/editions/");
    assertThat(bao.reads()).contains("Only your authority can read", "has not answered");
    picture(bao, "edition");
    return number;
  }

  private void second(Visitor bao, String round, String first) throws Exception {
    bao.browser().show(node.root() + "/desk/rounds/" + round);
    bao.type("reason-amend", "The wells were counted").press("/do/amend");
    bao.until("Opened once more").press("/do/sign-off").until("Signed off by Bao");
    bao.type("reason-freeze", "The wells were counted").press("/do/freeze");
    var second = bao.followTo("/editions/" + first.replaceFirst("-1$", "-2")).idAfter("/editions/");
    assertThat(bao.reads()).contains("Forty wells for the uplands", "would say the same");
    bao.browser().show(node.root() + "/desk/rounds/" + round);
    bao.press("/do/release").until("Everybody can read it now");
    assertThat(get("/editions/" + first).body()).contains("/editions/" + second);
    assertThat(get("/editions").body()).contains(first, second);
    bao.browser().screen(360, false);
    bao.browser().show(node.root() + "/editions/" + first + "?lang=ar");
    bao.browser().picture("round-edition-360-ar");
  }
}
