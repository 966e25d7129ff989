package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.Program.id;
import static org.bandung.Program.json;
import static org.bandung.Program.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.bandung.access.Body;
import org.bandung.access.CountryRules;
import org.bandung.access.Role;
import org.bandung.registry.Registry;
import org.bandung.web.WorldStatements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Entries written by programs with tokens, from the first word to what everybody reads and back.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftApiTest {

  private static final String PATH = "/api/v1/drafts";
  private static final String NOTHING = "0000000000000000";
  private static final String NEED =
      """
      {"kind": "need",
       "says": {"title": {"en": "%s"}, "texts": {"description": {"en": "Wells for the plain."}},
                "needed": {"start": "2027", "end": "2028-06"},
                "quantity": {"number": "12.50", "unit": "wells"},
                "classifications": [{"scheme": "dac-sector-group", "code": "140"}],
                "confidential": {"person": "Amina", "email": "amina@example.org"}}}
      """;
  private static final String SAYS =
      "{\"says\": {\"title\": {\"en\": \"%s\"}, \"texts\": {\"description\": {\"en\": \"Why.\"}}}}";

  private InventedNode node;
  private Program institute;
  private Program authority;
  private Program reading;
  private Program matching;
  private Program other;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    var agency = node.authority("QMM");
    var chief = node.person(node.keeper(), agency, "chief", Role.AUTHORITY);
    node.bean(CountryRules.class)
        .set(node.account(chief), agency, new CountryRules.Demands(false, true));
    var body = node.admit(chief, Body.Kind.ORGANISATION, "Institute of Wells", "QMM");
    var amina = node.person(chief, body, "amina", Role.CONTRIBUTOR, Role.SIGNATORY);
    institute = Program.of(node, amina, body, "read", "write");
    reading = Program.of(node, amina, body, "read:drafts");
    matching = Program.of(node, amina, body, "read:matches", "write:matches");
    var dina = node.person(chief, agency, "dina", Role.AUTHORITY, Role.ENDORSER);
    authority = Program.of(node, dina, agency, "read", "write:drafts");
    other =
        Program.of(
            node,
            node.authority("QNN"),
            "emeka",
            List.of("read", "write"),
            Role.AUTHORITY,
            Role.CONTRIBUTOR);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  @Test
  void aCountryRepliesToWhatIsStatedOfIt() {
    WorldStatements.receive(node.bean(Registry.class));
    var stranger = Program.stranger(node);
    var id =
        json(stranger.get("/api/v1/initiatives?country=QMM"), 200).at("/items/0/id").asString();
    var address = "/api/v1/initiatives/" + id;
    var reply = "{\"text\": {\"en\": \"It was eleven.\"}}";

    json(authority.put(address + "/replies/QMM", "reply", "", reply), 200);
    assertThat(stranger.get(address).body()).contains("It was eleven.");
    assertThat(other.put(address + "/replies/QMM", "reply", "", reply).statusCode()).isEqualTo(404);
    json(authority.put(address + "/replies/QMM", "withdraw", "", "{\"text\": {}}"), 200);
    assertThat(stranger.get(address).body()).doesNotContain("It was eleven.");
  }

  /// Whoever adds a route tells of it.
  @Test
  void theDocumentNamesEveryRouteThereIs() {
    var routes = new TreeSet<String>();
    node.bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((mapping, method) ->
            mapping.getPatternValues().stream()
                .filter(p -> p.startsWith("/api/v1/"))
                .forEach(p ->
                    mapping
                        .getMethodsCondition()
                        .getMethods()
                        .forEach(m -> routes.add(m.name().toLowerCase(Locale.ROOT) + " " + p))));
    var told = new TreeSet<String>();
    json(Program.stranger(node).get("/api/v1/openapi.json"), 200)
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue().propertyNames().forEach(verb -> told.add(verb + " " + path.getKey())));
    assertThat(told).isEqualTo(routes).hasSizeGreaterThan(60);
  }

  @Test
  void aNeedIsWrittenClearedReleasedAndTakenBack() {
    var begun = institute.post(PATH, "begin", NEED.formatted("Wells"));
    var id = id(begun);
    var one = PATH + "/" + id;
    assertThat(begun.headers().firstValue("Location")).contains(one);
    assertThat(begun.headers().firstValue("Cache-Control")).contains("no-store");
    var read = institute.get(one);
    assertThat(json(read, 200).at("/says/quantity/number").asString()).isEqualTo("12.50");
    assertThat(json(read, 200).at("/says/needed/end").asString()).isEqualTo("2028-06");
    assertThat(json(read, 200).at("/says/confidential/person").asString()).isEqualTo("Amina");
    assertThat(authority.get(one).statusCode()).isEqualTo(404);

    var submitted = institute.post(one + "/submission", "submit", tag(read), "");
    assertThat(json(submitted, 200).get("state").asString()).isEqualTo("submitted");
    var seen = authority.get(one);
    assertThat(seen.body()).contains("Wells for the plain").doesNotContain("Amina", "amina@");
    var early = authority.post(one + "/release", "early", tag(seen), "");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("not-now, submitted");
    assertThat(institute.post(one + "/clearance", "c", tag(submitted), "").statusCode())
        .isEqualTo(403);
    var cleared = authority.post(one + "/clearance", "clear", tag(seen), "");
    var released = authority.post(one + "/release", "release", tag(cleared), "");
    var entry = json(released, 200).at("/draft/entry").asString();
    assertThat(Program.stranger(node).get("/api/v1/catalogue/" + entry).body())
        .contains("Wells for the plain")
        .doesNotContain("amina@");

    var confirmed = institute.post(one + "/confirmation", "holds", tag(institute.get(one)), "");
    var back =
        institute.post(
            one + "/take-back", "back", tag(confirmed), "{\"reason\": \"We have them\"}");
    assertThat(json(back, 200).get("state").asString()).isEqualTo("taken-back");
    assertThat(Program.stranger(node).get("/api/v1/catalogue/" + entry).statusCode())
        .isEqualTo(404);
  }

  @Test
  void theCountrySendsBackAndDoesNotSeeItAnyMore() {
    var one = PATH + "/" + id(institute.post(PATH, "returned", NEED.formatted("Returned")));
    institute.post(one + "/submission", "rs", tag(institute.get(one)), "");
    var tag = tag(authority.get(one));
    var silent = authority.post(one + "/return", "r0", tag, "{\"reason\": \" \"}");
    assertThat(json(silent, 422).at("/errors/0/parameter").asString()).isEqualTo("reason");
    var returned = authority.post(one + "/return", "r1", tag, "{\"reason\": \"Which plain?\"}");
    assertThat(json(returned, 200).get("draft").isNull()).isTrue();
    assertThat(authority.get(one).statusCode()).isEqualTo(404);
    assertThat(institute.get(one).body()).contains("Which plain?", "\"state\":\"private\"");
    var ended =
        institute.post(
            one + "/closure", "end", tag(institute.get(one)), "{\"why\": \"no-longer\"}");
    assertThat(json(ended, 200).get("state").asString()).isEqualTo("closed");
  }

  @Test
  void whatIsSentAgainIsDoneOnceAndAnsweredTheSame() {
    var begun = institute.post(PATH, "twice", NEED.formatted("Twice"));
    var one = PATH + "/" + id(begun);
    var tag = tag(begun);
    var saved = institute.put(one, "save", tag, SAYS.formatted("Changed"));
    assertThat(json(saved, 200).at("/says/title/en").asString()).isEqualTo("Changed");

    assertThat(institute.post(PATH, "twice", NEED.formatted("Twice")).body())
        .isEqualTo(begun.body());
    var again = institute.put(one, "save", tag, SAYS.formatted("Changed"));
    assertThat(again.body()).isEqualTo(saved.body());
    assertThat(tag(again)).isEqualTo(tag(saved)).isEqualTo(tag(institute.get(one)));
    assertThat(institute.put(one, "save", tag, SAYS.formatted("Other")).body())
        .contains("key-used-otherwise");
    assertThat(institute.get(PATH).body().split("\"Changed\"", -1)).hasSize(2);
    var refused = institute.post(one + "/recall", "later", tag(saved), "");
    assertThat(refused.statusCode()).isEqualTo(409);
    var submitted = institute.post(one + "/submission", "s", tag(saved), "");
    assertThat(institute.post(one + "/recall", "later", tag(submitted), "").statusCode())
        .as("what was refused has not used up its key")
        .isEqualTo(200);
  }

  @Test
  void nothingIsWrittenOverUnseen() {
    var begun = institute.post(PATH, "stale", NEED.formatted("Stale"));
    var one = PATH + "/" + id(begun);
    var first = tag(institute.put(one, "s1", tag(begun), SAYS.formatted("First")));

    var late = institute.put(one, "s2", tag(begun), SAYS.formatted("Second"));
    assertThat(json(late, 412).get("type").asString()).isEqualTo("/problems/stale");
    assertThat(json(late, 412).get("detail").asString()).contains(first);
    for (var unread : List.of("", "*")) {
      var problem = institute.put(one, "s3", unread, SAYS.formatted("Third"));
      assertThat(json(problem, 428).get("type").asString()).isEqualTo("/problems/no-version");
    }
    assertThat(institute.put(one, "s4", "W/" + first, SAYS.formatted("Weak")).statusCode())
        .isEqualTo(412);
    assertThat(institute.get(one).body()).contains("First").doesNotContain("Second", "Third");
  }

  @Test
  void whatIsNotTheCallersIsNothing() {
    var one = PATH + "/" + id(institute.post(PATH, "private", NEED.formatted("Private")));
    var id = one.substring(PATH.length() + 1);
    Program.assertSameNothing(other.get(one), other.get(PATH + "/" + NOTHING), id, NOTHING);
    Program.assertSameNothing(
        other.put(one, "k", "\"1.1\"", SAYS.formatted("x")),
        other.put(PATH + "/" + NOTHING, "k", "\"1.1\"", SAYS.formatted("x")),
        id,
        NOTHING);
    for (var end :
        List.of(
            "submission",
            "recall",
            "return",
            "clearance",
            "release",
            "take-back",
            "confirmation")) {
      Program.assertSameNothing(
          other.post(one + "/" + end, "k", "\"1.1\"", "{\"reason\": \"x\"}"),
          other.post(PATH + "/" + NOTHING + "/" + end, "k", "\"1.1\"", "{\"reason\": \"x\"}"),
          id,
          NOTHING);
      assertThat(reading.post(one + "/" + end, "k", "", "{}").body()).contains("write:drafts");
      assertThat(Program.stranger(node).post(one + "/" + end, "k", "", "").statusCode())
          .isEqualTo(401);
    }
    assertThat(other.get(PATH).body()).doesNotContain(id);
    assertThat(reading.get(one).statusCode()).isEqualTo(200);
    var outside = matching.get(PATH);
    assertThat(outside.statusCode()).isEqualTo(403);
    assertThat(outside.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("insufficient_scope", "read:drafts");
  }

  @Test
  void whatCannotBeTakenIsToldByItsPlace() {
    var longLine =
        NEED.formatted("Long")
            .replace("\"unit\": \"wells\"", "\"unit\": \"" + "w".repeat(201) + "\"");
    assertThat(
            json(institute.post(PATH, "line", longLine), 400).at("/errors/0/parameter").asString())
        .isEqualTo("says/quantity/unit");
    var wrong =
        """
        {"kind": "need", "extra": 1,
         "says": {"title": {"EN": "x"}, "texts": {"descriptoin": {}, "terms": {"en": "x"}},
                  "period": {"start": "soon"}, "quantity": {"number": "many"}}}
        """;
    var faults = institute.post(PATH, "wrong", wrong);
    assertThat(json(faults, 400).get("errors").findValuesAsString("parameter"))
        .contains(
            "extra",
            "says/title",
            "says/texts/descriptoin",
            "says/period/start",
            "says/quantity/number",
            "says/quantity/unit");
    var foreign = "{\"kind\": \"need\", \"says\": {\"texts\": {\"terms\": {\"en\": \"x\"}}}}";
    assertThat(institute.post(PATH, "foreign", foreign).body()).contains("says/texts/terms");
    assertThat(institute.post(PATH, "", NEED).body()).contains("Idempotency-Key");
    assertThat(
            institute.post(PATH, "twice-said", "{\"kind\": \"need\", \"kind\": \"offer\"}").body())
        .contains("/problems/bad-parameter");
    assertThat(institute.post(PATH, "not", "[]").statusCode()).isEqualTo(400);
    assertThat(institute.post(PATH, "nul", NEED.formatted("a\\u0000b")).statusCode())
        .isEqualTo(400);
    var deep = institute.post(PATH, "deep", "{\"says\": " + "[".repeat(5_000));
    assertThat(deep.statusCode()).isEqualTo(400);
    assertThat(deep.body()).contains("24");
    var large = institute.post(PATH, "large", " ".repeat(2 * 1024 * 1024 + 1));
    assertThat(json(large, 413).get("type").asString()).isEqualTo("/problems/body-too-large");
    var longTitle = institute.post(PATH, "long", NEED.formatted("x".repeat(301)));
    assertThat(json(longTitle, 422).at("/errors/0/parameter").asString()).isEqualTo("title");
    var incomplete = institute.post(PATH, "incomplete", "{\"kind\": \"event\", \"says\": {}}");
    var problem =
        institute.post(
            PATH + "/" + id(incomplete) + "/submission", "submit-it", tag(incomplete), "");
    assertThat(json(problem, 422).get("errors").findValuesAsString("parameter"))
        .contains("title", "from");
    assertThat(other.get(PATH + "/" + "x".repeat(201)).statusCode()).isEqualTo(400);
    assertThat(institute.put(PATH, "k", "", "{}").headers().firstValue("Allow"))
        .contains("GET, HEAD, OPTIONS, POST");
  }

  @Test
  void theDocumentTellsEveryRouteAndWhatItAnswers() {
    var document = json(institute.get("/api/v1/openapi.json"), 200);
    var documented = new org.bandung.api.Documented(document);
    var one = id(institute.post(PATH, "documented", NEED.formatted("Documented")));
    for (var answer : List.of(institute.get(PATH + "/" + one), other.get(PATH + "/" + one))) {
      assertThat(documented.faults(PATH + "/{id}", answer.statusCode(), answer.body())).isEmpty();
    }
    assertThat(documented.faults(PATH, 200, institute.get(PATH).body())).isEmpty();
    var saving = document.at("/paths/~1api~1v1~1drafts~1{id}/put");
    assertThat(saving.get("parameters").findValuesAsString("name"))
        .containsExactly("id", "Idempotency-Key", "If-Match");
    assertThat(saving.get("responses").propertyNames())
        .contains("200", "400", "401", "403", "404", "409", "412", "413", "422", "428");
    assertThat(saving.get("x-scope").asString()).isEqualTo("write:drafts");
  }
}
