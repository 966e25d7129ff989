package org.bandung.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.access.Role.ADMINISTRATOR;
import static org.bandung.access.Role.AUTHORITY;
import static org.bandung.access.Role.CONTRIBUTOR;
import static org.bandung.access.Role.ENDORSER;
import static org.bandung.access.Role.NEGOTIATOR;
import static org.bandung.access.Role.READER;
import static org.bandung.access.Role.SIGNATORY;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.consultation.Actor.Capacity;
import org.bandung.reference.InventedWorld;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Which role makes whom of which kind of party.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActorsTest {

  /// Written by hand: what each role lets a person do in talks. Who keeps the node takes no part.
  private static final Map<Role, Optional<Set<Capacity>>> TABLE =
      Map.of(
          READER, Optional.of(Set.of()),
          CONTRIBUTOR, Optional.of(Set.of(Capacity.CONTRIBUTOR)),
          NEGOTIATOR, Optional.of(Set.of(Capacity.NEGOTIATOR)),
          SIGNATORY, Optional.of(Set.of(Capacity.SIGNATORY)),
          ENDORSER, Optional.of(Set.of()),
          AUTHORITY, Optional.of(Set.of()),
          ADMINISTRATOR, Optional.empty());

  private TestDatabase store;
  private TestBodies bodies;
  private Actors actors;

  @BeforeAll
  void open(@TempDir Path home) {
    store = TestDatabase.create();
    var access = TestAccess.of(store.database(), InventedWorld.reference(), home);
    bodies = new TestBodies(store.database(), access);
    actors = new Actors(access.mandates());
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void eachRoleAtEachKindOfParty() {
    var authority = bodies.authority("QMM");
    var institute = bodies.institute("QMM", "Institute", "org-institute");
    var bank = bodies.multilateral("Bank");
    TABLE.forEach((role, capacities) -> {
      assertActs(acting(authority, role), "QMM", capacities);
      assertActs(acting(institute, role), institute.id(), capacities);
      assertActs(acting(institute, role), "org-institute", capacities);
      assertActs(acting(bank, role), bank.id(), capacities);
    });
    assertThat(actors.of(acting(authority, SIGNATORY), authority.id()))
        .as("a country takes part by its code alone")
        .isEmpty();
    assertThat(actors.parties(acting(authority, READER))).containsExactly("QMM");
    assertThat(actors.parties(acting(institute, READER)))
        .containsExactly(institute.id(), "org-institute");
  }

  private void assertActs(Account account, String party, Optional<Set<Capacity>> capacities) {
    assertThat(actors.of(account, party).map(Actor::capacities)).isEqualTo(capacities);
  }

  private static Account acting(Body body, Role... roles) {
    return TestBodies.acting(body, roles);
  }

  @Test
  void nobodyActsForAnotherNotEvenWhoCoordinatesHerCountry() {
    var authority = bodies.authority("QNN");
    var institute = bodies.institute("QNN", "Second Institute", null);
    var coordinator = acting(authority, AUTHORITY, ENDORSER, SIGNATORY);

    assertThat(actors.of(coordinator, institute.id())).isEmpty();
    assertThat(actors.of(acting(institute, SIGNATORY), "QNN")).isEmpty();
    assertThat(actors.of(coordinator, "QPP")).isEmpty();
    assertThat(actors.of(coordinator, "nobody")).isEmpty();
    assertThat(actors.of(coordinator, Body.NODE)).isEmpty();
  }

  @Test
  void aSuspendedBodyReadsAndASuspendedAuthorityIsTheCountryNoMore() {
    var institute = bodies.institute("QPP", "Third Institute", null);
    var authority = bodies.authority("QPP");
    bodies.suspend(institute);
    bodies.suspend(authority);

    assertThat(actors.of(bodies.suspended(institute, SIGNATORY), institute.id()))
        .map(Actor::capacities)
        .contains(Set.of());
    assertThat(actors.of(bodies.suspended(authority, SIGNATORY), "QPP")).isEmpty();
  }
}
