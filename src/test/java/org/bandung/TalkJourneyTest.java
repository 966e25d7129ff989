package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Two negotiators in two sessions, a third whose country replies by letter, and those whom it is
/// none of their business.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TalkJourneyTest {

  private static final String UNKNOWN = "no-such-talk";

  private InventedNode node;
  private Caller meridian;
  private Caller northern;
  private Caller reader;
  private Caller other;
  private Caller stranger;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    var agencyM = node.authority("QMM");
    var agencyN = node.authority("QNN");
    var bank = node.admit(node.keeper(), Body.Kind.MULTILATERAL, "Bank of Wells", null);
    reader = node.signedIn(node.person(node.keeper(), agencyN, "reader", Role.READER));
    meridian =
        node.signedIn(
            node.person(node.keeper(), agencyM, "amina", Role.NEGOTIATOR, Role.SIGNATORY));
    northern =
        node.signedIn(node.person(node.keeper(), agencyN, "bao", Role.NEGOTIATOR, Role.SIGNATORY));
    other =
        node.signedIn(node.person(node.keeper(), bank, "chidi", Role.NEGOTIATOR, Role.SIGNATORY));
    stranger = node.stranger();
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private static Map<String, String> proposal(String... parties) {
    var said = new LinkedHashMap<String, String>();
    said.put("key", java.util.UUID.randomUUID().toString());
    said.put("as", "QMM");
    said.put("n.party", String.valueOf(parties.length));
    for (int i = 0; i < parties.length; i++) {
      said.put("party." + i + ".id", parties[i]);
      said.put("party." + i + ".role", i == 0 ? "requesting" : "providing");
    }
    said.put("rule", "unanimity");
    said.put("lang.0.tag", "en");
    said.put("lang.0.title", "Water for the plain");
    said.put("lang.0.text", "The parties dig wells.\nThey do it together.");
    said.put("condition.0.kind", "none");
    return said;
  }

  private String opened(String... parties) {
    var answer = meridian.form("/desk/talks/new", "/desk/talks/new", proposal(parties));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    var to = answer.headers().firstValue("Location").orElseThrow();
    return to.replaceFirst(".*/desk/talks/", "").replaceFirst("\\?.*", "");
  }

  private static String page(String id) {
    return "/desk/talks/" + id;
  }

  /// Does something by the form on the page of the talks.
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int deed(Caller who, String id, String deed, Map<String, String> said) {
    var fields = new LinkedHashMap<>(who.hidden(page(id)));
    fields.remove("_csrf");
    fields.putAll(said);
    return who.form(page(id), page(id) + deed, fields).statusCode();
  }

  @Test
  void fromTheFirstProposalOverAnAmendmentToAnAgreement() {
    var id = opened("QMM", "QNN");
    assertThat(northern.get("/desk/talks").body())
        .contains("Water for the plain", "your reply is awaited");
    assertThat(northern.get(page(id)).body())
        .contains(
            "Unanimity", "Silence is never a reply", "has not replied", "They do it together.");

    var form = northern.get(page(id) + "/amend?as=QNN").body();
    assertThat(form).contains("They do it together.");
    var amended = new LinkedHashMap<>(proposal("QMM", "QNN"));
    amended.put("as", "QNN");
    amended.put("basis", "1");
    amended.put("lang.0.text", "The parties dig deep wells.\nThey do it together.");
    assertThat(northern.form(page(id) + "/amend", page(id) + "/amend", amended).statusCode())
        .isEqualTo(302);
    assertThat(meridian.get(page(id)).body()).containsPattern("<ins> ?deep").contains("version 2");

    var step = meridian.get(page(id) + "/accept?as=QMM").body();
    assertThat(step).contains("it takes exactly", "deep wells").contains("To accept binds");
    assertThat(deed(meridian, id, "/reply", Map.of("position", "accepts"))).isEqualTo(302);
    assertThat(northern.get(page(id)).body()).contains("accepts");
    assertThat(deed(northern, id, "/reply", Map.of("position", "accepts"))).isEqualTo(302);

    assertThat(meridian.get(page(id)).body())
        .contains("All who stand in it have consented to version 2.", "/desk/agreements/")
        .doesNotContain("id=\"move\"");
  }

  @Test
  void theFormComesBackWithARowMoreAndNothingLost() {
    var said = proposal("QMM", "QNN");
    said.put("budget.0.what.0", "Drilling rigs");
    said.put("budget.0.amount", "12x");
    said.put("add", "budget");
    var more = meridian.form("/desk/talks/new", "/desk/talks/new", said, "plan.txt", bytes("x"));

    assertThat(more.statusCode()).isEqualTo(200);
    assertThat(more.body())
        .contains("They do it together.", "Drilling rigs", "budget.1.amount", "plan.txt");
    said.remove("add");
    assertThat(meridian.form("/desk/talks/new", "/desk/talks/new", said).body())
        .contains("write a number with digits", "They do it together.", "12x");
    said.put("budget.0.amount", "12");
    said.put("budget.0.currency", "USD");
    said.remove("condition.0.kind");
    assertThat(meridian.form("/desk/talks/new", "/desk/talks/new", said).body())
        .contains("say which conditions there are");
  }

  @Test
  void whoWritesWhileAnotherVersionComesLosesNothing() {
    var id = opened("QMM", "QNN");
    var first = new LinkedHashMap<>(proposal("QMM", "QNN"));
    first.put("basis", "1");
    first.put("lang.0.text", "The parties dig shallow wells.");
    var second = new LinkedHashMap<>(first);
    second.put("key", "another");
    second.put("as", "QNN");
    second.put("lang.0.text", "The parties dig deep wells.");
    assertThat(meridian.form(page(id) + "/amend", page(id) + "/amend", first).statusCode())
        .isEqualTo(302);

    var late = northern.form(page(id) + "/amend", page(id) + "/amend", second);

    assertThat(late.statusCode()).isEqualTo(200);
    assertThat(late.body())
        .contains("The latest version is 2 by now", "<del>", "<ins>")
        .contains("The parties dig deep wells.", "name=\"basis\" value=\"2\"");
  }

  @Test
  void aLetterIsEnteredWithItsFileWhichOnlyThePartiesCanRead() {
    var id = opened("QMM", "QNN", "QPP");
    var fields = new LinkedHashMap<>(meridian.hidden(page(id)));
    fields.remove("_csrf");
    fields.putAll(
        Map.of("party", "QPP", "position", "accepts", "reference", "NV 7", "dated", "2026-11-20"));
    var sent =
        meridian.form(page(id), page(id) + "/letters", fields, "nv7.txt", bytes("We accept."));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);

    var shown = northern.get(page(id)).body();
    assertThat(shown).contains("attested by Meridia", "nv7.txt");
    var link = Pattern.compile("/desk/talks/" + id + "/files/[0-9a-f]{64}");
    var found = link.matcher(shown);
    assertThat(found.find()).isTrue();
    assertThat(northern.get(found.group()).body()).isEqualTo("We accept.");
    assertThat(northern.get(found.group()).headers().firstValue("Content-Disposition"))
        .get()
        .asString()
        .startsWith("attachment");
    assertThat(other.get(found.group()).statusCode()).isEqualTo(404);
    var elsewhere = opened("QMM", "QNN");
    assertThat(northern.get(found.group().replace(id, elsewhere)).statusCode())
        .as("a file belongs to its own talks")
        .isEqualTo(404);
  }

  @Test
  void notesOfOneSideLeaveNoTraceForTheOther() {
    var id = opened("QMM", "QNN");
    var before = northern.get(page(id)).body();
    assertThat(deed(meridian, id, "/notes", Map.of("note", "Our limit is five."))).isEqualTo(302);

    assertThat(meridian.get(page(id)).body()).contains("Our limit is five.");
    assertThat(withoutKeys(northern.get(page(id)).body())).isEqualTo(withoutKeys(before));
  }

  private static String withoutKeys(String page) {
    return page.replaceAll("value=\"[0-9a-zA-Z_-]{30,}=*\"", "value");
  }

  @Test
  void whoOnlyReadsIsShownNoMoveAndToldWhyNot() {
    var id = opened("QMM", "QNN");
    assertThat(reader.get(page(id)).body()).contains("Unanimity").doesNotContain("id=\"move\"");
    var fields = Map.of("as", "QNN", "key", "k", "version", "1", "position", "accepts");
    var answer = reader.form("/desk", page(id) + "/reply", fields);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("must be trusted by your side", "signatory");
    assertThat(reader.get("/desk/talks/new").body()).contains("Only those who negotiate or sign");
  }

  private static final List<String> READ =
      List.of("", "/amend", "/accept", "/files/" + "0".repeat(64));
  private static final List<String> WRITTEN =
      List.of(
          "/amend",
          "/reply",
          "/leave",
          "/comments",
          "/notes",
          "/deadline",
          "/letters",
          "/letters/confirm",
          "/letters/disown");

  @Test
  void toWhomItIsNothingItIsAsIfItWereNotThere() {
    var id = opened("QMM", "QNN");
    var fields =
        Map.of(
            "as",
            "QMM",
            "key",
            "k",
            "version",
            "1",
            "position",
            "accepts",
            "reason",
            "r",
            "until",
            "2027-01-01",
            "dated",
            "2026-01-01");
    for (var path : READ) {
      var known = other.get(page(id) + path);
      var unknown = other.get(page(UNKNOWN) + path);
      assertThat(known.statusCode()).as(path).isEqualTo(404);
      assertThat(Caller.plain(known.body().replace(id, UNKNOWN)))
          .as(path)
          .isEqualTo(Caller.plain(unknown.body()));
      assertThat(stranger.get(page(id) + path).statusCode()).isEqualTo(302);
    }
    for (var path : WRITTEN) {
      var known = other.form("/desk", page(id) + path, fields);
      var unknown = other.form("/desk", page(UNKNOWN) + path, fields);
      assertThat(known.statusCode()).as(path).isEqualTo(404);
      assertThat(Caller.plain(known.body().replace(id, UNKNOWN)))
          .as(path)
          .isEqualTo(Caller.plain(unknown.body()));
      assertThat(stranger.form("/", page(id) + path, fields).statusCode()).isEqualTo(403);
    }
    assertThat(other.get("/desk/talks").body()).doesNotContain("Water for the plain");
    var forged = proposal("QMM", "QNN");
    assertThat(other.form("/desk", "/desk/talks/new", forged).statusCode()).isEqualTo(404);
  }
}
