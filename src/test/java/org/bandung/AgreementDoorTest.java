package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.consultation.ConsultationOutcome;
import org.bandung.consultation.Consultations;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.Consultations.Invited;
import org.bandung.consultation.DecisionRule;
import org.bandung.consultation.Party;
import org.bandung.consultation.Position;
import org.bandung.consultation.TestWorld;
import org.bandung.consultation.accord.Agreements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Agreements through the door: what the parties do, what leaves the house, what strangers get.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementDoorTest {

  private static final Role[] ALL = {
    Role.AUTHORITY, Role.CONTRIBUTOR, Role.NEGOTIATOR, Role.SIGNATORY, Role.ENDORSER
  };

  private InventedNode node;
  private InventedNode.Person amina;
  private InventedNode.Person bo;
  private Caller meridia;
  private Caller northera;
  private Caller stranger;
  private Caller anonymous;
  private Body agency;
  private Body ministry;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    node = InventedNode.open(folder);
    agency = node.admit(node.keeper(), Body.Kind.AUTHORITY, "Agency of Meridia", "QMM");
    ministry = node.admit(node.keeper(), Body.Kind.AUTHORITY, "Northera Desk", "QNN");
    var other = node.admit(node.keeper(), Body.Kind.AUTHORITY, "Pelaria Desk", "QPP");
    amina = node.person(node.keeper(), agency, "amina", ALL);
    bo = node.person(node.keeper(), ministry, "bo", ALL);
    meridia = node.signedIn(amina);
    northera = node.signedIn(bo);
    stranger = node.signedIn(node.person(node.keeper(), other, "cai", ALL));
    anonymous = node.stranger();
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  /// An agreement to which both have consented.
  private String agreed(String key) {
    var talks = node.bean(Consultations.class);
    var mm = new As(node.account(amina), "QMM");
    var nn = new As(node.account(bo), "QNN");
    var opened =
        talks
            .open(
                mm,
                List.of(
                    new Invited("QMM", Party.Role.REQUESTING),
                    new Invited("QNN", Party.Role.PROVIDING)),
                DecisionRule.UNANIMITY,
                TestWorld.proposal(1, TestWorld.agreement()),
                key)
            .orElseThrow();
    var id = ((ConsultationOutcome.Done) opened).after().id();
    talks.reply(id, mm, 1, new Position.Accepts(), "a");
    talks.reply(id, nn, 1, new Position.Accepts(), "b");
    return node.bean(Agreements.class).list(node.account(amina)).getFirst().agreement().id();
  }

  private static String page(String id) {
    return "/desk/agreements/" + id;
  }

  private String sign(Caller session, String id, String party) throws Exception {
    var sent =
        session.form(
            page(id),
            page(id) + "/sign",
            Map.of("party", party, "revision", "1", "capacity", "Minister", "key", "s" + party));
    assertThat(sent.statusCode()).isEqualTo(302);
    return sent.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void bothSignAndItIsInForce() throws Exception {
    var id = agreed("k-1");
    assertThat(meridia.get("/desk/agreements").body()).contains(page(id));
    assertThat(meridia.get(page(id)).body())
        .contains("not in force", "You sign the canonical text");
    assertThat(sign(meridia, id, "QMM")).endsWith("said=done");
    assertThat(sign(meridia, id, "QMM")).endsWith("said=done");
    assertThat(sign(northera, id, "QNN")).endsWith("said=done");

    assertThat(meridia.get(page(id)).body()).contains("in force since").doesNotContain("/sign\"");
    var bundle = northera.get(page(id) + "/bundle.json");
    assertThat(bundle.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(meridia.get(page(id) + "/text").body()).contains("Draft 1", "SHA-256");
    for (var language : new String[] {"fr", "es", "pt", "ar", "zh", "ru"}) {
      assertThat(meridia.get(page(id) + "?lang=" + language).statusCode()).isEqualTo(200);
    }
    meridia.get("/desk?lang=en");
  }

  @Test
  void aStrangerGetsWhatSheWouldGetForNothing() throws Exception {
    var id = agreed("k-2");
    for (var path : new String[] {"", "/bundle.json", "/text", "/statement?party=QMM&capacity=x"}) {
      var there = stranger.get(page(id) + path);
      var nothing = stranger.get(page("0000000000000000") + path);
      assertThat(there.statusCode()).as(path).isEqualTo(404);
      assertThat(bare(there.body(), id)).isEqualTo(bare(nothing.body(), "0000000000000000"));
      assertThat(anonymous.get(page(id) + path).statusCode()).isEqualTo(302);
    }
    for (var deed :
        new String[] {
          "sign",
          "notice",
          "withdraw",
          "endorse",
          "refuse",
          "bring",
          "release",
          "paper",
          "paper/disown"
        }) {
      var fields =
          Map.of(
              "party",
              "QMM",
              "revision",
              "1",
              "capacity",
              "x",
              "key",
              "k",
              "on",
              "2026-12-01",
              "reason",
              "x",
              "body",
              agency.id(),
              "at",
              "2026-12-01T00:00:00Z",
              "signature",
              "x");
      assertThat(stranger.form("/desk", page(id) + "/" + deed, fields).statusCode())
          .as(deed)
          .isEqualTo(404);
      assertThat(anonymous.form("/sign-in", page(id) + "/" + deed, fields).statusCode())
          .isEqualTo(302);
    }
    assertThat(
            stranger
                .form(
                    "/desk",
                    page(id) + "/instrument",
                    Map.of("party", "QMM", "key", "k"),
                    "../signed.pdf",
                    pdf(""))
                .statusCode())
        .isEqualTo(404);
    assertThat(stranger.get("/agreements/" + id).statusCode()).isEqualTo(404);
    assertThat(stranger.get("/desk/agreements").body()).doesNotContain(id);
    assertThat(stranger.get("/desk/bodies/" + agency.id() + "/keys").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/desk/bodies/" + agency.id() + "/rules").statusCode()).isEqualTo(404);
  }

  private static String bare(String page, String id) {
    return Caller.plain(page.replace(id, ""));
  }

  private static byte[] pdf(String more) {
    return ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + more + " >>\nendobj\ntrailer <<>>\n%%EOF\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void theOriginalIsAttachedUnlessItActs() throws Exception {
    var id = agreed("k-3");
    var fields = Map.of("party", "QMM", "key", "i1");
    var hostile =
        meridia.form(
            page(id),
            page(id) + "/instrument",
            fields,
            "../signed.pdf",
            pdf("/OpenAction << /S /JavaScript >>"));
    assertThat(hostile.headers().firstValue("Location").orElseThrow()).endsWith("said=file-active");
    var taken =
        meridia.form(
            page(id), page(id) + "/instrument", fields, "../signed.pdf", pdf("/Title (x)"));
    assertThat(taken.headers().firstValue("Location").orElseThrow()).endsWith("said=done");

    var shown = northera.get(page(id)).body();
    var link =
        Pattern.compile("href=\"(/desk/agreements/[^\"]+/files/[0-9a-f]{64})\"").matcher(shown);
    assertThat(link.find()).isTrue();
    var file = northera.get(link.group(1));
    assertThat(file.body()).startsWith("%PDF");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment")
        .contains("signed.pdf")
        .doesNotContain("..");
    assertThat(file.headers().allValues("Content-Security-Policy"))
        .containsExactly("sandbox; default-src 'none'");
    assertThat(stranger.get(link.group(1)).statusCode()).isEqualTo(404);
    var elsewhere = link.group(1).replace(id, agreed("k-3b"));
    assertThat(northera.get(elsewhere).statusCode()).isEqualTo(404);
  }

  @Test
  void everybodySeesItOnceBothReleasedIt() throws Exception {
    var id = agreed("k-4");
    release(meridia, id, agency, "yes");
    assertThat(anonymous.get("/agreements/" + id).statusCode()).isEqualTo(404);
    assertThat(anonymous.get("/agreements").body()).doesNotContain(id);
    release(northera, id, ministry, "yes");

    assertThat(anonymous.get("/agreements").body()).contains(id);
    assertThat(anonymous.get("/agreements/" + id).body())
        .contains("Draft 1", "How to verify")
        .doesNotContain("/desk/agreements/");
    assertThat(anonymous.get("/agreements/" + id + "/bundle.json").statusCode()).isEqualTo(200);
    release(northera, id, ministry, "no");
    assertThat(anonymous.get("/agreements/" + id).statusCode()).isEqualTo(404);
  }

  private static void release(Caller session, String id, Body body, String released)
      throws Exception {
    var sent =
        session.form(
            page(id), page(id) + "/release", Map.of("body", body.id(), "released", released));
    assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("said=done");
  }

  @Test
  void keysAreShownWhereTheirBodyWantsIt() throws Exception {
    var keys = "/desk/bodies/" + agency.id() + "/keys";
    assertThat(meridia.form(keys, keys, Map.of()).statusCode()).isEqualTo(302);
    var shown = Pattern.compile(">([0-9a-f]{64})<").matcher(meridia.get(keys).body());
    assertThat(shown.find()).isTrue();
    assertThat(anonymous.get("/keys").body()).doesNotContain(shown.group(1));
    meridia.form(keys, keys + "/" + shown.group(1), Map.of("published", "yes"));
    assertThat(anonymous.get("/keys").body()).contains(shown.group(1), "Agency of Meridia");
    assertThat(
            meridia.form(keys, keys + "/own", Map.of("publicKey", "<script>", "proof", "")).body())
        .contains("This is no public key of Ed25519.")
        .contains("&lt;script&gt;");
  }

  @Test
  void anAuthoritySaysWhatItsCountryDemands() throws Exception {
    var rules = "/desk/bodies/" + agency.id() + "/rules";
    assertThat(meridia.form(rules, rules, Map.of("agreements", "yes")).statusCode()).isEqualTo(302);
    assertThat(meridia.get(rules).body()).contains("checked");
    assertThat(stranger.form("/desk", rules, Map.of("agreements", "no")).statusCode())
        .isEqualTo(404);
    meridia.form(rules, rules, Map.of());
  }

  @Test
  void aCommitmentIsReportedAndReleasedAsItStands() throws Exception {
    var form = "/desk/commitments/new";
    var fields =
        Map.of(
            "key",
            "c1",
            "body",
            agency.id(),
            "maker",
            "country",
            "forum",
            "Forum of the Plains",
            "made",
            "2026-09",
            "due",
            "2030",
            "lang.0",
            "en",
            "text.0",
            "Ten <b>wells</b>");
    var refused = meridia.form(form, form, with(fields, "due", "soon"));
    assertThat(refused.body()).contains("Write the due date", "Ten &lt;b&gt;wells");
    var sent = meridia.form(form, form, fields);
    var page = sent.headers().firstValue("Location").orElseThrow();
    assertThat(meridia.form(form, form, fields).headers().firstValue("Location")).contains(page);
    var path = page.substring(page.indexOf("/desk/"));
    var open = path.substring("/desk".length());
    assertThat(meridia.get(path).body())
        .contains("Ten &lt;b&gt;wells", "Nothing has been reported");
    assertThat(stranger.get(path).statusCode()).isEqualTo(404);
    assertThat(stranger.form("/desk", path + "/release", Map.of()).statusCode()).isEqualTo(404);
    assertThat(anonymous.get(open).statusCode()).isEqualTo(404);

    meridia.form(path, path + "/release", Map.of("released", "yes"));
    meridia.form(
        path,
        path + "/report",
        Map.of("key", "r1", "dated", "2027", "state", "fulfilled", "text", "Done", "lang", "en"));
    assertThat(anonymous.get(open).body()).contains("Nothing has been reported");
    meridia.form(path, path + "/release", Map.of("released", "yes"));
    assertThat(anonymous.get(open).body()).contains("fulfilled", "its own statement");
    assertThat(anonymous.get("/commitments").body()).contains(open);
    var stale = with(with(fields, "version", "7"), "forum", "Other");
    assertThat(meridia.form(path, path + "/change", stale).body())
        .contains("Somebody changed it meanwhile", "Forum of the Plains", "Other");
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    var more = new java.util.TreeMap<>(fields);
    more.put(name, value);
    return more;
  }
}
