package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.Program.id;
import static org.bandung.Program.json;
import static org.bandung.Program.tag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bandung.access.Body;
import org.bandung.access.CountryRules;
import org.bandung.access.Mandates;
import org.bandung.access.Role;
import org.bandung.consultation.accord.SigningKeyRing;
import org.bandung.consultation.signing.BundleCheck;
import org.bandung.consultation.signing.SigningKeys;
import org.bandung.consultation.signing.Verdict;
import org.bandung.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Agreements by programs with tokens: reading, signing here and elsewhere, leaving, releasing; and
/// letters in the talks before.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementApiTest {

  private static final String TALKS = "/api/v1/consultations";
  private static final String PATH = "/api/v1/agreements";
  private static final String NOTHING = "0000000000000000";
  private static final String OPENING =
      """
      {"party": "QMM", "rule": "unanimity",
       "parties": [{"id": "QMM", "role": "requesting"}, {"id": "%s", "role": "providing"}],
       "proposal": {
         "effect": {"type": "makes-agreement", "kind": "PROJECT_DOCUMENT",
                    "entry": "ON_SIGNATURE", "until": null, "under": null},
         "title": {"en": "%s"}, "text": {"en": "We dig wells."},
         "terms": {"conditions": [{"kind": "NONE", "text": {}}]}}}
      """;
  private static final String ACCEPTS = "{\"position\": {\"type\": \"accepts\"}}";
  private static final String WHY = "{\"reason\": \"We signed nothing.\"}";
  private static final String CAPACITY = "{\"capacity\": \"Minister\"}";
  private static final String PDF =
      Base64.getEncoder()
          .encodeToString(
              "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer <<>>\n%%EOF\n"
                  .getBytes(StandardCharsets.US_ASCII));

  private InventedNode node;
  private InventedNode.Person amina;
  private InventedNode.Person bao;
  private InventedNode.Person chidi;
  private Body ministry;
  private Program meridia;
  private Program writing;
  private Program northera;
  private Program pelaria;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    var agency = node.authority("QMM");
    amina = person(agency, "amina");
    meridia = Program.of(node, amina, agency, "read", "write", "sign:agreements");
    writing = Program.of(node, amina, agency, "read", "write");
    ministry = node.authority("QNN");
    bao = person(ministry, "bao");
    northera = Program.of(node, bao, ministry, "read", "write", "sign");
    var other = node.authority("QPP");
    chidi = person(other, "chidi");
    pelaria = Program.of(node, chidi, other, "read", "write", "sign");
  }

  private InventedNode.Person person(Body body, String name) {
    return node.person(node.keeper(), body, name, Role.NEGOTIATOR, Role.SIGNATORY, Role.AUTHORITY);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  /// The address of an agreement to which both have consented.
  private String agreed(String title) {
    var talks = TALKS + "/" + id(meridia.post(TALKS, title, OPENING.formatted("QNN", title)));
    json(meridia.post(talks + "/replies", "a", tag(meridia.get(talks)), ACCEPTS), 200);
    json(northera.post(talks + "/replies", "b", tag(northera.get(talks)), ACCEPTS), 200);
    return named(title);
  }

  private String named(String title) {
    for (var item : json(meridia.get(PATH), 200).get("items")) {
      if (item.at("/title/en").asString().equals(title)) {
        return PATH + "/" + item.get("id").asString();
      }
    }
    throw new AssertionError("no agreement " + title);
  }

  @Test
  void bothSignOneHereOneElsewhereAndAnybodyVerifies() {
    var one = agreed("Signed");
    var read = meridia.get(one);
    assertThat(json(read, 200).get("status").asString()).isEqualTo("NOT_IN_FORCE");
    assertThat(read.body()).doesNotContain("\"person\"");
    assertThat(tag(read)).isEqualTo("\"1\"").isEqualTo(tag(northera.get(one + "/text")));
    assertThat(writing.post(one + "/signatures", "s", "\"1\"", CAPACITY).body())
        .as("to write is not to sign")
        .contains("sign:agreements");
    assertThat(meridia.post(one + "/signatures", "s", "\"2\"", CAPACITY).statusCode())
        .isEqualTo(412);
    assertThat(meridia.post(one + "/signatures", "s", "", CAPACITY).statusCode()).isEqualTo(428);
    var signed = meridia.post(one + "/signatures", "s", "\"1\"", CAPACITY);
    assertThat(json(signed, 200).at("/revisions/0/acts/signatures").has("QMM")).isTrue();
    assertThat(meridia.post(one + "/signatures", "s", "\"1\"", CAPACITY).body())
        .isEqualTo(signed.body());
    assertThat(meridia.post(one + "/signatures", "s2", "\"1\"", CAPACITY).statusCode())
        .isEqualTo(409);

    assertThat(northera.get(one + "/statement?capacity=Envoy").body()).contains("no-key");
    var pair = SigningKeys.generate();
    var ring = node.bean(SigningKeyRing.class);
    var proof = ring.proofText(ministry, SigningKeys.fingerprint(pair.getPublic()));
    ring.bring(
        node.account(bao),
        ministry,
        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
        Base64.getEncoder().encodeToString(SigningKeys.sign(pair.getPrivate(), proof)));
    assertThat(northera.post(one + "/signatures", "h", "\"1\"", CAPACITY).body())
        .contains("key-elsewhere");
    var statement = json(northera.get(one + "/statement?capacity=Envoy"), 200);
    var signature =
        Base64.getEncoder()
            .encodeToString(
                SigningKeys.sign(pair.getPrivate(), statement.get("statement").asString()));
    var brought =
        "{\"capacity\": \"%s\", \"at\": \"%s\", \"signature\": \"%s\"}"
            .formatted("%s", statement.get("at").asString(), signature);
    assertThat(
            json(
                    northera.post(
                        one + "/signatures-brought", "x", "\"1\"", brought.formatted("Queen")),
                    422)
                .at("/errors/0/parameter")
                .asString())
        .isEqualTo("signature");
    var last = northera.post(one + "/signatures-brought", "y", "\"1\"", brought.formatted("Envoy"));
    assertThat(json(last, 200).get("status").asString()).isEqualTo("IN_FORCE");

    var bundle = meridia.get(one + "/bundle").body();
    assertThat(bundle).contains("\"capacity\":\"Envoy\"", "\"capacity\":\"Minister\"");
    assertThat(json(meridia.get(one + "/events"), 200).toString())
        .contains("signed", "entered-into-force")
        .doesNotContain("person");
    assertThat(BundleCheck.verify(bundle.getBytes(StandardCharsets.UTF_8), Set.of()))
        .isInstanceOfSatisfying(
            Verdict.Intact.class, intact -> assertThat(intact.signatures()).hasSize(2));
  }

  @Test
  void anOriginalIsAttachedAPartyLeavesAndBothRelease() {
    var one = agreed("Released");
    meridia.post(one + "/signatures", "rs", "\"1\"", CAPACITY);
    var file = "{\"file\": {\"name\": \"signed.pdf\", \"content\": \"%s\"}}";
    var attached = meridia.post(one + "/instruments", "i", "\"1\"", file.formatted(PDF));
    assertThat(json(attached, 200).at("/revisions/0/instruments/0/name").asString())
        .isEqualTo("signed.pdf");
    assertThat(meridia.post(one + "/instruments", "i2", "\"1\"", file.formatted("")).statusCode())
        .isEqualTo(422);
    var first = meridia.post(one + "/release", "r", "\"1\"", "");
    assertThat(json(first, 200).get("public").asBoolean()).isFalse();
    var second = northera.post(one + "/release", "r", "\"1\"", "");
    assertThat(json(second, 200).get("public").asBoolean()).isTrue();
    var back = northera.post(one + "/take-back", "b", "\"1\"", "");
    assertThat(json(back, 200).get("public").asBoolean()).isFalse();
    var leaving = "{\"reason\": \"Budget\", \"on\": \"%s\"}";
    assertThat(
            meridia.post(one + "/withdrawal", "w", "\"1\"", leaving.formatted("soon")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aThirdFindsNothing() {
    var one = agreed("Private");
    var id = one.substring(PATH.length() + 1);
    var nothing = PATH + "/" + NOTHING;
    for (var end : List.of("", "/events", "/text", "/bundle", "/statement?capacity=x")) {
      Program.assertSameNothing(pelaria.get(one + end), pelaria.get(nothing + end), id, NOTHING);
      assertThat(Program.stranger(node).get(one + end).statusCode()).isEqualTo(401);
    }
    for (var end : List.of("signatures", "release", "take-back")) {
      Program.assertSameNothing(
          pelaria.post(one + "/" + end, "k", "\"1\"", CAPACITY),
          pelaria.post(nothing + "/" + end, "k", "\"1\"", CAPACITY),
          id,
          NOTHING);
    }
    Program.assertSameNothing(
        pelaria.post(one + "/endorsement", "k", "\"1\"", "{\"party\": \"QMM\"}"),
        pelaria.post(nothing + "/endorsement", "k", "\"1\"", "{\"party\": \"QMM\"}"),
        id,
        NOTHING);
    assertThat(pelaria.get(PATH).body()).doesNotContain(id);
  }

  @Test
  void aLetterOfAPartyWithoutAnAccountIsEnteredOnce() {
    var opened = meridia.post(TALKS, "letters", OPENING.formatted("QOO", "By letter"));
    var talks = TALKS + "/" + id(opened);
    var letter =
        """
        {"party": "QOO", "position": {"type": "accepts"}, "reference": "NV/12",
         "dated": "2026-11-20", "file": {"name": "note.pdf", "content": "%s"}}
        """;
    assertThat(
            json(meridia.post(talks + "/letters", "n", "\"1\"", letter.formatted("!!")), 400)
                .at("/errors/0/parameter")
                .asString())
        .isEqualTo("file/content");
    var entered = meridia.post(talks + "/letters", "l", "\"1\"", letter.formatted(PDF));
    assertThat(json(entered, 200).toString()).contains("attested", "NV/12");
    assertThat(meridia.post(talks + "/letters", "l", "\"1\"", letter.formatted(PDF)).body())
        .isEqualTo(entered.body());
    Program.assertSameNothing(
        pelaria.post(talks + "/letters", "k", "\"1\"", letter.formatted(PDF)),
        pelaria.post(TALKS + "/" + NOTHING + "/letters", "k", "\"1\"", letter.formatted(PDF)),
        talks.substring(TALKS.length() + 1),
        NOTHING);
  }

  @Test
  void aLetterThatIsRefusedLeavesNoFileBehind() {
    var talks = TALKS + "/" + id(meridia.post(TALKS, "kept", OPENING.formatted("QOO", "No file")));
    var agency = node.authority("QMM");
    var esi = node.person(amina, agency, "esi", Role.CONTRIBUTOR, Role.SIGNATORY);
    var writer = Program.of(node, esi, agency, "read", "write");
    node.bean(Mandates.class)
        .change(node.account(amina), agency, esi.id(), Set.of(Role.CONTRIBUTOR));
    long before = files();
    var own = Base64.getEncoder().encodeToString("only hers\n".getBytes(StandardCharsets.UTF_8));
    var letter =
        """
        {"party": "QOO", "position": {"type": "accepts"}, "reference": "NV/13",
         "dated": "2026-11-20", "file": {"name": "note.txt", "content": "%s"}}
        """
            .formatted(own);

    var refused = writer.post(talks + "/letters", "own0-l", "\"1\"", letter);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
    assertThat(files()).isEqualTo(before);
    json(meridia.post(talks + "/letters", "own0-l", "\"1\"", letter), 200);
    assertThat(files()).isEqualTo(before + 1);
  }

  private long files() {
    return node.bean(Database.class)
        .sql()
        .sql("select count(*) from store_file")
        .query(Long.class)
        .single();
  }

  @Test
  void whichRuleHoldsIsNotGuessed() {
    var guessed = OPENING.formatted("QNN", "Guessed");
    var answer = meridia.post(TALKS, "guessed", guessed.replace("unanimity", "no_objection"));
    assertThat(json(answer, 400).at("/errors/0/parameter").asString()).isEqualTo("rule");
    assertThat(answer.body()).contains("no-objection");
    var role = meridia.post(TALKS, "role", guessed.replace("\"providing\"", "\"giver\""));
    assertThat(json(role, 400).at("/errors/0/parameter").asString()).isEqualTo("parties/role");
  }

  @Test
  void aPartyWithoutAnAccountSignsByHandAndAnotherLeaves() {
    var third = "{\"id\": \"QRR\", \"role\": \"facilitating\"}";
    var opening =
        OPENING
            .formatted("QNN", "By hand")
            .replace("\"role\": \"providing\"}]", "\"role\": \"providing\"}, " + third + "]");
    var talks = TALKS + "/" + id(meridia.post(TALKS, "hand", opening));
    var letter =
        """
        {"party": "QRR", "position": {"type": "accepts"}, "reference": "NV/14",
         "dated": "2026-11-20", "file": {"name": "note.pdf", "content": "%s"}}
        """
            .formatted(PDF);
    json(meridia.post(talks + "/letters", "own2-l", "\"1\"", letter), 200);
    json(meridia.post(talks + "/replies", "own2-a", "\"1\"", ACCEPTS), 200);
    json(northera.post(talks + "/replies", "own2-b", "\"1\"", ACCEPTS), 200);
    var one = named("By hand");
    var rita = "{\"party\": \"QRR\"}";
    assertThat(meridia.post(one + "/attestations", "own2-early", "\"1\"", rita).statusCode())
        .as("nothing is attached yet")
        .isEqualTo(409);
    var file = "{\"file\": {\"name\": \"signed.pdf\", \"content\": \"%s\"}}".formatted(PDF);
    json(meridia.post(one + "/instruments", "own2-i", "\"1\"", file), 200);
    assertThat(writing.post(one + "/attestations", "own2-p", "\"1\"", rita).statusCode())
        .isEqualTo(403);

    var attested = meridia.post(one + "/attestations", "own2-p", "\"1\"", rita);

    assertThat(json(attested, 200).at("/revisions/0/acts/papers/QRR/by").asString())
        .isEqualTo("QMM");
    assertThat(meridia.post(one + "/attestations-disowned", "own2-d", "\"1\"", WHY).statusCode())
        .as("nobody attested anything of Meridia")
        .isEqualTo(409);
    var authority = node.authority("QRR");
    var party = Program.of(node, person(authority, "rita"), authority, "read", "sign");
    var disowned = party.post(one + "/attestations-disowned", "own2-d", "\"1\"", WHY);
    assertThat(json(disowned, 200).at("/revisions/0/acts/papers").has("QRR")).isFalse();

    var leaving =
        "{\"reason\": \"Budget\", \"on\": \"%s\"}".formatted(LocalDate.now(ZoneOffset.UTC));
    var left = party.post(one + "/withdrawal", "own2-w", "\"1\"", leaving);
    assertThat(json(left, 200).at("/withdrawals").has("QRR")).isTrue();
  }

  @Test
  void aCountryEndorsesForItsInstitution() {
    var agency = node.authority("QPP");
    var chief = node.person(chidi, agency, "peng", Role.AUTHORITY, Role.ENDORSER);
    node.bean(CountryRules.class)
        .set(node.account(chief), agency, new CountryRules.Demands(true, false));
    var institute = node.admit(chief, Body.Kind.ORGANISATION, "Institute of Wells", "QPP");
    var program =
        Program.of(
            node,
            node.person(chief, institute, "pia", Role.NEGOTIATOR, Role.SIGNATORY),
            institute,
            "read",
            "write",
            "sign");
    var talks =
        TALKS + "/" + id(meridia.post(TALKS, "endorse", OPENING.formatted(institute.id(), "Ours")));
    json(meridia.post(talks + "/replies", "own3-a", "\"1\"", ACCEPTS), 200);
    json(program.post(talks + "/replies", "own3-b", "\"1\"", ACCEPTS), 200);
    var one = named("Ours");
    json(meridia.post(one + "/signatures", "own3-s", "\"1\"", CAPACITY), 200);
    var signed = program.post(one + "/signatures", "own3-s", "\"1\"", CAPACITY);
    assertThat(json(signed, 200).get("status").asString()).isEqualTo("NOT_IN_FORCE");
    var authority = Program.of(node, chief, agency, "read", "sign:agreements");
    var refused = "{\"party\": \"%s\", \"reason\": \"Not in the plan\"}".formatted(institute.id());
    json(authority.post(one + "/endorsement-refusal", "own3-no", "\"1\"", refused), 200);

    var endorsed =
        authority.post(
            one + "/endorsement",
            "own3-e",
            "\"1\"",
            "{\"party\": \"%s\"}".formatted(institute.id()));

    assertThat(json(endorsed, 200).get("status").asString()).isEqualTo("IN_FORCE");
  }

  @Test
  void aReplyToAnOlderVersionIsToldAsHeadersAre() {
    var opened = meridia.post(TALKS, "amended", OPENING.formatted("QNN", "Amended"));
    var talks = TALKS + "/" + id(opened);
    var amended = OPENING.formatted("QNN", "Amended").replace("dig wells", "dig deep wells");
    var proposal = amended.substring(amended.indexOf("\"proposal\""));
    json(northera.post(talks + "/versions", "v", tag(northera.get(talks)), "{" + proposal), 200);
    var late = meridia.post(talks + "/replies", "late", tag(opened), ACCEPTS);
    assertThat(json(late, 412).get("detail").asString()).contains("\"2\"");
  }
}
