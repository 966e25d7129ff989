package org.bandung.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bandung.reference.InventedWorld.QMM;
import static org.bandung.reference.InventedWorld.QRR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.BadCursor;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.LocalizedText.Spoken;
import org.bandung.kernel.Reader;
import org.bandung.parties.Parties.OrganisationFilter;
import org.bandung.parties.Parties.OrganisationStatement;
import org.bandung.parties.Parties.Receipt;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.bandung.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartiesTest {

  private static final OrganisationFilter ALL =
      new OrganisationFilter(Optional.empty(), Optional.empty(), Optional.empty());
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  private TestDatabase store;
  private Parties parties;

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
            "truncate parties_organisation, parties_statement, parties_statement_history,"
                + " store_change")
        .update();
    parties = start();
  }

  private Parties start() {
    return Parties.load(
        InventedWorld.folder("parties-world"),
        store.database(),
        store.changes(),
        InventedWorld.reference());
  }

  @Test
  void remembersWhoWasMentionedOnce() {
    var wells = mention("qr-reg-1", "Wells Institute");
    parties.remember(List.of(wells, wells, mention("QR-REG-1 ", "Institute of Wells")));
    parties.remember(List.of(wells, mention("N/A", "Nobody"), mention("QM-AMC-1", "The agency")));
    start().remember(List.of(wells));

    var id = parties.identify(wells).organisation().orElseThrow();
    assertThat(changes()).containsExactly(id);
    assertThat(parties.find(Reader.PUBLIC, id).orElseThrow())
        .satisfies(o -> {
          assertThat(o.kind()).isEqualTo("mentioned");
          assertThat(o.country()).contains(QRR);
          assertThat(o.references()).containsExactly("QR-REG-1");
          assertThat(o.name()).isEqualTo(LocalizedText.of("en", "Wells Institute"));
        });
  }

  @Test
  void takesTheFirstMentionThatHasAName() {
    parties.remember(List.of(new Mention("QR-REG-1", LocalizedText.EMPTY, "22")));
    parties.remember(List.of(mention("QR-REG-1", "Wells Institute")));
    parties.remember(List.of(mention("QR-REG-1", "Something else")));

    assertThat(name("QR-REG-1")).isEqualTo("Wells Institute");
  }

  @Test
  void remembersNothingOfATransactionThatWasRolledBack() {
    var wells = mention("QR-REG-1", "Wells Institute");
    assertThatThrownBy(() ->
            store
                .database()
                .inTransaction(() -> {
                  parties.remember(List.of(wells));
                  throw new IllegalStateException("power cut");
                }))
        .hasMessage("power cut");
    assertThat(find("QR-REG-1")).isEmpty();

    parties.remember(List.of(wells));

    assertThat(find("QR-REG-1")).isPresent();
  }

  @Test
  void takesTheNewestWordOfASourceAndNeverFlips() {
    var first = said("QR-REG-1", "One", "a", MAY, null);
    var second = said("QR-REG-1", "Two", "b", JUNE, null);
    var sameDay = said("QR-REG-1", "Three", "c", JUNE, null);

    assertThat(parties.receive(List.of(first, second)))
        .containsExactly(Receipt.CREATED, Receipt.UPDATED);
    assertThat(parties.receive(List.of(first, second)))
        .containsExactly(Receipt.OLDER, Receipt.UNCHANGED);
    assertThat(parties.receive(List.of(sameDay))).containsExactly(Receipt.UPDATED);
    assertThat(parties.receive(List.of(second, sameDay)))
        .containsExactly(Receipt.OLDER, Receipt.UNCHANGED);
    assertThat(name("QR-REG-1")).isEqualTo("Three");
    assertThat(parties.known(List.of("a", "b", "c", "d"))).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void comparesTheDatesOfFilesWhereTheRecordHasNone() {
    parties.receive(List.of(said("QR-REG-1", "One", "a", null, JUNE)));

    assertThat(parties.receive(List.of(said("QR-REG-1", "Zero", "b", null, MAY))))
        .containsExactly(Receipt.OLDER);
    assertThat(name("QR-REG-1")).isEqualTo("One");
  }

  @Test
  void namesAnOrganisationByItsOwnStatementBeforeAMention() {
    parties.remember(List.of(mention("QR-REG-1", "What others call it")));
    parties.receive(
        List.of(
            new OrganisationStatement(
                "iati:QX-GOV-1",
                "QR-REG-1",
                text("A publisher's word"),
                null,
                "x",
                bytes(),
                JUNE,
                null)));
    assertThat(name("QR-REG-1")).isEqualTo("What others call it");

    parties.receive(List.of(said("QR-REG-1", "What it calls itself", "a", MAY, null)));
    parties.remember(List.of(mention("QR-REG-1", "What others call it")));

    assertThat(name("QR-REG-1")).isEqualTo("What it calls itself");
  }

  @Test
  void leavesTheDirectoryAsItIsWhateverSourcesSay() {
    parties.receive(
        List.of(
            new OrganisationStatement(
                "iati:XM-DAC-99301", "XM-DAC-99301", text("We"), "40", "w", bytes(), JUNE, null)));

    assertThat(parties.find(Reader.PUBLIC, "world-works").orElseThrow().name().in("en"))
        .contains(new Spoken("en", "World Works Organization"));
    assertThat(items(ALL)).hasSize(5);
  }

  @Test
  void listsTheDirectoryAndTheMentionedTogetherPageByPage() {
    parties.remember(
        List.of(
            mention("QR-REG-1", "Nurses of Rosmere"),
            mention("QR-REG-2", "École des Îles"),
            mention("QR-REG-3", "world works organization"),
            new Mention("QR-REG-4", LocalizedText.EMPTY, null)));
    var names = new ArrayList<String>();
    Optional<String> cursor = Optional.empty();
    do {
      var page = parties.list(Reader.PUBLIC, ALL, cursor, 2);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      page.items().forEach(o -> names.add(o.name().in("en").map(Spoken::text).orElse("")));
      cursor = page.next();
    } while (cursor.isPresent());

    assertThat(names)
        .containsExactly(
            "École des Îles",
            "Meridian Cooperation Agency",
            "Ministry of Wells",
            "Nurses of Rosmere",
            "Pelarian Cooperation Office",
            "",
            "Secretariat of the First Region",
            names.get(7),
            names.get(8));
    assertThat(names.subList(7, 9))
        .containsExactlyInAnyOrder("World Works Organization", "world works organization");
  }

  @Test
  void narrowsTheListByKindCountryAndWords() {
    parties.remember(
        List.of(mention("QM-REG-1", "École des Îles"), mention("QR-REG-1", "Ecole du Nord")));

    assertThat(items(filter("coordinating-agency", null)))
        .containsExactly("qmm-agency", "qpp-agency");
    assertThat(items(filter("mentioned", null))).hasSize(2);
    assertThat(items(new OrganisationFilter(Optional.empty(), Optional.of(QMM), Optional.empty())))
        .hasSize(3);
    assertThat(items(filter(null, "ECOLE"))).hasSize(2);
    assertThat(items(filter(null, "école des iles"))).hasSize(1);
    assertThat(items(filter(null, "amc"))).containsExactly("qmm-agency");
    assertThat(items(filter(null, "qr-reg"))).hasSize(1);
    assertThat(items(filter(null, "%"))).as("folds to nothing").hasSize(7);
  }

  @Test
  void refusesACursorFromElsewhere() {
    assertThatThrownBy(() -> parties.list(Reader.PUBLIC, ALL, Optional.of("!"), 10))
        .isInstanceOf(BadCursor.class);
    assertThatThrownBy(() -> parties.list(Reader.PUBLIC, ALL, Optional.of("YWJj"), 10))
        .isInstanceOf(BadCursor.class);
  }

  @Test
  void leadsFromTheIdOfAMentionToTheDirectoryThatListsItNow() {
    store
        .database()
        .sql()
        .sql(
            """
            insert into parties_organisation
            values (:id, 'QM-WELLS', '{"en":"Wells"}', 1, null, 'QMM', null, 'wells', 'wells',
                    'QM-WELLS', 'public')
            """)
        .param("id", IdentityRules.id("QM-WELLS"))
        .update();

    assertThat(parties.find(Reader.PUBLIC, IdentityRules.id("QM-WELLS")).orElseThrow().id())
        .isEqualTo("qmm-ministry");
    assertThat(items(ALL)).hasSize(5);
  }

  @Test
  void knowsTheAgenciesThatCoordinateACountrysCooperation() {
    assertThat(parties.coordinatingAgencies(QMM))
        .extracting(Organisation::id)
        .containsExactly("qmm-agency");
    assertThat(parties.coordinatingAgencies(QRR)).isEmpty();
  }

  @Test
  void isOneServiceOfTheApplicationAndTakesTheNodesOwnOrganisations(@TempDir Path own)
      throws IOException {
    Files.createDirectories(own.resolve("parties"));
    Files.writeString(
        own.resolve("parties/junk-references.csv"), "reference,source\nXM-JUNK-1,the node\n");
    var settings = new ReferenceSettings(Optional.of(own), "unctad");
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(ReferenceSettings.class, () -> settings);
      context.registerBean(Database.class, store::database);
      context.registerBean(ChangeLog.class, store::changes);
      context.register(Reference.class, Parties.class);
      context.refresh();
      var service = context.getBean(Parties.class);

      assertThat(service.identify(mention("xm-junk-1", "?")).organisation()).isEmpty();
      assertThat(service.find(Reader.PUBLIC, "undp")).isPresent();
      assertThat(service.fingerprint()).isNotEqualTo(parties.fingerprint());
    }
  }

  private List<String> items(OrganisationFilter filter) {
    return parties.list(Reader.PUBLIC, filter, Optional.empty(), 100).items().stream()
        .map(Organisation::id)
        .toList();
  }

  private static OrganisationFilter filter(@Nullable String kind, @Nullable String words) {
    return new OrganisationFilter(
        Optional.ofNullable(kind), Optional.empty(), Optional.ofNullable(words));
  }

  private Optional<Organisation> find(String reference) {
    return parties.find(Reader.PUBLIC, IdentityRules.id(reference));
  }

  private String name(String reference) {
    return find(reference).orElseThrow().name().in("en").orElseThrow().text();
  }

  private List<String> changes() {
    return store.changes().after(ChangeLog.Cursor.START, 100).stream()
        .map(ChangeLog.Change::id)
        .toList();
  }

  private static OrganisationStatement said(
      String reference,
      String name,
      String hash,
      @Nullable Instant lastUpdated,
      @Nullable Instant generated) {
    return new OrganisationStatement(
        "iati:" + reference, reference, text(name), "22", hash, bytes(), lastUpdated, generated);
  }

  private static byte[] bytes() {
    return new byte[] {1, 2, 3};
  }

  private static LocalizedText text(String name) {
    return LocalizedText.of("en", name);
  }

  private static Mention mention(String reference, String name) {
    return new Mention(reference, text(name), "22");
  }
}
