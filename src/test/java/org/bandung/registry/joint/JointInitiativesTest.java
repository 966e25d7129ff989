package org.bandung.registry.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.registry.joint.JointSamples.country;
import static org.bandung.registry.joint.JointSamples.days;
import static org.bandung.registry.joint.JointSamples.gives;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandate;
import org.bandung.access.Mandates;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.kernel.News;
import org.bandung.kernel.Reader;
import org.bandung.reference.InventedWorld;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.Registry;
import org.bandung.registry.TestRegistry;
import org.bandung.registry.joint.Contribution.Visibility;
import org.bandung.registry.joint.JointEvent.Part;
import org.bandung.registry.joint.JointOutcome.Done;
import org.bandung.registry.joint.JointOutcome.KeyUsedOtherwise;
import org.bandung.registry.joint.JointOutcome.NotAllowed;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Joint initiatives on the real database engine, with people who may and people who may not.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JointInitiativesTest {

  private TestDatabase store;
  private TestAccess access;
  private Registry registry;
  private JointInitiatives initiatives;
  private final List<News> news = new ArrayList<>();
  private Account meridia;
  private Account norelia;
  private Account institute;
  private Account stranger;
  private Body instituteBody;
  private int keys;

  @BeforeAll
  void open(@TempDir Path home) {
    store = TestDatabase.create();
    access = TestAccess.of(store.database(), InventedWorld.reference(), home);
    registry = TestRegistry.of(store);
    initiatives =
        new JointInitiatives(
            store.database(),
            access.mandates(),
            access.audit(),
            new Released(
                registry, InventedWorld.reference(), new org.bandung.store.Files(store.database())),
            event -> news.add((News) event));
    var keeper = person("keeper", node(), Role.ADMINISTRATOR);
    var agency = admit(keeper, Body.Kind.AUTHORITY, "Meridia Agency", "QMM");
    var ministry = admit(keeper, Body.Kind.AUTHORITY, "Norelia Ministry", "QNN");
    meridia = person("mira", agency, Role.AUTHORITY, Role.SIGNATORY, Role.CONTRIBUTOR);
    norelia = person("noor", ministry, Role.AUTHORITY, Role.SIGNATORY, Role.CONTRIBUTOR);
    instituteBody = admit(meridia, Body.Kind.ORGANISATION, "Institute", "QMM");
    institute = person("ines", instituteBody, Role.CONTRIBUTOR);
    stranger =
        person(
            "otto",
            admit(keeper, Body.Kind.AUTHORITY, "Osmara Agency", "QOO"),
            Role.AUTHORITY,
            Role.SIGNATORY);
  }

  @AfterAll
  void close() {
    store.close();
  }

  @BeforeEach
  void fresh() {
    news.clear();
  }

  private static Body node() {
    return new Body(Body.NODE, Body.Kind.NODE, "node", null, null, null, true);
  }

  private static Account person(String id, Body body, Role... roles) {
    return new Account(
        id, id + "@example.org", id, "en", List.of(new Mandate(body, Set.of(roles))));
  }

  private Body admit(Account by, Body.Kind kind, String name, String country) {
    return ((Mandates.AdmitOutcome.Admitted)
            access.mandates().admit(by, new Mandates.Wanted(kind, name, country, null, null)))
        .body();
  }

  private String begun(Account by, JointParty... parties) {
    var outcome = initiatives.begin(by, JointSamples.beginning(parties), "begin " + ++keys);
    return ((Done) outcome.orElseThrow()).after().id();
  }

  private String begun() {
    return begun(
        meridia,
        country("QMM", org.bandung.registry.said.Role.PROVIDER),
        country("QNN", org.bandung.registry.said.Role.RECIPIENT));
  }

  private Joint act(Account who, String id, String party, Deed deed) {
    var outcome = initiatives.act(who, id, party, deed, "key " + ++keys).orElseThrow();
    if (outcome instanceof Done done) {
      return done.after();
    }
    throw new AssertionError(outcome.toString());
  }

  private long initiativesOfEverybody() {
    return registry.facets(Reader.PUBLIC, InitiativeFilter.ALL).total();
  }

  private Optional<InitiativeView> publicly(String id) {
    return registry.find(Reader.PUBLIC, Released.originalId(id));
  }

  @Test
  void aStrangerGetsTheAnswerOfWhatDoesNotExist() {
    var id = begun();

    assertThat(initiatives.find(stranger, id)).isEmpty();
    assertThat(initiatives.history(stranger, id)).isEmpty();
    assertThat(initiatives.list(stranger, 10)).isEmpty();
    assertThat(initiatives.act(stranger, id, "QMM", new Deed.Close(), "k"))
        .isEqualTo(initiatives.act(stranger, "unknown", "QMM", new Deed.Close(), "k"))
        .isEmpty();
    assertThat(
            initiatives.begin(
                stranger,
                JointSamples.beginning(
                    country("QMM", org.bandung.registry.said.Role.PROVIDER),
                    country("QNN", org.bandung.registry.said.Role.RECIPIENT)),
                "k"))
        .isEmpty();
  }

  @Test
  void nobodyActsForAnotherParty() {
    var id = begun();

    assertThat(
            initiatives.act(
                norelia,
                id,
                "QMM",
                new Deed.State("c1", 0, gives("QMM", "QNN", days("1"), Visibility.PUBLIC)),
                "k"))
        .isEmpty();
  }

  @Test
  void whoSeesItAndMayNotIsToldSo() {
    var id =
        begun(
            institute,
            new JointParty(
                instituteBody.id(),
                org.bandung.registry.said.Role.PROVIDER,
                JointSamples.en("Another name"),
                null),
            country("QNN", org.bandung.registry.said.Role.RECIPIENT));

    assertThat(
            initiatives
                .act(institute, id, instituteBody.id(), new Deed.Release(Part.JOINT, 1), "k")
                .orElseThrow())
        .isEqualTo(new NotAllowed(Deed.OPENING));
    assertThat(
            initiatives.act(institute, id, instituteBody.id(), new Deed.Close(), "k").orElseThrow())
        .isEqualTo(new NotAllowed(Deed.BINDING));
    // what a country's institution does is the country's to release, and called what it calls
    // itself
    var j = act(meridia, id, instituteBody.id(), new Deed.Release(Part.JOINT, 1));
    assertThat(j.beginning().parties().getFirst().name().byLanguage()).containsValue("Institute");
  }

  @Test
  void aDeedSentTwiceIsDoneOnce() {
    var id = begun();
    var deed = new Deed.State("c1", 0, gives("QMM", "QNN", days("40"), Visibility.PUBLIC));

    var first = initiatives.act(meridia, id, "QMM", deed, "the key").orElseThrow();
    var second = initiatives.act(meridia, id, "QMM", deed, "the key").orElseThrow();

    assertThat(second).isEqualTo(first);
    assertThat(initiatives.history(meridia, id)).hasSize(2);
    assertThat(initiatives.act(meridia, id, "QMM", new Deed.Suspend("no"), "the key").orElseThrow())
        .isEqualTo(new KeyUsedOtherwise());
  }

  @Test
  void bothSidesHearOfADeed() {
    var id = begun();
    news.clear();
    act(meridia, id, "QMM", new Deed.Suspend("Floods"));

    assertThat(news).hasSize(1);
    assertThat(news.getFirst().bodies()).hasSize(2);
    assertThat(news.getFirst().what()).isEqualTo("joint.suspended");
    assertThat(news.getFirst().facts()).containsKeys("body", "title");
  }

  @Test
  void nothingPublicChangesBeforeTheLastRelease() {
    var id = begun();
    var state = registry.state();
    var runs = registry.listImports(Reader.PUBLIC, 100);
    var sources = registry.listSources(Reader.PUBLIC);
    long before = initiativesOfEverybody();

    act(
        meridia,
        id,
        "QMM",
        new Deed.State("c1", 0, gives("QMM", "QNN", days("40"), Visibility.PUBLIC)));
    act(norelia, id, "QNN", new Deed.Answer("c1", 1, new Reply.Confirms()));
    act(meridia, id, "QMM", new Deed.Release(Part.JOINT, 1));
    act(meridia, id, "QMM", new Deed.Release(Part.OWN, 3));
    act(norelia, id, "QNN", new Deed.Release(Part.OWN, 3));

    assertThat(registry.state()).isEqualTo(state);
    assertThat(registry.listImports(Reader.PUBLIC, 100)).isEqualTo(runs);
    assertThat(registry.listSources(Reader.PUBLIC)).isEqualTo(sources);
    assertThat(initiativesOfEverybody()).isEqualTo(before);
    assertThat(publicly(id)).isEmpty();

    act(norelia, id, "QNN", new Deed.Release(Part.JOINT, 1));

    assertThat(initiativesOfEverybody()).isEqualTo(before + 1);
    assertThat(publicly(id)).isPresent();
  }

  @Test
  void theStatementsOfThePartiesAreOneInitiativeSideBySide() {
    var id = begun();
    act(
        meridia,
        id,
        "QMM",
        new Deed.State("c1", 0, gives("QMM", "QNN", days("40"), Visibility.PUBLIC)));
    act(
        meridia,
        id,
        "QMM",
        new Deed.State("c2", 0, gives("QMM", "QNN", days("7"), Visibility.PARTIES)));
    act(
        norelia,
        id,
        "QNN",
        new Deed.Answer("c1", 1, new Reply.Disputes(days("31"), "Nine fell out")));
    act(norelia, id, "QNN", new Deed.Answer("c2", 1, new Reply.Confirms()));
    act(meridia, id, "QMM", new Deed.Release(Part.JOINT, 1));
    act(norelia, id, "QNN", new Deed.Release(Part.JOINT, 1));

    var bare = publicly(id).orElseThrow();
    assertThat(bare.statements()).hasSize(2);
    assertThat(bare.derivation().modality()).isEqualTo("bilateral");
    assertThat(bare.composed().contributions()).isEmpty();

    long now = initiatives.find(meridia, id).orElseThrow().joint().sequence();
    act(norelia, id, "QNN", new Deed.Release(Part.OWN, now));
    // the reply alone would tell that there is something to reply to
    assertThat(publicly(id).orElseThrow().statements())
        .allMatch(s -> s.content().contributions().isEmpty());

    act(meridia, id, "QMM", new Deed.Release(Part.OWN, now));
    var both = publicly(id).orElseThrow().statements();
    assertThat(both).hasSize(2).allMatch(s -> s.content().contributions().size() == 1);
    assertThat(both)
        .extracting(s -> s.content().contributions().getFirst().quantity())
        .containsExactlyInAnyOrder(days("40").quantity(), days("31").quantity());

    act(
        meridia,
        id,
        "QMM",
        new Deed.State("c1", 1, gives("QMM", "QNN", days("50"), Visibility.PUBLIC)));
    // what was not released again is not public
    assertThat(publicly(id).orElseThrow().statements())
        .extracting(s -> s.content().contributions().getFirst().quantity())
        .doesNotContain(days("50").quantity());
  }

  @Test
  void whatIsTakenBackIsNotReadAnyMore() {
    var id = begun();
    act(meridia, id, "QMM", new Deed.Release(Part.JOINT, 1));
    act(norelia, id, "QNN", new Deed.Release(Part.JOINT, 1));
    long before = initiativesOfEverybody();

    act(norelia, id, "QNN", new Deed.TakeBack(Part.JOINT));

    assertThat(initiativesOfEverybody()).isEqualTo(before - 1);
    assertThat(publicly(id).orElseThrow().composed().title().isEmpty()).isTrue();
    assertThat(publicly(id).orElseThrow().statements())
        .allMatch(s -> s.withdrawn().isPresent() && s.content().participants().isEmpty());

    act(norelia, id, "QNN", new Deed.Release(Part.JOINT, 1));
    assertThat(initiativesOfEverybody()).isEqualTo(before);
    assertThat(publicly(id).orElseThrow().composed().title().isEmpty()).isFalse();
  }

  @Test
  void everyDeedIsInTheLogOfItsBody() {
    var id = begun();
    act(meridia, id, "QMM", new Deed.Suspend("Floods"));

    assertThat(access.audit().verify(Optional.empty()))
        .isInstanceOf(org.bandung.access.Audit.Verdict.Intact.class);
    var lines = new ArrayList<String>();
    access
        .audit()
        .each(l -> {
          if (l.deed().object().equals(id)) {
            lines.add(l.deed().action());
          }
        });
    assertThat(lines).containsExactly("joint.begun", "joint.suspended");
  }
}
