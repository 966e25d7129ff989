package org.bandung.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.InventedNode;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Role;
import org.bandung.catalogue.Catalogue;
import org.bandung.exchange.ExampleEntries;
import org.bandung.kernel.News;
import org.bandung.reference.Reference;
import org.bandung.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Inboxes, letters and kept searches on a whole node.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesTest {

  private InventedNode node;
  private Notices notices;
  private Database database;
  private Body agency;
  private InventedNode.Person amina;
  private InventedNode.Person bao;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    // nothing listens at that port: letters are written down and stay
    node =
        InventedNode.open(
            home, "BANDUNG_MAIL_SERVER", "localhost:1", "BANDUNG_MAIL_ENCRYPTED", "no");
    notices = node.bean(Notices.class);
    database = node.bean(Database.class);
    agency = node.authority("QMM");
    amina = node.person(node.keeper(), agency, "Amina", "fr", Role.AUTHORITY);
    bao = node.person(amina, agency, "Bao", Role.READER);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private News news(String title) {
    return new News(
        Set.of(agency.id()), amina.id(), "made.up", "/desk/made-up", Map.of("title", title));
  }

  private void publish(News news) {
    node.publish(news);
  }

  private List<String> inbox(InventedNode.Person person) {
    return notices.inbox(node.account(person), Long.MAX_VALUE, 10).stream()
        .map(n -> n.facts().getOrDefault("title", ""))
        .toList();
  }

  @Test
  void everybodyOfTheBodyIsToldButWhoDidIt() {
    publish(news("a need"));

    assertThat(inbox(bao)).contains("a need");
    assertThat(inbox(amina)).doesNotContain("a need");
  }

  @Test
  void nobodyIsToldOfWhatDidNotHappen() {
    assertThatThrownBy(() ->
            database.inTransaction(() -> {
              publish(news("undone"));
              throw new IllegalStateException("undone");
            }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(inbox(bao)).doesNotContain("undone");
  }

  @Test
  void whoActsForTheBodyNoMoreSeesNothingOfIt() {
    var cora = node.person(amina, agency, "Cora", Role.CONTRIBUTOR);
    publish(news("for Cora too"));
    assertThat(inbox(cora)).contains("for Cora too");

    node.bean(Mandates.class).change(node.account(amina), agency, cora.id(), Set.of());

    assertThat(inbox(cora)).isEmpty();
    assertThat(notices.unread(node.account(cora))).isZero();
  }

  @Test
  void aLetterCarriesWhatWasNotLookedAtOnce() {
    publish(news("seed banks"));
    for (int i = 0; i < 60; i++) {
      publish(news("matter " + i));
    }
    var digests = node.bean(Digests.class);
    digests.write();
    database
        .sql()
        .sql("update notices_habit set last_letter = :then")
        .param("then", Timestamp.from(Instant.now().minus(Duration.ofHours(24))))
        .update();

    digests.write();
    digests.write();

    var letters =
        database
            .sql()
            .sql("select text from post_letter where recipient = :to and text like '%seed banks%'")
            .param("to", bao.email())
            .query(String.class)
            .list();
    assertThat(letters)
        .singleElement()
        .satisfies(l ->
            assertThat(l)
                .contains("/desk/made-up")
                .contains("/desk/notices")
                .containsPattern("[0-9]+ more stand in your inbox")
                .doesNotContain("matter 59"));
  }

  @Test
  void aKeptSearchTellsOfWhatComesAfterItOnce() throws IOException {
    var reader = node.signedIn(bao);
    reader.get("/desk/notices");
    var saved = reader.post("/desk/searches", "q", "school meals", "name", "Meals in schools");
    assertThat(saved.headers().firstValue("Location"))
        .hasValueSatisfying(l -> assertThat(l).endsWith("/desk/notices#searches"));
    assertThat(reader.get("/desk/notices").body()).contains("Meals in schools");

    ExampleEntries.receive(node.bean(Catalogue.class), node.bean(Reference.class));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> node.stranger().get("/search.atom?q=school+meals").body().contains("<entry>"));

    var searches = node.bean(SavedSearches.class);
    assertThat(searches.alerts(bao.id()))
        .singleElement()
        .satisfies(a -> assertThat(a.records()).isPositive());
    assertThat(searches.alerts(bao.id())).isEmpty();
  }

  @Test
  void aStrangerKeepsNoSearchesAndReadsNoNotices() {
    var stranger = node.stranger();

    assertThat(stranger.get("/desk/notices").statusCode()).isEqualTo(302);
    stranger.get("/sign-in");
    assertThat(
            stranger.post("/desk/searches", "q", "x", "name", "y").headers().firstValue("Location"))
        .hasValueSatisfying(l -> assertThat(l).endsWith("/sign-in"));
  }
}
