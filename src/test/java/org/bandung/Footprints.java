package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bandung.store.Database;
import org.bandung.web.Browser;

/// Where the parties went, page by page, form by form, file by file and call by call; to be tried
/// by those to whom it is nothing. For them everything is as if it were not there, and nothing they
/// try leaves a trace.
final class Footprints {

  /// Ids of what is stored, and of files.
  private static final Pattern ID =
      Pattern.compile("(?<![0-9a-z])(?:[0-9a-f]{64}|(?=[a-z]*[0-9])[0-9a-z]{16})(?![0-9a-z])");

  private static final Pattern PRIVATE =
      Pattern.compile(
          "/(?:desk/(?<kind>talks|agreements|initiatives|matches|entries|bodies|commitments)"
              + "|api/v1/(?:consultations|agreements|joint-initiatives|matches|drafts))/(?<id>"
              + ID.pattern()
              + ")");

  /// Where programs read what people see at the desk, and what they could try there.
  private static final Map<String, Calls> CALLS =
      Map.of(
          "talks",
          new Calls(
              "consultations",
              "/events",
              "versions replies departure comments notes deadlines letter/confirmation"),
          "agreements",
          new Calls(
              "agreements",
              "/events /text /bundle",
              "signatures notices withdrawal endorsement endorsement-refusal release take-back"),
          "initiatives",
          new Calls(
              "joint-initiatives",
              "/events",
              "contributions plans reports suspension evaluations closure release take-back"),
          "matches",
          new Calls("matches", "", "talks refusal withdrawal cover agreement consultation"),
          "entries",
          new Calls("drafts", "", "submission recall release take-back closure confirmation"));

  /// @param reads below a record, beside the record itself
  private record Calls(String path, String reads, String deeds) {}

  private static final Pattern PART = Pattern.compile("name=\"([^\"]+)\"\\r\\n\\r\\n([^\\r]*)");

  /// Entered by whoever comes: nobody's business but her own.
  private static final Pattern DOORS =
      Pattern.compile("/(?:assets/.*|favicon.ico|sign-in|sign-out|recovery.*|invitation.*)");

  private final InventedNode node;
  private final Set<Step> steps = new LinkedHashSet<>();

  Footprints(InventedNode node) {
    this.node = node;
  }

  /// @param json what a program sent, or empty
  /// @param file whether a file could go with it
  private record Step(
      String method, String address, Map<String, String> form, String json, boolean file) {

    boolean api() {
      return address.startsWith("/api/");
    }

    /// The same of something that is not there.
    Step unknown() {
      var fields = new LinkedHashMap<String, String>();
      form.forEach((name, value) -> fields.put(name, Footprints.unknown(value)));
      return new Step(method, Footprints.unknown(address), fields, Footprints.unknown(json), file);
    }
  }

  private static String unknown(String text) {
    return ID.matcher(text).replaceAll(id -> "0".repeat(id.group().length()));
  }

  /// Adds where somebody's browser has been.
  void follow(Browser... browsers) {
    for (var browser : browsers) {
      for (var sent : browser.sent(node.root())) {
        if (!DOORS.matcher(sent.address().replaceFirst("\\?.*", "")).matches()) {
          steps.add(
              new Step(
                  sent.method(),
                  sent.address(),
                  fields(sent),
                  "",
                  sent.type().startsWith("multipart/")));
        }
      }
    }
  }

