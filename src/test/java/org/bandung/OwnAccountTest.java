package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.bandung.access.Accounts;
import org.bandung.access.OwnAccount;
import org.bandung.access.OwnAccount.OwnOutcome;
import org.bandung.access.Role;
import org.bandung.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What somebody does with her own account, through the door.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnAccountTest {

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

  private InventedNode.Person person(String name) {
    return node.person(node.keeper(), node.authority(name), name, Role.AUTHORITY, Role.SIGNATORY);
  }

  private static String location(java.net.http.HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void whoDidNotJustProveWhoSheIsAddsNoWayIn() {
    var amina = person("QMM");
    var caller = node.signedIn(amina);
    var body = node.account(amina).mandates().getFirst().body().id();
    caller.get("/desk");
    String[] token = {"name", "script", "body", body, "scopes", "read"};
    assertThat(caller.post("/desk/tokens", token).body()).contains("bandung_");

    node.bean(Database.class)
        .sql()
        .sql("delete from access_session_attributes where attribute_name like '%proved'")
        .update();
    caller.get("/desk");
    assertThat(location(caller.post("/desk/tokens", token))).endsWith("/desk/account?prove");
    assertThat(caller.post("/webauthn/register/options").statusCode()).isEqualTo(403);
    assertThat(caller.get("/desk/account?prove").body()).contains("prove first who you are");
    assertThat(caller.post("/desk/account/prove", "password", "wrong", "code", "000000").body())
        .contains("Password or code is wrong");
  }

  @Test
  void sessionsAreSeenAndEnded() {
    var bao = person("QNN");
    var first = node.signedIn(bao);
    var page = first.get("/desk/account").body();
    var id = page.replaceAll("(?s).*/desk/account/sessions/([0-9a-f-]{36})/end.*", "$1");

    first.post("/desk/account/sessions/" + id + "/end");

    assertThat(location(first.get("/desk/account"))).endsWith("/sign-in");
  }

  @Test
  void aClosedAccountIsNobodysAndTheLastOneStays() {
    var cora = person("QPP");
    var agency = node.account(cora).mandates().getFirst().body();
    var dora = node.person(cora, agency, "Dora", Role.READER);
    var own = node.bean(OwnAccount.class);

    assertThat(close(own, cora)).isEqualTo(new OwnOutcome.LastOne(agency));
    assertThat(close(own, dora)).isEqualTo(new OwnOutcome.Done());

    assertThat(node.bean(Accounts.class).find(cora.id())).isPresent();
    assertThat(node.bean(Accounts.class).find(dora.id())).isEmpty();
    assertThat(node.bean(Accounts.class).findByEmail(dora.email())).isEmpty();
  }

  private OwnOutcome close(OwnAccount own, InventedNode.Person person) {
    return own.close(node.account(person), InventedNode.PASSWORD, person.telephone().nextCode());
  }
}
