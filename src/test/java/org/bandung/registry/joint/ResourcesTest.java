package org.bandung.registry.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.registry.joint.JointSamples.en;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandate;
import org.bandung.access.Mandates;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.Reader;
import org.bandung.reference.InventedWorld;
import org.bandung.registry.Registry;
import org.bandung.registry.TestRegistry;
import org.bandung.registry.joint.Contribution.Visibility;
import org.bandung.registry.joint.Resources.Outcome;
import org.bandung.registry.said.Statement;
import org.bandung.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Resources on the real database engine.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResourcesTest {

  private TestDatabase store;
  private Registry registry;
  private Resources resources;
  private Body union;
  private Account writer;
  private Account head;
  private Account stranger;

  @BeforeAll
  void open(@TempDir Path home) {
    store = TestDatabase.create();
    var access = TestAccess.of(store.database(), InventedWorld.reference(), home);
    registry = TestRegistry.of(store);
    resources =
        new Resources(
            store.database(),
            access.mandates(),
            access.audit(),
            registry,
            new Released(
                registry,
                InventedWorld.reference(),
                new org.bandung.store.Files(store.database())));
    var keeper =
        person(
            "keeper",
            new Body(Body.NODE, Body.Kind.NODE, "node", null, null, null, true),
            Role.ADMINISTRATOR);
    union = admit(access, keeper, "Union of Shores");
    writer = person("wren", union, Role.CONTRIBUTOR);
    head = person("hana", union, Role.AUTHORITY);
    stranger = person("otto", admit(access, keeper, "Another body"), Role.CONTRIBUTOR);
  }

  @AfterAll
  void close() {
    store.close();
  }

  private static Body admit(TestAccess access, Account keeper, String name) {
    return ((Mandates.AdmitOutcome.Admitted)
            access
                .mandates()
                .admit(keeper, new Mandates.Wanted(Body.Kind.MULTILATERAL, name, null, null, null)))
        .body();
  }

  private static Account person(String id, Body body, Role... roles) {
    return new Account(
        id, id + "@example.org", id, "en", List.of(new Mandate(body, Set.of(roles))));
  }

  private static Resource advisers(String number, @Nullable String initiative) {
    return new Resource(
        Resource.Kind.PEOPLE,
        2026,
        en("Advisers"),
        new Figure(null, new Quantity(new BigDecimal(number), "person")),
        initiative,
        Visibility.PUBLIC);
  }

  private Resource.Held entered(Resource said, String key) {
    return ((Outcome.Done) resources.enter(writer, union.id(), said, key).orElseThrow()).now();
  }

  @Test
  void aBodyListsWhatItPutIn() {
    var held = entered(advisers("2", null), "list");

    assertThat(resources.list(writer, 100)).contains(held);
    assertThat(entered(advisers("2", null), "list")).isEqualTo(held);
    assertThat(resources.find(head, held.id())).contains(held);
  }

  @Test
  void aStrangerGetsTheAnswerOfWhatDoesNotExist() {
    var held = entered(advisers("3", null), "stranger");

    assertThat(resources.list(stranger, 100)).isEmpty();
    assertThat(resources.find(stranger, held.id())).isEmpty();
    assertThat(resources.change(stranger, held.id(), 1, advisers("9", null))).isEmpty();
    assertThat(resources.enter(stranger, union.id(), advisers("9", null), "k")).isEmpty();
  }

  @Test
  void whoReadAnOlderVersionIsTold() {
    var held = entered(advisers("4", null), "stale");
    resources.change(writer, held.id(), 1, advisers("5", null));

    assertThat(resources.change(writer, held.id(), 1, advisers("6", null)).orElseThrow())
        .isInstanceOf(Outcome.Stale.class);
    assertThat(resources.release(writer, held.id(), 2).orElseThrow())
        .isEqualTo(new Outcome.NotAllowed());
    assertThat(resources.release(head, held.id(), 2).orElseThrow())
        .isEqualTo(new Outcome.NotTied());
  }

  @Test
  void aFigureIsNeeded() {
    var said =
        new Resource(
            Resource.Kind.MONEY, 2026, en("Money"), Figure.NOT_REPORTED, null, Visibility.PUBLIC);

    assertThat(resources.enter(writer, union.id(), said, "none").orElseThrow())
        .isInstanceOf(Outcome.Faulty.class);
  }

  @Test
  void releasedItIsAStatementAboutItsInitiative() {
    var content = Publication.of(released(), JointSamples.ALL, JointSamples.KNOWN).get("QMM");
    var agency = new Statement.Source("iati", "QM-AMC-1", en("Agency"));
    registry.receive(
        "iati",
        List.of(
            new Statement(
                agency,
                "QM-AMC-1-7",
                Statement.Speaker.PUBLISHER,
                "a".repeat(64),
                Statement.Payload.compress("x"),
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                java.util.Objects.requireNonNull(content),
                List.of(),
                "test")));
    var held = entered(advisers("2", "QM-AMC-1-7"), "released");
    assertThat(registry.find(Reader.PUBLIC, "QM-AMC-1-7").orElseThrow().statements()).hasSize(1);

    assertThat(resources.published(1900, 2200, 10)).isEmpty();
    var now = ((Outcome.Done) resources.release(head, held.id(), 1).orElseThrow()).now();

    assertThat(resources.published(1900, 2200, 10))
        .containsExactly(new Resource.Published(now, "Union of Shores"));
    assertThat(resources.published(2027, 2200, 10)).isEmpty();
    var view = registry.find(Reader.PUBLIC, "QM-AMC-1-7").orElseThrow();
    assertThat(view.statements()).hasSize(2);
    assertThat(view.composed().title()).isEqualTo(en("School meals from local farms"));
    anEarlierYearIsFoundWhereTheLimitLetsInOne();
    resources.takeBack(head, held.id(), now.version());
    assertThat(registry.find(Reader.PUBLIC, "QM-AMC-1-7").orElseThrow().statements())
        .filteredOn(s -> s.withdrawn().isEmpty())
        .hasSize(1);
  }

  private void anEarlierYearIsFoundWhereTheLimitLetsInOne() {
    var said = advisers("2", "QM-AMC-1-7");
    var before =
        new Resource(
            said.kind(), 2024, said.what(), said.figure(), said.initiative(), said.visibility());
    var held = entered(before, "earlier");
    var now = ((Outcome.Done) resources.release(head, held.id(), 1).orElseThrow()).now();

    assertThat(resources.published(2020, 2025, 1))
        .containsExactly(new Resource.Published(now, "Union of Shores"));
    resources.takeBack(head, held.id(), now.version());
  }

  private static List<JointEvent.Recorded> released() {
    var events =
        new java.util.ArrayList<JointEvent.Recorded>(
            ((JointOutcome.Done)
                    JointRules.begin("j", JointSamples.beginning(), JointSamples.acting("QMM")))
                .events());
    for (var party : List.of("QMM", "QNN", "QOO")) {
      events.add(
          new JointEvent.Recorded(
              events.size() + 1,
              JointSamples.NOW,
              party,
              "p",
              new JointEvent.Released(JointEvent.Part.JOINT, 1)));
    }
    return events;
  }
}