  private static Map<String, String> fields(Browser.Sent sent) {
    var fields = new LinkedHashMap<String, String>();
    if (sent.type().startsWith("multipart/")) {
      PART.matcher(sent.body()).results().forEach(p -> fields.put(p.group(1), p.group(2)));
    } else {
      for (var pair : sent.body().split("&")) {
        var at = pair.indexOf('=');
        if (at > 0) {
          fields.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
        }
      }
    }
    fields.remove("_csrf");
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /// Adds what a program of one of them reads of all that she has seen, and what it could do.
  void program(Program hers) {
    var seen = new TreeSet<String>();
    for (var step : List.copyOf(steps)) {
      for (var found : PRIVATE.matcher(step.address()).results().toList()) {
        var calls = CALLS.get(String.valueOf(found.group("kind")));
        if (calls != null && seen.add(found.group("id"))) {
          program(hers, calls, found.group("id"));
        }
      }
    }
  }

  private void program(Program hers, Calls calls, String id) {
    var record = "/api/v1/" + calls.path() + "/" + id;
    for (var below : (" " + calls.reads()).split(" ", -1)) {
      assertThat(hers.get(record + below).statusCode()).as(record + below).isEqualTo(200);
      steps.add(new Step("GET", record + below, Map.of(), "", false));
    }
    for (var deed : calls.deeds().split(" ")) {
      steps.add(new Step("POST", record + "/" + deed, Map.of(), "{}", false));
    }
    steps.add(new Step("GET", "/api/v1/" + calls.path(), Map.of(), "", false));
  }

  /// The addresses without their ids, to see that nothing was left out.
  Set<String> kinds() {
    var kinds = new TreeSet<String>();
    for (var step : steps) {
      var path = step.address().replaceFirst("\\?.*", "");
      kinds.add(step.method() + " " + ID.matcher(path).replaceAll("ID"));
    }
    return kinds;
  }

  /// Tries them all.
  ///
  /// @param intruder somebody with an account, or a stranger
  /// @param door a page with a form that she can open
  void tryBy(Caller intruder, String door, Program program) {
    var before = rows();
    var secrets = secrets();
    assertThat(secrets).isNotEmpty();
    var leaks = new ArrayList<String>();
    for (var step : steps) {
      var answer = answer(intruder, door, program, step);
      var known = Answer.of(answer);
      assertThat(known.status()).as(step.toString()).isLessThan(500);
      secrets.stream()
          .filter(secret -> answer.body().contains(secret) && !said(step).contains(secret))
          .forEach(secret -> leaks.add(step.method() + " " + step.address() + ": " + secret));
      var names = PRIVATE.matcher(step.address()).find();
      if (names || secrets.stream().anyMatch(said(step)::contains)) {
        var unknown = Answer.of(answer(intruder, door, program, step.unknown()));
        assertThat(known).as(step.toString()).isEqualTo(unknown);
        if (names) {
          assertThat(known.status()).as(step.toString()).isIn(expected(step, door));
        }
      }
    }
    assertThat(leaks).isEmpty();
    assertThat(rows()).isEqualTo(before);
  }

  /// Whoever is not signed in is sent to the door, with a form or a program turned away. A program
  /// may be told what its deed lacks before anything is looked up.
  private static List<Integer> expected(Step step, String door) {
    if (!door.equals("/desk")) {
      return List.of(302, 401, 403, 404);
    }
    return step.api() && step.method().equals("POST") ? List.of(404, 400, 422, 428) : List.of(404);
  }

  private static String said(Step step) {
    return step.address() + step.form() + step.json();
  }

  private Set<String> secrets() {
    var secrets = new TreeSet<String>();
    for (var step : steps) {
      PRIVATE
          .matcher(step.address())
          .results()
          .filter(found -> !found.group().contains("/bodies/"))
          .forEach(found -> secrets.add(found.group("id")));
    }
    return secrets;
  }

  /// An answer, whatever the ids.
  ///
  /// @param to where she is sent, or empty
  private record Answer(int status, String to, String body) {

    static Answer of(HttpResponse<String> answer) {
      return new Answer(
          answer.statusCode(),
          Footprints.unknown(answer.headers().firstValue("Location").orElse("")),
          Caller.plain(Footprints.unknown(answer.body())));
    }
  }

  private static HttpResponse<String> answer(
      Caller intruder, String door, Program program, Step step) {
    if (step.api()) {
      return step.method().equals("GET")
          ? program.get(step.address())
          : program.post(step.address(), "key-" + step.address().hashCode(), step.json());
    }
    if (step.method().equals("GET")) {
      return intruder.get(step.address());
    }
    return step.file() && PRIVATE.matcher(step.address()).find()
        ? intruder.form(door, step.address(), step.form(), "x.txt", new byte[] {65})
        : intruder.form(door, step.address(), step.form());
  }

  /// How many rows each table holds. Left out is what goes on by itself: who is signed in, and what
  /// those are told later whom earlier deeds concern.
  private Map<String, Long> rows() {
    var sql = node.bean(Database.class).sql();
    var rows = new TreeMap<String, Long>();
    for (var table :
        sql.sql(
                """
                select table_name from information_schema.tables
                where table_schema = current_schema() and table_type = 'BASE TABLE'
                  and table_name !~ '^(access_session|notices_|post_|store_cursor|flyway)'
                """)
            .query(String.class)
            .list()) {
      rows.put(table, sql.sql("select count(*) from " + table).query(Long.class).single());
    }
    return rows;
  }
}
