package org.bandung.registry.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandate;
import org.bandung.access.Mandates.AdmitOutcome;
import org.bandung.access.Mandates.Wanted;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.catalogue.TestCatalogue;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Reader;
import org.bandung.reference.InventedWorld;
import org.bandung.registry.InitiativeView;
import org.bandung.store.TestDatabase;
import org.bandung.web.WorldStatements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepliesTest {

  private static final String INITIATIVE = "QM-AG-0/a b";
  private static final LocalizedText SAID = LocalizedText.of("fr", "Nous avons donné davantage.");

  private TestDatabase store;
  private TestCatalogue world;
  private TestAccess access;
  private Replies replies;

  @BeforeAll
  void open(@TempDir Path home) {
    store = TestDatabase.create();
    world = TestCatalogue.of(store, Clock.systemUTC());
    access = TestAccess.of(store.database(), InventedWorld.reference(), home);
    WorldStatements.receive(world.registry());
    replies =
        new Replies(
            store.database(),
            store.changes(),
            world.registry(),
            access.mandates(),
            access.audit(),
            Clock.systemUTC());
  }

  @AfterAll
  void close() {
    world.close();
    store.close();
  }

  private Account of(Body.Kind kind, String country, Role role) {
    var keeper =
        new Account(
            "keeper",
            "keeper@example.org",
            "Keeper",
            "en",
            List.of(
                new Mandate(
                    new Body(Body.NODE, Body.Kind.NODE, "node", null, null, null, true),
                    Set.of(Role.ADMINISTRATOR))));
    var outcome =
        access.mandates().admit(keeper, new Wanted(kind, kind + country, country, null, null));
    var body = ((AdmitOutcome.Admitted) outcome).body();
    return new Account(
        "a" + country, "a@example.org", "A", "en", List.of(new Mandate(body, Set.of(role))));
  }

  private InitiativeView view() {
    return world.registry().find(Reader.PUBLIC, INITIATIVE).orElseThrow();
  }

  @Test
  void onlyTheAuthorityOfACountryThatTakesPartReplies() {
    var partners =
        view().composed().participants().stream()
            .flatMap(p -> Optional.ofNullable(p.country()).stream())
            .map(c -> c.alpha3())
            .toList();
    var partner = partners.getFirst();
    var elsewhere =
        List.of("QRR", "QOO", "QQQ", "QNN").stream()
            .filter(c -> !partners.contains(c))
            .findFirst()
            .orElseThrow();
    var institute = of(Body.Kind.ORGANISATION, partner, Role.SIGNATORY);
    var head = of(Body.Kind.AUTHORITY, partner, Role.AUTHORITY);
    var stranger = of(Body.Kind.AUTHORITY, elsewhere, Role.AUTHORITY);

    assertThat(replies.write(institute, INITIATIVE, partner, SAID)).isEmpty();
    assertThat(replies.write(stranger, INITIATIVE, elsewhere, SAID)).isEmpty();
    assertThat(replies.write(stranger, INITIATIVE, partner, SAID)).isEmpty();
    assertThat(replies.write(head, "no-such", partner, SAID)).isEmpty();
    assertThat(view().replies()).isEmpty();

    assertThat(replies.write(head, INITIATIVE, partner, SAID))
        .contains(new Replies.Outcome.Written());
    assertThat(view().replies()).extracting("text").containsExactly(SAID);
    var better = LocalizedText.of("fr", "Nous avons donné douze fois plus.");
    replies.write(head, INITIATIVE, partner, better);
    replies.write(head, INITIATIVE, partner, better);
    assertThat(view().replies()).extracting("text").containsExactly(better);
    assertThat(
            store
                .database()
                .sql()
                .sql("select count(*) from registry_reply")
                .query(Long.class)
                .single())
        .isEqualTo(2);
    assertThat(replies.write(head, INITIATIVE, partner, LocalizedText.of("fr", "x".repeat(6_000))))
        .contains(new Replies.Outcome.Faulty());
    replies.write(head, INITIATIVE, partner, LocalizedText.EMPTY);
    assertThat(view().replies()).isEmpty();
  }
}
