package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.collection.CollectionRounds;
import org.bandung.collection.Round;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Rounds from the door: what strangers try, what is pressed twice, tables that mean no good.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundDoorTest {

  private static final List<String> OF_AUTHORITY =
      List.of(
          "invite",
          "invite-new",
          "remind",
          "remind-late",
          "list-anew",
          "send-back",
          "accept",
          "move-due",
          "sign-off",
          "freeze",
          "release",
          "amend");

  private static final List<String> OF_INSTITUTION =
      List.of("confirm", "confirm-rest", "reconsider", "take-back", "nothing", "submit");

  private InventedNode node;
  private InventedNode.Person head;
  private Caller authority;
  private Caller ministry;
  private Caller other;
  private Caller foreign;
  private Body water;
  private Body health;
  private String round;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    var agency = node.authority("QMM");
    head = node.person(node.keeper(), agency, "Bao", Role.AUTHORITY, Role.SIGNATORY);
    water = node.admit(head, Body.Kind.ORGANISATION, "Ministry of Water", "QMM");
    health = node.admit(head, Body.Kind.ORGANISATION, "Ministry of Health", "QMM");
    var roads = node.admit(head, Body.Kind.ORGANISATION, "Ministry of Roads", "QMM");
    authority = node.signedIn(head);
    ministry = node.signedIn(node.person(head, water, "Chidi", Role.CONTRIBUTOR));
    other = node.signedIn(node.person(head, roads, "Dalia", Role.CONTRIBUTOR, Role.SIGNATORY));
    var abroad = node.authority("QNN");
    foreign =
        node.signedIn(node.person(node.keeper(), abroad, "Edo", Role.AUTHORITY, Role.SIGNATORY));
    round = opened();
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private String opened() {
    var fields =
        Map.of(
            "key",
            "one",
            "in",
            "en",
            "name",
            "What we did",
            "from",
            "2026-01-01",
            "to",
            "2026-12-31",
            "due",
            "2026-12-31",
            "reminders",
            "");
    var first = authority.form("/desk/rounds/new", "/desk/rounds/new", fields);
    var again = authority.form("/desk/rounds/new", "/desk/rounds/new", fields);
    var address = location(first);
    assertThat(location(again)).isEqualTo(address);
    for (var body : List.of(water, health)) {
      press(authority, "/do/invite", address, Map.of("institution", body.id(), "language", "en"));
    }
    return address;
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .map(l -> l.replaceFirst("^https?://[^/]*", ""))
        .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
  }

  private static HttpResponse<String> press(
      Caller who, String what, String address, Map<String, String> fields) {
    var page = what.startsWith("/mine") ? address + "/mine" : address;
    return who.form(page, address + what, fields);
  }

  private Round now() {
    return node.bean(CollectionRounds.class)
        .find(node.account(head), round.replaceFirst(".*/", ""))
        .orElseThrow()
        .round();
  }

  private Round.Asked asked(Body body) {
    return Objects.requireNonNull(now().asked().get(body.id()));
  }

  @Test
  void toWhomItIsNothingThereIsNoSuchRound() {
    var before = now();
    for (var stranger : List.of(other, foreign)) {
      for (var page : List.of("", "/mine", "/mine/add", "/mine/sheet", "/answers/" + water.id())) {
        assertThat(stranger.get(round + page).statusCode()).as(page).isEqualTo(404);
      }
      for (var what : OF_AUTHORITY) {
        var fields = Map.of("key", "k", "institution", water.id(), "reason", "because");
        assertThat(stranger.form("/desk", round + "/do/" + what, fields).statusCode())
            .as(what)
            .isEqualTo(404);
      }
      for (var what : OF_INSTITUTION) {
        var fields = Map.of("key", "k", "body", water.id());
        assertThat(stranger.form("/desk", round + "/mine/do/" + what, fields).statusCode())
            .as(what)
            .isEqualTo(404);
      }
    }
    assertThat(now()).isEqualTo(before);
  }

  @Test
  void anInstitutionDoesNothingThatTheAuthorityDoesNorForAnother() {
    ministry.get(round + "/mine");
    var before = now();
    for (var what : OF_AUTHORITY) {
      var fields = Map.of("key", "k", "institution", health.id(), "reason", "because");
      assertThat(ministry.form("/desk", round + "/do/" + what, fields).statusCode())
          .as(what)
          .isEqualTo(404);
    }
    for (var what : OF_INSTITUTION) {
      var fields = Map.of("key", "k", "body", health.id());
      assertThat(ministry.form("/desk", round + "/mine/do/" + what, fields).statusCode())
          .as(what)
          .isEqualTo(404);
    }
    assertThat(ministry.get(round + "/mine?body=" + health.id()).statusCode()).isEqualTo(404);
    assertThat(ministry.get(round + "/answers/" + water.id()).statusCode()).isEqualTo(404);
    assertThat(now()).isEqualTo(before);
  }

  private String sheet(byte[] table) {
    return ministry
        .form(round + "/mine/sheet", round + "/mine/sheet", Map.of("body", water.id()), "t", table)
        .body();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void hostileTablesAreToldAndTakeNothing() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write(new byte[60 << 20]);
    }
    for (var table :
        List.of(
            new byte[0],
            new byte[2 << 20],
            packed.toByteArray(),
            bytes("\u0000\u0000\u0000"),
            bytes("Something,Else\n1,2\n"))) {
      assertThat(sheet(table)).contains("The table cannot be read.").doesNotContain("Exception");
    }
    var many = new StringBuilder("ID,Title\n");
    for (int i = 0; i < 600; i++) {
      many.append(i).append(",Row\n");
    }
    assertThat(sheet(bytes(many.toString()))).contains("500 rows can be taken");
    var odd =
        "ID,Title,Spent,Currency\n1,Good,5,USD\n2," + "x".repeat(400) + ",5,USD\n3,No money,5,\n";
    assertThat(sheet(bytes(odd)))
        .contains("1 row can be taken")
        .contains("The text is too long.", "A currency is three capital letters");
    assertThat(asked(water).additions()).isEmpty();
  }

  @Test
  void aTableIsTakenOnceHoweverOftenThatIsPressed() {
    var table = "ID,Title,Providers,Recipients\n7,Looms,QMM,QNN\n";
    var fields = Map.of("body", health.id());
    var nurse = node.signedIn(node.person(head, health, "Fumi", Role.CONTRIBUTOR));
    var page = round + "/mine/sheet";
    nurse.form(page, page, fields, "t.csv", bytes(table));
    for (int i = 0; i < 3; i++) {
      nurse.form(page, page + "/take", fields);
    }
    nurse.form(page, page, fields, "t.csv", bytes(table));
    nurse.form(page, page + "/take", fields);
    assertThat(asked(health).additions()).hasSize(1);
    assertThat(ministry.get(round + "/mine").body()).doesNotContain("Looms");
    // The authority counts what is not submitted, and does not read it.
    assertThat(authority.get(round + "/answers/" + health.id()).body()).doesNotContain("Looms");
    press(nurse, "/mine/do/submit", round, Map.of("key", "s", "body", health.id()));
    assertThat(authority.get(round + "/answers/" + health.id()).body()).contains("Looms");
  }
}
