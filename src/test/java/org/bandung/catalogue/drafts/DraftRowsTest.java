package org.bandung.catalogue.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.catalogue.drafts.DraftWorld.person;

import java.nio.file.Path;
import java.util.List;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.catalogue.Entry;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.said.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftRowsTest {

  private DraftWorld w;
  private DraftRows rows;
  private Body institute;
  private Account writer;

  @BeforeAll
  void open(@TempDir Path home) {
    w = new DraftWorld(home);
    rows = new DraftRows(w.store.database(), w.access.mandates(), w.access.audit(), w.time);
    institute = w.body(Body.Kind.ORGANISATION, "Institute of Wells", "QMM");
    writer = person("writer", institute, Role.CONTRIBUTOR);
  }

  @AfterAll
  void close() {
    w.close();
  }

  private static Entry row(String key, String title) {
    var said = DraftWorld.need(title);
    return new Entry(
        new Statement.Source("table", "desk", LocalizedText.EMPTY),
        key,
        "",
        Statement.Payload.compress(""),
        said.content(),
        said.details(),
        List.of(),
        "");
  }

  private List<DraftRows.Fate> take(boolean earnest, Entry... entries) {
    return rows.take(writer, institute.id(), List.of(entries), earnest).orElseThrow();
  }

  @Test
  void theSameKeyIsTheSameDraftUntilSomebodyWritesOnIt() {
    assertThat(take(false, row("N-1", "Wells"), row("N-2", "Pumps")))
        .containsExactly(DraftRows.Fate.CREATED, DraftRows.Fate.CREATED);
    assertThat(w.drafts.list(writer)).isEmpty();
    take(true, row("N-1", "Wells"), row("N-2", "Pumps"));
    assertThat(w.drafts.list(writer)).hasSize(2);
    assertThat(take(true, row("N-1", "Wells"), row("N-2", "Better pumps")))
        .containsExactly(DraftRows.Fate.AGAIN, DraftRows.Fate.UPDATED);

    var id =
        w.drafts.list(writer).stream()
            .filter(d -> d.title().byLanguage().containsValue("Better pumps"))
            .findFirst()
            .orElseThrow()
            .id();
    var revision = w.drafts.find(writer, id).orElseThrow().revision();
    w.drafts.save(writer, id, revision, DraftWorld.need("Pumps by hand"));
    assertThat(take(true, row("N-2", "Pumps again"))).containsExactly(DraftRows.Fate.KEPT);
    assertThat(w.drafts.find(writer, id).orElseThrow().wording().content().title().byLanguage())
        .containsEntry("en", "Pumps by hand");
  }

  @Test
  void nobodySendsTablesForAnotherBody() {
    var other = w.body(Body.Kind.ORGANISATION, "Ministry of Seeds", "QNN");
    assertThat(rows.take(writer, other.id(), List.of(row("N-1", "Wells")), true)).isEmpty();
    var reader = person("reader", institute, Role.READER);
    assertThat(rows.take(reader, institute.id(), List.of(row("N-9", "Wells")), true)).isEmpty();
    assertThat(take(false, row("N-3", "x".repeat(400)))).containsExactly(DraftRows.Fate.FAULTY);
  }
}
