package org.bandung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bandung.reference.InventedWorld.QMM;
import static org.bandung.reference.InventedWorld.QNN;
import static org.bandung.reference.InventedWorld.QPP;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bandung.access.TestAccess;
import org.bandung.kernel.BadCursor;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Fate;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Reader;
import org.bandung.parties.Parties;
import org.bandung.reference.InventedWorld;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Participant.OrganisationMention;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.bandung.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// The catalogue on the real database engine.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueTest {

  private static final Statement.Source DESK =
      new Statement.Source("table", "QM-DESK", LocalizedText.of("en", "Meridia Desk"));
  private static final LocalDate CONSENT = LocalDate.of(2025, 5, 2);

  private TestDatabase store;
  private Registry registry;
  private Catalogue catalogue;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  @BeforeAll
  void open() {
    store = TestDatabase.create();
    var reference = InventedWorld.reference();
    var parties =
        Parties.load(
            InventedWorld.folder("parties-world"), store.database(), store.changes(), reference);
    context.registerBean(Database.class, store::database);
    context.registerBean(ChangeLog.class, store::changes);
    context.registerBean("reference", org.bandung.reference.Reference.class, () -> reference);
    context.registerBean(Parties.class, () -> parties);
    context.scan(Registry.class.getPackageName());
    // what people do behind the door is not asked for here, and would want accounts
    context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    context.refresh();
    registry = context.getBean(Registry.class);
    catalogue =
        new Catalogue(
            store.database(),
            store.changes(),
            reference,
            parties,
            registry,
            Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC));
  }

  @AfterAll
  void close() {
    context.close();
    store.close();
  }

  @BeforeEach
  void empty() {
    store
        .database()
        .sql()
        .sql(
            "truncate catalogue_entry, catalogue_version, catalogue_consent, registry_source,"
                + " registry_initiative, store_change cascade")
        .update();
  }

  private static Content content(
      String title, Period holds, List<Participant> who, String... sectors) {
    return new Content(
        null,
        LocalizedText.of("en", title),
        LocalizedText.of("en", "About " + title),
        null,
        Period.UNKNOWN,
        holds,
        who,
        List.of(sectors).stream()
            .map(s -> new Content.Classification("dac-sector", s, null, LocalizedText.EMPTY))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Period years(int from, int to) {
    return new Period(PartialDate.ofYear(from), PartialDate.ofYear(to), false);
  }

  private static Entry entry(String id, Details details, Content content) {
    return new Entry(
        DESK,
        id,
        "%064x".formatted((content.toString() + details).hashCode()),
        Statement.Payload.compress("{}"),
        content,
        details,
        List.of(),
        "rules-1");
  }

  private static Entry need(String id, String title, CountryCode country) {
    return entry(
        id,
        Details.Need.of(LocalizedText.EMPTY),
        content(title, years(2026, 2028), List.of(Participant.country(Role.RECIPIENT, country))));
  }

  private static Entry expert(String id, String name, LocalDate consent) {
    return entry(
        id,
        new Details.Expert(consent, "form 7"),
        content(name, Period.UNKNOWN, List.of(Participant.country(Role.PROVIDER, QMM))));
  }

  private Catalogue.Outcome receive(Entry entry) {
    return catalogue.receive(List.of(entry)).getFirst().outcome();
  }

  private List<String> titles(EntryFilter filter) {
    return catalogue.list(Reader.PUBLIC, filter, Optional.empty(), 50).items().stream()
        .map(e -> e.title().byLanguage().get("en"))
        .toList();
  }

  @Test
  void anEntrySaidTwiceIsUnchangedAndSaidOtherwiseIsUpdated() {
    assertThat(receive(need("N-1", "Wells", QPP))).isEqualTo(Catalogue.Outcome.CREATED);
    assertThat(receive(need("N-1", "Wells", QPP))).isEqualTo(Catalogue.Outcome.UNCHANGED);
    assertThat(receive(need("N-1", "Deep wells", QPP))).isEqualTo(Catalogue.Outcome.UPDATED);

    assertThat(titles(EntryFilter.ALL)).containsExactly("Deep wells");
    assertThat(count("catalogue_version")).isEqualTo(2);
  }

  private long count(String table) {
    return store.database().sql().sql("select count(*) from " + table).query(Long.class).single();
  }

  @Test
  void aListIsNarrowedByKindCountryDayAndWords() {
    receive(need("N-1", "Wells", QPP));
    receive(need("N-2", "Seeds", QNN));
    receive(
        entry(
            "O-1",
            Details.Offer.of(LocalizedText.EMPTY),
            content(
                "Well drillers",
                years(2020, 2021),
                List.of(Participant.country(Role.PROVIDER, QMM)))));

    assertThat(titles(EntryFilter.of(EntryKind.NEED))).containsExactlyInAnyOrder("Wells", "Seeds");
    assertThat(titles(EntryFilter.ALL.with(EntryFacet.COUNTRY, "QPP"))).containsExactly("Wells");
    assertThat(titles(EntryFilter.ALL.withWords(Optional.of("WELL"))))
        .containsExactlyInAnyOrder("Wells", "Well drillers");
    assertThat(titles(EntryFilter.ALL.openOn(Optional.of(LocalDate.of(2026, 11, 27)))))
        .containsExactlyInAnyOrder("Wells", "Seeds");
    assertThat(titles(EntryFilter.ALL.withGrouping(Optional.of("COMM"))))
        .containsExactlyInAnyOrder("Seeds", "Well drillers");
  }

  @Test
  void facetsCountWhatTheListHolds() {
    receive(entry("N-1", Details.Need.of(LocalizedText.EMPTY), sectored("Wells", "14030")));
    receive(need("N-2", "Seeds", QNN));

    var facets = catalogue.facets(Reader.PUBLIC, EntryFilter.ALL);

    assertThat(facets.total()).isEqualTo(2);
    assertThat(facets.counts(EntryFacet.KIND)).containsExactly(new EntryFacets.Count("need", 2));
    assertThat(facets.counts(EntryFacet.COUNTRY))
        .containsExactlyInAnyOrder(
            new EntryFacets.Count("QPP", 1), new EntryFacets.Count("QNN", 1));
    assertThat(titles(EntryFilter.ALL.with(EntryFacet.SECTOR, "140"))).containsExactly("Wells");
  }

  private static Content sectored(String title, String sector) {
    return content(
        title, years(2026, 2028), List.of(Participant.country(Role.RECIPIENT, QPP)), sector);
  }

  @Test
  void pagesFollowEachOtherWithoutAGapOrARepetition() {
    catalogue.receive(
        IntStream.range(0, 23).mapToObj(i -> need("N-" + i, "Need " + i, QPP)).toList());
    var seen = new HashSet<String>();
    Optional<String> cursor = Optional.empty();
    do {
      var page = catalogue.list(Reader.PUBLIC, EntryFilter.ALL, cursor, 5);
      page.items().forEach(e -> assertThat(seen.add(e.id())).isTrue());
      cursor = page.next();
    } while (cursor.isPresent());

    assertThat(seen).hasSize(23);
    assertThatThrownBy(
            () -> catalogue.list(Reader.PUBLIC, EntryFilter.ALL, Optional.of("no cursor"), 5))
        .isInstanceOf(BadCursor.class);
  }

  @Test
  void whatIsForTheOperatorIsNobodyElsesInNoAnswerAndNoCount() {
    receive(need("N-1", "Wells", QPP));
    receive(need("N-2", "Seeds", QNN));
    var hidden = need("N-2", "Seeds", QNN).id();
    store
        .database()
        .sql()
        .sql("update catalogue_entry set audience = 'operator' where id = :id")
        .param("id", hidden)
        .update();

    assertThat(titles(EntryFilter.ALL)).containsExactly("Wells");
    assertThat(catalogue.find(Reader.PUBLIC, hidden)).isEmpty();
    assertThat(catalogue.find(Reader.OPERATOR, hidden)).isPresent();
    assertThat(catalogue.facets(Reader.PUBLIC, EntryFilter.ALL).total()).isEqualTo(1);
    assertThat(catalogue.facets(Reader.PUBLIC, EntryFilter.ALL).counts(EntryFacet.COUNTRY))
        .containsExactly(new EntryFacets.Count("QPP", 1));
    assertThat(catalogue.summaries(Reader.PUBLIC, List.of(hidden))).isEmpty();
    assertThat(catalogue.fates(Reader.PUBLIC, List.of(hidden)))
        .containsEntry(hidden, new Fate.Closed());
  }

  @Test
  void aPersonLeavesNothingButTheRecordOfConsents() {
    var ana = expert("E-1", "Ana Quiroga", CONSENT);
    receive(ana);
    assertThat(catalogue.find(Reader.PUBLIC, ana.id())).isPresent();

    var outcome = catalogue.withdrawConsent(ana.id(), LocalDate.of(2026, 11, 1));

    assertThat(outcome)
        .isEqualTo(new ConsentOutcome.Withdrawn(ana.id(), LocalDate.of(2026, 11, 1)));
    assertThat(catalogue.find(Reader.OPERATOR, ana.id())).isEmpty();
    assertThat(titles(EntryFilter.ALL)).isEmpty();
    assertThat(catalogue.indexed(List.of(ana.id()))).isEmpty();
    assertThat(catalogue.fates(Reader.PUBLIC, List.of(ana.id())))
        .containsEntry(ana.id(), new Fate.Closed());
    assertThat(count("catalogue_version")).isZero();
    assertThat(count("catalogue_consent")).isEqualTo(2);
    var left =
        store
            .database()
            .sql()
            .sql("select row_to_json(e)::text from catalogue_entry e")
            .query(String.class)
            .single();
    assertThat(left).doesNotContain("Quiroga").doesNotContain("quiroga").doesNotContain("E-1");
  }

  @Test
  void aPersonComesBackOnlyByAYoungerConsent() {
    var ana = expert("E-1", "Ana Quiroga", CONSENT);
    receive(ana);
    catalogue.withdrawConsent(ana.id(), LocalDate.of(2026, 11, 1));

    assertThat(receive(ana)).isEqualTo(Catalogue.Outcome.NO_CONSENT);
    assertThat(catalogue.find(Reader.PUBLIC, ana.id())).isEmpty();
    assertThat(receive(expert("E-1", "Ana Quiroga", LocalDate.of(2026, 11, 2))))
        .isEqualTo(Catalogue.Outcome.UPDATED);
    assertThat(catalogue.find(Reader.PUBLIC, ana.id())).isPresent();
    assertThat(catalogue.withdrawConsent(ana.id(), CONSENT))
        .isEqualTo(new ConsentOutcome.GivenLater(ana.id(), LocalDate.of(2026, 11, 2)));
    assertThat(catalogue.withdrawConsent("nobody", CONSENT))
        .isEqualTo(new ConsentOutcome.NoSuchPerson("nobody"));
  }

  @Test
  void aConsentOfTomorrowIsNone() {
    assertThat(receive(expert("E-1", "Ana Quiroga", LocalDate.of(2026, 11, 28))))
        .isEqualTo(Catalogue.Outcome.NO_CONSENT);
    assertThat(count("catalogue_entry")).isZero();
  }

  @Test
  void whatASourceNoLongerSaysIsWithdrawnAndPersonsLeave() {
    var wells = need("N-1", "Wells", QPP);
    var ana = expert("E-1", "Ana Quiroga", CONSENT);
    catalogue.receive(List.of(wells, ana, need("N-2", "Seeds", QNN)));

    int withdrawn =
        catalogue.withdrawUnseen(
            Set.of(wells.voice(), ana.voice()), Set.of(need("N-2", "Seeds", QNN).id()));

    assertThat(withdrawn).isEqualTo(2);
    assertThat(titles(EntryFilter.ALL)).containsExactly("Seeds");
    assertThat(catalogue.find(Reader.PUBLIC, wells.id()).orElseThrow().withdrawn()).isTrue();
    assertThat(catalogue.find(Reader.OPERATOR, ana.id())).isEmpty();
    assertThat(receive(wells)).isEqualTo(Catalogue.Outcome.UPDATED);
  }

  @Test
  void aRegisterOfOneKindSaysNothingOfAnother() {
    var wells = need("N-1", "Wells", QPP);
    var ana = expert("E-1", "Ana Quiroga", CONSENT);
    catalogue.receive(List.of(wells, ana));

    assertThat(catalogue.withdrawUnseen(Set.of(ana.voice()), Set.of(ana.id()))).isZero();

    assertThat(titles(EntryFilter.ALL)).containsExactlyInAnyOrder("Wells", "Ana Quiroga");
  }

  @Test
  void versionsAndConsentsAreAppendOnly() {
    receive(need("N-1", "Wells", QPP));
    receive(expert("E-1", "Ana Quiroga", CONSENT));

    for (var table : List.of("catalogue_version", "catalogue_consent")) {
      assertThatThrownBy(() -> store.database().sql().sql("delete from " + table).update())
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void aCompletedInitiativeBecomesASolutionInOneStep() {
    var id = initiative("I-1", "4", "Depots of spare parts were set up.");

    var outcome = catalogue.solutionFrom(id);

    assertThat(outcome).isEqualTo(new SolutionOutcome.Made(Catalogue.solutionId(id), true));
    assertThat(catalogue.solutionFrom(id))
        .isEqualTo(new SolutionOutcome.Made(Catalogue.solutionId(id), false));
    var made = catalogue.find(Reader.PUBLIC, Catalogue.solutionId(id)).orElseThrow();
    assertThat(made.texts())
        .containsEntry("done", LocalizedText.of("en", "Depots of spare parts were set up."));
    assertThat(made.texts())
        .containsEntry("evidence", LocalizedText.of("en", "Days to repair: 330 → 6"));
    assertThat(made.texts()).doesNotContainKey("problem");
    assertThat(made.content().participants()).contains(Participant.country(Role.PROVIDER, QMM));
    assertThat(made.contacts()).hasSize(1);
    assertThat(((Details.Solution) made.details()).initiative()).isEqualTo(id);
  }

  @Test
  void onlyWhatIsCompletedAndToldBecomesASolution() {
    assertThat(catalogue.solutionFrom(initiative("I-2", "2", "Going on.")))
        .isInstanceOf(SolutionOutcome.NotCompleted.class);
    assertThat(catalogue.solutionFrom(initiative("I-3", "5", "Given up.")))
        .isInstanceOf(SolutionOutcome.NotCompleted.class);
    assertThat(catalogue.solutionFrom(initiative("I-4", "4", "")))
        .isInstanceOf(SolutionOutcome.NothingTold.class);
    assertThat(catalogue.solutionFrom("nothing"))
        .isEqualTo(new SolutionOutcome.NoSuchInitiative("nothing"));
  }

  @Test
  void whatIsNotForEverybodyBecomesNoSolution() {
    var id = initiative("I-5", "4", "Done in silence.");
    store
        .database()
        .sql()
        .sql("update registry_initiative set audience = 'operator' where id = :id")
        .param("id", id)
        .update();

    assertThat(catalogue.solutionFrom(id)).isEqualTo(new SolutionOutcome.NoSuchInitiative(id));
    assertThat(titles(EntryFilter.ALL)).isEmpty();
  }

  @Test
  void whoWritesForABodyMakesASolutionAndNobodyElseDoes(@TempDir Path home) {
    var access = TestAccess.of(store.database(), InventedWorld.reference(), home);
    var solutions = new Solutions(store.database(), catalogue, access.mandates(), access.audit());
    var id = initiative("I-7", "4", "Depots of spare parts were set up.");
    var reported = registry.find(Reader.PUBLIC, id).orElseThrow().composed();
    for (var other :
        List.of(
            TestAccess.acting(org.bandung.access.Role.READER, true),
            TestAccess.acting(org.bandung.access.Role.SIGNATORY, true),
            TestAccess.acting(org.bandung.access.Role.CONTRIBUTOR, false))) {
      assertThat(solutions.mayMake(other, reported)).isFalse();
      assertThat(solutions.make(other, id)).isEmpty();
    }
    var writer = TestAccess.acting(org.bandung.access.Role.CONTRIBUTOR, true);
    assertThat(solutions.mayMake(writer, reported)).isTrue();

    assertThat(solutions.make(writer, id))
        .contains(new SolutionOutcome.Made(Catalogue.solutionId(id), true));
    assertThat(solutions.make(writer, id))
        .contains(new SolutionOutcome.Made(Catalogue.solutionId(id), false));
    var deeds = new java.util.ArrayList<String>();
    access.audit().each(l -> deeds.add(l.deed().account() + " " + l.deed().action()));
    assertThat(deeds).containsExactly("amina solution.made");
  }

  private String initiative(String id, @Nullable String status, String description) {
    var results =
        description.isEmpty()
            ? List.<Content.Result>of()
            : List.of(
                new Content.Result(
                    null,
                    LocalizedText.of("en", "Repairs are quick"),
                    LocalizedText.EMPTY,
                    List.of(
                        new Content.Indicator(
                            LocalizedText.of("en", "Days to repair"),
                            null,
                            null,
                            "330",
                            List.of(new Content.Measured(Period.UNKNOWN, "10", "6"))))));
    var content =
        new Content(
            "project",
            LocalizedText.of("en", "Cold chain " + id),
            description.isEmpty() ? LocalizedText.EMPTY : LocalizedText.of("en", description),
            status,
            Period.UNKNOWN,
            years(2019, 2021),
            List.of(
                Participant.country(Role.PROVIDER, QMM),
                Participant.country(Role.RECIPIENT, QNN),
                Participant.organisation(
                    Role.IMPLEMENTER,
                    new OrganisationMention(
                        null, LocalizedText.of("en", "Cold Chain School"), null, null))),
            List.of(),
            List.of(),
            List.of(),
            results,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    try (var run = registry.beginImport("iati", "test")) {
      var receipt =
          run.receive(
                  List.of(
                      new Statement(
                          new Statement.Source("iati", "QM-1", LocalizedText.of("en", "Meridia")),
                          id,
                          Statement.Speaker.PUBLISHER,
                          "%064x".formatted(content.hashCode()),
                          Statement.Payload.compress("<x/>"),
                          null,
                          null,
                          content,
                          List.of(),
                          "rules-1")))
              .getFirst();
      run.finish(false);
      return receipt.initiativeId();
    }
  }
}
