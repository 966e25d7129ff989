package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bandung.access.AccessSettings;
import org.bandung.access.Accounts;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.access.Seal;
import org.bandung.access.guard.Resealing;
import org.bandung.access.upkeep.KeyChange;
import org.bandung.consultation.accord.SigningKeyRing;
import org.bandung.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

/// The key of a node that works is changed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyChangeTest {

  private Path home;
  private InventedNode node;
  private InventedNode.Person head;
  private Body agency;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    home = folder;
    node = InventedNode.open(home);
    agency = node.authority("QMM");
    head = node.person(node.keeper(), agency, "head", Role.AUTHORITY, Role.SIGNATORY);
    node.bean(SigningKeyRing.class).rotate(node.account(head), agency);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private byte[] sealedKey() {
    return node.bean(Database.class)
        .sql()
        .sql("select sealed from consultation_signing_key where body = :body")
        .param("body", agency.id())
        .query(byte[].class)
        .single();
  }

  private void signsIn() {
    node.bean(Database.class).sql().sql("update access_account set last_step = 0").update();
    var proof = new Accounts.Proof(InventedNode.PASSWORD, head.telephone().nextCode());
    assertThat(node.bean(Accounts.class).signIn(head.email(), proof))
        .isInstanceOf(Accounts.SignInOutcome.SignedIn.class);
    assertThat(node.bean(Seal.class).opened(sealedKey())).isPresent();
  }

  @Test
  void everythingIsSealedAnewAndOpens() throws IOException {
    var file = home.resolve("access.key");
    var before = sealedKey();
    var old = Files.readString(file).strip();

    var changed = node.bean(KeyChange.class).change();

    assertThat(changed.lost()).isZero();
    assertThat(changed.resealed()).isGreaterThanOrEqualTo(3); // two seeds, one key
    assertThat(sealedKey()).isNotEqualTo(before);
    signsIn();
    node.bean(KeyChange.class).change();
    signsIn();
    assertThat(Files.readString(file)).doesNotContain(old.substring(old.indexOf(':')));
    assertThat(node.bean(Seal.class).opened(before)).isEmpty();
    assertThat(node.bean(Audit.class).verify(java.util.Optional.empty()))
        .isInstanceOf(Audit.Verdict.Intact.class);
  }

  /// Killed after the new key was written, or in the transaction: a key more, nothing lost.
  @Test
  void whoIsKilledInBetweenLosesNothing() {
    node.bean(AccessSettings.class).keys().begin();
    signsIn();
    var listeners = node.bean(ApplicationEventMulticaster.class);
    ApplicationListener<PayloadApplicationEvent<?>> killer =
        event -> {
          if (event.getPayload() instanceof Resealing) {
            throw new IllegalStateException("killed");
          }
        };
    listeners.addApplicationListener(killer);
    assertThatThrownBy(() -> node.bean(KeyChange.class).change()).hasMessageContaining("killed");
    listeners.removeApplicationListener(killer);
    signsIn();
    assertThat(node.bean(KeyChange.class).change().lost()).isZero();
    signsIn();
  }
}
