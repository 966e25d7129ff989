package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Mandates.PeopleOutcome;
import org.bandung.access.Role;
import org.bandung.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Somebody with an account, or none, who tries what is not hers; each of these once worked.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntruderTest {

  private static final byte[] FILE = "A table\n".getBytes(StandardCharsets.UTF_8);

  private InventedNode node;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private long kept() {
    return node.bean(Database.class)
        .sql()
        .sql("select count(*) from store_file")
        .query(Long.class)
        .single();
  }

  private InventedNode.Person head(String country) {
    return node.person(
        node.keeper(),
        node.authority(country),
        "head-" + country,
        Role.AUTHORITY,
        Role.SIGNATORY,
        Role.NEGOTIATOR);
  }

  @Test
  void aZeroCharacterIsRefusedNotStumbledOver() {
    var stranger = node.stranger();
    stranger.get("/sign-in");
    var answer = stranger.post("/sign-in", "email", "a\0b@example.org", "password", "x");
    assertThat(answer.statusCode()).isLessThan(500);
    stranger.get("/recovery");
    assertThat(stranger.post("/recovery", "email", "a\0b@example.org").statusCode())
        .isLessThan(500);
    var head = node.signedIn(head("QOO"));
    head.get("/desk");
    assertThat(
            head.post("/desk/bodies/new", "kind", "authority", "name", "x", "country", "Q\0M")
                .statusCode())
        .isLessThan(500);
  }

  @Test
  void whoMayOnlyReadKeepsNoFiles() {
    var head = head("QNN");
    var reader = node.person(head, body(head), "reader", Role.READER);
    var caller = node.signedIn(reader);
    long before = kept();
    caller.get("/desk");
    var answer =
        caller.upload("/desk/talks/new", "x.txt", FILE, "add", "party", "key", "k", "as", "QNN");
    assertThat(answer.statusCode()).isLessThan(500);
    assertThat(kept()).isEqualTo(before);
  }

  private Body body(InventedNode.Person person) {
    return node.account(person).mandates().getFirst().body();
  }

  @Test
  void nobodyIsMadeToActForABodySheDidNotChoose() {
    var ours = head("QPP");
    var theirs = head("QQQ");
    var outcome =
        node.bean(Mandates.class)
            .change(node.account(ours), body(ours), theirs.id(), Set.of(Role.READER));
    assertThat(outcome).isEqualTo(new PeopleOutcome.NotAllowed());
    assertThat(node.account(theirs).mandates()).hasSize(1);
  }

  /// An account that is looked for took longer than none: the answer must not wait for it.
  @Test
  void theAnswerToALostPasswordWaitsForNoAccount() {
    var somebody = head("QRR");
    var stranger = node.stranger();
    stranger.get("/recovery");
    var database = node.bean(Database.class);
    database.inTransaction(() -> {
      database
          .sql()
          .sql("select id from access_account where id = :id for update")
          .param("id", somebody.id())
          .query(String.class)
          .single();
      var answer =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20), () -> stranger.post("/recovery", "email", somebody.email()));
      assertThat(answer.statusCode()).isEqualTo(200);
      return true;
    });
  }

  @Test
  void pagesTakeAnyWordThatIsSaid() {
    var caller = node.signedIn(node.keeper());
    for (var path : Map.of("/desk/account", "prove", "/desk/notices", "before").entrySet()) {
      assertThat(caller.get(path.getKey() + "?" + path.getValue() + "=%3Cscript%3E").statusCode())
          .isLessThan(500);
    }
  }
}
