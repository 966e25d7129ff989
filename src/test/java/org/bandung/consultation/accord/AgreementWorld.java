package org.bandung.consultation.accord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.consultation.TestWorld.MERIDIA;
import static org.bandung.consultation.TestWorld.NORTHERA;
import static org.bandung.consultation.TestWorld.setup;

import java.nio.file.Path;
import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.consultation.ConclusionChanged;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.DecisionRule;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Party;
import org.bandung.consultation.TestBodies;
import org.bandung.consultation.TestWorld;
import org.bandung.consultation.accord.AgreementOutcome.Done;
import org.bandung.reference.InventedWorld;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/// Two countries with an agreement on the real database.
@Tag("external-db")
abstract class AgreementWorld {

  @TempDir Path home;

  TestDatabase store;
  TestAccord accord;
  TestBodies bodies;
  Body meridia;
  Body northera;
  Account minister;
  Account envoy;
  Account stranger;

  @BeforeEach
  void open() {
    store = TestDatabase.create();
    var access = TestAccess.of(store.database(), InventedWorld.reference(), home);
    bodies = new TestBodies(store.database(), access);
    accord = TestAccord.of(store.database(), access, home);
    meridia = bodies.authority("QMM");
    northera = bodies.authority("QNN");
    minister = TestBodies.acting(meridia, Role.SIGNATORY);
    envoy = TestBodies.acting(northera, Role.SIGNATORY);
    stranger = TestBodies.acting(bodies.authority("QPP"), Role.SIGNATORY, Role.AUTHORITY);
  }

  @AfterEach
  void close() {
    store.close();
  }

  static As mm(Account account) {
    return new As(account, "QMM");
  }

  static As nn(Account account) {
    return new As(account, "QNN");
  }

  static Consultation agreed(Effect effect, Party... parties) {
    var talks = new TestWorld.Talks(setup(DecisionRule.UNANIMITY, parties), effect);
    for (var party : parties) {
      talks.accept(party.id());
    }
    return talks.now();
  }

  String made() {
    return made(agreed(TestWorld.agreement(), MERIDIA, NORTHERA));
  }

  String made(Consultation c) {
    accord.making().follow(new ConclusionChanged(c, ""));
    return accord.agreements().list(minister).getFirst().agreement().id();
  }

  static Done done(Optional<? extends AgreementOutcome> outcome) {
    assertThat(outcome).hasValueSatisfying(o -> assertThat(o).isInstanceOf(Done.class));
    return (Done) outcome.orElseThrow();
  }
}
