package org.bandung.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bandung.reference.InventedWorld.QMM;
import static org.bandung.reference.InventedWorld.QNN;
import static org.bandung.registry.Samples.classified;
import static org.bandung.registry.Samples.content;
import static org.bandung.registry.Samples.said;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bandung.kernel.BadCursor;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Reader;
import org.bandung.parties.Parties;
import org.bandung.reference.InventedWorld;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.bandung.store.ChangeFeed;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// The registry on the real database engine.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryTest {

  private TestDatabase store;
  private Registry registry;

  @BeforeAll
  void open() {
    store = TestDatabase.create();
  }

  @AfterAll
  void close() {
    store.close();
  }

  @BeforeEach
  void empty() {
    store
        .database()
        .sql()
        .sql(
            "truncate registry_source, registry_initiative, registry_identifier,"
                + " registry_statement, registry_version, registry_judgement,"
                + " registry_participation, registry_run, registry_run_file, store_change,"
                + " registry_derived_with cascade")
        .update();
    var reference = InventedWorld.reference();
    var parties =
        Parties.load(
            InventedWorld.folder("parties-world"), store.database(), store.changes(), reference);
    registry =
        new Registry(
            store.database(),
            store.changes(),
            reference,
            parties,
            new FacetCache(
                store.changes(),
                store.database(),
                reference,
                new StaticListableBeanFactory().getBeanProvider(TagCounter.class)),
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
  }

  private List<ImportRun.Receipt> receive(Statement... statements) {
    try (var run = registry.beginImport("iati", "test")) {
      var receipts = run.receive(List.of(statements));
      run.finish(false);
      return receipts;
    }
  }

  private static InitiativeFilter filter(CountryCode country, Role role) {
    return InitiativeFilter.ALL.with(Facet.COUNTRY, country.alpha3()).with(Facet.ROLE, role.code());
  }

  private static final Content WELLS =
      content("Wells for the hills", "2019", "QMM:provider", "QNN:recipient");

  @Test
  void keepsWhatAStatementSaysAndDerivesTheModality() {
    var id = receive(said(Samples.SHORE, "QM-1", WELLS, "2020-01-01")).getFirst().initiativeId();

    var view = registry.find(Reader.PUBLIC, id).orElseThrow();

    assertThat(view.composed()).isEqualTo(WELLS);
    assertThat(view.derivation().modality()).isEqualTo("bilateral");
    assertThat(view.derivation().scope()).contains("intraregional");
    assertThat(view.derivation().sharedGroupings()).containsExactly("COMM");
    assertThat(view.provenance()).containsEntry("title", "iati:QM-AMC-1#QM-1");
    assertThat(view.statements()).hasSize(1);
    assertThat(view.statements().getFirst().notes()).hasSize(1);
  }

  @Test
  void findsAnInitiativeByItsOriginalIdToo() {
    var id = receive(said(Samples.SHORE, "qm-1", WELLS, null)).getFirst().initiativeId();

    assertThat(registry.find(Reader.PUBLIC, "QM-1").orElseThrow().id()).isEqualTo(id);
    assertThat(registry.find(Reader.PUBLIC, "qm-1").orElseThrow().redirectedFrom())
        .contains("qm-1");
    assertThat(registry.find(Reader.PUBLIC, "nothing")).isEmpty();
  }

  @Test
  void theSameAgainChangesNothing() {
    var statement = said(Samples.SHORE, "QM-1", WELLS, "2020-01-01");
    receive(statement);

    assertThat(receive(statement))
        .extracting(ImportRun.Receipt::outcome)
        .containsExactly(ImportRun.Outcome.UNCHANGED);
    assertThat(versions()).isEqualTo(1);
  }

  @Test
  void aNewerVersionReplacesAndAnOlderOneDoesNot() {
    receive(said(Samples.SHORE, "QM-1", WELLS, "2020-01-01"));
    var newer = content("Wells and pumps", "2019", "QMM:provider", "QNN:recipient");

    assertThat(receive(said(Samples.SHORE, "QM-1", newer, "2021-01-01")).getFirst().outcome())
        .isEqualTo(ImportRun.Outcome.UPDATED);
    var oldest = content("A first idea", "2019", "QMM:provider");
    var receipt = receive(said(Samples.SHORE, "QM-1", oldest, "2018-01-01")).getFirst();

    assertThat(receipt.outcome()).isEqualTo(ImportRun.Outcome.OLDER);
    var view = registry.find(Reader.PUBLIC, receipt.initiativeId()).orElseThrow();
    assertThat(view.composed().title().byLanguage()).containsEntry("en", "Wells and pumps");
    assertThat(view.statements().getFirst().versions()).isEqualTo(2);
  }

  @Test
  void aFileThatRepeatsAnIdWithDifferentContentDoesNotFlip() {
    var one = said(Samples.SHORE, "QM-1", WELLS, null);
    var other =
        said(
            Samples.SHORE, "QM-1", content("Pumps", "2019", "QMM:provider", "QNN:recipient"), null);

    receive(one, other);
    var second = receive(one, other);

    assertThat(second)
        .extracting(ImportRun.Receipt::outcome)
        .containsExactly(ImportRun.Outcome.OLDER, ImportRun.Outcome.UNCHANGED);
    assertThat(versions()).isEqualTo(2);
  }

  @Test
  void aCorrectionWithoutANewDateArrives() {
    receive(said(Samples.SHORE, "QM-1", WELLS, "2020-01-01"));
    var corrected = content("Wells for the Hills", "2019", "QMM:provider", "QNN:recipient");

    assertThat(receive(said(Samples.SHORE, "QM-1", corrected, "2020-01-01")).getFirst().outcome())
        .isEqualTo(ImportRun.Outcome.UPDATED);
  }

  @Test
  void anotherSourcesStatementStandsBesideAndIsNeverOverwritten() {
    var theirs = content("Wells, as the hills see it", "2018", "QMM:provider", "QNN:recipient");

    var first = receive(said(Samples.SHORE, "QM-1", WELLS, "2020-01-01")).getFirst();
    var second =
        receive(said(Samples.HILL, "QM-1", Statement.Speaker.PARTY, theirs, "2010-01-01"))
            .getFirst();

    assertThat(second.outcome()).isEqualTo(ImportRun.Outcome.CREATED);
    assertThat(second.initiativeId()).isEqualTo(first.initiativeId());
    var view = registry.find(Reader.PUBLIC, first.initiativeId()).orElseThrow();
    assertThat(view.statements())
        .extracting(InitiativeView.StatementView::sourceKey)
        .containsExactly("iati:QN-HILL", "iati:QM-AMC-1");
    assertThat(view.composed().title().byLanguage())
        .containsEntry("en", "Wells, as the hills see it");
    assertThat(registry.counts(Reader.PUBLIC).initiatives()).isEqualTo(1);
  }

  @Test
  void aCompilationStaysOutsideHeadlineTotals() {
    receive(said(Samples.SHORE, "QM-1", WELLS, null));
    receive(said(Samples.REGISTER, "77", Statement.Speaker.COMPILATION, WELLS, null));

    var counts = registry.counts(Reader.PUBLIC);

    assertThat(counts.initiatives()).isEqualTo(2);
    assertThat(counts.headline()).isEqualTo(1);
    assertThat(counts.compilationOnly()).isEqualTo(1);
  }

  @Test
  void listsByCountryInRole() {
    receive(
        said(Samples.SHORE, "QM-1", WELLS, null),
        said(
            Samples.SHORE,
            "QM-2",
            content("Roads", "2021", "QNN:provider", "QMM:recipient"),
            null));

    assertThat(
            registry.list(Reader.PUBLIC, filter(QMM, Role.PROVIDER), Optional.empty(), 10).items())
        .extracting(InitiativePage.Summary::originalId)
        .containsExactly("QM-1");
    assertThat(registry.facets(Reader.PUBLIC, filter(QMM, Role.RECIPIENT)).total()).isEqualTo(1);
  }

  @Test
  void aCountryFindsItsPartnersWithTheDirection() {
    receive(
        said(Samples.SHORE, "QM-1", WELLS, null),
        said(Samples.SHORE, "QM-2", content("Roads", "2021", "QMM:dual", "QNN:dual"), null));

    var ties = registry.ties(Reader.PUBLIC, QMM);

    assertThat(ties.initiatives()).isEqualTo(2);
    assertThat(ties.partners()).containsExactly(new CountryTies.Tie(QNN, 2, 1, 2, 2));
    assertThat(ties.byRole())
        .containsExactlyInAnyOrder(new Facets.Count("dual", 1), new Facets.Count("provider", 1));
  }

  @Test
  void pagesFollowEachOtherWithoutLossOrRepeat() {
    var statements =
        IntStream.range(0, 57)
            .mapToObj(i ->
                said(
                    Samples.SHORE,
                    "QM-" + i,
                    content("Number " + i, "" + (1990 + i % 7), "QMM:provider", "QNN:recipient"),
                    null))
            .toArray(Statement[]::new);
    receive(statements);

    var seen = new ArrayList<String>();
    Optional<String> cursor = Optional.empty();
    do {
      var page = registry.list(Reader.PUBLIC, InitiativeFilter.ALL, cursor, 10);
      page.items().forEach(item -> seen.add(item.originalId()));
      cursor = page.next();
    } while (cursor.isPresent());

    assertThat(seen).hasSize(57);
    assertThat(new HashSet<>(seen)).hasSize(57);
  }

  @Test
  void aBrokenCursorIsTheCallersMistake() {
    assertThatThrownBy(
            () -> registry.list(Reader.PUBLIC, InitiativeFilter.ALL, Optional.of("../etc"), 10))
        .isInstanceOf(BadCursor.class);
  }

  @Test
  void whatVanishedIsWithdrawnOnlyFromACompleteSourceAndLeavesATombstone() {
    var kept = said(Samples.SHORE, "QM-1", WELLS, null);
    var gone = said(Samples.SHORE, "QM-2", content("Roads", "2021", "QMM:dual", "QNN:dual"), null);
    var other = said(Samples.HILL, "QN-1", WELLS, null);
    receive(kept, gone, other);
    var goneId = registry.find(Reader.PUBLIC, "QM-2").orElseThrow().id();

    int withdrawn;
    try (var run = registry.beginImport("iati", "complete")) {
      run.seen(run.known(List.of(kept.contentHash())).values());
      withdrawn = run.finish(true);
    }

    assertThat(withdrawn).isEqualTo(1);
    assertThat(registry.facets(Reader.PUBLIC, InitiativeFilter.ALL).total()).isEqualTo(2);
    var tombstone = registry.find(Reader.PUBLIC, goneId).orElseThrow();
    assertThat(tombstone.statements().getFirst().withdrawn()).isPresent();
    assertThat(receive(gone).getFirst().outcome()).isEqualTo(ImportRun.Outcome.UPDATED);
    assertThat(registry.facets(Reader.PUBLIC, InitiativeFilter.ALL).total()).isEqualTo(3);
  }

  @Test
  void knownContentsNeedNoReading() {
    var statement = said(Samples.SHORE, "QM-1", WELLS, null);
    receive(statement);

    try (var run = registry.beginImport("iati", "again")) {
      var known = run.known(List.of(statement.contentHash(), Samples.hash("never seen")));
      assertThat(known).containsOnlyKeys(statement.contentHash());
      var it = known.values().iterator().next();
      assertThat(it.current()).isTrue();
      assertThat(it.judgedWith()).isEqualTo("rules-1");
      assertThat(it.notes()).isEqualTo(statement.notes());
      run.finish(false);
    }
  }

  @Test
  void versionsAreAppendOnly() {
    receive(said(Samples.SHORE, "QM-1", WELLS, null));

    assertThatThrownBy(
            () -> store.database().sql().sql("update registry_version set run_id = 0").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> store.database().sql().sql("delete from registry_version").update())
        .hasMessageContaining("append-only");
  }

  @Test
  void everythingRealIsStorable() {
    var seventy =
        IntStream.range(0, 70)
            .mapToObj(i -> "Z" + (char) ('A' + i % 20) + (char) ('A' + i / 20) + ":provider")
            .toArray(String[]::new);
    var receipts =
        receive(
            said(
                Samples.SHORE,
                "same",
                content("Same", "2019", "QMM:provider", "QMM:recipient"),
                null),
            said(Samples.SHORE, "none", content("None", "2019"), null),
            said(
                Samples.SHORE,
                "dateless",
                content("No date", "", "QMM:provider", "QNN:recipient"),
                null),
            said(Samples.SHORE, "seventy", content("Seventy", "2019", seventy), null));

    assertThat(receipts)
        .extracting(ImportRun.Receipt::outcome)
        .containsOnly(ImportRun.Outcome.CREATED);
    assertThat(registry.find(Reader.PUBLIC, "same").orElseThrow().derivation().modality())
        .isEqualTo("single-country");
    assertThat(registry.find(Reader.PUBLIC, "dateless").orElseThrow().derivation().modality())
        .isEqualTo("bilateral");
  }

  @Test
  void aRunThatWasNotFinishedIsShownAsInterrupted() {
    registry.beginImport("iati", "cut short").close();

    assertThat(registry.listImports(Reader.PUBLIC, 5).getFirst().state()).isEqualTo("interrupted");
  }

  @Test
  void everyChangeIsInTheChangeLog() {
    receive(said(Samples.SHORE, "QM-1", WELLS, null));

    assertThat(store.changes().after(org.bandung.store.ChangeLog.Cursor.START, 10))
        .extracting(change -> change.module() + " " + change.kind())
        .contains("registry initiative");
  }

  @Test
  void notesThatAreOthersNowAreAChangeToo() {
    var said = said(Samples.SHORE, "QM-1", WELLS, null);
    var id = receive(said).getFirst().initiativeId();
    var place = (ChangeFeed.Page) store.feed().after(Optional.empty(), 100);

    receive(
        new Statement(
            said.source(),
            said.originalId(),
            said.speaker(),
            said.contentHash(),
            said.element(),
            null,
            null,
            said.content(),
            List.of(),
            "rules-2"));

    var after = (ChangeFeed.Page) store.feed().after(Optional.of(place.next()), 100);
    assertThat(after.changes()).extracting(change -> change.id()).containsExactly(id);
  }

  @Test
  void derivesAgainOnlyWhenTheReferenceDataChanged() {
    receive(said(Samples.SHORE, "QM-1", WELLS, null));
    assertThat(registry.deriveAgainIfNeeded()).isZero();

    store.database().sql().sql("update registry_derived_with set fingerprint = 'older'").update();

    assertThat(registry.deriveAgainIfNeeded()).isEqualTo(1);
    assertThat(registry.deriveAgainIfNeeded()).isZero();
  }

  private long versions() {
    return store
        .database()
        .sql()
        .sql("select count(*) from registry_version")
        .query(Long.class)
        .single();
  }

  @Test
  void narrowsAListByGroupingDomainAndForm() {
    var school =
        classified(
            content("School", "2019", "QMM:provider", "QPP:recipient"),
            new Content.Classification("un-domain", "social", null, LocalizedText.EMPTY),
            new Content.Classification("cooperation-form", "training", null, LocalizedText.EMPTY));
    receive(
        said(Samples.SHORE, "QM-1", school, "2020-01-01"),
        said(
            Samples.SHORE,
            "QM-2",
            content("Roads", "2019", "QPP:provider", "QRR:recipient"),
            "2020-01-01"));
    var community = InitiativeFilter.ALL.withGrouping(Optional.of("COMM"));

    assertThat(titles(community)).containsExactly("School");
    assertThat(titles(community.with(Facet.ROLE, "provider"))).containsExactly("School");
    assertThat(titles(community.with(Facet.ROLE, "recipient"))).isEmpty();
    assertThat(titles(InitiativeFilter.ALL.with(Facet.DOMAIN, "social"))).containsExactly("School");
    assertThat(titles(InitiativeFilter.ALL.with(Facet.FORM, "training"))).containsExactly("School");
    assertThat(titles(InitiativeFilter.ALL.withWords(Optional.of("school oad")))).isEmpty();
    assertThat(titles(InitiativeFilter.ALL.withWords(Optional.of("OAD R"))))
        .containsExactly("Roads");
    assertThat(registry.facets(Reader.PUBLIC, community).counts(Facet.FORM))
        .containsExactly(new Facets.Count("training", 1));
  }

  private List<String> titles(InitiativeFilter filter) {
    return registry.list(Reader.PUBLIC, filter, Optional.empty(), 10).items().stream()
        .map(s -> s.title().in("en").orElseThrow().text())
        .toList();
  }
}
