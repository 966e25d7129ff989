package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.access.fields.Circle;
import org.bandung.access.fields.SensitiveField;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.drafts.DraftDeed;
import org.bandung.catalogue.drafts.DraftOutcome;
import org.bandung.catalogue.drafts.Drafts;
import org.bandung.catalogue.drafts.Wording;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.joint.Contribution;
import org.bandung.registry.joint.Contribution.Visibility;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.Figure;
import org.bandung.registry.joint.JointEvent.Part;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.JointOutcome;
import org.bandung.registry.joint.Reply;
import org.bandung.registry.joint.Telling;
import org.bandung.registry.said.Content;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// No reader sees a field beyond its circle: random choices for every sensitive field, each with a
/// mark of its own, and every reader at every door. Whoever is meant to see it does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldVisibilityTest {

  /// The public's doors.
  private static final List<String> PUBLIC =
      List.of(
          "/initiatives/ID",
          "/api/v1/initiatives/ID",
          "/initiatives",
          "/initiatives.csv",
          "/iati/activities.xml",
          "/iati/organisations.xml",
          "/iati/loss.json",
          "/api/v1/initiatives",
          "/api/v1/changes",
          "/search?q=Wells",
          "/search.atom?q=Wells",
          "/catalogue",
          "/catalogue.csv",
          "/api/v1/catalogue");

  private final Random random = new Random(20261128);
  private final Map<String, InventedNode.Person> people = new HashMap<>();
  private final Map<String, Body> bodies = new HashMap<>();
  private final Map<String, Caller> callers = new LinkedHashMap<>();
  private final Map<String, Program> programs = new HashMap<>();
  private InventedNode node;
  private int marks = 1_000_000;
  private int keys;

  /// A mark and whom it is for.
  ///
  /// @param of who wrote it
  private record Mark(String what, String text, String of, Circle circle) {}

  @BeforeAll
  void fill(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    for (var country : List.of("QMM", "QNN", "QPP")) {
      come(country, node.authority(country), node.keeper());
    }
    var institute =
        node.admit(of(people, "QMM"), Body.Kind.ORGANISATION, "Institute of Meridia", "QMM");
    come("institute", institute, of(people, "QMM"));
    var office = node.admit(of(people, "QMM"), Body.Kind.ORGANISATION, "Office of Meridia", "QMM");
    come("office", office, of(people, "QMM"));
    callers.put("nobody", node.stranger());
    programs.put("nobody", Program.stranger(node));
  }

  private void come(String name, Body body, InventedNode.Person by) {
    var roles =
        body.kind() == Body.Kind.ORGANISATION
            ? new Role[] {Role.SIGNATORY, Role.CONTRIBUTOR}
            : new Role[] {Role.SIGNATORY, Role.CONTRIBUTOR, Role.AUTHORITY};
    var person = node.person(by, body, name, roles);
    people.put(name, person);
    bodies.put(name, body);
    callers.put(name, node.signedIn(person));
    programs.put(name, Program.of(node, person, body, "read", "write"));
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private static <T> T of(Map<String, T> all, String name) {
    return Objects.requireNonNull(all.get(name));
  }

  private String mark() {
    marks += 1 + random.nextInt(5_000);
    return String.valueOf(marks);
  }

  private @Nullable Circle choice() {
    int n = random.nextInt(5);
    return n == 4 ? null : Circle.values()[n];
  }

  @Test
  void noFieldOfAJointInitiativeIsSeenBeyondItsCircle() {
    var id = JointFilesTest.begun(node, of(people, "QMM"));
    for (int round = 0; round < 4; round++) {
      var marks = new ArrayList<Mark>();
      for (int n = 0; n < 3; n++) {
        contribution(id, "c" + n, marks);
      }
      telling(id, marks);
      for (var party : List.of("QMM", "QNN")) {
        act(id, party, new Deed.Release(Part.JOINT, 1));
        act(id, party, new Deed.Release(Part.OWN, sequence(id)));
      }
      var initiative =
          node.stranger()
              .get("/api/v1/initiatives")
              .body()
              .replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
      callers.forEach((name, caller) -> {
        var doors = new ArrayList<String>();
        PUBLIC.forEach(d -> doors.add(d.replace("ID", initiative)));
        doors.add("/desk/initiatives/" + id);
        doors.add("/desk/initiatives/" + id + "/told?as=" + name);
        doors.addAll(List.of("/desk", "/desk/notices", "/desk/initiatives"));
        for (var mark : marks) {
          if (mark.circle() != Circle.PUBLIC) {
            assertThat(caller.get("/search?q=" + mark.text()).body())
                .as(name + " finds " + mark)
                .doesNotContain("/initiatives/" + initiative);
          }
        }
        var read = new StringBuilder();
        doors.forEach(d -> read.append(caller.get(d).body()));
        var program = of(programs, name);
        for (var door :
            List.of(
                "/joint-initiatives",
                "/joint-initiatives/" + id,
                "/joint-initiatives/" + id + "/events")) {
          read.append(program.get("/api/v1" + door).body());
        }
        check(name, read.toString(), marks, this::ofParty);
      });
    }
  }

  @Test
  void aFigureThatIsKeptBackIsSaidToBeNotPublished() {
    var id = JointFilesTest.begun(node, of(people, "QMM"));
    var said =
        new Contribution(
            Contribution.Kind.MONEY,
            "QMM",
            "QNN",
            LocalizedText.of("en", "Kept pumps"),
            null,
            new Figure(new ReportedAmount(new BigDecimal("7654321"), "USD"), null),
            List.of(),
            Contribution.Valuation.NOT_REPORTED,
            Period.UNKNOWN,
            Visibility.PUBLIC,
            null,
            new Contribution.Circles(Circle.PARTIES, Circle.PARTIES, null));
    act(id, "QMM", new Deed.State("kept", 0, said));
    for (var party : List.of("QMM", "QNN")) {
      act(id, party, new Deed.Release(Part.JOINT, 1));
      act(id, party, new Deed.Release(Part.OWN, sequence(id)));
    }
    var initiative =
        node.stranger()
            .get("/api/v1/initiatives")
            .body()
            .replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    // of the quantity, of which nothing was stated, nothing is said
    assertThat(node.stranger().get("/api/v1/initiatives/" + initiative).body())
        .contains("\"notPublished\":[\"amount\"]")
        .doesNotContain("7654321");
    assertThat(node.stranger().get("/initiatives/" + initiative).body())
        .contains("Kept pumps", "not published", "some amounts are not published by their owner")
        .doesNotContain("7,654,321");
    assertThat(of(callers, "QNN").get("/desk/initiatives/" + id).body()).contains("7,654,321");
  }

  /// Where a reader stands to what a party wrote.
  private Circle ofParty(String reader, Mark mark) {
    return reader.equals(mark.of())
        ? Circle.ORGANISATION
        : List.of("QMM", "QNN").contains(reader) ? Circle.PARTIES : Circle.PUBLIC;
  }

  private interface Standing {
    Circle of(String reader, Mark mark);
  }

  private static void check(String reader, String read, List<Mark> marks, Standing standing) {
    var plain = read.replace(",", "");
    for (var mark : marks) {
      boolean meant = mark.circle().reaches(standing.of(reader, mark));
      assertThat(plain.contains(mark.text())).as(reader + " reads " + mark).isEqualTo(meant);
    }
  }

  private long sequence(String id) {
    return node.bean(JointInitiatives.class)
        .find(node.account(of(people, "QMM")), id)
        .orElseThrow()
        .joint()
        .sequence();
  }

  private void act(String id, String party, Deed deed) {
    assertThat(
            node.bean(JointInitiatives.class)
                .act(node.account(of(people, party)), id, party, deed, "k" + keys++))
        .isPresent();
  }

  private void contribution(String id, String contribution, List<Mark> marks) {
    var initiatives = node.bean(JointInitiatives.class);
    var account = node.account(of(people, "QMM"));
    var visibility = random.nextInt(4) > 0 ? Visibility.PUBLIC : Visibility.PARTIES;
    var amount = mark();
    var quantity = mark();
    var part = mark();
    var said =
        new Contribution(
            Contribution.Kind.MONEY,
            "QMM",
            "QNN",
            LocalizedText.of("en", "Pumps"),
            null,
            new Figure(
                new ReportedAmount(new BigDecimal(amount), "USD"),
                new Quantity(new BigDecimal(quantity), "person-day")),
            List.of(
                new Contribution.Component("fee", new ReportedAmount(new BigDecimal(part), "USD"))),
            Contribution.Valuation.NOT_REPORTED,
            Period.UNKNOWN,
            visibility,
            null,
            new Contribution.Circles(choice(), choice(), choice()));
    var before = initiatives.find(account, id).orElseThrow().joint().stated().get(contribution);
    var done =
        initiatives
            .act(
                account,
                id,
                "QMM",
                new Deed.State(contribution, before == null ? 0 : before.version(), said),
                "k" + keys++)
            .orElseThrow();
    assertThat(done).isInstanceOf(JointOutcome.Done.class);
    marks.add(new Mark("amount", amount, "QMM", said.circle(SensitiveField.CONTRIBUTION_AMOUNT)));
    marks.add(
        new Mark("quantity", quantity, "QMM", said.circle(SensitiveField.CONTRIBUTION_QUANTITY)));
    marks.add(
        new Mark("components", part, "QMM", said.circle(SensitiveField.CONTRIBUTION_COMPONENTS)));
    int version = of(((JointOutcome.Done) done).after().stated(), contribution).version();
    if (random.nextBoolean()) {
      act(id, "QNN", new Deed.Answer(contribution, version, new Reply.Confirms()));
    } else {
      var other = mark();
      act(
          id,
          "QNN",
          new Deed.Answer(
              contribution,
              version,
              new Reply.Disputes(
                  new Figure(new ReportedAmount(new BigDecimal(other), "USD"), null),
                  "We counted")));
      // of a figure that its owner keeps back, the reply is kept back too
      marks.add(new Mark("reply", other, "QNN", said.circle(SensitiveField.CONTRIBUTION_AMOUNT)));
    }
  }

  private void telling(String id, List<Mark> marks) {
    for (var party : List.of("QMM", "QNN")) {
      var texts = new ArrayList<String>();
      for (int n = 0; n < 4; n++) {
        texts.add(mark());
      }
      var telling =
          new Telling(
              LocalizedText.of("en", "R " + texts.get(0)),
              LocalizedText.of("en", "L " + texts.get(1)),
              LocalizedText.of("en", "S " + texts.get(2)),
              LocalizedText.of("en", "G " + texts.get(3)),
              List.of(),
              random.nextInt(4) > 0 ? Visibility.PUBLIC : Visibility.PARTIES,
              new Telling.Circles(choice(), choice(), choice(), choice(), choice()));
      act(id, party, new Deed.Tell(telling));
      var fields =
          List.of(
              SensitiveField.TELLING_RESULTS,
              SensitiveField.TELLING_LESSONS,
              SensitiveField.TELLING_STORY,
              SensitiveField.TELLING_GAINS);
      for (int n = 0; n < 4; n++) {
        // what is for everybody is so where the whole is
        marks.add(
            new Mark(fields.get(n).field(), texts.get(n), party, telling.circle(fields.get(n))));
      }
    }
  }

  @Test
  void noFieldOfADraftIsSeenBeyondItsCircle() {
    var drafts = node.bean(Drafts.class);
    for (int round = 0; round < 6; round++) {
      var marks = new ArrayList<Mark>();
      var told =
          new Wording.Confidential(
              "Ana " + mark(marks, "person"),
              mark(marks, "email") + "@example.org",
              "+99 " + mark(marks, "telephone"),
              new ReportedAmount(new BigDecimal(mark(marks, "budget")), "USD"),
              new Wording.Circles(choice(), choice()));
      var made =
          (DraftOutcome.Made)
              drafts
                  .make(
                      node.account(of(people, "institute")),
                      of(bodies, "institute").id(),
                      need(told),
                      "n" + round)
                  .orElseThrow();
      drafts.act(
          node.account(of(people, "institute")), made.id(), new DraftDeed.Submit(made.revision()));
      if (round % 2 == 1) {
        drafts.act(node.account(of(people, "QMM")), made.id(), new DraftDeed.Release(1));
      }
      var meant =
          marks.stream()
              .map(m ->
                  new Mark(
                      m.what(),
                      m.text(),
                      m.of(),
                      told.circle(
                          m.what().equals("budget")
                              ? SensitiveField.ENTRY_BUDGET
                              : SensitiveField.ENTRY_CONTACT)))
              .toList();
      callers.forEach((name, caller) -> {
        var read = new StringBuilder();
        for (var door :
            List.of(
                "/desk/entries/" + made.id(),
                "/desk/entries",
                "/desk",
                "/catalogue",
                "/catalogue.csv",
                "/catalogue/" + made.id(),
                "/search?q=Wells",
                "/api/v1/catalogue")) {
          read.append(caller.get(door).body());
        }
        read.append(of(programs, name).get("/api/v1/drafts/" + made.id()).body());
        check(
            name,
            read.toString(),
            meant,
            (reader, mark) ->
                switch (reader) {
                  case "institute" -> Circle.ORGANISATION;
                  case "QMM", "office" -> Circle.COUNTRY;
                  default -> Circle.PUBLIC;
                });
      });
    }
  }

  private String mark(List<Mark> marks, String what) {
    var text = mark();
    marks.add(new Mark(what, text, "institute", Circle.ORGANISATION));
    return text;
  }

  static Wording need(Wording.Confidential told) {
    var none = LocalizedText.EMPTY;
    var content =
        new Content(
            null,
            LocalizedText.of("en", "Wells"),
            LocalizedText.of("en", "Water"),
            null,
            Period.UNKNOWN,
            Period.UNKNOWN,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Wording(content, new Details.Need(none, null, null), told);
  }
}
